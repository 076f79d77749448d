package quotes

import (
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	words = wordtable.Read("quotes: words.txt", wordTable)

	aside            = words.Set("aside")
	askLike          = words.Set("quoted only")
	generalOrg       = words.Set("any organization")
	issued           = words.Set("issued")
	leadWords        = words.Set("lead")
	looksFinite      = words.Set("finite")
	passiveTo        = words.Set("passive to")
	peacefulWords    = words.Set("peaceful")
	speaks           = words.Set("going on")
	standsAlone      = words.Set("alone")
	temporalWords    = words.Set("time")
	toVerbs          = words.Set("to do")
	negativeSubjects = words.Set("negative")
	saidNothing      = words.Set("nothing")
	armedNouns       = words.Set("armed")
	conditionWords   = words.Set("conditions")
	backshifted      = words.Set("backshifted")
	joinsVerb        = words.Set("joining verbs")
	setsAgainst      = words.Set("setting against")
	nounLike         = words.Set("no participle")
	foresees         = words.Set("foreseeing")
	deniedBelief     = words.Set("denied belief")
	needsTo          = words.Set("needs to")
	reportingNouns   = words.Set("reporting nouns")
	views            = words.Set("views")
	tollWords        = words.Set("toll")
	urges            = words.Set("urging")
	addresses        = words.Set("addressing")
	subordinating    = words.Set("subordinating")
	complements      = words.Set("complements")
	manyAre          = words.Set("many are")
	fighters         = words.Set("fighters")
	armyNouns        = words.Set("army nouns")
	shortTitles      = readShortTitles()
	knownAsWords     = words.Set("known as")
	wholeGroups      = words.Set("whole groups")
	interviewedWords = words.Set("interviewed")
	tellsSomebody    = words.Set("telling")
	takenThings      = words.Set("taken")
)

// readShortTitles reads the initials of offices.
func readShortTitles() map[string]string {
	out := map[string]string{}
	for _, l := range words.Lines("short titles") {
		short, full, _ := strings.Cut(l, " ")
		out[short] = full
	}
	return out
}
