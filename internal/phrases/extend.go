package phrases

import (
	"github.com/dateline-go/dateline/internal/pos"
)

// Attach says what [Layer.Extend] ties to a noun phrase.
type Attach uint8

const (
	Of           Attach = 1 << iota // "of" phrases: "a spokesman of the army"
	Places                          // "in Mosul", "at the hospital", "from Erbil"
	Others                          // other prepositional phrases but times: "with knowledge of the plan"
	Coordination                    // "the army and the police", "Mosul, Erbil and Duhok"
	Apposition                      // "Ali Hassan, a farmer", up to the next comma
	Relative                        // "who asked not to be named", up to the next comma

	Prepositional = Of | Places | Others
	All           = Prepositional | Coordination | Apposition | Relative
)

// Bounds of what may be tied to a noun phrase, in phrases and tokens.
const (
	maxAttached = 8
	maxClause   = 30
)

// Extend is the token range of noun phrase np with what belongs to it on the
// right.
func (l *Layer) Extend(np int, with Attach) (first, last int) {
	p := &l.NPs[np]
	end := l.doc.SentenceOf(p.First).Last
	last = p.Last
	for range maxAttached {
		next := l.attachOne(np, last, end, with)
		if next == last {
			break
		}
		last = next
	}
	return p.First, last
}

func (l *Layer) attachOne(np, at, end int, with Attach) int {
	if at >= end {
		return at
	}
	t := &l.tokens[at]
	switch {
	case t.Tag == pos.IN || t.Tag == pos.TO:
		c := l.class(at)
		if c&attach == 0 || at+1 >= end || t.Lower == "by" && l.participleBefore(at) {
			return at
		}
		need := Others
		if t.Lower == "of" {
			need = Of
		} else if c&place != 0 {
			need = Places
		}
		q := l.NPAt(at + 1)
		if with&need == 0 || q < 0 || l.NPs[q].First != at+1 || l.NPs[q].Time && t.Lower != "of" {
			return at
		}
		return l.NPs[q].Last
	case t.Tag == pos.CC && (t.Lower == "and" || t.Lower == "or" || t.Lower == "&"):
		if with&Coordination == 0 {
			return at
		}
		q := l.NPAt(at + 1)
		if q < 0 || l.NPs[q].First != at+1 || l.NPs[q].Time || l.beginsClause(q) && l.governed(np) {
			return at
		}
		return l.NPs[q].Last
	case t.Tag == pos.Comma:
		if with&Coordination != 0 {
			if next := l.list(at, end); next > at && !l.leftOut(np, next) {
				return next
			}
		}
		if with&Apposition != 0 {
			if next := l.apposition(at, end); next > at {
				return next
			}
		}
		if with&Relative != 0 && at+1 < end && l.isRelative(at+1) {
			return l.clauseEnd(at+2, end)
		}
	case with&Relative != 0 && l.isRelative(at):
		return l.clauseEnd(at+1, end)
	}
	return at
}

// isRelative reports a relative pronoun at i.
func (l *Layer) isRelative(i int) bool {
	tag := l.tokens[i].Tag
	return l.class(i)&relative != 0 && (tag == pos.WP || tag == pos.WPS || tag == pos.WDT || tag == pos.WRB)
}

// clauseEnd is the end of the relative clause whose first verb is found from i.
func (l *Layer) clauseEnd(i, end int) int {
	verb := false
	k := i
	for stop := min(end, i+maxClause); k < stop; k++ {
		tag := l.tokens[k].Tag
		if tag == pos.Comma || tag == pos.Period || tag == pos.Colon || tag == pos.QuoteOpen || tag == pos.Close {
			break
		}
		if g := l.VGAt(k); g >= 0 && l.VGs[g].First == k && l.VGs[g].Finite {
			if verb {
				break // the main clause's verb
			}
			verb = true
		}
	}
	return k
}

// governed reports that a noun phrase stands behind a verb or preposition, so
// that it is no subject.
func (l *Layer) governed(np int) bool {
	i := l.NPs[np].First - 1
	if i < l.doc.SentenceOf(l.NPs[np].First).First {
		return false
	}
	return l.VGAt(i) >= 0 || l.tokens[i].Tag == pos.IN || l.tokens[i].Tag == pos.TO
}

// leftOut reports that a list up to token last would take in the subject of
// the verb that follows, while np is governed.
func (l *Layer) leftOut(np, last int) bool {
	q := l.NPAt(last - 1)
	return q >= 0 && l.beginsClause(q) && l.governed(np)
}

// beginsClause reports that a finite verb follows the noun phrase, or the
// prepositional phrases tied to it.
func (l *Layer) beginsClause(np int) bool {
	_, last := l.extendPlain(np)
	end := l.doc.SentenceOf(l.NPs[np].First).Last
	k := l.skipAdverbs(last, end)
	if k >= end {
		return false
	}
	g := l.VGAt(k)
	return g >= 0 && l.VGs[g].Finite
}

// extendPlain ties prepositional phrases alone.
func (l *Layer) extendPlain(np int) (int, int) { return l.Extend(np, Prepositional) }

// participleBefore reports that the verb group before i makes a following "by"
// its agent.
func (l *Layer) participleBefore(i int) bool {
	g := l.VGAt(i - 1)
	return g >= 0 && l.VGs[g].Passive
}

// list is the end of ", B and C" or ", B, C and D" from the comma at i, or i.
func (l *Layer) list(i, end int) int {
	k := i
	for n := 0; n < maxAttached && k < end && l.tokens[k].Tag == pos.Comma; n++ {
		if k+1 < end && l.tokens[k+1].Tag == pos.CC && n > 0 { // "B, and C"
			k++
			break
		}
		q := l.NPAt(k + 1)
		if q < 0 || l.NPs[q].First != k+1 || l.NPs[q].Time || l.NPs[q].Kind == Pronoun {
			return i
		}
		_, k = l.Extend(q, Of|Places)
	}
	if k >= end || l.tokens[k].Tag != pos.CC || l.tokens[k].Lower == "but" {
		return i
	}
	q := l.NPAt(k + 1)
	if q < 0 || l.NPs[q].First != k+1 || l.NPs[q].Time || l.NPs[q].Kind == Pronoun {
		return i
	}
	return l.NPs[q].Last
}

// apposition is the end of an apposition that opens at the comma i and is
// closed by another comma or the sentence's end, or i.
func (l *Layer) apposition(i, end int) int {
	q := l.NPAt(i + 1)
	if q < 0 || l.NPs[q].First != i+1 || l.NPs[q].Time || l.NPs[q].Kind == Pronoun {
		return i
	}
	_, last := l.Extend(q, Prepositional|Relative)
	if last < end {
		switch tag := l.tokens[last].Tag; tag {
		case pos.Comma, pos.Period, pos.Colon, pos.Close:
		default:
			return i
		}
	}
	return last
}
