package extract

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	wordSections = readWords(wordTable)

	beForms      = section("be")
	haveForms    = section("have")
	prepositions = section("prepositions")
	conjunctions = section("conjunctions")

	extraTriggers = section("triggers")
	ordinals      = section("ordinals")
	sourceNouns   = section("sources")
	groupNouns    = section("groups")
	generalNouns  = section("general")
	doerNouns     = section("doers")
	sideWords     = section("sides")
	speakerNouns  = section("speakers")
	rebelWords    = section("rebel side")
	stateWords    = section("state side")

	attackVerbs = section("attacking")
	clashWords  = section("clashing")
	blameWords  = blames("on", "to", "by")

	placeNouns = section("places")
	placeParts = section("place parts")
	placeWords = section("placing")

	compass      = section("compass")
	vagueNouns   = section("vague places")
	movingNouns  = section("moving places")
	medicalNouns = section("medical places")
	caring       = section("caring")

	leaving   = section("leaving")
	forcing   = section("forcing")
	kin       = section("kin")
	dwellings = section("dwellings")
	asking    = section("asking")
	figures   = section("figures")
	firstSaid = section("first said")
	causing   = section("causing")
	tollVerbs = section("tolling")
	denying   = section("denying")
	rumours   = section("rumours")
	doubted   = section("doubted")
	doubting  = section("doubting")
	counting  = section("counting")
)

// section is the set of words under a heading of the table.
func section(name string) map[string]bool {
	s, ok := wordSections[name]
	if !ok {
		panic("extract: words.txt has no section " + name) // embedded, so found by any test
	}
	return s
}

// blames gives the words before a doer with the preposition that follows them.
func blames(prepositions ...string) map[string]string {
	m := map[string]string{}
	for _, p := range prepositions {
		for w := range section("blamed " + p) {
			m[w] = p
		}
	}
	return m
}

func readWords(table string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	var now map[string]bool
	for l := range strings.SplitSeq(table, "\n") {
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			now = map[string]bool{}
			m[strings.Trim(l, "[]")] = now
		default:
			for w := range strings.FieldsSeq(l) {
				now[w] = true
			}
		}
	}
	return m
}
