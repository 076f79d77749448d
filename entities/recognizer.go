package entities

import (
	"math"
	"slices"
	"sync"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

// Recognizer finds and links names. It is immutable and may be shared between
// goroutines.
type Recognizer struct {
	tagger *ner.Tagger
	known  *gazetteer.Set // the user's list over the built-in one
	user   *gazetteer.Set // the user's list alone, nil without one
	own    []*ner.Tagger  // models of the user's own
	alone  bool           // the user's own find names, the built-in ones do not
	finder Finder         // nil: the built-in model and rules
}

// Default is the recognizer with the embedded model and gazetteers, loaded at
// the first call.
var Default = sync.OnceValue(func() *Recognizer {
	set := ner.BuiltinSet()
	return &Recognizer{tagger: ner.Default(set), known: set}
})

// Find reads a text and returns its entities. It cannot fail.
func Find(s string) *Result { return Default().Analyze(tagger.Read(s)) }

// Analyze finds the entities of a document that was read and tagged.
func (r *Recognizer) Analyze(doc *text.Document) *Result {
	names := r.names(doc)
	for _, own := range r.own {
		listed := own.Tag(nil, doc)
		for i := range listed {
			listed[i].Prob = 0 // nothing is known of how often it is right
		}
		names = prefer(listed, names)
	}
	names = outsideClutter(doc, names)
	if r.user != nil {
		names = override(doc, names, r.user)
	}
	mentions := make([]Mention, len(names))
	for i, n := range names {
		mentions[i] = Mention{Span: doc.Span(n.First, n.Last), Type: types[n.Type], First: n.First, Last: n.Last, Confidence: math.Round(float64(n.Prob)*100) / 100}
	}
	describe(doc, mentions)
	return &Result{Mentions: mentions, Entities: link(doc, mentions, r.known)}
}

// outsideClutter drops the names of page furniture: the networks of a "• Facebook"
// are none of the article's organizations.
func outsideClutter(doc *text.Document, names []ner.Name) []ner.Name {
	return slices.DeleteFunc(names, func(n ner.Name) bool { return doc.ParagraphOf(n.First).Kind == text.Clutter })
}

// names finds the names before the user's list is asked.
func (r *Recognizer) names(doc *text.Document) []ner.Name {
	if r.finder != nil {
		return foreign(doc, r.finder.FindNames(doc))
	}
	if r.alone {
		return nil
	}
	model := r.tagger.Tag(nil, doc)
	names := trim(doc, slices.Clone(model))
	names = settle(doc, names, r.known)
	names = spelledOut(doc, names, r.known)
	names = known(doc, names, r.known)
	names = kinds(doc, names, r.known)
	names = repeat(doc, names, r.known)
	calibration := ner.DefaultCalibration()
	ner.Origins(model, names, func(i int, o ner.Origin, p float64) { names[i].Prob = float32(calibration.Share(o, p)) })
	return names
}

// types translates the model's types.
var types = [...]Type{ner.Person: Person, ner.Org: Org, ner.GPE: GPE, ner.Loc: Loc, ner.Fac: Fac, ner.Norp: Norp, ner.Event: Event}
