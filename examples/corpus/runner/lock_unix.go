//go:build unix

package runner

import (
	"os"
	"syscall"
)

// lock keeps a second process out of the folder; the system lets go of it
// however the process ends.
func lock(f *os.File) bool {
	return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
