package entities

import (
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	words = wordtable.Read("entities: words.txt", wordTable)

	notRole    = words.Set("not a role")
	adjectives = words.Set("abbreviated countries")
	portfolios = words.Set("portfolios")
	plurals    = words.Set("plural places")
	tribes     = words.Set("tribes")
	divisions  = words.Set("divisions")
	nameTitle  = words.Set("titles and names")
	heads      = words.Set("heads")
	styled     = words.Set("styled")
	suffixes   = words.Set("suffixes")

	settlementOf  = words.Set("settlement")
	settlementsOf = words.Set("settlements")
	particles     = words.Set("particles")
	grammarWords  = words.Set("grammar")
	natural       = words.Set("natural")
	works         = words.Set("works")
	workKinds     = words.Set("work kinds")
	plants        = words.Set("plants")
	noNames       = words.Set("no names")
	alwaysNamed   = words.Set("always named")
	unnamed       = words.Set("unnamed")
	roads         = words.Set("roads")
	streets       = words.Set("streets")
	sides         = words.Set("sides")
	roadOwners    = words.Set("road owners")
	numberedRoads = words.Set("numbered roads")
	takenTo       = words.Set("taken to")
	schools       = words.Set("schools")
	reports       = words.Set("reports")
	worldBodies   = words.Set("world bodies")
	committees    = words.Set("committees")
	posts         = words.Set("posts")
	published     = words.Set("published")
	capitalWords  = words.Set("capital words")
	reporters     = words.Set("reporters")
	forceNames    = words.Set("force names")
	placeStarts   = words.Set("place beginnings")
	whereWords    = words.Set("where")
	insideWords   = words.Set("inside")
	sitedWords    = words.Set("sited")
	directions    = words.Set("directions")
	natureHeads   = words.Set("nature heads")
	natureStarts  = words.Set("nature beginnings")
	storms        = words.Set("storms")
	legalForms    = words.Set("legal forms")
	forOrAgainst  = words.Set("for or against")
	bodies        = words.Set("bodies")
	states        = words.Set("states")

	addressed    = genders("address")
	titleGenders = genders("address", "title")
)

// forceStarts are the first words of the names of forces.
var forceStarts = firstWords(forceNames)

func firstWords(hyphened map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range hyphened {
		first, _, _ := strings.Cut(w, "-")
		m[first] = true
	}
	return m
}

// statesUndotted are the states as they close a sentence, which takes their period.
var statesUndotted = undotted(states)

func undotted(dotted map[string]bool) map[string]bool {
	m := map[string]bool{}
	for w := range dotted {
		m[strings.TrimSuffix(w, ".")] = true
	}
	return m
}

// genders are the titles of the sections by the gender that they tell.
func genders(sections ...string) map[string]Gender {
	m := map[string]Gender{}
	for _, g := range [...]Gender{Male, Female} {
		for _, section := range sections {
			for w := range words.Set(string(g) + " " + section) {
				m[w] = g
			}
		}
	}
	return m
}
