package entities_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestConfidence(t *testing.T) {
	r := entities.Find("Gen. Karim Nuri spoke in Baghdad. Reuters quoted Nuri as saying that the Iraqi army had left Mosul.")
	require.NotEmpty(t, r.Mentions)
	for _, m := range r.Mentions {
		assert.Greater(t, m.Confidence, 0.0, m.Text)
		assert.LessOrEqual(t, m.Confidence, 1.0, m.Text)
	}
	own, err := entities.New(entities.WithGazetteer(strings.NewReader("org\t\tBlue Circle\n"), "own"))
	require.NoError(t, err)
	for _, m := range own.Analyze(tagger.Read("He joined the Blue Circle.")).Mentions {
		assert.Zero(t, m.Confidence, "%s: nothing is known of how often a listed name is right", m.Text)
	}
}

// worstError is the largest expected calibration error that the corpora may show:
// the mean distance, over ten bins of like size, between the confidences and the
// share of right names.
const worstError = 0.13

func TestConfidenceIsCalibratedOnSharedData(t *testing.T) {
	for _, row := range []struct {
		file  string
		types string
	}{
		{"gold/dev.jsonl", "PERSON ORG PLACE NORP EVENT"},
		{"data/ner/re3d_dev.jsonl", "PERSON ORG PLACE NORP"},
		{"data/ner/wikigold_dev.jsonl", "PERSON ORG PLACE"},
	} {
		f, err := os.Open("../../shared/" + row.file)
		if err != nil {
			t.Skip("no shared data: ", err)
		}
		type point struct {
			confidence float64
			right      bool
		}
		var points []point
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<26)
		for sc.Scan() {
			var a struct {
				Text     string
				Entities []struct {
					Start, End int
					Type       string
				}
			}
			require.NoError(t, json.Unmarshal(sc.Bytes(), &a))
			at := []int{} // byte of each code point
			for i := range a.Text {
				at = append(at, i)
			}
			at = append(at, len(a.Text))
			type key struct {
				start, end int
				kind       string
			}
			right := map[key]bool{}
			for _, e := range a.Entities {
				right[key{at[e.Start], at[e.End], coarse(e.Type)}] = true
			}
			for _, m := range entities.Find(a.Text).Mentions {
				if k := coarse(string(m.Type)); strings.Contains(row.types, k) {
					points = append(points, point{m.Confidence, right[key{m.Start, m.End, k}]})
				}
			}
		}
		require.NoError(t, sc.Err())
		f.Close()
		slices.SortStableFunc(points, func(a, b point) int { return int(math.Copysign(1, a.confidence-b.confidence)) })
		sum := 0.0
		for b := range 10 {
			part := points[b*len(points)/10 : (b+1)*len(points)/10]
			said, is := 0.0, 0.0
			for _, p := range part {
				said += p.confidence
				if p.right {
					is++
				}
			}
			sum += math.Abs(said-is) / float64(len(points))
		}
		assert.LessOrEqual(t, sum, worstError, row.file)
		t.Logf("%s: %d names, expected calibration error %.3f", row.file, len(points), sum)
	}
}

func coarse(kind string) string {
	switch kind {
	case "GPE", "LOC", "FAC":
		return "PLACE"
	}
	return kind
}
