package entities

import (
	"slices"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// pattern is a name that the document holds, by its words.
type pattern struct {
	words  int
	votes  [len(types)]int
	sample int // first token of one occurrence
}

// kind is the type that most occurrences have; of equals the first in order.
func (p *pattern) kind() ner.Type {
	best := 0
	for t, v := range p.votes {
		if v > p.votes[best] {
			best = t
		}
	}
	return ner.Type(best)
}

// repeat makes a document agree with itself: what was found as a name once is
// one at its other occurrences, with the type that most of them have. A word
// that the document also prints in small letters is left alone.
//
// In a text in small letters, or capitalised throughout, any word of some length
// may be a name again, but for plain English words.
func repeat(doc *text.Document, names []ner.Name, set *gazetteer.Set) []ner.Name {
	if len(names) == 0 {
		return names
	}
	plain := ner.Lower(doc) || ner.TitleCased(doc)
	begins := func(i int) bool {
		t := &doc.Tokens[i]
		if !plain {
			return startsName(t)
		}
		c, _, _ := set.Find(hashOf(doc, i, i+1))
		return t.Kind == text.Word && len(t.Text) >= minLowerName && !c.Has(gazetteer.CommonWord)
	}
	patterns := map[gazetteer.Hash]*pattern{}
	longest := 0
	for _, n := range names {
		h := hashOf(doc, n.First, n.Last)
		p := patterns[h]
		if p == nil {
			p = &pattern{words: n.Last - n.First, sample: n.First}
			patterns[h] = p
		}
		p.votes[n.Type]++
		longest = max(longest, p.words)
	}
	// A full name speaks for its last word alone.
	for _, n := range names {
		k := n.Last - 1
		if t := &doc.Tokens[k]; n.Type != ner.Person || n.Last-n.First < 2 || len(t.Text) < 3 || t.Kind != text.Word || !begins(k) || suffixes[t.Lower] {
			continue
		}
		h := hashOf(doc, k, n.Last)
		p := patterns[h]
		if p == nil {
			p = &pattern{words: 1, sample: k}
			patterns[h] = p
		}
		p.votes[ner.Person]++
	}
	longest = min(longest, maxRepeat)
	for i := range names {
		p := patterns[hashOf(doc, names[i].First, names[i].Last)]
		if k := p.kind(); p.votes[k] > p.votes[names[i].Type] && p.votes[k] >= 2*p.votes[names[i].Type] {
			names[i].Type = k
		}
	}
	small := map[string]bool{}
	for i := range doc.Tokens {
		if t := &doc.Tokens[i]; !plain && t.Kind == text.Word && t.Shape&(text.Capital|text.AllCaps|text.MixedCaps) == 0 {
			small[t.Lower] = true
		}
	}
	var more []ner.Name
	taken := gaps{names: names}
	for i := 0; i < len(doc.Tokens); {
		if end, ok := taken.at(i); ok {
			i = end
			continue
		}
		if !begins(i) {
			i++
			continue
		}
		limit := taken.before(min(len(doc.Tokens), i+longest, doc.SentenceOf(i).Last))
		best, found := 0, (*pattern)(nil)
		h := gazetteer.Start()
		for j := i; j < limit; j++ {
			h = h.Add(doc.Tokens[j].Lower)
			if p := patterns[h]; p != nil && p.words == j+1-i {
				best, found = j+1, p
			}
		}
		if found == nil || found.words == 1 && !(plain || again(doc, i, found, small)) {
			i++
			continue
		}
		more = append(more, ner.Name{First: i, Last: best, Type: found.kind()})
		i = best
	}
	if len(more) == 0 {
		return names
	}
	names = append(names, more...)
	slices.SortFunc(names, func(a, b ner.Name) int { return a.First - b.First })
	return names
}

// minLowerName is the length of a word that may be a name again where case tells
// nothing.
const minLowerName = 4

// maxRepeat bounds the words of a name that is looked for again.
const maxRepeat = 8

func hashOf(doc *text.Document, first, last int) gazetteer.Hash {
	h := gazetteer.Start()
	for i := first; i < last; i++ {
		h = h.Add(doc.Tokens[i].Lower)
	}
	return h
}

func startsName(t *text.Token) bool {
	return t.Kind == text.Word && t.Shape&(text.Capital|text.AllCaps|text.MixedCaps) != 0
}

// partOfName reports that another capitalised word touches the token: the name
// may be a longer one then, which the model did not see as a name.
func partOfName(doc *text.Document, i int) bool {
	s := doc.SentenceOf(i)
	return !s.Upper && (i > s.First+1 && startsName(&doc.Tokens[i-1]) && !ner.IsTitle(doc.Tokens[i-1].Lower) ||
		i+1 < s.Last && startsName(&doc.Tokens[i+1]))
}

// again reports that the word at i is the same name as the pattern's: neither a
// word that is also printed small nor part of a longer name. An abbreviation
// ("IS") must stand in capitals again.
func again(doc *text.Document, i int, p *pattern, small map[string]bool) bool {
	t, s := &doc.Tokens[i], &doc.Tokens[p.sample]
	if partOfName(doc, i) {
		return false
	}
	if s.Is(text.AllCaps) && !doc.SentenceOf(p.sample).Upper {
		return t.Text == s.Text && !doc.SentenceOf(i).Upper
	}
	return !small[t.Lower]
}

// gaps tells, for tokens asked in rising order, which lie in no name.
type gaps struct {
	names []ner.Name // in text order
	next  int
}

// at reports whether token i lies in a name, and where that ends.
func (g *gaps) at(i int) (end int, inName bool) {
	for g.next < len(g.names) && g.names[g.next].Last <= i {
		g.next++
	}
	if g.next < len(g.names) && g.names[g.next].First <= i {
		return g.names[g.next].Last, true
	}
	return i, false
}

// before is the limit, or where the next name begins if that is nearer.
func (g *gaps) before(limit int) int {
	if g.next < len(g.names) {
		return min(limit, g.names[g.next].First)
	}
	return limit
}
