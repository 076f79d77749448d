package main

import (
	"bufio"
	"encoding/json"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// jsonWriter writes one JSON value an article: indented, or a line each.
type jsonWriter struct {
	w        *bufio.Writer
	analyzer *dateline.Analyzer
	unit     span.Unit
	indent   bool
	records  bool // the gold's record format instead of the whole analysis
}

func (j *jsonWriter) write(article dateline.Article) error {
	analysis := j.analyzer.AnalyzeArticle(article).In(j.unit)
	out := json.NewEncoder(j.w)
	out.SetEscapeHTML(false)
	if j.indent {
		out.SetIndent("", "  ")
	}
	if j.records {
		return out.Encode(newRecord(analysis))
	}
	return out.Encode(analysis)
}

func (*jsonWriter) close() error { return nil }
