package phrases

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// maxLook is how many tokens a search for a verb's noun phrases goes over.
const maxLook = 60

// Subject is the noun phrase to the left that verb group vg is said of: the
// first of it, which [Layer.Extend] completes. For a bare passive participle
// that is who suffered the action.
func (l *Layer) Subject(vg int) int { return l.subject(vg, 4) }

func (l *Layer) subject(vg, depth int) int {
	g := &l.VGs[vg]
	sent := l.doc.SentenceOf(g.First)
	begin := max(sent.First, g.First-maxLook)
	i := l.skipLeft(g.First-1, begin)
	if i < begin || depth == 0 {
		return -1
	}
	t := &l.tokens[i]
	switch {
	case l.npAt[i] >= 0:
		np := int(l.npAt[i])
		if l.isRelative(l.NPs[np].First) && l.NPs[np].Kind == Pronoun {
			if l.tokens[i].Tag == pos.WP && (i == begin || !l.antecedent(i-1, begin)) {
				return np
			}
			return l.before(i-1, begin)
		}
		if l.NPs[np].Time && i > begin && l.NPs[np].First > begin { // "police Monday said"
			if q := l.before(l.NPs[np].First-1, begin); q >= 0 && l.tokens[l.NPs[np].First-1].Tag != pos.Comma {
				np = q
			}
		}
		if !g.Finite && g.Infinitive {
			return l.owner(vg, begin, depth)
		}
		return l.climb(np, begin)
	case t.Tag == pos.Comma, t.Tag == pos.Close, isDash(t):
		if !g.Finite {
			return l.owner(vg, begin, depth) // "..., killing 12"
		}
		if q := l.acrossInsert(i, begin); q >= 0 {
			return q
		}
		return l.owner(vg, begin, depth) // "arrived, looked and left"
	case t.Tag == pos.CC, t.Lower == "then":
		return l.owner(vg, begin, depth)
	case l.vgAt[i] >= 0: // "helped kill", "were found dead"
		return l.subject(int(l.vgAt[i]), depth-1)
	case t.Tag == pos.WDT || t.Tag == pos.WRB:
		return l.before(i-1, begin)
	}
	if g.Infinitive {
		return l.owner(vg, begin, depth)
	}
	return -1
}

// skipLeft goes left over adverbs and straight quotation marks.
func (l *Layer) skipLeft(i, begin int) int {
	for n := 0; n < 5 && i >= begin; n++ {
		switch l.tokens[i].Tag {
		case pos.RB, pos.RBR, pos.RBS:
		default:
			if l.tokens[i].Kind != text.Quote {
				return i
			}
		}
		i--
	}
	return i
}

func isDash(t *text.Token) bool {
	return t.Kind == text.Punct && (t.Text == "-" || t.Text == "--" || t.Text == "–" || t.Text == "—")
}

// antecedent reports that what ends at i can be what a relative pronoun means.
func (l *Layer) antecedent(i, begin int) bool {
	if i >= begin && (l.tokens[i].Tag == pos.Comma || isDash(&l.tokens[i])) {
		i--
	}
	return i >= begin && l.npAt[i] >= 0
}

// before is the noun phrase that ends at i, perhaps with a comma between,
// climbed to the first it hangs on.
func (l *Layer) before(i, begin int) int {
	if i >= begin && (l.tokens[i].Tag == pos.Comma || isDash(&l.tokens[i])) {
		i--
	}
	if i < begin || l.npAt[i] < 0 {
		return -1
	}
	return l.climb(int(l.npAt[i]), begin)
}

// climb goes from a noun phrase to the one that it hangs on by prepositions and
// coordination: from "Mosul" in "the chief of police in Mosul" to the chief.
func (l *Layer) climb(np, begin int) int {
	for range maxAttached {
		i := l.NPs[np].First - 1
		if i-1 < begin {
			return np
		}
		tag := l.tokens[i].Tag
		up := -1
		switch {
		case tag == pos.IN && l.class(i)&attach != 0 || tag == pos.TO && l.tokens[i].Lower == "to":
			up = l.NPAt(i - 1)
		case tag == pos.CC && l.tokens[i].Lower != "but":
			k := i - 1
			if l.tokens[k].Tag == pos.Comma && k-1 >= begin {
				k--
			}
			up = l.NPAt(k)
			// "killed two men and police said": the verb's object is no
			// fellow of its next subject.
			if up >= 0 && (l.governedDeep(up, begin) || l.NPs[up].Time) {
				up = -1
			}
		case tag == pos.Comma && l.listed(np, begin):
			up = l.NPAt(i - 1)
			if up >= 0 && l.governedDeep(up, begin) {
				up = -1
			}
		}
		if up < 0 || l.NPs[up].Kind == Pronoun && tag != pos.CC {
			return np
		}
		np = up
	}
	return np
}

// listed reports that a noun phrase is an inner member of a list: "A, B and C".
func (l *Layer) listed(np, begin int) bool {
	end := l.doc.SentenceOf(l.NPs[np].First).Last
	_, last := l.Extend(np, Of|Places)
	if last >= end {
		return false
	}
	return l.tokens[last].Tag == pos.CC || l.tokens[last].Tag == pos.Comma && last+1 < end && l.tokens[last+1].Tag == pos.CC
}

// governedDeep reports that a noun phrase, or one it hangs on, is a verb's
// object or stands in a prepositional phrase that hangs on none.
func (l *Layer) governedDeep(np, begin int) bool {
	for range maxAttached {
		i := l.NPs[np].First - 1
		if i < begin {
			return false
		}
		tag := l.tokens[i].Tag
		if l.VGAt(i) >= 0 {
			return true
		}
		if tag != pos.IN && tag != pos.TO {
			return false
		}
		if i-1 < begin || l.NPAt(i-1) < 0 || l.class(i)&attach == 0 {
			return tag == pos.TO || l.class(i)&attach != 0
		}
		np = l.NPAt(i - 1)
	}
	return false
}

// acrossInsert goes from the mark at i, before a verb, to the noun phrase
// before the apposition or relative clause that the mark closes.
func (l *Layer) acrossInsert(i, begin int) int {
	best := -1
	depth := 0
	for k := i - 1; k >= begin; k-- {
		t := &l.tokens[k]
		switch {
		case t.Tag == pos.Close:
			depth++
		case t.Tag == pos.Open:
			if depth--; depth < 0 {
				depth = 0
				if k > begin && l.npAt[k-1] >= 0 {
					return l.climb(int(l.npAt[k-1]), begin)
				}
			}
		case depth > 0:
		case t.Kind == text.Quote && t.Tag != pos.POS, t.Tag == pos.Colon && !isDash(t):
			return best
		case t.Tag == pos.Comma || isDash(t):
			if k == begin {
				return best
			}
			np := l.NPAt(k - 1)
			if np < 0 {
				continue // a comma inside the insert
			}
			if l.finiteBetween(k+1, i) && !l.isRelative(k+1) {
				return best // a clause, not an insert
			}
			up := l.climb(np, begin)
			if l.governedDeep(up, begin) || l.NPs[up].Time {
				if l.isRelative(k + 1) {
					return up // "..., who fled, said" behind an object
				}
				return best
			}
			best = up
		}
	}
	// "In Mosul, police, ... said" never comes here; a single comma behind an
	// opening phrase leaves no subject.
	return best
}

// finiteBetween reports a finite verb group that begins in [i, k).
func (l *Layer) finiteBetween(i, k int) bool {
	for ; i < k; i++ {
		if g := l.VGAt(i); g >= 0 && l.VGs[g].First == i && l.VGs[g].Finite {
			return true
		}
	}
	return false
}

// owner is the subject of the clause that a coordinated or dependent verb
// group belongs to: that of the finite verb group before.
func (l *Layer) owner(vg, begin, depth int) int {
	for g := vg - 1; g >= 0 && vg-g <= 6 && l.VGs[g].First >= begin; g-- {
		if l.VGs[g].Finite {
			return l.subject(g, depth-1)
		}
	}
	return -1
}

// Inverted is the noun phrase right behind a verb group, as the speaker in
// "..., said the chief of police": only where no other subject precedes and
// nothing but adverbs stands between.
func (l *Layer) Inverted(vg int) int {
	g := &l.VGs[vg]
	end := l.doc.SentenceOf(g.First).Last
	k := l.skipAdverbs(g.Last, end)
	if k >= end {
		return -1
	}
	np := l.NPAt(k)
	if np < 0 || l.NPs[np].First != k || l.NPs[np].Time {
		return -1
	}
	if l.beginsClause(np) {
		return -1 // "said police killed": a clause of its own
	}
	return np
}

// Object is the noun phrase right behind an active verb group.
func (l *Layer) Object(vg int) int {
	g := &l.VGs[vg]
	end := l.doc.SentenceOf(g.First).Last
	k := g.Last
	for n := 0; n < 4 && k < end; n++ {
		if tag := l.tokens[k].Tag; tag != pos.RB && tag != pos.RP && tag != pos.RBR {
			break
		}
		k++
	}
	if g.Passive || k >= end {
		return -1
	}
	np := l.NPAt(k)
	if np < 0 || l.NPs[np].Time {
		return -1
	}
	return np
}

// maxAgent is how many tokens behind a passive verb its "by" is looked for.
const maxAgent = 14

// Agent is the noun phrase behind "by" that did what a passive verb group says.
func (l *Layer) Agent(vg int) int {
	g := &l.VGs[vg]
	if !g.Passive {
		return -1
	}
	end := min(l.doc.SentenceOf(g.First).Last, g.Last+maxAgent)
	for k := g.Last; k < end; k++ {
		t := &l.tokens[k]
		if t.Tag == pos.Comma || t.Tag == pos.Period || t.Tag == pos.Colon {
			return -1
		}
		if h := l.VGAt(k); h >= 0 && l.VGs[h].Finite {
			return -1
		}
		if t.Lower == "by" && t.Tag == pos.IN && k+1 < end {
			if np := l.NPAt(k + 1); np >= 0 && !l.NPs[np].Time {
				return np
			}
		}
	}
	return -1
}
