package dates

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed words.txt
var wordTable string

// Immutable after init.
var (
	tables   = readTables(wordTable)
	weekdays = tables["weekdays"]
	months   = tables["months"]
	units    = tables["units"]
	parts    = tables["parts"]
	edges    = tables["edges"]
	deictic  = tables["deictic"]
	fixed    = tables["fixed"]
	numbers  = tables["numbers"]
)

func readTables(table string) map[string]map[string]int {
	m := map[string]map[string]int{}
	var now map[string]int
	for l := range strings.SplitSeq(table, "\n") {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			now = map[string]int{}
			m[strings.Trim(l, "[]")] = now
		default:
			w, v, _ := strings.Cut(l, " ")
			n, err := strconv.Atoi(v)
			if err != nil {
				panic("dates: words.txt: " + l + ": want a word and a number") // embedded, tested
			}
			now[w] = n
		}
	}
	return m
}
