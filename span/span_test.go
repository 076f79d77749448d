package span_test

import (
	"fmt"
	"testing"
	"unicode/utf16"

	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleIndex() {
	text := "“Né en Irak” 🇮🇶 said Ra'ad"
	start := len("“Né en Irak” 🇮🇶 said ")
	for _, unit := range []span.Unit{span.Byte, span.Rune, span.UTF16} {
		fmt.Println(unit, span.NewIndex(text, unit).Convert(start))
	}
	// Output:
	// byte 32
	// rune 21
	// utf16 23
}

func TestOfClamps(t *testing.T) {
	for _, row := range []struct {
		start, end int
		want       string
		reason     string
	}{
		{0, 4, "Homs", "inside"},
		{-3, 2, "Ho", "before the text"},
		{2, 99, "ms", "behind the text"},
		{3, 1, "", "wrong order gives nothing, not a panic"},
	} {
		assert.Equal(t, row.want, span.Of("Homs", row.start, row.end).Text, row.reason)
	}
}

func TestParseUnit(t *testing.T) {
	for _, unit := range []span.Unit{span.Byte, span.Rune, span.UTF16} {
		got, err := span.ParseUnit(unit.String())
		require.NoError(t, err)
		assert.Equal(t, unit, got)
	}
	_, err := span.ParseUnit("cluster")
	require.ErrorContains(t, err, "use byte, rune or utf16")
}

func TestRelations(t *testing.T) {
	a, b := span.Of("abcdef", 0, 4), span.Of("abcdef", 2, 4)
	assert.True(t, a.Contains(b))
	assert.False(t, b.Contains(a))
	assert.True(t, a.Overlaps(b))
	assert.False(t, a.Overlaps(span.Of("abcdef", 4, 6)), "touching is not overlapping")
	assert.Negative(t, span.Compare(a, b))
	assert.Negative(t, span.Compare(span.Of("abcdef", 2, 5), b), "the longer one first")
	assert.True(t, span.Span{}.IsZero())
	assert.Equal(t, 2, b.Len())
}

func FuzzIndex(f *testing.F) {
	for _, s := range []string{"", "Homs", "é🇮🇶é", "a\xffb\xc3", string(make([]byte, 600))} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		runes, wide := span.NewIndex(text, span.Rune), span.NewIndex(text, span.UTF16)
		characters, units := 0, 0
		for i, r := range text { // a byte that is no UTF-8 counts as one character
			if runes.Convert(i) != characters || wide.Convert(i) != units {
				t.Fatalf("byte %d is character %d and unit %d, not %d and %d", i, characters, units, runes.Convert(i), wide.Convert(i))
			}
			characters, units = characters+1, units+utf16.RuneLen(r)
		}
		require.Equal(t, characters, runes.Convert(len(text)))
		require.Equal(t, units, wide.Convert(len(text)))
	})
}
