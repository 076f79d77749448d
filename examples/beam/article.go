package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/dateline-go/dateline/internal/articleline"
)

// parse reads a line; ok is false for empty ones. An article without an ID gets
// one made of its text, which is the same on every run and worker.
func parse(line string) (in articleline.Record, ok bool, err error) {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if line == "" {
		return in, false, nil
	}
	if in, err = articleline.Parse([]byte(line)); err != nil {
		return in, false, err
	}
	if in.ID == "" {
		sum := sha256.Sum256([]byte(in.Text))
		in.ID = hex.EncodeToString(sum[:8])
	}
	return in, true, nil
}
