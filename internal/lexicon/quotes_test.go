package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReporting(t *testing.T) {
	for _, row := range []struct {
		word, lemma string
		class       VerbClass
		reason      string
	}{
		{"said", "say", Speech, "irregular past"},
		{"denies", "deny", Speech | Stance, "y becomes ies"},
		{"quipped", "quip", Speech, "doubled consonant"},
		{"accusing", "accuse", Accuse, "e falls before ing"},
		{"thought", "think", Believe, "irregular"},
	} {
		v, ok := Reporting(row.word)
		assert.True(t, ok, row.reason)
		assert.Equal(t, row.lemma, v.Lemma, row.reason)
		assert.Equal(t, row.class, v.Class&row.class, row.reason)
	}
	_, ok := Reporting("table")
	assert.False(t, ok)
}

func TestSource(t *testing.T) {
	h, _ := Source("spokeswomen")
	assert.Equal(t, SourceHead{Singular: "spokeswoman", Class: RoleNoun, Plural: true, Female: true}, h)
	h, _ = Source("ministries")
	assert.Equal(t, "ministry", h.Singular)
	assert.Equal(t, OrgNoun, h.Class)
}

func TestAnonymity(t *testing.T) {
	words := strings.Fields("on condition that his name not be used because")
	n := 0
	for _, p := range Anonymity("on") {
		n = max(n, p.Match(func(k int) string {
			if k < len(words) {
				return words[k]
			}
			return ""
		}))
	}
	assert.Equal(t, len(words)-1, n, "choices, a word that may be left out, and a gap")
	p := Anonymity("anonymously")
	assert.Len(t, p, 1)
}
