// Evalner measures the recognizer on labelled corpora and says where it errs:
//
//	go run ./internal/cmd/evalner -data ../shared
//
// For every corpus, as printed and in capitals, small letters and title case,
// it prints exact precision, recall and F1; with -errors, a table of the errors
// by class: boundary (right type, other span), type (right span, other type),
// both, missed and spurious. -list prints the errors themselves. -confidences
// compares the confidences with how many names are right; -calibrate writes
// internal/ner/confidence.txt, which must be made anew for every new model.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/ner/corpus"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

type set struct {
	name, file string
	types      string // that are measured
	held       bool   // only the articles that trainner -holdout leaves out
}

var sets = []set{
	{"gold", "gold/dev.jsonl", "PERSON ORG PLACE NORP EVENT", false},
	{"news-held", "data/ner/news_train.jsonl", "PERSON ORG PLACE NORP EVENT", true},
	{"re3d", "data/ner/re3d_dev.jsonl", "PERSON ORG PLACE NORP", false},
	{"conll", "data/ner/conll_dev.jsonl", "PERSON ORG PLACE", false},
	{"wikigold", "data/ner/wikigold_dev.jsonl", "PERSON ORG PLACE", false},
	{"gumnews", "data/ner/gumnews_dev.jsonl", "PERSON ORG PLACE NORP", false},
	{"gum", "data/ner/gum_dev.jsonl", "PERSON ORG PLACE NORP", false},
	{"wnut", "data/ner/wnut_dev.jsonl", "PERSON ORG PLACE", false},
}

// found is a name as it is measured.
type found struct {
	start, end int // bytes
	kind       string
}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared", "folder of gold and data")
	only := flag.String("sets", "", "only these sets, by name, separated by blanks")
	cased := flag.String("cased", "", "model to measure instead of the whole recognizer")
	caseless := flag.String("caseless", "", "model without case to measure with it")
	copies := flag.Bool("copies", false, "also copies in capitals, small letters and title case")
	errors := flag.Bool("errors", false, "table of errors by class")
	list := flag.Bool("list", false, "list the errors")
	calibrate := flag.String("calibrate", "", "write the calibration of the confidences to this file")
	confidences := flag.Bool("confidences", false, "how well the confidences say what they mean")
	flag.Parse()

	if *calibrate != "" || *confidences {
		if err := weigh(*data, *calibrate); err != nil {
			log.Fatal(err)
		}
		return
	}
	find := recognizer
	if *cased != "" {
		find = modelOf(*cased, *caseless)
	}
	for _, s := range sets {
		if *only != "" && !strings.Contains(" "+*only+" ", " "+s.name+" ") {
			continue
		}
		articles, err := corpus.Read(filepath.Join(*data, s.file))
		if err != nil {
			log.Fatal(err)
		}
		cases := []struct {
			name string
			make func(corpus.Article) corpus.Article
		}{{"mixed", func(a corpus.Article) corpus.Article { return a }}}
		if *copies {
			cases = append(cases, []struct {
				name string
				make func(corpus.Article) corpus.Article
			}{{"upper", corpus.Article.Upper}, {"lower", corpus.Article.Lower}, {"title", corpus.Article.Title}}...)
		}
		for _, c := range cases {
			t := newTable(s.types)
			for _, a := range articles {
				if s.held && !corpus.HeldOut(a.ID) {
					continue
				}
				a = c.make(a)
				t.add(a, gold(a), find(a.Text), *list)
			}
			fmt.Printf("%-10s %-6s %s\n", s.name, c.name, t.line())
			if *errors {
				t.print()
			}
		}
	}
}

// recognizer is the whole recognizer, as users call it.
func recognizer(s string) []found {
	var out []found
	for _, m := range entities.Find(s).Mentions {
		out = append(out, found{m.Start, m.End, string(m.Type)})
	}
	return out
}

// modelOf is the bare model, without what package entities adds.
func modelOf(cased, caseless string) func(string) []found {
	load := func(path string) *seqtag.Model {
		bytes, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		m, err := seqtag.Load(bytes)
		if err != nil {
			log.Fatalf("%s: %v", path, err)
		}
		return m
	}
	m := load(cased)
	low := m
	if caseless != "" {
		low = load(caseless)
	}
	t := ner.New(m, low, ner.BuiltinSet())
	return func(s string) []found {
		doc := tagger.Read(s)
		return foundNames(doc, t.Tag(nil, doc))
	}
}

func foundNames(doc *text.Document, names []ner.Name) []found {
	var out []found
	for _, n := range names {
		s := doc.Span(n.First, n.Last)
		out = append(out, found{s.Start, s.End, n.Type.String()})
	}
	return out
}

func gold(a corpus.Article) []found {
	var at []int
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	var out []found
	for _, l := range a.Labels {
		out = append(out, found{at[l.Start], at[l.End], l.Type})
	}
	return out
}
