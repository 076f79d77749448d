package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestNextUnit(t *testing.T) {
	for _, row := range []struct {
		raw, want string
		size      int
		reason    string
	}{
		{"&amp;x", "&", 5, "a name"}, {"&ampx", "&", 4, "a name without a semicolon"}, {"&notit;", "¬", 4, "the longest name that is known"},
		{"&notin;", "∉", 7, "and not a shorter one"}, {"&bogus;", "&", 1, "no name"}, {"& b", "&", 1, "a sign that stands for itself"},
		{"&#8217;s", "’", 7, "by number"}, {"&#x2019s", "’", 7, "in hexadecimal, without a semicolon"}, {"&#x;", "&", 1, "no digits"}, {"&#;", "&", 1, "no digits"},
		{"&#128;", "€", 6, "what windows-1252 has there"}, {"&#0;", "\uFFFD", 4, "no character"}, {"&NotEqualTilde;", "≂̸", 15, "a name of two characters"},
		{"\r\nx", "\n", 2, "a line end"}, {"\rx", "\n", 1, "a line end"}, {"éx", "é", 2, "a character"}, {"\xffx", "\xff", 1, "an invalid byte"},
	} {
		unit, size := nextUnit(row.raw)
		assert.Equal(t, row.want, unit, row.reason)
		assert.Equal(t, row.size, size, row.reason)
	}
}

// FuzzNextUnit: unit after unit makes what the parser makes of the whole.
func FuzzNextUnit(f *testing.F) {
	for _, s := range []string{"&amp;&ampamp&notit;&#38;#38;&", "a&b&c;&#x41&#65;&acE;", "&&&&lt;&lt&l&t;", "&CounterClockwiseContourIntegral;&CounterClockwiseContourIntegral", "x\r\n\r\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if strings.ContainsAny(raw, "\x00<") {
			return // what parsers do to them is not about references
		}
		got := ""
		for rest := raw; rest != ""; {
			unit, size := nextUnit(rest)
			got += unit
			rest = rest[size:]
		}
		want := ""
		z := html.NewTokenizerFragment(strings.NewReader(raw), "textarea") // a context without tags
		for z.Next() != html.ErrorToken {
			want += string(z.Text())
		}
		require.Equal(t, want, got)
	})
}
