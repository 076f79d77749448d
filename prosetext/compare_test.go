package prosetext_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/prosetext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// goldTokens gives the words of a corpus, parted by blanks, as tokens.
type goldTokens struct{}

func (goldTokens) Tokenize(dst []text.Token, s string, start, end int) []text.Token {
	for at := start; at < end; {
		stop := at + strings.IndexByte(s[at:end]+" ", ' ')
		kind := text.Symbol
		// Behind a letter "'s" is the word it is in running text.
		if own := text.Own.Tokenize(nil, "x"+s[at:stop], 0, stop-at+1); len(own) == 2 && own[0].End == 1 {
			kind = own[1].Kind
		} else if own := text.Own.Tokenize(nil, s, at, stop); len(own) > 0 {
			kind = own[0].Kind
		}
		dst = append(dst, text.NewToken(s, at, stop, kind))
		at = stop + 1
	}
	return dst
}

// maxCompared is how many sentences are enough for a comparison: prose is slow.
const maxCompared = 600

func TestTaggersOnGold(t *testing.T) {
	f, err := os.Open("../../shared/data/pos/gum_dev.jsonl")
	if err != nil {
		t.Skip("the corpora in ../shared are not here: ", err)
	}
	defer f.Close()
	var own, theirs, same, all int
	n := 0
	for d := json.NewDecoder(bufio.NewReader(f)); d.More() && n < maxCompared; n++ {
		var s struct{ Tokens, Pos []string }
		require.NoError(t, d.Decode(&s))
		joined := strings.Join(s.Tokens, " ")
		ours := text.ReadWith(joined, goldTokens{})
		if len(ours.Tokens) != len(s.Tokens) {
			continue
		}
		tagger.Default().Tag(ours)
		prose := text.ReadWith(joined, goldTokens{})
		prosetext.Tagger{}.Tag(prose)
		for i, p := range s.Pos {
			gold := pos.Parse(p)
			all++
			if ours.Tokens[i].Tag == gold {
				own++
			}
			if prose.Tokens[i].Tag == gold {
				theirs++
			}
			if ours.Tokens[i].Tag == prose.Tokens[i].Tag {
				same++
			}
		}
	}
	share := func(n int) float64 { return float64(n) / float64(all) }
	t.Logf("%d tokens: own tagger %.4f, prose %.4f right; %.4f the same", all, share(own), share(theirs), share(same))
	assert.Greater(t, share(own), share(theirs), "the own tagger is the better one on this corpus")
	assert.Greater(t, share(theirs), 0.85, "prose's tags are aligned with the right tokens")
	assert.Greater(t, share(same), 0.85)
}

func TestTagsAgree(t *testing.T) {
	ours, prose := text.Read(sample), text.Read(sample)
	tagger.Default().Tag(ours)
	prosetext.Tagger{}.Tag(prose)
	same, all := 0, 0
	for i := range ours.Tokens {
		// Quotation marks are tagged by their shape; prose has no tag for them.
		if ours.Tokens[i].Kind == text.Quote {
			continue
		}
		all++
		if ours.Tokens[i].Tag == prose.Tokens[i].Tag {
			same++
		}
	}
	assert.Greater(t, float64(same)/float64(all), 0.85, "two taggers trained apart agree on plain news")
}

func BenchmarkTaggers(b *testing.B) {
	doc := text.Read(strings.Repeat(sample, 5))
	for _, row := range []struct {
		name string
		t    tagger.Tagger
	}{{"own", tagger.Default()}, {"prose", prosetext.Tagger{}}} {
		row.t.Tag(doc) // loads the model
		b.Run(row.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				row.t.Tag(doc)
			}
			b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

func BenchmarkRecognize(b *testing.B) {
	doc := text.Read(sample)
	prosetext.Recognize(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		prosetext.Recognize(doc)
	}
}
