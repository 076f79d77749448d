// Package supplychain has only tests: that the models, tables and programs of
// this repository come out of their builders byte for byte the same, and that
// everything it depends on is under a licence that it may be used under.
package supplychain
