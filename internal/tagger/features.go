package tagger

import (
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Templates of features, by number; the numbers are part of a stored model.
const (
	tWord = iota
	tPrevWord
	tNextWord
	tPrev2Word
	tNext2Word
	tPrevPair
	tNextPair
	tSuffix1
	tSuffix2
	tSuffix3
	tSuffix4
	tPrefix2
	tPrefix3
	tShape
	tShapeNext
	tCluster
	tPrevCluster
	tNextCluster
	tMiddle
)

// word is what the features of a token and of its neighbours share.
type word struct {
	hash   uint64
	groups clusters.Groups
	known  bool
}

// scratch is the working memory of one tagging.
type scratch struct {
	features seqtag.Features
	decoder  seqtag.Scratch
	words    []word
	labels   []uint8
}

// edge stands for the words before and behind a sentence.
var edge = word{hash: seqtag.Hash("\x00")}

// describe fills features for the tokens of one sentence. caseless sentences
// are described by lower-case forms alone.
func (s *scratch) describe(tokens []text.Token, caseless bool) {
	s.words = s.words[:0]
	set := clusters.Default()
	for i := range tokens {
		w := word{hash: seqtag.Hash(tokens[i].Lower)}
		if tokens[i].Kind == text.Word {
			w.groups, w.known = set.Of(w.hash)
		}
		s.words = append(s.words, w)
	}
	at := func(i int) *word {
		if i < 0 || i >= len(s.words) {
			return &edge
		}
		return &s.words[i]
	}
	f := &s.features
	f.Reset()
	for i := range tokens {
		t, w, prev, next := &tokens[i], at(i), at(i-1), at(i+1)
		if tag, ok := certain(tokens, i, caseless); ok {
			f.NextFixed(int(tag))
			continue
		}
		f.Add(seqtag.Mix(tWord, w.hash))
		f.Add(seqtag.Mix(tPrevWord, prev.hash))
		f.Add(seqtag.Mix(tNextWord, next.hash))
		f.Add(seqtag.Mix(tPrev2Word, at(i-2).hash))
		f.Add(seqtag.Mix(tNext2Word, at(i+2).hash))
		f.Add(seqtag.Mix2(tPrevPair, prev.hash, w.hash))
		f.Add(seqtag.Mix2(tNextPair, w.hash, next.hash))
		if t.Kind <= text.Number {
			for n, template := range [...]int{tSuffix1, tSuffix2, tSuffix3, tSuffix4} {
				if len(t.Lower) > n+1 {
					f.Add(seqtag.Mix(template, seqtag.Hash(t.Lower[len(t.Lower)-n-1:])))
				}
			}
			if len(t.Lower) > 3 {
				f.Add(seqtag.Mix(tPrefix2, seqtag.Hash(t.Lower[:2])))
				f.Add(seqtag.Mix(tPrefix3, seqtag.Hash(t.Lower[:3])))
			}
		}
		shape := shapeOf(t, i == 0, caseless)
		f.Add(seqtag.Mix(tShape, shape))
		if i+1 < len(tokens) {
			f.Add(seqtag.Mix2(tShapeNext, shape, shapeOf(&tokens[i+1], false, caseless)))
		}
		if w.known {
			f.Add(seqtag.Mix(tCluster, uint64(w.groups.Fine)))
			f.Add(seqtag.Mix(tMiddle, uint64(w.groups.Middle)))
		}
		if prev.known {
			f.Add(seqtag.Mix(tPrevCluster, uint64(prev.groups.Middle)))
		}
		if next.known {
			f.Add(seqtag.Mix(tNextCluster, uint64(next.groups.Middle)))
		}
		f.Next()
	}
}

// shapeOf sums up what letters and position tell, without case if that tells
// nothing.
func shapeOf(t *text.Token, first, caseless bool) uint64 {
	shape := uint64(t.Kind)
	bits := t.Shape & (text.HasDigit | text.HasHyphen | text.HasPeriod)
	if !caseless {
		bits |= t.Shape & (text.Capital | text.AllCaps | text.MixedCaps)
		if first {
			shape |= 8
		}
	}
	return shape | uint64(bits)<<4
}
