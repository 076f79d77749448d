package seqtag

import "math"

// lattice runs the forward-backward algorithm in the scaled probability domain
// (Rabiner 1989): one exponential a label instead of one a transition.
type lattice struct {
	L     int
	trans []float64 // exponentials of the transition scores; row L is the start
	e     []float64 // exponentials of the emission scores, the best of a token 1
	alpha []float64 // scaled so that a token's sum is 1
	beta  []float64
	scale []float64
	norm  float64 // log of the sum over all sequences
	faint float64 // labels whose emission is so far below the best one's count as impossible, 0: 60
	live  []int   // labels of a token that are not
}

func (t *lattice) transitions(labels int, trans func(p, c int) float64, start func(c int) float64) {
	t.L = labels
	t.trans = grow(t.trans, (labels+1)*labels)
	for c := range labels {
		for p := range labels {
			t.trans[p*labels+c] = math.Exp(trans(p, c))
		}
		t.trans[labels*labels+c] = math.Exp(start(c))
	}
}

// run fills alpha and beta for n tokens. A token that no sequence can reach
// (pinned labels that exclude each other) starts afresh, as if all were equal.
func (t *lattice) run(n int, emit []float64) {
	if n == 0 {
		return
	}
	L := t.L
	t.e, t.alpha, t.beta, t.scale = grow(t.e, n*L), grow(t.alpha, n*L), grow(t.beta, n*L), grow(t.scale, n)
	t.norm = 0
	faint := -60.0
	if t.faint > 0 {
		faint = -t.faint
	}
	for i := range n {
		row, e, a := emit[i*L:i*L+L], t.e[i*L:i*L+L], t.alpha[i*L:i*L+L]
		top := math.Inf(-1)
		for _, v := range row {
			top = max(top, v)
		}
		if math.IsInf(top, -1) {
			top = 0
		}
		for c, v := range row {
			if d := v - top; d > faint {
				e[c] = math.Exp(d)
			} else {
				e[c] = 0
			}
		}
		if i == 0 {
			copy(a, t.trans[L*L:L*L+L])
		} else {
			clear(a)
			for p, v := range t.alpha[(i-1)*L : i*L] {
				if v == 0 {
					continue
				}
				for c, w := range t.trans[p*L : p*L+L] {
					a[c] += v * w
				}
			}
		}
		sum := 0.0
		for c := range a {
			a[c] *= e[c]
			sum += a[c]
		}
		if sum < 1e-200 {
			sum = 0
			for c := range a {
				a[c] = max(e[c], 1e-60)
				sum += a[c]
			}
		}
		for c := range a {
			a[c] /= sum
		}
		t.scale[i] = sum
		t.norm += math.Log(sum) + top
	}
	for c := range L {
		t.beta[(n-1)*L+c] = 1
	}
	for i := n - 2; i >= 0; i-- {
		e, b, next := t.e[(i+1)*L:(i+2)*L], t.beta[i*L:i*L+L], t.beta[(i+1)*L:(i+2)*L]
		t.live = t.live[:0]
		for c, v := range e {
			if v != 0 {
				t.live = append(t.live, c)
			}
		}
		for p := range L {
			sum := 0.0
			row := t.trans[p*L : p*L+L]
			for _, c := range t.live {
				sum += row[c] * e[c] * next[c]
			}
			b[p] = sum / t.scale[i+1]
		}
	}
}

// prob is the probability of a label at a token.
func (t *lattice) prob(i, label int) float64 {
	return t.alpha[i*t.L+label] * t.beta[i*t.L+label]
}

// step is the factor by which a path's probability grows from label p at the
// token before i to label c at i.
func (t *lattice) step(i, p, c int) float64 {
	return t.trans[p*t.L+c] * t.e[i*t.L+c] / t.scale[i]
}

func grow[T any](v []T, n int) []T {
	if cap(v) < n {
		return make([]T, n+n/2)[:n]
	}
	return v[:n]
}
