// Package tagger gives tokens their parts of speech with a linear-chain
// conditional random field trained on GUM and GMB (see NOTICE);
// internal/cmd/trainpos builds model.bin again.
//
// Sentences in capitals or in title case are tagged by their lower-case forms.
package tagger

import (
	_ "embed"
	"sync"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// A Tagger sets Tag of every token of a document that was just read.
type Tagger interface {
	Tag(doc *text.Document)
}

//go:embed model.bin
var embedded []byte

// Default is the tagger with the embedded model, loaded at the first call.
var Default = sync.OnceValue(func() *CRF { return New(seqtag.MustLoad(embedded)) })

// Read reads a text with the default tokenizer and tags it with the default
// tagger.
func Read(s string) *text.Document {
	doc := text.Read(s)
	Default().Tag(doc)
	return doc
}

// CRF is the project's own tagger. It is immutable and may be shared between
// goroutines.
type CRF struct {
	model *seqtag.Model
	tags  []pos.Tag // of the model's labels
}

// New makes a tagger of a model whose labels are Penn tags.
func New(model *seqtag.Model) *CRF {
	c := &CRF{model: model}
	for _, l := range model.Labels() {
		tag := pos.Parse(l)
		if tag == pos.None {
			tag = pos.SYM // what no corpus has: stray bytes
		}
		c.tags = append(c.tags, tag)
	}
	return c
}

// maxSentence is how many tokens are decoded at once.
const maxSentence = 400

var pool = sync.Pool{New: func() any { return new(scratch) }}

// Tag sets the tags of all tokens.
func (c *CRF) Tag(doc *text.Document) {
	s := pool.Get().(*scratch)
	defer pool.Put(s)
	for i := range doc.Sentences {
		sent := &doc.Sentences[i]
		for first := sent.First; first < sent.Last; first += maxSentence {
			c.tag(s, doc.Tokens[first:min(first+maxSentence, sent.Last)], sent.Upper || sent.Title)
		}
	}
}

// courtesies stand before names and are too rare in the corpora.
var courtesies = map[string]bool{"ms": true, "ms.": true, "mx": true, "mr": true, "mrs": true}

func (c *CRF) tag(s *scratch, tokens []text.Token, caseless bool) {
	s.describe(tokens, caseless)
	s.labels = c.model.Decode(s.labels[:0], &s.features, &s.decoder)
	for i, l := range s.labels {
		t := &tokens[i]
		t.Tag = c.tags[l]
		if t.Tag == pos.LS && t.Kind == text.Word && t.Is(text.Capital) && len(t.Lower) > 2 {
			t.Tag = pos.NNP // "Lt.": list items are numbers and single letters
		}
		if t.Is(text.Capital) && courtesies[t.Lower] && i+1 < len(tokens) && tokens[i+1].Is(text.Capital) {
			t.Tag = pos.NNP
		}
	}
}

// Describe gives the features of one sentence, for training.
func Describe(tokens []text.Token, caseless bool) *seqtag.Features {
	var s scratch
	s.describe(tokens, caseless)
	return s.features.Clone()
}
