// Package cputime tells how much CPU time this process took, for measurements
// that a busy machine must not upset.
package cputime
