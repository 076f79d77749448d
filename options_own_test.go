package dateline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func table(s string) *strings.Reader { return strings.NewReader(s) }

func TestWithTokens(t *testing.T) {
	const text = "Two men died in Homs.\n\nPolice said so."
	a, err := dateline.New(dateline.WithTokens())
	require.NoError(t, err)
	got := a.Analyze(text)
	require.Len(t, got.Tokens, 10)
	assert.Equal(t, token.Token{Span: span.Of(text, 16, 20), Tag: "NNP"}, got.Tokens[4])
	assert.Equal(t, []token.Sentence{{First: 0, Last: 6}, {First: 6, Last: 10, Paragraph: 1}}, got.Sentences)
	assert.Nil(t, dateline.Analyze(text).Tokens, "nobody asked")
	wide := a.Analyze("“" + text).In(span.Rune)
	assert.Equal(t, 17, wide.Tokens[5].Start, "tokens are converted with the rest")
}

func TestPluggedFunctions(t *testing.T) {
	const text = "Xeno went to Yarrow."
	a, err := dateline.New(dateline.WithTokens(),
		dateline.WithTokenizerFunc(func(paragraph string) []span.Span {
			var words []span.Span
			at := 0
			for _, w := range strings.Fields(paragraph) {
				i := at + strings.Index(paragraph[at:], w)
				words = append(words, span.Of(paragraph, i, i+len(w)))
				at = i + len(w)
			}
			return words
		}),
		dateline.WithTaggerFunc(func(s []token.Token) []string {
			tags := make([]string, len(s))
			for i := range tags {
				tags[i] = "FW"
			}
			return tags
		}),
		dateline.WithEntities(entities.WithFinderFunc(func(_ string, tokens []token.Token, sentences []token.Sentence) []entities.Name {
			assert.Equal(t, "FW", tokens[0].Tag)
			assert.Len(t, sentences, 1)
			return []entities.Name{{First: 0, Last: 1, Type: entities.Event}, {First: 0, Last: 9, Type: entities.Org}, {First: 1, Last: 2, Type: "SHIP"}}
		})))
	require.NoError(t, err)
	got := a.Analyze(text)
	assert.Len(t, got.Tokens, 4, "the full stop stays at its word")
	require.Len(t, got.Mentions, 1, "what is outside or of no type is left out")
	assert.Equal(t, "Xeno", got.Mentions[0].Text)
	assert.Equal(t, entities.Event, got.Mentions[0].Type)
}

func TestOwnWords(t *testing.T) {
	const text = "A headboy intoned that two men were zapped in Homs.\n\n“It is over,” said a headboy whose life is in danger."
	a, err := dateline.New(
		dateline.WithOutcomes(table("killed harm: zap*"), "harm"),
		dateline.WithReportingVerbs(table("speech: intone"), "verbs"),
		dateline.WithSourceNouns(table("role: headboy"), "nouns"),
		dateline.WithAnonymityPhrases(table("fear: whose life is in danger"), "phrases"),
	)
	require.NoError(t, err)
	got, builtin := a.Analyze(text), dateline.Analyze(text)
	assert.Empty(t, builtin.Claims)
	require.Len(t, got.Claims, 1)
	assert.EqualValues(t, "killed", got.Claims[0].Outcome)
	require.Len(t, got.Quotes, 2)
	require.NotNil(t, got.Quotes[0].Cue)
	assert.Equal(t, "intoned", got.Quotes[0].Cue.Text)
	reasons := ""
	for _, s := range got.Sources {
		reasons += fmt.Sprint(s.Kind, " ", s.Reason, ";")
	}
	assert.Contains(t, reasons, "anonymous fear")
}

func TestWithoutBuiltin(t *testing.T) {
	a, err := dateline.New(dateline.WithEntities(entities.WithoutBuiltin()), dateline.WithGazetteer(table("group\t\tBlue Heron Front"), "list"))
	require.NoError(t, err)
	got := a.Analyze("The Blue Heron Front is strong in Baghdad.")
	require.Len(t, got.Mentions, 1)
	assert.Equal(t, "Blue Heron Front", got.Mentions[0].Text)
}

func TestOwnOptionsRefuse(t *testing.T) {
	for want, option := range map[string]dateline.Option{
		"WithTokenizerFunc(nil)": dateline.WithTokenizerFunc(nil),
		"WithTaggerFunc(nil)":    dateline.WithTaggerFunc(nil),
		"WithFinderFunc(nil)":    dateline.WithEntities(entities.WithFinderFunc(nil)),
		"WithTaggerModel(nil":    dateline.WithTaggerModel(nil, "m"),
		"WithModel(nil":          dateline.WithModel(nil, "m"),
		"WithReportingVerbs(nil": dateline.WithReportingVerbs(nil, "m"),
		"extract: m:1: unknown":  dateline.WithOutcomes(table("hurt: x"), "m"),
		"quotes: v:2: unknown":   dateline.WithReportingVerbs(table("speech: x1\nhum: y"), "v"),
		"dateline: g:1: ":        dateline.WithGlossary(table("a"), "g"),
		"dateline: n: no gloss":  dateline.WithGlossary(nil, "n"),
		"quotes: p:1: unknown":   dateline.WithAnonymityPhrases(table("x: y"), "p"),
		"quotes: s:1: unknown":   dateline.WithSourceNouns(table("x: y"), "s"),
	} {
		_, err := dateline.New(option)
		assert.ErrorContains(t, err, want)
	}
}

func ExampleWithOutcomes() {
	analyzer, err := dateline.New(dateline.WithOutcomes(strings.NewReader("killed state: kia\n"), "jargon"))
	if err != nil {
		panic(err)
	}
	for _, c := range analyzer.Analyze("Three soldiers KIA near the bridge.").Claims {
		fmt.Println(c.Outcome, c.Count.Text)
	}
	// Output: killed Three
}

func ExampleWithGlossary() {
	analyzer, err := dateline.New(dateline.WithGlossary(strings.NewReader("al menos = at least\ndoce = twelve\npersonas = people\nmurieron = died\ndijo = said\nla = the\npolicía = police\n"), "es"))
	if err != nil {
		panic(err)
	}
	a := analyzer.Analyze("Al menos doce personas murieron, dijo la policía.")
	for _, c := range a.Claims {
		fmt.Println(c.Outcome, c.Count.Text, *c.Min)
	}
	fmt.Println(a.Sources[0].Name)
	// Output:
	// killed Al menos doce 12
	// la policía
}
