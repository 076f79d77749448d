//go:build unix

package dateline_test

import (
	"syscall"
	"time"
)

// cpuTime is the CPU time that this process took.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
