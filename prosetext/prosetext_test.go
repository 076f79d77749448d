package prosetext_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/prosetext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sample = `ZAKHO, March 3 - Lt. Col. Adel Barwari, the district's police chief, said “we don't know who planted the mine.”
A resident who asked not to be named told Reuters that 12 goats, worth about $2,400, were killed. It's the third blast since Feb. 2, he said. He saw it.

The U.S. embassy in Baghdad "regretted" the loss of life.`

func read(s string, t text.Tokenizer) []string {
	var out []string
	for _, k := range text.ReadWith(s, t).Tokens {
		out = append(out, k.Text)
	}
	return out
}

func TestTokensAgree(t *testing.T) {
	own, theirs := read(sample, text.Own), read(sample, prosetext.Tokenizer{})
	assert.Equal(t, own, theirs, "on plain news prose's tokens, mended, are ours")
}

func TestOffsets(t *testing.T) {
	for _, row := range []struct{ text, reason string }{
		{sample, "plain news"},
		{strings.Repeat("(", 40_000), "brackets make prose quadratic"},
		{strings.Repeat("'s", 5_000), "prose gives no token at all"},
		{"a\x00b \xff\xfe “né” 🇮🇶 مرحبا", "bytes and scripts beyond ASCII"},
		{strings.Repeat("x", 1<<20), "a megabyte without a blank"},
		{strings.Repeat(`"`, 10_000), "quotation marks"},
		{"&rsquo; said", "an entity that prose rewrites to another length"},
	} {
		doc := text.ReadWith(row.text, prosetext.Tokenizer{})
		last := 0
		for _, k := range doc.Tokens {
			require.GreaterOrEqual(t, k.Start, last, row.reason)
			require.Less(t, k.Start, k.End, row.reason)
			require.Equal(t, row.text[k.Start:k.End], k.Text, row.reason)
			require.Empty(t, strings.TrimSpace(row.text[last:k.Start]), "no word is lost: "+row.reason)
			last = k.End
			if strings.Contains(row.text, "\x00") {
				break // control characters are blanks to us
			}
		}
	}
}

func TestTagger(t *testing.T) {
	doc := text.Read("Police killed two men in Mosul, he said.")
	prosetext.Tagger{}.Tag(doc)
	var tags []pos.Tag
	for _, k := range doc.Tokens {
		tags = append(tags, k.Tag)
	}
	assert.Equal(t, []pos.Tag{pos.NNP, pos.VBD, pos.CD, pos.NNS, pos.IN, pos.NNP, pos.Comma, pos.PRP, pos.VBD, pos.Period}, tags)
}

func TestRecognizer(t *testing.T) {
	doc := text.Read("He met Barack Obama in Washington")
	var got []string
	for _, m := range prosetext.Recognize(doc).Mentions {
		got = append(got, string(m.Type)+" "+m.Text)
	}
	assert.Equal(t, []string{"PERSON Barack Obama", "GPE Washington"}, got)
}

func BenchmarkTokenize(b *testing.B) {
	s := strings.Repeat(sample, 20)
	for _, row := range []struct {
		name string
		t    text.Tokenizer
	}{{"own", text.Own}, {"prose", prosetext.Tokenizer{}}} {
		b.Run(row.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				text.ReadWith(s, row.t)
			}
		})
	}
}

func BenchmarkTag(b *testing.B) {
	doc := text.Read(strings.Repeat(sample, 5))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		prosetext.Tagger{}.Tag(doc)
	}
}

func FuzzTokenizer(f *testing.F) {
	for _, s := range []string{sample, "((((", "'s's's", "a\xffb", "“x” &rsquo;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, k := range text.ReadWith(s, prosetext.Tokenizer{}).Tokens {
			require.GreaterOrEqual(t, k.Start, last)
			require.Equal(t, s[k.Start:k.End], k.Text)
			last = k.End
		}
	})
}
