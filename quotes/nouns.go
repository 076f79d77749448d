package quotes

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// run is the tokens [first, last).
type run struct{ first, last int }

func (r run) empty() bool { return r.first >= r.last }
func (r run) size() int   { return r.last - r.first }

// nominal reports a token that can stand in a noun phrase behind its first.
func (r *reader) nominal(i int) bool {
	t := &r.tok[i]
	switch t.Tag {
	case pos.DT, pos.PRPS, pos.POS, pos.CD, pos.JJ, pos.JJR, pos.JJS, pos.NN, pos.NNS, pos.NNP, pos.NNPS, pos.PDT, pos.FW, pos.Dollar, pos.Hash:
		return true
	case pos.VBN, pos.VBG:
		if i+1 < len(r.tok) && r.tok[i+1].Tag.Noun() {
			return true
		}
	}
	if r.mention(i) >= 0 {
		return true
	}
	return t.Text == "&"
}

// mention is the entity mention at a token, -1 for none.
func (r *reader) mention(i int) int { return int(r.named[i]) }

// markNames notes for every token the mention it belongs to.
func (r *reader) markNames() {
	r.named = grow(r.named, len(r.tok))
	for i := range r.named {
		r.named[i] = -1
	}
	for k := range r.ents.Mentions {
		m := &r.ents.Mentions[k]
		for i := max(m.First, 0); i < m.Last && i < len(r.tok); i++ {
			r.named[i] = int32(k)
		}
	}
}

// maxPhrase bounds the noun phrases that are searched.
const maxPhrase = 48

// baseLeft is the noun phrase without its complements that ends before end.
func (r *reader) baseLeft(end, limit int) run {
	i := end
	if i-1 >= limit && r.tok[i-1].Text == ")" {
		for j := i - 2; j >= limit && j > i-10; j-- {
			if r.tok[j].Text == "(" {
				if n := r.baseLeft(j, limit); !n.empty() {
					return run{n.first, end}
				}
				break
			}
		}
		return run{end, end}
	}
	if i-1 < limit {
		return run{end, end}
	}
	if t := &r.tok[i-1]; t.Tag == pos.PRP || t.Tag == pos.EX || t.Tag == pos.WP {
		return run{i - 1, i}
	}
	if !r.isHead(i - 1) {
		return run{end, end}
	}
	for i > limit && end-i < maxPhrase && r.nominal(i-1) {
		t := &r.tok[i-1]
		if r.temporal(i-1) && i < end && r.mention(i-1) < 0 {
			break
		}
		i--
		if t.Lower == "one" && i > limit && r.tok[i-1].Tag.Noun() && end-i > 1 {
			break
		}
		if t.Tag == pos.DT || t.Tag == pos.PRPS {
			if i > limit && (r.tok[i-1].Tag == pos.PDT || r.tok[i-1].Lower == "all" || r.tok[i-1].Lower == "both") {
				i--
			}
			break
		}
		if m := r.mention(i); m >= 0 && r.ents.Mentions[m].First >= limit {
			i = min(i, r.ents.Mentions[m].First)
		}
	}
	for i < end && r.tok[i].Tag == pos.POS {
		i++
	}
	return run{i, end}
}

// isHead reports a token that can end a noun phrase.
func (r *reader) isHead(i int) bool {
	t := &r.tok[i]
	return t.Tag.Noun() || t.Tag == pos.CD || t.Tag == pos.FW || r.mention(i) >= 0 || (t.Tag == pos.DT || t.Tag == pos.JJ) && standsAlone[t.Lower] ||
		t.Tag == pos.JJ && r.isSourceNoun(i)
}

func (r *reader) isSourceNoun(i int) bool {
	_, ok := r.words.Source(r.tok[i].Lower)
	return ok
}

// complement reports a preposition that ties what follows to the noun before.
func complement(word string) bool { return complements[word] }

// phraseLeft is [reader.baseLeft] with the noun phrases to which it is tied by
// prepositions: "a source from Darun village".
func (r *reader) phraseLeft(end, limit int) run {
	n := r.baseLeft(end, limit)
	for !n.empty() && n.first-1 > limit && end-n.first < maxPhrase {
		prep := &r.tok[n.first-1]
		if (prep.Lower == "and" || prep.Lower == "or") && r.isHead(n.first-2) {
			// Two names, or two like nouns, are one source.
			left := r.baseLeft(n.first-1, limit)
			if left.empty() {
				break
			}
			n.first = left.first
			continue
		}
		if prep.Tag != pos.IN && prep.Tag != pos.TO || !complement(prep.Lower) {
			break
		}
		left := r.baseLeft(n.first-1, limit)
		if left.empty() || r.temporal(left.last-1) {
			break
		}
		n.first = left.first
	}
	return n
}

// baseRight is the noun phrase without complements that starts at first.
func (r *reader) baseRight(first, limit int) run {
	i := first
	if i >= limit {
		return run{first, first}
	}
	if t := &r.tok[i]; t.Tag == pos.PRP || t.Tag == pos.EX {
		return run{i, i + 1}
	}
	limit = min(limit, first+maxPhrase)
	for i < limit && (r.nominal(i) || i > first && r.tok[i].Lower == "and" && i+1 < limit && r.tok[i-1].Tag.Adjective() && r.tok[i+1].Tag.Adjective()) {
		t := &r.tok[i]
		if i > first && (t.Tag == pos.DT || t.Tag == pos.PRPS || t.Tag == pos.PDT) && r.mention(i) < 0 && r.tok[i-1].Tag != pos.PDT && r.tok[i-1].Tag != pos.DT {
			break
		}
		if i > first && r.temporal(i) && r.mention(i) < 0 {
			break
		}
		i++
	}
	for i > first && !r.isHead(i-1) && r.tok[i-1].Tag != pos.Count {
		i--
	}
	// An abbreviation in brackets belongs to its name.
	if i > first && i+2 < limit && r.tok[i].Text == "(" && r.tok[i+2].Text == ")" && r.tok[i+1].Is(text.AllCaps) {
		i += 3
	}
	return run{first, i}
}

// phraseRight is [reader.baseRight] with its complements.
func (r *reader) phraseRight(first, limit int) run {
	n := r.baseRight(first, limit)
	for !n.empty() && n.last+1 < limit && n.size() < maxPhrase {
		t := &r.tok[n.last]
		switch {
		case (t.Tag == pos.IN || t.Tag == pos.TO) && complement(t.Lower):
			right := r.baseRight(n.last+1, limit)
			if right.empty() || r.temporal(n.last+1) || r.temporal(right.last-1) || r.tok[right.first].Tag == pos.CD && t.Lower != "of" {
				return n
			}
			if t.Lower == "in" && isDocument(r, right) {
				return n
			}
			n.last = right.last
		case t.Lower == "and" || t.Lower == "or":
			right := r.baseRight(n.last+1, limit)
			if right.empty() || right.last < limit && r.tok[right.last].Tag.Finite() || r.tok[right.first].Tag == pos.PRP {
				return n
			}
			n.last = right.last
		default:
			return n
		}
	}
	return n
}

func isDocument(r *reader, n run) bool {
	h, ok := r.words.Source(r.tok[n.last-1].Lower)
	return ok && h.Class&lexicon.DocumentNoun != 0 || r.tok[n.last-1].Lower == "interview"
}

func (r *reader) temporal(i int) bool { return temporalWords[r.tok[i].Lower] }

// finiteIn counts the clauses with a finite verb of their own in [first, last)
// that are not relative clauses.
func (r *reader) finiteIn(first, last int) int {
	n, relative := 0, 0
	for i := first; i < last; i++ {
		t := &r.tok[i]
		switch {
		case t.Tag == pos.WP || t.Tag == pos.WPS || t.Tag == pos.WDT || t.Lower == "who" || t.Lower == "whose" || t.Lower == "which":
			relative++
		case t.Tag.Finite():
			// A verb group counts once: "has been", "would have".
			for i+1 < last && (r.tok[i+1].Tag.Verb() || r.tok[i+1].Tag == pos.MD || r.tok[i+1].Tag == pos.RB) {
				i++
			}
			if relative > 0 {
				relative--
			} else {
				n++
			}
		}
	}
	return n
}

// finite reports any finite verb in [first, last).
func (r *reader) finite(first, last int) bool {
	for i := first; i < last; i++ {
		if r.tok[i].Tag.Finite() || r.doc.Tokens[i].Tag == pos.None && looksFinite[r.tok[i].Lower] {
			return true
		}
	}
	return false
}

// clause reports that somebody does something in [first, last), also where the
// verb may be a participle by its form and its tag but has an object: "soldiers
// arrested 58 miners" is a clause, "soldiers arrested in May" is none.
func (r *reader) clause(first, last int) bool {
	if r.finite(first, last) {
		return true
	}
	for i := first + 1; i+1 < last; i++ {
		if r.tok[i].Tag != pos.VBN || !r.tok[i-1].Tag.Noun() {
			continue
		}
		switch r.tok[i+1].Tag {
		case pos.CD, pos.DT, pos.PRPS, pos.NN, pos.NNS:
			if !r.temporal(i + 1) {
				return true
			}
		}
	}
	return false
}

// isPerson reports whether the mention at token i is a person's name.
func (r *reader) typeAt(i int) entities.Type {
	if m := r.mention(i); m >= 0 {
		return r.ents.Mentions[m].Type
	}
	return ""
}
