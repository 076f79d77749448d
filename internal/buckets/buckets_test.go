package buckets

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// table makes n random hashes in the order of a table with so many bits.
func table(n, bits int, seed uint64) []uint64 {
	rng := rand.New(rand.NewPCG(seed, 1))
	hashes := make([]uint64, n)
	for i := range hashes {
		hashes[i] = rng.Uint64()
	}
	slices.SortFunc(hashes, func(a, b uint64) int { return cmp.Compare(Key(a, bits), Key(b, bits)) })
	return hashes
}

func TestFind(t *testing.T) {
	for _, row := range []struct {
		n      int
		load   float64
		reason string
	}{
		{0, 1, "nothing"}, {1, 1, "one row"}, {9, 1, "few rows"},
		{5_000, 0.5, "sparse"}, {5_000, 1, "dense"}, {5_000, 2, "crowded"},
	} {
		bits := Bits(row.n, row.load)
		hashes := table(row.n, bits, 1)
		words, err := Build(hashes, bits)
		require.NoError(t, err, row.reason)
		x, ok := Open(words, bits, row.n)
		require.True(t, ok, row.reason)
		for i, h := range hashes {
			first, n := x.Find(h)
			assert.True(t, int(first) <= i && i < int(first+n), "%s: row %d", row.reason, i)
		}
		for _, h := range table(1_000, bits, 2) { // every row of a bucket is of that bucket
			first, n := x.Find(h)
			for i := first; i < first+n; i++ {
				assert.Equal(t, h&(1<<bits-1), hashes[i]&(1<<bits-1), row.reason)
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	_, err := Build(make([]uint64, 16), 3)
	assert.ErrorContains(t, err, "more bits", "sixteen equal keys")
	_, err = Build([]uint64{5, 1}, 3)
	assert.ErrorContains(t, err, "out of order")
}

func TestOpenRefuses(t *testing.T) {
	hashes := table(100, 7, 3)
	words, err := Build(hashes, 7)
	require.NoError(t, err)
	damaged := slices.Clone(words)
	damaged[17] ^= 1
	for _, row := range []struct {
		words      []byte
		bits, rows int
		reason     string
	}{
		{words, 7, 99, "another number of rows"}, {words, 8, 100, "another size"},
		{words[:64], 7, 100, "cut off"}, {damaged, 7, 100, "flipped bit"}, {words, 40, 100, "too many bits"},
	} {
		_, ok := Open(row.words, row.bits, row.rows)
		assert.False(t, ok, row.reason)
	}
}

func FuzzOpen(f *testing.F) {
	words, _ := Build(table(40, 4, 4), 4)
	f.Add(words, 4, 40, uint64(77))
	f.Fuzz(func(t *testing.T, words []byte, bits, rows int, hash uint64) {
		if x, ok := Open(words, bits, rows); ok {
			first, n := x.Find(hash)
			assert.LessOrEqual(t, int(first+n), rows, "no row beyond the last")
		}
	})
}

func BenchmarkFind(b *testing.B) {
	hashes := table(1<<16, 17, 5)
	words, err := Build(hashes, 17)
	require.NoError(b, err)
	x, _ := Open(words, 17, len(hashes))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		x.Find(hashes[i&(1<<16-1)] + 3)
		i++
	}
}
