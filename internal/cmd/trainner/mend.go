package main

import (
	"encoding/json"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/ner/corpus"
	"github.com/dateline-go/dateline/internal/text"
)

// labels are the names that a tagger finds, in code points.
func labels(a corpus.Article, t *ner.Tagger) []corpus.Label {
	doc := text.Read(a.Text)
	at := make(map[int]int)
	n := 0
	for i := range a.Text {
		at[i] = n
		n++
	}
	at[len(a.Text)] = n
	var out []corpus.Label
	for _, name := range t.Tag(nil, doc) {
		s := doc.Span(name.First, name.Last)
		out = append(out, corpus.Label{Start: at[s.Start], End: at[s.End], Type: name.Type.String()})
	}
	return out
}

func isPlace(t string) bool { return t == "GPE" || t == "LOC" || t == "FAC" }

// mend adds to an article what a tagger finds of the types that its corpus does
// not label, and tells its places apart where the tagger finds the same ones.
func mend(a corpus.Article, t *ner.Tagger, lacks string) corpus.Article {
	found := labels(a, t)
	kinds := map[[2]int]string{}
	for _, f := range found {
		kinds[[2]int{f.Start, f.End}] = f.Type
	}
	out := append([]corpus.Label(nil), a.Labels...)
	for i := range out {
		if k := kinds[[2]int{out[i].Start, out[i].End}]; out[i].Type == "PLACE" && isPlace(k) {
			out[i].Type = k
		}
	}
	widen(a.Text, out)
	own := len(out)
	for _, f := range found {
		if !strings.Contains(lacks, f.Type) {
			continue
		}
		free := true
		for _, o := range out[:own] {
			free = free && (o.End <= f.Start || f.End <= o.Start)
		}
		if free {
			out = append(out, f)
		}
	}
	corpus.Sort(out)
	a.Labels = out
	return a
}

// widen gives names that a corpus's rules cut ("the United [States]") their
// first word back.
func widen(s string, labels []corpus.Label) {
	runes := []rune(s)
	const united = "United "
	for i := range labels {
		l := &labels[i]
		if b := l.Start - len(united); b >= 0 && string(runes[b:l.Start]) == united && (i == 0 || labels[i-1].End <= b) {
			l.Start = b
		}
	}
}

// gmbTypes says which of our types a type of the Groningen Meaning Bank may be.
var gmbTypes = map[string]string{
	"geo": "GPE LOC FAC", "gpe": "GPE NORP", "per": "PERSON", "org": "ORG", "eve": "EVENT", "nat": "EVENT",
}

// agreeing reads the sentences of the Groningen Meaning Bank's own labels, which
// are in part a machine's, on which the tagger finds the same names; the types
// are the tagger's. Sentences that were corrected by hand are left out.
func agreeing(path, corrected string, t *ner.Tagger) ([]corpus.Article, error) {
	done := map[string]bool{}
	fixed, err := corpus.Read(corrected)
	if err != nil {
		return nil, err
	}
	for _, a := range fixed {
		done[a.ID] = true
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var list []corpus.Article
	for line := range strings.SplitSeq(string(data), "\n") {
		if line == "" {
			continue
		}
		var s struct {
			ID     string
			Tokens []string
			Tags   []string
		}
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			return nil, err
		}
		if done[s.ID] {
			continue
		}
		a := sentence(s.Tokens, s.Tags)
		found := labels(a, t)
		if agree(&a, found) {
			a.ID, a.Labels = s.ID, found
			list = append(list, a)
		}
	}
	return list, nil
}

// sentence joins tokens as they are printed; its labels are the corpus's own.
func sentence(tokens, tags []string) corpus.Article {
	var b strings.Builder
	var a corpus.Article
	n := 0
	for i, w := range tokens {
		if i > 0 && !glued(w) && !strings.HasSuffix(tokens[i-1], "(") && tokens[i-1] != "$" {
			b.WriteByte(' ')
			n++
		}
		start := n
		b.WriteString(w)
		n += utf8.RuneCountInString(w)
		kind, ok := strings.CutPrefix(tags[i], "B-")
		if ok {
			a.Labels = append(a.Labels, corpus.Label{Start: start, End: n, Type: kind})
		} else if strings.HasPrefix(tags[i], "I-") && len(a.Labels) > 0 {
			a.Labels[len(a.Labels)-1].End = n
		}
	}
	a.Text = b.String()
	return a
}

func glued(w string) bool {
	switch w {
	case ",", ".", ";", ":", "?", "!", ")", "'s", "'", "n't", "%", "'re", "'ve", "'ll":
		return true
	}
	return false
}

// agree reports that both label the same names: the ends agree (the corpus takes
// titles into persons) and the types are the same thing.
func agree(a *corpus.Article, found []corpus.Label) bool {
	k := 0
	for _, l := range a.Labels {
		types, ok := gmbTypes[l.Type]
		if !ok {
			continue
		}
		if k == len(found) {
			return false
		}
		f := found[k]
		k++
		if !strings.Contains(types, f.Type) || f.End != l.End || f.Start < l.Start || f.Start > l.Start && f.Type != "PERSON" {
			return false
		}
	}
	return k == len(found)
}
