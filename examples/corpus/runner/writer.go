package runner

import (
	"encoding/json"
	"os"
	"runtime"
)

// Writer writes the tables in one format. It is used by one goroutine.
type Writer interface {
	// Write adds rows.
	Write(*Rows) error
	// Sync makes all that was written durable and returns a mark from which
	// the format's Open finds this very state again.
	Sync() (mark json.RawMessage, err error)
	// Close gives the files back. What was written since the last Sync is cut
	// off, as far as that can still be done.
	Close() error
}

// Format is an output format.
type Format struct {
	Name  string // the flag that asks for it
	Usage string
	On    bool // asked for unless switched off
	// Open makes a writer that has written what mark says and no more: files
	// are cut, rows taken back. A nil mark begins anew.
	Open func(Place, json.RawMessage) (Writer, error)
	// Exists names a file or folder that the format writes.
	Exists []string
}

// Place is the output folder.
type Place struct {
	Root *os.Root // all files are to be opened here
	Path string   // of Root, for libraries that want one
}

// SyncDir makes the names in a folder durable. Windows cannot be asked to.
func SyncDir(root *os.Root, name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := root.Open(name)
	if err != nil {
		return err
	}
	err = d.Sync()
	d.Close()
	return err
}
