package quotes

import (
	"slices"

	"github.com/dateline-go/dateline/entities"
	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/text"
)

func init() { learned.Stage = stage }

// stage is the document with what the rules make of it, for the trainer.
func stage(doc *text.Document, ents *entities.Result) *learned.Scene {
	r := &reader{words: lexicon.BuiltinSpeech()}
	r.rules(doc, ents)
	s := new(learned.Scene)
	r.fill(s)
	s.Prepare()
	return s
}

// fill writes what the learned chain looks at.
func (r *reader) fill(s *learned.Scene) {
	s.Doc, s.Inside, s.Words = r.doc, r.inside, r.words
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
