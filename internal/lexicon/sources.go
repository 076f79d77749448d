package lexicon

import (
	_ "embed"
	"strings"
	"sync"
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

var sourceHeads = sync.OnceValue(func() map[string]SourceHead {
	table := map[string]SourceHead{}
	add := func(word string, h SourceHead) {
		if old, ok := table[word]; ok {
			old.Class |= h.Class
			table[word] = old
			return
		}
		table[word] = h
	}
	for line := range lines(sourceTable) {
		name, rest, _ := strings.Cut(line, ":")
		fields := strings.Fields(name)
		h := SourceHead{Class: sourceClassNames[fields[0]]}
		if len(fields) > 1 {
			h.Male, h.Female = fields[1] == "male", fields[1] == "female"
		}
		for _, entry := range strings.Fields(rest) {
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
	return table
})

// Source looks up a noun in lower case.
func Source(word string) (SourceHead, bool) {
	h, ok := sourceHeads()[word]
	return h, ok
}
