package entities

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// maxAgency is how many small words may stand between a world body and the word
// for its agency.
const maxAgency = 3

// maxPurpose is about how many words say what a committee is for.
const maxPurpose = 12

// body lengthens an organization by the rest of its name: "UN refugee agency",
// "Permanent Committee for the Protection of Child Workers".
func (r *reader) body(n ner.Name) (ner.Name, bool) {
	if n.Type != ner.Org || !r.cased {
		return n, false
	}
	if worldBodies[r.lower(n.Last-1)] || n.Last-n.First == 2 && r.lower(n.Last-1) == "nations" {
		for k := n.Last; k <= n.Last+maxAgency; k++ {
			w := r.small(k)
			if (w == "agency" || w == "office") && k > n.Last {
				n.Last = k + 1
				return n, true
			}
			if w == "" || w != "'s" && w != "and" && !describes(r.doc.Tokens[k].Tag) {
				break
			}
		}
	}
	if end := r.members(n); end > n.Last {
		n.Last = end
		return n, true
	}
	if !committees[r.lower(n.Last-1)] {
		return n, false
	}
	end := n.Last
	for w := r.small(end); end-n.Last < maxPurpose && (w == "for" || end > n.Last && (w == "of" || w == "and")); w = r.small(end) {
		k := end + 1
		if w != "and" && r.lower(k) == "the" {
			k++
		}
		j := k
		for j < r.s.Last && j-k < maxRun && r.capital(j) {
			j++
		}
		if j == k || r.person(k) || w == "and" && r.listedBody(k, j) {
			break
		}
		end = j
	}
	if end == n.Last {
		return n, false
	}
	n.Last = end
	return n, true
}

// members is where the second of the groups ends that a union is of: "Union of
// Nurses and Midwives"; the name's end if there is no such.
func (r *reader) members(n ner.Name) int {
	k := n.Last + 1
	if !committees[r.lower(n.First)] || r.lower(n.First+1) != "of" || !strings.HasSuffix(r.lower(n.Last-1), "s") || r.lower(n.Last) != "and" ||
		!r.capital(k) || !strings.HasSuffix(r.lower(k), "s") || r.capital(k+1) || r.next+1 < len(r.names) && r.names[r.next+1].First == k {
		return n.Last
	}
	return k + 1
}

// sidesWith parts what a body is for or against from the body: "the pro-Beijing
// New Hope Party". It returns where the first name ends, or 0.
func (r *reader) sidesWith(n ner.Name) int {
	k := n.First + 1
	if n.Type != ner.Org || n.Last-n.First < 2 || n.First == r.s.First || r.doc.Tokens[n.First].Is(text.SpaceBefore) ||
		!forOrAgainst[strings.TrimSuffix(r.lower(n.First-1), "-")] || !r.classes(n.First, k).Any(gazetteer.Places|gazetteer.Nationality.Set()) {
		return 0
	}
	return k
}

// describes reports the tags of words that stand before a noun.
func describes(t pos.Tag) bool {
	return strings.HasPrefix(t.String(), "NN") || t.String() == "JJ" || t.String() == "VBG" || t.String() == "VBN"
}

// person reports a person's name that begins at i.
func (r *reader) person(i int) bool {
	for k := r.next; k < len(r.names) && r.names[k].First <= i; k++ {
		if r.names[k].First == i {
			return r.names[k].Type == ner.Person
		}
	}
	return false
}

// listedBody reports a name [first, last) that is an organization by itself.
func (r *reader) listedBody(first, last int) bool {
	if _, headed := ner.TypeOfHead(r.lower(last - 1)); headed || r.doc.Tokens[first].Is(text.AllCaps) {
		return true
	}
	return r.classes(first, last).Any(gazetteer.Organizations | gazetteer.Places)
}

// office cuts the office of a person from an organization: "OCHA Head of
// Office", "Customs Press Secretary".
func (r *reader) office(n ner.Name) (ner.Name, bool) {
	if n.Type != ner.Org || r.s.Upper {
		return n, false
	}
	for k := n.First + 1; k < n.Last; k++ {
		if !posts[r.lower(k)] {
			continue
		}
		if k == n.First+1 && r.doc.Tokens[n.First].Is(text.AllCaps) && !worldBodies[r.lower(n.First)] || r.classes(n.First, k).Any(gazetteer.Organizations) && !r.classes(n.First, n.Last).Any(gazetteer.Organizations) && !worldBodies[r.lower(n.First)] {
			n.Last = k
			return n, true
		}
		break
	}
	return n, false
}

// ministry finds a ministry behind its country: "Lebanon's health ministry".
func (r *reader) ministry(i int) (ner.Name, bool) {
	if r.doc.Tokens[i].Lower != "'s" || r.next == 0 {
		return ner.Name{}, false
	}
	if p := r.names[r.next-1]; p.Last != i || p.Type != ner.GPE {
		return ner.Name{}, false
	}
	k := i + 1
	for k-i <= maxAgency && (portfolios[r.small(k)] || k-i > 1 && (r.small(k) == "and" || r.small(k) == "affairs")) {
		k++
	}
	if k == i+1 || r.small(k) != "ministry" {
		return ner.Name{}, false
	}
	return ner.Name{First: i + 1, Last: k + 1, Type: ner.Org}, true
}

// maxWire is the longest abbreviation of an agency or paper.
const maxWire = 5

// letters finds organizations of few letters by the words around them: "told
// TNX", "TNX Correspondent", "a post on X", and WHO, which is no pronoun in
// capitals.
func (r *reader) letters(i int) (ner.Name, bool) {
	t := &r.doc.Tokens[i]
	org := ner.Name{First: i, Last: i + 1, Type: ner.Org}
	if t.Text == "X" && r.lower(i-1) == "on" {
		for k := i - 2; k >= max(r.s.First, i-5); k-- {
			if published[r.lower(k)] {
				return org, true
			}
		}
		return org, false
	}
	if !t.Is(text.AllCaps) || len(t.Text) > maxWire || t.Kind != text.Word || r.s.Title {
		return org, false
	}
	switch {
	case capitalWords[t.Lower]:
		return org, !r.capital(i - 1)
	case reporters[r.lower(i+1)] && i == r.s.First && r.s.Last-r.s.First <= maxRun:
		return org, true
	case r.lower(i-1) == "told" && !r.capital(i+1):
		return org, true
	}
	return org, false
}

// force finds forces that are names if they are capitalised: "National Police".
func (r *reader) force(i int) (ner.Name, bool) {
	if r.s.Title || !r.capital(i) || !r.capital(i+1) || !r.forceAt(i) || r.capital(i-1) && i-1 > r.s.First && !ner.IsTitle(r.lower(i-1)) {
		return ner.Name{}, false
	}
	return ner.Name{First: i, Last: i + 2, Type: ner.Org}, true
}

// forceAt reports the two words of a force's name at i.
func (r *reader) forceAt(i int) bool {
	return forceStarts[r.lower(i)] && forceNames[r.lower(i)+"-"+r.lower(i+1)]
}

// maxCompany is how many words may stand before "Plc".
const maxCompany = 3

// company takes the words before a company's legal form along: "Halcyon Resources
// Plc".
func (r *reader) company(n ner.Name) (ner.Name, bool) {
	if n.Type != ner.Org || !legalForms[r.lower(n.Last-1)] || !r.cased || r.s.Title {
		return n, false
	}
	first := n.First
	if r.next > 0 && r.names[r.next-1].Last == first && r.names[r.next-1].Type == ner.Org {
		first = r.names[r.next-1].First
	}
	for n.Last-n.First <= 2 && first > r.s.First && n.First-first < maxCompany && r.capital(first-1) && (r.next == 0 || r.names[r.next-1].Last < first) {
		first--
	}
	if first == n.First || len(r.found) > 0 && r.found[len(r.found)-1].Last > first {
		return n, false
	}
	n.First = first
	return n, true
}

// officeOf finds the offices of officers that are institutions: "Prosecutor
// General's Office".
func (r *reader) officeOf(i, end int) (ner.Name, bool) {
	return ner.Name{First: i, Last: end + 2, Type: ner.Org}, r.lower(end) == "'s" && r.lower(end+1) == "office" && r.capital(end+1) && end-i <= maxCompany
}
