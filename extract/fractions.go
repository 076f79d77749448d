package extract

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/quantity"
	"github.com/dateline-go/dateline/internal/text"
)

// How far back the whole of a part may stand.
const (
	wholeSentences = 6
	wholeClaims    = 24
)

// earlierWhole is the claim of an earlier sentence of which f counts a part,
// -1 for none; any outcome if o is empty.
func (r *reader) earlierWhole(o Outcome, f *finding) int {
	n := 1
	if f != nil && f.claim.Min != nil {
		n = *f.claim.Min
	}
	for k := r.begin - 1; k >= 0 && k >= r.begin-wholeClaims; k-- {
		g := &r.found[k]
		if g.sentence < r.sentence-wholeSentences {
			break
		}
		if g.part || o != "" && g.claim.Outcome != o || g.claim.Outcome == Released || g.modality == Denied || g.modality == Hypothetical || g.cumul {
			continue
		}
		if f != nil && g.claim.Class == Combatant && f.claim.Class != Combatant && f.claim.Class != UnknownVictim && f.claim.Class != Police {
			continue // a farmer is none of the fighters
		}
		if g.claim.Min != nil && *g.claim.Min > 1 && *g.claim.Min >= n && !r.replaced(k) {
			return k
		}
	}
	return -1
}

// replaced reports a claim that one near it replaces.
func (r *reader) replaced(k int) bool {
	for j := max(0, k-wholeClaims); j < len(r.found) && j <= k+wholeClaims; j++ {
		if r.found[j].replaces == k {
			return true
		}
	}
	return false
}

// ofThose is the phrase "15 of those" or "15 of the" that ends before the word
// of harm at token i, -1 for none.
func (r *reader) ofThose(i int) int {
	switch r.word(i - 1) {
	case "those":
		if k := r.phraseAt(i - 1); k >= 0 && r.phrases[k].partitive && r.phrases[k].qty >= 0 && r.phrases[k].last == i {
			return k
		}
	case "the":
		if r.word(i-2) == "of" && r.harm(i).State.Outcome != "" && r.phraseAt(i) < 0 {
			if k := r.phraseAt(i - 3); k >= 0 && r.phrases[k].qty >= 0 && r.phrases[k].head < 0 && r.phrases[k].last == i-2 {
				return k
			}
		}
	}
	return -1
}

// fractions reads what a sentence counts out of a whole told before: "15 of
// those killed were women", "two of the victims were minors", "of the 52 dead,
// 30 were foreigners".
func (r *reader) fractions() {
	for i := r.first; i < r.last; i++ {
		h := r.harm(i)
		if !h.Any {
			continue
		}
		o := Outcome(h.State.Outcome)
		if o == "" && h.Verb.Participle {
			o = Outcome(h.Verb.Outcome)
		}
		if k := r.ofThose(i); k >= 0 && o != "" {
			r.fraction(r.phrases[k], o, i, i+1, -1)
			continue
		}
		if w := r.word(i); w == "victims" || w == "casualties" {
			if k := r.phraseAt(i); k >= 0 && r.phrases[k].head == i && r.phrases[k].qty >= 0 && r.phrases[k].first < i-1 && r.word(i-2) == "of" {
				if whole := r.earlierWhole("", nil); whole >= 0 {
					r.fraction(r.phrases[k], r.found[whole].claim.Outcome, i, i+1, whole)
				}
			}
			continue
		}
		// "of the 52 dead, 30 were foreigners"
		if r.word(i+1) != "," && r.word(i+2) != "," {
			continue
		}
		whole := -1
		for k := r.begin; k < len(r.found); k++ {
			f := &r.found[k]
			if f.trigger[0] == i && (r.word(f.first-1) == "of" || r.word(f.first-2) == "of" && r.word(f.first-1) == "the") && (f.first-2 <= r.first || r.doc.Tokens[f.first-3].Kind == text.Punct) {
				whole = k
			}
		}
		if whole < 0 {
			continue
		}
		j := i + 2
		if r.word(i+1) != "," {
			j++
		}
		k := r.phraseFromQty(j)
		if k < 0 || r.phrases[k].head >= 0 {
			continue
		}
		r.fraction(r.phrases[k], r.found[whole].claim.Outcome, i, i+1, whole)
	}
}

// fraction adds the part that phrase p counts, if the sentence says who they
// are or how they fare; the part of those who suffered it needs no more.
func (r *reader) fraction(p phrase, o Outcome, first, last, whole int) {
	if r.quantities[p.qty].Exact(0) {
		return
	}
	j := p.last
	if p.first < first {
		j = last
	}
	who := -1
	grave := false
	if b := r.skipAux(j); b > j && r.isAux(j) {
		who = r.phraseFrom(b)
		grave = r.word(b) == "in" && (r.word(b+1) == "critical" || r.word(b+1) == "serious" || r.word(b+1) == "grave") || r.word(b) == "from" && r.phraseFrom(b+1) >= 0
	} else if beForms[r.word(p.first-1)] {
		// "a student who was one of those killed"
		r.ahead(r.subjectEnd(p.first - 1))
		if n := len(r.group); n > 0 {
			who = r.group[n-1].phrase
		}
	}
	if who >= 0 {
		if q := &r.phrases[who]; !q.person || q.qty >= 0 || q.pronoun || q.det == definite {
			who = -1
		}
	}
	if who < 0 && !grave && r.word(first-1) != "those" {
		return
	}
	p.head, p.partitive = -1, true
	f := r.add(&p, o, first, last, Stated)
	if f == nil {
		return
	}
	f.first, f.last = r.quantities[p.qty].First, r.quantities[p.qty].Last
	if whole < 0 {
		whole = r.earlierWhole(o, f)
	}
	f.part, f.wholeOf, f.bareQty = true, whole, false
	if who >= 0 {
		f.victims, f.claim.Class = [2]int{r.phrases[who].core, r.phrases[who].end}, r.phrases[who].class
	} else if whole >= 0 {
		f.victims, f.claim.Class = r.found[whole].victims, r.found[whole].claim.Class
	}
}

// listed reads a table: "Deaths: 45. Injured: 210. Missing: 12."
func (r *reader) listed() {
	for i := r.first; i < r.last; i++ {
		if r.word(i+1) != ":" {
			continue
		}
		h := r.harm(i)
		o := h.Tally.Outcome
		if o == "" {
			o = h.State.Outcome
		}
		if o == "" && h.Verb.Participle && h.Verb.Frame == lexicon.HarmFrameObject {
			o = h.Verb.Outcome
		}
		if o == "" || i > r.first && r.doc.Tokens[i-1].Kind == text.Word && !r.tag(i-1).Noun() && !r.tag(i-1).Adjective() {
			continue
		}
		k := r.phraseFromQty(i + 2)
		if k < 0 || r.phrases[k].head >= 0 && !r.phrases[k].person || r.quantities[r.phrases[k].qty].Kind != quantity.Count {
			continue
		}
		p := r.phrases[k]
		r.add(&p, Outcome(o), i, i+1, Stated)
	}
}

// compared reads the figure of another time: "230 were killed in 2016, down
// from 310 in 2015".
func (r *reader) compared() {
	n := len(r.found)
	for i := r.first; i < r.last; i++ {
		w, next := r.word(i), r.word(i+1)
		if !((w == "down" || w == "up") && next == "from" || w == "compared" && (next == "with" || next == "to")) {
			continue
		}
		k := r.phraseFromQty(i + 2)
		if k < 0 || r.phrases[k].head >= 0 && !r.phrases[k].person {
			continue
		}
		best := -1
		for j := r.begin; j < n; j++ {
			if f := &r.found[j]; f.last <= i && f.last > i-24 && !f.part {
				best = j
			}
		}
		if best < 0 {
			continue
		}
		g := r.found[best]
		p := r.phrases[k]
		f := r.add(&p, g.claim.Outcome, g.trigger[0], g.trigger[1], g.modality)
		if f == nil {
			continue
		}
		if f.victims[1] == 0 {
			f.victims, f.claim.Class, f.bareQty = g.victims, g.claim.Class, false
		}
		f.own = true
		if j := r.word(r.phrases[k].end); j == "" || j == "." || j == "," || j == ";" || firstSaid[j] {
			r.found[best].replaces = len(r.found) - 1 // "the toll rose to 25, up from 20"
		}
	}
}
