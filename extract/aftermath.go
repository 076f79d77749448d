package extract

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// What is told of the victims after the event: their names, how they fare, who
// is looked for.

// identified reads who the victims are: "the victims were identified as Ana
// Ruiz, 17, and her cousin", "police named the dead as".
func (r *reader) identified(i int) {
	as, who := i+1, -1
	if r.word(as) == "as" && r.isAux(r.before(i)) {
		who = r.skipBack(i) - 1
	} else if w := r.word(i + 1); w == "the" || w == "all" || w == "both" {
		for as = i + 2; as < i+5 && r.word(as) != "as"; as++ {
		}
		who = as - 1
	}
	if who < r.first || r.word(as) != "as" || as+1 >= r.last {
		return
	}
	outcome, told := Killed, -1
	if d := r.word(who - 1); d != "the" && d != "those" && d != "all" && d != "both" && r.word(who) != "victims" && r.word(who) != "victim" {
		return
	}
	switch w := r.word(who); w {
	case "victims", "victim":
		told = r.lastTold()
		for k := len(r.found) - 1; told < 0 && k >= 0 && k >= len(r.found)-wholeClaims && r.found[k].sentence >= r.sentence-wholeSentences; k-- {
			if o := r.found[k].claim.Outcome; o == Killed || o == Injured || o == Abducted || o == Missing {
				told = k
			}
		}
		if told < 0 {
			return
		}
		outcome = r.found[told].claim.Outcome
	case "dead", "deceased", "killed", "fatalities":
	case "injured", "wounded":
		outcome = Injured
	case "missing":
		outcome = Missing
	default:
		return
	}
	r.behind(as + 1)
	if len(r.group) == 0 || !r.phrases[r.group[0].phrase].name {
		return
	}
	n := len(r.found)
	r.nameVictims(outcome, i, as+1)
	for ; n < len(r.found); n++ {
		switch {
		case told >= 0:
			r.found[n].says = r.found[told].trigger
		default:
			r.found[n].says = [2]int{who, who + 1}
		}
	}
}

// nameVictims adds the group of names as those who suffered the outcome; a
// description before a name, "his cousin, Ana Ruiz", goes with it.
func (r *reader) nameVictims(o Outcome, first, last int) {
	for n, m := range r.group {
		p := r.phrases[m.phrase]
		if q := r.phraseFrom(p.end + 1); !p.name && r.word(p.end) == "," && q >= 0 && r.phrases[q].name && (n+1 == len(r.group) || r.group[n+1].phrase != q) {
			p = r.phrases[q]
		} else if p.name && p.mention >= 0 && r.ents.Mentions[p.mention].Type.IsPlace() {
			continue
		}
		if p.name || r.victim(&p, strict) {
			r.add(&p, o, first, last, Stated)
		}
	}
}

// skipBack passes the auxiliaries and adverbs before token i.
func (r *reader) skipBack(i int) int {
	for i > r.first && (r.isAux(i-1) || r.adverb(i-1)) {
		i--
	}
	return i
}

// whereHeDied reads the verb of dying at i whose subject is a pronoun for the
// subject of the clause before: "Ruiz was taken to a clinic, where she died".
func (r *reader) whereHeDied(i, end, sub int, mod Modality) int {
	at := sub - 1
	switch r.word(at) {
	case "he", "she", "they":
	default:
		return 0
	}
	switch r.word(at - 1) {
	case "where", "but", "and", "before":
	default:
		return 0
	}
	many := r.word(at) == "they"
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.first >= at-1 {
			break
		}
		if !p.person || p.pronoun || p.plural != many || p.end > at-1 {
			continue
		}
		j := r.tail(p.end)
		if r.word(j) == "," || r.word(j) == "(" {
			j = r.skipParenthesis(j, at)
		}
		if !r.isAux(r.tail(j)) {
			return 0 // who reports, or does something of his own
		}
		if p.qty < 0 && p.det == definite && p.plural {
			return 0
		}
		r.group = append(r.group[:0], member{phrase: k})
		if r.emitGroup(Killed, i, end, mod, strict) > 0 {
			return end - i
		}
		return 0
	}
	return 0
}

// booked reads "was booked into the county jail", "are being held in custody".
func (r *reader) booked(i int) {
	found := false
	for k := i + 1; k < r.last && k < i+9 && !found; k++ {
		switch r.word(k) {
		case "jail", "prison", "custody":
			found = true
		case ".", ";", ",":
			return
		}
	}
	if !found {
		return
	}
	v, left, mod := r.voiceOf(i, lexicon.HarmVerb{Participle: true})
	if v != passive {
		return
	}
	r.ahead(r.subjectEnd(left))
	r.emitGroup(Detained, i, i+1, mod, strict)
}

// sought reads who is looked for under the ruins: "rescuers are searching for
// five people".
func (r *reader) sought(i int) {
	if r.word(i+1) != "for" || !r.rescue() {
		return
	}
	at := i + 2
	if k := r.phraseFrom(at); k >= 0 && r.phrases[k].head >= 0 && r.phrases[k].qty < 0 && r.phrases[k].end <= r.phrases[k].last && r.word(r.phrases[k].last) == "of" {
		return
	}
	k := r.phraseFrom(at)
	if k < 0 || r.phrases[k].qty < 0 || !r.phrases[k].person || r.phrases[k].class == Combatant {
		return
	}
	r.behind(at)
	r.emitGroup(Missing, i, i+1, Stated, strict)
}

// rescue reports a sentence about a search for survivors.
func (r *reader) rescue() bool {
	for i := r.first; i < r.last; i++ {
		if rescueWords[r.word(i)] {
			return true
		}
	}
	return false
}

// fare reads how some of the victims fare: "two of them are in serious
// condition", "three of the injured were flown to the capital", "nine of them
// with broken bones".
func (r *reader) fare() {
	for k := range r.phrases {
		p := r.phrases[k]
		if p.qty < 0 || !p.partitive && r.word(p.last) != "of" && p.whole < 0 || r.quantities[p.qty].Exact(0) {
			continue
		}
		last, hurt := p.last, false
		if !p.partitive {
			// "three of the injured"
			if r.word(last) != "of" || r.word(last+1) != "the" {
				continue
			}
			h := r.harm(last + 2)
			if h.State.Outcome != "injured" && !(h.Verb.Participle && h.Verb.Outcome == "injured") || r.peopleAhead(last+3) {
				continue
			}
			last, hurt = last+3, true
		} else if w := r.word(p.last - 1); w != "them" && w != "whom" {
			continue
		}
		said := r.faresBadly(last, hurt)
		if said < 0 || r.claimed(&p) {
			continue
		}
		whole := r.wholeBefore(p.first)
		if whole < 0 || r.found[whole].claim.Outcome != Injured {
			whole = r.earlierWhole(Injured, nil)
		}
		if whole < 0 && !hurt {
			continue
		}
		p.head, p.partitive = -1, true
		f := r.add(&p, Injured, last, min(last+2, r.last), Stated)
		if f == nil {
			continue
		}
		f.part, f.wholeOf, f.bareQty = true, whole, false
		f.victims, f.says = [2]int{last - 1, last}, [2]int{last, said + 1}
		if hurt {
			f.victims[0]--
			f.says = [2]int{last - 1, last}
		}
		if whole >= 0 {
			f.claim.Class = r.found[whole].claim.Class
		}
	}
}

// faresBadly is the last word of what tells of wounds behind token i: "are in
// serious condition", "on a ventilator", "with burns"; of the injured also that
// they were brought somewhere. It is -1 for none.
func (r *reader) faresBadly(i int, hurt bool) int {
	j := r.skipAux(i)
	if r.word(j) == "remain" || r.word(j) == "remained" || r.word(j) == "remains" {
		j++
	}
	if hurt && j > i && caring[r.word(j)] {
		return j
	}
	if w := r.word(j); w != "in" && w != "on" && w != "with" && w != "fighting" {
		return -1
	}
	for k := j + 1; k < j+6 && k < r.last; k++ {
		if w := r.word(k); gravely[w] {
			return k
		} else if w == "," || w == "." {
			return -1
		}
	}
	return -1
}

// partsTold reads who some of those told of before are: "Two of them appeared
// to be minors", "one of the dead was a nurse" is read with the fractions.
func (r *reader) partsTold() {
	k := r.phraseFrom(r.first)
	if k < 0 || len(r.found) > r.begin || !r.phrases[k].partitive || r.phrases[k].qty < 0 {
		return
	}
	p := r.phrases[k]
	if r.word(p.last-1) != "them" || r.quantities[p.qty].Exact(0) {
		return
	}
	j := r.skipAux(p.last)
	if r.believed(j) >= 0 {
		j++
		if r.word(j) == "to" && r.word(j+1) == "be" {
			j += 2
		}
	}
	if j == p.last || !r.isAux(j-1) && r.word(j-1) != "be" {
		return
	}
	n := r.phraseFrom(j)
	if n < 0 || !r.phrases[n].person || r.phrases[n].det == definite || r.phrases[n].pronoun || r.phrases[n].qty >= 0 {
		return
	}
	whole := r.earlierWhole("", nil)
	if whole < 0 || r.found[whole].sentence < r.sentence-2 {
		return
	}
	f := r.add(&p, r.found[whole].claim.Outcome, p.first, p.last, r.found[whole].modality)
	if f == nil {
		return
	}
	f.part, f.wholeOf, f.bareQty = true, whole, false
	f.victims, f.claim.Class = [2]int{r.phrases[n].core, r.phrases[n].end}, r.phrases[n].class
	f.says = r.found[whole].trigger
}

// ofThem reports "of them" behind a quantity at the head of a sentence that
// follows a claim.
func ofThem(tokens []text.Token, first, last int) bool {
	for i := first; i < first+4 && i+1 < last; i++ {
		if tokens[i].Lower == "of" && tokens[i+1].Lower == "them" {
			return true
		}
	}
	return false
}

// relativeSubject finds the people before the "who" of a clause that tells
// another harm: "three students who were held by soldiers [are missing]".
func (r *reader) relativeSubject(i int) bool {
	for k := i - 1; k > r.first && k > i-24; k-- {
		switch r.word(k) {
		case ",", ";":
			return false
		case "who":
			n := r.phraseAt(k - 1)
			if n < 0 || !r.phrases[n].person || r.phrases[n].pronoun || !r.harmed(k+1, i) {
				return false
			}
			r.group = append(r.group[:0], member{phrase: n})
			return true
		}
		if r.tag(k).Finite() && r.phraseAt(k) < 0 && !r.isAux(k) && !r.harm(k).Any {
			return false
		}
	}
	return false
}

// wounds reports "in the leg" behind a participle of shooting at token i.
func (r *reader) wounds(i int) bool {
	if r.word(i) != "in" {
		return false
	}
	j := i + 1
	if w := r.word(j); w == "the" || w == "his" || w == "her" || w == "their" || w == "both" {
		j++
	}
	if w := r.word(j); w == "left" || w == "right" || w == "upper" || w == "lower" {
		j++
	}
	return limbs[r.word(j)] && r.tag(j) != pos.VB
}
