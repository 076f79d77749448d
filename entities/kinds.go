package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// kinds gives names the ends and types that the words around them tell for sure:
// "the village of Darun" is a place, "Tarmin prison" a building. It also finds what
// the model passed over there.
func kinds(doc *text.Document, names []ner.Name, set *gazetteer.Set) []ner.Name {
	r := reader{doc: doc, names: names, set: set, plain: doc.Upper || ner.Lower(doc) || ner.TitleCased(doc)}
	r.datelineNames()
	for i := 0; i < len(doc.Tokens); {
		i = max(i+1, r.read(i))
	}
	return slices.DeleteFunc(r.samePlaces(prefer(r.found, names)), func(n ner.Name) bool {
		return n.Last-n.First == 1 && noNames[doc.Tokens[n.First].Lower] && n.Type != ner.GPE
	})
}

// samePlaces makes places of the other mentions of what is said to be one, unless
// it is also a person's last name or says something.
func (r *reader) samePlaces(names []ner.Name) []ner.Name {
	if len(r.strong) == 0 {
		return names
	}
	for _, n := range names {
		speaks := n.Last < len(r.doc.Tokens) && reports[r.doc.Tokens[n.Last].Lower]
		if k := n.Last - 1; n.Type == ner.Person && n.Last-n.First > 1 {
			delete(r.strong, hashOf(r.doc, k, n.Last))
		} else if speaks && n.Type != ner.GPE {
			delete(r.strong, hashOf(r.doc, n.First, n.Last))
		}
	}
	for i := range names {
		if n := &names[i]; (n.Type == ner.Person || n.Type == ner.Org) && r.strong[hashOf(r.doc, n.First, n.Last)] {
			n.Type = ner.GPE
		}
	}
	return names
}

// reader goes once through a document's tokens.
type reader struct {
	doc   *text.Document
	names []ner.Name // in text order
	set   *gazetteer.Set
	plain bool // case tells nothing
	next  int  // the first name that ends behind the token being read
	found []ner.Name
	s     *text.Sentence
	cased bool // case tells something in s

	strong map[gazetteer.Hash]bool // places by what stands before them, "village of"

	looked *text.Sentence // the sentence of which the next two tell
	comma  bool           // it has one
	speaks bool           // it has a verb of speech

	counted  bool
	reported int // verbs of speech in the text, once counted
}

// read reads the token i and returns the first one that is not read yet.
func (r *reader) read(i int) int {
	for r.next < len(r.names) && r.names[r.next].Last <= i {
		r.next++
	}
	r.s = r.doc.SentenceOf(i)
	r.cased = !r.plain && !r.s.Upper
	if end := r.settlements(i); end > i {
		return end
	}
	if f, ok := r.spelled(i); ok {
		r.add(f)
		return f.Last
	}
	if f, ok := r.storm(i); ok {
		r.add(f)
		return f.Last
	}
	if r.next < len(r.names) && r.names[r.next].First == i {
		n := r.names[r.next]
		if k := r.sidesWith(n); k > 0 {
			side := ner.Name{First: n.First, Last: k, Type: ner.GPE}
			if r.classes(n.First, k).Has(gazetteer.Nationality) {
				side.Type = ner.Norp
			}
			r.add(side)
			n.First = k
			r.add(n)
			return n.Last
		}
		if f, ok := r.named(n); ok {
			r.add(f)
			return f.Last
		}
		return n.Last
	}
	if r.next < len(r.names) && r.names[r.next].First < i {
		return i + 1
	}
	if !r.cased {
		f, ok := r.capitals(i)
		if ok {
			r.add(f)
		}
		return f.Last
	}
	if f, ok := r.passedOver(i); ok {
		r.add(f)
		return f.Last
	}
	return i + 1
}

func (r *reader) add(n ner.Name) {
	n.Prob = 0
	if k := len(r.found); k > 0 && r.found[k-1].Last > n.First {
		return
	}
	r.found = append(r.found, n)
}

// addStrong adds a place that other mentions are to follow.
func (r *reader) addStrong(n ner.Name) {
	r.add(n)
	if r.strong == nil {
		r.strong = map[gazetteer.Hash]bool{}
	}
	r.strong[hashOf(r.doc, n.First, n.Last)] = true
}

// named looks at a name that the model found.
func (r *reader) named(n ner.Name) (ner.Name, bool) {
	if (n.Type == ner.Org || n.Type == ner.Person) && r.sited(n) {
		n.Type = ner.GPE
		r.addStrong(n)
		return n, true
	}
	if n.Type == ner.Person {
		if f, ok := r.given(n); ok {
			return f, true
		}
	}
	for _, rule := range [...]func(*reader, ner.Name) (ner.Name, bool){
		(*reader).body, (*reader).office, (*reader).capitalWork, (*reader).work, (*reader).road, (*reader).brought, (*reader).district, (*reader).nature, (*reader).placeWord, (*reader).company,
	} {
		if n.Type == ner.Norp {
			return r.people(n)
		}
		if n.Type == ner.Event {
			break
		}
		if n.Type == ner.Org && n.Last-n.First > 1 && r.classes(n.First, n.Last)&(gazetteer.Nationality.Set()|gazetteer.Organizations) == gazetteer.Nationality.Set() {
			n.Type = ner.Norp
			return n, true
		}
		if f, ok := rule(r, n); ok {
			return f, true
		}
	}
	return n, false
}

// passedOver looks at a token in no name.
func (r *reader) passedOver(i int) (ner.Name, bool) {
	if t := &r.doc.Tokens[i]; t.Kind == text.Word && t.Text[0] >= 'a' && t.Text[0] <= 'z' && !t.Is(text.HasHyphen) {
		return ner.Name{}, false // most words
	} else if t.Lower == "the" {
		return ner.Name{}, false
	}
	for _, rule := range [...]func(*reader, int) (ner.Name, bool){
		(*reader).ministry, (*reader).state, (*reader).letters, (*reader).force, (*reader).numbered,
	} {
		if f, ok := rule(r, i); ok {
			return f, true
		}
	}
	if end := r.run(i); end > i && !r.s.Title {
		n := ner.Name{First: i, Last: end, Type: ner.GPE}
		if f, ok := r.officeOf(i, end); ok {
			return f, true
		}
		if r.sited(n) {
			r.addStrong(n)
			return n, true
		}
		if f, ok := r.work(n); ok {
			return f, true
		}
		if f, ok := r.road(n); ok {
			return f, true
		}
		if i > r.s.First && settlementOf[r.small(end)] && whereWords[r.lower(i-1)] {
			return n, true
		}
		if end-i > 1 && (natureHeads[r.lower(end-1)] || natureStarts[r.lower(i)]) {
			n.Type = ner.Loc
			return n, true
		}
		if i > r.s.First {
			return r.nature(n)
		}
	}
	return ner.Name{}, false
}

// lower is the token in small letters, "" outside the sentence.
func (r *reader) lower(i int) string {
	if i < r.s.First || i >= r.s.Last {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

// small is the token if it is printed in small letters, else "".
func (r *reader) small(i int) string {
	if i < r.s.First || i >= r.s.Last || nameWord(&r.doc.Tokens[i]) {
		return ""
	}
	return r.doc.Tokens[i].Lower
}

// capital reports a capitalised word of the sentence.
func (r *reader) capital(i int) bool {
	return i >= r.s.First && i < r.s.Last && nameWord(&r.doc.Tokens[i])
}

// nameWord reports a capitalised word, also behind an Arab article: "al-Rashid".
func nameWord(t *text.Token) bool {
	if startsName(t) {
		return true
	}
	_, rest, ok := strings.Cut(t.Text, "-")
	return ok && particles[t.Lower[:len(t.Lower)-len(rest)]] && rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
}

// maxRun bounds the words of a run.
const maxRun = 5

// run is where the capitalised words from i on end, small particles between them
// included; i if there are none. Names that begin within it end it.
func (r *reader) run(i int) int {
	limit := min(r.s.Last, i+maxRun)
	if r.next < len(r.names) && r.names[r.next].First >= i {
		limit = min(limit, r.names[r.next].First)
	}
	end := i
	for k := i; k < limit; k++ {
		if k > i && r.doc.Tokens[k].Is(text.LineBefore) {
			break
		}
		if nameWord(&r.doc.Tokens[k]) {
			end = k + 1
		} else if k == i || !particles[r.doc.Tokens[k].Lower] {
			break
		}
	}
	return end
}

func (r *reader) classes(first, last int) gazetteer.Classes {
	c, _, _ := r.set.Find(hashOf(r.doc, first, last))
	return c
}

// maxSettlements bounds the places behind one "villages of".
const maxSettlements = 8

// settlements reads "village of X", and "villages of X, Y and Z". It returns
// where the last place ends, or i.
func (r *reader) settlements(i int) int {
	if r.lower(i+1) != "of" || r.cased && r.capital(i) {
		return i
	}
	many := settlementsOf[r.lower(i)]
	if !many && !settlementOf[r.lower(i)] {
		return i
	}
	var list []ner.Name
	whole, last := 0, false // how many are read once "and" has come
	for j := i + 2; len(list) < maxSettlements; {
		end := r.place(j)
		if end == j {
			break
		}
		list = append(list, ner.Name{First: j, Last: end, Type: ner.GPE})
		if len(list) == 1 || last {
			whole = len(list)
		}
		j = end
		comma := r.lower(j) == ","
		if comma {
			j++
		}
		and := r.lower(j) == "and"
		if and {
			j++
		}
		if last || !many || !comma && !and {
			break
		}
		last = and
	}
	for _, n := range list[:whole] {
		r.addStrong(n)
		i = n.Last
	}
	return i
}

// look looks through the sentence, once.
func (r *reader) look() {
	if r.looked == r.s {
		return
	}
	r.looked, r.comma, r.speaks = r.s, false, false
	for i := r.s.First; i < r.s.Last; i++ {
		t := &r.doc.Tokens[i]
		r.comma = r.comma || t.Text == ","
		r.speaks = r.speaks || reports[t.Lower]
	}
}

// people takes the side of the continent along: "Central American". Such names
// are listed.
func (r *reader) people(n ner.Name) (ner.Name, bool) {
	k := n.First - 1
	if k < r.s.First || r.doc.Tokens[k].Kind != text.Word || r.cased && !r.capital(k) || len(r.found) > 0 && r.found[len(r.found)-1].Last > k ||
		r.next > 0 && r.names[r.next-1].Last > k || !r.classes(k, n.Last).Has(gazetteer.Nationality) {
		return n, false
	}
	n.First = k
	return n, true
}

// given takes along the given name that begins the sentence before a family name
// alone, where it could be any word: "Grace Mwangi said".
func (r *reader) given(n ner.Name) (ner.Name, bool) {
	k := n.First - 1
	if !r.cased || k != r.s.First || n.Last-n.First > 1 || !startsName(&r.doc.Tokens[k]) || !r.doc.Tokens[k].Tag.Noun() ||
		len(r.found) > 0 && r.found[len(r.found)-1].Last > k || r.next > 0 && r.names[r.next-1].Last > k || !r.classes(k, n.First).Has(gazetteer.Given) {
		return n, false
	}
	n.First = k
	return n, true
}

// place is where the place's name that begins at i ends, or i.
func (r *reader) place(i int) int {
	k := r.next
	for k < len(r.names) && r.names[k].Last <= i {
		k++
	}
	if k < len(r.names) && r.names[k].First <= i {
		n := &r.names[k]
		if n.First < i || n.Type == ner.Loc || n.Type == ner.Fac || n.Type == ner.Norp {
			return i
		}
		if _, headed := ner.TypeOfHead(r.doc.Tokens[n.Last-1].Lower); headed {
			return i
		}
		return n.Last
	}
	if r.s.Title {
		return i
	}
	if r.cased {
		return r.run(i)
	}
	end := i
	for j := i; j < min(r.s.Last, i+maxRun); j++ {
		t := &r.doc.Tokens[j]
		if t.Kind != text.Word || k < len(r.names) && j >= r.names[k].First {
			break
		}
		if particles[t.Lower] {
			continue
		}
		if r.classes(j, j+1).Has(gazetteer.CommonWord) || divisions[t.Lower] || smallWord(t.Lower) {
			break
		}
		end = j + 1
	}
	return end
}

// smallWord reports a word of the grammar, which no name begins or ends with.
func smallWord(w string) bool { return notRole[w] || grammarWords[w] }

// district joins the two words of a district that were taken for two places:
// "Tehra Sonwal district". It leaves texts that lost their commas alone. It cuts
// the kind from a place: "Manica Province".
func (r *reader) district(n ner.Name) (ner.Name, bool) {
	if !r.cased {
		return n, false
	}
	if n.Type != ner.GPE {
		_, headed := ner.TypeOfHead(r.lower(n.Last - 1))
		ok := settlementOf[r.small(n.Last)] && r.small(n.Last) != "community" && r.small(n.Last+1) != "hall" && !headed && !r.doc.Tokens[n.Last-1].Is(text.AllCaps) &&
			(n.Type == ner.Org || n.Type == ner.Person) && !r.classes(n.First, n.Last).Any(gazetteer.Organizations) && r.lower(n.First-1) != "the"
		n.Type = ner.GPE
		return n, ok
	}
	if k := n.First + 1; k == n.Last && placeStarts[r.lower(n.First)] && r.capital(k) && (r.next+1 >= len(r.names) || r.names[r.next+1].First > k) {
		n.Last++
		return n, true
	}
	if k := n.Last - 1; k > n.First && divisions[r.lower(k)] && r.classes(n.First, k)&gazetteer.CommonWord.Set() == 0 && r.classes(n.First, k).Any(gazetteer.Places) {
		n.Last--
		return n, true
	}
	k := r.next + 1
	if k >= len(r.names) || r.names[k].First != n.Last || r.names[k].Type != ner.GPE || !divisions[r.small(r.names[k].Last)] || r.classes(n.Last, r.names[k].Last).Has(gazetteer.Country) {
		return n, false
	}
	if r.look(); !r.comma {
		return n, false
	}
	n.Last = r.names[k].Last
	return n, true
}

// nature makes natural places of names beside the word for one: "the Kalung
// river", "the river Limari"; and of listed regions that are nothing else or
// stand behind an article: "the Sahel".
func (r *reader) nature(n ner.Name) (ner.Name, bool) {
	kind := n.Type
	n.Type = ner.Loc
	if !r.cased || kind == ner.Loc || kind == ner.Fac {
		return n, false
	}
	the := r.lower(n.First-1) == "the"
	c := r.classes(n.First, n.Last)
	if kind == ner.GPE && c.Has(gazetteer.Region) && !c.Has(gazetteer.Country) && (the || !c.Any(gazetteer.Places)) {
		return n, true
	}
	if c.Has(gazetteer.Country) || kind == ner.Person && !the {
		return n, false
	}
	if natural[r.small(n.Last)] && (the || kind == ner.GPE) {
		return n, true
	}
	return n, kind != ner.Person && natural[r.small(n.First-1)] && r.lower(n.First-2) == "the"
}

// placeWord makes places of what was taken for a person or an organization, but
// begins like a place and stands where places stand: "in Ras al-Jabal".
func (r *reader) placeWord(n ner.Name) (ner.Name, bool) {
	if n.Type != ner.Person && n.Type != ner.Org || n.Last-n.First < 2 || !placeStarts[r.lower(n.First)] || !whereWords[r.lower(n.First-1)] {
		return n, false
	}
	if _, headed := ner.TypeOfHead(r.lower(n.Last - 1)); headed {
		return n, false
	}
	n.Type = ner.GPE
	return n, true
}

// storm finds storms, which have a name of one word: "Tropical Cyclone Anita".
func (r *reader) storm(i int) (ner.Name, bool) {
	k := i
	if !r.cased || !r.capital(i) {
		return ner.Name{}, false
	}
	if r.lower(k) == "tropical" || r.lower(k) == "super" {
		k++
	}
	return ner.Name{First: i, Last: k + 2, Type: ner.Event}, storms[r.lower(k)] && r.capital(k) && r.capital(k+1) && !r.capital(k+2)
}

// spelled finds the letters that stand before their meaning in brackets: "FMLN
// (Farabundo Marti National Liberation Front)".
func (r *reader) spelled(i int) (ner.Name, bool) {
	t, k := &r.doc.Tokens[i], r.next
	if k < len(r.names) && r.names[k].Last == i+1 && r.names[k].First == i {
		k++
	}
	if !t.Is(text.AllCaps) || r.lower(i+1) != "(" || k >= len(r.names) || len(t.Text) < 3 {
		return ner.Name{}, false
	}
	full := r.names[k]
	return ner.Name{First: i, Last: i + 1, Type: ner.Org}, full.First == i+2 && full.Type == ner.Org && full.Last-full.First > 1 && r.lower(full.Last) == ")"
}

// capitals finds, in a text without case, listed towns behind a preposition and
// forces that are names: "NEAR MEDELLIN", "THE NATIONAL POLICE".
func (r *reader) capitals(i int) (ner.Name, bool) {
	n := ner.Name{First: i, Last: i + 1, Type: ner.GPE}
	if r.s.Upper && r.lower(i-1) == "the" && r.forceAt(i) {
		return ner.Name{First: i, Last: i + 2, Type: ner.Org}, true
	}
	if !insideWords[r.lower(i-1)] || len(r.doc.Tokens[i].Text) < minLowerName || !r.s.Upper {
		return n, false
	}
	limit := r.s.Last
	if r.next < len(r.names) {
		limit = min(limit, r.names[r.next].First)
	}
	m, ok := r.set.Longest(limit-i, func(k int) string { return r.doc.Tokens[i+k].Lower })
	if !ok || !m.Classes.Any(gazetteer.Places) || m.Classes.Has(gazetteer.CommonWord) {
		return n, false
	}
	n.Last = i + m.Len
	return n, true
}

// sited reports a name behind a word that only places have: "in nearby Karabish",
// "rebel-held Karabish", "in eastern Karabish".
func (r *reader) sited(n ner.Name) bool {
	w := r.small(n.First - 1)
	if !sitedWords[w] && !(directions[w] && r.lower(n.First-2) == "in") || !r.cased || r.doc.Tokens[n.First].Is(text.AllCaps) {
		return false
	}
	_, headed := ner.TypeOfHead(r.lower(n.Last - 1))
	return !headed && !r.classes(n.First, n.Last).Any(gazetteer.Organizations)
}

// state finds the short forms of American states behind a place: "Lawton, Okla."
func (r *reader) state(i int) (ner.Name, bool) {
	if w := r.doc.Tokens[i].Lower; r.lower(i-1) != "," || r.next == 0 || !states[w] && !(r.lower(i+1) == "." && statesUndotted[w]) {
		return ner.Name{}, false
	}
	p := r.names[r.next-1]
	return ner.Name{First: i, Last: i + 1, Type: ner.GPE}, p.Last == i-1 && p.Type == ner.GPE && r.capital(i)
}

// datelineNames finds the place and the agency of the dateline where the model
// found nothing: "LIMA, 3 APR 89 (AGENCIA CORDILLERA)".
func (r *reader) datelineNames() {
	first, last := r.doc.Dateline[0], r.doc.Dateline[1]
	free := func(a, b int) bool {
		return !slices.ContainsFunc(r.names, func(n ner.Name) bool { return n.First < b && a < n.Last })
	}
	for i := first; i < last; i++ {
		j := i
		for j < last && r.doc.Tokens[j].Kind == text.Word && startsName(&r.doc.Tokens[j]) && j-i < maxRun {
			j++
		}
		opens := i > first && r.doc.Tokens[i-1].Text == "("
		switch {
		case j == i || j == last || !free(i, j):
		case i == first && r.doc.Tokens[j].Text == "," && r.doc.Tokens[i].Is(text.AllCaps):
			r.add(ner.Name{First: i, Last: j, Type: ner.GPE})
		case opens && r.doc.Tokens[j].Text == ")":
			r.add(ner.Name{First: i, Last: j, Type: ner.Org})
		}
		i = max(i, j-1)
	}
}
