// Trainner trains the models of package ner on the corpora that may train a
// shipped model:
//
//	go run ./internal/cmd/trainner -data ../shared/data/ner
//
// It writes internal/ner/cased.bin and caseless.bin. The same corpora,
// gazetteers and word clusters give the same bytes. It takes some minutes (twice as
// many for the model that looks at case, the average of two) and
// 3 GB on one core for each model.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/ner/corpus"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// source is a corpus, how much it counts, and which copies of it are made.
type source struct {
	file   string
	weight float64
	bare   float64 // weight of the copy without commas and apostrophes, 0: none
	lacks  string  // types that the corpus does not label
}

var sources = []source{
	{"news_train", 2, 0.4, ""},
	{"gmb_corrected_train", 1.5, 0.2, ""},
	{"gum_train", 0.7, 0, "EVENT PERSON GPE NORP"},
	{"re3d_train", 2, 0.5, "EVENT"},
	{"wnut_train", 0.5, 0, "EVENT NORP"},
	{"gmb_train", 0.7, 0, ""},
	{invented, 0.14, 0, ""},
}

// invented is the source that the grammar makes.
const invented = "invented"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data/ner", "folder of the corpora")
	out := flag.String("out", "internal/ner", "folder for the models")
	epochs := flag.Int("epochs", 10, "passes over the corpora")
	keep := flag.Int("keep", 90000, "features kept in the model that looks at case")
	keepCaseless := flag.Int("keep-caseless", 60000, "features kept in the other one")
	dropout := flag.Float64("dropout", 0.5, "share of features left out")
	which := flag.String("models", "both", "cased, caseless or both")
	holdout := flag.Bool("holdout", false, "leave one article in five of news_train out")
	tables := flag.String("tables", "internal/gazetteer/tables", "folder of the gazetteer's lists")
	copies := flag.Int("invented", 20, "texts made of each line of the grammar")
	share := flag.Float64("invented-weight", 0.14, "weight of the invented texts")
	average := flag.Int("average", 2, "models of different seeds averaged to the one that looks at case")
	extra := flag.String("extra", "", "a further corpus of silver labels, weight 0.3")
	flag.Parse()
	list := sources
	if *extra != "" {
		list = append(list, source{*extra, 0.3, 0, ""})
	}
	set := ner.BuiltinSet()
	list[len(list)-1].weight = *share
	r := &reader{folder: *data, tables: *tables, set: set, holdout: *holdout, copies: *copies}
	train := func(list []source, caseless bool, epochs int) *seqtag.Model {
		examples, err := r.examples(list, caseless)
		if err != nil {
			log.Fatal(err)
		}
		begin := time.Now()
		kept, models := *keep, *average
		if caseless {
			kept, models = *keepCaseless, 1
		}
		if r.first == nil {
			models = 1 // it only mends
		}
		m := seqtag.Train(ner.LabelNames(), ner.Allowed, examples, seqtag.Options{
			Epochs: epochs, Keep: kept, Dropout: *dropout, Seed: 1, MinCount: 2, Average: models,
		})
		fmt.Fprintf(os.Stderr, "%d sentences, %d features, %s\n", len(examples), m.Size(), time.Since(begin).Round(time.Second))
		return m
	}
	// A first model, of the corpora that label all types, mends the others. A
	// second round of mending was tried and gains nothing.
	first := train(list[:2], false, 5)
	r.first = ner.New(first, first, set)
	for _, caseless := range []bool{false, true} {
		name := "cased"
		if caseless {
			name = "caseless"
		}
		if *which != "both" && *which != name {
			continue
		}
		m := train(list, caseless, *epochs)
		bytes := m.Marshal()
		if caseless {
			bytes = m.MarshalSmall() // few texts need it
		}
		fmt.Fprintf(os.Stderr, "%s: %d bytes\n", name, len(bytes))
		if err := os.WriteFile(filepath.Join(*out, name+".bin"), bytes, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// reader turns corpora into training examples.
type reader struct {
	folder  string
	tables  string
	copies  int
	set     *gazetteer.Set
	holdout bool
	persons []string    // names of persons that the corpora hold
	first   *ner.Tagger // mends incomplete corpora; nil in the first pass
}

// examples reads the corpora for one of the models.
func (r *reader) examples(list []source, caseless bool) ([]seqtag.Example, error) {
	var examples []seqtag.Example
	for _, s := range list {
		articles, err := r.articles(s)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			if a.Source == "BBC Online" || r.holdout && s.file == "news_train" && corpus.HeldOut(a.ID) {
				continue // not free to use; kept for measuring
			}
			if r.first != nil && s.lacks != "" {
				a = mend(a, r.first, s.lacks)
			}
			if caseless {
				a = a.Upper()
			}
			add := func(a corpus.Article, weight float64) {
				doc := text.Read(a.Text)
				examples = ner.Examples(examples, doc, a.Names(doc, r.set), r.set, caseless, weight)
			}
			add(a, s.weight)
			if s.bare > 0 && !caseless {
				add(a.Bare(), s.bare)
			}
		}
	}
	return examples, nil
}

func (r *reader) articles(s source) ([]corpus.Article, error) {
	if s.file == invented {
		g, err := newGrammar(r.set, r.persons, r.tables)
		if err != nil {
			return nil, err
		}
		return g.articles(r.copies)
	}
	path := s.file
	if filepath.Ext(path) == "" {
		path = filepath.Join(r.folder, s.file+".jsonl")
	}
	if s.file == "gmb_train" {
		if r.first == nil {
			return nil, nil
		}
		return agreeing(path, filepath.Join(r.folder, "gmb_corrected_train.jsonl"), r.first)
	}
	list, err := corpus.Read(path)
	for _, a := range list {
		runes := []rune(a.Text)
		for _, l := range a.Labels {
			if l.Type == "PERSON" {
				r.persons = append(r.persons, string(runes[l.Start:l.End]))
			}
		}
	}
	return list, err
}
