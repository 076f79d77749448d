package seqtag

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHaving compares with all sequences there are.
func TestHaving(t *testing.T) {
	hashes := []uint64{Mix(1, 1), Mix(1, 2), Mix(1, 3)}
	weights := []int16{
		300, -100, 20, 5,
		-40, 250, 90, 11,
		7, 60, -200, 30,
	}
	trans := []int32{
		10, -20, 5, 40,
		0, 3, impossible, 8,
		-7, 12, 60, impossible,
		1, 2, 3, -50,
	}
	start := []int32{0, 5, -5, impossible}
	m, err := build([]string{"O", "A", "B", "C"}, trans, start, hashes, weights)
	require.NoError(t, err)
	sets := []uint8{0, 1, 2, 2}
	var s Scratch
	for _, tokens := range [][]int{{}, {0}, {2}, {0, 1}, {1, 2, 0}, {2, 2, 1, 0, 1}, {1, -1, 0, 2}} {
		var f Features
		for _, k := range tokens {
			if k < 0 {
				f.NextFixed(0)
				continue
			}
			f.Add(hashes[k])
			f.Next()
		}
		m.Score(&f, &s)
		want := [Kinds]float64{}
		for k := range want {
			want[k] = math.Inf(-1)
		}
		each(len(tokens), 4, func(labels []uint8) {
			kind, score := uint8(0), 0.0
			for i, l := range labels {
				kind |= sets[l]
				score += float64(s.scores[i*4+int(l)])
				if i == 0 {
					score += float64(start[l])
				} else {
					score += float64(trans[int(labels[i-1])*4+int(l)])
				}
			}
			want[kind] = max(want[kind], score/unit)
		})
		best := m.Having(sets, &s)
		for k := range best {
			if want[k] < impossible/2/unit {
				assert.Less(t, best[k], impossible/2.0/unit, "%v: no sequence is of kind %d", tokens, k)
				continue
			}
			require.InDelta(t, want[k], best[k], 1e-9, "%v: kind %d", tokens, k)
			labels := m.Best(nil, k, &s)
			require.Len(t, labels, len(tokens))
			kind := uint8(0)
			for _, l := range labels {
				kind |= sets[l]
			}
			require.EqualValues(t, k, kind, "%v: the sequence is of the kind asked for", tokens)
		}
	}
}

// each calls do with all sequences of n labels below L.
func each(n, L int, do func([]uint8)) {
	labels := make([]uint8, n)
	for {
		do(labels)
		i := 0
		for i < n && int(labels[i]) == L-1 {
			labels[i] = 0
			i++
		}
		if i == n {
			return
		}
		labels[i]++
	}
}
