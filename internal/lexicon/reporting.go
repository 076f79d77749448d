package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed reporting.txt
var reportingTable string

// VerbClass is a set of the ways in which a verb reports.
type VerbClass uint8

const (
	Speech  VerbClass = 1 << iota // "said it was over", "'Go,' he said"
	Stance                        // "called for an inquiry", "vowed to return"
	Accuse                        // "accused them of theft"
	Believe                       // "believe it was an air strike"
	Show                          // "figures show that prices rose"
	Judge                         // "called it 'a shame'": needs quoted words or a clause
	Quoting                       // "quoted him as saying"
)

var verbClassNames = map[string]VerbClass{
	"speech": Speech, "stance": Stance, "accuse": Accuse, "believe": Believe, "show": Show, "judge": Judge, "quote": Quoting,
}

// VerbForm is the inflection of a verb that a word can be.
type VerbForm uint8

const (
	BaseForm VerbForm = 1 << iota
	PresentForm
	PastForm
	ParticipleForm
	GerundForm
)

// ReportingVerb is what a word is if it is a verb that reports.
type ReportingVerb struct {
	Lemma string
	Class VerbClass
	Form  VerbForm
}

// addReporting adds a table's verbs. Of two verbs with a form in common the
// first one keeps it.
func addReporting(table map[string]ReportingVerb, text string) {
	add := func(form, lemma string, class VerbClass, f VerbForm) {
		v, ok := table[form]
		if ok && v.Lemma != lemma {
			return
		}
		v.Lemma = lemma
		v.Class |= class
		v.Form |= f
		table[form] = v
	}
	for name, words := range entries(text) {
		class := verbClassNames[name]
		for _, entry := range words {
			parts := strings.Split(entry, "/")
			lemma, _, _ := strings.Cut(parts[0], "-")
			past, participle := regularPast(lemma), regularPast(lemma)
			if len(parts) == 3 {
				past, participle = parts[1], parts[2]
			}
			add(lemma, lemma, class, BaseForm)
			add(thirdPerson(lemma), lemma, class, PresentForm)
			add(past, lemma, class, PastForm)
			add(participle, lemma, class, ParticipleForm)
			add(gerund(lemma), lemma, class, GerundForm)
		}
	}
}

// Reporting looks up a word in lower case in the built-in table.
func Reporting(word string) (ReportingVerb, bool) { return BuiltinSpeech().Reporting(word) }

// doubled are verbs of more than one syllable, or ending in a vowel letter and
// a consonant, that double their last consonant.
var doubled = map[string]bool{"quip": true, "brag": true, "admit": true, "dub": true, "slam": true, "beg": true, "sob": true, "blog": true, "sum": true, "refer": true, "concur": true, "rebut": true}

func stem(verb string) string {
	if doubled[verb] {
		return verb + verb[len(verb)-1:]
	}
	return verb
}

func regularPast(verb string) string {
	switch {
	case strings.HasSuffix(verb, "e"):
		return verb + "d"
	case strings.HasSuffix(verb, "y") && !vowelBefore(verb):
		return verb[:len(verb)-1] + "ied"
	}
	return stem(verb) + "ed"
}

func thirdPerson(verb string) string {
	switch {
	case strings.HasSuffix(verb, "y") && !vowelBefore(verb):
		return verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "x"):
		return verb + "es"
	}
	return verb + "s"
}

func gerund(verb string) string {
	if strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee") {
		return verb[:len(verb)-1] + "ing"
	}
	return stem(verb) + "ing"
}

func vowelBefore(verb string) bool {
	return len(verb) > 1 && strings.IndexByte("aeiou", verb[len(verb)-2]) >= 0
}
