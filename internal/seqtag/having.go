package seqtag

// Kinds are the four kinds of label sequences that [Model.Having] tells apart:
// bit 1 for those with a label of the first set, bit 2 for those with one of the
// second.
const Kinds = 4

// Having finds for each of the four kinds of sequences the score of the best
// one, in nats, far below 0 for kinds that no sequence has. sets gives each
// label 1, 2 or 0 for neither. Call it behind [Model.Score];
// [Model.Best] reads the sequences.
func (m *Model) Having(sets []uint8, s *Scratch) (best [Kinds]float64) {
	n, L := s.n, m.stride
	W := L * Kinds
	s.kindBack = grow(s.kindBack, n*W)
	s.kindBest, s.kindNext = grow(s.kindBest, W), grow(s.kindNext, W)
	cur, next := s.kindBest, s.kindNext
	if n == 0 {
		return [Kinds]float64{0, impossible, impossible, impossible}
	}
	for k := range cur {
		cur[k] = impossible
	}
	for l := range L {
		cur[l*Kinds+int(sets[l])] = max(m.start[l]+s.scores[l], impossible)
	}
	for i := 1; i < n; i++ {
		row := s.scores[i*L : i*L+L]
		back := s.kindBack[i*W : i*W+W]
		for k := range next {
			next[k] = impossible
		}
		for c := range L {
			if row[c] <= impossible {
				continue
			}
			bit := int(sets[c])
			for p := range L {
				t := m.trans[p*L+c] + row[c]
				if t <= impossible/2 {
					continue
				}
				for k := range Kinds {
					if v := cur[p*Kinds+k] + t; v > next[c*Kinds+k|bit] {
						next[c*Kinds+k|bit], back[c*Kinds+k|bit] = v, uint8(p*Kinds+k)
					}
				}
			}
		}
		cur, next = next, cur
	}
	s.kindBest, s.kindNext = cur, next
	for k := range best {
		top := int32(impossible)
		for l := range L {
			top = max(top, cur[l*Kinds+k])
		}
		best[k] = float64(top) / unit
	}
	return best
}

// Best appends to dst the best sequence of a kind that [Model.Having] found.
func (m *Model) Best(dst []uint8, kind int, s *Scratch) []uint8 {
	n, L := s.n, m.stride
	if n == 0 {
		return dst
	}
	at := kind
	for l := range L {
		if s.kindBest[l*Kinds+kind] > s.kindBest[at] {
			at = l*Kinds + kind
		}
	}
	first := len(dst)
	for range n {
		dst = append(dst, 0)
	}
	for i := n - 1; i >= 0; i-- {
		dst[first+i] = uint8(at / Kinds)
		at = int(s.kindBack[i*L*Kinds+at])
	}
	return dst
}
