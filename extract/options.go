package extract

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/internal/lexicon"
)

// Option changes which words an [Extractor] knows.
//
// Tables are UTF-8 in lower case, a class and its words a line, # for comments.
// Words of the class "none" are taken out of the built-in tables. The name given
// with a table stands for it in errors, which tell the line and the reason:
// unknown classes, capitals, entries of another form.
type Option func(*Extractor) error

// New makes an extractor with the embedded tables and the given options, of
// which later ones go before earlier ones. It fails only if an option does, with
// dateline.LineError or dateline.ErrNil.
func New(options ...Option) (*Extractor, error) {
	x := &Extractor{lexicon.CasualtyTables(), lexicon.BuiltinSpeech()}
	for _, o := range options {
		if err := o(x); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	return x, nil
}

// WithOutcomes adds words of harm and of what is around it. An entry is one word.
// What is listed goes before what the built-in tables say; a verb that they
// read otherwise keeps that as a second reading. The lines:
//
//	OUTCOME FRAME: verb verb/past/participle
//	OUTCOME KIND: noun one/many -/many one/-
//	CLASS: noun one/many
//
// OUTCOME is one of [Outcome]. The FRAME of verbs is harm (the object suffers:
// "killed ten"), weak (the same, with a person or a number only), self (the
// subject suffers: "ten died"), hold (with "hostage", "captive" or "prisoner")
// or flee (the subject is displaced). A regular verb needs its base form alone; * marks a
// doubled consonant ("kidnap*"). The KIND of nouns and adjectives is act ("the
// murder of two"), tally ("12 deaths"), state ("12 dead"), body ("28 bodies"),
// toll ("the toll rose to 12") or captive ("12 hostages"). CLASS is one of
// [VictimClass] for nouns of people; attack, accident or machine for what
// harms; or one of the built-in lists of words that take the sense of harm away
// (things, animals, compounds, objects, hypothetical, hedge, negation ...).
//
//	killed harm: neutralise/neutralised/neutralised
//	injured state: wia
//	civilian: boda-rider
//	none: toll
func WithOutcomes(r io.Reader, name string) Option {
	return func(x *Extractor) (err error) {
		x.tables, err = x.tables.With(r, name)
		return err
	}
}

// WithReportingVerbs adds verbs that report, in the form that
// [github.com/dateline-go/dateline/quotes.WithReportingVerbs] describes.
func WithReportingVerbs(r io.Reader, name string) Option {
	return func(x *Extractor) (err error) {
		x.speech, err = x.speech.WithReporting(r, name)
		return err
	}
}
