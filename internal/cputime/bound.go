package cputime

import "time"

// Bound is how much CPU time may be taken by what takes at most d without the
// race detector.
func Bound(d time.Duration) time.Duration {
	if Raced {
		return 12 * d
	}
	return d
}
