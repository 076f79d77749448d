package span_test

import (
	"fmt"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

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
		for i := 0; i <= len(text); i++ {
			if i < len(text) && !utf8.RuneStart(text[i]) {
				continue
			}
			before := []rune(text[:i])
			if i < len(text) && utf8.RuneCountInString(text[:i])+utf8.RuneCountInString(text[i:]) != utf8.RuneCountInString(text) {
				continue // i cuts a character
			}
			require.Equal(t, len(before), runes.Convert(i))
			require.Equal(t, len(utf16.Encode(before)), wide.Convert(i))
		}
	})
}
