package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/articleline"
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

// readLines reads JSON lines of any length, in the form of package articleline.
func readLines(name string, r io.Reader, yield func(dateline.Article, error) bool) bool {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff")) // byte order mark
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			record, err := articleline.Parse(line)
			if err != nil {
				err = fmt.Errorf("%s:%d: %w", name, n, err)
			}
			if !yield(record.Article, err) {
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
