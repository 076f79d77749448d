package extract

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	words = wordtable.Read("extract: words.txt", wordTable)

	seizedWords  = words.Set("seized")
	countedAs    = words.Set("counted as")
	beForms      = words.Set("be")
	haveForms    = words.Set("have")
	prepositions = words.Set("prepositions")
	conjunctions = words.Set("conjunctions")

	extraTriggers = words.Set("triggers")
	ordinals      = words.Set("ordinals")
	sourceNouns   = words.Set("sources")
	groupNouns    = words.Set("groups")
	generalNouns  = words.Set("general")
	doerNouns     = words.Set("doers")
	sideWords     = words.Set("sides")
	speakerNouns  = words.Set("speakers")
	rebelWords    = words.Set("rebel side")
	stateWords    = words.Set("state side")

	attackVerbs = words.Set("attacking")
	clashWords  = words.Set("clashing")
	blameWords  = blames("on", "to", "by")

	figurativePairs   = words.Set("figurative")
	figurativeObjects = words.Set("figurative objects")
	noOne             = words.Set("no one")
	postedWords       = words.Set("posted")
	timeUnits         = words.Set("time units")
	regionNouns       = words.Set("regions")

	placeNouns = words.Set("places")
	placeParts = words.Set("place parts")
	placeWords = words.Set("placing")

	compass      = words.Set("compass")
	vagueNouns   = words.Set("vague places")
	movingNouns  = words.Set("moving places")
	medicalNouns = words.Set("medical places")
	caring       = words.Set("caring")

	possessives = words.Set("possessives")
	forWhat     = words.Set("for what")
	dying       = words.Set("dying")
	sceneNouns  = words.Set("scene")
	bothSides   = words.Set("both sides")
	rescueWords = words.Set("rescue")
	gravely     = words.Set("gravely")
	limbs       = words.Set("limbs")

	leaving   = words.Set("leaving")
	forcing   = words.Set("forcing")
	kin       = words.Set("kin")
	dwellings = words.Set("dwellings")
	asking    = words.Set("asking")
	firstSaid = words.Set("first said")
	causing   = words.Set("causing")
	tollVerbs = words.Set("tolling")
	denying   = words.Set("denying")
	rumours   = words.Set("rumours")
	doubted   = words.Set("doubted")
	doubting  = words.Set("doubting")
	counting  = words.Set("counting")
)

// blames gives the words before a doer with the preposition that follows them.
func blames(prepositions ...string) map[string]string {
	m := map[string]string{}
	for _, p := range prepositions {
		for w := range words.Set("blamed " + p) {
			m[w] = p
		}
	}
	return m
}
