package attribution

import (
	"math"
	"slices"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// Candidate is an attribution that may be one: what the second model makes of a
// cue that the first thinks possible, or what the rules found.
type Candidate struct {
	Cue, Source Run
	Content     []Run
	// CueProb is how probable the first model thinks a cue here.
	CueProb float64
	// Agreement is how much of the content, in either direction, the second
	// model is sure of: the expected Jaccard index of its tokens.
	Agreement float64
	// SourceProb is how sure the second model is of the surest word of a source.
	SourceProb float64
	// HasContent and HasSource are those of [Parts].
	HasContent, HasSource float64
	Ruled                 bool
}

// AcceptLabels are the labels of the third model.
var AcceptLabels = []string{"no", "yes"}

// Probabilities of a cue: the least of one that is followed up, and that from
// which on the second model is told of it.
const (
	leastCue = 0.2
	notedCue = 0.38
)

// Following up a cue costs as much as reading its window. Of a sentence the most
// probable ones are; of texts that are full of possible ones, no more than one in
// so many tokens, and some to begin with: half as many again as news has.
const (
	mostCues   = 8
	tokensACue = 20
	spareCues  = 8
)

// Propose appends to dst the rules' attributions and, of each other cue that the
// chain thinks possible, what it makes of it: all in the order of their cues. It
// notes the likely cues in the scene. The contents of what the chain finds lie in
// memory of x, valid until the next call.
func (c *Chain) Propose(dst []Candidate, s *Scene, x *Scratch) []Candidate {
	x.likely, x.noted, x.runs = x.likely[:0], x.noted[:0], x.runs[:0]
	for k := range s.Doc.Sentences {
		x.likely = c.likelyIn(x.likely, s, k, x)
	}
	for _, cue := range x.likely {
		if cue.prob >= notedCue {
			x.noted = append(x.noted, cue.Run)
		}
	}
	s.NoteCues(x.noted)
	k, asked := 0, 0
	for _, cue := range x.likely {
		for k < len(s.Hints) && s.Hints[k].Cue.Last <= cue.First {
			dst = append(dst, s.ruled(k, 0))
			k++
		}
		if h := s.HintAt(cue.Run); h != nil {
			for k < len(s.Hints) && s.Hints[k].Cue.First < cue.Last {
				dst = append(dst, s.ruled(k, cue.prob))
				k++
			}
			continue // the rules' limits are the surer ones
		}
		if asked > spareCues+cue.First/tokensACue {
			continue
		}
		asked++
		if a, ok := c.propose(s, cue.Run, x); ok {
			a.CueProb = cue.prob
			dst = append(dst, a)
		}
	}
	for ; k < len(s.Hints); k++ {
		dst = append(dst, s.ruled(k, 0))
	}
	return dst
}

// ruled is the rules' attribution k as a candidate.
func (s *Scene) ruled(k int, prob float64) Candidate {
	h := &s.Hints[k]
	return Candidate{Cue: h.Cue, Source: h.Source, Content: h.Content, CueProb: prob, Ruled: true}
}

// likelyIn appends the cues of a sentence that the first model thinks possible,
// the most probable ones if there are many.
func (c *Chain) likelyIn(dst []likelyCue, s *Scene, sentence int, x *Scratch) []likelyCue {
	begin := len(dst)
	s.CueFeatures(&x.features, sentence)
	c.Cues.Posterior(&x.features, &x.decode, 1)
	first, n := s.Doc.Sentences[sentence].First, x.features.Len()
	for i := 0; i < n; i++ {
		p := x.decode.Prob(i, cueBegin)
		if p < leastCue {
			continue
		}
		j := i + 1
		for j < n && x.decode.Prob(j, cueIn) > max(p/2, x.decode.Prob(j, cueBegin)) {
			j++
		}
		dst = append(dst, likelyCue{Run{first + i, first + j}, p})
		if len(dst) > begin+mostCues {
			k := begin + leastOf(dst[begin:])
			dst = slices.Delete(dst, k, k+1)
		}
		i = j - 1
	}
	return dst
}

type likelyCue struct {
	Run
	prob float64
}

// leastOf is the index of the least probable cue.
func leastOf(cues []likelyCue) int {
	least := 0
	for i := range cues {
		if cues[i].prob < cues[least].prob {
			least = i
		}
	}
	return least
}

// propose labels the window of a cue. It reports false if that finds no content.
func (c *Chain) propose(s *Scene, cue Run, x *Scratch) (Candidate, bool) {
	parts := c.PartsOf(s, cue, x)
	c.Parts.Marginals(&x.decode, 1)
	a := Candidate{Cue: cue, HasContent: parts.HasContent, HasSource: parts.HasSource}
	in, all, size := 0.0, 0.0, 0
	begin := len(x.runs)
	for i := 0; i < len(parts.Labels); {
		j := i + 1
		for j < len(parts.Labels) && parts.Labels[j] == parts.Labels[i] {
			j++
		}
		r := Run{parts.Window.First + i, parts.Window.First + j}
		switch parts.Labels[i] {
		case PartSource:
			if r.Last-r.First > a.Source.Last-a.Source.First {
				a.Source = r
			}
		case PartContent:
			x.runs = append(x.runs, r)
			size += r.Last - r.First
		}
		i = j
	}
	if size == 0 {
		return a, false
	}
	a.Content = x.runs[begin:len(x.runs):len(x.runs)]
	for i, l := range parts.Labels {
		content := x.decode.Prob(i, PartContent) + x.decode.Prob(i, partContentIn) + x.decode.Prob(i, partContentEnd)
		all += content
		if l == PartContent {
			in += content
		}
		a.SourceProb = max(a.SourceProb, x.decode.Prob(i, PartSource)+x.decode.Prob(i, partSourceIn))
	}
	a.Agreement = in / max(float64(size)+all-in, 1e-9)
	return a, true
}

// Shared is the Jaccard index of the tokens of two contents.
func Shared(a, b []Run) float64 {
	in, all := 0, 0
	for _, x := range a {
		all += x.Last - x.First
		for _, y := range b {
			in += max(0, min(x.Last, y.Last)-max(x.First, y.First))
		}
	}
	for _, y := range b {
		all += y.Last - y.First
	}
	return float64(in) / float64(max(1, all-in))
}

// related is how far apart the cues of two candidates may stand, in candidates,
// for one to count as being within the other.
const related = 12

// AcceptFeatures describes the candidates, which are in the order of their cues,
// to the third model.
func (s *Scene) AcceptFeatures(f *seqtag.Features, cands []Candidate) {
	f.Reset()
	tok := s.Doc.Tokens
	for k := range cands {
		c := &cands[k]
		origin := 0
		if c.Ruled {
			origin = 64
		}
		add := func(template int, v uint64) { f.Add(seqtag.Mix(128+origin+template, v)) }
		size, finite, quoted := 0, uint64(0), uint64(0)
		for _, r := range c.Content {
			size += r.Last - r.First
			for i := r.First; i < min(r.Last, r.First+2*Window); i++ {
				if tok[i].Tag.Finite() {
					finite = 1
				}
				if s.Inside[i] >= 0 {
					quoted = 1
				}
			}
		}
		long := near(size)
		odds := uint64(max(0, 10+2*math.Log((c.CueProb+1e-3)/(1-c.CueProb+1e-3))))
		agree := uint64(c.Agreement * 10)
		sure := uint64(c.SourceProb * 5)
		margins := nats(c.HasContent)<<8 | nats(c.HasSource)
		add(1, odds)
		add(2, agree)
		add(3, odds/3<<8|agree/2)
		add(4, long)
		add(26, nats(c.HasContent))
		add(27, nats(c.HasSource))
		add(28, margins)
		add(29, nats(c.HasContent)<<8|odds)
		add(5, finite<<16|quoted<<8|long)
		who := s.whose(c.Source)
		add(6, who)
		add(7, who<<8|sure)
		side := uint64(0)
		switch {
		case c.Source.empty():
		case c.Source.Last == c.Cue.First:
			side = 1
		case c.Source.First == c.Cue.Last:
			side = 2
		case c.Source.Last < c.Cue.First:
			side = 3
		default:
			side = 4
		}
		add(8, side)
		lead := uint64(0)
		if c.Content[0].First >= c.Cue.Last {
			lead = 1
		}
		add(9, lead<<8|uint64(min(len(c.Content), 3)))
		if !c.Cue.empty() {
			head := s.HeadOf(c.Cue)
			bin, lemma := uint64(s.bin[head]), s.lemma[head]
			in := uint64(0)
			if s.Inside[head] >= 0 {
				in = 1
			}
			add(10, bin<<16|finite<<8|quoted)
			add(11, bin<<8|who)
			add(12, bin<<8|in)
			add(13, lemma)
			f.Add(seqtag.Mix2(128+origin+14, lemma, finite<<1|quoted))
			add(15, bin<<8|odds/2)
			add(16, uint64(tok[head].Tag)<<8|finite<<1|quoted)
			add(17, uint64(s.class[head])<<8|finite<<1|quoted)
			add(18, uint64(c.Cue.Last-c.Cue.First))
			if lead == 1 {
				i := c.Content[0].First
				add(19, s.word[i])
				add(20, uint64(min(i-c.Cue.Last, 4))<<8|uint64(tok[i].Tag))
			}
			add(21, uint64(s.group[head].Middle))
		}
		within, around, same := s.rivals(cands, k)
		add(22, uint64(within*5))
		add(23, uint64(around*5))
		add(24, uint64(same*5))
		add(25, uint64(within*5)<<8|odds/2)
		f.Next()
	}
}

// nats buckets a margin.
func nats(margin float64) uint64 { return uint64(min(max(margin+8, 0), 20) / 2) }

// whose says what kind of noun phrase a source is.
func (s *Scene) whose(source Run) uint64 {
	if source.empty() {
		return 0
	}
	last := source.Last - 1
	switch t := &s.Doc.Tokens[last]; {
	case s.Names[last] != 0:
		return 1 + uint64(s.Names[last])
	case t.Tag == pos.PRP:
		return 8
	case t.Tag.Noun():
		return 16 + uint64(s.noun[last])
	}
	return 9
}

// rivals says how probable the surest candidates are within whose content this
// one's cue stands, whose cue stands within its content, and whose content is
// much the same.
func (s *Scene) rivals(cands []Candidate, k int) (within, around, same float64) {
	c := &cands[k]
	for j := max(0, k-related); j < min(len(cands), k+related+1); j++ {
		o := &cands[j]
		if j == k || o.Cue.First < c.Cue.Last && c.Cue.First < o.Cue.Last {
			continue
		}
		for _, r := range o.Content {
			if r.First <= c.Cue.First && c.Cue.First < r.Last {
				within = max(within, o.CueProb)
			}
		}
		for _, r := range c.Content {
			if r.First <= o.Cue.First && o.Cue.First < r.Last {
				around = max(around, o.CueProb)
			}
		}
		if Shared(c.Content, o.Content) > 0.4 {
			same = max(same, o.CueProb)
		}
	}
	return within, around, same
}

// Accept appends to dst how probable each candidate is to be an attribution; they
// are in the order of their cues.
func (c *Chain) Accept(dst []float64, s *Scene, cands []Candidate, x *Scratch) []float64 {
	s.AcceptFeatures(&x.features, cands)
	c.Accepts.Posterior(&x.features, &x.decode, 1)
	for i := range cands {
		dst = append(dst, x.decode.Prob(i, 1))
	}
	return dst
}
