package entities

import (
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// datelined makes places of the names that open the article's dateline, up to
// its bracket or its date: "COLUMBUS, Ohio (AP) —". Their capitals tell the
// models nothing.
func datelined(doc *text.Document, names []ner.Name) []ner.Name {
	first, last := doc.Dateline[0], doc.Dateline[1]
	if first < last && !doc.Tokens[first].Is(text.AllCaps) && !bracketedAgency(doc, first, last) {
		return names
	}
	for i := first; i < last; i++ {
		if t := &doc.Tokens[i]; t.Text == "(" || t.Kind == text.Number {
			last = i
		}
	}
	for i := range names {
		n := &names[i]
		if n.First < first || n.Last > last || n.Type == ner.Loc || n.Type == ner.Fac {
			continue
		}
		before, after := n.First == first || separates(doc, n.First-1), n.Last == last || separates(doc, n.Last)
		if before && after {
			n.Type = ner.GPE
		}
	}
	return names
}

func bracketedAgency(doc *text.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if doc.Tokens[i].Text == "(" {
			return true
		}
	}
	return false
}

// separates reports what stands between the places of a dateline and behind
// the last.
func separates(doc *text.Document, i int) bool {
	switch doc.Tokens[i].Text {
	case ",", "/", ":", "-", "--", "–", "—":
		return true
	}
	return false
}
