package entities

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed given_genders.txt
var givenGenderTable string

// givenGenders maps a given name in lower case to the gender of nearly all who
// bear it. Immutable after loading.
var givenGenders = sync.OnceValue(func() map[string]Gender {
	names := map[string]Gender{}
	for line := range strings.Lines(givenGenderTable) {
		gender, list, ok := strings.Cut(line, ":")
		if line[0] == '#' || !ok {
			continue
		}
		for n := range strings.FieldsSeq(list) {
			names[n] = Gender(gender)
		}
	}
	return names
})

// genderOfGiven is the gender that a given name in lower case nearly always
// tells, Unknown where it does not.
func genderOfGiven(lower string) Gender { return givenGenders()[lower] }

// titleGender is the gender that the title right before a mention tells.
func (l *linker) titleGender(m *Mention) Gender {
	if m.First == 0 || l.doc.Tokens[m.First-1].Sentence != l.doc.Tokens[m.First].Sentence {
		return Unknown
	}
	return addressed[l.doc.Tokens[m.First-1].Lower]
}

// genders reads the gender of persons from their titles, else from the pronouns
// that follow them before another person is named.
func (l *linker) genders(out []Entity) {
	votes := make([][2]int, len(out))
	for i := range l.mentions {
		m := &l.mentions[i]
		if m.Type != Person {
			continue
		}
		v := &votes[m.Entity]
		vote := func(g Gender, weight int) {
			switch g {
			case Male:
				v[0] += weight
			case Female:
				v[1] += weight
			}
		}
		for k := m.First - 1; k >= 0 && m.First-k <= 2; k-- {
			vote(titleGenders[l.doc.Tokens[k].Lower], 10)
			if titleGenders[l.doc.Tokens[k].Lower] != Unknown {
				break
			}
		}
		end := min(len(l.doc.Tokens), m.Last+40)
		for k := i + 1; k < len(l.mentions); k++ {
			if o := &l.mentions[k]; o.Type == Person && o.Entity != m.Entity {
				end = min(end, o.First)
				break
			} else if o.First >= end {
				break
			}
		}
		for k := m.Last; k < end; k++ {
			switch l.doc.Tokens[k].Lower {
			case "he", "his", "him", "himself":
				vote(Male, 1)
			case "she", "her", "herself":
				vote(Female, 1)
			}
		}
	}
	for i, v := range votes {
		switch {
		case v[0] > 2*v[1]:
			out[i].Gender = Male
		case v[1] > 2*v[0]:
			out[i].Gender = Female
		}
	}
}
