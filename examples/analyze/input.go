package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// articles yields the articles of all inputs in order, and an error for each
// file or line that cannot be read; the others go on.
func articles(files []string, stdin io.Reader, form string, records bool) iter.Seq2[dateline.Article, error] {
	return func(yield func(dateline.Article, error) bool) {
		lines := func(name string) bool {
			return form == "jsonl" || form == "auto" && (records || strings.HasSuffix(name, ".jsonl"))
		}
		if len(files) == 0 {
			switch f, ok := stdin.(*os.File); {
			case ok && isDevice(f) && !(records && form != "text"):
				yield(dateline.Article{ID: "sample", Text: sample}, nil)
			case lines(""):
				readLines("standard input", stdin, yield)
			default:
				readText("", "standard input", stdin, yield)
			}
			return
		}
		for _, name := range files {
			f, err := os.Open(name)
			if err != nil {
				if !yield(dateline.Article{}, fmt.Errorf("cannot read the article: %w", err)) {
					return
				}
				continue
			}
			var more bool
			if lines(name) {
				more = readLines(name, f, yield)
			} else {
				more = readText(filepath.Base(name), name, f, yield)
			}
			f.Close() // was only read
			if !more {
				return
			}
		}
	}
}

// isDevice reports a terminal or the null device: nobody pipes an article in.
func isDevice(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func readText(id, name string, r io.Reader, yield func(dateline.Article, error) bool) bool {
	text, err := io.ReadAll(r)
	if err != nil {
		return yield(dateline.Article{}, fmt.Errorf("cannot read %s: %w", name, err))
	}
	return yield(dateline.Article{ID: id, Text: string(text)}, nil)
}

// readLines reads JSON lines of any length.
func readLines(name string, r io.Reader, yield func(dateline.Article, error) bool) bool {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff")) // byte order mark
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			article, err := parseLine(line)
			if err != nil {
				err = fmt.Errorf("%s:%d: %w", name, n, err)
			}
			if !yield(article, err) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(dateline.Article{}, fmt.Errorf("cannot read %s after line %d: %w", name, n, err))
		}
	}
}

func parseLine(line []byte) (dateline.Article, error) {
	var record struct {
		ID   string  `json:"id"`
		Text *string `json:"text"`
		Date string  `json:"date"`
	}
	err := json.Unmarshal(line, &record)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		where := "the line"
		if wrong.Field != "" {
			where = strconv.Quote(wrong.Field)
		}
		return dateline.Article{}, fmt.Errorf(`not an article: %s is of type %s (want {"id": "...", "text": "..."})`, where, wrong.Value)
	}
	if err != nil {
		return dateline.Article{}, fmt.Errorf(`not an article: %w (want {"id": "...", "text": "..."})`, err)
	}
	if record.Text == nil {
		return dateline.Article{}, errors.New(`not an article: no "text" (want {"id": "...", "text": "..."})`)
	}
	article := dateline.Article{ID: record.ID, Text: *record.Text}
	if record.Date != "" {
		date := record.Date
		if len(date) > len(time.DateOnly) && date[len(time.DateOnly)] == 'T' {
			date = date[:len(time.DateOnly)]
		}
		day, err := time.Parse(time.DateOnly, date)
		if err != nil {
			return dateline.Article{}, fmt.Errorf("not a date: %q (want year-month-day: 2026-11-25)", record.Date)
		}
		article.Published = day
	}
	return article, nil
}
