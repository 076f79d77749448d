package clusters

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEmbedded(t *testing.T) {
	s, err := Load(embedded)
	require.NoError(t, err)
	for _, row := range []struct{ a, b, reason string }{
		{"iraqi", "syrian", "nationalities"},
		{"monday", "sunday", "days"},
		{"killed", "wounded", "harm"},
	} {
		a, ok := s.Word(row.a)
		require.True(t, ok, row.reason)
		b, ok := s.Word(row.b)
		require.True(t, ok, row.reason)
		assert.Equal(t, a.Coarse, b.Coarse, row.reason)
	}
	_, ok := s.Word("xqzzyqqwk")
	assert.False(t, ok, "an invented word has no cluster")
}

func TestMarshal(t *testing.T) {
	data, err := Marshal(map[string]uint16{"a1": 0, "b2": 1, "c3": 1}, []uint8{3, 4}, []uint8{1, 2})
	require.NoError(t, err)
	s, err := Load(data)
	require.NoError(t, err)
	g, ok := s.Word("c3")
	require.True(t, ok)
	assert.Equal(t, Groups{Fine: 1, Middle: 4, Coarse: 2}, g)
	data[len(data)-3] ^= 1
	_, err = Load(data)
	require.ErrorIs(t, err, ErrFormat)

	_, err = Marshal(map[string]uint16{"a1": 2}, []uint8{3, 4}, []uint8{1, 2})
	assert.ErrorContains(t, err, "cluster 2 of 2")
}

func FuzzLoad(f *testing.F) {
	data, err := Marshal(map[string]uint16{"a1": 0}, []uint8{3}, []uint8{1})
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := Load(data); err == nil {
			s.Word("killed")
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(embedded); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	s := Default()
	b.ReportAllocs()
	for b.Loop() {
		s.Word("colonel")
	}
}
