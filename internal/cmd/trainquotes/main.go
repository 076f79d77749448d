// Trainquotes trains the three models of quote attribution.
//
//	go run ./internal/cmd/trainquotes -data ../shared/data -out internal/attribution
//
// With -ablate it prints the table of what each part is worth. It reads
// polnear/train.jsonl and quotes/train.jsonl under -data and writes bins.txt,
// cues.model, parts.model and accept.model. With -stage bins, cues, parts or
// accept it does one of the four; the models need the bins that are compiled in,
// so the bins come first. Same data and rules, same bytes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/morph"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "internal/attribution", "folder to write to")
	stage := flag.String("stage", "", "bins, cues, parts or accept; empty for the three models")
	keep := flag.Int("keep", 250000, "features to keep in the cue model; the other keeps an eighth more")
	weight := flag.Float64("own", 3, "weight of the articles annotated to our own guidelines")
	table := flag.Bool("ablate", false, "print what each part is worth on the development articles and train nothing")
	limit := flag.Int("limit", 0, "read only so many articles (0: all)")
	flag.Parse()
	if *table {
		paths := []string{filepath.Join(*data, "../gold/dev.jsonl"), filepath.Join(*data, "quotes/train.jsonl"), filepath.Join(*data, "polnear/dev.jsonl")}
		if err := ablate(attribution.Default(), paths, 0.5); err != nil {
			log.Fatal("trainquotes: ", err)
		}
		return
	}
	if err := run(*data, *out, *stage, *keep, *weight, *limit); err != nil {
		log.Fatal("trainquotes: ", err)
	}
}

// article is a text with its attributions in tokens.
type article struct {
	scene  *attribution.Scene
	ents   *entities.Result
	quotes []quote
	weight float64
	words  [][2]int // of the text, for scoring
}

type quote struct {
	cue, source, content []attribution.Run
	kind                 string
}

type record struct {
	Text   string `json:"text"`
	Quotes []struct {
		Start   int             `json:"start"`
		End     int             `json:"end"`
		Content [][2]int        `json:"content"`
		Cue     json.RawMessage `json:"cue"`
		Source  json.RawMessage `json:"source"`
		Kind    string          `json:"kind"`
	} `json:"quotes"`
}

// ranges reads [[start, end], ...] or {"start", "end"} or null.
func ranges(raw json.RawMessage) [][2]int {
	var many [][2]int
	if json.Unmarshal(raw, &many) == nil {
		return many
	}
	var one struct{ Start, End int }
	if json.Unmarshal(raw, &one) == nil && one.End > one.Start {
		return [][2]int{{one.Start, one.End}}
	}
	return nil
}

func read(path string, weight float64, limit int) ([]article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []article
	d := json.NewDecoder(bufio.NewReader(f))
	for d.More() && (limit == 0 || len(out) < limit) {
		var r record
		if err := d.Decode(&r); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		doc := tagger.Read(r.Text)
		ents := entities.Default().Analyze(doc)
		a := article{ents: ents, scene: attribution.Stage(doc, ents), weight: weight, words: wordsOf(r.Text)}
		bytes := make([]int, 0, len(r.Text)+1)
		for i := range r.Text {
			bytes = append(bytes, i)
		}
		bytes = append(bytes, len(r.Text))
		tokens := func(spans [][2]int) []attribution.Run {
			var runs []attribution.Run
			for _, s := range spans {
				if s[0] >= s[1] || s[1] >= len(bytes) {
					continue
				}
				first, last := doc.TokenAt(bytes[s[0]]), doc.TokenAt(bytes[s[1]]-1)+1
				if first < last && last <= len(doc.Tokens) {
					runs = append(runs, attribution.Run{First: first, Last: last})
				}
			}
			return runs
		}
		for _, q := range r.Quotes {
			content := q.Content
			if content == nil {
				content = [][2]int{{q.Start, q.End}}
			}
			a.quotes = append(a.quotes, quote{cue: tokens(ranges(q.Cue)), source: tokens(ranges(q.Source)), content: tokens(content), kind: q.Kind})
		}
		out = append(out, a)
	}
	return out, nil
}

func run(data, out, stage string, keep int, weight float64, limit int) error {
	articles, err := read(filepath.Join(data, "polnear/train.jsonl"), 1, limit)
	if err != nil {
		return err
	}
	if stage == "bins" {
		return writeBins(articles, filepath.Join(out, "bins.txt"))
	}
	own, err := read(filepath.Join(data, "quotes/train.jsonl"), weight, 0)
	if err != nil {
		return err
	}
	if weight > 0 {
		articles = append(articles, merge(own)...)
	}
	if stage == "" || stage == "cues" {
		if err := os.WriteFile(filepath.Join(out, "cues.model"), trainCues(cueExamples(articles), keep).Marshal(), 0o644); err != nil {
			return err
		}
	}
	if stage == "" || stage == "parts" {
		if err := os.WriteFile(filepath.Join(out, "parts.model"), trainParts(partExamples(articles), keep).Marshal(), 0o644); err != nil {
			return err
		}
	}
	if stage == "" || stage == "accept" {
		return os.WriteFile(filepath.Join(out, "accept.model"), trainAccept(articles, keep).Marshal(), 0o644)
	}
	return nil
}

// trainCues trains the first model. More is left out of what it sees than of
// what the recognizer of names does: it has fewer examples to learn rare verbs
// from.
func trainCues(examples []seqtag.Example, keep int) *seqtag.Model {
	o := seqtag.Options{Epochs: 7, Keep: keep, Dropout: 0.3, Seed: 1, Log: os.Stderr}
	return seqtag.Train(attribution.CueLabels, attribution.CueFollows, examples, o)
}

// trainParts trains the second model, which has so many features that more passes
// only learn the examples by heart.
func trainParts(examples []seqtag.Example, keep int) *seqtag.Model {
	o := seqtag.Options{Epochs: 3, Keep: keep + keep/8, Dropout: 0.5, Seed: 1, Log: os.Stderr}
	return seqtag.Train(attribution.PartLabels, attribution.PartFollows, examples, o)
}

// merge joins the records that share a cue: our guidelines make one of every
// piece of a quote.
func merge(articles []article) []article {
	for k := range articles {
		var merged []quote
		for _, q := range articles[k].quotes {
			joined := false
			for i := range merged {
				if len(q.cue) > 0 && slices.Equal(merged[i].cue, q.cue) {
					merged[i].content = append(merged[i].content, q.content...)
					joined = true
				}
			}
			if !joined {
				merged = append(merged, q)
			}
		}
		articles[k].quotes = merged
	}
	return articles
}

func cueExamples(articles []article) []seqtag.Example {
	var out []seqtag.Example
	var f seqtag.Features
	for _, a := range articles {
		labels := make([]uint8, len(a.scene.Doc.Tokens))
		for _, q := range a.quotes {
			for _, c := range q.cue {
				for i := c.First; i < c.Last; i++ {
					if labels[i] != 0 {
						continue
					}
					labels[i] = 2
					if i == c.First || a.scene.Doc.Tokens[i].Sentence != a.scene.Doc.Tokens[i-1].Sentence {
						labels[i] = 1
					}
				}
			}
		}
		for i := range labels {
			if labels[i] == 2 && (i == 0 || labels[i-1] == 0) {
				labels[i] = 1
			}
		}
		for k := range a.scene.Doc.Sentences {
			s := &a.scene.Doc.Sentences[k]
			a.scene.CueFeatures(&f, k)
			out = append(out, seqtag.Example{Features: f.Clone(), Labels: labels[s.First:s.Last], Weight: a.weight})
		}
	}
	return out
}

// cues are the annotators'.
func (a *article) cues() []attribution.Run {
	var out []attribution.Run
	for _, q := range a.quotes {
		out = append(out, q.cue...)
	}
	return out
}

func partExamples(articles []article) []seqtag.Example {
	var out []seqtag.Example
	var f seqtag.Features
	var scratch attribution.Beside
	for _, a := range articles {
		a.scene.NoteCues(a.cues())
		used := map[int]bool{}
		add := func(cue attribution.Run, q quote, weight float64) {
			w := a.scene.WindowOf(cue)
			a.scene.PartFeatures(&f, w, cue, &scratch)
			labels := make([]uint8, w.Last-w.First)
			mark := func(runs []attribution.Run, label uint8) {
				for _, r := range runs {
					// The cue may stand within.
					for _, piece := range []attribution.Run{{First: r.First, Last: min(r.Last, cue.First)}, {First: max(r.First, cue.Last), Last: r.Last}} {
						first, last := max(piece.First, w.First), min(piece.Last, w.Last)
						if first < last {
							attribution.Mark(labels[first-w.First:last-w.First], label)
						}
					}
				}
			}
			mark(q.content, attribution.PartContent)
			mark(q.source, attribution.PartSource)
			out = append(out, seqtag.Example{Features: f.Clone(), Labels: labels, Weight: weight})
		}
		for _, q := range a.quotes {
			if len(q.cue) == 0 {
				continue
			}
			add(q.cue[0], q, a.weight)
			for i := q.cue[0].First; i < q.cue[0].Last; i++ {
				used[i] = true
			}
		}
		// What the rules wrongly take for a cue has no parts.
		for _, h := range a.scene.Hints {
			if !used[h.Cue.First] {
				add(h.Cue, quote{}, a.weight/2)
			}
		}
	}
	return out
}

// bounds[i] is the least share of cues in bin i+1.
var bounds = []float64{0.02, 0.08, 0.18, 0.3, 0.45, 0.65, 0.85}

func writeBins(articles []article, path string) error {
	type count struct{ cue, all int }
	counts := map[string]*count{}
	for _, a := range articles {
		in := map[int]bool{}
		for _, q := range a.quotes {
			for _, c := range q.cue {
				for i := c.First; i < c.Last; i++ {
					in[i] = true
				}
			}
		}
		for i := range a.scene.Doc.Tokens {
			t := &a.scene.Doc.Tokens[i]
			if t.Kind != text.Word {
				continue
			}
			lemma := t.Lower
			if t.Tag.Verb() || t.Tag.Noun() {
				lemma = morph.Lemma(t.Lower, t.Tag)
			}
			c := counts[lemma]
			if c == nil {
				c = &count{}
				counts[lemma] = c
			}
			c.all++
			if in[i] {
				c.cue++
			}
		}
	}
	bins := make([][]string, len(bounds)+1)
	for lemma, c := range counts {
		if c.cue < 2 || c.all < 4 || strings.ContainsAny(lemma, " \t") {
			continue
		}
		share := (float64(c.cue) - 1) / (float64(c.all) + 1) // wary of the rare
		bin := 0
		for bin < len(bounds) && share >= bounds[bin] {
			bin++
		}
		if bin > 0 {
			bins[bin] = append(bins[bin], lemma)
		}
	}
	var b strings.Builder
	for n := 1; n < len(bins); n++ {
		slices.Sort(bins[n])
		for chunk := range slices.Chunk(bins[n], 12) {
			fmt.Fprintf(&b, "%d %s\n", n, strings.Join(chunk, " "))
		}
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
