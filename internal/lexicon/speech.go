package lexicon

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
)

// SpeechTables holds the tables that quotes are found with. It is immutable and may be
// shared between goroutines.
type SpeechTables struct {
	reporting map[string]ReportingVerb
	anonymity map[string][]Pattern
	sources   map[string]SourceHead
}

// BuiltinSpeech is the embedded tables, read at the first call.
var BuiltinSpeech = sync.OnceValue(func() *SpeechTables {
	s := newSpeech()
	addReporting(s.reporting, reportingTable)
	addAnonymity(s.anonymity, anonymityTable)
	addSources(s.sources, sourceTable)
	return s
})

func newSpeech() *SpeechTables {
	return &SpeechTables{map[string]ReportingVerb{}, map[string][]Pattern{}, map[string]SourceHead{}}
}

// Reporting looks up a verb in lower case.
func (s *SpeechTables) Reporting(word string) (ReportingVerb, bool) {
	v, ok := s.reporting[word]
	return v, ok
}

// Anonymity lists the phrases that may start with a word, in their order.
func (s *SpeechTables) Anonymity(word string) []Pattern { return s.anonymity[word] }

// Source looks up a noun in lower case.
func (s *SpeechTables) Source(word string) (SourceHead, bool) {
	h, ok := s.sources[word]
	return h, ok
}

// WithReporting is s with a table of verbs over it, in the format of
// reporting.txt. A verb that s has too gets the classes of both; of two verbs
// with a form in common the new one has it. Words of the class "none" report no
// longer. name stands for the table in errors.
func (s *SpeechTables) WithReporting(r io.Reader, name string) (*SpeechTables, error) {
	text, dropped, err := readTable(r, name, func(head string, words []string) error {
		if _, ok := verbClassNames[head]; !ok {
			return unknown("class", head, append(slices.Sorted(maps.Keys(verbClassNames)), none))
		}
		return each(words, verbEntry)
	})
	if err != nil {
		return nil, err
	}
	own := newSpeech()
	addReporting(own.reporting, text)
	out := *s
	out.reporting = without(s.reporting, dropped)
	for form, v := range own.reporting {
		if old, ok := out.reporting[form]; ok && old.Lemma == v.Lemma {
			v.Class, v.Form = v.Class|old.Class, v.Form|old.Form
		}
		out.reporting[form] = v
	}
	return &out, nil
}

// WithAnonymity is s with a table of phrases that go before its own, in the format
// of anonymity.txt.
func (s *SpeechTables) WithAnonymity(r io.Reader, name string, reasons []string) (*SpeechTables, error) {
	text, dropped, err := readTable(r, name, func(head string, words []string) error {
		reason := head
		for _, use := range []string{"alias ", "partly ", "why "} {
			reason = strings.TrimPrefix(reason, use)
		}
		if !slices.Contains(reasons, reason) {
			return unknown("reason", head, append(slices.Clone(reasons), none))
		}
		return phraseEntry(words)
	})
	if err != nil {
		return nil, err
	}
	own := newSpeech()
	addAnonymity(own.anonymity, text)
	out := *s
	out.anonymity = without(s.anonymity, dropped)
	for w, patterns := range own.anonymity {
		out.anonymity[w] = append(patterns, out.anonymity[w]...)
	}
	return &out, nil
}

// WithSources is s with a table of nouns over it, in the format of sources.txt.
// Words of the class "none" are no sources any longer.
func (s *SpeechTables) WithSources(r io.Reader, name string) (*SpeechTables, error) {
	text, dropped, err := readTable(r, name, func(head string, words []string) error {
		class, gender, _ := strings.Cut(head, " ")
		if _, ok := sourceClassNames[class]; !ok {
			return unknown("class", class, append(slices.Sorted(maps.Keys(sourceClassNames)), none))
		}
		if gender != "" && gender != "male" && gender != "female" {
			return fmt.Errorf("unknown gender %q; want male, female, or nothing behind the class", gender)
		}
		return each(words, nounEntry)
	})
	if err != nil {
		return nil, err
	}
	own := newSpeech()
	addSources(own.sources, text)
	out := *s
	out.sources = without(s.sources, dropped)
	maps.Copy(out.sources, own.sources)
	return &out, nil
}

// without is a copy of a table that lacks some words.
func without[V any](table map[string]V, words []string) map[string]V {
	out := maps.Clone(table)
	for _, w := range words {
		delete(out, w)
	}
	return out
}
