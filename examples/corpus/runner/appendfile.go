package runner

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// appendFile is a file that only grows, and can be cut back to where it was at
// the last sync.
type appendFile struct {
	file   *os.File
	name   string
	buffer *bufio.Writer
	synced int64 // length at the last sync
	size   int64
	err    error
}

// openAppend opens a file and cuts it to a length; a negative one begins anew.
func openAppend(root *os.Root, name string, length int64) (*appendFile, error) {
	flags := os.O_RDWR | os.O_CREATE
	if length < 0 {
		flags |= os.O_TRUNC
	}
	if info, err := root.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("cannot write %s: it is not a plain file; choose another -out folder", name)
	}
	f, err := root.OpenFile(name, flags, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", name, err)
	}
	if length > 0 {
		info, err := f.Stat()
		if err == nil && info.Size() < length {
			err = fmt.Errorf("%s was changed since the last run: it has %d bytes, the checkpoint says %d; use -restart to begin anew", name, info.Size(), length)
		}
		if err != nil {
			f.Close()
			return nil, err
		}
	}
	length = max(length, 0)
	err = f.Truncate(length)
	if err == nil {
		_, err = f.Seek(length, io.SeekStart)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("cannot go on with %s: %w", name, err)
	}
	return &appendFile{file: f, name: name, buffer: bufio.NewWriterSize(f, 1<<16), synced: length, size: length}, nil
}

func (a *appendFile) Write(p []byte) (int, error) {
	n, err := a.buffer.Write(p)
	a.size += int64(n)
	return n, a.failed(err)
}

func (a *appendFile) failed(err error) error {
	if err != nil && a.err == nil {
		a.err = fmt.Errorf("cannot write %s: %w", a.name, err)
	}
	return a.err
}

func (a *appendFile) sync() (int64, error) {
	if err := a.failed(a.buffer.Flush()); err != nil {
		return 0, err
	}
	if err := a.failed(a.file.Sync()); err != nil {
		return 0, err
	}
	a.synced = a.size
	return a.size, nil
}

// close cuts what came after the last sync.
func (a *appendFile) close() error {
	var err error
	if a.size != a.synced || a.err != nil {
		err = a.file.Truncate(a.synced)
	}
	return errors.Join(err, a.file.Close())
}

// fileSet is appendFiles under one mark.
type fileSet struct {
	root  *os.Root
	files []*appendFile
	fresh bool // names are not durable yet
}

func openFiles(root *os.Root, names []string, mark json.RawMessage) (*fileSet, error) {
	s := &fileSet{root: root, fresh: mark == nil}
	lengths := map[string]int64{}
	if mark != nil {
		if err := json.Unmarshal(mark, &lengths); err != nil {
			return nil, fmt.Errorf("checkpoint.json is damaged: %w; use -restart to begin anew", err)
		}
	}
	for _, name := range names {
		length, ok := lengths[name]
		if !ok {
			length = -1
		}
		f, err := openAppend(root, name, length)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		s.files = append(s.files, f)
	}
	return s, nil
}

// Sync makes the files durable; its mark is their lengths.
func (s *fileSet) Sync() (json.RawMessage, error) {
	lengths := map[string]int64{}
	for _, f := range s.files {
		n, err := f.sync()
		if err != nil {
			return nil, err
		}
		lengths[f.name] = n
	}
	if s.fresh {
		if err := SyncDir(s.root, "."); err != nil {
			return nil, err
		}
		s.fresh = false
	}
	return json.Marshal(lengths)
}

func (s *fileSet) Close() error {
	var err error
	for _, f := range s.files {
		err = errors.Join(err, f.close())
	}
	return err
}
