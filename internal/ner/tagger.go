package ner

import (
	_ "embed"
	"math"
	"sync"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

//go:embed cased.bin
var casedData []byte

//go:embed caseless.bin
var caselessData []byte

// Name is the tokens [First, Last) of a name.
type Name struct {
	First, Last int
	Type        Type
	// Prob is how likely the model holds it that just these tokens are a name
	// of the type, 0 where no model found it.
	Prob float32
}

// Tagger finds names. It is immutable and may be shared between goroutines.
type Tagger struct {
	cased, caseless func() *seqtag.Model
	gazetteer       *gazetteer.Set
	pool            *sync.Pool
}

// New makes a tagger of two models and a gazetteer.
func New(cased, caseless *seqtag.Model, set *gazetteer.Set) *Tagger {
	return newTagger(func() *seqtag.Model { return cased }, func() *seqtag.Model { return caseless }, set)
}

func newTagger(cased, caseless func() *seqtag.Model, set *gazetteer.Set) *Tagger {
	return &Tagger{cased, caseless, set, &sync.Pool{New: func() any { return new(Scratch) }}}
}

// The embedded models, each loaded when a text first needs it: most texts have
// no sentence for the caseless one.
var (
	embeddedCased    = sync.OnceValue(func() *seqtag.Model { return seqtag.MustLoad(casedData) })
	embeddedCaseless = sync.OnceValue(func() *seqtag.Model { return seqtag.MustLoad(caselessData) })
)

// Load makes the model that most texts need ready, for callers who want to
// choose when to wait for it.
func Load() { embeddedCased() }

// Default is the tagger with the embedded models over the given gazetteer.
func Default(set *gazetteer.Set) *Tagger { return newTagger(embeddedCased, embeddedCaseless, set) }

// keptTokens is the longest document in tokens whose working memory is kept for
// the next one. That of a longer one is free for the stages that follow.
const keptTokens = 1 << 17

// grow is a slice of n elements, in the memory of s if that is enough.
func grow[T any](s []T, n int) []T {
	if cap(s) >= n {
		return s[:n]
	}
	if n <= keptTokens {
		return make([]T, n, n+n/4)
	}
	return make([]T, n)
}

// Tag appends the names of a document to dst, in text order.
func (t *Tagger) Tag(dst []Name, doc *text.Document) []Name {
	if len(doc.Tokens) == 0 {
		return dst
	}
	s := t.pool.Get().(*Scratch)
	if len(doc.Tokens) <= keptTokens {
		defer t.pool.Put(s)
	}
	known := len(dst)
	s.labels = grow(s.labels, len(doc.Tokens))
	for i := range s.labels {
		s.labels[i] = Outside
	}
	s.probs = grow(s.probs, len(doc.Tokens))
	with, without := s.split(doc)
	if with {
		t.pass(t.cased(), s, doc, false)
	}
	if without {
		t.pass(t.caseless(), s, doc, true)
	}
	for si := range doc.Sentences {
		sent := &doc.Sentences[si]
		dst = appendNames(dst, s.labels[sent.First:sent.Last], sent.First)
	}
	for i := range dst[known:] {
		dst[known+i].Prob = s.probs[dst[known+i].First]
	}
	return dst
}

// split decides which sentences are read without looking at case.
func (s *Scratch) split(doc *text.Document) (with, without bool) {
	lower := Lower(doc)
	title := TitleCased(doc)
	s.low = s.low[:0]
	for i := range doc.Sentences {
		low := lower || title || doc.Upper || doc.Sentences[i].Upper
		s.low = append(s.low, low)
		with, without = with || !low, without || low
	}
	return with, without
}

// Lower reports a text of some length without capitals but "I".
func Lower(doc *text.Document) bool {
	capitals, small := 0, 0
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Kind != text.Word {
			continue
		}
		if t.Shape&(text.Capital|text.AllCaps|text.MixedCaps) != 0 && t.Lower != "i" {
			capitals++
		} else {
			small++
		}
	}
	return small > 0 && capitals*60 < small
}

// TitleCased reports a text all of whose sentences are printed like headlines.
func TitleCased(doc *text.Document) bool {
	titles := 0
	for i := range doc.Sentences {
		if doc.Sentences[i].Title {
			titles++
		}
	}
	return len(doc.Sentences) >= 2 && titles*5 >= len(doc.Sentences)*4
}

func (t *Tagger) pass(m *seqtag.Model, s *Scratch, doc *text.Document, caseless bool) {
	s.prepare(doc, t.gazetteer, caseless)
	for si := range doc.Sentences {
		if s.low[si] != caseless {
			continue
		}
		sent := &doc.Sentences[si]
		f := s.sentence(doc, sent)
		m.Decode(s.labels[:sent.First], f, &s.decoding)
		s.weigh(m, sent)
	}
}

// around is how many tokens beside a name may make it longer or another one.
const around = 2

// plainDoubt is the doubt below which the tokens are not looked at together.
const plainDoubt = 0.02

// weigh finds the probabilities of a sentence's names.
func (s *Scratch) weigh(m *seqtag.Model, sent *text.Sentence) {
	labels := s.labels[sent.First:sent.Last]
	for i := 0; i < len(labels); {
		if labels[i] == Outside {
			i++
			continue
		}
		t, j := typeOf(labels[i]), i+1
		for j < len(labels) && labels[j] == Inside(t) {
			j++
		}
		first, last := max(i-around, 0), min(j+around, len(labels))
		doubt := 0.0 // as if no label depended on its neighbours
		for k := first; k < last && doubt < plainDoubt; k++ {
			doubt += math.Exp(-m.Margin(k, labels[k], &s.decoding))
		}
		if doubt < plainDoubt {
			s.probs[sent.First+i] = float32(1 - doubt)
			i = j
			continue
		}
		base := m.PosteriorOf(first, last, labels, &s.decoding)
		s.probs[sent.First+i] = float32(s.decoding.PathProb(i-base, labels[i:j], func(l int) bool { return l == int(Inside(t)) }))
		i = j
	}
}

// appendNames turns the labels of a sentence into names; first is the sentence's
// first token.
func appendNames(dst []Name, labels []uint8, first int) []Name {
	for i := 0; i < len(labels); {
		if labels[i] == Outside {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && isInside(labels[j]) && typeOf(labels[j]) == typeOf(labels[i]) {
			j++
		}
		dst = append(dst, Name{First: first + i, Last: first + j, Type: typeOf(labels[i])})
		i = j
	}
	return dst
}

// Examples makes training examples of a document with its names: one for each
// sentence.
func Examples(dst []seqtag.Example, doc *text.Document, names []Name, set *gazetteer.Set, caseless bool, weight float64) []seqtag.Example {
	s := &Scratch{}
	s.prepare(doc, set, caseless)
	labels := make([]uint8, len(doc.Tokens))
	for _, n := range names {
		for i := n.First; i < n.Last; i++ {
			labels[i] = Inside(n.Type)
			if i == n.First || i == doc.SentenceOf(i).First {
				labels[i] = Begin(n.Type)
			}
		}
	}
	for si := range doc.Sentences {
		sent := &doc.Sentences[si]
		f := s.sentence(doc, sent).Clone()
		gold := labels[sent.First:sent.Last]
		s.pinLabels(doc, sent, gold)
		dst = append(dst, seqtag.Example{Features: f, Labels: gold, Weight: weight})
	}
	return dst
}

// pinLabels takes the labels away from tokens that the features pin to Outside.
func (s *Scratch) pinLabels(doc *text.Document, sent *text.Sentence, labels []uint8) {
	lastCapital := -100
	for i := range labels {
		if s.tokens[sent.First+i].capital {
			lastCapital = i
		}
		if s.pinned(doc, sent, i, lastCapital) {
			labels[i] = Outside
		}
		if isInside(labels[i]) && (i == 0 || labels[i-1] == Outside) {
			labels[i] = Begin(typeOf(labels[i]))
		}
	}
}
