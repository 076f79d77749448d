package quotes

import (
	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/text"
)

// cueBias is added to the score of every cue: missing one costs more than one
// too many, for which no content is found.
const cueBias = 0.5

// maxAsked is how many cues of a sentence the chain is asked about beside those
// of the rules: each costs as much as reading 180 tokens.
const maxAsked = 8

// learn asks the chain for the attributions that the rules missed.
func (r *reader) learn() {
	chain := learned.Default()
	if chain == nil {
		return
	}
	r.fill(&r.scene)
	r.scene.Prepare()
	r.learnedCues = chain.FindCues(r.learnedCues[:0], &r.scene, cueBias, &r.scratch)
	ruled := len(r.found)
	at := 0
	sentence, asked := int32(-1), 0
	for _, c := range r.learnedCues {
		for at < ruled && r.found[at].cue.last <= c.First {
			at++
		}
		known := false
		for k := at; k < ruled && k < at+8; k++ {
			if f := r.found[k].cue; f.first < c.Last && c.First < f.last {
				known = true
				break
			}
		}
		if known {
			continue // the rules' limits are the surer ones
		}
		if s := r.tok[c.First].Sentence; s != sentence {
			sentence, asked = s, 0
		}
		if class := r.classOf(c); class&^lexicon.Quoting == 0 || asked == maxAsked {
			continue // the gate would let nothing through
		}
		asked++
		w, labels := chain.Label(&r.scene, c, &r.scratch)
		a := r.assemble(run{c.First, c.Last}, run{w.First, w.Last}, labels)
		if !r.reports(&a) {
			continue
		}
		for _, p := range a.pieces[:a.n] {
			r.use(p)
		}
		r.found = append(r.found, a)
	}
}

// reports is the gate: of what the chain finds, which was trained on a corpus
// where wanting and supporting are attributions too, only reporting by
// somebody is a quote: a clause, or quoted words.
func (r *reader) reports(a *attribution) bool {
	if a.n == 0 || a.source.empty() {
		return false
	}
	quoted := r.hasQuote(run{a.first(), a.last()})
	if a.class&^(lexicon.Judge|lexicon.Quoting) == 0 && (a.class&lexicon.Judge == 0 || !quoted) {
		return false
	}
	return quoted || r.finite(a.first(), a.last())
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

// assemble makes an attribution of labelled tokens.
func (r *reader) assemble(cue, w run, labels []uint8) attribution {
	a := attribution{cue: cue}
	if v, ok := r.verbOf(learned.Run{First: cue.first, Last: cue.last}); ok {
		a.lemma, a.class = v.Lemma, v.Class
	}
	var best run
	for i := 0; i < len(labels); {
		l := labels[i]
		j := i + 1
		for j < len(labels) && labels[j] == l {
			j++
		}
		n := run{w.first + i, w.first + j}
		switch l {
		case learned.PartSource:
			if n.size() > best.size() {
				best = n
			}
		case learned.PartContent:
			n = r.snap(r.trimContent(n), w)
			if !n.empty() {
				if a.n > 0 && r.onlyMarks(a.pieces[a.n-1].last, n.first) {
					a.pieces[a.n-1].last = n.last
				} else if a.n == 0 || a.pieces[a.n-1].last <= n.first {
					a.add(n)
				}
			}
		}
		i = j
	}
	a.source = r.trimPhrase(best)
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
func (r *reader) snap(n, w run) run {
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
