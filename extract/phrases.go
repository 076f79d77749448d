package extract

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/quantity"
	"github.com/dateline-go/dateline/internal/text"
)

// determiner is what opens a noun phrase.
type determiner uint8

const (
	bare       determiner = iota
	indefinite            // a, an, another
	definite              // the, this, those
	possessive            // his, the mayor's
	negative              // any
)

// phrase is a noun phrase at the tokens [first, last); end includes the
// phrases that "of" joins to it.
type phrase struct {
	first, last, end int
	core             int // first token behind determiner and quantity
	head             int // last noun, -1 if the phrase is a bare quantity
	qty              int // index into the reader's quantities, -1 for none
	det              determiner
	plural           bool
	person           bool // a noun or name for people
	class            VictimClass
	name             bool // the head is a proper noun
	mention          int  // the mention that covers the head, -1 for none
	pronoun          bool
	other            bool // "others", "another two", "five more"
	partitive        bool // "four of them", "two of whom"
	ofOne            bool // "one of the leaders"
	shared           bool // one number for two nouns: "13 women and children"
	antecedent       int  // one more than the index of the phrase that "whom" stands for, 0 if unknown
	whole            int  // index of a second quantity: "four of the six men", -1 for none
	modifier         int  // a participle of harm before the noun ("ten wounded men"), -1 for none
}

// ofWhole reports "18 of our people".
func (p *phrase) ofWhole() bool { return p.qty >= 0 && p.person && !p.partitive && p.core > p.first+2 }

// word is the lower-case token at i, empty outside the sentence.
func (r *reader) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

func (r *reader) tag(i int) pos.Tag {
	if i < r.first || i >= r.last {
		return pos.None
	}
	return r.doc.Tokens[i].Tag
}

// harm is what the tables say of the token at i.
func (r *reader) harm(i int) *lexicon.Harm {
	if i < r.first || i >= r.last {
		return &noHarm
	}
	if k := r.harms[i-r.first]; k >= 0 {
		return &r.harmList[k]
	}
	return &noHarm
}

var noHarm lexicon.Harm

// chunk finds the noun phrases of the sentence.
func (r *reader) chunk() {
	r.phrases = r.phrases[:0]
	r.at = grow(r.at, r.last-r.first)
	for i := range r.at {
		r.at[i] = -1
	}
	for i := r.first; i < r.last; {
		if t := r.timeAt(i); t >= 0 {
			i = r.times[t].Last
			continue
		}
		p, ok := r.phrase(i)
		if !ok || p.last <= i {
			i++
			continue
		}
		for k := p.first; k < p.last; k++ {
			r.at[k-r.first] = int32(len(r.phrases))
		}
		r.phrases = append(r.phrases, p)
		i = p.last
		if n := len(r.phrases); n > 1 && r.sharesNoun(&r.phrases[n-2], &r.phrases[n-1]) {
			q := &r.phrases[n-2]
			for k := q.last; k < p.last; k++ {
				r.at[k-r.first] = int32(n - 2)
			}
			p.first, p.core, p.qty, p.det, p.other, p.plural = q.first, q.core, q.qty, q.det, q.other, p.plural || q.plural
			r.phrases[n-2] = p
			r.phrases = r.phrases[:n-1]
		}
	}
	// "of" joins phrases from right to left, so that "members of the council
	// of the town" is one.
	for k := len(r.phrases) - 1; k >= 0; k-- {
		p := &r.phrases[k]
		p.end = p.last
		// One number for both: "13 women and children".
		if k+1 < len(r.phrases) && p.qty >= 0 && p.head >= 0 && p.person && p.plural && !p.partitive && r.phrases[k+1].first == p.last+1 && r.word(p.last) == "and" {
			if q := &r.phrases[k+1]; q.qty < 0 && q.det == bare && !q.other && q.plural && q.person && !q.name && q.modifier < 0 && !q.pronoun {
				p.end = q.end
				p.shared = true
				continue
			}
		}
		if p.head < 0 || p.pronoun {
			continue
		}
		if w := r.word(p.last); w == "of" && k+1 < len(r.phrases) && r.phrases[k+1].first == p.last+1 && r.phrases[k+1].end-p.first < 24 {
			p.end = r.phrases[k+1].end
			if p.qty < 0 && (p.det == indefinite || r.word(p.head) == "family") && r.groupNoun(p.head) && r.phrases[k+1].qty >= 0 && r.phrases[k+1].det == bare {
				p.qty, p.plural = r.phrases[k+1].qty, true // "a family of six"
			}
			if r.groupNoun(p.head) && r.phrases[k+1].person {
				p.person = true
				if p.class == UnknownVictim || p.class == Civilian {
					p.class = r.phrases[k+1].class
				}
			}
		}
	}
}

// campAhead reports "displaced persons camp", which says nothing of who was
// displaced.
func (r *reader) campAhead(i int) bool {
	if r.word(i) != "displaced" {
		return false
	}
	switch r.word(i + 1) {
	case "persons", "people", "families":
		w := r.word(i + 2)
		return placeNouns[w] || w == "camps" || w == "shelters" || w == "sites"
	}
	return false
}

// sharesNoun reports two phrases of one noun: "Syrian or Russian warplanes",
// "70 army and rebel fighters".
func (r *reader) sharesNoun(a, b *phrase) bool {
	if w := r.word(a.last); w != "and" && w != "or" || b.first != a.last+1 || a.head < 0 || a.pronoun || a.partitive || b.head < 0 || b.qty >= 0 || b.det != bare || b.other || b.pronoun || b.modifier >= 0 {
		return false
	}
	if a.mention >= 0 && b.last-b.first > 1 && r.ents.Mentions[a.mention].Type == entities.Norp && !strings.HasSuffix(r.word(a.head), "s") {
		m := r.mentionAt(b.first)
		return m >= 0 && r.ents.Mentions[m].Type == entities.Norp && r.ents.Mentions[m].Last <= b.head
	}
	return a.qty >= 0 && a.plural && !a.person && b.person && b.plural && b.first < b.head && r.tag(a.head) == pos.NN && sideWords[r.word(a.head)]
}

// groupNoun reports "members of", "a group of", "a family of".
func (r *reader) groupNoun(i int) bool {
	return groupNouns[r.word(i)]
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// quantityAt is the index of the quantity of people that begins at i, or -1.
func (r *reader) quantityAt(i int) int {
	if i < r.first || i >= r.last {
		return -1
	}
	if k := r.qtyAt[i-r.first]; k >= 0 && r.quantities[k].First == i && r.quantities[k].Kind == quantity.Count {
		return int(k)
	}
	return -1
}

// timeAt is the index of the time expression that begins at i, or -1.
func (r *reader) timeAt(i int) int {
	if i < r.first || i >= r.last {
		return -1
	}
	if k := r.timesAt[i-r.first]; k >= 0 && r.times[k].First == i {
		return int(k)
	}
	return -1
}

// aside skips "(figure as received)" between a number and its noun.
func (r *reader) aside(i int) int {
	if r.word(i) != "(" {
		return i
	}
	for j := i + 1; j < i+6 && j < r.last; j++ {
		if r.qtyAt[j-r.first] >= 0 {
			break
		}
		if w := r.word(j + 1); r.word(j) == ")" && (w == "other" || w == "others" || w == "more" || r.isPeople(j+1)) {
			return j + 1
		}
	}
	return i
}

// inTime reports a token inside a time expression.
func (r *reader) inTime(i int) bool {
	return i >= r.first && i < r.last && r.timesAt[i-r.first] >= 0
}

// phrase reads the noun phrase that begins at token i.
func (r *reader) phrase(i int) (phrase, bool) {
	p := phrase{first: i, last: i, core: i, head: -1, qty: -1, mention: -1, modifier: -1, whole: -1}
	j := i
	tok := r.doc.Tokens
	if q := r.quantityAt(j); q < 0 {
		switch w := r.word(j); w {
		case "all", "both", "half":
			if w == "all" || r.tag(j) == pos.PDT || r.tag(j) == pos.DT {
				j++
				if w == "all" && r.word(j) == "of" {
					j++
				}
			}
		case "each", "every":
			return p, false
		}
	}
	if q := r.quantityAt(j); q < 0 {
		switch w := r.word(j); {
		case w == "a" || w == "an" || w == "another":
			p.det = indefinite
			p.other = w == "another"
			j++
		case w == "the" || w == "this" || w == "that" && r.tag(j) != pos.IN && r.tag(j) != pos.WDT || w == "these" || w == "those":
			p.det = definite
			j++
		case r.tag(j) == pos.PRPS || w == "his" || w == "her" && r.nounAhead(j+1) || w == "their" || w == "its" || w == "our" || w == "my":
			p.det = possessive
			j++
		case w == "any":
			p.det = negative
			j++
		case w == "us" && (r.mentionAt(j) >= 0 || tok[j].Text == "US" && (!r.doc.Sentences[r.sentence].Upper || r.isPeople(j+1))):
			// the country
		case r.tag(j) == pos.PRP || w == "he" || w == "she" || w == "they" || w == "them" || w == "him" || w == "her" || w == "himself" || w == "herself" || w == "themselves" || w == "us" || w == "we" || w == "it" || w == "i" || w == "me":
			p.pronoun, p.head, p.last, p.person = true, j, j+1, w != "it"
			p.plural = w == "they" || w == "them" || w == "themselves" || w == "we" || w == "us"
			return p, true
		}
	}
	if p.det == indefinite && ordinals[r.word(j)] && r.word(j+1) != "of" && !r.nounAhead(j+1) {
		// "[two were killed and] a third wounded"
		p.other, p.last, p.core = true, j+1, j+1
		return p, true
	}
	for k := 0; k < 2; k++ { // "the other", "another two more"
		if w := r.word(j); (w == "other" || w == "more" || w == "additional" || w == "further") && (p.det != bare || j > i) {
			p.other = true
			j++
		}
	}
	if q := r.quantityAt(j); q >= 0 {
		p.qty = q
		j = r.quantities[q].Last
		p.plural = r.quantities[q].Plural()
		j = r.aside(j)
		for {
			w := r.word(j)
			if w == "more" || w == "other" || w == "others" && r.word(j+1) != "of" || w == "additional" || w == "further" || w == "new" && p.other {
				p.other = true
				if w == "others" {
					p.last, p.head, p.core, p.person = j+1, j, j, true
					return p, true
				}
				j++
				continue
			}
			break
		}
		if r.word(j) == "of" {
			k := j + 1
			switch w := r.word(k); {
			case w == "them" || w == "whom" || w == "which" || w == "these" && !r.nounAhead(k+1) || w == "those" && !r.nounAhead(k+1):
				p.partitive, p.person, p.core, p.last = true, true, k, k+1
				return p, true
			case w == "the" || w == "his" || w == "her" || w == "their" || w == "our" || w == "its" || w == "those" || w == "these" || r.quantities[p.qty].Vague || r.quantityAt(k) >= 0:
				inner, ok := r.phrase(k)
				if ok && !inner.pronoun && inner.head >= 0 {
					inner.first = i
					if inner.qty >= 0 {
						inner.core = max(inner.core, r.quantities[inner.qty].Last)
						inner.whole = inner.qty
					}
					inner.ofOne = r.quantities[p.qty].Exact(1)
					inner.qty, inner.det, inner.other = p.qty, bare, p.other
					inner.plural = p.plural
					return inner, true
				}
			}
		}
	}
	if p.qty >= 0 && j < r.last && tok[j].Kind == text.Quote && r.nounAhead(j+1) {
		j++ // "killed 50 “infidels”"
	}
	p.core = j
	// Adjectives, participles and nouns; a name is one piece.
	nouns := 0
words:
	for j < r.last {
		if t := r.timeAt(j); t >= 0 && j > p.core-1 && !(j == p.core && p.qty >= 0 && r.tag(r.times[t].Last).Noun()) {
			break
		}
		if m := r.mentionAt(j); m >= 0 {
			mm := &r.ents.Mentions[m]
			if nouns > 0 && mm.First == j && r.doc.Tokens[j].Tag.Verb() {
				break
			}
			nouns++
			// A long stretch may end within a name.
			p.head, p.mention, p.name = min(mm.Last, r.last)-1, m, mm.Type != entities.Norp
			j = max(p.head, j) + 1
			p.last = j
			if j < r.last && tok[j].Tag == pos.POS || r.word(j) == "'s" || r.word(j) == "'" && r.tag(j) == pos.POS {
				if r.actAhead(j + 1) {
					break
				}
				if p.qty < 0 {
					p.det = possessive
				}
				p.name, p.mention = false, -1
				j++
				if q := r.quantityAt(j); q >= 0 && p.qty < 0 {
					p.qty = q
					j = r.quantities[q].Last
					p.core = j
					p.plural = r.quantities[q].Plural()
				}
			}
			continue
		}
		t := &tok[j]
		if t.Kind == text.Punct || t.Kind == text.Quote || t.Kind == text.Symbol || t.Kind == text.Other {
			if t.Tag == pos.POS || t.Lower == "'" && nouns > 0 && t.Tag == pos.POS {
				if r.actAhead(j + 1) {
					break
				}
				j++
				p.det = possessive
				continue
			}
			break
		}
		if t.Tag == pos.POS || t.Lower == "'s" && nouns > 0 && t.Tag != pos.VBZ {
			if nouns == 0 || r.actAhead(j+1) {
				break
			}
			if p.qty < 0 {
				p.det = possessive
			}
			j++
			continue
		}
		if q := r.quantityAt(j); q >= 0 && nouns > 0 && p.qty < 0 && r.quantities[q].Vague {
			break // "crash leaves dozens dead"
		}
		if r.campAhead(j) {
			nouns++
			p.head, p.last, p.name, p.mention = j+2, j+3, false, -1
			j += 3
			continue
		}
		h := r.harm(j)
		if h.Any && (h.Verb.Frame != lexicon.NoFrame || h.State.Outcome != "") && h.Captive.Outcome == "" && h.Act.Outcome == "" {
			strong := t.Tag == pos.NN || t.Tag == pos.NNS || t.Tag == pos.NNP
			soft := h.Verb.Frame == lexicon.HarmFrameWeak || h.Verb.Frame == lexicon.HarmFrameHold || h.Verb.Frame == lexicon.HarmFrameFlee
			if nouns == 0 && t.Tag == pos.NN && h.Verb.Base && h.Other.Frame == lexicon.HarmFrameSelf && r.countBefore(&p, j) {
				break // "at least 27 drown"
			}
			if !(strong && soft) {
				if nouns > 0 || p.modifier >= 0 {
					break
				}
				// "ten wounded men", "the dead soldiers"
				if (p.qty >= 0 || p.det != bare) && (h.State.Outcome != "" || h.Verb.Participle) && r.peopleAhead(j+1) && !(t.Lower == "killed" && p.det != definite) && (r.doc.Tokens[j].Tag != pos.VBD || h.State.Outcome != "" || p.det == definite && p.qty >= 0) {
					p.modifier = j
					j++
					p.core = j
					continue
				}
				if k := j + 1; (p.qty >= 0) && h.State.Outcome != "" && (r.word(k) == "and" || r.word(k) == "or") && r.harm(k+1).State.Outcome != "" && r.peopleAhead(k+2) {
					p.modifier = j // "several dead and wounded civilians"
					j = k + 2
					p.core = j
					continue
				}
				break
			}
		}
		if h.Verb.Frame == lexicon.HarmFrameObject && h.Verb.Base && r.quantityAt(j+1) >= 0 && (nouns == 0 && j == i || nouns > 0 && r.endsPeople(r.word(j-1))) {
			break // "troops rescue 338 captives"
		}
		if t.Tag == pos.VBG && nouns > 0 && r.tables.Attack[t.Lower] {
			p.head, p.last, p.name, p.mention = j, j+1, false, -1
			j++
			continue // "a suicide bombing"
		}
		if h.Any && h.Verb.Gerund && t.Lower != "killing" && nouns == 0 {
			break
		}
		switch g := t.Tag; {
		case g.Noun():
			nouns++
			p.head, p.last = j, j+1
			p.name = g.Proper()
			p.mention = -1
			j++
			if r.endsPeople(t.Lower) && r.tag(j) != pos.POS && (!r.isPeople(j) || r.harm(j).Captive.Outcome != "" && r.tag(j) != pos.NNS) && r.word(j) != "'s" && r.word(j) != "'" {
				break words // "ten children Lebanese television reported"
			}
			continue
		case g.Adjective() || g == pos.CD && r.quantityAt(j) < 0:
			if nouns > 0 && !r.nounAhead(j+1) {
				break
			}
			if _, ok := r.tables.People[t.Lower]; ok && !r.nounAhead(j+1) { // "ten injured locals"
				nouns++
				p.head, p.last, p.name = j, j+1, false
			}
			j++
			continue
		case (g == pos.VBN || g == pos.VBG) && nouns == 0 && r.nounAhead(j+1) && (p.det != bare || p.qty >= 0 || g == pos.VBN && j == i && r.word(j-1) != "and" && !r.isAux(j-1)):
			j++
			continue
		case (g == pos.RBS || g == pos.RBR) && nouns == 0 && j == p.core && (r.tag(j+1).Adjective() || r.tag(j+1) == pos.VBN):
			j++
			continue
		case g == pos.RB && nouns == 0 && (r.tag(j+1).Adjective() || r.tag(j+1) == pos.VBN) && r.nounAhead(j+2) && (p.det != bare || p.qty >= 0):
			j++
			continue
		}
		if h, ok := r.tables.People[t.Lower]; ok && (!t.Tag.Finite() || h.Plural && t.Tag == pos.VBZ || r.harm(j+1).Verb.Participle) {
			nouns++
			p.head, p.last, p.name = j, j+1, false
			j++
			continue
		}
		break
	}
	// "wounded 50 State media reported": who reports is not who is counted.
	if p.qty >= 0 && p.head >= 0 && p.det == bare && p.first == r.quantities[p.qty].First && sourceNouns[r.word(p.head)] {
		p.head, p.name, p.mention = -1, false, -1
	}
	if p.head < 0 && p.qty < 0 && j > i && p.det != bare && strings.HasSuffix(r.word(j-1), "-year-old") {
		p.head, p.last, p.person = j-1, j, true // "including a 17-year-old"
		return p, true
	}
	if p.head < 0 {
		if p.qty < 0 && !p.other {
			return p, false
		}
		if p.qty >= 0 {
			p.last = r.quantities[p.qty].Last
			if w := r.word(p.last); w == "more" || w == "other" {
				p.last++
			}
		} else {
			p.last = i + 1
		}
		p.core = p.last
		return p, p.last > i
	}
	r.describe(&p)
	return p, true
}

// countBefore reports a bare plural number right before token j, in the phrase
// at hand or as the phrase before it.
func (r *reader) countBefore(p *phrase, j int) bool {
	if n := len(r.phrases); p.qty < 0 && j == p.first && n > 0 && r.phrases[n-1].last == j && r.phrases[n-1].head < 0 {
		p = &r.phrases[n-1]
	}
	return p.qty >= 0 && r.quantities[p.qty].Plural()
}

// endsPeople reports a plural noun for people, with which a phrase ends.
func (r *reader) endsPeople(w string) bool {
	h, ok := r.tables.People[w]
	return ok && h.Plural && (w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women" || w == "children" || strings.HasSuffix(w, "men"))
}

func (r *reader) isPeople(i int) bool {
	_, ok := r.tables.People[r.word(i)]
	return ok
}

// describe tells whether a phrase names people, how many and which.
func (r *reader) describe(p *phrase) {
	w := r.word(p.head)
	if h, ok := r.tables.People[w]; ok && (p.mention < 0 || !p.name) {
		p.person, p.class = true, VictimClass(h.Class)
		p.plural = p.plural || h.Plural
		p.name = false
		if p.class == Civilian || p.class == Police {
			r.refine(p)
		}
		return
	}
	if strings.Contains(w, "-") {
		if k := strings.LastIndexByte(w, '-'); k > 0 {
			if h, ok := r.tables.People[w[k+1:]]; ok {
				p.person, p.class, p.plural = true, VictimClass(h.Class), p.plural || h.Plural
				return
			}
		}
	}
	if p.mention >= 0 {
		switch r.ents.Mentions[p.mention].Type {
		case entities.Person:
			p.person = true
			return
		case entities.Norp:
			p.person = true
			p.plural = p.plural || strings.HasSuffix(w, "s")
			return
		}
	}
	p.plural = p.plural || r.tag(p.head) == pos.NNS || r.tag(p.head) == pos.NNPS
	if n := len(w); n > 5 && p.mention < 0 && r.tag(p.head) == pos.NN && w[n-3:] == "man" && w != "german" && w != "caiman" {
		p.person = true // "the knifeman"
		return
	}
	if p.mention < 0 && r.tag(p.head) == pos.NNS && doerNoun(w) && r.living(w) && !r.harm(p.head).Any {
		p.person = true // "rustlers": a trade that no table has
		return
	}
	if h := r.harm(p.head); h.Captive.Outcome != "" || h.Tally.Outcome != "" {
		p.person = h.Captive.Outcome != "" || w == "victims" || w == "victim" || w == "martyrs" || w == "martyr"
		p.plural = p.plural || h.Tally.Plural || h.Captive.Plural
	}
}

// living reports a word that no table has for a thing, an animal or an event.
func (r *reader) living(w string) bool {
	return !r.tables.Trap["objects"][w] && !r.tables.Trap["things"][w] && !r.tables.Trap["animals"][w] && !r.tables.Attack[w] && !r.tables.Accident[w]
}

// refine tells soldiers and policemen among the words that can be either.
func (r *reader) refine(p *phrase) {
	for k := p.core; k < p.head; k++ {
		switch r.word(k) {
		case "army", "military", "rebel", "militia", "guerrilla", "naval", "marine":
			p.class = Combatant
		case "police":
			p.class = Police
		case "aid", "relief", "medical", "humanitarian", "rescue":
			p.class = AidWorker
		case "media":
			p.class = Journalist
		case "government":
			p.class = Official
		}
	}
}

// mentionAt is the mention that begins at or covers token i, or -1.
func (r *reader) mentionAt(i int) int {
	if i < r.first || i >= r.last {
		return -1
	}
	return int(r.mentions[i-r.first])
}

// nounAhead reports a noun within the next three tokens, adjectives between.
func (r *reader) nounAhead(i int) bool {
	for k := i; k < i+3 && k < r.last; k++ {
		if r.inTime(k) {
			return false
		}
		switch g := r.tag(k); {
		case g.Noun():
			return true
		case g.Adjective() || g == pos.VBN || g == pos.CD || g == pos.VBG:
		default:
			return false
		}
	}
	return false
}

// peopleAhead is nounAhead for nouns that name people, or a name.
func (r *reader) peopleAhead(i int) bool {
	for k := i; k < i+4 && k < r.last; k++ {
		if r.inTime(k) {
			return false
		}
		w := r.word(k)
		if _, ok := r.tables.People[w]; ok {
			return true
		}
		if m := r.mentionAt(k); m >= 0 && (r.ents.Mentions[m].Type == entities.Person || r.ents.Mentions[m].Type == entities.Norp) {
			return true
		}
		if g := r.tag(k); !g.Noun() && !g.Adjective() || r.harm(k).Verb.Frame != lexicon.NoFrame {
			return false
		}
	}
	return false
}

// actAhead reports that the noun of a possessor is an act of harm: "'s death".
func (r *reader) actAhead(i int) bool {
	for k := i; k < i+3 && k < r.last; k++ {
		if r.harm(k).Act.Outcome != "" {
			return true
		}
		if !r.tag(k).Adjective() && r.tag(k) != pos.VBG {
			return false
		}
	}
	return false
}

// phraseAt is the index of the phrase that covers token i, or -1.
func (r *reader) phraseAt(i int) int {
	if i < r.first || i >= r.last {
		return -1
	}
	return int(r.at[i-r.first])
}

// phraseFrom is the index of the phrase that begins at i, or -1.
func (r *reader) phraseFrom(i int) int {
	if k := r.phraseAt(i); k >= 0 && r.phrases[k].first == i {
		return k
	}
	return -1
}

func (r *reader) isAux(i int) bool { return beForms[r.word(i)] || haveForms[r.word(i)] }
