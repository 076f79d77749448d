package quotes

import (
	"sort"

	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// leastProb is how probable what the chain finds must be to be an attribution:
// more so than not.
const leastProb = 0.5

// learn asks the chain for the attributions that the rules missed.
func (r *reader) learn() {
	r.attitudes = r.attitudes[:0]
	chain := learned.Default()
	if chain == nil {
		return
	}
	r.fill(&r.scene)
	r.scene.Prepare()
	r.candidates = chain.Propose(r.candidates[:0], &r.scene, &r.scratch)
	r.probs = chain.Accept(r.probs[:0], &r.scene, r.candidates, &r.scratch)
	ruled := len(r.found)
	r.markReported(ruled)
	r.indexLimits(ruled)
	for i := range r.candidates {
		c := &r.candidates[i]
		if c.Ruled || r.probs[i] < leastProb || r.inPhrase(c.Cue.First) {
			continue
		}
		class := r.classOf(c.Cue)
		if class&^lexicon.Quoting == 0 && r.reported[c.Cue.First] {
			continue // what somebody is reported to want is part of the report
		}
		a := r.assemble(c)
		r.endBeforeOthers(&a)
		if r.tellsNothing(&a) {
			continue
		}
		if !r.reports(&a) {
			if !r.reported[c.Cue.First] && !r.reported[a.first()] && r.tellsOf(c.Cue) {
				a.attitude = true
				r.attitudes = append(r.attitudes, a)
			}
			continue
		}
		for _, p := range a.pieces[:a.n] {
			r.use(p)
		}
		r.found = append(r.found, a)
	}
}

// maxEnds is how many attributions that end at one token are asked.
const maxEnds = 16

// limits is an index of the rules' attributions, for endBeforeOthers.
type limits struct {
	// Of the attributions from one on, the first sentence that holds a cue; -1 if
	// one of them has no cue.
	sentences []int32
	ending    []int32 // by token: the latest attribution whose words end there, -1
	before    []int32 // by attribution: the next earlier one that ends where it does, -1
}

// indexLimits notes where the first n attributions end.
func (r *reader) indexLimits(n int) {
	l := &r.limits
	l.sentences, l.before, l.ending = grow(l.sentences, n), grow(l.before, n), grow(l.ending, len(r.tok)+1)
	for i := range l.ending {
		l.ending[i] = -1
	}
	for k := range n {
		last := r.found[k].block.last
		l.before[k], l.ending[last] = l.ending[last], int32(k)
	}
	least := int32(1<<31 - 1)
	for k := n - 1; k >= 0; k-- {
		s := int32(-1)
		if f := &r.found[k]; !f.cue.empty() {
			s = r.tok[f.cue.first].Sentence
		}
		least = min(least, s)
		l.sentences[k] = least
	}
}

// tellsOf reports a cue with a verb or a noun in it, not a mark or "often" alone.
func (r *reader) tellsOf(cue learned.Run) bool {
	for i := cue.First; i < cue.Last; i++ {
		if tag := r.tok[i].Tag; tag.Verb() || tag.Noun() {
			return true
		}
	}
	return false
}

// endBeforeOthers cuts contents off at the words of an attribution of the rules
// that stands in the same sentence or behind it: "found the bodies of two men,
// police said".
func (r *reader) endBeforeOthers(a *attribution) {
	l := &r.limits
	sentence := r.tok[a.cue.first].Sentence
	from := sort.Search(len(l.sentences), func(k int) bool { return l.sentences[k] >= sentence })
	for p := range a.pieces[:a.n] {
		n := &a.pieces[p]
		latest := len(l.sentences)
		for asked := 0; asked < maxEnds && !n.empty(); asked++ {
			k := int(l.ending[n.last])
			for steps := 0; k >= latest && steps < maxEnds; steps++ {
				k = int(l.before[k])
			}
			if k < from || k >= latest {
				break
			}
			latest = k
			if f := &r.found[k]; f.block.first > n.first+1 {
				*n = r.trimContent(run{n.first, f.block.first})
			}
		}
	}
}

// inPhrase reports that a token belongs to the words about a source's anonymity.
func (r *reader) inPhrase(token int) bool {
	k := sort.Search(len(r.phrases), func(i int) bool { return r.phrases[i].last > token })
	return k < len(r.phrases) && r.phrases[k].first <= token
}

// markReported notes the tokens that the first n attributions report.
func (r *reader) markReported(n int) {
	r.reported = grow(r.reported, len(r.tok))
	clear(r.reported)
	for k := range r.found[:n] {
		a := &r.found[k]
		for _, p := range a.pieces[:a.n] {
			// Contents may lie within each other: a run is written at most twice.
			for i := p.first; i < p.last && !(r.reported[i] && r.reported[p.last-1]); i++ {
				r.reported[i] = true
			}
		}
	}
}

// tellsNothing reports what is no attribution however sure the chain is: of
// nobody, or of something not said.
func (r *reader) tellsNothing(a *attribution) bool {
	switch {
	case a.n == 0 || a.source.empty() || r.firstPerson(a.source):
		return true
	case a.negated && (a.first() == 0 || r.tok[a.first()-1].Lower != "that"):
		return true // "did not say how many"
	case saidNothing[r.tok[a.first()].Lower] && !r.finite(a.first(), a.last()):
		return true // "says nothing about it"
	case a.lemma == "refuse" || a.lemma == "decline":
		return true
	case needsTo[a.lemma] && !r.hasQuote(run{a.first(), a.last()}) && !r.toDo(run{a.first(), a.last()}):
		return true // "ordered an inquiry", "pressed against the fence"
	case a.class&(lexicon.Judge|lexicon.Accuse) != 0 && a.class&lexicon.Speech == 0 && !r.hasQuote(run{a.first(), a.last()}) && !r.finite(a.first(), a.last()):
		return true // "condemned the attack", "blamed the guards"
	case a.class&lexicon.Speech != 0 && r.tok[a.first()].Tag == pos.IN && !r.finite(a.first(), a.last()):
		return true // "asked about the car"
	case a.lemma == "respond" && a.cue.last < len(r.tok) && r.tok[a.cue.last].Tag == pos.TO:
		return true // "officers responding to a call"
	case a.lemma == "hear" && r.reported[a.cue.first]:
		return true // what was heard is part of what is said
	case a.lemma == "claim" && !r.hasQuote(run{a.first(), a.last()}) && r.taken(run{a.first(), a.last()}):
		return true
	}
	return false
}

// reports is the gate: the chain was trained on a corpus where wanting and
// supporting are attributions too. Reporting is of a clause, of quoted words, or
// of what is called for.
func (r *reader) reports(a *attribution) bool {
	quoted := r.hasQuote(run{a.first(), a.last()})
	switch {
	case a.class&^(lexicon.Judge|lexicon.Quoting) != 0:
	case a.class&lexicon.Judge != 0 && quoted:
	default:
		return false
	}
	return quoted || r.finite(a.first(), a.last()) || a.class&lexicon.Stance != 0 && a.first() >= a.cue.last
}

// verbOf is the reporting verb of a cue, if it is a known one.
func (r *reader) verbOf(c learned.Run) (lexicon.ReportingVerb, bool) {
	return r.words.Reporting(r.tok[r.scene.HeadOf(c)].Lower)
}

// classOf is the class of a cue's verb, none for unknown verbs.
func (r *reader) classOf(c learned.Run) lexicon.VerbClass {
	v, _ := r.verbOf(c)
	return v.Class
}

// assemble makes an attribution of what the chain proposes.
func (r *reader) assemble(c *learned.Candidate) attribution {
	a := attribution{cue: run{c.Cue.First, c.Cue.Last}}
	if v, ok := r.verbOf(c.Cue); ok {
		a.lemma, a.class = v.Lemma, v.Class
	}
	for _, p := range c.Content {
		n := r.snap(r.trimContent(run{p.First, p.Last}))
		switch {
		case n.empty():
		case a.n > 0 && r.onlyMarks(a.pieces[a.n-1].last, n.first):
			a.pieces[a.n-1].last = n.last
		case a.n == 0 || a.pieces[a.n-1].last <= n.first:
			a.add(n)
		}
	}
	best := run{c.Source.First, c.Source.Last}
	a.source = r.trimPhrase(best)
	r.judgeVerb(&a)
	// A single word beside a real content is noise.
	if a.n > 1 {
		k := 0
		for _, p := range a.pieces[:a.n] {
			if p.size() > 1 {
				a.pieces[k] = p
				k++
			}
		}
		a.n = max(k, 1)
	}
	return a
}

// judgeVerb reads from the words of a cue and before it whether what it tells
// was said at all.
func (r *reader) judgeVerb(a *attribution) {
	st := r.stretchOf(int(r.tok[a.cue.first].Sentence))
	first := a.cue.first
	for n := 0; n < 4 && first > st.first; n++ {
		w := &r.tok[first-1]
		if w.Tag != pos.MD && w.Tag != pos.RB && !isNot(w.Lower) && !isHave(w.Lower) && !isBe(w.Lower) && !isDo(w.Lower) {
			break
		}
		first--
	}
	modal := false
	for i := first; i < a.cue.last; i++ {
		w := &r.tok[i]
		declined := (w.Lower == "declined" || w.Lower == "refused" || w.Lower == "declines" || w.Lower == "refuses") && i+1 < len(r.tok) && r.tok[i+1].Tag == pos.TO
		a.negated = a.negated || isNot(w.Lower) || declined // "declined to say where"
		modal = modal || w.Tag == pos.MD && w.Lower != "will" && w.Lower != "'ll"
	}
	a.negated = a.negated || r.nobody(a.source)
	block := first
	if !a.source.empty() && a.source.first < first {
		block = a.source.first
	}
	a.maybe = modal && !a.negated || r.supposed(block, st)
}

func (r *reader) onlyMarks(first, last int) bool {
	for i := first; i < last; i++ {
		if k := r.tok[i].Kind; k != text.Punct && k != text.Quote {
			return false
		}
	}
	return true
}

// snap widens a content to the quoted segments it cuts through, if it covers
// most of them.
func (r *reader) snap(n run) run {
	if n.empty() {
		return n
	}
	if k := r.inside[n.first]; k >= 0 && r.segments[k].first < n.first && n.last-n.first >= r.segments[k].size()/2 {
		n.first = r.segments[k].first
	}
	if k := r.inside[n.last-1]; k >= 0 && r.segments[k].last > n.last && 2*(n.last-max(n.first, r.segments[k].first)) >= r.segments[k].size() {
		n.last = r.segments[k].last
	}
	// Marks around it all stay out.
	if k := r.inside[n.first]; k >= 0 && n.first < r.segments[k].first && n.last >= r.segments[k].last {
		if s := &r.segments[k]; n.last <= s.close {
			n = run{s.first, s.last}
		}
	}
	return n
}
