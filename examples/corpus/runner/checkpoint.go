package runner

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Schema names the form of checkpoint.json and of the tables. It changes when
// a column changes its meaning or goes away.
const Schema = "dateline-corpus/1"

const checkpointFile = "checkpoint.json"

// phase is what a run is at.
type phase string

const (
	reading phase = "reading" // articles
	read    phase = "read"    // all of them; events come next
	done    phase = "done"
)

// checkpoint is all that a run needs to go on.
type checkpoint struct {
	Schema   string                     `json:"schema"`
	Input    survey                     `json:"input"`
	Options  string                     `json:"options"`  // those that matter for the output
	Analyzer string                     `json:"analyzer"` // digest of the analysis of a sample
	Phase    phase                      `json:"phase"`
	Position Position                   `json:"position"`
	Articles int64                      `json:"articles"` // written
	Errors   int64                      `json:"errors"`   // dead letters
	Events   int64                      `json:"events"`
	Read     int64                      `json:"read"` // bytes
	Seconds  float64                    `json:"seconds"`
	Marks    map[string]json.RawMessage `json:"marks"`
}

// loadCheckpoint reads the folder's checkpoint; nil if there is none.
func loadCheckpoint(root *os.Root) (*checkpoint, error) {
	content, err := root.ReadFile(checkpointFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", checkpointFile, err)
	}
	var c checkpoint
	if err := json.Unmarshal(content, &c); err != nil {
		return nil, fmt.Errorf("%s is damaged: %w; use -restart to begin anew", checkpointFile, err)
	}
	if c.Schema != Schema {
		return nil, fmt.Errorf("%s is of another version (%q, this program writes %q); use -restart to begin anew", checkpointFile, c.Schema, Schema)
	}
	return &c, nil
}

// goesOn says why a run cannot go on with what it began with.
func (c *checkpoint) goesOn(now *checkpoint) error {
	const hint = "give the run another -out folder, or use -restart to begin anew"
	switch {
	case c.Options != now.Options:
		return fmt.Errorf("the options differ from those that this run began with (then: %s; now: %s): use the same, or %s", c.Options, now.Options, hint)
	case c.Input.Digest != now.Input.Digest:
		return fmt.Errorf("the input changed since this run began (then: %d files, %d bytes; now: %d files, %d bytes; names, sizes and times of change count): %s",
			c.Input.Files, c.Input.Bytes, now.Input.Files, now.Input.Bytes, hint)
	case c.Analyzer != now.Analyzer:
		return fmt.Errorf("this dateline gives other results than the one that this run began with: %s", hint)
	}
	return nil
}

// replaceFile writes a small file in one step: after a crash the old one is
// there or the new one, never half of it.
func replaceFile(root *os.Root, name string, v any) error {
	content, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	err = func() error {
		f, err := root.OpenFile(name+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
		if err != nil {
			return err
		}
		_, err = f.Write(append(content, '\n'))
		if err == nil {
			err = f.Sync()
		}
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
		if err := root.Rename(name+".tmp", name); err != nil {
			return err
		}
		return SyncDir(root, ".")
	}()
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", name, err)
	}
	return nil
}
