package text_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a reader cannot tell apart has one Lower and one shape.
func TestLooksAlikeReadsAlike(t *testing.T) {
	for _, row := range []struct{ plain, odd, reason string }{
		{"José", "Jose\u0301", "an accent of its own"},
		{"ếch", "e\u0302\u0301ch", "two accents"},
		{"Müller-Öz", "Mu\u0308ller-O\u0308z", "on both sides of a hyphen"},
		{"Baghdad", "Bagh\u200bdad", "a space without width"},
		{"Baghdad", "Bagh\u00addad", "a soft hyphen"},
		{"Baghdad", "B\u200da\u2060g\u200chdad", "joiners"},
		{"Baghdad", "Bagh\u202edad", "a mark of direction"},
		{"12", "1\u200b2", "inside a number"},
		{"12", "١٢", "Arabic digits"},
		{"12", "１２", "wide digits"},
		{"1,200", "１,２００", "with a comma"},
		{"don't", "don’t", "a curly apostrophe"},
	} {
		a, b := text.Read(row.plain), text.Read(row.odd)
		require.Len(t, b.Tokens, len(a.Tokens), row.reason)
		for i := range a.Tokens {
			assert.Equal(t, a.Tokens[i].Lower, b.Tokens[i].Lower, row.reason)
			const bits = text.Capital | text.AllCaps | text.MixedCaps | text.HasDigit | text.HasHyphen
			assert.Equal(t, a.Tokens[i].Shape&bits, b.Tokens[i].Shape&bits, row.reason)
		}
	}
}

// Letters of other scripts that look like Latin ones stay what they are: to
// guess would turn real Cyrillic words into nonsense.
func TestLookalikeLettersAreKept(t *testing.T) {
	assert.Equal(t, []string{"b\u0430ghd\u0430d"}, lowers("B\u0430ghd\u0430d"))
}

func TestManyInvisibleCharactersEndAWord(t *testing.T) {
	s := "kill" + strings.Repeat("\u200b", 500) + "ed"
	assert.Equal(t, []string{"kill", "ed"}, lowers(s), "a word is not looked for without end")
}

func lowers(s string) []string {
	var list []string
	for _, k := range text.Read(s).Tokens {
		list = append(list, k.Lower)
	}
	return list
}
