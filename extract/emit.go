package extract

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/quantity"
	"github.com/dateline-go/dateline/internal/text"
)

// emitGroup adds a claim for every member of the group that can be a victim
// and returns how many it added.
func (r *reader) emitGroup(o Outcome, first, last int, mod Modality, rank strictness) int {
	n := 0
	for _, m := range r.group {
		p := r.phrases[m.phrase]
		if !r.victim(&p, rank) || p.pronoun && o != Injured || r.toldBefore(&p, o, first) {
			continue
		}
		if rank == strict && p.head < 0 && p.qty >= 0 && r.quantities[p.qty].Exact(1) && (r.harm(first).Verb.Frame == lexicon.HarmFrameWeak || o == Released) {
			continue // "one captured by a camera"
		}
		if o == Released && p.head < 0 && sourceNouns[r.word(p.last)] {
			continue // "released 20 reports"
		}
		if p.qty >= 0 && o == Released && r.quantities[p.qty].Exact(0) {
			continue
		}
		if r.add(&p, o, first, last, mod) != nil {
			n++
			if p.whole >= 0 && first == p.end { // "four of the six men injured"
				q := p
				q.qty, q.whole = p.whole, -1
				if r.add(&q, o, first, last, mod) != nil {
					w := len(r.found) - 1
					if w > 0 && r.found[w-1].phrase.first == p.first {
						r.found[w-1].wholeOf, r.found[w-1].part = w, true
					}
				}
			}
		}
	}
	return n
}

// toldBefore reports someone who is only pointed out by what befell him, which
// an earlier sentence told: "the clerk who was killed [had two sons]".
func (r *reader) toldBefore(p *phrase, o Outcome, trigger int) bool {
	if p.det != definite || p.plural || p.qty >= 0 || p.name || p.mention >= 0 || p.head < 0 || trigger < p.end || r.subjectList {
		return false
	}
	if w := r.word(p.end); w != "who" && !(w == "that" && r.tag(p.end) == pos.WDT) {
		return false
	}
	known := false
	for k := len(r.found) - 1; k >= 0 && k >= len(r.found)-wholeClaims && !known; k-- {
		known = r.found[k].claim.Outcome == o && r.found[k].sentence < r.sentence
	}
	if !known {
		return false
	}
	// "the clerk who lived upstairs was killed" tells it.
	for i := p.end + 1; i < trigger; i++ {
		if !r.isAux(i) && !r.adverb(i) {
			return false
		}
	}
	return true
}

// victim reports that a phrase can be people harmed.
func (r *reader) victim(p *phrase, rank strictness) bool {
	if p.pronoun {
		w := r.word(p.first)
		return w == "himself" || w == "herself" || w == "themselves"
	}
	if p.head < 0 {
		return p.qty >= 0 || p.other || p.partitive
	}
	w := r.word(p.head)
	if p.partitive {
		return true
	}
	if r.tables.Trap["animals"][w] || r.tables.Trap["things"][w] {
		return false
	}
	if r.word(p.first-1) == "how" {
		return false // "how many people"
	}
	if p.person {
		if p.qty < 0 && p.det == definite && (p.plural || r.ordinal(p)) {
			return false // "the victims", told before; "the third victim"
		}
		return true
	}
	if r.tables.Attack[w] || r.tables.Accident[w] || r.harm(p.head).Any && r.harm(p.head).Tally.Outcome == "" {
		return false
	}
	if p.mention >= 0 && p.name {
		t := r.ents.Mentions[p.mention].Type
		return t == entities.Person || p.qty >= 0
	}
	if p.qty >= 0 {
		if r.quantities[p.qty].Exact(0) {
			return true
		}
		// An unknown plural noun with a number: people if the verb is sure.
		return p.plural && !thingNoun(w) && !r.tables.Trap["objects"][w] && (rank != strict || doerNoun(w))
	}
	if rank != strict && p.det == indefinite && !p.plural && r.tag(p.head) == pos.NN && doerNoun(w+"s") && r.living(w+"s") {
		return true // "a motorcyclist was killed"
	}
	if p.name && !p.plural && p.mention < 0 && r.mentionIn(p.first, p.last) < 0 && !placeNouns[w] {
		// A name that no one recognised: only text in capitals lacks so much.
		return r.doc.Sentences[r.sentence].Upper && (p.last-p.first >= 2 || rank == loose) && r.tag(p.head) == pos.NNP
	}
	return false
}

// ordinal reports "the third reporter", "the 10th victim".
func (r *reader) ordinal(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		w := r.word(i)
		if ordinals[w] {
			return true
		}
		if n := len(w); n > 2 && w[0] >= '0' && w[0] <= '9' && (w[n-2:] == "th" || w[n-2:] == "st" || w[n-2:] == "nd" || w[n-2:] == "rd") {
			return true
		}
	}
	return false
}

// thingNoun reports endings that name no people.
func thingNoun(w string) bool {
	for _, s := range [...]string{"tion", "tions", "ment", "ments", "ness", "ity", "ities", "ing", "ings", "house", "houses", "cars", "vehicles", "buildings", "homes", "shops", "tanks", "schools", "weapons", "rockets", "shells", "villages", "targets", "jobs", "bases", "trees"} {
		if len(w) >= len(s) && w[len(w)-len(s):] == s {
			return true
		}
	}
	return false
}

// doerNoun reports plural endings of those who do something: "weavers",
// "locksmiths". Things that end alike stand in the table of traps.
func doerNoun(w string) bool {
	for _, s := range [...]string{"ers", "ors", "ists", "men", "smiths", "wrights", "eurs", "ians", "bats", "keepers"} {
		if len(w) >= len(s)+3 && w[len(w)-len(s):] == s {
			return true
		}
	}
	return false
}

// add makes a finding of a phrase. It returns nil if the phrase gives no
// number: "the victims", "they".
func (r *reader) add(p *phrase, o Outcome, first, last int, mod Modality) *finding {
	f := finding{sentence: r.sentence, trigger: [2]int{first, last}, modality: mod, phrase: *p, wholeOf: -1, replaces: -1, time: -1}
	f.claim.Outcome = o
	c := &f.claim
	c.PartOf, c.Replaces, c.PlaceEntity, c.PerpetratorEntity, c.Source, c.Incident = -1, -1, -1, -1, -1, -1
	switch {
	case p.qty >= 0:
		q := &r.quantities[p.qty]
		f.first, f.last = q.First, q.Last
		c.Min, c.Max = bounds(q)
		c.Approximate, c.Vague = q.Approximate, q.Vague
		if w := r.word(f.last - 1); w == "of" && f.last-f.first > 1 {
			f.last--
		}
		if c.Max != nil && *c.Max == 0 && mod != Stated {
			f.modality = Stated
		}
	case p.pronoun:
		f.first, f.last = p.first, p.last
		c.Min, c.Max = new(1), new(1)
		if p.plural {
			c.Min, c.Max, c.Vague = new(2), nil, true
		}
	case p.det == indefinite:
		f.first, f.last = p.first, p.first+1
		c.Min, c.Max = new(1), new(1)
		if p.head >= 0 {
			switch r.word(p.head) {
			case "couple", "pair", "duo":
				c.Min, c.Max = new(2), new(2)
			}
		}
		if p.plural && p.head >= 0 && !p.other {
			c.Min, c.Max, c.Vague = new(2), nil, true
			f.last = p.end
		}
	case p.head >= 0 && !p.plural:
		for i := p.first; i < p.head; i++ {
			if w := r.word(i); len(w) == 4 && w[0] >= '1' && w[0] <= '9' && number(w[:3]) > 0 && r.doc.Tokens[i].Kind == text.Number {
				return nil // "AFP 2018 Service Member dies" is no one's name
			}
		}
		f.first, f.last = p.first, p.end
		c.Min, c.Max = new(1), new(1)
	case p.head >= 0:
		for i := p.first; i < p.head; i++ {
			if r.doc.Tokens[i].Kind == text.Number {
				return nil // a number that cannot be read is no bare plural
			}
		}
		f.first, f.last = p.first, p.end
		c.Min, c.Max, c.Vague = new(2), nil, true
	default:
		return nil
	}
	if p.qty < 0 && p.plural && (r.word(p.first) == "more" || r.word(p.first) == "fewer") {
		for i := p.end; i < p.end+10 && i < r.last; i++ {
			if r.word(i) == "than" {
				return nil // "more people died than in any other year"
			}
		}
	}
	if p.det == negative {
		if !r.negated(p.first) {
			return nil
		}
		c.Min, c.Max, c.Vague = new(0), new(0), false
		f.first, f.last = p.first, p.first+1
		f.modality = Stated
	}
	switch {
	case p.partitive || p.head < 0 || p.other && (r.word(p.head) == "others" || r.word(p.head) == "other"):
		f.bareQty = true
		if p.antecedent > 0 {
			q := &r.phrases[p.antecedent-1]
			f.victims, c.Class, f.bareQty = [2]int{q.core, q.end}, q.class, false
		}
	default:
		f.victims = [2]int{p.core, p.end}
		if p.qty < 0 && p.det != indefinite {
			f.victims[0] = p.first
		}
		if w := r.word(f.victims[0]); (w == "more" || w == "other") && f.victims[1]-f.victims[0] > 1 {
			f.victims[0]++
		}
		c.Class = p.class
	}
	// The same words do not count twice for one outcome; what a verb says of
	// them is surer than what a noun says.
	for k := len(r.found) - 1; k >= r.begin; k-- {
		g := &r.found[k]
		if g.first < f.last && f.first < g.last {
			if g.claim.Outcome == o || g.claim.Outcome == Casualties && g.tally {
				if g.tally && !f.tally {
					was := g.victims
					*g = f
					if g.bareQty && was[1] > was[0] {
						g.victims, g.bareQty = was, false
					}
					return g
				}
				return nil
			}
			if o == Casualties {
				return nil
			}
		}
	}
	r.found = append(r.found, f)
	return &r.found[len(r.found)-1]
}

func bounds(q *quantity.Quantity) (lo, hi *int) {
	if q.Min != quantity.Open {
		lo = new(q.Min)
	}
	if q.Max != quantity.Open {
		hi = new(q.Max)
	}
	return lo, hi
}

// emitParts adds the group as parts of a whole; whole is -1 if unknown.
func (r *reader) emitParts(o Outcome, first, last, whole int) {
	for _, m := range r.group {
		p := r.phrases[m.phrase]
		if !r.victim(&p, strict) {
			continue
		}
		if f := r.add(&p, o, first, last, Stated); f != nil {
			if whole < 0 {
				whole = r.earlierWhole(o, f)
			}
			f.part, f.wholeOf = true, whole
			if w := r.word(f.last); p.head < 0 && (w == "in" || w == "at") {
				f.own = true // "including 87 in a single riot at"
			}
			if whole >= 0 {
				g := &r.found[whole]
				f.modality = g.modality
				if f.bareQty && !p.partitive && p.head < 0 {
					f.victims, f.claim.Class = g.victims, g.claim.Class
				}
			}
		}
	}
}

// parts reads what a sentence counts out of its claims: "including two
// children", "four of them", "among them a journalist".
func (r *reader) parts() {
	for i := r.first; i < r.last; i++ {
		if len(r.found) == r.begin && r.word(i) != "among" {
			continue
		}
		switch w := r.word(i); w {
		case "including", "included", "includes", "include":
			if w != "including" && r.word(i-1) != "victims" && r.word(i-1) != "casualties" && r.word(i-1) != "them" {
				continue
			}
			whole := r.wholeBefore(i)
			if whole < 0 {
				continue
			}
			r.subjectList = r.found[whole].trigger[0] > i
			at := i + 1
			if (r.word(at) == "those" || r.word(at) == "that") && r.word(at+1) == "of" {
				at += 2 // "22 bodies, including those of four children"
			}
			r.behind(at)
			r.subjectList = false
			r.emitParts(r.found[whole].claim.Outcome, r.found[whole].trigger[0], r.found[whole].trigger[1], whole)
		case "among":
			if beForms[r.word(r.before(i))] {
				r.amongWhole(i)
				continue
			}
			if r.word(i+1) == "them" || r.word(i+1) == "whom" {
				whole := r.wholeBefore(i)
				if whole < 0 {
					continue
				}
				j := i + 2
				for r.isAux(j) || r.word(j) == "," {
					j++
				}
				r.behind(j)
				r.emitParts(r.found[whole].claim.Outcome, r.found[whole].trigger[0], r.found[whole].trigger[1], whole)
			}
		case "mostly", "most":
			continue
		case "--", "(", "-", ":", ",", "–", "—":
			// "nine people -- seven civilians and two soldiers -- were wounded"
			whole := r.wholeBefore(i)
			if whole < 0 || r.found[whole].claim.Min == nil {
				continue
			}
			g := &r.found[whole]
			if i-g.trigger[1] > 1 && i-max(g.victims[1], g.last) > 1 || g.claim.Max == nil && w == "," {
				continue
			}
			r.behind(i + 1)
			if len(r.group) < 2 {
				continue
			}
			ok := true
			sum := 0
			if n := len(r.group); n == *g.claim.Min && r.allNames() { // "three journalists: A, B and C"
				r.emitParts(g.claim.Outcome, g.trigger[0], g.trigger[1], whole)
				continue
			}
			for _, m := range r.group {
				p := &r.phrases[m.phrase]
				if p.qty < 0 || p.head < 0 || !p.person {
					ok = false
					break
				}
				sum += r.quantities[p.qty].Min
			}
			if ok && sum == *g.claim.Min {
				r.emitParts(g.claim.Outcome, g.trigger[0], g.trigger[1], whole)
			}
		default:
			k := r.phraseFrom(i)
			if k < 0 {
				continue
			}
			p := r.phrases[k]
			if r.severe(k) || r.elsewhereToo(k) {
				continue
			}
			some := p.head < 0 && p.qty >= 0
			if !p.partitive && !(some && r.quantities[p.qty].Vague) {
				if w == "some" && (r.word(i+1) == "in" || r.word(i+1) == "of" || r.word(i+1) == "seriously" || r.word(i+1) == "critically") {
					p = phrase{first: i, last: i + 1, end: i + 1, core: i + 1, head: -1, qty: -1, mention: -1, modifier: -1, whole: -1, other: true, partitive: true, plural: true}
				} else {
					continue
				}
			} else if !p.partitive {
				continue
			}
			whole := r.wholeBefore(i)
			if whole < 0 {
				continue
			}
			r.partOf(p, whole)
		}
	}
	r.somes()
}

// somes reads "some of them children", "some in critical condition": the word
// alone is no quantity.
func (r *reader) somes() {
	n := len(r.found)
	for i := r.first; i < r.last; i++ {
		w := r.word(i)
		if w != "some" && w != "most" {
			continue
		}
		next := r.word(i + 1)
		of := next == "of" && (r.word(i+2) == "them" || r.word(i+2) == "whom")
		if !of && !(w == "some" && (next == "in" && (r.word(i+2) == "critical" || r.word(i+2) == "serious") || next == "seriously" || next == "critically")) {
			continue
		}
		whole := r.wholeBefore(i)
		if whole < 0 || whole >= n {
			continue
		}
		last := i + 1
		if of {
			last = i + 3
		}
		p := phrase{first: i, last: last, end: last, core: last, head: -1, qty: -1, mention: -1, modifier: -1, whole: -1, det: indefinite, partitive: true, plural: true, other: true}
		f := r.partOf(p, whole)
		if f != nil {
			f.claim.Min, f.claim.Max, f.claim.Vague = new(2), nil, true
			f.first, f.last = i, i+1
		}
	}
}

// partOf adds "four of them", "four of whom were children", "two of them
// seriously" as a part of the whole.
func (r *reader) partOf(p phrase, whole int) *finding {
	for k := r.begin; k < len(r.found); k++ {
		if g := &r.found[k]; g.first <= p.first && p.first < g.last && g.claim.Outcome != r.found[whole].claim.Outcome {
			return nil // "hurt 40 people, six of whom died"
		}
	}
	g := r.found[whole]
	f := r.add(&p, g.claim.Outcome, g.trigger[0], g.trigger[1], g.modality)
	if f == nil {
		return nil
	}
	f.part, f.wholeOf = true, whole
	f.victims, f.claim.Class, f.bareQty = g.victims, g.claim.Class, g.victims[1] <= g.victims[0]
	if r.word(p.last-1) == "them" {
		f.victims, f.bareQty = [2]int{p.last - 1, p.last}, false
	}
	// The noun that says who the part is.
	j := p.last
	for r.isAux(j) {
		j++
	}
	if k := r.phraseFrom(j); k >= 0 && r.phrases[k].person && !r.startsClause(k) && r.phrases[k].qty < 0 {
		q := &r.phrases[k]
		f.victims, f.claim.Class, f.bareQty = [2]int{q.core, q.end}, q.class, false
	}
	// "four of whom died": an outcome of its own
	return f
}

// wholeBefore is the claim whose words end nearest before token i, -1 if none
// is near.
func (r *reader) wholeBefore(i int) int {
	best, at := -1, -1
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		if f.part || f.claim.Max != nil && *f.claim.Max < 2 {
			continue
		}
		for _, end := range [...]int{f.last, f.victims[1], f.trigger[1]} {
			if end <= i && end > at && end > r.first {
				best, at = k, end
			}
		}
	}
	if at < i-45 {
		return -1
	}
	return best
}

// allNames reports a group of names of persons.
func (r *reader) allNames() bool {
	for _, m := range r.group {
		p := &r.phrases[m.phrase]
		if p.mention < 0 || !p.name || r.ents.Mentions[p.mention].Type != entities.Person {
			return false
		}
	}
	return true
}

// amongWhole reads the part before its whole: "two women were among the eight
// people killed", "two officers are among the wounded".
func (r *reader) amongWhole(i int) {
	outcome, first, last, whole := Outcome(""), 0, 0, -1
	if w := r.word(i + 1); w == "the" || w == "those" {
		for j := i + 2; j < i+4 && j < r.last; j++ {
			h := r.harm(j)
			if o := h.State.Outcome; o != "" {
				outcome, first, last = Outcome(o), j, j+1
			} else if h.Verb.Participle {
				outcome, first, last = Outcome(h.Verb.Outcome), j, j+1
			}
		}
	}
	for k := r.begin; k < len(r.found); k++ {
		if f := &r.found[k]; f.first > i && f.first < i+4 {
			outcome, first, last, whole = f.claim.Outcome, f.trigger[0], f.trigger[1], k
			break
		}
	}
	if outcome == "" {
		return
	}
	r.ahead(r.subjectEnd(r.before(i)))
	r.emitParts(outcome, first, last, whole)
}

// severe reads the part that is worse off: "five were hurt, two critically".
func (r *reader) severe(k int) bool {
	p := r.phrases[k]
	if p.qty < 0 || p.head >= 0 || p.partitive || p.other {
		return false
	}
	switch r.word(p.last) {
	case "seriously", "critically", "badly", "severely", "gravely", "grievously", "slightly", "lightly":
		if r.harm(p.last + 1).Any {
			return false // "two critically wounded"
		}
	case "in":
		if w := r.word(p.last + 1); w != "serious" && w != "critical" && w != "grave" && !(w == "a" && (r.word(p.last+2) == "serious" || r.word(p.last+2) == "critical" || r.word(p.last+2) == "grave")) {
			return false
		}
	default:
		return false
	}
	for j := len(r.found) - 1; j >= r.begin; j-- {
		if f := &r.found[j]; f.first <= p.first && p.first < f.last {
			if f.claim.Outcome == Killed && r.word(p.last) == "in" {
				f.claim.Outcome, f.trigger = Injured, [2]int{p.last, p.last + 2} // "left one dead and two in critical condition"
				return true
			}
			if f.claim.Outcome != Injured {
				return false
			}
			// Read as a member of a list.
			if whole := r.wholeBefore(p.first); whole >= 0 && whole != j && r.found[whole].claim.Outcome == Injured {
				f.part, f.wholeOf = true, whole
			}
			return true
		}
	}
	whole := r.wholeBefore(p.first)
	if whole < 0 && r.word(p.last) == "in" && len(r.found) > r.begin || whole >= 0 && r.found[whole].claim.Outcome == Killed {
		r.addVictimless(&p, Injured, p.last, p.last+2)
		return true
	}
	if whole < 0 || r.found[whole].claim.Outcome != Injured {
		return false
	}
	r.partOf(p, whole)
	return true
}

// elsewhereToo reads the figure of another place: "five civilians were killed
// in Sabra and one in Harran".
func (r *reader) elsewhereToo(k int) bool {
	p := r.phrases[k]
	if p.qty < 0 || p.head >= 0 || p.partitive || r.startsClause(k) {
		return false
	}
	if w := r.word(p.first - 1); w != "and" && w != "," && w != ";" {
		return false
	}
	at := p.last
	for r.adverb(at) {
		at++ // "and six later in hospital"
	}
	if w := r.word(at); w != "in" && w != "at" && w != "near" && w != "from" {
		return false
	}
	// Places, or years: "900 people in 1994, 1,100 in 1995 and 700 in 1996".
	year := r.inTime(at + 1)
	next := at + 1
	if r.tag(next) == pos.VBG {
		next++ // "from neighbouring Rukum"
	}
	if n := r.phraseFrom(next); !year && (n < 0 || r.phrases[n].person && r.word(at) != "from") {
		return false
	}
	best := -1
	for j := r.begin; j < len(r.found); j++ {
		f := &r.found[j]
		if f.first <= p.first && p.first < f.last {
			if year && best >= 0 && f.victims[1] == 0 {
				f.victims, f.claim.Class = r.found[best].victims, r.found[best].claim.Class
			}
			return false
		}
		if (!f.part || r.word(at) == "from" && f.sentence == r.sentence) && f.trigger[1] <= p.first && f.last <= p.first && f.first > p.first-30 {
			best = j
		}
	}
	if best < 0 {
		return false
	}
	g := r.found[best]
	if f := r.add(&p, g.claim.Outcome, g.trigger[0], g.trigger[1], g.modality); f != nil {
		f.victims, f.claim.Class = g.victims, g.claim.Class
		f.agent, f.agentP = g.agent, g.agentP
		f.part, f.wholeOf = g.part, g.wholeOf
		f.own = true
	}
	return true
}
