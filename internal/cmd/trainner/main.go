// Trainner trains the models of package ner on the corpora that may train a
// shipped model:
//
//	go run ./internal/cmd/trainner -data ../shared/data/ner
//
// It writes internal/ner/cased.bin and caseless.bin. The same corpora,
// gazetteers and word clusters give the same bytes. It takes some minutes and
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
}

var sources = []source{
	{"news_train", 2, 0.4},
	{"gmb_corrected_train", 1.5, 0.2},
	{"gum_train", 0.7, 0},
	{"re3d_train", 1.5, 0.3},
	{"wnut_train", 0.5, 0},
}

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data/ner", "folder of the corpora")
	out := flag.String("out", "internal/ner", "folder for the models")
	epochs := flag.Int("epochs", 8, "passes over the corpora")
	keep := flag.Int("keep", 260000, "features kept in each model")
	dropout := flag.Float64("dropout", 0.15, "share of features left out")
	which := flag.String("models", "both", "cased, caseless or both")
	holdout := flag.Bool("holdout", false, "leave one article in five of news_train out")
	extra := flag.String("extra", "", "a further corpus of silver labels, weight 0.3")
	flag.Parse()
	set := ner.BuiltinSet()
	for _, caseless := range []bool{false, true} {
		name := "cased"
		if caseless {
			name = "caseless"
		}
		if *which != "both" && *which != name {
			continue
		}
		list := sources
		if *extra != "" {
			list = append(list, source{*extra, 0.3, 0})
		}
		examples, err := read(*data, list, set, caseless, *holdout)
		if err != nil {
			log.Fatal(err)
		}
		begin := time.Now()
		model := seqtag.Train(ner.LabelNames(), ner.Allowed, examples, seqtag.Options{
			Epochs: *epochs, Keep: *keep, Dropout: *dropout, Seed: 1, Log: os.Stderr, MinCount: 2,
		})
		bytes := model.Marshal()
		fmt.Fprintf(os.Stderr, "%s: %d sentences, %d features, %d bytes, %s\n", name, len(examples), model.Size(), len(bytes), time.Since(begin).Round(time.Second))
		if err := os.WriteFile(filepath.Join(*out, name+".bin"), bytes, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// read makes the training examples.
func read(folder string, list []source, set *gazetteer.Set, caseless, holdout bool) ([]seqtag.Example, error) {
	var examples []seqtag.Example
	for _, s := range list {
		path := s.file
		if filepath.Ext(path) == "" {
			path = filepath.Join(folder, s.file+".jsonl")
		}
		articles, err := corpus.Read(path)
		if err != nil {
			return nil, err
		}
		for _, a := range articles {
			if a.Source == "BBC Online" || holdout && s.file == "news_train" && corpus.HeldOut(a.ID) {
				continue // not free to use; kept for measuring
			}
			if caseless {
				a = a.Upper()
			}
			add := func(a corpus.Article, weight float64) {
				doc := text.Read(a.Text)
				examples = ner.Examples(examples, doc, a.Names(doc, set), set, caseless, weight)
			}
			add(a, s.weight)
			if s.bare > 0 && !caseless {
				add(a.Bare(), s.bare)
			}
		}
	}
	return examples, nil
}
