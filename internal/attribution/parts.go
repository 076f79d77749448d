package attribution

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Labels of the second model.
const (
	PartOut = iota
	PartSource
	PartContent
)

// PartLabels are their names.
var PartLabels = []string{"O", "S", "C"}

// Window is how many tokens on either side of a cue, within its paragraph, can
// belong to it.
const Window = 80

// WindowOf is the stretch of text that is labelled for a cue.
func (s *Scene) WindowOf(cue Run) Run {
	p := s.Doc.ParagraphOf(cue.First)
	first, last := s.Doc.Sentences[p.First].First, s.Doc.Sentences[p.Last-1].Last
	return Run{max(first, cue.First-Window), min(last, cue.Last+Window)}
}

// HeadOf is the token of a cue that says most: the one that is most often part
// of cues.
func (s *Scene) HeadOf(cue Run) int {
	best := cue.First
	for i := cue.First; i < cue.Last; i++ {
		if s.bin[i] > s.bin[best] || s.bin[i] == s.bin[best] && s.Doc.Tokens[i].Tag.Verb() && !s.Doc.Tokens[best].Tag.Verb() {
			best = i
		}
	}
	return best
}

// crossed counts what lies between a cue and a token.
type crossed struct {
	commas, marks, finite, ends, cues, that int
}

func (c *crossed) pass(s *Scene, i int) {
	t := &s.Doc.Tokens[i]
	switch {
	case t.Text == ",":
		c.commas++
	case t.Kind == text.Quote:
		c.marks++
	case t.Tag.Finite():
		c.finite++
	case t.Lower == "that" || t.Lower == "to":
		c.that++
	}
	if s.bin[i] >= 5 {
		c.cues++
	}
	if i+1 < len(s.Doc.Tokens) && s.Doc.Tokens[i+1].Sentence != t.Sentence {
		c.ends++
	}
}

func (c *crossed) code() uint64 {
	return uint64(min(c.commas, 3))<<20 | uint64(min(c.marks, 3))<<16 | uint64(min(c.finite, 3))<<12 | uint64(min(c.ends, 2))<<8 | uint64(min(c.cues, 2))<<4 | uint64(min(c.that, 2))
}

// PartFeatures describes the tokens around a cue to the second model; the
// cue's own tokens are pinned outside.
func (s *Scene) PartFeatures(f *seqtag.Features, w, cue Run, scratch *[]uint64) {
	f.Reset()
	tok := s.Doc.Tokens
	n := w.Last - w.First
	*scratch = grow(*scratch, n)
	codes := *scratch
	var c crossed
	for i := cue.First - 1; i >= w.First; i-- {
		codes[i-w.First] = c.code()
		c.pass(s, i)
	}
	c = crossed{}
	for i := cue.Last; i < w.Last; i++ {
		codes[i-w.First] = c.code()
		c.pass(s, i)
	}
	head := s.HeadOf(cue)
	hl, hb := s.lemma[head], uint64(s.bin[head])
	hint := s.HintAt(cue)
	label := func(i int) uint64 {
		if hint == nil {
			return 3
		}
		if i >= hint.Source.First && i < hint.Source.Last {
			return PartSource
		}
		for _, r := range hint.Content {
			if i >= r.First && i < r.Last {
				return PartContent
			}
		}
		return PartOut
	}
	const edge = 0x5EED
	word := func(i int) uint64 {
		if i < 0 || i >= len(tok) {
			return edge
		}
		return s.word[i]
	}
	tag := func(i int) uint64 {
		if i < 0 || i >= len(tok) {
			return edge
		}
		return uint64(tok[i].Tag) + 1
	}
	around := tag(cue.First-1)<<8 | tag(cue.Last)
	form := uint64(tok[head].Tag)
	cueSegment := s.Inside[head]
	cueSentence := int(tok[cue.First].Sentence)
	for i := w.First; i < w.Last; i++ {
		if i >= cue.First && i < cue.Last {
			f.NextFixed(PartOut)
			continue
		}
		t := &tok[i]
		side, d := uint64(0), cue.First-i
		if i >= cue.Last {
			side, d = 1, i-cue.Last+1
		}
		dist := near(d)
		in := uint64(0)
		if k := s.Inside[i]; k >= 0 {
			in = 1
			if t.Kind == text.Quote {
				in = 2
			}
			if k == cueSegment {
				in += 2
			}
		}
		code := codes[i-w.First]
		sd := int(t.Sentence) - cueSentence
		sent := uint64(min(max(sd, -2), 2) + 2)
		at := side<<16 | dist<<8 | in
		name := uint64(s.Names[i])
		hi := label(i)
		hh := hi<<4 | label(i-1)<<2 | label(i+1)
		f.Add(seqtag.Mix(40, at))
		f.Add(seqtag.Mix2(41, hl, at))
		f.Add(seqtag.Mix(42, code<<8|side))
		f.Add(seqtag.Mix(43, code<<16|side<<8|in<<4|sent))
		f.Add(seqtag.Mix2(44, hl, side<<32|code&0xFFF))
		f.Add(seqtag.Mix2(45, s.word[i], side<<8|min(dist, 5)))
		f.Add(seqtag.Mix2(46, word(i-1), side))
		f.Add(seqtag.Mix2(47, word(i+1), side))
		f.Add(seqtag.Mix(48, tag(i-1)<<24|tag(i)<<16|tag(i+1)<<8|side))
		f.Add(seqtag.Mix(49, tag(i)<<32|name<<24|at))
		f.Add(seqtag.Mix(50, tag(i)<<40|code<<8|side))
		f.Add(seqtag.Mix(51, around<<32|at))
		f.Add(seqtag.Mix(52, around<<32|name<<24|tag(i)<<16|side<<8|dist))
		f.Add(seqtag.Mix2(53, s.word[cue.Last-1], around<<16|side<<8|in))
		f.Add(seqtag.Mix2(54, word(cue.Last), side<<16|dist<<8|in))
		f.Add(seqtag.Mix2(55, word(cue.First-1), side<<16|dist<<8|in))
		f.Add(seqtag.Mix(56, hh<<8|side))
		f.Add(seqtag.Mix(57, hh<<32|tag(i-1)<<24|tag(i)<<16|tag(i+1)<<8|side))
		f.Add(seqtag.Mix2(58, hl, hh<<8|side))
		f.Add(seqtag.Mix2(59, s.word[i], hh))
		f.Add(seqtag.Mix(60, hh<<40|code<<8|side))
		f.Add(seqtag.Mix(61, hi<<40|form<<32|at))
		f.Add(seqtag.Mix(62, hb<<40|form<<32|at))
		f.Add(seqtag.Mix(63, sent<<16|in<<8|uint64(s.noun[i])))
		f.Add(seqtag.Mix(64, uint64(s.noun[i])<<32|at))
		f.Add(seqtag.Mix2(65, hl, tag(i)<<16|side<<8|min(dist, 6)))
		f.Add(seqtag.Mix2(66, word(i-1), s.word[i]))
		f.Add(seqtag.Mix2(67, s.word[i], word(i+1)))
		f.Add(seqtag.Mix(68, uint64(s.bin[i])<<32|at))
		first := uint64(0)
		if i == 0 || tok[i-1].Sentence != t.Sentence {
			first = 1
		}
		f.Add(seqtag.Mix(69, first<<32|sent<<24|hi<<20|at))
		if hint != nil && hint.Leading {
			f.Add(seqtag.Mix(70, hi<<32|at))
			f.Add(seqtag.Mix(71, hh<<32|code<<8|side))
		}
		f.Add(seqtag.Mix(72, uint64(t.Shape&3)<<32|name<<24|tag(i-1)<<16|tag(i)<<8|side))
		f.Next()
	}
	_ = pos.None
}
