// Package buckets finds hashed keys in tables that are read where they lie: in
// the bytes of an embedded file, without building anything when it is loaded.
//
// A table is rows sorted by [Key]: first by bucket, the lowest bits of the
// hash, then by check, higher bits that tell a bucket's keys apart. An [Index]
// says which rows a bucket has; a row holds its check and whatever the caller
// keeps with it. Eight buckets share 64 bits of the index, so that a key that
// is not there mostly costs one access to memory.
package buckets

import (
	"encoding/binary"
	"fmt"
)

// MaxBits is how many bits of a hash may choose the bucket; the bits above
// them are free for checks.
const MaxBits = 20

// Each 64-bit word of an index stands for 8 buckets: their rows begin at the
// upper 32 bits; the lower 32 bits are the number of rows of each, 4 bits a
// bucket.
const (
	perWord  = 8
	maxCount = 15
)

// Index says which rows hold the keys of a bucket. It is immutable and may be
// shared between goroutines. The zero Index has no buckets and must not be asked.
type Index struct {
	words []byte
	mask  uint32
}

// Bits is the number of bits of a bucket's number that makes n rows few for
// each of them: load is the most rows a bucket should have on average.
func Bits(n int, load float64) int {
	bits := 3
	for bits < MaxBits && float64(n) > load*float64(int(1)<<bits) {
		bits++
	}
	return bits
}

// Key orders the rows of a table with so many bits for the bucket: rows must
// stand in its order.
func Key(hash uint64, bits int) uint64 {
	return hash&(1<<bits-1)<<44 | hash>>MaxBits
}

// Build makes the index of rows with these hashes, which are in the order of
// [Key]. It fails where more than 15 fall into one bucket: take more bits.
func Build(hashes []uint64, bits int) ([]byte, error) {
	words := make([]byte, Size(bits))
	row := 0
	for w := range len(words) / 8 {
		word := uint64(row) << 32
		for b := range perWord {
			count := 0
			for row < len(hashes) && hashes[row]&(1<<bits-1) == uint64(w*perWord+b) {
				row++
				count++
			}
			if count > maxCount {
				return nil, fmt.Errorf("buckets: %d keys in one bucket of 2^%d, at most %d: give the index more bits", count, bits, maxCount)
			}
			word |= uint64(count) << (4 * b)
		}
		binary.LittleEndian.PutUint64(words[8*w:], word)
	}
	if row != len(hashes) {
		return nil, fmt.Errorf("buckets: row %d is out of order", row)
	}
	return words, nil
}

// Size is how many bytes an index with so many bits has.
func Size(bits int) int { return 1 << bits }

// Open reads an index of so many bits and rows where it lies; words must not
// change any more. ok is false if it is no such index.
func Open(words []byte, bits, rows int) (x Index, ok bool) {
	if bits < 3 || bits > MaxBits || len(words) != Size(bits) {
		return Index{}, false
	}
	x = Index{words, 1<<bits - 1}
	next := 0
	for w := range len(words) / 8 {
		word := binary.LittleEndian.Uint64(words[8*w:])
		if int(word>>32) != next {
			return Index{}, false
		}
		next += int(sum(uint32(word)))
	}
	return x, next == rows
}

// Word is the part of the index that has the bucket of a hash; [Rows] reads it.
// Asking for many words before reading them lets the memory accesses overlap.
func (x *Index) Word(hash uint64) uint64 {
	return binary.LittleEndian.Uint64(x.words[uint32(hash)&x.mask&^(perWord-1):])
}

// Rows is the first row of a hash's bucket and their number, from its [Index.Word].
func Rows(word, hash uint64) (first, n uint32) {
	shift := uint32(hash) & (perWord - 1) * 4
	return uint32(word>>32) + sum(uint32(word)&(1<<shift-1)), uint32(word) >> shift & maxCount
}

// Find is [Rows] of the hash's word.
func (x *Index) Find(hash uint64) (first, n uint32) { return Rows(x.Word(hash), hash) }

// sum adds up eight numbers of 4 bits.
func sum(v uint32) uint32 {
	v = v&0x0F0F0F0F + v>>4&0x0F0F0F0F
	return v * 0x01010101 >> 24
}
