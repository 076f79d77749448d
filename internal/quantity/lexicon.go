package quantity

import (
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Immutable after init.
var (
	table = wordtable.Read("quantity: words.txt", wordTable)

	units      = table.Values("units")
	scales     = table.Values("scales")
	collective = table.Values("collective")
	plurals    = table.Values("plurals")
	modifiers  = readModifiers()

	sizes        = table.Set("sizes")
	groups       = table.Set("groups")
	more         = table.Set("more")
	timeUnits    = table.Set("times")
	ageUnits     = table.Set("ages")
	shareUnits   = table.Set("shares")
	measureUnits = table.Set("measures")
	moneyUnits   = table.Set("money")
	moneySigns   = table.Set("signs")
	labels       = table.Set("labels")
	months       = table.Set("months")
	people       = table.Set("people")
	function     = table.Set("function")
	fractions    = map[string]bool{"half": true, "quarter": true, "third": true}
)

// modifierWords are the words of a modifier and what it does.
type modifierWords struct {
	words []string
	bound bound
}

func readModifiers() map[string][]modifierWords {
	bounds := map[string]bound{"least": atLeast, "more": moreThan, "less": lessThan, "most": atMost, "about": around, "exact": exact}
	m := map[string][]modifierWords{}
	for _, l := range table.Lines("modifiers") {
		f := strings.Fields(l)
		m[f[1]] = append(m[f[1]], modifierWords{f[1:], bounds[f[0]]})
	}
	return m
}
