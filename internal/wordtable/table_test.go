package wordtable_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/wordtable"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTable(t *testing.T) {
	table := wordtable.Read("x.txt", "# what it is\n[be]\n# forms\nis are\n\n 's\n[signs]\n#\n$\n[units]\none 1\nminus -1\n[none at all]\n")
	assert.Equal(t, map[string]bool{"is": true, "are": true, "'s": true}, table.Set("be"))
	assert.Equal(t, []string{"#", "$"}, table.Lines("signs"), "a sign alone is a word")
	assert.Equal(t, map[string]int{"one": 1, "minus": -1}, table.Values("units"))
	assert.Empty(t, table.Set("none at all"))
	assert.PanicsWithValue(t, "x.txt has no section [units of]", func() { table.Set("units of") })
	assert.PanicsWithValue(t, "x.txt: is are: want a word and a number", func() { table.Values("be") })
}

// FuzzRead: sections hold the lines of the table, and nothing else.
func FuzzRead(f *testing.F) {
	f.Add("[be]\nis are\n#\n# c\n[units]\none 1")
	f.Add("x\n[]\n[[a]]\n\r\n \x00")
	f.Fuzz(func(t *testing.T, text string) {
		table := wordtable.Read("x.txt", "[given]\n"+text)
		lines := strings.Split(text, "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		for _, l := range append(lines, "[given]") {
			if l == "" || l[0] != '[' {
				continue
			}
			for _, word := range table.Lines(strings.Trim(l, "[]")) {
				require.Contains(t, lines, word)
				require.NotEmpty(t, word)
			}
		}
	})
}
