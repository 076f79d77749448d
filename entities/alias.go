package entities

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/text"
)

// maxAliasGap bounds the words between a name and what is said to be another
// name of the same ("Ali Hassan, who is better known as Abu Omar").
const maxAliasGap = 9

// alias reports that mention i is introduced as another name of the mention
// before it.
func (l *linker) alias(i int) bool {
	if i == 0 {
		return false
	}
	m, p := &l.mentions[i], &l.mentions[i-1]
	if m.Type != p.Type || m.Type != Person && m.Type != Org || m.First-p.Last > maxAliasGap || m.First-p.Last < 1 ||
		l.doc.Tokens[m.First].Sentence != l.doc.Tokens[p.Last-1].Sentence {
		return false
	}
	k := m.First - 1
	for k > p.Last && (l.doc.Tokens[k].Kind == text.Quote || isSmallArticle(l.doc.Tokens[k].Lower)) {
		k--
	}
	word := func(j int) string {
		if j >= p.Last && j < len(l.doc.Tokens) {
			return l.doc.Tokens[j].Lower
		}
		return ""
	}
	switch word(k) {
	case "alias", "aka", "a.k.a.", "a.k.a", "nicknamed", "dubbed":
		return true
	case "as":
		return word(k-1) == "known"
	case "guerre":
		return word(k-1) == "de" && word(k-2) == "nom"
	}
	return false
}

func isSmallArticle(w string) bool {
	return w == "the" || w == "a" || w == "simply" || w == "just" || w == "also"
}

// another notes a mention under the name of which the thing is known too.
func (l *linker) another(t, i int) int {
	m := &l.mentions[i]
	words := l.words(m)
	l.things[t].last = i
	if len(words) == 0 {
		return t
	}
	l.byKey[l.key(m.Type, words)] = t
	if m.Type == Person {
		l.byLast[lastName(words)] = append(l.byLast[lastName(words)], t)
	}
	return t
}

// styles gives persons of a single name the title that is part of how they are
// known: "Lady Gaga", "Pope Francis".
func (l *linker) styles(out []Entity) {
	for i := range out {
		e := &out[i]
		if e.Type != Person || strings.Contains(e.Name, " ") {
			continue
		}
		for _, k := range e.Mentions {
			m := &l.mentions[k]
			if m.First == 0 || clean(m.Text) != e.Name {
				continue
			}
			if t := &l.doc.Tokens[m.First-1]; styled[t.Lower] && t.Is(text.Capital) && t.Sentence == l.doc.Tokens[m.First].Sentence {
				e.Name = t.Text + " " + e.Name
				break
			}
		}
	}
}

// printed is the canonical name of a thing with a record: the record's, but for
// a town or province the romanisation that the article prints.
func (l *linker) printed(m *Mention, e gazetteer.Entry) string {
	if e.Class != gazetteer.City && e.Class != gazetteer.Admin || l.doc.SentenceOf(m.First).Upper {
		return e.Name
	}
	a, b := l.words(m), strings.Fields(gazetteer.FoldName(e.Name))
	first := &l.doc.Tokens[m.First]
	if len(a) == 0 || len(a) != len(b) || a[0][0] != b[0][0] || !first.Is(text.Capital) && !first.Is(text.MixedCaps) || len(m.Text) < 4 || strings.ContainsAny(m.Text, ".") {
		return e.Name
	}
	return clean(m.Text)
}
