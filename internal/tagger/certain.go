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

// acronyms are names that in lower case are words of the table or nearly so.
var acronyms = map[string]bool{"IS": true, "WHO": true, "US": true}

// certain is the tag of a token that has only one: marks, parts of compounds
// ("-led", "anti-"), acronyms among words in lower case, the words of the table.
func certain(tokens []text.Token, i int, caseless bool) (pos.Tag, bool) {
	t := &tokens[i]
	if t.Is(text.AllCaps) && !caseless && acronyms[t.Text] && !shouted(tokens, i) {
		return pos.NNP, true
	}
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
		if c := t.Text[0]; len(t.Text) > 1 && (c == '-' || t.Text[len(t.Text)-1] == '-') {
			return pos.JJ, true
		}
		if t.Lower == "cannot" { // the corpora part it
			return pos.MD, true
		}
		if len(t.Lower) <= maxCertain {
			tag, ok := certainWords[t.Lower]
			return tag, ok
		}
	}
	return pos.None, false
}

// shouted reports that a word beside token i is in capitals too.
func shouted(tokens []text.Token, i int) bool {
	capitals := func(k int) bool {
		return k >= 0 && k < len(tokens) && tokens[k].Is(text.AllCaps)
	}
	return capitals(i-1) && capitals(i+1)
}

// maxCertain is the length in bytes of the longest word in the table.
const maxCertain = 12
