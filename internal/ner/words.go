package ner

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/seqtag"
)

// wordClass is a bit set of the classes of words.txt.
type wordClass uint16

const (
	titleWord wordClass = 1 << iota
	orgWord
	facilityWord
	placeWord
	natureWord
	eventWord
	speechWord
	placePrep
	personWord
	connector
)

//go:embed words.txt
var wordTable string

// words maps the hash of a word to its classes. Immutable after loading.
var words = readWords(wordTable)

func readWords(table string) map[uint64]wordClass {
	classes := map[string]wordClass{
		"title": titleWord, "org": orgWord, "facility": facilityWord, "place": placeWord, "nature": natureWord,
		"event": eventWord, "speech": speechWord, "place_prep": placePrep, "person_word": personWord, "connector": connector,
	}
	m := map[uint64]wordClass{}
	for line := range strings.SplitSeq(table, "\n") {
		name, list, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		class, ok := classes[name]
		if !ok {
			panic(fmt.Sprintf("ner: words.txt: unknown class %q", name))
		}
		for w := range strings.FieldsSeq(list) {
			m[seqtag.Hash(w)] |= class
		}
	}
	return m
}
