package seqtag

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// The first version of the stored form had, behind magic, version and the
// CRC-32 (IEEE) of the payload, a DEFLATE-compressed payload: labels,
// transitions, starts, the sorted feature hashes as differences, and for each
// feature a scale and a signed byte a label.

// loadFirst reads the first version; data begin with magic and version.
func loadFirst(data []byte) (*Model, error) {
	head := len(magic) + 5
	if len(data) < head {
		return nil, ErrFormat
	}
	sum := binary.LittleEndian.Uint32(data[len(magic)+1:])
	p, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[head:])), maxPayload))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrChecksum, err)
	}
	if crc32.ChecksumIEEE(p) != sum {
		return nil, ErrChecksum
	}
	r := reader{p: p}
	L := int(r.uvarint())
	if L < 1 || L > 255 {
		return nil, ErrFormat
	}
	var labels []string
	for range L {
		labels = append(labels, string(r.bytes(int(r.uvarint()))))
	}
	trans, start := make([]int32, L*L), make([]int32, L)
	for i := range trans {
		trans[i] = int32(r.varint())
	}
	for i := range start {
		start[i] = int32(r.varint())
	}
	n := int(r.uvarint())
	if r.bad || n < 0 || n > maxFeatures || n > len(r.p) {
		return nil, ErrFormat
	}
	hashes, weights := make([]uint64, n), make([]int16, n*L)
	last := uint64(0)
	for i := range hashes {
		last += r.uvarint()
		hashes[i] = last
	}
	for i := range n {
		row := r.bytes(1 + L)
		if r.bad {
			return nil, ErrFormat
		}
		for l, q := range row[1:] {
			weights[i*L+l] = int16(int8(q)) * int16(row[0])
		}
	}
	if r.bad {
		return nil, ErrFormat
	}
	m, err := build(labels, trans, start, hashes, weights)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFormat, err)
	}
	return m, nil
}

// reader takes a payload apart; bad is set when it ends too early.
type reader struct {
	p   []byte
	bad bool
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.p)
	if n <= 0 {
		r.bad, r.p = true, nil
		return 0
	}
	r.p = r.p[n:]
	return v
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.p)
	if n <= 0 {
		r.bad, r.p = true, nil
		return 0
	}
	r.p = r.p[n:]
	return v
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.p) {
		r.bad, r.p = true, nil
		return nil
	}
	b := r.p[:n]
	r.p = r.p[n:]
	return b
}
