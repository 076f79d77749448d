package supplychain

import (
	"io/fs"
	"strings"
)

// onlySource is a module's files without its history and its nested modules.
type onlySource struct{ fs.FS }

func (o onlySource) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	var kept []fs.DirEntry
	for _, e := range list {
		if strings.HasPrefix(e.Name(), ".") || !e.IsDir() && !e.Type().IsRegular() {
			continue
		}
		if e.IsDir() && name != "." {
			if _, err := fs.Stat(o.FS, name+"/"+e.Name()+"/go.mod"); err == nil {
				continue
			}
		}
		kept = append(kept, e)
	}
	return kept, err
}
