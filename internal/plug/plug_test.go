package plug_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func words(doc *text.Document) (list []string) {
	for _, t := range doc.Tokens {
		list = append(list, t.Text)
	}
	return list
}

func TestTokenizer(t *testing.T) {
	const s = "Él dijo: no."
	own := words(text.Read(s))
	for _, row := range []struct {
		spans  []span.Span
		want   []string
		reason string
	}{
		{[]span.Span{span.Of(s, 0, 3), span.Of(s, 4, 8)}, []string{"Él", "dijo"}, "as split has it"},
		{nil, nil, "no words at all"},
		{[]span.Span{span.Of(s, 4, 8), span.Of(s, 0, 3)}, own, "backwards"},
		{[]span.Span{span.Of(s, 0, 5), span.Of(s, 4, 8)}, own, "overlapping"},
		{[]span.Span{{Start: 0, End: 99}}, own, "outside"},
		{[]span.Span{{Start: -1, End: 3}}, own, "before the text"},
		{[]span.Span{{Start: 1, End: 3}}, own, "cuts a character"},
		{[]span.Span{span.Of(s, 3, 8)}, own, "begins with a blank"},
	} {
		doc := text.ReadWith(s, plug.Tokenizer(func(string) []span.Span { return row.spans }))
		assert.Equal(t, row.want, words(doc), row.reason)
	}
}

func TestTagger(t *testing.T) {
	doc := text.Read("Police said so. Two died.")
	plug.Tagger(func(s []token.Token) []string {
		if s[0].Text == "Two" {
			return []string{"CD"} // too few
		}
		return []string{"NNS", "VBD", "nonsense", "."}
	}).Tag(doc)
	var tags []string
	for _, k := range doc.Tokens {
		tags = append(tags, k.Tag.String())
	}
	assert.Equal(t, []string{"NNS", "VBD", "SYM", ".", "CD", "VBD", "."}, tags, "the second sentence is the built-in tagger's")
}

func TestGlossary(t *testing.T) {
	var g *plug.Glossary
	g, err := g.ReadGlossary(strings.NewReader("# es\nal menos = at least\nmenos = less\ndoce = twelve\n"), "es")
	require.NoError(t, err)
	more, err := g.ReadGlossary(strings.NewReader("doce = dozen\nmuy doce = - twelve"), "es2")
	require.NoError(t, err)
	lower := func(g *plug.Glossary, s string) (list []string) {
		for _, k := range text.ReadWith(s, g.Tokenizer(text.Own)).Tokens {
			assert.Equal(t, s[k.Start:k.End], k.Text)
			list = append(list, k.Lower)
		}
		return list
	}
	assert.Equal(t, []string{"at", "least", "twelve", "al"}, lower(g, "Al menos doce al"), "the longest phrase, and no phrase that is cut")
	assert.Equal(t, []string{"dozen", "muy", "twelve"}, lower(more, "doce muy doce"), "the later line holds; - leaves a word")
	assert.Equal(t, []string{"twelve"}, lower(g, "doce"), "the first glossary stays")
	for _, row := range []struct{ list, want string }{
		{"a b = c", "g:1: 1 words stand for 2"}, {"a", "g:1: \"a\" has no equals sign"}, {"A = b", "g:1: capitals"}, {" = b", "g:1: no word"},
		{"\xff = b", "g:1: invalid UTF-8"}, {"a b c d e f g h i = a b c d e f g h i", "g:1: phrase of 9"},
	} {
		_, err := g.ReadGlossary(strings.NewReader(row.list), "g")
		assert.ErrorContains(t, err, row.want)
	}
}
