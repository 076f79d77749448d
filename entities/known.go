package entities

import (
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// plainPlaces are the classes that make a capitalised word a name by themselves.
const plainPlaces = gazetteer.Classes(1<<gazetteer.Country | 1<<gazetteer.Admin | 1<<gazetteer.Region)

// doubtful are classes that a name may have for another reason.
const doubtful = gazetteer.Classes(1<<gazetteer.CommonWord | 1<<gazetteer.Given | 1<<gazetteer.Family)

// known finds names that the model passed over: abbreviations of organizations
// that the document names in full, or by another of their names, and listed
// names that can be nothing else.
func known(doc *text.Document, names []ner.Name, set *gazetteer.Set) []ner.Name {
	ids, short, head := map[string]bool{}, map[string]ner.Type{}, map[string]bool{}
	for _, n := range names {
		if n.Type != ner.Org && n.Type != ner.Event {
			continue
		}
		for _, e := range set.Entries(hashOf(doc, n.First, n.Last)) {
			if gazetteer.Organizations.Has(e.Class) {
				ids[e.ID] = true
			}
		}
		if n.Last-n.First > 1 {
			for k := n.First; k < n.Last; k++ {
				if w := doc.Tokens[k].Lower; heads[w] && n.Type == ner.Org {
					head[w] = true
				}
			}
			for _, s := range initials(doc, &Mention{First: n.First, Last: n.Last}) {
				if _, ok := short[s]; !ok {
					short[s] = n.Type
				}
			}
		}
	}
	var more []ner.Name
	taken := gaps{names: names}
	for i := 0; i < len(doc.Tokens); {
		if end, ok := taken.at(i); ok {
			i = end
			continue
		}
		t := &doc.Tokens[i]
		s := doc.SentenceOf(i)
		if !startsName(t) || s.Upper || s.Title {
			i++
			continue
		}
		if t.Is(text.AllCaps) && len(t.Text) <= 8 {
			if kind, ok := short[t.Lower]; ok {
				more = append(more, ner.Name{First: i, Last: i + 1, Type: kind})
				i++
				continue
			}
			if slices.ContainsFunc(set.Entries(hashOf(doc, i, i+1)), func(e gazetteer.Entry) bool { return ids[e.ID] }) {
				more = append(more, ner.Name{First: i, Last: i + 1, Type: ner.Org})
				i++
				continue
			}
		}
		if head[t.Lower] && i > s.First && !touchesCapital(doc, s, i, i+1) {
			more = append(more, ner.Name{First: i, Last: i + 1, Type: ner.Org})
			i++
			continue
		}
		limit := taken.before(min(s.Last, i+maxRepeat)) - i
		m, ok := set.Longest(limit, func(k int) string { return doc.Tokens[i+k].Lower })
		if !ok || m.Classes&doubtful != 0 || !m.Classes.Any(plainPlaces|gazetteer.Nationality.Set()|gazetteer.Group.Set()) ||
			!startsName(&doc.Tokens[i+m.Len-1]) || touchesCapital(doc, s, i, i+m.Len) {
			i++
			continue
		}
		kind, _ := typeOfClasses(m.Classes)
		more = append(more, ner.Name{First: i, Last: i + m.Len, Type: kind})
		i += m.Len
	}
	if len(more) == 0 {
		return names
	}
	names = append(names, more...)
	slices.SortFunc(names, func(a, b ner.Name) int { return a.First - b.First })
	return names
}

// strong are the classes whose names are taken where case tells nothing,
// whatever the model makes of their parts: names of several words, and single
// words that are nothing else.
const strong = gazetteer.Classes(1<<gazetteer.Country | 1<<gazetteer.Group)

// spelledOut finds listed countries and groups in sentences whose letters' case
// tells nothing: "ISLAMIC STATE", "el salvador"; and those of several
// capitalised words in the others.
func spelledOut(doc *text.Document, names []ner.Name, set *gazetteer.Set) []ner.Name {
	all := doc.Upper || ner.Lower(doc) || ner.TitleCased(doc)
	var found []ner.Name
	for si := range doc.Sentences {
		s := &doc.Sentences[si]
		cased := !all && !s.Upper
		for i := s.First; i < s.Last; {
			m, ok := set.Longest(min(maxRepeat, s.Last-i), func(k int) string { return doc.Tokens[i+k].Lower })
			kind, fits := typeOfClasses(m.Classes & strong)
			if !ok || !fits || doc.Tokens[i].Kind != text.Word || m.Len == 1 && m.Classes&doubtful != 0 || people(doc, ner.Name{First: i, Last: i + m.Len}, set) ||
				cased && (m.Len < 2 || !capitalised(doc, i, i+m.Len)) {
				i++
				continue
			}
			found = append(found, ner.Name{First: i, Last: i + m.Len, Type: kind})
			i += m.Len
		}
	}
	if len(found) == 0 {
		return names
	}
	// A found name takes the place of names within it and yields to longer ones.
	var out []ner.Name
	k := 0
	for _, f := range found {
		for k < len(names) && names[k].Last <= f.First {
			out = append(out, names[k])
			k++
		}
		j := k
		free := true
		for j < len(names) && names[j].First < f.Last {
			free = free && f.First <= names[j].First && names[j].Last <= f.Last
			j++
		}
		if free {
			out = append(out, f)
			k = j
		}
	}
	return append(out, names[k:]...)
}

func capitalised(doc *text.Document, first, last int) bool {
	return startsName(&doc.Tokens[first]) && startsName(&doc.Tokens[last-1])
}

// touchesCapital reports a capitalised word beside the tokens [first, last).
func touchesCapital(doc *text.Document, s *text.Sentence, first, last int) bool {
	return first > s.First+1 && startsName(&doc.Tokens[first-1]) || last < s.Last && startsName(&doc.Tokens[last])
}
