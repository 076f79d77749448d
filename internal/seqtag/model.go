package seqtag

import (
	"math"

	"github.com/dateline-go/dateline/internal/buckets"
)

// unit is how many integer steps make a weight of 1.
const unit = 512

// impossible is the score of a forbidden transition: far below any sum of
// weights, far above the smallest int32.
const impossible = -1 << 28

// Model holds the labels and weights. It is immutable and may be shared
// between goroutines.
type Model struct {
	body    []byte // the stored form, of which index and rows are parts
	labels  []string
	trans   []int32 // trans[prev*L+cur]
	start   []int32
	stride  int // len(labels)
	index   buckets.Index
	rows    []byte // of rowSize, see open
	rowSize int
	gain    []int32 // gain[p*L+t]: the most that label p can be better than t for what follows
}

// Labels lists the labels in the order of their numbers. Do not change it.
func (m *Model) Labels() []string { return m.labels }

// Label is the number of a label's name, -1 if there is none.
func (m *Model) Label(name string) int {
	for i, l := range m.labels {
		if l == name {
			return i
		}
	}
	return -1
}

// Size is the number of features with weights.
func (m *Model) Size() int { return (len(m.rows) - padding) / m.rowSize }

// Scratch is the working memory of a decoding. One goroutine at a time.
type Scratch struct {
	scores []int32 // tokens x labels
	back   []uint8
	best   []int32
	next   []int32
	live   []uint8 // labels that a best sequence can go through
	emit   []float64
	n      int
	model  *Model

	// Of score: what is looked up at a time, what was found, sums of lanes.
	words      [batch]uint64
	candidates [batch]candidate
	hits       []int32
	sums       [64]uint64

	// Of Having: back pointers, best scores.
	kindBack           []uint8
	kindBest, kindNext []int32

	// Of Posterior: transitions belong to model and temp.
	lattice lattice
	temp    float64
}

// Bias adds to the score of one label of one token before the next
// [Model.Viterbi]; call it between [Model.Score] and that.
func (s *Scratch) Bias(token, label int, weight float64) {
	s.scores[token*s.model.stride+label] += int32(weight * unit)
}

// Score prepares s for [Model.Viterbi].
func (m *Model) Score(f *Features, s *Scratch) {
	if s.model != m {
		s.model, s.lattice.trans = m, nil
	}
	m.score(f, s)
	s.n = f.Len()
}

// Decode appends the best label sequence to dst.
func (m *Model) Decode(dst []uint8, f *Features, s *Scratch) []uint8 {
	m.Score(f, s)
	return m.Viterbi(dst, s)
}

// Viterbi appends to dst the best label sequence under the scores in s. Of
// equal sequences the one with the smaller label numbers wins.
func (m *Model) Viterbi(dst []uint8, s *Scratch) []uint8 {
	n, L := s.n, m.stride
	if n == 0 {
		return dst
	}
	s.back = grow(s.back, n*L)
	s.best, s.next = grow(s.best, L), grow(s.next, L)
	best, next := s.best, s.next
	for l := range best {
		best[l] = max(m.start[l]+s.scores[l], impossible)
	}
	for i := 1; i < n; i++ {
		row := s.scores[i*L : i*L+L]
		s.live = m.survivors(s.live[:0], best)
		for cur := range L {
			if row[cur] <= impossible {
				next[cur] = impossible
				continue
			}
			top, from := int32(math.MinInt32), uint8(0)
			for _, prev := range s.live {
				if v := best[prev] + m.trans[int(prev)*L+cur]; v > top {
					top, from = v, prev
				}
			}
			next[cur] = max(top+row[cur], impossible)
			s.back[i*L+cur] = from
		}
		best, next = next, best
	}
	last := 0
	for l := range best {
		if best[l] > best[last] {
			last = l
		}
	}
	at := len(dst)
	for range n {
		dst = append(dst, 0)
	}
	for i := n - 1; i >= 0; i-- {
		dst[at+i] = uint8(last)
		last = int(s.back[i*L+last])
	}
	return dst
}

// survivors appends the labels that can still be on the best path: one that is
// behind the leader by more than it can ever gain on it cannot. This loses no
// best sequence.
func (m *Model) survivors(dst []uint8, best []int32) []uint8 {
	lead := 0
	for l := range best {
		if best[l] > best[lead] {
			lead = l
		}
	}
	for l, b := range best {
		if b+m.gain[l*m.stride+lead] >= best[lead] {
			dst = append(dst, uint8(l))
		}
	}
	return dst
}

// measureGains fills gain from the transitions.
func (m *Model) measureGains() {
	L := m.stride
	m.gain = make([]int32, L*L)
	for p := range L {
		for t := range L {
			g := int32(math.MinInt32)
			for c := range L {
				g = max(g, m.trans[p*L+c]-m.trans[t*L+c])
			}
			m.gain[p*L+t] = g
		}
	}
}

// Posterior runs forward-backward with all weights divided by temperature (1:
// as trained), so that [Scratch.PathProb] and [Scratch.Prob] can be asked.
func (m *Model) Posterior(f *Features, s *Scratch, temperature float64) {
	m.Score(f, s)
	m.Marginals(s, temperature)
}

// Marginals does what [Model.Posterior] does for the sequence whose scores are
// in s.
func (m *Model) Marginals(s *Scratch, temperature float64) {
	m.emissions(0, s.n, s, temperature)
	s.lattice.run(s.n, s.emit)
}

// PosteriorOf does the same for the tokens [first, last) of the sequence that
// [Model.Decode] was last given. It takes the labels beside them as decoded
// (labels are the sequence's) and labels without a chance as impossible: nearly
// the same at a fraction of the cost. PathProb and Prob count from base then.
func (m *Model) PosteriorOf(first, last int, labels []uint8, s *Scratch) (base int) {
	base, end := max(first-1, 0), min(last+1, len(labels))
	s.lattice.faint = 12
	m.emissions(base, end, s, 1)
	clamp := func(i int) {
		for l := range m.stride {
			if l != int(labels[i]) {
				s.emit[(i-base)*m.stride+l] = math.Inf(-1)
			}
		}
	}
	if base < first {
		clamp(base)
	}
	if end > last {
		clamp(last)
	}
	s.lattice.run(s.n, s.emit)
	s.lattice.faint = 0
	return base
}

// Margin is by how much the score of a label at token i alone, in nats, is above
// that of any other, below 0 if it is not the highest.
func (m *Model) Margin(i int, label uint8, s *Scratch) float64 {
	row := s.scores[i*m.stride : (i+1)*m.stride]
	other := int32(math.MinInt32)
	for l, v := range row {
		if l != int(label) && v > other {
			other = v
		}
	}
	return float64(int64(row[label])-int64(other)) / unit
}

// emissions prepares the lattice for the tokens [first, last).
func (m *Model) emissions(first, last int, s *Scratch, temperature float64) {
	n, L := last-first, m.stride
	s.n = n
	if s.model != m || s.temp != temperature || len(s.lattice.trans) != (L+1)*L {
		s.model, s.temp = m, temperature
		s.lattice.transitions(L, func(p, c int) float64 { return m.scaled(m.trans[p*L+c], temperature) },
			func(c int) float64 { return m.scaled(m.start[c], temperature) })
	}
	s.emit = grow(s.emit, n*L)
	for i, v := range s.scores[first*L : last*L] {
		s.emit[i] = m.scaled(v, temperature)
	}
}

func (m *Model) scaled(v int32, temperature float64) float64 {
	if v <= impossible/2 {
		return math.Inf(-1)
	}
	return float64(v) / (unit * temperature)
}

// Prob is the probability that token i has the label.
func (s *Scratch) Prob(i, label int) float64 { return s.lattice.prob(i, label) }

// PathProb is the probability that the tokens from first on have exactly the
// given labels and that the token behind them, if any, has none for which
// follows reports true (an I- label that would make the span longer).
func (s *Scratch) PathProb(first int, labels []uint8, follows func(label int) bool) float64 {
	t, L := &s.lattice, s.model.stride
	p := t.alpha[first*L+int(labels[0])]
	for k := 1; k < len(labels); k++ {
		p *= t.step(first+k, int(labels[k-1]), int(labels[k]))
	}
	last, end := first+len(labels)-1, int(labels[len(labels)-1])
	if last == s.n-1 {
		return p
	}
	tail := 0.0
	for next := range L {
		if !follows(next) {
			tail += t.step(last+1, end, next) * t.beta[(last+1)*L+next]
		}
	}
	return p * tail
}
