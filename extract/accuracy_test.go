package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Floors under the scores on the gold articles; raise them as the extractor
// gets better.
const (
	recordFloor  = 0.90
	numbersFloor = 0.90
)

// goldArticle is a line of the gold, as far as this test reads it.
type goldArticle struct {
	ID         string
	Text       string
	Casualties []struct {
		Outcome  Outcome
		Min, Max *int
		Count    struct{ Start, End int } // code points
	}
}

func TestAccuracyOnGold(t *testing.T) {
	const path = "../../shared/gold/dev.jsonl"
	file, err := os.Open(path)
	if err != nil {
		t.Skip("the gold articles are not here:", err)
	}
	defer file.Close()
	var right, numbers, gold, found int
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a goldArticle
		require.NoError(t, json.Unmarshal(lines.Bytes(), &a))
		used := map[int]bool{}
		var claims []Claim
		for _, c := range Find(a.Text).Claims {
			if c.Outcome != Released && c.Modality != Hypothetical && c.Modality != Denied {
				claims = append(claims, c)
			}
		}
		gold, found = gold+len(a.Casualties), found+len(claims)
		for _, g := range a.Casualties {
			best := -1
			for i, c := range claims {
				start := utf8.RuneCountInString(a.Text[:c.Count.Start])
				end := start + utf8.RuneCountInString(c.Count.Text)
				if used[i] || c.Outcome != g.Outcome || start >= g.Count.End || g.Count.Start >= end {
					continue
				}
				if best < 0 || same(c.Min, g.Min) && same(c.Max, g.Max) {
					best = i
				}
			}
			if best >= 0 {
				used[best] = true
				right++
				if same(claims[best].Min, g.Min) && same(claims[best].Max, g.Max) {
					numbers++
				}
			}
		}
	}
	require.NoError(t, lines.Err())
	f1 := func(n int) float64 { return 2 * float64(n) / float64(gold+found) }
	t.Logf("record F1 %.3f, numbers F1 %.3f of %d claims", f1(right), f1(numbers), gold)
	assert.GreaterOrEqual(t, f1(right), recordFloor)
	assert.GreaterOrEqual(t, f1(numbers), numbersFloor)
}

func same(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
