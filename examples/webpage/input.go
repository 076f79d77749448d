package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/examples/webpage/fetch"
	"github.com/dateline-go/dateline/examples/webpage/page"
	"github.com/dateline-go/dateline/examples/webpage/warc"
)

// inputs reads the pages of the command line one at a time.
type inputs struct {
	ctx         context.Context
	stdin       io.Reader
	fetcher     *fetch.Fetcher
	contentType string // of files and standard input
}

// pages yields the pages of all arguments in order, and an error for each that
// cannot be read; the others go on.
func (in *inputs) pages(args []string) iter.Seq2[page.Input, error] {
	return func(yield func(page.Input, error) bool) {
		for _, arg := range args {
			if in.ctx.Err() != nil {
				yield(page.Input{Name: arg}, in.ctx.Err())
				return
			}
			if !in.argument(arg, yield) {
				return
			}
		}
	}
}

func (in *inputs) argument(arg string, yield func(page.Input, error) bool) bool {
	switch {
	case arg == "-":
		body, err := limited(in.stdin)
		return yield(page.Input{Name: "standard input", ContentType: in.contentType, Body: body}, err)
	case fetch.IsURL(arg):
		got, err := in.fetcher.Get(in.ctx, arg)
		if err == nil && !warc.IsHTML(got.ContentType) {
			err = fmt.Errorf("the server sent %q, not a web page", got.ContentType)
		}
		if err != nil {
			return yield(page.Input{Name: arg}, err)
		}
		return yield(page.Input{Name: arg, URL: got.URL, ContentType: got.ContentType, Body: got.Body}, nil)
	}
	info, err := os.Stat(arg)
	if err != nil {
		return yield(page.Input{Name: arg}, pathless(err))
	}
	if info.IsDir() {
		return in.folder(arg, yield)
	}
	return in.file(arg, yield)
}

// folder reads the pages and WARC files below a folder, in the order of their
// names. It does not follow links out of it.
func (in *inputs) folder(root string, yield func(page.Input, error) bool) bool {
	more, found := true, false
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(page.Input{Name: path}, pathless(err))
		case entry.Type().IsRegular() && (isPage(path) || isWARC(path)):
			found = true
			more = in.file(path, yield)
		}
		if !more || in.ctx.Err() != nil {
			return fs.SkipAll
		}
		return nil
	})
	if more && !found {
		return yield(page.Input{Name: root}, errors.New("the folder holds no .html, .htm, .xhtml, .warc or .warc.gz file"))
	}
	return more
}

func (in *inputs) file(path string, yield func(page.Input, error) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(page.Input{Name: path}, pathless(err))
	}
	defer f.Close() // was only read
	if !isWARC(path) {
		body, err := limited(f)
		return yield(page.Input{Name: path, ContentType: in.contentType, Body: body}, err)
	}
	pages := 0
	for p, err := range warc.Pages(f, page.MaxBytes) {
		if err == nil {
			pages++
		}
		input := page.Input{Name: path}
		if p != nil {
			input = page.Input{Name: path + ": " + p.URL, URL: p.URL, ContentType: p.ContentType, Body: p.Body}
		}
		if !yield(input, err) {
			return false
		}
		if in.ctx.Err() != nil {
			return true
		}
	}
	if pages == 0 {
		return yield(page.Input{Name: path}, errors.New("the WARC file holds no web page that was served with status 200"))
	}
	return true
}

func isPage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

func isWARC(path string) bool {
	path = strings.ToLower(path)
	return strings.HasSuffix(path, ".warc") || strings.HasSuffix(path, ".warc.gz")
}

func limited(r io.Reader) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, page.MaxBytes+1))
	if err == nil && len(body) > page.MaxBytes {
		return nil, fmt.Errorf("more than the %d bytes that are read of a page", page.MaxBytes)
	}
	return body, err
}

// pathless leaves out the path, which stands before the message anyway.
func pathless(err error) error {
	if wrapped, ok := errors.AsType[*fs.PathError](err); ok {
		return wrapped.Err
	}
	return err
}
