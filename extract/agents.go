package extract

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/pos"
)

// byAgent looks for "by rebels" behind the trigger and gives it to the claims
// of this trigger.
func (r *reader) byAgent(first, last int) {
	limit := min(r.last, last+26)
	for i := last; i < limit; i++ {
		w := r.word(i)
		if w == "." || w == ";" || i > last && (w == "who" || w == "which" || w == "when" || w == "while") {
			return
		}
		if i > last+1 && r.harm(i).Verb.Frame != 0 && !r.tag(i).Noun() && r.phraseAt(i) < 0 {
			// another verb of harm: its own agent, unless it shares this one
			if r.word(i+1) != "by" {
				continue
			}
		}
		if w == "by" || w == "from" && r.word(i-1) == "fire" || w == "of" && r.word(i-1) == "hands" {
			if r.timeAt(i+1) >= 0 {
				continue
			}
			k := r.phraseFrom(i + 1)
			if k < 0 {
				continue
			}
			if !r.agent(k) {
				return
			}
			r.setAgent(first, k)
			return
		}
	}
}

// setAgent gives the phrase as perpetrator to the claims of a trigger.
func (r *reader) setAgent(trigger, k int) {
	if r.isVictim(k) {
		return
	}
	p := &r.phrases[k]
	for n := len(r.found) - 1; n >= r.begin; n-- {
		f := &r.found[n]
		if f.trigger[0] == trigger && f.agent[1] == 0 {
			f.agent, f.agentP = [2]int{p.first, p.end}, p.pronoun
		}
	}
}

// subjectAgent finds the subject of an active verb of harm.
func (r *reader) subjectAgent(i, left int, v voice) {
	end := r.subjectEnd(left)
	if v == gerund {
		// The subject of the verb before: "jets hit a village, killing ten".
		k := i - 1
		for ; k >= r.first && k > i-50; k-- {
			g := r.tag(k)
			if (g == pos.VBD || g == pos.VBP || g == pos.VBZ || g == pos.VBN) && r.phraseAt(k) < 0 && !r.reporting(k) && r.word(k-1) != "and" {
				if w := r.word(r.before(k)); w == "who" || w == "which" || (w == "that" || w == "where") && r.phraseAt(k-1) < 0 {
					continue // "a van carrying guards who were on patrol, killing five"
				}
				break
			}
		}
		if k < r.first || k <= i-50 {
			end = i
		} else {
			if r.isAux(r.before(k)) && r.tag(k) == pos.VBN { // passive: "a car was hit, killing two"
				return
			}
			end = r.subjectEnd(k)
		}
	}
	// "and wounded 30": the subject of the verb before.
	for n := 0; n < 3; n++ {
		if w := r.word(end - 1); w == "and" || w == "," || w == "but" {
			k := -1
			for j := end - 2; j >= r.first && j > end-30; j-- {
				if g := r.tag(j); (g == pos.VBD || g == pos.VBZ || g == pos.VBP || g == pos.VBN || r.harm(j).Verb.Past) && r.phraseAt(j) < 0 && !r.reporting(j) {
					k = j
					break
				}
			}
			if k < 0 {
				break
			}
			end = r.subjectEnd(k)
			continue
		}
		break
	}
	for k := end - 1; k >= r.first && k > end-20; k-- {
		if clashWords[r.word(k)] && r.word(k+1) == "between" {
			return // either side may have killed them
		}
	}
	r.ahead(end)
	if n := len(r.group); n > 0 && r.speaker(&r.phrases[r.group[n-1].phrase]) {
		for k := r.begin; k < len(r.found); k++ {
			if f := &r.found[k]; f.trigger[0] == i {
				f.agentIt = true // whoever speaks
			}
		}
		return
	}
	for _, m := range r.group {
		if r.agent(m.phrase) {
			r.setAgent(i, m.phrase)
			return
		}
	}
	if len(r.group) == 0 {
		if k := r.phraseAt(end - 1); k >= 0 && r.agent(k) {
			r.setAgent(i, k)
		}
	}
}

// speaker reports a pronoun for whoever speaks: "police said they [arrested]",
// "it [killed]".
func (r *reader) speaker(p *phrase) bool {
	if !p.pronoun {
		return false
	}
	switch r.word(p.first) {
	case "it":
		return true
	case "they", "he", "she":
		b := p.first - 1
		if r.word(b) == "that" {
			b--
		}
		return r.reporting(b) && r.tag(b).Verb()
	}
	return false
}

// maxDescription is the most tokens that a description of a doer or a place
// has; longer stretches are lists of keywords.
const maxDescription = 9

// isVictim reports that a phrase is counted by a claim of the sentence.
func (r *reader) isVictim(k int) bool {
	p := &r.phrases[k]
	for n := r.begin; n < len(r.found); n++ {
		f := &r.found[n]
		if f.first < p.last && p.first < f.last || f.victims[0] < p.last && p.first < f.victims[1] && f.victims[0] >= r.first {
			return true
		}
	}
	return false
}

// agent reports that a phrase can be a perpetrator: people, or something that
// names a side.
func (r *reader) agent(k int) bool {
	p := &r.phrases[k]
	if p.pronoun {
		return r.word(p.first) == "they" || r.word(p.first) == "we"
	}
	if p.head < 0 || p.qty >= 0 && r.quantities[p.qty].Exact(0) || p.last-p.first > maxDescription {
		return false
	}
	if p.class == Child {
		return false
	}
	if p.person && !r.tables.Attack[r.word(p.head)] {
		return true
	}
	w := r.word(p.head)
	if doerNouns[w] {
		return true
	}
	if d := r.word(p.first); p.det == possessive && (d == "its" || d == "their") && r.tables.Machine[w] {
		return true // "its aircraft"
	}
	if r.tables.Accident[w] && !r.tables.Attack[w] {
		return false
	}
	if p.mention >= 0 && r.ents.Mentions[p.mention].Type.IsPlace() && (prepositions[r.word(p.first-1)] && r.word(p.first-1) != "by" || r.ents.Mentions[p.mention].Type != entities.GPE) {
		return false // "rockets fired from Syria", "a blast at Lahore park"
	}
	return r.sided(p.first, p.end)
}

// sided reports that a stretch names a side: an organization, a nationality, a
// country, or a word for a party.
func (r *reader) sided(first, last int) bool {
	for i := first; i < last; i++ {
		if m := r.mentionAt(i); m >= 0 {
			switch r.ents.Mentions[m].Type {
			case entities.Org, entities.Norp, entities.Person:
				return true
			case entities.GPE:
				// "U.S. airstrikes", "Syria air raid"; "an attack in Syria" is not
				if i == first || !prepositions[r.word(r.ents.Mentions[m].First-1)] && r.word(r.ents.Mentions[m].First-1) != "of" {
					return true
				}
			}
		}
		if sideWords[r.word(i)] {
			return true
		}
	}
	return false
}
