package entities

import (
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// Bounds of what is looked at beside a name, in tokens.
const (
	maxTitle = 5
	maxRole  = 14
)

// describe fills in the titles and roles of persons.
func describe(doc *text.Document, mentions []Mention) {
	for i := range mentions {
		m := &mentions[i]
		if m.Type != Person {
			continue
		}
		s := doc.SentenceOf(m.First)
		first := m.First
		for first > s.First && m.First-first < maxTitle && ner.IsTitle(doc.Tokens[first-1].Lower) && (i == 0 || mentions[i-1].Last <= first-1) {
			first--
		}
		// "Secretary of State Mary Adams"
		if k := first - 3; first == m.First && k >= s.First && doc.Tokens[k+1].Lower == "of" && ner.IsTitle(doc.Tokens[k].Lower) && doc.Tokens[k].Is(text.Capital) &&
			doc.Tokens[k+2].Is(text.Capital) && (i == 0 || mentions[i-1].Last <= k) {
			first = k
		}
		if first < m.First {
			t := doc.Span(first, m.First)
			m.Title = &t
		}
		if a, b := role(doc, s, m.Last); a < b {
			r := doc.Span(a, b)
			m.Role = &r
		}
	}
}

// role finds the apposition behind a person's name: "Ali Hassan, commander of
// the northern brigade, said". It ends at the next comma and holds no verb.
func role(doc *text.Document, s *text.Sentence, last int) (first, end int) {
	if last+1 >= s.Last || doc.Tokens[last].Text != "," {
		return 0, 0
	}
	first = last + 1
	for end = first; end < s.Last && end-first < maxRole; end++ {
		t := &doc.Tokens[end]
		if t.Kind == text.Punct && (t.Text == "," || t.Text == "." || t.Text == ";") {
			break
		}
		if t.Kind == text.Quote || t.Tag.Finite() || notRole[t.Lower] {
			return 0, 0
		}
	}
	if end == s.Last || end-first == maxRole || end-first < 1 {
		return 0, 0
	}
	t := &doc.Tokens[first]
	if opener := t.Lower == "a" || t.Lower == "an" || t.Lower == "the"; !opener && !ner.IsTitle(t.Lower) {
		return 0, 0
	}
	return first, end
}
