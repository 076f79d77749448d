package quotes

import (
	"os"
	"strconv"

	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/text"
)

var qmode = os.Getenv("QMODE")
var qbias, _ = strconv.ParseFloat(os.Getenv("QBIAS"), 64)
var qmerge = os.Getenv("QMERGE") != ""

// learn asks the chain for the attributions that the rules missed and for what
// it makes of theirs.
func (r *reader) learn() {
	chain := learned.Default()
	if chain == nil {
		return
	}
	r.fill(&r.scene)
	r.scene.Prepare()
	r.learnedCues = chain.FindCues(r.learnedCues[:0], &r.scene, qbias, &r.scratch)
	ruled := len(r.found)
	if qmode == "pure" {
		r.found = r.found[:0]
		ruled = 0
		for k := range r.segments {
			r.segments[k].used = false
		}
	}
	at := 0
	for _, c := range r.learnedCues {
		for at < ruled && r.found[at].cue.last <= c.First {
			at++
		}
		known := -1
		for k := at; k < ruled && k < at+8; k++ {
			if f := r.found[k].cue; f.first < c.Last && c.First < f.last {
				known = k
				break
			}
		}
		w, labels := chain.Label(&r.scene, c, &r.scratch)
		a := r.assemble(run{c.First, c.Last}, run{w.First, w.Last}, labels)
		if a.n == 0 {
			continue
		}
		if known >= 0 {
			if qmode == "learnedcontent" {
				b := &r.found[known]
				b.n = 0
				for _, p := range a.pieces[:a.n] {
					b.add(p)
				}
				if !a.source.empty() {
					b.source = a.source
					b.sharing = 0
				}
			}
			continue
		}
		if qmode == "" && !r.reports(&a) {
			continue
		}
		for _, p := range a.pieces[:a.n] {
			r.use(p)
		}
		r.found = append(r.found, a)
	}
}

// reports is the gate: of what the chain finds only what is reporting by the
// guidelines is a quote.
func (r *reader) reports(a *attribution) bool {
	return false
}

// assemble makes an attribution of labelled tokens.
func (r *reader) assemble(cue, w run, labels []uint8) attribution {
	head := r.scene.HeadOf(learned.Run{First: cue.first, Last: cue.last})
	a := attribution{cue: cue}
	if v, ok := lexicon.Reporting(r.tok[head].Lower); ok {
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
