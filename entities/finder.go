package entities

import (
	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// Name is the tokens [First, Last) of a name.
type Name struct {
	First, Last int
	Type        Type
}

// Finder finds names in the place of the built-in model, gazetteer and rules.
// The names must be in text order and not overlap; those that break this, or
// are of no type of [Types], are left out.
type Finder interface {
	FindNames(doc *text.Document) []Name
}

// WithFinder replaces the built-in way of finding names; linking stays.
func WithFinder(f Finder) Option {
	return func(r *Recognizer) error {
		if f == nil {
			return faults.Of(faults.ErrNil, "entities: WithFinder(nil): pass a finder, or leave the option out for the built-in one")
		}
		r.finder = f
		return nil
	}
}

// foreign takes the names of a finder that are fit to be mentions.
func foreign(doc *text.Document, names []Name) []ner.Name {
	var out []ner.Name
	last := 0
	for _, n := range names {
		t, ok := ner.ParseType(string(n.Type))
		if !ok || n.First < last || n.First >= n.Last || n.Last > len(doc.Tokens) {
			continue
		}
		out = append(out, ner.Name{First: n.First, Last: n.Last, Type: t})
		last = n.Last
	}
	return out
}
