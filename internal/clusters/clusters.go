package clusters

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"

	"github.com/dateline-go/dateline/internal/buckets"
	"github.com/dateline-go/dateline/internal/seqtag"
)

//go:embed words.bin
var embedded []byte

// Set maps words to clusters of three sizes. It is immutable and may be shared
// between goroutines.
type Set struct {
	index  buckets.Index
	rows   []byte // of rowSize: the check of a word and its fine cluster
	middle []byte // of each fine cluster
	coarse []byte
}

// Groups are the clusters of one word, numbered from 0.
type Groups struct {
	Fine   uint16 // of about 1,000
	Middle uint8  // of about 200
	Coarse uint8  // of about 50
}

// Default is the embedded set, opened at the first call.
var Default = sync.OnceValue(func() *Set {
	s, err := Load(embedded)
	if err != nil {
		panic(fmt.Errorf("embedded word clusters: %w", err)) // a test reads them
	}
	return s
})

// Of finds the clusters of a word by the [seqtag.Hash] of its lower-case form.
func (s *Set) Of(lower uint64) (Groups, bool) {
	first, n := s.index.Find(lower)
	want := check(lower)
	for at := int(first) * rowSize; n > 0; n, at = n-1, at+rowSize {
		row := binary.LittleEndian.Uint32(s.rows[at:])
		if row>>fineBits == want {
			f := row & (1<<fineBits - 1)
			return Groups{uint16(f), s.middle[f], s.coarse[f]}, true
		}
	}
	return Groups{}, false
}

// Word is [Set.Of] for a word in lower case.
func (s *Set) Word(lower string) (Groups, bool) { return s.Of(seqtag.Hash(lower)) }

// The stored form, all numbers little endian: magic and version; the CRC-32
// (IEEE) of the rest; as 32 bits each the numbers of fine clusters, of words,
// and of the bits of a bucket's number; the middle and the coarse cluster of
// each fine one; the index of buckets; for each word, in the order of
// [buckets.Key], fineBits of its cluster below checkBits that tell it from
// others in its bucket.
const (
	magic     = "DLCLUST2"
	headSize  = len(magic) + 4 + 12
	rowSize   = 4
	fineBits  = 10
	checkBits = 22
)

func check(hash uint64) uint32 { return uint32(hash>>buckets.MaxBits) & (1<<checkBits - 1) }

// ErrFormat means that the data are damaged or no word clusters.
var ErrFormat = errors.New("damaged or foreign word clusters; build them again with internal/cmd/buildclusters")

// Load reads what [Marshal] wrote, in place: data must not change any more.
func Load(data []byte) (*Set, error) {
	if len(data) < headSize || string(data[:len(magic)]) != magic ||
		crc32.ChecksumIEEE(data[len(magic)+4:]) != binary.LittleEndian.Uint32(data[len(magic):]) {
		return nil, ErrFormat
	}
	number := func(i int) int { return int(binary.LittleEndian.Uint32(data[len(magic)+4+4*i:])) }
	groups, words, bits := number(0), number(1), number(2)
	if groups > 1<<fineBits || words > 1<<buckets.MaxBits || bits > buckets.MaxBits ||
		len(data) != headSize+2*groups+buckets.Size(bits)+rowSize*words {
		return nil, ErrFormat
	}
	take := func(n int) (part []byte) {
		part, data = data[:n:n], data[n:]
		return part
	}
	take(headSize)
	s := &Set{middle: take(groups), coarse: take(groups)}
	index, ok := buckets.Open(take(buckets.Size(bits)), bits, words)
	s.index, s.rows = index, take(rowSize*words)
	for i := 0; i < len(s.rows); i += rowSize {
		ok = ok && int(binary.LittleEndian.Uint32(s.rows[i:])&(1<<fineBits-1)) < groups
	}
	if !ok {
		return nil, ErrFormat
	}
	return s, nil
}
