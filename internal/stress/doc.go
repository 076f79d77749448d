// Package stress makes texts that cost much: for each stage of the analysis
// those that a naive reader would take quadratic time for, and natural articles
// of any length to compare them with. Tests hold the stages to linear cost with
// it. All texts are invented and depend on nothing but their size and seed.
package stress
