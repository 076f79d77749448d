package ner

import (
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// token is what is computed once of a token and used by its neighbours too.
type token struct {
	word    uint64 // hash of the lower-case form
	shape   uint64 // hash of the pattern of letters
	gaz     listed
	group   clusters.Groups
	grouped bool
	class   wordClass
	capital bool
	run     int32 // index into Scratch.runs, -1: in none
	fact    int32 // index into Scratch.facts
}

// Scratch is the working memory of one document at a time.
type Scratch struct {
	tokens   []token
	facts    []fact
	table    []int32 // open hash table over facts: index + 1
	runs     []run
	initials []uint64
	caseless bool
	features seqtag.Features
	decoding seqtag.Scratch
	labels   []uint8
	probs    []float32 // of the name that begins at a token
	low      []bool    // sentences for the model without case
}

// prepare computes all that the features of a document need.
func (s *Scratch) prepare(doc *text.Document, set *gazetteer.Set, caseless bool) {
	s.caseless = caseless
	s.tokens = grow(s.tokens, len(doc.Tokens))
	groups := clusters.Default()
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		x := &s.tokens[i]
		*x = token{word: seqtag.Hash(t.Lower), run: -1}
		x.class = words[x.word]
		x.group, x.grouped = groups.Of(x.word)
		x.shape = shapeOf(t, caseless)
		x.capital = !caseless && t.Kind == text.Word && t.Shape&(text.Capital|text.AllCaps|text.MixedCaps) != 0 && t.Lower != "i"
	}
	for si := range doc.Sentences {
		s.match(set, doc, &doc.Sentences[si])
	}
	s.gather(doc)
}

// shapeOf hashes the pattern of a token: capitals, small letters, digits and
// marks, repetitions once.
func shapeOf(t *text.Token, caseless bool) uint64 {
	h := uint64(14695981039346656037)
	if t.Kind > text.Number {
		if len(t.Text) == 1 {
			return uint64(t.Text[0])
		}
		return h ^ uint64(t.Kind)
	}
	last := byte(0)
	for i := 0; i < len(t.Text); i++ {
		c := t.Text[i]
		switch {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			c = 'x'
			if caseless {
				c = 'X'
			}
		case 'A' <= c && c <= 'Z':
			c = 'X'
		case '0' <= c && c <= '9':
			c = '0'
		}
		if c != last {
			h = (h ^ uint64(c)) * 1099511628211
			last = c
		}
	}
	switch n := len(t.Text); { // short words apart
	case n <= 3:
		h += uint64(n)
	case n <= 5:
		h += 4
	}
	return h
}

// The numbers of feature templates. Appending keeps stored models valid.
const (
	tWord = iota // and the next four: word at -2..+2
	_
	_
	_
	_
	tWordPair
	tWordPairNext
	tShape
	tShapePrev
	tShapeNext
	tShapePair
	tShapePairNext
	tShapeTriple
	tPrefix
	tSuffix
	tSuffixPrev
	tSuffixNext
	tStart
	tEnd
	tSentence
	tFine
	tMiddle
	tCoarse
	tFinePrev
	tFineNext
	tMiddlePrev
	tMiddleNext
	tMiddlePrev2
	tMiddleNext2
	tMiddlePair
	tMiddlePairNext
	tCoarseTriple
	tGaz
	tGazPrev
	tGazNext
	tGazMask
	tGazShape
	tGazMaskPrev
	tGazMaskNext
	tGazPair
	tGazPairNext
	tClass
	tClassPrev
	tClassNext
	tClassPair
	tFact
	tFactShape
	tFactMask
	tFactPrev
	tFactNext
	tRunLength
	tRunPlace
	tRunFirst
	tRunLast
	tRunBefore
	tRunAfter
	tRunOrg
	tRunLastMiddle
	tRunBeforeMiddle
	tRunAfterMiddle
	tRunClass
	tRunGaz
	tShapeMiddle
	tWordShape
	tCount
	tPrevName
	tMiddleGaz
	tNear
	tNearAfter
)

// gazFeature are the classes with features of their own.
const gazClasses = gazetteer.CommonWord + 1

// sentence adds the features of a sentence's tokens to s.features, which it
// resets. Tokens that cannot be in a name are pinned to Outside.
func (s *Scratch) sentence(doc *text.Document, sent *text.Sentence) *seqtag.Features {
	f := &s.features
	f.Reset()
	n := sent.Last - sent.First
	tok := s.tokens[sent.First:sent.Last]
	none := token{word: 1, shape: 1, run: -1, fact: -1}
	at := func(i int) *token {
		if i < 0 || i >= n {
			return &none
		}
		return &tok[i]
	}
	kind := uint64(0)
	if sent.Title {
		kind = 1
	}
	if doc.Paragraphs[sent.Paragraph].Kind == text.Headline {
		kind |= 2
	}
	lastCapital := -100
	for i := range n {
		t := &tok[i]
		if t.capital {
			lastCapital = i
		}
		if s.pinned(doc, sent, i, lastCapital) {
			f.NextFixed(Outside)
			continue
		}
		p, q, p2, q2 := at(i-1), at(i+1), at(i-2), at(i+2)
		add := func(template int, v uint64) { f.Add(seqtag.Mix(template, v)) }
		add2 := func(template int, a, b uint64) { f.Add(seqtag.Mix2(template, a, b)) }
		add(tWord+0, p2.word)
		add(tWord+1, p.word)
		add(tWord+2, t.word)
		add(tWord+3, q.word)
		add(tWord+4, q2.word)
		add2(tWordPair, p.word, t.word)
		add2(tWordPairNext, t.word, q.word)
		add(tShape, t.shape)
		add(tShapePrev, p.shape)
		add(tShapeNext, q.shape)
		add2(tShapePair, p.shape, t.shape)
		add2(tShapePairNext, t.shape, q.shape)
		add2(tShapeTriple, p.shape^t.shape<<1, q.shape)
		add2(tWordShape, t.word, t.shape)
		s.affixes(doc.Tokens[sent.First+i].Lower)
		if i > 0 {
			add(tSuffixPrev, suffixHash(doc.Tokens[sent.First+i-1].Lower, 3))
		}
		if i+1 < n {
			add(tSuffixNext, suffixHash(doc.Tokens[sent.First+i+1].Lower, 3))
		}
		if i == 0 {
			add2(tStart, 0, t.shape)
		}
		if i == n-1 {
			add(tEnd, 0)
		}
		if kind != 0 {
			add2(tSentence, kind, t.shape)
		}
		if t.grouped {
			add(tFine, uint64(t.group.Fine))
			add(tMiddle, uint64(t.group.Middle))
			add(tCoarse, uint64(t.group.Coarse))
			add2(tShapeMiddle, uint64(t.group.Middle), t.shape)
		}
		if p.grouped {
			add(tFinePrev, uint64(p.group.Fine))
			add(tMiddlePrev, uint64(p.group.Middle))
		}
		if q.grouped {
			add(tFineNext, uint64(q.group.Fine))
			add(tMiddleNext, uint64(q.group.Middle))
		}
		if p2.grouped {
			add(tMiddlePrev2, uint64(p2.group.Middle))
		}
		if q2.grouped {
			add(tMiddleNext2, uint64(q2.group.Middle))
		}
		add2(tMiddlePair, middle(p), middle(t))
		add2(tMiddlePairNext, middle(t), middle(q))
		add2(tCoarseTriple, coarse(p)<<16|coarse(t), coarse(q))
		s.listedFeatures(p, t, q)
		if t.class != 0 {
			add(tClass, uint64(t.class))
		}
		if p.class != 0 {
			add(tClassPrev, uint64(p.class))
		}
		if q.class != 0 {
			add(tClassNext, uint64(q.class))
		}
		add2(tClassPair, uint64(p.class)<<16|uint64(t.class), uint64(q.class))
		bits := s.facts[t.fact].bits
		for b := range numEvidence {
			if bits&(1<<b) != 0 {
				add(tFact, uint64(b))
			}
		}
		add2(tFactShape, uint64(bits&(seenLower|seenCapital|seenCapitals|seenAlone|seenFirstOfRun|seenLastOfRun)), t.shape)
		add(tFactMask, uint64(bits&(seenTitleBefore|seenGivenBefore|seenInPlace|seenSpeech|seenInOrgRun|seenPlaceNoun|seenAcronym|seenArticle)))
		if p.fact >= 0 {
			add(tFactPrev, uint64(s.facts[p.fact].bits&(seenTitleBefore|seenGivenBefore|seenPlaceNoun|seenLower|seenInOrgRun)))
		}
		if q.fact >= 0 {
			add(tFactNext, uint64(s.facts[q.fact].bits&(seenTitleBefore|seenGivenBefore|seenPlaceNoun|seenLower|seenInOrgRun)))
		}
		if t.run >= 0 {
			s.runFeatures(sent, i, t, at)
		} else {
			add2(tPrevName, uint64(min(i-lastCapital, 4)), t.word)
		}
		f.Next()
	}
	return f
}

func middle(t *token) uint64 {
	if !t.grouped {
		return 999
	}
	return uint64(t.group.Middle)
}

func coarse(t *token) uint64 {
	if !t.grouped {
		return 999
	}
	return uint64(t.group.Coarse)
}

// pinned reports a token of running text that cannot be part of a name.
func (s *Scratch) pinned(doc *text.Document, sent *text.Sentence, i, lastCapital int) bool {
	t := &s.tokens[sent.First+i]
	if t.capital {
		return false
	}
	if s.caseless {
		// Marks with nothing before them begin no name.
		return doc.Tokens[sent.First+i].Kind == text.Symbol
	}
	// A small word is in a name behind a capital ("Iraqi security forces"), or
	// before one ("al-Qaida", "3rd Battalion"), or because it is listed.
	if i-lastCapital <= 3 {
		return false
	}
	if t.gaz.all()&^(gazetteer.CommonWord.Set()|gazetteer.PersonNames) != 0 {
		return false
	}
	for k := 1; k <= 2; k++ {
		if j := sent.First + i + k; j < sent.Last && s.tokens[j].capital {
			return false
		}
	}
	return true
}

func (s *Scratch) affixes(w string) {
	h := uint64(14695981039346656037)
	for k := 0; k < len(w) && k < 4; k++ {
		h = (h ^ uint64(w[k])) * 1099511628211
		s.features.Add(seqtag.Mix(tPrefix, h+uint64(k)))
	}
	h = uint64(14695981039346656037)
	for k := 0; k < len(w) && k < 5; k++ {
		h = (h ^ uint64(w[len(w)-1-k])) * 1099511628211
		if k > 0 {
			s.features.Add(seqtag.Mix(tSuffix, h+uint64(k)))
		}
	}
}

func suffixHash(w string, n int) uint64 {
	h := uint64(14695981039346656037)
	for k := max(0, len(w)-n); k < len(w); k++ {
		h = (h ^ uint64(w[k])) * 1099511628211
	}
	return h
}

func (s *Scratch) listedFeatures(p, t, q *token) {
	f := &s.features
	if t.gaz.all() != 0 {
		common := uint64(0)
		if t.gaz.unit.Has(gazetteer.CommonWord) {
			common = 1
		}
		for c := range gazClasses {
			if pos := t.gaz.position(c); pos != 0 {
				f.Add(seqtag.Mix2(tGaz, uint64(c)<<2|uint64(pos), common))
				f.Add(seqtag.Mix2(tGazShape, uint64(c)<<2|uint64(pos), t.shape))
			}
		}
	}
	for c := range gazClasses {
		if pos := p.gaz.position(c); pos != 0 {
			f.Add(seqtag.Mix(tGazPrev, uint64(c)<<2|uint64(pos)))
		}
		if pos := q.gaz.position(c); pos != 0 {
			f.Add(seqtag.Mix(tGazNext, uint64(c)<<2|uint64(pos)))
		}
	}
	f.Add(seqtag.Mix(tGazMask, t.gaz.hash()))
	f.Add(seqtag.Mix2(tMiddleGaz, t.gaz.hash(), middle(t)))
	f.Add(seqtag.Mix2(tGazPair, p.gaz.hash(), t.gaz.hash()))
	f.Add(seqtag.Mix2(tGazPairNext, t.gaz.hash(), q.gaz.hash()))
}

// runFeatures tell where in its run of capitals a token stands, and how the run
// begins, ends and is surrounded.
func (s *Scratch) runFeatures(sent *text.Sentence, i int, t *token, at func(int) *token) {
	f := &s.features
	r := &s.runs[t.run]
	first, last := int(r.first)-sent.First, int(r.last)-sent.First
	place := uint64(1)
	switch {
	case last-first == 1:
		place = 0
	case i == first:
		place = 2
	case i == last-1:
		place = 3
	}
	length := uint64(min(last-first, 6))
	f.Add(seqtag.Mix2(tRunLength, length, place))
	f.Add(seqtag.Mix2(tRunPlace, place, t.shape))
	head, tail, before, after := at(first), at(last-1), at(first-1), at(last)
	f.Add(seqtag.Mix2(tRunFirst, head.word, min(place, 1)))
	f.Add(seqtag.Mix2(tRunLast, tail.word, min(place, 1)))
	f.Add(seqtag.Mix(tRunBefore, before.word))
	f.Add(seqtag.Mix(tRunAfter, after.word))
	f.Add(seqtag.Mix(tRunLastMiddle, middle(tail)))
	f.Add(seqtag.Mix(tRunBeforeMiddle, middle(before)))
	f.Add(seqtag.Mix(tRunAfterMiddle, middle(after)))
	f.Add(seqtag.Mix2(tRunClass, uint64(before.class)<<32|uint64(after.class)<<16|uint64(tail.class), place))
	f.Add(seqtag.Mix2(tRunGaz, head.gaz.hash(), tail.gaz.hash()))
	if r.org {
		f.Add(seqtag.Mix(tRunOrg, length<<4|place))
	}
}
