package text

import (
	_ "embed"
	"strings"
)

//go:embed abbreviations.txt
var abbreviationTable string

// abbreviation says what a word with a kept period is.
type abbreviation uint8

const (
	notAbbreviation abbreviation = iota
	titleAbbreviation
	numberAbbreviation
	innerAbbreviation
	endAbbreviation
)

var abbreviations = readAbbreviations(abbreviationTable)

func readAbbreviations(table string) map[string]abbreviation {
	classes := map[string]abbreviation{"title": titleAbbreviation, "number": numberAbbreviation, "inner": innerAbbreviation, "end": endAbbreviation}
	m := map[string]abbreviation{}
	for l := range strings.SplitSeq(table, "\n") {
		if word, class, ok := strings.Cut(strings.TrimSpace(l), " "); ok && word[0] != '#' {
			m[word] = classes[class]
		}
	}
	return m
}

// ambiguous abbreviations are words too; they keep a period only before what
// the abbreviation needs: "No. 5", "Mar. 3", "Gen. Ali", but "he said no."
var ambiguous = map[string]bool{
	"no": true, "mar": true, "sat": true, "sun": true, "art": true, "fig": true, "pt": true, "la": true, "miss": true, "mass": true,
	"ill": true, "wash": true, "mm": true, "al": true, "ms": true, "co": true, "dir": true, "sup": true, "sec": true, "spec": true,
	"eng": true, "det": true, "dep": true, "bishop": true, "comm": true, "fr": true, "bro": true, "pres": true, "hon": true,
	"est": true, "ave": true, "div": true, "ore": true, "pa": true, "va": true, "ca": true, "ch": true, "mon": true,
	"wed": true, "fri": true, "jun": true, "jul": true, "ind": true, "tex": true, "ark": true, "penn": true, "v": true, "ret": true,
	"sheik": true, "ga": true, "kan": true, "md": true, "ft": true, "mt": true, "rt": true, "dist": true, "ald": true, "nos": true, "para": true,
}

// IsAbbreviation reports a word that is written with a period, given without it.
func IsAbbreviation(word string) bool { return abbreviationClass(word) != notAbbreviation }
