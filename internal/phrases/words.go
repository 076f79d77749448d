package phrases

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordTable string

// class is a set of classes of the table.
type class uint16

const (
	timeWord class = 1 << iota
	weekday
	dayPart
	around
	relative
	attach
	place
	be
	have
	do
	get
	pron
	negation
)

// words is read once at start and never changes.
var words = readWords(wordTable)

func readWords(table string) map[string]class {
	classes := map[string]class{
		"time": timeWord, "weekday": weekday, "dayPart": dayPart, "around": around, "relative": relative, "attach": attach,
		"place": place, "be": be, "have": have, "do": do, "get": get, "pron": pron, "negation": negation,
	}
	m := map[string]class{}
	for line := range strings.SplitSeq(table, "\n") {
		if name, word, ok := strings.Cut(line, " "); ok && name[0] != '#' {
			m[word] |= classes[name]
		}
	}
	return m
}

// maxWord is the length of the longest word in the table: longer ones need no
// look-up.
const maxWord = 13

func classOf(lower string) class {
	if len(lower) > maxWord {
		return 0
	}
	return words[lower]
}
