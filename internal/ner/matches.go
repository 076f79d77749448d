package ner

import (
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/text"
)

// maxName is the longest listed name in tokens that is looked for.
const maxName = 8

// listed says of a token in which classes of listed names it stands: alone, as
// the first, as a later word.
type listed struct {
	unit, begin, inside gazetteer.Classes
}

func (l *listed) all() gazetteer.Classes       { return l.unit | l.begin | l.inside }
func (l *listed) any(c gazetteer.Classes) bool { return l.all()&c != 0 }
func (l *listed) hash() uint64                 { return uint64(l.unit)<<40 ^ uint64(l.begin)<<20 ^ uint64(l.inside) }
func (l *listed) position(c gazetteer.Class) uint8 { // 0: none
	switch {
	case l.begin.Has(c):
		return 1
	case l.inside.Has(c):
		return 2
	case l.unit.Has(c):
		return 3
	}
	return 0
}

// match marks the listed names of a sentence.
func (s *Scratch) match(set *gazetteer.Set, doc *text.Document, sent *text.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		tok := &doc.Tokens[i]
		if tok.Kind > text.Number {
			continue
		}
		t := &s.tokens[i]
		h := gazetteer.Start()
		capital := false
		for n := 0; n < maxName && i+n < sent.Last; n++ {
			next := &doc.Tokens[i+n]
			if next.Kind == text.Quote {
				continue // lists know no apostrophe: "Workers' Party"
			}
			h = h.Add(next.Lower)
			capital = capital || s.tokens[i+n].capital
			classes, more, ok := set.Find(h)
			if ok && (s.caseless || capital || classes&(gazetteer.CommonWord.Set()|gazetteer.PersonNames) == 0) {
				if n == 0 {
					t.gaz.unit |= classes
				} else {
					t.gaz.begin |= classes
					for k := 1; k <= n; k++ {
						s.tokens[i+k].gaz.inside |= classes
					}
				}
			}
			if !more {
				break
			}
		}
	}
}
