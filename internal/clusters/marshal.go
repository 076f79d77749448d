package clusters

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"slices"

	"github.com/dateline-go/dateline/internal/seqtag"
)

// Marshal writes the clusters of words (in lower case) in the form that [Load]
// reads. middle and coarse hold a number for each fine cluster.
func Marshal(words map[string]uint16, middle, coarse []uint8) []byte {
	type entry struct {
		hash uint64
		fine uint16
	}
	entries := make([]entry, 0, len(words))
	for w, f := range words {
		entries = append(entries, entry{seqtag.Hash(w) & (1<<hashBits - 1), f})
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.hash != b.hash {
			if a.hash < b.hash {
				return -1
			}
			return 1
		}
		return int(a.fine) - int(b.fine)
	})
	entries = slices.CompactFunc(entries, func(a, b entry) bool { return a.hash == b.hash })
	p := binary.AppendUvarint(nil, uint64(len(middle)))
	p = append(append(p, middle...), coarse...)
	p = binary.AppendUvarint(p, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		p = binary.AppendUvarint(p, e.hash-last)
		last = e.hash
	}
	for _, e := range entries {
		p = append(p, byte(e.fine))
	}
	for _, e := range entries {
		p = append(p, byte(e.fine>>8))
	}
	out := bytes.NewBufferString(magic)
	var sum [4]byte
	binary.LittleEndian.PutUint32(sum[:], crc32.ChecksumIEEE(p))
	out.Write(sum[:])
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		panic(err) // a constant, valid level
	}
	w.Write(p)
	w.Close()
	return out.Bytes()
}
