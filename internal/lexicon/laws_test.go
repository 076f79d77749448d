package lexicon_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/stretchr/testify/require"
)

// FuzzTables: a table that a program brings is taken or refused with its name
// and line, and what is built in stays as it is.
func FuzzTables(f *testing.F) {
	for _, s := range []string{"", "say: mumble\n", "killed harm: vaporize\n", "none: said killed\n", "x", ": a", "a:\n#c\n\xff: b", "source: insider\n", "fear: for fear of * reprisal"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, table string) {
		if len(table) > 10_000 {
			return
		}
		speech, harm := lexicon.BuiltinSpeech(), lexicon.CasualtyTables()
		refused := func(err error) {
			if err != nil {
				require.True(t, strings.HasPrefix(err.Error(), "own:") || strings.Contains(err.Error(), "own"), "%v names the table", err)
			}
		}
		_, err := speech.WithReporting(strings.NewReader(table), "own")
		refused(err)
		_, err = speech.WithSources(strings.NewReader(table), "own")
		refused(err)
		_, err = speech.WithAnonymity(strings.NewReader(table), "own", []string{"fear", "condition"})
		refused(err)
		_, err = harm.With(strings.NewReader(table), "own")
		refused(err)
		_, ok := lexicon.Reporting("said")
		require.True(t, ok, "the built-in tables are not changed")
		require.Equal(t, "killed", lexicon.CasualtyTables().Harm["killed"].Verb.Outcome)
	})
}

// FuzzPattern: a phrase of anonymity covers words that are there, and no more.
func FuzzPattern(f *testing.F) {
	f.Add("on condition of anonymity because he was not authorized to speak")
	f.Add("who asked not to be named")
	f.Fuzz(func(t *testing.T, s string) {
		words := strings.Fields(strings.ToLower(s))
		for i := range words {
			for _, p := range lexicon.Anonymity(words[i]) {
				n := p.Match(func(n int) string {
					if i+n >= len(words) {
						return ""
					}
					return words[i+n]
				})
				require.True(t, 0 <= n && i+n <= len(words))
			}
		}
	})
}
