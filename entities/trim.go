package entities

import (
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// trim takes from names what the guidelines leave out: articles, titles before
// persons, genitives and marks at the ends.
func trim(doc *text.Document, names []ner.Name) []ner.Name {
	kept := names[:0]
	for _, n := range names {
		for n.First < n.Last && (leading(&doc.Tokens[n.First], n) || opening(doc, n)) {
			n.First++
		}
		for n.First < n.Last && trailing(doc, n) {
			n.Last--
		}
		if n.First < n.Last {
			kept = append(kept, n)
		}
	}
	return kept
}

// opening reports the article of a sentence that begins with the name of a body;
// within a sentence it is the body's own, and papers have one.
func opening(doc *text.Document, n ner.Name) bool {
	t := &doc.Tokens[n.First]
	return t.Text == "The" && n.Last-n.First > 2 && doc.SentenceOf(n.First).First == n.First && bodies[doc.Tokens[n.Last-1].Lower]
}

func leading(t *text.Token, n ner.Name) bool {
	switch t.Lower {
	case "the":
		// "The New York Times" within a sentence: the paper's own article.
		return n.Type != ner.Org || t.Text != "The"
	case "a", "an", "'s", "and", ",", "so-called":
		return true
	}
	if n.Type == ner.Person {
		return ner.IsTitle(t.Lower) && n.Last-n.First > 1 && !nameTitle[t.Lower]
	}
	return t.Kind >= text.Punct && t.Lower != "\""
}

func trailing(doc *text.Document, n ner.Name) bool {
	t := &doc.Tokens[n.Last-1]
	if t.Lower == "'s" || t.Lower == "'" {
		return true
	}
	if t.Kind < text.Punct {
		return t.Kind == text.Word && n.Last-n.First > 1 && ner.IsConnector(t.Lower) && t.Text == t.Lower
	}
	return t.Text != ")" && t.Kind != text.Symbol || t.Text == ")" && !opens(doc, n)
}

// opens reports a bracket within the name.
func opens(doc *text.Document, n ner.Name) bool {
	for i := n.First; i < n.Last-1; i++ {
		if doc.Tokens[i].Text == "(" {
			return true
		}
	}
	return false
}
