// Webpage shows what the articles of web pages say, and where in the page.
//
//	go run . PAGE...
//
// A page is a file, a folder of files, a WARC file (.warc, .warc.gz), an
// address that begins with http:// or https://, or - for standard input.
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/examples/webpage/fetch"
	"github.com/dateline-go/dateline/examples/webpage/page"
	"github.com/dateline-go/dateline/internal/terminal"
)

func main() {
	// The first signal ends the program behind the page at hand, the second one at
	// once, also while it waits for standard input.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	status := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// run is main with its surroundings passed in. Its result is the exit status:
// 1 if a page could not be read or holds no article, 2 for a wrong command
// line.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("webpage", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "report", "output: report, jsonl (analysis and places, a line a page), text (the article alone) or html (the page itself, with what was found marked in it)")
	allowPrivate := flags.Bool("allow-private", false, "fetch also from private and local addresses")
	contentType := flags.String("content-type", "", "the HTTP header Content-Type with which files were served, if its charset is needed")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: webpage [flags] FILE|FOLDER|WARC|URL|-...")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	write, known := writers[*format]
	if !known {
		fmt.Fprintf(stderr, "webpage: -format: unknown format %q: use report, jsonl, text or html\n", *format)
		return 2
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "webpage: no page: name a file, a folder, a WARC file, an address, or - for standard input")
		return 2
	}
	analyzer, err := dateline.New()
	if err != nil {
		fmt.Fprintln(stderr, "webpage:", err)
		return 2
	}
	in := &inputs{ctx: ctx, stdin: stdin, fetcher: fetch.New(*allowPrivate, page.MaxBytes), contentType: *contentType}
	out := bufio.NewWriterSize(stdout, 1<<16)
	status := 0
	for input, err := range in.pages(flags.Args()) {
		var p *page.Page
		if err == nil {
			p, err = page.Extract(input)
		}
		if err != nil {
			fmt.Fprintf(stderr, "webpage: %s: %s\n", terminal.Clean(input.Name), terminal.Clean(err.Error()))
			status = 1
			continue
		}
		err = write(out, p, analyzer.AnalyzeArticle(p.Article()))
		if err := errors.Join(err, out.Flush()); err != nil {
			fmt.Fprintln(stderr, "webpage: cannot write the output:", err)
			return 1
		}
	}
	return status
}
