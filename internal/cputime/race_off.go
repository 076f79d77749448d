//go:build !race

package cputime

// Raced says that the race detector is on, which makes all take some ten times
// as long.
const Raced = false
