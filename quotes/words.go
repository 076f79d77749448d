package quotes

import (
	_ "embed"

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
	armedNouns       = words.Set("armed")
	conditionWords   = words.Set("conditions")
	wholeGroups      = words.Set("whole groups")
	interviewedWords = words.Set("interviewed")
	tellsSomebody    = words.Set("telling")
	takenThings      = words.Set("taken")
)
