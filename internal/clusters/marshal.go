package clusters

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"

	"github.com/dateline-go/dateline/internal/buckets"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// density is how many words a bucket has at most on average. Most words that
// are asked for are listed, so that an empty bucket saves little.
const density = 1.2

// entry is a word's hash and fine cluster.
type entry struct {
	hash uint64
	fine uint16
}

// Marshal writes the clusters of words (in lower case) in the form that [Load]
// reads. middle and coarse hold a number for each fine cluster, of which there
// are at most 1,024.
func Marshal(words map[string]uint16, middle, coarse []uint8) ([]byte, error) {
	entries := make([]entry, 0, len(words))
	for w, f := range words {
		if int(f) >= len(middle) {
			return nil, fmt.Errorf("clusters: %q is in cluster %d of %d", w, f, len(middle))
		}
		entries = append(entries, entry{seqtag.Hash(w), f})
	}
	return marshal(entries, middle, coarse)
}

func marshal(entries []entry, middle, coarse []uint8) ([]byte, error) {
	if len(middle) > 1<<fineBits || len(middle) != len(coarse) {
		return nil, fmt.Errorf("clusters: %d middle and %d coarse clusters, want as many of each and at most %d", len(middle), len(coarse), 1<<fineBits)
	}
	bits := buckets.Bits(len(entries), density)
	key := func(e entry) uint64 { return e.hash&(1<<bits-1)<<checkBits | uint64(check(e.hash)) }
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(key(a), key(b)), cmp.Compare(a.fine, b.fine))
	})
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return key(a) == key(b) })
	hashes := make([]uint64, len(entries))
	for i, e := range entries {
		hashes[i] = e.hash
	}
	index, err := buckets.Build(hashes, bits)
	if err != nil {
		return nil, err
	}
	out := append([]byte(magic), 0, 0, 0, 0)
	for _, n := range []int{len(middle), len(entries), bits} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	out = append(append(append(out, middle...), coarse...), index...)
	for _, e := range entries {
		out = binary.LittleEndian.AppendUint32(out, check(e.hash)<<fineBits|uint32(e.fine))
	}
	binary.LittleEndian.PutUint32(out[len(magic):], crc32.ChecksumIEEE(out[len(magic)+4:]))
	return out, nil
}
