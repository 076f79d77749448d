package quotes

import (
	"slices"

	"github.com/dateline-go/dateline/entities"
	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

func init() { learned.Stage, learned.Rules = stage, withoutChain }

// stage is the document with what the rules make of it, for the trainer.
func stage(doc *text.Document, ents *entities.Result) *learned.Scene {
	r := &reader{words: lexicon.BuiltinSpeech()}
	r.rules(doc, ents)
	s := new(learned.Scene)
	r.fill(s)
	s.Prepare()
	return s
}

// withoutChain is what is found without the learned chain, for the trainer.
func withoutChain(doc *text.Document, ents *entities.Result) []learned.Hint {
	r := &reader{words: lexicon.BuiltinSpeech()}
	r.rules(doc, ents)
	r.adopt()
	r.headlines()
	var out []learned.Hint
	for k := range r.found {
		a := &r.found[k]
		for n, j := 0, k; a.source.empty() && r.found[j].sharing > 0 && n < 8; n++ {
			j = r.found[j].sharing - 1
			a.source = r.found[j].source
		}
		for _, q := range r.quotesOf(a) {
			h := learned.Hint{Cue: learned.Run{First: a.cue.first, Last: a.cue.last}, Source: learned.Run{First: a.source.first, Last: a.source.last}}
			pieces := q.Pieces
			if len(pieces) == 0 {
				pieces = append(pieces, q.Content)
			}
			for _, p := range pieces {
				h.Content = append(h.Content, learned.Run{First: doc.TokenAt(p.Start), Last: doc.TokenAt(p.End-1) + 1})
			}
			out = append(out, h)
		}
	}
	return out
}

// fill writes what the learned chain looks at.
func (r *reader) fill(s *learned.Scene) {
	s.Doc, s.Inside, s.Words = r.doc, r.inside, r.words
	s.Subject = r.actors
	s.Names = grow(s.Names, len(r.tok))
	for i := range s.Names {
		s.Names[i] = 0
		if m := r.named[i]; m >= 0 {
			switch t := r.ents.Mentions[m].Type; {
			case t == entities.Person:
				s.Names[i] = 1
			case t == entities.Org:
				s.Names[i] = 2
			case t.IsPlace():
				s.Names[i] = 3
			default:
				s.Names[i] = 4
			}
		}
	}
	s.Hints = s.Hints[:0]
	for k := range r.found {
		a := &r.found[k]
		if a.cue.empty() || a.n == 0 || a.orphan {
			continue
		}
		source := a.source
		if source.empty() && a.sharing > 0 {
			source = r.found[a.sharing-1].source
		}
		h := learned.Hint{Cue: learned.Run{First: a.cue.first, Last: a.cue.last}, Source: learned.Run{First: source.first, Last: source.last}, Leading: a.pieces[0].first >= a.cue.last}
		for _, p := range a.pieces[:a.n] {
			h.Content = append(h.Content, learned.Run{First: p.first, Last: p.last})
		}
		s.Hints = append(s.Hints, h)
	}
	slices.SortStableFunc(s.Hints, func(a, b learned.Hint) int { return a.Cue.First - b.Cue.First })
}

// actors are the noun phrases beside a cue that may be its source.
func (r *reader) actors(cue learned.Run, leftOnly bool) (left, right learned.Run) {
	st := r.stretchOf(int(r.tok[cue.First].Sentence))
	verb := cue.First
	for n := 0; n < 6 && verb > st.first; n++ {
		w := &r.tok[verb-1]
		if !isNot(w.Lower) && !isHave(w.Lower) && !isBe(w.Lower) && !isDo(w.Lower) && w.Tag != pos.MD && w.Tag != pos.RB && !leadWords[w.Lower] {
			break
		}
		verb--
	}
	n, _ := r.subjectLeft(verb, st.first)
	left = learned.Run{First: n.first, Last: n.last}
	if !leftOnly && cue.Last < st.end {
		n = r.sourceRight(cue.Last, st.end)
		right = learned.Run{First: n.first, Last: n.last}
	}
	return left, right
}
