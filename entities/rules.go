package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// settle applies the settled cases of the guidelines: two things in one name are
// parted, words that only say what a name names are left out.
func settle(doc *text.Document, names []ner.Name, set *gazetteer.Set) []ner.Name {
	out := make([]ner.Name, 0, len(names)+8)
	names = nicknames(doc, names)
	for i, n := range names {
		limit := len(doc.Tokens)
		if i+1 < len(names) {
			limit = names[i+1].First
		}
		if w := n.Last; w < len(doc.Tokens) && tribes[doc.Tokens[w].Lower] && n.Type != ner.Person {
			n.Type = ner.Norp
			out = append(out, n)
			continue
		}
		if n.Type == ner.Person {
			c, _, ok := set.Find(hashOf(doc, n.First, n.Last))
			if ok && n.Last-n.First > 1 && c.Has(gazetteer.Region) {
				c &^= gazetteer.CommonWord.Set() // "Middle East": no name of a person for all its plain words
			}
			if ok && c&doubtful == 0 && c.Any(plainPlaces|strong) {
				n.Type, _ = typeOfClasses(c & (plainPlaces | strong))
			}
		}
		switch n.Type {
		case ner.GPE, ner.Loc:
			if team(doc, n, set) {
				n.Type = ner.Org
				out = append(out, n)
				continue
			}
			out = append(out, places(doc, n, set)...)
			if last := &out[len(out)-1]; last.Type == ner.GPE {
				lengthen(doc, last, limit)
			}
			continue
		case ner.Norp:
			lengthen(doc, &n, limit)
		case ner.Org, ner.Event:
			if k := abbreviationIn(doc, n, set); k > 0 {
				out = append(out, ner.Name{First: n.First, Last: k, Type: n.Type}, ner.Name{First: k, Last: n.Last, Type: n.Type})
				continue
			}
			if n.Type == ner.Org && people(doc, n, set) {
				out = append(out, ner.Name{First: n.First, Last: n.First + 1, Type: ner.Norp})
				n.First++
			}
			if division(doc, n, set) {
				n.Last--
				n.Type = ner.GPE
			}
		}
		out = append(out, n)
		if n.Type == ner.Org || n.Type == ner.Event {
			if short, ok := bracketed(doc, n, limit); ok {
				out = append(out, short)
			}
		}
	}
	return operations(doc, forces(doc, datelined(doc, out)))
}

// forces lengthens a nationality or a country by the force or ministry behind
// it: "Iraqi army", "US military", "German foreign ministry". Troops, officials
// and governments stay apart.
func forces(doc *text.Document, names []ner.Name) []ner.Name {
	out := names[:0]
	for i, n := range names {
		if len(out) > 0 && out[len(out)-1].Last > n.First {
			continue // taken by the name before
		}
		limit := min(doc.SentenceOf(n.Last-1).Last, n.Last+3)
		if i+1 < len(names) && names[i+1].Type != ner.Org {
			limit = min(limit, names[i+1].First)
		}
		if n.Type == ner.GPE {
			if k := airport(doc, n.Last, limit); k > n.Last {
				n.Last, n.Type = k, ner.Fac
			}
		}
		if n.Type == ner.Norp || n.Type == ner.GPE {
			if k := force(doc, n.Last, limit); k > n.Last && (n.Type == ner.Norp || adjectives[doc.Tokens[n.Last-1].Lower]) {
				n.Last, n.Type = k, ner.Org
			}
		}
		out = append(out, n)
	}
	return out
}

// airport is the token behind the rest of an airport's or air base's name that
// starts at i, or i.
func airport(doc *text.Document, i, limit int) int {
	word := func(k int) string {
		if k < limit {
			return doc.Tokens[k].Lower
		}
		return ""
	}
	if w := word(i); w == "international" || w == "military" {
		i++
	}
	switch word(i) {
	case "airport", "airbase", "airfield":
		return i + 1
	case "air":
		if word(i+1) == "base" {
			return i + 2
		}
	}
	return 0
}

// force is the token behind a force or ministry that starts at i, or i.
func force(doc *text.Document, i, limit int) int {
	word := func(k int) string {
		if k < limit {
			return doc.Tokens[k].Lower
		}
		return ""
	}
	switch word(i) {
	case "army", "military", "navy":
		return i + 1
	case "security", "armed":
		if word(i+1) == "forces" {
			return i + 2
		}
	case "air":
		if word(i+1) == "force" {
			return i + 2
		}
	case "coast", "national", "border", "revolutionary":
		if word(i+1) == "guard" || word(i+1) == "guards" {
			return i + 2
		}
	}
	if portfolios[word(i)] {
		if word(i+1) == "ministry" {
			return i + 2
		}
	}
	return i
}

// team reports a club that the model took for a place: a listed place and a
// plural that is none, "Boston Rangers".
func team(doc *text.Document, n ner.Name, set *gazetteer.Set) bool {
	k := n.Last - 1
	t := &doc.Tokens[k]
	if n.Last-n.First < 2 || !strings.HasSuffix(t.Lower, "s") || len(t.Lower) < 4 || !startsName(t) || doc.SentenceOf(k).Upper {
		return false
	}
	if listed(set, doc, n.First, n.Last) {
		return false
	}
	if listed(set, doc, k, n.Last) || plurals[t.Lower] {
		return false
	}
	c, _, ok := set.Find(hashOf(doc, n.First, k))
	return ok && c.Any(gazetteer.Places)
}

// places parts "Mosul, Iraq", and "Mosul Iraq" where the comma was lost.
func places(doc *text.Document, n ner.Name, set *gazetteer.Set) []ner.Name {
	var out []ner.Name
	first := n.First
	for i := n.First; i <= n.Last; i++ {
		if i < n.Last && doc.Tokens[i].Text != "," {
			continue
		}
		if first < i {
			out = append(out, ner.Name{First: first, Last: i, Type: n.Type})
		}
		first = i + 1
	}
	if len(out) != 1 || n.Last-n.First < 2 {
		return out
	}
	if c, _, ok := set.Find(hashOf(doc, n.First, n.Last)); ok && c.Any(gazetteer.Places|gazetteer.Region.Set()) {
		return out
	}
	for k := n.Last - 1; k > n.First; k-- {
		if before := doc.Tokens[k-1].Kind; before != text.Word {
			continue
		}
		tail, _, ok := set.Find(hashOf(doc, k, n.Last))
		kind := ner.GPE
		switch {
		case ok && tail.Any(1<<gazetteer.Country|1<<gazetteer.Admin):
		case ok && tail.Has(gazetteer.Media):
			kind = ner.Org // a picture's credit: "Basra, Iraq Reuters"
		default:
			continue
		}
		if head, _, ok := set.Find(hashOf(doc, n.First, k)); ok && head.Any(gazetteer.Places) {
			return []ner.Name{{First: n.First, Last: k, Type: ner.GPE}, {First: k, Last: n.Last, Type: kind}}
		}
	}
	return out
}

// abbreviationIn is the token at which a name that holds its own abbreviation
// is parted: "Popular Front PF", "Popular Front (PF)" come as two names.
func abbreviationIn(doc *text.Document, n ner.Name, set *gazetteer.Set) int {
	k := n.Last - 1
	t := &doc.Tokens[k]
	caseless := doc.Upper || doc.SentenceOf(k).Upper || !t.Is(text.Capital) && !startsName(&doc.Tokens[n.First])
	if n.Last-n.First < 3 || !caseless && (!t.Is(text.AllCaps) || doc.Tokens[k-1].Is(text.AllCaps)) || len(t.Lower) < 2 {
		return 0
	}
	m := Mention{First: n.First, Last: k}
	for _, s := range initials(doc, &m) {
		if s == t.Lower {
			return k
		}
	}
	if caseless {
		return 0
	}
	a, b := set.Entries(hashOf(doc, n.First, k)), set.Entries(hashOf(doc, k, n.Last))
	if len(a) > 0 && len(b) > 0 && a[0].ID == b[0].ID {
		return k
	}
	return 0
}

// nicknames joins a person's name around a nickname in quotation marks: Ali
// "the Fox" Hassan.
func nicknames(doc *text.Document, names []ner.Name) []ner.Name {
	out := names[:0]
	for _, n := range names {
		if len(out) > 0 && n.Type == ner.Person {
			p := &out[len(out)-1]
			gap := n.First - p.Last
			if p.Type == ner.Person && gap >= 3 && gap <= 4 && doc.Tokens[p.Last].Kind == text.Quote && doc.Tokens[n.First-1].Kind == text.Quote &&
				doc.Tokens[p.Last].Sentence == doc.Tokens[n.First].Sentence {
				p.Last = n.Last
				continue
			}
			if gap == 0 && p.Type == ner.Person && doc.Tokens[n.First].Kind == text.Quote {
				p.Last = n.Last
				continue
			}
		}
		out = append(out, n)
	}
	return out
}

// lengthen makes a place or a nationality part of the longer name that it
// begins: "Basra Health Board". The words behind it are capitalised, no names
// of their own, and end in a word for an organization, building or event.
func lengthen(doc *text.Document, n *ner.Name, limit int) {
	s := doc.SentenceOf(n.First)
	if s.Upper || s.Title {
		return
	}
	limit = min(limit, s.Last, n.Last+5)
	end, kind := 0, ner.Org
	for k := n.Last; k < limit && startsName(&doc.Tokens[k]) && !doc.Tokens[k].Is(text.LineBefore); k++ {
		if t, ok := ner.TypeOfHead(doc.Tokens[k].Lower); ok && k >= n.Last-1+minTail(n.Type) {
			end, kind = k+1, t
		} else {
			end = 0
		}
	}
	if end > 0 {
		n.Last, n.Type = end, kind
	}
}

// minTail is how many words a longer name adds at least: "Iraqi Forces" is
// often no name, "Basra Airport" is one.
func minTail(t ner.Type) int {
	if t == ner.Norp {
		return 2
	}
	return 1
}

// people reports a nationality before a group that is listed without it:
// "Kurdish Peshmerga" is two names.
func people(doc *text.Document, n ner.Name, set *gazetteer.Set) bool {
	if n.Last-n.First < 2 {
		return false
	}
	first, _, ok := set.Find(hashOf(doc, n.First, n.First+1))
	if !ok || !first.Has(gazetteer.Nationality) {
		return false
	}
	if all, one := set.Entries(hashOf(doc, n.First, n.Last)), set.Entries(hashOf(doc, n.First+1, n.Last)); len(all) > 0 {
		return len(one) > 0 && one[0].ID == all[0].ID && one[0].Class == gazetteer.Group
	}
	rest, _, ok := set.Find(hashOf(doc, n.First+1, n.Last))
	return ok && rest.Any(gazetteer.Group.Set()|gazetteer.Party.Set()|gazetteer.Media.Set()) && rest&gazetteer.CommonWord.Set() == 0
}

// division reports a place with the word for its kind: "ANBAR PROVINCE".
func division(doc *text.Document, n ner.Name, set *gazetteer.Set) bool {
	if n.Last-n.First < 2 || !divisions[doc.Tokens[n.Last-1].Lower] {
		return false
	}
	if listed(set, doc, n.First, n.Last) {
		return false
	}
	c, _, ok := set.Find(hashOf(doc, n.First, n.Last-1))
	return ok && c.Any(gazetteer.Places)
}

// listed reports that a gazetteer lists the tokens as a name.
func listed(set *gazetteer.Set, doc *text.Document, first, last int) bool {
	c, _, ok := set.Find(hashOf(doc, first, last))
	if ok {
		_, ok = typeOfClasses(c)
	}
	return ok
}

// bracketed is the abbreviation in brackets behind an organization.
func bracketed(doc *text.Document, n ner.Name, limit int) (ner.Name, bool) {
	i := n.Last
	if i+2 >= len(doc.Tokens) || i+1 >= limit || doc.Tokens[i].Text != "(" || doc.Tokens[i+2].Text != ")" {
		return ner.Name{}, false
	}
	t := &doc.Tokens[i+1]
	if t.Kind != text.Word || !t.Is(text.AllCaps) && !t.Is(text.MixedCaps) || len(t.Text) > 12 || n.Last-n.First < 2 {
		return ner.Name{}, false
	}
	return ner.Name{First: i + 1, Last: i + 2, Type: n.Type}, true
}

// maxOperation bounds the words of an operation's name.
const maxOperation = 5

// operations finds operations by that word: "Operation Northern Star", also with
// the name in quotation marks or behind a colon.
func operations(doc *text.Document, names []ner.Name) []ner.Name {
	var found []ner.Name
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Lower != "operation" || !t.Is(text.Capital) {
			continue
		}
		s := doc.SentenceOf(i)
		if s.Upper || s.Title {
			continue
		}
		j := i + 1
		if j < s.Last && doc.Tokens[j].Text == ":" {
			j++
		}
		first := j
		for j < s.Last && j-first < maxOperation && startsName(&doc.Tokens[j]) {
			j++
		}
		if j > first {
			found = append(found, ner.Name{First: i, Last: j, Type: ner.Event})
		}
	}
	for _, f := range found {
		covered := false
		names = slices.DeleteFunc(names, func(n ner.Name) bool {
			switch {
			case n.Last <= f.First || f.Last <= n.First:
				return false
			case n.First <= f.First && f.Last <= n.Last:
				covered = true // "Combined Task Force - Operation Northern Star"
				return false
			}
			return true
		})
		if !covered {
			if commands(doc, f.First) {
				f.Type = ner.Org
			}
			names = append(names, f)
		}
	}
	if len(found) > 0 {
		slices.SortFunc(names, func(a, b ner.Name) int { return a.First - b.First })
		for i := range names {
			n := &names[i]
			if n.Type == ner.Org && strings.EqualFold(doc.Tokens[n.First].Text, "operation") && !commands(doc, n.First) {
				n.Type = ner.Event
			}
		}
	}
	return names
}

// commands reports that someone speaks for the operation: it is the command of
// that name, an organization.
func commands(doc *text.Document, i int) bool {
	for k := max(0, i-2); k < i; k++ {
		switch doc.Tokens[k].Lower {
		case "spokesman", "spokeswoman", "spokesperson", "commander", "coalition", "official", "officials":
			return true
		}
	}
	return false
}
