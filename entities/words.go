package entities

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Sections of words.txt, which says what each is for. Immutable after init.
var (
	words = wordtable.Read("entities: words.txt", wordTable)

	notRole    = words.Set("not a role")
	adjectives = words.Set("abbreviated countries")
	portfolios = words.Set("portfolios")
	plurals    = words.Set("plural places")
	tribes     = words.Set("tribes")
	divisions  = words.Set("divisions")
	nameTitle  = words.Set("titles and names")
	heads      = words.Set("heads")
	styled     = words.Set("styled")
	suffixes   = words.Set("suffixes")

	addressed    = genders("address")
	titleGenders = genders("address", "title")
)

// genders are the titles of the sections by the gender that they tell.
func genders(sections ...string) map[string]Gender {
	m := map[string]Gender{}
	for _, g := range [...]Gender{Male, Female} {
		for _, section := range sections {
			for w := range words.Set(string(g) + " " + section) {
				m[w] = g
			}
		}
	}
	return m
}
