package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// articleLine is an article with its outlet.
type articleLine struct {
	dateline.Article
	outlet string
}

// parse reads a line; ok is false for empty ones. An article without an ID gets
// one made of its text, which is the same on every run and worker.
func parse(line string) (in articleLine, ok bool, err error) {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if line == "" {
		return in, false, nil
	}
	var record struct {
		ID     string  `json:"id"`
		Text   *string `json:"text"`
		Date   string  `json:"date"`
		Outlet string  `json:"outlet"`
	}
	if err := json.Unmarshal([]byte(line), &record); err != nil {
		return in, false, fmt.Errorf("not an article: %w", err)
	}
	if record.Text == nil {
		return in, false, errors.New(`not an article: no "text"`)
	}
	in.outlet = record.Outlet
	in.ID, in.Text = record.ID, *record.Text
	if in.ID == "" {
		sum := sha256.Sum256([]byte(in.Text))
		in.ID = hex.EncodeToString(sum[:8])
	}
	if record.Date != "" {
		day, _, _ := strings.Cut(record.Date, "T")
		if in.Published, err = time.Parse(time.DateOnly, day); err != nil {
			return in, false, fmt.Errorf("not a date: %q (want year-month-day: 2026-11-25)", record.Date)
		}
	}
	return in, true, nil
}
