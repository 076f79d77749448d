package attribution

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/morph"
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
// exported fields; they are read only.
type Scene struct {
	Doc    *text.Document
	Inside []int32 // per token: the quoted segment it stands in, -1 for none
	Names  []uint8 // per token: 0 no name, 1 person, 2 organization, 3 place, 4 other
	Hints  []Hint  // in the order of their cues
	Words  *lexicon.SpeechTables

	word  []uint64
	lemma []uint64
	bin   []uint8
	class []uint8 // reporting class of verbs, 0 for none
	noun  []uint8 // source class of nouns
	hint  []int16 // per token: 1 + the hint whose cue it is in
}

// Prepare computes what both models need. Call it once the fields are set.
func (s *Scene) Prepare() {
	n := len(s.Doc.Tokens)
	s.word, s.lemma = grow(s.word, n), grow(s.lemma, n)
	s.bin, s.class, s.noun, s.hint = grow(s.bin, n), grow(s.class, n), grow(s.noun, n), grow(s.hint, n)
	bins := cueBins()
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
		if v, ok := s.Words.Reporting(t.Lower); ok {
			s.class[i] = uint8(v.Class)
		}
		if h, ok := s.Words.Source(t.Lower); ok {
			s.noun[i] = uint8(h.Class)
		}
	}
	for k := range s.Hints {
		for i := s.Hints[k].Cue.First; i < s.Hints[k].Cue.Last; i++ {
			if s.hint[i] == 0 && k < 1<<15-2 {
				s.hint[i] = int16(k + 1)
			}
		}
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
