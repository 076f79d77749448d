package attribution

import (
	_ "embed"
	"math"
	"strings"

	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/morph"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Run is the tokens [First, Last).
type Run struct{ First, Last int }

// Hint is an attribution as the rules see it.
type Hint struct {
	Cue     Run
	Source  Run
	Content []Run
	Leading bool // the cue stands before its content
}

// Scene is a document with what the chain looks at. The caller fills the
// exported fields; they are read only. [Scene.Prepare] and [Scene.NoteCues] add
// what the models' features are made of.
type Scene struct {
	Doc    *text.Document
	Inside []int32 // per token: the quoted segment it stands in, -1 for none
	Names  []uint8 // per token: 0 no name, 1 person, 2 organization, 3 place, 4 other
	Hints  []Hint  // in the order of their cues
	Words  *lexicon.SpeechTables
	// Subject finds the noun phrase left of a verb group that may be its
	// subject, and the one right of it that may be its inverted one.
	Subject func(group Run, leftOnly bool) (left, right Run)

	word  []uint64
	lemma []uint64
	bin   []uint8
	class []uint8 // reporting class of verbs, 0 for none
	noun  []uint8 // source class of nouns
	hint  []int16 // per token: 1 + the hint whose cue it is in
	claim []claim // per token
	verbs []uint8 // per token: finite and modal verbs of its sentence up to it
	chunk []chunk // per token
	noted []uint8 // per token: whether it is in a cue that was found

	group   []clusters.Groups // of words in like contexts; 0 for unknown ones
	clause  []int32           // per token: the clause it stands in
	clauses []clause
}

// claim is 1 + the hint that has a token in its content and the one that has it
// in its source, 0 for none.
type claim struct{ content, source int16 }

// chunk counts the noun phrases of a document up to a token.
type chunk struct {
	number int32
	in     bool // the token is part of the last one
}

// What is noted of the tokens of cues.
const (
	notedFirst = 1 + iota
	notedIn
)

// clause is a stretch between two words or marks that begin a clause or end
// one, with the opening word.
type clause struct {
	first, last int
	opens       uint64 // hash of the opening word
	finite      bool
	cue         bool // a word that is often a cue
	noted       bool // a cue that was found begins in it
	tag         uint8
}

// opensClause reports a token that begins a clause or separates two.
func (s *Scene) opensClause(i int) bool {
	t := &s.Doc.Tokens[i]
	switch {
	case t.Kind == text.Quote:
		return s.Inside[i] >= 0
	case t.Kind == text.Punct:
		return t.Text != "." && t.Text != "'" && t.Text != "%" && t.Text != "$" && t.Text != "/"
	case t.Tag == pos.CC, t.Tag == pos.WDT, t.Tag == pos.WP, t.Tag == pos.WRB, t.Tag == pos.WPS:
		return true
	}
	return clauseWords[t.Lower] && t.Tag != pos.DT
}

// clauses.txt lists the words that open a clause.
//
//go:embed clauses.txt
var clauseTable string

var clauseWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(clauseTable) {
		set[w] = true
	}
	return set
}()

func (s *Scene) findClauses() {
	s.clause = grow(s.clause, len(s.Doc.Tokens))
	s.clauses = s.clauses[:0]
	for k := range s.Doc.Sentences {
		sn := &s.Doc.Sentences[k]
		open := true
		for i := sn.First; i < sn.Last; i++ {
			if open || s.opensClause(i) {
				s.clauses = append(s.clauses, clause{first: i, opens: s.word[i], tag: uint8(s.Doc.Tokens[i].Tag)})
				open = false
			}
			c := &s.clauses[len(s.clauses)-1]
			c.last = i + 1
			c.finite = c.finite || s.Doc.Tokens[i].Tag.Finite()
			c.cue = c.cue || s.bin[i] >= 4
			s.clause[i] = int32(len(s.clauses) - 1)
		}
	}
}

// Prepare computes what both models need. Call it once the fields are set.
func (s *Scene) Prepare() {
	n := len(s.Doc.Tokens)
	s.word, s.lemma = grow(s.word, n), grow(s.lemma, n)
	s.bin, s.class, s.noun, s.hint = grow(s.bin, n), grow(s.class, n), grow(s.noun, n), grow(s.hint, n)
	s.group = grow(s.group, n)
	bins, set := cueBins(), clusters.Default()
	for i := range s.Doc.Tokens {
		t := &s.Doc.Tokens[i]
		s.word[i] = seqtag.Hash(t.Lower)
		lemma := t.Lower
		if t.Tag.Verb() || t.Tag.Noun() {
			lemma = morph.Lemma(t.Lower, t.Tag)
		}
		s.lemma[i] = seqtag.Hash(lemma)
		s.bin[i] = bins[lemma]
		s.class[i], s.noun[i], s.hint[i] = 0, 0, 0
		s.group[i] = clusters.Groups{}
		if g, ok := set.Of(s.word[i]); ok {
			s.group[i] = clusters.Groups{Fine: g.Fine + 1, Middle: g.Middle + 1, Coarse: g.Coarse + 1}
		}
		if v, ok := s.Words.Reporting(t.Lower); ok {
			s.class[i] = uint8(v.Class)
		}
		if h, ok := s.Words.Source(t.Lower); ok {
			s.noun[i] = uint8(h.Class)
		}
	}
	s.findClaims()
	s.findChunks()
	s.findClauses()
	s.NoteCues(nil)
}

// findClaims notes the tokens of the rules' attributions; of hints that claim
// the same the last counts, but the first with a cue.
func (s *Scene) findClaims() {
	s.claim = grow(s.claim, len(s.Doc.Tokens))
	clear(s.claim)
	for k := range min(len(s.Hints), math.MaxInt16) {
		h, id := &s.Hints[k], int16(k+1)
		for i := h.Source.First; i < h.Source.Last; i++ {
			s.claim[i].source = id
		}
		for _, r := range h.Content {
			for i := r.First; i < r.Last; i++ {
				s.claim[i].content = id
			}
		}
		for i := s.Hints[k].Cue.First; i < s.Hints[k].Cue.Last; i++ {
			if s.hint[i] == 0 {
				s.hint[i] = id
			}
		}
	}
}

// findChunks counts finite verbs and noun phrases.
func (s *Scene) findChunks() {
	s.verbs, s.chunk = grow(s.verbs, len(s.Doc.Tokens)), grow(s.chunk, len(s.Doc.Tokens))
	c := chunk{}
	for k := range s.Doc.Sentences {
		sn := &s.Doc.Sentences[k]
		verbs := uint8(0)
		c.in = false
		for i := sn.First; i < sn.Last; i++ {
			tag := s.Doc.Tokens[i].Tag
			if tag.Finite() || tag == pos.MD {
				verbs = min(verbs+1, 7)
			}
			s.verbs[i] = verbs
			begins := tag == pos.DT || tag == pos.PRP || tag == pos.PRPS
			part := begins || tag.Noun() || tag == pos.JJ || tag == pos.CD || tag == pos.POS
			if part && (begins || !c.in) {
				c.number++
			}
			c.in = part
			s.chunk[i] = c
		}
	}
}

// NoteCues tells the second model which cues there are: a content rarely goes
// on past another attribution's cue. [Chain.FindCues] does it with what it
// finds.
func (s *Scene) NoteCues(cues []Run) {
	s.noted = grow(s.noted, len(s.Doc.Tokens))
	clear(s.noted)
	for k := range s.clauses {
		s.clauses[k].noted = false
	}
	for _, c := range cues {
		for i := c.First; i < c.Last; i++ {
			s.noted[i] = notedIn
		}
		s.noted[c.First] = notedFirst
		s.clauses[s.clause[c.First]].noted = true
	}
}

// HintAt is the rules' attribution with its cue at one of the tokens, nil for
// none.
func (s *Scene) HintAt(cue Run) *Hint {
	for i := cue.First; i < cue.Last; i++ {
		if s.hint[i] > 0 {
			return &s.Hints[s.hint[i]-1]
		}
	}
	return nil
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
