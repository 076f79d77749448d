package entities

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

//go:embed subtypes.txt
var subtypeTable string

// subtypeWords maps a word of an organization's name to what it says of it.
// Immutable after loading.
var subtypeWords = readSubtypes(subtypeTable)

func readSubtypes(table string) map[string]Subtype {
	words := map[string]Subtype{}
	for line := range strings.Lines(table) {
		name, list, ok := strings.Cut(line, ":")
		if line[0] == '#' || !ok {
			continue
		}
		s := Subtype(name)
		switch s {
		case ArmedGroup, SecurityForce, Media, Government, Party, Company, NGO:
		default:
			panic(fmt.Sprintf("entities: subtypes.txt: unknown subtype %q", name))
		}
		for w := range strings.FieldsSeq(list) {
			words[w] = s
		}
	}
	return words
}

// subtypeOf is what the words of an organization's name say it is, "" if nothing.
func subtypeOf(words []string) Subtype {
	if len(words) < 2 {
		return "" // "Front", "Post": short for anything
	}
	for i, w := range words {
		switch {
		case w == "police":
			return SecurityForce // whatever the police's department is called
		case i > 0 && (w == "army" || w == "front" || w == "forces") && (words[i-1] == "liberation" || words[i-1] == "resistance"):
			return ArmedGroup
		}
	}
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		if i > 0 && (w == "force" && words[i-1] == "air" || w == "forces" && (words[i-1] == "security" || words[i-1] == "armed")) {
			return SecurityForce
		}
		if s, ok := subtypeWords[w]; ok {
			return s
		}
	}
	return ""
}

// subtype is what a gazetteer's record says an organization is.
func subtype(e gazetteer.Entry) Subtype {
	switch s := Subtype(e.Subtype); s {
	case ArmedGroup, SecurityForce, Media, Government, Party, Company, NGO:
		return s
	}
	switch e.Class {
	case gazetteer.Group:
		return ArmedGroup
	case gazetteer.Media:
		return Media
	case gazetteer.Agency:
		return Government
	case gazetteer.Party:
		return Party
	case gazetteer.Company:
		return Company
	case gazetteer.NGO:
		return NGO
	}
	return ""
}
