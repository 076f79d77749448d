package entities

import (
	"fmt"
	"io"
	"slices"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/token"
)

// maxModel is the largest model in bytes that WithModel reads.
const maxModel = 1 << 28

// WithModel adds a recognizer of your own, made by package train: the names it
// finds go before those of the built-in model, and a gazetteer of your own before
// both. name stands for the model in errors: data that are no recognizer, are
// damaged, or were made by another version of this module.
func WithModel(r io.Reader, name string) Option {
	return func(rec *Recognizer) error {
		if r == nil {
			return faults.Of(faults.ErrNil, "entities: WithModel(nil, %q): pass the model to read", name)
		}
		data, err := faults.ReadAll(r, maxModel)
		if err != nil {
			return fmt.Errorf("entities: %s: %w", name, err)
		}
		t, err := ner.LoadPair(data, ner.BuiltinSet())
		if err != nil {
			return fmt.Errorf("entities: %s: %w", name, err)
		}
		rec.own = append(rec.own, t)
		return nil
	}
}

// WithoutBuiltin leaves the built-in model, gazetteer and rules out of finding
// names, so that only models, gazetteers and finders of your own do: for texts of a
// genre in which what looks like a name to the built-in model is none. Linking
// stays as it is.
func WithoutBuiltin() Option {
	return func(r *Recognizer) error {
		r.alone = true
		return nil
	}
}

// WithFinderFunc replaces the built-in way of finding names; linking, and the
// gazetteer and the models of your own, stay. find gets the text with its
// tagged tokens and its sentences and returns names by their tokens, in text order
// and not overlapping; those that break this, or are of no type of [Types], are
// left out. It is called by many goroutines at once and must not keep what it
// gets.
func WithFinderFunc(find func(text string, tokens []token.Token, sentences []token.Sentence) []Name) Option {
	return func(r *Recognizer) error {
		if find == nil {
			return faults.Of(faults.ErrNil, "entities: WithFinderFunc(nil): pass a function, or leave the option out for the built-in finder")
		}
		r.finder = finderFunc(find)
		return nil
	}
}

type finderFunc func(string, []token.Token, []token.Sentence) []Name

func (f finderFunc) FindNames(doc *text.Document) []Name {
	return f(doc.Text, plug.Tokens(nil, doc, 0, len(doc.Tokens)), plug.Sentences(doc))
}

// prefer puts names in the place of those they overlap with. Both are in text
// order.
func prefer(first, names []ner.Name) []ner.Name {
	if len(first) == 0 {
		return names
	}
	merged := slices.Clip(first)
	k := 0
	for _, n := range names {
		for k < len(first) && first[k].Last <= n.First {
			k++
		}
		if k == len(first) || first[k].First >= n.Last {
			merged = append(merged, n)
		}
	}
	slices.SortFunc(merged, func(a, b ner.Name) int { return a.First - b.First })
	return merged
}
