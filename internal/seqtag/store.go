package seqtag

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// A stored model begins with the magic and a version, then the CRC-32 (IEEE)
// of the payload before compression, then the DEFLATE-compressed payload:
// labels, transitions, starts, the sorted feature hashes as differences, and
// for each feature a scale and a signed byte a label.
const (
	magic   = "DLSEQTAG"
	version = 1
)

// Errors of [Load], to be told apart with errors.Is.
var (
	ErrFormat   = errors.New("not a seqtag model")
	ErrVersion  = errors.New("seqtag model of another version; build it again with this module's trainer")
	ErrChecksum = errors.New("seqtag model is damaged: its checksum differs")
)

// maxFeatures is how many features the hash table can address well.
const maxFeatures = 1 << slotBits * 3 / 5

// index prepares a model for decoding: its hash table and its pruning bounds.
func (m *Model) index() {
	m.measureGains()
	size := 8
	for size*3 < len(m.hashes)*5 {
		size *= 2
	}
	m.mask = uint32(size - 1)
	m.table = make([]uint64, size)
	for row, h := range m.hashes {
		i := uint32(h) & m.mask
		for m.table[i] != 0 {
			i = (i + 1) & m.mask
		}
		m.table[i] = uint64(fingerprint(h))<<32 | uint64(row)
	}
	m.pack()
}

// Marshal writes the model in the form that [Load] reads.
func (m *Model) Marshal() []byte {
	var p []byte
	p = binary.AppendUvarint(p, uint64(m.stride))
	for _, l := range m.labels {
		p = binary.AppendUvarint(p, uint64(len(l)))
		p = append(p, l...)
	}
	for _, v := range m.trans {
		p = binary.AppendVarint(p, int64(v))
	}
	for _, v := range m.start {
		p = binary.AppendVarint(p, int64(v))
	}
	p = binary.AppendUvarint(p, uint64(len(m.hashes)))
	last := uint64(0)
	for _, h := range m.hashes {
		p = binary.AppendUvarint(p, h-last)
		last = h
	}
	for i := range m.hashes {
		row := m.weights[i*m.stride : (i+1)*m.stride]
		top := 0
		for _, w := range row {
			top = max(top, int(w), -int(w))
		}
		scale := (top + 126) / 127
		for ; scale < 255 && !divides(scale, row); scale++ {
		}
		scale = max(scale, 1)
		p = append(p, byte(scale))
		for _, w := range row {
			p = append(p, byte(int8(int(w)/scale)))
		}
	}
	var out bytes.Buffer
	out.WriteString(magic)
	out.WriteByte(version)
	var sum [4]byte
	binary.LittleEndian.PutUint32(sum[:], crc32.ChecksumIEEE(p))
	out.Write(sum[:])
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // a constant, valid level
	}
	w.Write(p)
	w.Close()
	return out.Bytes()
}

func divides(scale int, row []int16) bool {
	for _, w := range row {
		if int(w)%scale != 0 {
			return false
		}
	}
	return true
}

// Load reads what [Model.Marshal] wrote. It refuses damaged and foreign data
// with [ErrFormat], [ErrVersion] or [ErrChecksum].
func Load(data []byte) (*Model, error) {
	head := len(magic) + 5
	if len(data) < head || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	if data[len(magic)] != version {
		return nil, fmt.Errorf("%w (found %d, want %d)", ErrVersion, data[len(magic)], version)
	}
	sum := binary.LittleEndian.Uint32(data[len(magic)+1:])
	p, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[head:])), 1<<28))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrChecksum, err)
	}
	if crc32.ChecksumIEEE(p) != sum {
		return nil, ErrChecksum
	}
	r := reader{p: p}
	m := &Model{stride: int(r.uvarint())}
	if m.stride < 1 || m.stride > 255 {
		return nil, ErrFormat
	}
	for range m.stride {
		m.labels = append(m.labels, string(r.bytes(int(r.uvarint()))))
	}
	m.trans, m.start = make([]int32, m.stride*m.stride), make([]int32, m.stride)
	for i := range m.trans {
		m.trans[i] = int32(r.varint())
	}
	for i := range m.start {
		m.start[i] = int32(r.varint())
	}
	n := int(r.uvarint())
	if r.bad || n < 0 || n > maxFeatures {
		return nil, ErrFormat
	}
	m.hashes = make([]uint64, n)
	last := uint64(0)
	for i := range m.hashes {
		last += r.uvarint()
		m.hashes[i] = last
	}
	m.weights = make([]int16, n*m.stride)
	for i := range n {
		row := r.bytes(1 + m.stride)
		if r.bad {
			return nil, ErrFormat
		}
		for l, q := range row[1:] {
			m.weights[i*m.stride+l] = int16(int8(q)) * int16(row[0])
		}
	}
	m.index()
	return m, nil
}

// MustLoad is [Load] for models embedded in the program, whose bytes a test has
// read before.
func MustLoad(data []byte) *Model {
	m, err := Load(data)
	if err != nil {
		panic(fmt.Errorf("embedded model: %w", err))
	}
	return m
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
