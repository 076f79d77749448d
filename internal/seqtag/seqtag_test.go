package seqtag

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// toy makes sequences whose labels follow from the words: "x" opens a span,
// "y" continues one only behind an open one.
func toy(n int, seed uint64) []Example {
	rng := rand.New(rand.NewPCG(seed, 7))
	var out []Example
	for range n {
		f := &Features{}
		var labels []uint8
		open := false
		for range 4 + rng.IntN(8) {
			w := []string{"a", "b", "x", "y"}[rng.IntN(4)]
			f.Add(Mix(0, Hash("bias")))
			f.Add(Mix(1, Hash(w)))
			f.Next()
			switch {
			case w == "x":
				labels, open = append(labels, 1), true
			case w == "y" && open:
				labels = append(labels, 2)
			default:
				labels, open = append(labels, 0), false
			}
		}
		out = append(out, Example{Features: f, Labels: labels})
	}
	return out
}

func bio(prev, cur int) bool { return cur != 2 || prev == 1 || prev == 2 }

func train() *Model {
	return Train([]string{"O", "B", "I"}, bio, toy(300, 1), Options{Epochs: 15, Seed: 3})
}

func TestLearnsAndStores(t *testing.T) {
	m := train()
	again, err := Load(m.Marshal())
	require.NoError(t, err)
	var s Scratch
	right, all := 0, 0
	for _, e := range toy(100, 2) {
		got := m.Decode(nil, e.Features, &s)
		assert.Equal(t, got, again.Decode(nil, e.Features, &s), "a stored model decodes the same")
		for i := range got {
			all++
			if got[i] == e.Labels[i] {
				right++
			}
		}
	}
	assert.Greater(t, float64(right)/float64(all), 0.99)
	assert.Equal(t, m.Marshal(), train().Marshal(), "same input and seed, same bytes")
	assert.Equal(t, m.Marshal(), again.Marshal())
}

func TestPosterior(t *testing.T) {
	m := train()
	var s Scratch
	f := toy(1, 9)[0].Features
	m.Posterior(f, &s, 1)
	for i := range f.Len() {
		assert.InDelta(t, 1, s.Prob(i, 0)+s.Prob(i, 1)+s.Prob(i, 2), 1e-9, "probabilities of a token sum to one")
	}
	p := s.PathProb(0, []uint8{0}, func(int) bool { return false })
	assert.InDelta(t, s.Prob(0, 0), p, 1e-9, "a path of one label is that label's probability")
}

func TestFixed(t *testing.T) {
	m := train()
	var f Features
	f.Add(Mix(1, Hash("x")))
	f.NextFixed(0)
	f.Add(Mix(1, Hash("y")))
	f.Next()
	assert.Equal(t, []uint8{0, 0}, m.Decode(nil, &f, &Scratch{}), "a pinned token keeps its label, and its neighbour obeys")
}

func TestEmptySequence(t *testing.T) {
	m := train()
	var s Scratch
	m.Posterior(&Features{}, &s, 1)
	assert.Empty(t, m.Decode(nil, &Features{}, &s))
}

func TestLoadRefuses(t *testing.T) {
	data := train().Marshal()
	damaged := append([]byte(nil), data...)
	damaged[len(damaged)-9] ^= 0x55
	other := append([]byte(nil), data...)
	other[len(magic)] = 99
	for _, row := range []struct {
		data   []byte
		want   error
		reason string
	}{
		{nil, ErrFormat, "empty file"},
		{[]byte("PK\x03\x04 something else"), ErrFormat, "foreign file"},
		{other, ErrVersion, "file of another version"},
		{damaged, ErrChecksum, "flipped bits"},
		{data[:len(data)/2], ErrChecksum, "cut short"},
	} {
		_, err := Load(row.data)
		require.ErrorIs(t, err, row.want, row.reason)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(train().Marshal())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Load(data); err == nil {
			m.Decode(nil, toy(1, 1)[0].Features, &Scratch{})
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	m := train()
	e := toy(1, 5)[0]
	var s Scratch
	var dst []uint8
	b.ReportAllocs()
	for b.Loop() {
		dst = m.Decode(dst[:0], e.Features, &s)
	}
}
