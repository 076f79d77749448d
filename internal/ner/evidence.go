package ner

import (
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/text"
)

// Evidence that the document gives of a word, gathered over its occurrences.
const (
	seenTitleBefore uint32 = 1 << iota
	seenGivenBefore
	seenInPlace
	seenPossessive
	seenSpeech
	seenBetweenCommas
	seenArticle
	seenInOrgRun
	seenFirstOfRun
	seenLastOfRun
	seenWho
	seenAlone
	seenInBrackets
	seenLower
	seenCapital
	seenPlaceNoun
	seenAcronym
	seenCapitals
	numEvidence = iota
)

// fact is what the document shows of one word.
type fact struct {
	hash  uint64
	bits  uint32
	count int32
}

// run is a stretch of capitalised tokens with connectors between them.
type run struct {
	first, last int32
	initials    uint64
	org         bool
}

// smallTable is the places of the hash table over few facts.
const smallTable = 1 << 10

// factOf finds or makes the place of a word's fact.
func (s *Scratch) factOf(hash uint64) int32 {
	if 2*len(s.facts) >= len(s.table) {
		s.enlargeTable()
	}
	mask := uint64(len(s.table) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := s.table[i]
		if n == 0 {
			s.facts = append(s.facts, fact{hash: hash})
			s.table[i] = int32(len(s.facts))
			return int32(len(s.facts) - 1)
		}
		if s.facts[n-1].hash == hash {
			return n - 1
		}
	}
}

// enlargeTable doubles the hash table over the facts, whose number is that of a
// document's different words: far fewer than its tokens.
func (s *Scratch) enlargeTable() {
	size := max(2*len(s.table), smallTable)
	if cap(s.table) < size {
		s.table = make([]int32, size)
	}
	s.table = s.table[:size]
	clear(s.table)
	mask := uint64(size - 1)
	for k := range s.facts {
		i := s.facts[k].hash & mask
		for s.table[i] != 0 {
			i = (i + 1) & mask
		}
		s.table[i] = int32(k + 1)
	}
}

// gather reads the document once for what its occurrences tell about a word.
// Everything is looked up in tables of the document's size: linear in the text.
func (s *Scratch) gather(doc *text.Document) {
	s.table, s.facts = s.table[:0], s.facts[:0]
	for i := range s.tokens {
		s.tokens[i].fact = s.factOf(s.tokens[i].word)
	}
	s.runs = s.runs[:0]
	for si := range doc.Sentences {
		s.findRuns(doc, &doc.Sentences[si])
	}
	for si := range doc.Sentences {
		sent := &doc.Sentences[si]
		for i := sent.First; i < sent.Last; i++ {
			t := &s.tokens[i]
			f := &s.facts[t.fact]
			f.count++
			if doc.Tokens[i].Kind > text.Number {
				continue
			}
			f.bits |= s.occurrence(doc, sent, i)
		}
	}
	for i := range s.runs {
		r := &s.runs[i]
		for k := r.first; k < r.last; k++ {
			f := &s.facts[s.tokens[k].fact]
			if r.org {
				f.bits |= seenInOrgRun
			}
			switch {
			case r.last-r.first == 1:
				f.bits |= seenAlone
			case k == r.first:
				f.bits |= seenFirstOfRun
			case k == r.last-1:
				f.bits |= seenLastOfRun
			}
		}
	}
	// Abbreviations: initials of a run elsewhere.
	s.initials = s.initials[:0]
	if !s.caseless {
		n := 16
		for n < 2*len(s.runs) {
			n *= 2
		}
		for len(s.initials) < n {
			s.initials = append(s.initials, 0)
		}
		clear(s.initials)
		mask := uint64(n - 1)
		for i := range s.runs {
			h := s.runs[i].initials
			if h == 0 {
				continue
			}
			j := h & mask
			for s.initials[j] != 0 && s.initials[j] != h {
				j = (j + 1) & mask
			}
			s.initials[j] = h
		}
		for i := range doc.Tokens {
			t := &doc.Tokens[i]
			if !t.Is(text.AllCaps) || len(t.Text) > 7 {
				continue
			}
			h := initialsStart
			for k := 0; k < len(t.Lower); k++ {
				if t.Lower[k] != '.' {
					h = addInitial(h, t.Lower[k])
				}
			}
			for j := h & mask; s.initials[j] != 0; j = (j + 1) & mask {
				if s.initials[j] == h {
					s.facts[s.tokens[i].fact].bits |= seenAcronym
					break
				}
			}
		}
	}
}

const initialsStart = uint64(14695981039346656037)

func addInitial(h uint64, c byte) uint64 { return (h^uint64(c))*1099511628211 ^ h>>29 }

// findRuns lists a sentence's runs of capitals and notes them at the tokens.
func (s *Scratch) findRuns(doc *text.Document, sent *text.Sentence) {
	if s.caseless {
		return
	}
	for i := sent.First; i < sent.Last; {
		if !s.tokens[i].capital {
			i++
			continue
		}
		r := run{first: int32(i)}
		end := i + 1
		n, h := 1, addInitial(initialsStart, firstByte(doc.Tokens[i].Lower))
		for j := i + 1; j < sent.Last && j-i < 16; j++ {
			t := &s.tokens[j]
			if t.capital {
				end = j + 1
				n++
				h = addInitial(h, firstByte(doc.Tokens[j].Lower))
				continue
			}
			if t.class&connector == 0 || j-end >= 2 {
				break
			}
		}
		r.last = int32(end)
		if n >= 2 {
			r.initials = h
		}
		for k := i; k < end; k++ {
			r.org = r.org || n >= 2 && s.tokens[k].capital && s.tokens[k].class&orgWord != 0
		}
		for k := i; k < end; k++ {
			s.tokens[k].run = int32(len(s.runs))
		}
		s.runs = append(s.runs, r)
		i = end
	}
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// occurrence is the evidence that one occurrence gives.
func (s *Scratch) occurrence(doc *text.Document, sent *text.Sentence, i int) (bits uint32) {
	t := &s.tokens[i]
	tok := &doc.Tokens[i]
	if !s.caseless {
		switch {
		case tok.Is(text.AllCaps) && !sent.Upper:
			bits |= seenCapitals
			fallthrough
		case t.capital:
			if i > sent.First && !sent.Title && !sent.Upper {
				bits |= seenCapital
			}
		default:
			bits |= seenLower
			return bits
		}
	}
	if i > sent.First {
		p := &s.tokens[i-1]
		if p.class&titleWord != 0 {
			bits |= seenTitleBefore
		}
		if p.gaz.any(gazetteer.Given.Set()) && p.gaz.all()&gazetteer.CommonWord.Set() == 0 && (s.caseless || p.capital) {
			bits |= seenGivenBefore
		}
		if p.class&placePrep != 0 {
			bits |= seenInPlace
		}
		switch doc.Tokens[i-1].Lower {
		case "the":
			bits |= seenArticle
		case "(":
			if i+1 < sent.Last && doc.Tokens[i+1].Lower == ")" {
				bits |= seenInBrackets
			}
		case ",":
			if i+1 < sent.Last && doc.Tokens[i+1].Lower == "," {
				bits |= seenBetweenCommas
			}
		case "of":
			if i-2 >= sent.First && s.tokens[i-2].class&placeWord != 0 {
				bits |= seenPlaceNoun
			}
		}
		if p.class&speechWord != 0 {
			bits |= seenSpeech
		}
	}
	if i+1 < sent.Last {
		n := &s.tokens[i+1]
		if n.class&speechWord != 0 {
			bits |= seenSpeech
		}
		if n.class&placeWord != 0 {
			bits |= seenPlaceNoun
		}
		switch doc.Tokens[i+1].Lower {
		case "'s":
			bits |= seenPossessive
		case "who":
			bits |= seenWho
		case ",":
			if i+2 < sent.Last && (s.tokens[i+2].class&personWord != 0 || doc.Tokens[i+2].Kind == text.Number) {
				bits |= seenWho
			}
		}
	}
	return bits
}
