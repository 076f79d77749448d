package plug_test

import (
	"testing"

	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
	"github.com/stretchr/testify/require"
)

// FuzzTokenizer: whatever a foreign tokenizer answers, a document keeps its laws.
func FuzzTokenizer(f *testing.F) {
	f.Add("Police said two men died.", 0, 6, 7, 11)
	f.Add("a\u0301 b", 0, 1, 1, 3)
	f.Add("abc", -1, 2, 1, 9)
	f.Add("", 0, 0, 0, 0)
	f.Fuzz(func(t *testing.T, s string, a, b, c, d int) {
		split := func(string) []span.Span { return []span.Span{{Start: a, End: b}, {Start: c, End: d}} }
		doc := text.ReadWith(s, plug.Tokenizer(split))
		last := 0
		for _, k := range doc.Tokens {
			require.True(t, last <= k.Start && k.Start < k.End && k.End <= len(s))
			require.Equal(t, s[k.Start:k.End], k.Text)
			last = k.End
		}
	})
}

// FuzzTagger: whatever a foreign tagger answers, each word has a tag.
func FuzzTagger(f *testing.F) {
	f.Add("Police said two men died.", "NNP", 3)
	f.Add("He left.", "PROPN", 0)
	f.Fuzz(func(t *testing.T, s, tag string, n int) {
		doc := text.Read(s)
		plug.Tagger(func([]token.Token) []string {
			tags := make([]string, max(0, min(n, 1000)))
			for i := range tags {
				tags[i] = tag
			}
			return tags
		}).Tag(doc)
		for _, k := range doc.Tokens {
			require.NotEqual(t, pos.None, k.Tag, k.Text)
		}
	})
}
