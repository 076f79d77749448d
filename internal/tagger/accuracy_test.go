package tagger_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// words gives ready-made tokens to text.ReadWith: a gold standard's own.
type words struct{}

func (words) Tokenize(dst []text.Token, s string, start, end int) []text.Token {
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

func TestAccuracyFloor(t *testing.T) {
	f, err := os.Open("../../../shared/data/pos/gum_dev.jsonl")
	if err != nil {
		t.Skip("the corpora in ../shared are not here: ", err)
	}
	defer f.Close()
	var right, all [2]int
	for d := json.NewDecoder(bufio.NewReader(f)); d.More(); {
		var s struct{ Tokens, Pos []string }
		require.NoError(t, d.Decode(&s))
		joined := strings.Join(s.Tokens, " ")
		if strings.ContainsAny(joined, "\u00a0") || len(strings.Split(joined, " ")) != len(s.Tokens) {
			continue
		}
		for k, line := range []string{joined, strings.ToUpper(joined)} {
			doc := text.ReadWith(line, words{})
			if len(doc.Tokens) != len(s.Tokens) {
				continue
			}
			tagger.Default().Tag(doc)
			for i := range doc.Tokens {
				all[k]++
				if doc.Tokens[i].Tag == pos.Parse(s.Pos[i]) {
					right[k]++
				}
			}
		}
	}
	mixed, capitals := float64(right[0])/float64(all[0]), float64(right[1])/float64(all[1])
	t.Logf("GUM dev: %.4f in mixed case, %.4f in capitals", mixed, capitals)
	assert.Greater(t, mixed, 0.945, "sentences split as ours are")
	assert.Greater(t, capitals, 0.925)
}
