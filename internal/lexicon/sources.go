package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed sources.txt
var sourceTable string

// SourceClass is the sort of source that a noun names.
type SourceClass uint8

const (
	SourceNoun   SourceClass = 1 << iota // "source", "official"
	RoleNoun                             // "spokesman", "commander"
	PersonNoun                           // "witness", "woman"
	OrgNoun                              // "ministry", "police"
	MediumNoun                           // "newspaper"
	DocumentNoun                         // "statement"
)

// PeopleNoun is any of the classes that mean people.
const PeopleNoun = SourceNoun | RoleNoun | PersonNoun

var sourceClassNames = map[string]SourceClass{
	"source": SourceNoun, "role": RoleNoun, "person": PersonNoun, "organization": OrgNoun, "medium": MediumNoun, "document": DocumentNoun,
}

// SourceHead is what a noun says of the source it heads.
type SourceHead struct {
	Singular string
	Class    SourceClass
	Plural   bool
	Male     bool
	Female   bool
}

// addSources adds a table's nouns; the first line that has a word says its number
// and gender, later ones add their class.
func addSources(table map[string]SourceHead, text string) {
	add := func(word string, h SourceHead) {
		if old, ok := table[word]; ok {
			old.Class |= h.Class
			table[word] = old
			return
		}
		table[word] = h
	}
	for name, words := range entries(text) {
		class, gender, _ := strings.Cut(name, " ")
		h := SourceHead{Class: sourceClassNames[class], Male: gender == "male", Female: gender == "female"}
		for _, entry := range words {
			singular, plural, given := strings.Cut(entry, "/")
			if !given {
				plural = thirdPerson(singular)
			}
			h.Singular, h.Plural = singular, false
			add(singular, h)
			if plural != "-" && plural != singular {
				h.Plural = true
				add(plural, h)
			}
		}
	}
}

// Source looks up a noun in lower case in the built-in table.
func Source(word string) (SourceHead, bool) { return BuiltinSpeech().Source(word) }
