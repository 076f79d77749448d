//go:build unix

package runner

import (
	"os/signal"
	"syscall"
)

// ignoreFileLimit makes a file that grows past the process's limit an error of
// the write, not the end of the process.
func ignoreFileLimit() { signal.Ignore(syscall.SIGXFSZ) }
