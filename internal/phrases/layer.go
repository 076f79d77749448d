package phrases

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// NP is a base noun phrase: determiner, numbers, adjectives, nouns, possessives
// and a name behind a title, up to its head.
type NP struct {
	First, Last int // tokens, half open
	Head        int // token of the last noun, the pronoun or the number
	Kind        Kind
	Time        bool // says when: "Monday", "last week"
}

// Kind is what a noun phrase's head is.
type Kind uint8

const (
	Common  Kind = iota // the soldiers
	Proper              // Ali Hassan, police chief Ali Hassan
	Pronoun             // he, who, this
	Number              // 12 (were killed)
)

// VG is a verb group: auxiliaries, negation, adverbs between, and main verb.
type VG struct {
	First, Last int  // tokens, half open
	Main        int  // token of the main verb
	Finite      bool // carries a clause: tensed, or led by a modal
	Passive     bool // "was killed", and a bare participle: "killed in Mosul"
	Negated     bool
	Modal       bool // will, would, may; "has to", "is to"
	Infinitive  bool // "to kill"
	Perfect     bool // "has killed"
	Auxiliary   bool // the main verb is a form of be or have alone: "is a farmer"
}

// Layer holds a document's phrases in text order. It is immutable and may be
// shared between goroutines.
type Layer struct {
	NPs []NP
	VGs []VG

	doc    *text.Document
	npAt   []int32 // by token: the noun phrase that holds it, -1 for none
	vgAt   []int32
	tokens []text.Token
}

// Read finds the phrases of a tagged document.
func Read(doc *text.Document) *Layer {
	n := len(doc.Tokens)
	at := make([]int32, 2*n)
	for i := range at {
		at[i] = -1
	}
	l := &Layer{doc: doc, tokens: doc.Tokens, npAt: at[:n:n], vgAt: at[n:], NPs: make([]NP, 0, n/4+1), VGs: make([]VG, 0, n/8+1)}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for k := s.First; k < s.Last; {
			if np, ok := l.nounPhrase(k, s.Last); ok {
				for j := np.First; j < np.Last; j++ {
					l.npAt[j] = int32(len(l.NPs))
				}
				l.NPs = append(l.NPs, np)
				k = np.Last
				continue
			}
			if vg, ok := l.verbGroup(k, s.Last); ok {
				for j := vg.First; j < vg.Last; j++ {
					l.vgAt[j] = int32(len(l.VGs))
				}
				l.VGs = append(l.VGs, vg)
				k = vg.Last
				continue
			}
			k++
		}
	}
	return l
}

// NPAt is the noun phrase that holds token i.
func (l *Layer) NPAt(i int) int {
	if i < 0 || i >= len(l.npAt) {
		return -1
	}
	return int(l.npAt[i])
}

// VGAt is the verb group that holds token i.
func (l *Layer) VGAt(i int) int {
	if i < 0 || i >= len(l.vgAt) {
		return -1
	}
	return int(l.vgAt[i])
}

func (l *Layer) class(i int) class { return classOf(l.tokens[i].Lower) }

// nounPhrase reads the base noun phrase that begins at i.
func (l *Layer) nounPhrase(i, last int) (NP, bool) {
	t := &l.tokens[i]
	switch {
	case t.Tag == pos.PRP || t.Tag == pos.WP || t.Tag == pos.EX:
		return NP{First: i, Last: i + 1, Head: i, Kind: Pronoun}, true
	case t.Tag == pos.WDT && i > 0 && l.class(i)&relative != 0:
		return NP{First: i, Last: i + 1, Head: i, Kind: Pronoun}, true
	}
	j, ok := l.opening(i, last)
	if !ok {
		return NP{}, false
	}
	head, number, determiner := -1, -1, -1
	for ; j < last; j++ {
		t := &l.tokens[j]
		switch t.Tag {
		case pos.NN, pos.NNS, pos.NNP, pos.NNPS:
			if head >= 0 && l.startsTime(j) && !l.opensTime(i, j) {
				goto done
			}
			head = j
			if l.class(j)&weekday != 0 && (j+1 >= last || l.tokens[j+1].Tag != pos.POS && l.class(j+1)&dayPart == 0) {
				j++
				goto done
			}
		case pos.CD:
			if head >= 0 && !l.tokens[head].Tag.Proper() && !l.tokens[head].Is(text.Capital) {
				goto done // "last week 12 people"
			}
			number = j
		case pos.JJ, pos.JJR, pos.JJS:
			if head >= 0 && !l.nounFollows(j+1, last) {
				goto done // "the men responsible"
			}
		case pos.POS:
			if head < 0 || j+1 >= last || !l.continuesAfterPossessive(j+1, last) {
				if head >= 0 {
					j++
				}
				goto done
			}
		case pos.DT, pos.PDT, pos.PRPS, pos.WPS:
			if head >= 0 || number >= 0 || determiner >= 0 && t.Tag != pos.DT && t.Tag != pos.PRPS {
				goto done
			}
			determiner = j
		case pos.VBN, pos.VBG, pos.VBD:
			// A participle before a noun is part of its phrase behind a
			// determiner, a possessive, a number or an adjective. Taggers take
			// it for a past tense at times; behind a determiner it is none.
			if t.Tag == pos.VBD && determiner < 0 {
				goto done
			}
			if j == i || head >= 0 && l.tokens[j-1].Tag != pos.POS || !l.nounFollows(j+1, last) || t.Tag == pos.VBG && number == j-1 {
				goto done
			}
		case pos.RB, pos.RBR, pos.RBS:
			// "a very large force", "about 40 men"
			if head >= 0 || j+1 >= last || !(l.tokens[j+1].Tag.Adjective() || l.tokens[j+1].Tag == pos.CD || l.tokens[j+1].Tag == pos.VBN && l.nounFollows(j+2, last)) || t.Lower == "not" || t.Lower == "n't" {
				goto done
			}
		case pos.CC:
			// "political and military leaders"
			if head >= 0 || j == i || j+1 >= last || !l.tokens[j-1].Tag.Adjective() || !l.tokens[j+1].Tag.Adjective() || !l.nounFollows(j+2, last) {
				goto done
			}
		case pos.Dollar:
			if head >= 0 {
				goto done
			}
		default:
			goto done
		}
	}
done:
	np := NP{First: i, Last: j, Head: head}
	switch {
	case head >= 0:
		if l.tokens[head].Tag.Proper() {
			np.Kind = Proper
		}
		np.Time = l.class(head)&timeWord != 0 && !(l.tokens[head].Tag == pos.MD)
	case number >= 0:
		np.Head, np.Kind, np.Last = number, Number, number+1
	case determiner >= 0 && l.class(determiner)&pron != 0:
		np.Head, np.Kind, np.Last = determiner, Pronoun, determiner+1
	case l.class(i)&pron != 0 && l.tokens[i].Tag != pos.IN:
		np.Head, np.Kind, np.Last = i, Pronoun, i+1 // "several were killed"
	case determiner >= 0 && j > determiner+1:
		// "the wounded", "the dead": tagged as adjective or participle.
		np.Head = j - 1
	case determiner >= 0 && j < last && l.tokens[j].Tag == pos.VBN && j == determiner+1:
		np.Head, np.Last = j, j+1
	default:
		return NP{}, false
	}
	return np, true
}

// opening reads what may stand before the first word of a noun phrase that a
// quantity belongs to ("at least", "more than", "up to", "as many as", "about")
// and reports whether a noun phrase can begin.
func (l *Layer) opening(i, last int) (int, bool) {
	t := &l.tokens[i]
	next := func(k int, w string) bool { return i+k < last && l.tokens[i+k].Lower == w }
	number := func(k int) bool { return i+k < last && l.tokens[i+k].Tag == pos.CD }
	switch t.Lower {
	case "at":
		if (next(1, "least") || next(1, "most")) && number(2) {
			return i + 2, true
		}
	case "more", "less", "fewer":
		if next(1, "than") && number(2) {
			return i + 2, true
		}
	case "up":
		if next(1, "to") && number(2) {
			return i + 2, true
		}
	case "as":
		if (next(1, "many") || next(1, "few")) && next(2, "as") && number(3) {
			return i + 3, true
		}
	}
	switch t.Tag {
	case pos.NN, pos.NNS, pos.NNP, pos.NNPS, pos.CD, pos.DT, pos.PDT, pos.PRPS, pos.WPS, pos.Dollar:
		return i, true
	case pos.JJ, pos.JJR, pos.JJS:
		return i, l.nounFollows(i+1, last) || l.class(i)&pron != 0
	case pos.VBN, pos.VBG:
		return i, false
	case pos.RB, pos.IN, pos.RBR:
		if l.class(i)&around != 0 && number(1) {
			return i + 1, true
		}
	}
	return i, false
}

// nounFollows reports a noun at k, perhaps behind adjectives and numbers.
func (l *Layer) nounFollows(k, last int) bool {
	for end := min(last, k+6); k < end; k++ {
		switch tag := l.tokens[k].Tag; {
		case tag.Noun():
			return true
		case tag.Adjective() || tag == pos.CD || tag == pos.VBN || tag == pos.VBG || tag == pos.CC && k > 0 && l.tokens[k-1].Tag.Adjective():
		default:
			return false
		}
	}
	return false
}

func (l *Layer) continuesAfterPossessive(k, last int) bool {
	tag := l.tokens[k].Tag
	return tag.Noun() || tag.Adjective() || tag == pos.CD || (tag == pos.VBN || tag == pos.VBG || tag == pos.RB || tag == pos.RBS) && l.nounFollows(k+1, last)
}

// startsTime reports a weekday, which does not continue a noun phrase: "told
// Reuters Monday".
func (l *Layer) startsTime(j int) bool {
	return l.class(j)&weekday != 0
}

// opensTime reports that all before j only leads up to a day: "late Monday".
func (l *Layer) opensTime(i, j int) bool {
	for k := i; k < j; k++ {
		if l.tokens[k].Tag.Noun() && l.class(k)&timeWord == 0 {
			return false
		}
	}
	return true
}

// maxGroup bounds a verb group.
const maxGroup = 12

// verbGroup reads the verb group that begins at i.
func (l *Layer) verbGroup(i, last int) (VG, bool) {
	vg := VG{First: i, Main: -1}
	j := i
	if l.tokens[i].Tag == pos.TO {
		k := l.skipAdverbs(i+1, last)
		if k >= last || l.tokens[k].Tag != pos.VB {
			return vg, false
		}
		vg.Infinitive, j = true, k
	}
	if tag := l.tokens[j].Tag; !tag.Verb() && tag != pos.MD {
		return vg, false
	}
	aux := class(0) // the auxiliary just read
	for end := min(last, i+maxGroup); j < end; {
		t := &l.tokens[j]
		c := l.class(j)
		if c&negation != 0 {
			vg.Negated = true
		}
		vg.Main = j
		switch {
		case t.Tag == pos.MD:
			vg.Modal, vg.Finite, aux = true, true, do
		default:
			if t.Tag.Finite() && !vg.Infinitive && !vg.Modal {
				vg.Finite = true
			}
			if aux&have != 0 {
				vg.Perfect = true
			}
			if t.Tag == pos.VBN && (aux&(be|get) != 0 || vg.First == j && !vg.Finite) {
				vg.Passive = true
			}
			aux = c & (be | have | do | get)
		}
		// What follows belongs to the group if the verb just read is an auxiliary.
		if aux == 0 {
			j++
			break
		}
		k := l.skipAdverbs(j+1, last)
		if k < last && l.tokens[k].Tag == pos.TO && aux&(be|have) != 0 {
			if m := l.skipAdverbs(k+1, last); m < last && l.tokens[m].Tag == pos.VB { // "is to be", "has to"
				l.noteNegation(&vg, j+1, m)
				vg.Modal, aux = true, do
				j = m
				continue
			}
		}
		if k >= last || !l.follows(aux, t.Tag == pos.MD || vg.Main == j && aux == do, k) {
			j++
			// A negation at the end still belongs: "he is not", "did n't".
			for j < last && (l.tokens[j].Lower == "n't" || l.tokens[j].Lower == "not") {
				vg.Negated = true
				j++
			}
			break
		}
		l.noteNegation(&vg, j+1, k)
		j = k
	}
	vg.Last = max(j, vg.Main+1)
	vg.Auxiliary = l.class(vg.Main)&(be|have) != 0
	// "never said", "no longer said": an adverb right before.
	if i > 0 && i > l.doc.SentenceOf(i).First && (l.tokens[i-1].Lower == "never" || l.tokens[i-1].Lower == "not") {
		vg.Negated = true
	}
	return vg, true
}

// follows reports that the verb at k goes on after an auxiliary.
func (l *Layer) follows(aux class, base bool, k int) bool {
	tag := l.tokens[k].Tag
	switch {
	case base:
		return tag == pos.VB || tag == pos.VBP
	case aux&have != 0 && aux&be == 0:
		return tag == pos.VBN || tag == pos.VBD
	case aux&(be|get|have) != 0:
		return tag == pos.VBN || tag == pos.VBG || tag == pos.VBD
	}
	return tag == pos.VB
}

func (l *Layer) noteNegation(vg *VG, from, to int) {
	for k := from; k < to; k++ {
		if l.class(k)&negation != 0 {
			vg.Negated = true
		}
	}
}

// skipAdverbs goes over up to four adverbs.
func (l *Layer) skipAdverbs(k, last int) int {
	for n := 0; n < 4 && k < last; n++ {
		if tag := l.tokens[k].Tag; tag != pos.RB && tag != pos.RBR && tag != pos.RBS {
			break
		}
		k++
	}
	return k
}
