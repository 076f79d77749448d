package entities

import (
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// maxWorkKinds is how many words may say what a work is for: "nuclear power plant".
const maxWorkKinds = 2

// work lengthens a name by the small word for the building or works that it
// names: "Tarmin prison", "the al-Rashidin mosque". "A Nairobi hospital" and "the
// Nairobi hospital" are no names.
func (r *reader) work(n ner.Name) (ner.Name, bool) {
	if !r.cased || r.doc.Tokens[n.Last-1].Lower == "'s" {
		return n, false
	}
	if n.Type == ner.Fac {
		cut := workKinds[r.small(n.Last-1)] && works[r.small(n.Last)]
		n.Last++
		return n, cut
	}
	k := n.Last
	for k-n.Last < maxWorkKinds && workKinds[r.small(k)] {
		k++
	}
	if !works[r.small(k)] && (k == n.Last || !plants[r.small(k)]) || r.doc.Tokens[k].Is(text.LineBefore) {
		return n, false
	}
	c := r.classes(n.First, n.Last)
	before := r.lower(n.First - 1)
	switch {
	case c.Has(gazetteer.Country) || c.Has(gazetteer.Nationality) || n.First == r.s.First && c == 0:
		return n, false
	case unnamed[before] || n.First > 0 && r.doc.Tokens[n.First-1].Kind == text.Number:
		return n, false
	case c.Any(gazetteer.Places) || n.Type == ner.Person || n.Type == ner.Org:
		if kind := r.doc.Paragraphs[r.s.Paragraph].Kind; kind == text.Headline || r.s.Title || before == "the" && !alwaysNamed[r.lower(k)] {
			return n, false
		}
	}
	n.Last, n.Type = k+1, ner.Fac
	return n, true
}

// capitalWork does the same in capitals: "THE SAN JOSE DE ANCON SCHOOL". There the
// word for the building must close the sentence's phrase: no letter tells whether
// it is part of a longer name.
func (r *reader) capitalWork(n ner.Name) (ner.Name, bool) {
	k := n.Last
	if last := r.lower(k - 1); r.s.Upper && n.Type == ner.Org && n.Last-n.First > 1 && (schools[last] || roads[last]) {
		n.Type = ner.Fac
		return n, true
	}
	if !r.s.Upper || n.Type == ner.Fac || n.Type == ner.Org && !r.doc.Tokens[n.First].Is(text.AllCaps) || r.lower(n.First-1) != "the" ||
		k >= r.s.Last || !works[r.lower(k)] && !schools[r.lower(k)] && !roads[r.lower(k)] && r.lower(k) != "cemetery" {
		return n, false
	}
	if n.Last-n.First == 1 && r.classes(n.First, n.Last).Any(gazetteer.Places) && !alwaysNamed[r.lower(k)] || r.classes(n.First, n.Last).Any(gazetteer.Organizations|gazetteer.Nationality.Set()|gazetteer.Country.Set()) {
		return n, false
	}
	n.Last, n.Type = k+1, ner.Fac
	return n, true
}

// road makes roads and buildings of names that close with the word for one, and
// takes the side of the town along: "Harmon Avenue", "52nd Street South".
func (r *reader) road(n ner.Name) (ner.Name, bool) {
	if n.Type == ner.Fac || n.Last-n.First < 2 || !r.cased {
		return n, false
	}
	k := n.Last - 1
	if sides[r.lower(k)] && k-1 > n.First {
		k--
	}
	if !roads[r.lower(k)] || r.lower(n.First) == "the" {
		return n, false
	}
	n.Type = ner.Fac
	return n, true
}

// numbered finds streets and highways by number: "West 14th Street",
// "Interstate 40", "I-35".
func (r *reader) numbered(i int) (ner.Name, bool) {
	k := i
	for k < r.s.Last && k-i < 2 && (sides[r.lower(k)] || roadOwners[r.lower(k)]) && r.capital(k) {
		k++
	}
	fac := func(end int) (ner.Name, bool) { return ner.Name{First: i, Last: end, Type: ner.Fac}, true }
	if k >= r.s.Last {
		return ner.Name{}, false
	}
	t := &r.doc.Tokens[k]
	switch {
	case ordinal(t.Lower) && streets[r.lower(k+1)] && r.capital(k+1):
		if sides[r.lower(k+2)] && r.capital(k+2) {
			return fac(k + 3)
		}
		return fac(k + 2)
	case numberedRoads[t.Lower] && startsName(t) && k+1 < r.s.Last && r.doc.Tokens[k+1].Kind == text.Number:
		return fac(k + 2)
	case len(t.Text) > 2 && (t.Text[:2] == "I-" || t.Text[:2] == "A-" || t.Text[:2] == "M-") && digits(t.Text[2:]):
		return fac(k + 1)
	}
	return ner.Name{}, false
}

// ordinal reports "14th".
func ordinal(w string) bool {
	if len(w) < 3 || !digits(w[:len(w)-2]) {
		return false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// brought makes a hospital of the institution that the wounded are taken to, and
// places of schools where somebody works or was: "airlifted to AIIMS Bhopal", "a
// lecturer at Lund University, said".
func (r *reader) brought(n ner.Name) (ner.Name, bool) {
	if n.Type != ner.Org || !r.cased {
		return n, false
	}
	n.Type = ner.Fac
	k := n.First - 1
	if r.lower(k) == "the" {
		k--
	}
	school := schools[r.lower(n.Last-1)] || r.lower(n.First) == "university"
	switch r.lower(k) {
	case "to":
		return n, takenTo[r.lower(k-1)] || school && r.told()
	case "at", "outside", "near", "inside", "from", "of", "in", "into":
		return n, school && r.told()
	}
	return n, false
}

// manyReports is how many verbs of speech tell news from a life or a textbook, in
// which schools are organizations.
const manyReports = 2

// told reports that somebody tells the sentence, or the text at large.
func (r *reader) told() bool {
	if r.look(); r.speaks {
		return true
	}
	if !r.counted {
		r.counted = true
		for j := range r.doc.Tokens {
			if reports[r.doc.Tokens[j].Lower] {
				r.reported++
			}
		}
	}
	return r.reported >= manyReports
}
