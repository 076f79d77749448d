package seqtag

import (
	"bytes"
	"cmp"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"github.com/dateline-go/dateline/internal/buckets"
)

// A stored model is a head and a body, all numbers little endian.
//
// Head: magic; version; how the body is kept, plain or by DEFLATE; two bytes 0;
// the CRC-32 (IEEE) of the plain body and its size.
//
// Body: the number of labels, the bits of a bucket's number, two bytes 0, the
// number of features; transitions and starts; the index of buckets; the rows;
// 8 bytes 0; the labels' names, each behind its length in a byte.
//
// A row, in the order of [buckets.Key], has 3 bytes that tell the feature from
// others in its bucket, its scale, and a byte for each label: 128 and the
// weight in units of the scale.
//
// A plain body is read where it lies. DEFLATE halves a model, but its inflated
// body is on the heap and takes milliseconds: for models that few texts need.
const (
	magic   = "DLSEQTAG"
	version = 2

	headSize   = len(magic) + 12
	fixedSize  = 8 // of the body, before the transitions
	padding    = 8 // behind the rows, which are read 8 bytes at a time
	rowHead    = 4
	checkMask  = 1<<24 - 1
	bias       = 128
	maxPayload = 1 << 28
)

const (
	plain = iota
	deflated
)

// Errors of [Load], to be told apart with errors.Is.
var (
	ErrFormat   = errors.New("not a seqtag model")
	ErrVersion  = errors.New("seqtag model of another version; build it again with this module's trainer")
	ErrChecksum = errors.New("seqtag model is damaged: its checksum differs")
)

// maxFeatures is how many features the index can address well.
const maxFeatures = 1 << buckets.MaxBits

// density is how many rows a bucket has at most on average: fewer make the
// index larger than the nearest cache, more cost a look at a row for most
// features that the model does not have.
const density = 0.6

// check is the part of a feature's hash that its row keeps.
func check(hash uint64) uint32 { return uint32(hash>>buckets.MaxBits) & checkMask }

// build makes a model of its parts: the weights of feature hashes[i] are
// weights[i*L : i*L+L], as [quantize] leaves them. Of features that the index
// cannot tell apart the one with the smallest hash stays.
func build(labels []string, trans, start []int32, hashes []uint64, weights []int16) (*Model, error) {
	L := len(labels)
	bits := buckets.Bits(len(hashes), density)
	order := make([]int, len(hashes))
	for i := range order {
		order[i] = i
	}
	key := func(i int) uint64 { return hashes[i]&(1<<bits-1)<<24 | uint64(check(hashes[i])) }
	slices.SortFunc(order, func(a, b int) int {
		if c := cmp.Compare(key(a), key(b)); c != 0 {
			return c
		}
		return cmp.Compare(hashes[a], hashes[b])
	})
	order = slices.CompactFunc(order, func(a, b int) bool { return key(a) == key(b) })
	sorted := make([]uint64, len(order))
	for i, k := range order {
		sorted[i] = hashes[k]
	}
	index, err := buckets.Build(sorted, bits)
	if err != nil {
		return nil, err
	}

	body := []byte{byte(L), byte(bits), 0, 0}
	body = binary.LittleEndian.AppendUint32(body, uint32(len(order)))
	for _, v := range trans {
		body = binary.LittleEndian.AppendUint32(body, uint32(v))
	}
	for _, v := range start {
		body = binary.LittleEndian.AppendUint32(body, uint32(v))
	}
	body = append(body, index...)
	for _, k := range order {
		row := weights[k*L : k*L+L]
		c, scale := check(hashes[k]), scaleOf(row)
		body = append(body, byte(c), byte(c>>8), byte(c>>16), byte(scale))
		for _, w := range row {
			body = append(body, byte(int(w)/scale+bias))
		}
	}
	body = append(body, make([]byte, padding)...)
	for _, l := range labels {
		body = append(append(body, byte(len(l))), l...)
	}
	return open(body)
}

// scaleOf is the unit of which all weights of a row are multiples, at most 127
// of them.
func scaleOf(row []int16) int {
	top := 0
	for _, w := range row {
		top = max(top, int(w), -int(w))
	}
	scale := max((top+126)/127, 1)
	for ; scale < 255 && !divides(scale, row); scale++ {
	}
	return scale
}

func divides(scale int, row []int16) bool {
	for _, w := range row {
		if int(w)%scale != 0 {
			return false
		}
	}
	return true
}

// open reads a body where it lies.
func open(body []byte) (*Model, error) {
	if len(body) < fixedSize {
		return nil, ErrFormat
	}
	L, bits, n := int(body[0]), int(body[1]), int(binary.LittleEndian.Uint32(body[4:]))
	if L < 1 || bits > buckets.MaxBits || n > maxFeatures {
		return nil, ErrFormat
	}
	m := &Model{body: body, stride: L, rowSize: rowHead + L}
	at := fixedSize
	atIndex := at + 4*(L+1)*L
	atRows := atIndex + buckets.Size(bits)
	atLabels := atRows + n*m.rowSize + padding
	if len(body) < atLabels {
		return nil, ErrFormat
	}
	numbers := make([]int32, (L+1)*L)
	for i := range numbers {
		numbers[i] = int32(binary.LittleEndian.Uint32(body[at+4*i:]))
	}
	m.trans, m.start = numbers[:L*L:L*L], numbers[L*L:]
	var ok bool
	if m.index, ok = buckets.Open(body[atIndex:atRows:atRows], bits, n); !ok {
		return nil, ErrFormat
	}
	m.rows = body[atRows:atLabels:atLabels]
	for p := body[atLabels:]; len(m.labels) < L; {
		if len(p) == 0 || len(p) < 1+int(p[0]) {
			return nil, ErrFormat
		}
		m.labels = append(m.labels, string(p[1:1+p[0]]))
		p = p[1+p[0]:]
	}
	m.measureGains()
	return m, nil
}

// Marshal writes the model in the form that [Load] reads in place.
func (m *Model) Marshal() []byte { return append(m.head(plain), m.body...) }

// MarshalSmall writes the model in the form that takes the least room.
func (m *Model) MarshalSmall() []byte {
	out := bytes.NewBuffer(m.head(deflated))
	w, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		panic(err) // a constant, valid level
	}
	_, _ = w.Write(m.body) // a bytes.Buffer takes everything
	w.Close()
	return out.Bytes()
}

func (m *Model) head(method byte) []byte {
	head := append([]byte(magic), version, method, 0, 0)
	head = binary.LittleEndian.AppendUint32(head, crc32.ChecksumIEEE(m.body))
	return binary.LittleEndian.AppendUint32(head, uint32(len(m.body)))
}

// IsModel reports that data begin as a model, of whatever version.
func IsModel(data []byte) bool {
	return len(data) >= len(magic) && string(data[:len(magic)]) == magic
}

// Load reads what [Model.Marshal] or [Model.MarshalSmall] wrote. The model goes
// on reading data, which must not change. Damaged and foreign data are refused
// with [ErrFormat], [ErrVersion] or [ErrChecksum].
func Load(data []byte) (*Model, error) {
	if len(data) <= len(magic) || string(data[:len(magic)]) != magic {
		return nil, ErrFormat
	}
	switch v := data[len(magic)]; {
	case v == 1:
		return loadFirst(data)
	case v != version:
		return nil, fmt.Errorf("%w (found %d, want %d)", ErrVersion, v, version)
	}
	if len(data) < headSize {
		return nil, ErrFormat
	}
	method, body := data[len(magic)+1], data[headSize:]
	sum := binary.LittleEndian.Uint32(data[len(magic)+4:])
	size := int(binary.LittleEndian.Uint32(data[len(magic)+8:]))
	switch {
	case size > maxPayload || method > deflated:
		return nil, ErrFormat
	case method == deflated:
		var err error
		if body, err = inflate(body, size); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrChecksum, err)
		}
	}
	if len(body) != size || crc32.ChecksumIEEE(body) != sum {
		return nil, ErrChecksum
	}
	return open(body)
}

// inflate reads compressed data of a known size, without trusting it.
func inflate(data []byte, size int) ([]byte, error) {
	// DEFLATE makes data at most 1032 times smaller.
	out := bytes.NewBuffer(make([]byte, 0, min(size, 1032*len(data))+bytes.MinRead))
	_, err := io.Copy(out, io.LimitReader(flate.NewReader(bytes.NewReader(data)), int64(size)+1))
	return out.Bytes(), err
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
