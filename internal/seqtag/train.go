package seqtag

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sort"
)

// Example is one labelled sequence.
type Example struct {
	Features *Features
	Labels   []uint8
	Weight   float64 // how much it counts; 0 means 1
}

// label is what the model is to give token i: its pinned label if it has one,
// even where the annotator had another.
func (e *Example) label(i int) int {
	if fixed := e.Features.fixed[i]; fixed >= 0 {
		return int(fixed)
	}
	return int(e.Labels[i])
}

// Options of a training. Zero values mean the defaults in brackets.
type Options struct {
	Epochs   int     // passes over the examples [10]
	Rate     float64 // AdaGrad learning rate [0.1]
	Decay    float64 // L2 decay of a weight at each of its updates [1e-4]
	Dropout  float64 // share of features left out at each look at a token [0]
	MinCount int     // features seen less often are ignored [2]
	Keep     int     // features kept after training, those with the largest weights [all]
	Seed     uint64
	Average  int       // models of as many seeds are averaged, which steadies what the order of the examples leaves to chance [1]
	Log      io.Writer // progress, a line an epoch; nil for none
}

// Train learns a model. allowed says which label may follow which; prev is -1
// at the start of a sequence; nil allows all. Deterministic for equal input.
func Train(labels []string, allowed func(prev, cur int) bool, examples []Example, o Options) *Model {
	t := newTrainer(labels, allowed, examples, o)
	var means, transitions []float64
	models := max(1, o.Average)
	for k := range models {
		if k > 0 {
			t.restart(o.Seed + uint64(k))
		}
		for epoch := range t.o.Epochs {
			loss := t.epoch()
			if t.o.Log != nil {
				fmt.Fprintf(t.o.Log, "epoch %d: %d features, loss %.4f a token\n", epoch+1, len(t.hashes), loss)
			}
		}
		if models > 1 {
			means = addMeans(means, len(t.rows), func(i int) float64 { return t.average(t.rows[i].w, t.rows[i].sum) / float64(models) })
			transitions = addMeans(transitions, len(t.tw), func(i int) float64 { return t.average(t.tw[i], t.tsm[i]) / float64(models) })
		}
	}
	if models > 1 {
		for i, w := range means {
			t.rows[i] = weight{w: w}
		}
		copy(t.tw, transitions)
		clear(t.tsm)
	}
	return t.model()
}

// restart forgets the weights.
func (t *trainer) restart(seed uint64) {
	t.rng, t.steps = rand.New(rand.NewPCG(seed, 1)), 0
	clear(t.rows)
	for _, list := range [][]float64{t.tw, t.tg, t.tsm} {
		clear(list)
	}
}

// addMeans adds n values to those of dst, which it makes if it is nil.
func addMeans(dst []float64, n int, value func(int) float64) []float64 {
	if dst == nil {
		dst = make([]float64, n)
	}
	for i := range dst {
		dst[i] += value(i)
	}
	return dst
}

// average is a weight averaged over all steps.
func (t *trainer) average(w, sum float64) float64 { return w - sum/max(t.steps, 1) }

// weight is one of a feature's weights with what training keeps beside it: side
// by side, because each look at a feature is one at memory far away.
type weight struct {
	w   float64
	g   float64 // squared gradients
	sum float64 // for the average
}

type trainer struct {
	o        Options
	labels   []string
	L        int
	examples []Example
	hashes   []uint64  // of the features
	feats    [][]int32 // a row number for each hash of each example; -1 unknown

	rows        []weight  // L to a feature
	tw, tg, tsm []float64 // the same for transitions, then starts
	allow       []bool
	rng         *rand.Rand
	steps       float64
}

func newTrainer(labels []string, allowed func(prev, cur int) bool, examples []Example, o Options) *trainer {
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	if o.Rate == 0 {
		o.Rate = 0.1
	}
	if o.Decay == 0 {
		o.Decay = 1e-4
	}
	if o.MinCount == 0 {
		o.MinCount = 2
	}
	t := &trainer{o: o, labels: labels, L: len(labels), examples: examples, rng: rand.New(rand.NewPCG(o.Seed, 1))}
	counts := newCounter()
	for _, e := range examples {
		for i := range e.Features.Len() {
			if e.Features.fixed[i] >= 0 {
				continue
			}
			for _, h := range e.Features.of(i) {
				counts.add(h)
			}
		}
	}
	for k, n := range counts.values {
		switch {
		case n >= int32(o.MinCount):
			t.hashes = append(t.hashes, counts.keys[k])
			counts.values[k] = int32(len(t.hashes))
		case n > 0:
			counts.values[k] = -1
		}
	}
	for _, e := range examples {
		rows := make([]int32, len(e.Features.hashes))
		for k, h := range e.Features.hashes {
			rows[k] = -1
			if at, ok := counts.find(h); ok && counts.values[at] > 0 {
				rows[k] = counts.values[at] - 1
			}
		}
		t.feats = append(t.feats, rows)
	}
	L := t.L
	t.rows = make([]weight, len(t.hashes)*L)
	t.tw, t.tg, t.tsm = make([]float64, (L+1)*L), make([]float64, (L+1)*L), make([]float64, (L+1)*L)
	t.allow = make([]bool, (L+1)*L)
	for p := range L + 1 {
		for c := range L {
			prev := p
			if p == L {
				prev = -1
			}
			t.allow[p*L+c] = allowed == nil || allowed(prev, c)
		}
	}
	return t
}

func (t *trainer) trans(p, c int) float64 {
	if !t.allow[p*t.L+c] {
		return math.Inf(-1)
	}
	return t.tw[p*t.L+c]
}

// epoch makes one pass in random order and returns the mean loss a token.
func (t *trainer) epoch() float64 {
	loss, tokens := 0.0, 0
	var emit, tgrad []float64
	var lat lattice
	var active []int32
	var ends []int
	L := t.L
	grad := make([]float64, L)
	for _, ei := range t.rng.Perm(len(t.examples)) {
		e := t.examples[ei]
		n := e.Features.Len()
		if n == 0 {
			continue
		}
		weight := e.Weight
		if weight == 0 {
			weight = 1
		}
		emit = grow(emit, n*L)
		clear(emit)
		active, ends = active[:0], ends[:0]
		at := int32(0)
		for i := range n {
			end := e.Features.ends[i]
			if fixed := e.Features.fixed[i]; fixed >= 0 {
				for l := range L {
					if l != int(fixed) {
						emit[i*L+l] = math.Inf(-1)
					}
				}
			} else {
				for _, row := range t.feats[ei][at:end] {
					if row < 0 || t.o.Dropout > 0 && t.rng.Float64() < t.o.Dropout {
						continue
					}
					active = append(active, row)
					at := emit[i*L : i*L+L]
					for l, v := range t.rows[int(row)*L : int(row)*L+L] {
						at[l] += v.w
					}
				}
			}
			at = end
			ends = append(ends, len(active))
		}
		lat.transitions(L, t.trans, func(c int) float64 { return t.trans(L, c) })
		lat.run(n, emit)
		// Gradient of the log likelihood: what was seen less what is expected.
		gold := 0.0
		tgrad = grow(tgrad, (L+1)*L)
		clear(tgrad)
		t.steps++
		begin := 0
		for i := range n {
			y := e.label(i)
			gold += emit[i*L+y]
			if i == 0 {
				gold += t.trans(L, y)
				tgrad[L*L+y]++
				for c := range L {
					tgrad[L*L+c] -= lat.prob(0, c)
				}
			} else {
				gold += t.trans(e.label(i-1), y)
				tgrad[e.label(i-1)*L+y]++
				for p, a := range lat.alpha[(i-1)*L : i*L] {
					if a < 1e-13 {
						continue
					}
					for c, b := range lat.beta[i*L : i*L+L] {
						tgrad[p*L+c] -= a * lat.step(i, p, c) * b
					}
				}
			}
			moved := false
			for c := range L {
				d := -lat.prob(i, c)
				if c == y {
					d++
				}
				d *= weight
				if math.Abs(d) < 1e-4 {
					d = 0
				}
				grad[c] = d
				moved = moved || d != 0
			}
			if moved {
				for _, row := range active[begin:ends[i]] {
					t.update(t.rows[int(row)*L:int(row)*L+L], grad)
				}
			}
			begin = ends[i]
		}
		for k, d := range tgrad {
			if d != 0 && t.allow[k] {
				d = d*weight - t.o.Decay*t.tw[k]
				t.tg[k] += d * d
				step := t.o.Rate * d / (math.Sqrt(t.tg[k]) + 1e-6)
				t.tw[k] += step
				t.tsm[k] += step * (t.steps - 1)
			}
		}
		loss += lat.norm - gold
		tokens += n
	}
	return loss / float64(max(tokens, 1))
}

// update moves the weights of one feature up the gradient, 0 where it is too
// small to count.
func (t *trainer) update(row []weight, grad []float64) {
	before := t.steps - 1
	for c, d := range grad {
		if d == 0 {
			continue
		}
		v := &row[c]
		d -= t.o.Decay * v.w
		v.g += d * d
		step := t.o.Rate * d / (math.Sqrt(v.g) + 1e-6)
		v.w += step
		v.sum += step * before
	}
}

// model averages the weights over all steps, keeps the features with the
// largest weights and turns them into integers.
func (t *trainer) model() *Model {
	L := t.L
	of := func(row int32, l int) float64 {
		v := &t.rows[int(row)*L+l]
		return t.average(v.w, v.sum)
	}
	type feature struct {
		hash uint64
		row  int32
		size float64
	}
	feats := make([]feature, 0, len(t.hashes))
	for k, h := range t.hashes {
		row := int32(k)
		lo, hi := math.Inf(1), math.Inf(-1)
		for l := range L {
			v := of(row, l)
			lo, hi = min(lo, v), max(hi, v)
		}
		if hi-lo > 0.02 {
			feats = append(feats, feature{h, row, hi - lo})
		}
	}
	sort.Slice(feats, func(i, j int) bool {
		if feats[i].size != feats[j].size {
			return feats[i].size > feats[j].size
		}
		return feats[i].hash < feats[j].hash
	})
	if t.o.Keep > 0 && len(feats) > t.o.Keep {
		feats = feats[:t.o.Keep]
	}
	trans, start := make([]int32, L*L), make([]int32, L)
	fixed := func(k int) int32 {
		if !t.allow[k] {
			return impossible
		}
		return int32(math.Round(t.average(t.tw[k], t.tsm[k]) * unit))
	}
	for k := range trans {
		trans[k] = fixed(k)
	}
	for c := range start {
		start[c] = fixed(L*L + c)
	}
	hashes, weights := make([]uint64, len(feats)), make([]int16, len(feats)*L)
	for i, f := range feats {
		hashes[i] = f.hash
		values := make([]float64, L)
		for l := range L {
			values[l] = of(f.row, l)
		}
		quantize(weights[i*L:i*L+L], values)
	}
	m, err := build(t.labels, trans, start, hashes, weights)
	if err != nil {
		panic(err) // hashes are random: they do not crowd in one bucket
	}
	return m
}

// quantize rounds a row to 127 steps of its own scale, the precision that the
// stored model has, so that a model decodes the same before and after storing.
func quantize(dst []int16, values []float64) {
	top := 0.0
	for _, v := range values {
		top = max(top, math.Abs(v))
	}
	scale := rowScale(top)
	for l, v := range values {
		q := math.Round(v * unit / float64(scale))
		dst[l] = int16(max(-127, min(127, q)) * float64(scale))
	}
}

// rowScale is the integer step by which a row with the given largest weight is
// stored in bytes.
func rowScale(top float64) int {
	return min(max(1, int(math.Ceil(top*unit/127))), 255)
}
