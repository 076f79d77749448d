// Package wordtable reads the embedded tables in which packages keep the words
// that their rules need:
//
//	[section]
//	# why, in a comment
//	word word word
package wordtable

import (
	"strconv"
	"strings"
)

// Table is a table that was read. It is immutable.
type Table struct {
	file     string
	sections map[string][]string
}

// Read reads a table; file stands for it when a section is asked for that it
// lacks. A line of "#" alone is a word.
func Read(file, table string) Table {
	t := Table{file, map[string][]string{}}
	name := ""
	for l := range strings.SplitSeq(table, "\n") {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#' && len(l) > 1:
		case l[0] == '[':
			name = strings.Trim(l, "[]")
			t.sections[name] = nil
		default:
			t.sections[name] = append(t.sections[name], l)
		}
	}
	return t
}

// Lines are the lines of a section. A section that is not there is a mistake in
// the source, which any test finds: Lines panics.
func (t Table) Lines(section string) []string {
	lines, ok := t.sections[section]
	if !ok {
		panic(t.file + " has no section [" + section + "]")
	}
	return lines
}

// Set is the words of a section.
func (t Table) Set(section string) map[string]bool {
	set := map[string]bool{}
	for _, l := range t.Lines(section) {
		for w := range strings.FieldsSeq(l) {
			set[w] = true
		}
	}
	return set
}

// Values are the words of a section whose lines are "word number".
func (t Table) Values(section string) map[string]int {
	values := map[string]int{}
	for _, l := range t.Lines(section) {
		word, number, _ := strings.Cut(l, " ")
		n, err := strconv.Atoi(number)
		if err != nil {
			panic(t.file + ": " + l + ": want a word and a number")
		}
		values[word] = n
	}
	return values
}
