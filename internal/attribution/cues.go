package attribution

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Labels of the cue tagger.
const (
	cueOut = iota
	cueBegin
	cueIn
)

// CueLabels are their names.
var CueLabels = []string{"O", "B", "I"}

// CueFollows says which label may follow which.
func CueFollows(prev, cur int) bool { return cur != cueIn || prev == cueBegin || prev == cueIn }

// near buckets a distance.
func near(d int) uint64 {
	switch {
	case d <= 4:
		return uint64(d)
	case d <= 7:
		return 5
	case d <= 12:
		return 6
	case d <= 25:
		return 7
	}
	return 8
}

// CueFeatures describes the tokens of a sentence to the cue tagger.
func (s *Scene) CueFeatures(f *seqtag.Features, sentence int) {
	f.Reset()
	sn := &s.Doc.Sentences[sentence]
	tok := s.Doc.Tokens
	const edge = 0x5EED
	word := func(i int) uint64 {
		if i < sn.First || i >= sn.Last {
			return edge
		}
		return s.word[i]
	}
	lemma := func(i int) uint64 {
		if i < sn.First || i >= sn.Last {
			return edge
		}
		return s.lemma[i]
	}
	tag := func(i int) uint64 {
		if i < sn.First || i >= sn.Last {
			return edge
		}
		return uint64(tok[i].Tag) + 1
	}
	strong := 0
	for i := sn.First; i < sn.Last; i++ {
		if s.bin[i] >= 6 {
			strong++
		}
	}
	lastQuote, lastName, lastCue, lastVerb := -100, -100, -100, -100
	for i := sn.First; i < sn.Last; i++ {
		t := &tok[i]
		in := uint64(0)
		if k := s.Inside[i]; k >= 0 {
			in = 1
			if t.Kind == text.Quote {
				in = 2
			}
		}
		bin := uint64(s.bin[i])
		nextQuote, nextName, that, nextComma := 9, 9, 0, 0
		for d := 1; d < 9 && i+d < sn.Last; d++ {
			x := &tok[i+d]
			if nextQuote == 9 && x.Kind == text.Quote && s.Inside[i+d] >= 0 {
				nextQuote = d
			}
			if nextName == 9 && (s.Names[i+d] != 0 || x.Tag == pos.PRP) {
				nextName = d
			}
			if that == 0 && x.Lower == "that" {
				that = d
			}
			if nextComma == 0 && x.Text == "," {
				nextComma = d
			}
		}
		w, l, g := word(i), lemma(i), tag(i)
		f.Add(seqtag.Mix(1, w))
		f.Add(seqtag.Mix(2, l))
		f.Add(seqtag.Mix2(3, l, g))
		f.Add(seqtag.Mix(4, word(i-1)))
		f.Add(seqtag.Mix(5, word(i+1)))
		f.Add(seqtag.Mix2(6, l, word(i+1)))
		f.Add(seqtag.Mix2(7, word(i-1), l))
		f.Add(seqtag.Mix(8, tag(i-1)<<16|g<<8|tag(i+1)))
		f.Add(seqtag.Mix(9, tag(i-2)<<16|tag(i-1)<<8|g))
		f.Add(seqtag.Mix(10, g<<16|tag(i+1)<<8|tag(i+2)))
		f.Add(seqtag.Mix(11, bin<<8|in))
		f.Add(seqtag.Mix(12, bin<<24|in<<16|g<<8|tag(i+1)))
		f.Add(seqtag.Mix(13, bin<<16|near(i-lastQuote)<<8|uint64(nextQuote)))
		f.Add(seqtag.Mix(14, bin<<16|near(i-lastName)<<8|uint64(nextName)))
		f.Add(seqtag.Mix(15, bin<<16|uint64(that)<<8|uint64(nextComma)))
		f.Add(seqtag.Mix2(16, l, in<<8|uint64(min(that, 3))))
		f.Add(seqtag.Mix2(17, l, near(i-lastQuote)<<8|uint64(min(nextQuote, 4))))
		f.Add(seqtag.Mix(18, bin<<16|near(i-lastCue)<<8|uint64(min(strong, 4))))
		f.Add(seqtag.Mix(19, uint64(s.class[i])<<16|g<<8|in))
		hint := uint64(0)
		if s.hint[i] > 0 {
			h := &s.Hints[s.hint[i]-1]
			hint = 1
			if h.Leading {
				hint = 2
			}
			if !h.Source.empty() {
				hint += 2
			}
		}
		f.Add(seqtag.Mix(20, hint<<8|in))
		f.Add(seqtag.Mix2(21, l, hint))
		f.Add(seqtag.Mix(22, hint<<16|bin<<8|g))
		if t.Kind == text.Word && len(t.Lower) > 3 {
			f.Add(seqtag.Mix2(23, seqtag.Hash(t.Lower[len(t.Lower)-3:]), g))
		}
		f.Add(seqtag.Mix2(24, lemma(i-1), g))
		f.Add(seqtag.Mix2(25, lemma(i+1), g))
		f.Add(seqtag.Mix2(26, word(i+1), word(i+2)))
		f.Add(seqtag.Mix2(27, word(i-2), word(i-1)))
		f.Add(seqtag.Mix(28, near(i-lastVerb)<<16|near(i-sn.First)<<8|g))
		f.Add(seqtag.Mix2(29, l, uint64(s.Names[max(i-1, sn.First)])<<8|tag(i-1)))
		f.Add(seqtag.Mix(30, bin<<16|uint64(s.noun[max(i-1, sn.First)])<<8|uint64(s.noun[min(i+1, sn.Last-1)])))
		f.Add(seqtag.Mix(31, near(sn.Last-i)<<16|bin<<8|in))
		f.Add(seqtag.Mix(32, uint64(s.binAt(i-1, sn))<<16|bin<<8|uint64(s.binAt(i+1, sn))))
		f.Next()
		if t.Kind == text.Quote && s.Inside[i] >= 0 {
			lastQuote = i
		}
		if s.Names[i] != 0 || t.Tag == pos.PRP || t.Tag == pos.WP {
			lastName = i
		}
		if s.bin[i] >= 5 {
			lastCue = i
		}
		if t.Tag.Finite() {
			lastVerb = i
		}
	}
}

func (s *Scene) binAt(i int, sn *text.Sentence) uint8 {
	if i < sn.First || i >= sn.Last {
		return 255
	}
	return s.bin[i]
}

func (r Run) empty() bool { return r.First >= r.Last }
