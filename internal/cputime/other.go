//go:build !unix

package cputime

import "time"

var started = time.Now()

// Process is wall time where the system tells no other.
func Process() time.Duration { return time.Since(started) }
