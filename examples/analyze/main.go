// Analyze shows what news articles say: their entities, their quotes with
// their sources, and their casualty claims.
//
//	go run ./examples/analyze FILE...
//
// Without a file it reads standard input; if that is a terminal, it shows a
// sample article. Files ending in .jsonl, and all input of -format records,
// hold an article a line: {"id": "...", "text": "...", "date": "2026-11-25"}.
package main

import (
	"bufio"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// sample is an invented article: nothing in it happened.
//
//go:embed sample.txt
var sample string

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is main with its surroundings passed in; it returns the exit status: 1
// if an input could not be read, 2 for a wrong command line.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("analyze", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "report", "output: report, json (one document after another), jsonl, records (JSON lines in the gold's record format) or html")
	input := flags.String("input", "auto", "input: text (a file is an article), jsonl (a line is an article) or auto")
	offsets := flags.String("offsets", "byte", "what offsets count: byte, rune (code points) or utf16")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: analyze [flags] [FILE...]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "analyze:", err)
		return status
	}
	unit, err := span.ParseUnit(*offsets)
	if err != nil {
		return fail(2, fmt.Errorf("-offsets: %w", err))
	}
	if *input != "auto" && *input != "text" && *input != "jsonl" {
		return fail(2, fmt.Errorf("-input: unknown form %q: use text, jsonl or auto", *input))
	}
	buffered := bufio.NewWriterSize(stdout, 1<<16)
	out, err := newWriter(*format, buffered, unit, useColor(stdout))
	if err != nil {
		return fail(2, err)
	}

	status, progress := 0, newProgress(stderr, stdout)
	for article, err := range articles(flags.Args(), stdin, *input, *format == "records") {
		if err != nil {
			progress.clear()
			status = fail(1, err)
			continue
		}
		// Each article is written out at once, so that a program at the other
		// end of the pipe may wait for the answer to its line.
		err := out.write(article)
		if err == nil {
			err = buffered.Flush()
		}
		if err != nil {
			return fail(1, fmt.Errorf("cannot write the output: %w", err))
		}
		progress.add(len(article.Text))
	}
	progress.clear()
	if err := errors.Join(out.close(), buffered.Flush()); err != nil {
		return fail(1, fmt.Errorf("cannot write the output: %w", err))
	}
	return status
}

// writer writes analyses in one of the formats.
type writer interface {
	write(article dateline.Article) error
	close() error
}

func newWriter(format string, w *bufio.Writer, unit span.Unit, color bool) (writer, error) {
	analyzer, err := dateline.New()
	if err != nil {
		return nil, err
	}
	switch format {
	case "report":
		return &reportWriter{w: w, analyzer: analyzer, paint: newPainter(color)}, nil
	case "json":
		return &jsonWriter{w: w, analyzer: analyzer, unit: unit, indent: true}, nil
	case "jsonl":
		return &jsonWriter{w: w, analyzer: analyzer, unit: unit}, nil
	case "records":
		return &jsonWriter{w: w, analyzer: analyzer, unit: unit, records: true}, nil
	case "html":
		return &htmlWriter{w: w, analyzer: analyzer}, nil
	}
	return nil, fmt.Errorf("-format: unknown format %q: use %s", format, strings.Join([]string{"report", "json", "jsonl", "records", "html"}, ", "))
}
