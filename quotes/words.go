package quotes

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	wordSections = readWords(wordTable)

	aside            = section("aside")
	askLike          = section("quoted only")
	generalOrg       = section("any organization")
	issued           = section("issued")
	leadWords        = section("lead")
	looksFinite      = section("finite")
	passiveTo        = section("passive to")
	peacefulWords    = section("peaceful")
	speaks           = section("going on")
	standsAlone      = section("alone")
	temporalWords    = section("time")
	toVerbs          = section("to do")
	negativeSubjects = section("negative")
	armedNouns       = section("armed")
	conditionWords   = section("conditions")
	tellsSomebody    = section("telling")
	takenThings      = section("taken")
)

// section is the set of words under a heading of the table.
func section(name string) map[string]bool {
	s, ok := wordSections[name]
	if !ok {
		panic("quotes: words.txt has no section " + name) // embedded, so found by any test
	}
	return s
}

// readWords reads lines of "heading: word word"; a heading may have several.
func readWords(table string) map[string]map[string]bool {
	sections := map[string]map[string]bool{}
	for line := range strings.Lines(table) {
		name, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		if sections[name] == nil {
			sections[name] = map[string]bool{}
		}
		for _, w := range strings.Fields(words) {
			sections[name][w] = true
		}
	}
	return sections
}
