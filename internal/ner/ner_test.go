package ner_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const report = "Gunmen killed two policemen in Kirkuk on Monday, Col. Karim Nuri of the Iraqi army told Reuters. " +
	"The Islamic State claimed the attack, which the United Nations condemned. "

func TestTagFindsNamesInAnyCase(t *testing.T) {
	tagger := ner.Default(ner.BuiltinSet())
	for _, row := range []struct{ text, reason string }{
		{report, "as printed"},
		{strings.ToUpper(report), "in capitals"},
		{strings.ToLower(report), "in small letters"},
	} {
		doc := text.Read(row.text)
		var got []string
		for _, n := range tagger.Tag(nil, doc) {
			got = append(got, strings.ToLower(doc.Span(n.First, n.Last).Text)+" "+n.Type.String())
		}
		for _, want := range []string{"kirkuk GPE", "karim nuri PERSON", "reuters ORG", "united nations ORG"} {
			assert.Contains(t, got, want, row.reason)
		}
	}
}

func TestLabels(t *testing.T) {
	names := ner.LabelNames()
	assert.Equal(t, "O", names[ner.Outside])
	for _, kind := range []ner.Type{ner.Person, ner.Org, ner.GPE, ner.Loc, ner.Fac, ner.Norp, ner.Event} {
		assert.Equal(t, "B-"+kind.String(), names[ner.Begin(kind)])
		assert.Equal(t, "I-"+kind.String(), names[ner.Inside(kind)])
		parsed, ok := ner.ParseType(kind.String())
		assert.True(t, ok)
		assert.Equal(t, kind, parsed)
		assert.True(t, ner.Allowed(int(ner.Begin(kind)), int(ner.Inside(kind))), "a name goes on")
		assert.False(t, ner.Allowed(ner.Outside, int(ner.Inside(kind))), "no name begins inside")
		assert.False(t, ner.Allowed(-1, int(ner.Inside(kind))), "nor does a sentence")
	}
	_, ok := ner.ParseType("PLACE")
	assert.False(t, ok)
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{report, strings.ToUpper(report), "", "\x00\xff", "U.S. U.S. (U.S.)", "Of Of of"} {
		f.Add(s)
	}
	tagger := ner.Default(ner.BuiltinSet())
	f.Fuzz(func(t *testing.T, s string) {
		doc := text.Read(s)
		names := tagger.Tag(nil, doc)
		last := 0
		for _, n := range names {
			require.GreaterOrEqual(t, n.First, last)
			require.Less(t, n.First, n.Last)
			require.LessOrEqual(t, n.Last, len(doc.Tokens))
			require.Equal(t, doc.Tokens[n.First].Sentence, doc.Tokens[n.Last-1].Sentence, "within a sentence")
			last = n.Last
		}
		require.Equal(t, names, tagger.Tag(nil, doc))
	})
}

func BenchmarkTag(b *testing.B) {
	doc := text.Read(strings.Repeat(report, 20))
	tagger := ner.Default(ner.BuiltinSet())
	words := 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind == text.Word {
			words++
		}
	}
	names := tagger.Tag(nil, doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		names = tagger.Tag(names[:0], doc)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
