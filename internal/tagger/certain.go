package tagger

import (
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// certain.txt lists frequent words with the one tag they have in training, a
// word and its tag a line; internal/cmd/trainpos writes it.
//
//go:embed certain.txt
var certainTable string

var certainWords = readCertain(certainTable)

func readCertain(table string) map[string]pos.Tag {
	words := map[string]pos.Tag{}
	for line := range strings.SplitSeq(table, "\n") {
		if word, tag, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(line, "#") {
			words[word] = pos.Parse(tag)
		}
	}
	return words
}

// certain is the tag of a token that has only one: marks, and the words of the
// table.
func certain(t *text.Token) (pos.Tag, bool) {
	switch t.Kind {
	case text.Punct:
		switch t.Text {
		case ",":
			return pos.Comma, true
		case ".", "!", "?":
			return pos.Period, true
		case "(", "[", "{":
			return pos.Open, true
		case ")", "]", "}":
			return pos.Close, true
		case ":", ";", "--", "–", "—", "...", "…":
			return pos.Colon, true
		}
	case text.Word:
		if len(t.Lower) <= maxCertain {
			tag, ok := certainWords[t.Lower]
			return tag, ok
		}
	}
	return pos.None, false
}

// maxCertain is the length in bytes of the longest word in the table.
const maxCertain = 12
