package clusters

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/dateline-go/dateline/internal/seqtag"
)

//go:embed words.bin
var embedded []byte

// Set maps words to clusters of three sizes. It is immutable and may be shared
// between goroutines.
type Set struct {
	keys   []uint32 // open hash table: fingerprint, 0 for free
	fine   []uint16
	mask   uint32
	middle []uint8 // of each fine cluster
	coarse []uint8
}

// Groups are the clusters of one word, numbered from 0.
type Groups struct {
	Fine   uint16 // of about 1,000
	Middle uint8  // of about 200
	Coarse uint8  // of about 50
}

// Default is the embedded set, read at the first call.
var Default = sync.OnceValue(func() *Set {
	s, err := Load(embedded)
	if err != nil {
		panic(fmt.Errorf("embedded word clusters: %w", err)) // a test reads them
	}
	return s
})

// Of finds the clusters of a word by the [seqtag.Hash] of its lower-case form.
func (s *Set) Of(lower uint64) (Groups, bool) {
	fp := fingerprint(lower)
	for i := uint32(lower) & s.mask; s.keys[i] != 0; i = (i + 1) & s.mask {
		if s.keys[i] == fp {
			f := s.fine[i]
			return Groups{f, s.middle[f], s.coarse[f]}, true
		}
	}
	return Groups{}, false
}

// Word is [Set.Of] for a word in lower case.
func (s *Set) Word(lower string) (Groups, bool) { return s.Of(seqtag.Hash(lower)) }

// hashBits is how much of a word's hash is kept.
const (
	slotBits = 20
	hashBits = 42
)

func fingerprint(h uint64) uint32 {
	return max(1, uint32(h>>slotBits)&(1<<(hashBits-slotBits)-1))
}

// magic and version head a file, then come the CRC-32 (IEEE) of the payload and
// the DEFLATE-compressed payload: the number of fine clusters, the middle and
// coarse cluster of each, the number of words, their sorted hashes as
// differences, the low and the high bytes of their fine clusters.
const magic = "DLCLUST1"

// ErrFormat means that the data are damaged or no word clusters.
var ErrFormat = errors.New("damaged or foreign word clusters; build them again with internal/cmd/buildclusters")

// Load reads what [Marshal] wrote.
func Load(data []byte) (*Set, error) {
	if len(data) < len(magic)+4 || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	p, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[len(magic)+4:])), 1<<26))
	if err != nil || crc32.ChecksumIEEE(p) != binary.LittleEndian.Uint32(data[len(magic):]) {
		return nil, ErrFormat
	}
	next := func() uint64 {
		v, n := binary.Uvarint(p)
		p = p[max(n, 0):]
		return v
	}
	groups := int(next())
	if groups > 1<<16 || len(p) < 2*groups {
		return nil, ErrFormat
	}
	s := &Set{middle: p[:groups:groups], coarse: p[groups : 2*groups : 2*groups]}
	p = p[2*groups:]
	words := int(next())
	if words > 1<<slotBits*3/5 || words < 0 {
		return nil, ErrFormat
	}
	size := 8
	for size*3 < words*5 {
		size *= 2
	}
	s.mask = uint32(size - 1)
	s.keys, s.fine = make([]uint32, size), make([]uint16, size)
	hashes := make([]uint64, words)
	last := uint64(0)
	for i := range hashes {
		last += next()
		hashes[i] = last
	}
	if len(p) != 2*words {
		return nil, ErrFormat
	}
	for i, h := range hashes {
		slot := uint32(h) & s.mask
		for s.keys[slot] != 0 {
			slot = (slot + 1) & s.mask
		}
		f := uint16(p[i]) | uint16(p[words+i])<<8
		if int(f) >= groups {
			return nil, ErrFormat
		}
		s.keys[slot], s.fine[slot] = fingerprint(h), f
	}
	return s, nil
}
