package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/jdkato/prose/v2"
)

// runInside measures a system that is a Go library. It goes over the texts as
// often as it takes to fill some seconds and prints a line like the peers do.
func runInside(name, folder string, out io.Writer) error {
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	var texts []string
	words := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		texts = append(texts, string(data))
		words += len(strings.Fields(string(data)))
	}
	if len(texts) == 0 {
		return fmt.Errorf("no texts in %s", folder)
	}
	begin := time.Now()
	pass, err := passOf(name, texts)
	if err != nil {
		return err
	}
	load := time.Since(begin)
	pass() // warm-up
	passes, wall, cpu := 0, time.Now(), cputime.Process()
	for passes == 0 || time.Since(wall) < 3*time.Second {
		pass()
		passes++
	}
	if name == "dateline-2" {
		words *= streamed
	}
	fmt.Fprintf(out, "%s words=%d wall=%.3fs cpu=%.3fs load_wall=%.3fs\n", name, words*passes,
		time.Since(wall).Seconds(), (cputime.Process() - cpu).Seconds(), load.Seconds())
	return nil
}

// streamed is how often a stream for two cores has all texts, to be long enough
// for both of them.
const streamed = 20

// passOf loads a system, reads a first sentence with it, and gives a function
// that reads all texts.
func passOf(name string, texts []string) (func(), error) {
	const first = "Mr. Smith went to Iraq."
	each := func(read func(text string)) func() {
		read(first)
		return func() {
			for _, t := range texts {
				read(t)
			}
		}
	}
	switch name {
	case "dateline":
		return each(func(text string) { dateline.Analyze(text) }), nil
	case "dateline-entities":
		return each(func(text string) { entities.Find(text) }), nil
	case "dateline-2":
		a, err := dateline.New()
		if err != nil {
			return nil, err
		}
		a.Analyze(first)
		articles := func(yield func(dateline.Article) bool) {
			for range streamed {
				for _, t := range texts {
					if !yield(dateline.Article{Text: t}) {
						return
					}
				}
			}
		}
		return func() {
			for range a.AnalyzeAll(context.Background(), articles, runtime.GOMAXPROCS(0)) {
			}
		}, nil
	case "prose", "prose-fresh":
		d, err := prose.NewDocument(first)
		if err != nil {
			return nil, err
		}
		var options []prose.DocOpt
		if name == "prose" {
			options = append(options, prose.UsingModel(d.Model))
		}
		return each(func(text string) { prose.NewDocument(text, options...) }), nil
	}
	return nil, fmt.Errorf("no system %q", name)
}
