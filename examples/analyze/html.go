package main

import (
	"bufio"

	"github.com/dateline-go/dateline"
)

type htmlWriter struct {
	w        *bufio.Writer
	analyzer *dateline.Analyzer
}

func (h *htmlWriter) write(article dateline.Article) error { return nil }
func (h *htmlWriter) close() error                         { return nil }
