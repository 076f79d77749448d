package quotes

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// maxSubject bounds the way from a verb back to its subject.
const maxSubject = 70

// boundary reports a token at which the clause before a verb ends.
func (r *reader) boundary(i int) bool {
	t := &r.tok[i]
	if t.Kind == text.Quote {
		k := r.inside[i]
		return k < 0 || !r.segments[k].single || r.segments[k].size() > 3
	}
	switch t.Text {
	case ",", ";", ":", "--", "–", "—", "-", "...", "…", ".", "?", "!", "•":
		return true
	}
	return false
}

// subordinates reports a word that opens a clause.
func subordinates(t *text.Token) bool {
	return subordinating[t.Lower] && t.Tag != pos.DT
}

// subjectLeft finds the noun phrase of which the verb group starting at verb
// says something. first is where the sentence, or what is left of it, begins.
// block is the first token that belongs to the attribution.
func (r *reader) subjectLeft(verb, first int) (subject run, block int) {
	first = max(first, verb-maxSubject)
	if verb <= first {
		return run{}, verb
	}
	if f := r.phraseBefore(verb); f != nil && f.first > first {
		// "a farmer who asked not to be named said"
		if n, block := r.subjectLeft(f.first, first); !n.empty() {
			return n, block
		}
	}
	prev := &r.tok[verb-1]
	if prev.Text == "," || prev.Text == "-" || prev.Text == "–" || prev.Text == "—" || prev.Text == "--" {
		return r.distantSubject(verb-1, first)
	}
	if who := r.relativeLeft(verb, first); who >= 0 {
		i := who
		if i > first && r.tok[i-1].Text == "," {
			i--
		}
		n := r.phraseLeft(r.skipTimeLeft(i, first), first)
		if n.empty() {
			// "Mrs May, the prime minister, who said"
			n, _ = r.distantSubject(i, first)
		}
		return r.trimPhrase(n), i
	}
	end := verb
	// "the ministry on Monday said", "the army, in a statement, said"
	for k := 0; k < 2; k++ {
		if e := r.skipTimeLeft(end, first); e < end {
			end = e
		}
	}
	if end <= first {
		return run{}, verb
	}
	// The clause that ends before the verb.
	left := end
	for left > first && !r.boundary(left-1) && !subordinates(&r.tok[left-1]) && !r.objectRelative(left-1, end) {
		left--
	}
	if left == end {
		return run{}, verb
	}
	start := r.skipLead(left, end)
	if start < end && r.finiteIn(start, end) == 0 && r.startsPhrase(start) {
		n := run{start, end}
		if !r.isHead(end-1) && r.tok[end-1].Tag != pos.PRP && r.tok[end-1].Text != ")" {
			// the subject ends in a participle or an adverb: "officials briefed on the matter said"
			if !r.hasHead(n) {
				return run{}, verb
			}
		}
		return r.trimPhrase(n), left
	}
	// Something was said before in the same clause: the nearest phrase.
	floor := left
	for i := end - 1; i > left; i-- {
		if r.tok[i].Tag == pos.CC && (r.tok[i].Lower == "and" || r.tok[i].Lower == "but") && r.finiteIn(i+1, end) == 0 && r.finite(left, i) && r.startsPhrase(r.skipLead(i+1, end)) {
			floor = i + 1
			break
		}
	}
	if floor > left {
		n := run{r.skipLead(floor, end), end}
		return r.trimPhrase(n), floor
	}
	n := r.baseLeft(end, left)
	if n.empty() {
		return run{}, verb
	}
	// "of" ties closest.
	for n.first-1 > left && r.tok[n.first-1].Lower == "of" {
		more := r.baseLeft(n.first-1, left)
		if more.empty() {
			break
		}
		n.first = more.first
	}
	return r.splitNames(n), n.first
}

// relativeLeft is the "who", "which" or "that" before a verb group, perhaps with
// a time or a document between them ("who in May said"); -1 for none.
func (r *reader) relativeLeft(verb, first int) int {
	for n, i := 0, verb; n < 2; n++ {
		if w := &r.tok[i-1]; w.Lower == "who" || w.Lower == "which" || w.Lower == "that" && w.Tag != pos.DT {
			return i - 1
		}
		e := r.skipTimeLeft(i, first)
		if e == i || e <= first {
			break
		}
		i = e
	}
	return -1
}

// objectRelative reports a "which" that opens a clause with a subject of its
// own: "footage which it said".
func (r *reader) objectRelative(i, end int) bool {
	t := &r.tok[i]
	return (t.Lower == "which" || t.Lower == "whom") && i+1 < end && !r.tok[i+1].Tag.Verb() && r.tok[i+1].Tag != pos.MD && r.startsPhrase(i+1)
}

// splitNames cuts what belongs to the words before off a noun phrase that was
// found without punctuation to say where it begins: "in Homs activists".
func (r *reader) splitNames(n run) run {
	if n.first == 0 || r.tok[n.first-1].Tag != pos.IN {
		return n
	}
	m := r.mention(n.first)
	if m < 0 {
		return n
	}
	last := r.ents.Mentions[m].Last
	if last < n.last && r.ents.Mentions[m].Type.IsPlace() && r.tok[last].Tag != pos.POS {
		n.first = last
	}
	return n
}

func (r *reader) hasHead(n run) bool {
	for i := n.first; i < n.last; i++ {
		if r.tok[i].Tag.Noun() || r.tok[i].Tag == pos.PRP || r.mention(i) >= 0 {
			return true
		}
	}
	return false
}

// startsPhrase reports a token at which a subject can begin.
func (r *reader) startsPhrase(i int) bool {
	t := &r.tok[i]
	switch t.Tag {
	case pos.DT, pos.PRPS, pos.PRP, pos.CD, pos.PDT, pos.EX, pos.JJ, pos.JJR, pos.JJS, pos.NN, pos.NNS, pos.NNP, pos.NNPS, pos.FW, pos.WP, pos.VBN, pos.VBG, pos.WDT:
		return true
	case pos.RB:
		return t.Lower == "almost" || t.Lower == "nearly" || t.Lower == "about"
	case pos.None:
		return true
	}
	return r.mention(i) >= 0
}

// skipLead goes over what stands before a subject: "But on Monday".
func (r *reader) skipLead(i, end int) int {
	for i < end {
		t := &r.tok[i]
		switch {
		case t.Tag == pos.CC, t.Tag == pos.RB && t.Lower != "almost" && t.Lower != "nearly", t.Tag == pos.UH, leadWords[t.Lower] && t.Lower != "both" && t.Lower != "all":
			i++
		case t.Tag == pos.IN || t.Tag == pos.TO || t.Lower == "following":
			n := r.baseRight(i+1, end)
			if n.empty() || n.last >= end {
				// "In Baghdad officials": the name is the place.
				if m := r.mention(i + 1); i+1 < end && m >= 0 && r.ents.Mentions[m].Last < end {
					i = r.ents.Mentions[m].Last
					continue
				}
				return end
			}
			i = n.last
		case r.temporal(i):
			i++
		case (t.Tag == pos.DT || t.Tag == pos.JJ) && i+1 < end && r.temporal(i+1):
			i += 2
		case t.Tag == pos.CD && i+2 < end && r.temporal(i+1):
			i += 2
		default:
			return i
		}
	}
	return i
}

// skipTimeLeft goes back over "on Monday", "Friday", "in a statement" that end
// before end.
func (r *reader) skipTimeLeft(end, first int) int {
	i := end
	for i > first && (r.temporal(i-1) || r.tok[i-1].Tag == pos.CD && i-1 > first && r.temporal(i-2)) {
		i--
	}
	if i < end {
		if i > first && (r.tok[i-1].Tag == pos.DT || r.tok[i-1].Lower == "last" || r.tok[i-1].Lower == "late" || r.tok[i-1].Lower == "early") {
			i--
		}
		if i > first && r.tok[i-1].Tag == pos.IN {
			i--
		}
		if i == first {
			return end
		}
		return i
	}
	// "in a statement", "in an interview"
	if n := r.baseLeft(end, first); !n.empty() && isDocument(r, n) && n.first-1 > first && (r.tok[n.first-1].Lower == "in") {
		return n.first - 1
	}
	return end
}

// distantSubject finds the subject of a verb that stands behind a comma: the
// first of the comma's phrases that no finite verb goes with.
func (r *reader) distantSubject(comma, first int) (run, int) {
	type part struct{ first, last int }
	var parts [12]part
	n, end := 0, comma
	for i := comma - 1; ; i-- {
		atBoundary := i < first
		quote := false
		if !atBoundary {
			t := &r.tok[i]
			if t.Kind == text.Quote && r.boundary(i) || t.Text == ";" || t.Text == ":" {
				atBoundary, quote = true, true
			} else if t.Text == "," || t.Text == "–" || t.Text == "—" || t.Text == "--" || t.Text == "-" && t.Is(text.SpaceBefore) {
				atBoundary = true
			}
		}
		if !atBoundary {
			continue
		}
		if i+1 < end && n < len(parts) {
			parts[n] = part{i + 1, end}
			n++
		}
		end = i
		if i < first || quote || n == len(parts) {
			break
		}
	}
	best := -1
	for k := range n { // from right to left
		p := parts[k]
		start := r.skipLead(p.first, p.last)
		if start < p.last && r.tok[start].Tag == pos.WP || start < p.last && (r.tok[start].Lower == "which" || r.tok[start].Lower == "who" || r.tok[start].Lower == "whose") {
			continue
		}
		if r.inPhrase(p.last - 1) {
			continue // ", speaking on condition that he not be named,"
		}
		if r.finiteIn(start, p.last) > 0 {
			break
		}
		if start >= p.last || !r.startsPhrase(start) || r.tok[start].Tag == pos.VBG || r.tok[start].Tag == pos.VBN {
			continue
		}
		if !r.hasHead(run{start, p.last}) {
			continue
		}
		best = k
	}
	if best < 0 {
		return run{}, comma + 1
	}
	p := parts[best]
	subject := run{r.skipLead(p.first, p.last), p.last}
	// "a physician from Olmo, Ivo Marek, said": the name is the source.
	if best > 0 && r.onlyPerson(subject) < 0 && r.typeAt(subject.last-1) != entities.Person {
		if q := run(parts[best-1]); r.onlyPerson(q) >= 0 {
			return q, p.first
		}
	}
	return r.trimPhrase(subject), p.first
}

// onlyPerson is the mention of a person that covers all of n but titles, -1
// for none.
func (r *reader) onlyPerson(n run) int {
	if n.empty() {
		return -1
	}
	m := r.mention(n.last - 1)
	if m < 0 || r.ents.Mentions[m].Type != entities.Person {
		return -1
	}
	if r.ents.Mentions[m].First-n.first > 4 {
		return -1
	}
	for i := n.first; i < r.ents.Mentions[m].First; i++ {
		if !r.tok[i].Tag.Proper() {
			return -1
		}
	}
	return m
}

// trimPhrase cuts commas, ages and adverbs off the ends of a source.
func (r *reader) trimPhrase(n run) run {
	if n.size() > 1 && (r.tok[n.first].Tag == pos.WDT || r.tok[n.first].Tag == pos.WP || r.tok[n.first].Lower == "which") {
		n.first++
	}
	for n.first < n.last {
		t := &r.tok[n.first]
		if t.Kind == text.Punct && t.Text != "(" || t.Tag == pos.RB && t.Lower != "almost" && t.Lower != "nearly" || t.Tag == pos.CC && t.Lower != "both" || t.Kind == text.Quote && r.inside[n.first] < 0 {
			n.first++
			continue
		}
		break
	}
	for n.first < n.last {
		t := &r.tok[n.last-1]
		if t.Kind == text.Punct && t.Text != ")" && t.Text != "." || t.Tag == pos.RB || t.Tag == pos.MD {
			n.last--
			continue
		}
		break
	}
	return n
}

// sourceRight finds the source of an inverted cue ("said the mayor", "according
// to police") that may begin at first.
func (r *reader) sourceRight(first, limit int) run {
	i := first
	for i < limit && (r.tok[i].Tag == pos.RB && leadWords[r.tok[i].Lower]) {
		i++
	}
	n := r.phraseRight(i, limit)
	if n.empty() || r.onlyTime(n) {
		return run{i, i}
	}
	// Relative clauses and participles that tell who it is.
	if n.last < limit {
		t := &r.tok[n.last]
		if t.Tag == pos.VBN && n.last+1 < limit && !r.finite(n.last, limit) || t.Lower == "cited" || t.Lower == "quoted" || t.Lower == "obtained" || t.Lower == "released" || t.Lower == "issued" || t.Lower == "published" {
			j := n.last
			for j < limit && !r.boundary(j) && !r.tok[j].Tag.Finite() && j-n.last < 12 {
				j++
			}
			n.last = j
		}
	}
	return n
}

// onlyTime reports words that only say when: "Thursday morning".
func (r *reader) onlyTime(n run) bool {
	for i := n.first; i < n.last; i++ {
		if !r.temporal(i) && r.tok[i].Tag != pos.DT && r.tok[i].Tag != pos.CD && r.tok[i].Tag != pos.JJ || r.mention(i) >= 0 {
			return false
		}
	}
	return !n.empty() && r.temporal(n.last-1)
}

// isSource reports a noun phrase that can speak: a name, a pronoun, a person,
// an institution, a document.
func (r *reader) isSource(n run) bool {
	if n.empty() || r.onlyTime(n) {
		return false
	}
	for i := n.first; i < n.last; i++ {
		t := &r.tok[i]
		if t.Tag == pos.PRP || t.Tag == pos.WP {
			return true
		}
		if m := r.mention(i); m >= 0 {
			return true
		}
		if _, ok := r.words.Source(t.Lower); ok {
			return true
		}
		if t.Tag.Proper() && t.Is(text.Capital) {
			return true
		}
	}
	return standsAlone[r.tok[n.first].Lower]
}
