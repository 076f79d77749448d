package seqtag

import (
	"encoding/binary"

	"github.com/dateline-go/dateline/internal/buckets"
)

// batch is how many features are looked up side by side, so that their accesses
// to memory overlap.
const batch = 64

// Eight labels' weights are a 64-bit word of bytes. Their even and odd bytes
// are taken apart into lanes of 16 bits and multiplied by the row's scale, all
// four at once; laneRows rows with scales up to laneScale add up without
// running over. Rows with larger scales are rare and added one label at a time.
const (
	laneMask  = 0x00FF_00FF_00FF_00FF
	laneScale = 15
	laneRows  = 0xFFFF / (0xFF * laneScale)
)

// candidate is a bucket that may hold a feature.
type candidate struct {
	first, n uint32 // rows
	check    uint32
}

// lookup appends to s.hits where the rows of the features stand, of those that
// the model has. hashes are at most batch.
func (m *Model) lookup(s *Scratch, hashes []uint64) {
	words := s.words[:len(hashes)]
	for k, h := range hashes {
		words[k] = m.index.Word(h)
	}
	candidates := 0
	for k, h := range hashes {
		first, n := buckets.Rows(words[k], h)
		s.candidates[candidates&(batch-1)] = candidate{first, n, check(h)}
		if n != 0 {
			candidates++
		}
	}
	for _, c := range s.candidates[:candidates] {
		at := int(c.first) * m.rowSize
		for range c.n {
			if binary.LittleEndian.Uint32(m.rows[at:])&checkMask == c.check {
				s.hits = append(s.hits, int32(at))
				break
			}
			at += m.rowSize
		}
	}
}

// score fills s.scores with every token's label scores.
func (m *Model) score(f *Features, s *Scratch) {
	n, L := f.Len(), m.stride
	if cap(s.scores) < n*L {
		s.scores = make([]int32, n*L+n*L/2)
	}
	s.scores = s.scores[:n*L]
	clear(s.scores)
	for i := range n {
		row := s.scores[i*L : i*L+L]
		if fixed := f.fixed[i]; fixed >= 0 {
			for l := range row {
				if l != int(fixed) {
					row[l] = impossible
				}
			}
			continue
		}
		s.hits = s.hits[:0]
		for hashes := f.of(i); len(hashes) > 0; {
			part := hashes[:min(len(hashes), batch)]
			hashes = hashes[len(part):]
			m.lookup(s, part)
		}
		switch {
		case L == 3:
			m.addThree(row, s.hits)
		case L > 8 && L <= 16:
			m.addSixteen(row, s.hits)
		default:
			m.addMany(row, s)
		}
	}
}

// addThree adds the rows at hits to the scores of three labels.
func (m *Model) addThree(row []int32, hits []int32) {
	var a, b, c, sum int32
	for _, at := range hits {
		v := binary.LittleEndian.Uint64(m.rows[at:]) // check and scale in the lower half
		scale := int32(v >> 24 & 0xFF)
		sum += scale
		a += int32(v>>32&0xFF) * scale
		b += int32(v>>40&0xFF) * scale
		c += int32(v>>48&0xFF) * scale
	}
	_ = row[2]
	row[0] += a - bias*sum
	row[1] += b - bias*sum
	row[2] += c - bias*sum
}

// addSixteen adds the rows at hits to the scores of 9 to 16 labels.
func (m *Model) addSixteen(row []int32, hits []int32) {
	for len(hits) > 0 {
		var a, b, c, d, sum uint64
		part := hits[:min(len(hits), laneRows)]
		hits = hits[len(part):]
		for _, at := range part {
			r := m.rows[at : at+20]
			scale := uint64(r[3])
			if scale > laneScale {
				m.addOne(row, at)
				continue
			}
			v, w := binary.LittleEndian.Uint64(r[rowHead:]), binary.LittleEndian.Uint64(r[rowHead+8:])
			sum += scale
			a += v & laneMask * scale
			b += v >> 8 & laneMask * scale
			c += w & laneMask * scale
			d += w >> 8 & laneMask * scale
		}
		unpack(row[:8], a, b, sum)
		unpack(row[8:], c, d, sum)
	}
}

// addMany is addSixteen for any number of labels.
func (m *Model) addMany(row []int32, s *Scratch) {
	width := (len(row) + 7) / 8
	sums := s.sums[:2*width]
	for hits := s.hits; len(hits) > 0; {
		part := hits[:min(len(hits), laneRows)]
		hits = hits[len(part):]
		clear(sums)
		sum := uint64(0)
		for _, at := range part {
			scale := uint64(m.rows[at+3])
			if scale > laneScale {
				m.addOne(row, at)
				continue
			}
			sum += scale
			r := m.rows[int(at)+rowHead : int(at)+rowHead+8*width]
			for k := 0; k+1 < len(sums) && len(r) >= 8; k += 2 {
				v := binary.LittleEndian.Uint64(r)
				r = r[8:]
				sums[k] += v & laneMask * scale
				sums[k+1] += v >> 8 & laneMask * scale
			}
		}
		for k := range width {
			unpack(row[8*k:min(8*k+8, len(row))], sums[2*k], sums[2*k+1], sum)
		}
	}
}

// addOne adds one row of any scale.
func (m *Model) addOne(row []int32, at int32) {
	r := m.rows[at:]
	for l := range row {
		row[l] += (int32(r[rowHead+l]) - bias) * int32(r[3])
	}
}

// unpack adds the sums of up to eight labels, even and odd ones apart, to row,
// less what the bytes' bias added.
func unpack(row []int32, even, odd, scales uint64) {
	less := int32(bias * scales)
	for l := 0; l+1 < len(row); l += 2 {
		row[l] += int32(even&0xFFFF) - less
		row[l+1] += int32(odd&0xFFFF) - less
		even >>= 16
		odd >>= 16
	}
	if len(row)&1 == 1 {
		row[len(row)-1] += int32(even&0xFFFF) - less
	}
}
