//go:build !unix

package dateline_test

import "time"

var started = time.Now()

// cpuTime is wall time where the system tells no other.
func cpuTime() time.Duration { return time.Since(started) }
