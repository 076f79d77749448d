package entities

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// Option changes what a [Recognizer] knows.
type Option func(*Recognizer) error

// New makes a recognizer with the embedded model and the given options. It
// fails only if an option does, with an error that package dateline names
// (LineError, ErrNil, ErrNotModel and others).
func New(options ...Option) (*Recognizer, error) {
	r := &Recognizer{}
	for _, o := range options {
		if err := o(r); err != nil {
			return nil, err
		}
	}
	r.known = ner.BuiltinSet()
	if r.user != nil {
		r.known = gazetteer.Merge(r.user, r.known)
	}
	r.tagger = ner.Default(r.known)
	return r, nil
}

// WithGazetteer reads a list of names of your own: what it lists is found as
// listed, whatever the model thinks. It is UTF-8, a thing a line, fields between
// tabs:
//
//	TYPE  ID  NAME  [ALIAS|ALIAS|...  [LAT  LON  [COUNTRY]]]
//
// TYPE is one of city, admin, country, region, nationality, group, org, media,
// agency, party, company, ngo, facility, event, person, with a finer type of
// your own after a slash if you like ("group/militia"). name stands for the list
// in errors, which tell the line and the reason: unknown types, empty names, a
// name that two things share, coordinates off the globe.
func WithGazetteer(r io.Reader, name string) Option {
	return func(rec *Recognizer) error {
		if r == nil {
			return faults.Of(faults.ErrNil, "entities: WithGazetteer(nil, %q): pass the list to read", name)
		}
		set, err := gazetteer.New(r, name)
		if err != nil {
			return fmt.Errorf("entities: %w", err)
		}
		rec.user = gazetteer.Merge(set, rec.user)
		return nil
	}
}

// override puts the names of the user's list in the place of what the model
// found there. Of two listed names the longer one that starts first wins.
func override(doc *text.Document, names []ner.Name, user *gazetteer.Set) []ner.Name {
	var listed []ner.Name
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		for i := s.First; i < s.Last; {
			m, ok := user.Longest(min(maxRepeat, s.Last-i), func(k int) string { return doc.Tokens[i+k].Lower })
			t, known := typeOfClasses(m.Classes)
			if !ok || !known {
				i++
				continue
			}
			listed = append(listed, ner.Name{First: i, Last: i + m.Len, Type: t})
			i += m.Len
		}
	}
	return prefer(listed, names)
}

// typeOfClasses is the type of a listed name.
func typeOfClasses(c gazetteer.Classes) (ner.Type, bool) {
	switch {
	case c.Has(gazetteer.Person):
		return ner.Person, true
	case c.Any(gazetteer.Organizations):
		return ner.Org, true
	case c.Any(gazetteer.Places):
		return ner.GPE, true
	case c.Has(gazetteer.Nationality):
		return ner.Norp, true
	case c.Has(gazetteer.Region):
		return ner.Loc, true
	case c.Has(gazetteer.Facility):
		return ner.Fac, true
	case c.Has(gazetteer.Event):
		return ner.Event, true
	}
	return 0, false
}
