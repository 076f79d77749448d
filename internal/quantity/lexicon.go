package quantity

import (
	_ "embed"
	"strconv"
	"strings"
)

//go:embed words.txt
var wordTable string

// Immutable after init.
var (
	sections = readSections(wordTable)

	units      = values("units")
	scales     = values("scales")
	collective = values("collective")
	plurals    = values("plurals")
	modifiers  = readModifiers()

	sizes        = set("sizes")
	groups       = set("groups")
	more         = set("more")
	timeUnits    = set("times")
	ageUnits     = set("ages")
	shareUnits   = set("shares")
	measureUnits = set("measures")
	moneyUnits   = set("money")
	moneySigns   = set("signs")
	labels       = set("labels")
	months       = set("months")
	people       = set("people")
	function     = set("function")
	fractions    = map[string]bool{"half": true, "quarter": true, "third": true}
)

// modifierWords are the words of a modifier and what it does.
type modifierWords struct {
	words []string
	bound bound
}

func readSections(table string) map[string][]string {
	m := map[string][]string{}
	name := ""
	for l := range strings.SplitSeq(table, "\n") {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#' && len(l) > 1:
		case l[0] == '[':
			name = strings.Trim(l, "[]")
		default:
			m[name] = append(m[name], l)
		}
	}
	return m
}

func set(name string) map[string]bool {
	m := map[string]bool{}
	for _, w := range sections[name] {
		m[w] = true
	}
	return m
}

func values(name string) map[string]int {
	m := map[string]int{}
	for _, l := range sections[name] {
		w, v, _ := strings.Cut(l, " ")
		n, err := strconv.Atoi(v)
		if err != nil {
			panic("quantity: words.txt: " + l + ": want a word and a number") // embedded, tested
		}
		m[w] = n
	}
	return m
}

func readModifiers() map[string][]modifierWords {
	bounds := map[string]bound{"least": atLeast, "more": moreThan, "less": lessThan, "most": atMost, "about": around, "exact": exact}
	m := map[string][]modifierWords{}
	for _, l := range sections["modifiers"] {
		f := strings.Fields(l)
		m[f[1]] = append(m[f[1]], modifierWords{f[1:], bounds[f[0]]})
	}
	return m
}
