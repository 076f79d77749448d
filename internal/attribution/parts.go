package attribution

import (
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Labels of the second model.
const (
	PartOut = iota
	PartSource
	PartContent
	partSourceIn  // behind the first token of a source
	partContentIn // behind the first token of a content
	partContentEnd
)

// PartLabels are their names.
var PartLabels = []string{"O", "S", "C", "IS", "IC", "EC"}

// PartFollows says which label may follow which: what is begun goes on.
func PartFollows(prev, cur int) bool {
	switch cur {
	case partSourceIn:
		return prev == PartSource || prev == partSourceIn
	case partContentIn, partContentEnd:
		return prev == PartContent || prev == partContentIn
	}
	return prev != partContentIn
}

// Mark writes the labels of a run of a source or content.
func Mark(labels []uint8, part uint8) {
	for i := range labels {
		switch {
		case i == 0:
			labels[i] = part
		case part == PartSource:
			labels[i] = partSourceIn
		case i == len(labels)-1:
			labels[i] = partContentEnd
		default:
			labels[i] = partContentIn
		}
	}
}

// plain reduces labels to the three that matter to the caller.
func plain(labels []uint8) {
	for i, l := range labels {
		switch l {
		case partSourceIn:
			labels[i] = PartSource
		case partContentIn, partContentEnd:
			labels[i] = PartContent
		}
	}
}

// Window is how many tokens on either side of a cue can belong to it.
const Window = 80

// WindowOf is the stretch of text that is labelled for a cue: its paragraph,
// and where that ends with a colon, the quoted paragraphs behind it.
func (s *Scene) WindowOf(cue Run) Run {
	p := s.Doc.ParagraphOf(cue.First)
	first, last := s.Doc.Sentences[p.First].First, s.Doc.Sentences[p.Last-1].Last
	end := min(len(s.Doc.Tokens), cue.Last+Window)
	if int(s.Doc.Tokens[cue.First].Sentence) == p.Last-1 && s.Doc.Tokens[last-1].Text == ":" {
		for last < end && s.Inside[last] >= 0 {
			p = s.Doc.ParagraphOf(last)
			last = s.Doc.Sentences[p.Last-1].Last
		}
	}
	return Run{max(first, cue.First-Window), min(last, end)}
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

// PartFeatures describes the tokens around a cue to the second model; the
// cue's own tokens are pinned outside. The other cues are those noted last.
func (s *Scene) PartFeatures(f *seqtag.Features, w, cue Run, b *Beside) {
	f.Reset()
	tok := s.Doc.Tokens
	b.look(s, w, cue)
	head := b.head
	hl, hb := s.lemma[head], uint64(s.bin[head])
	hint := b.hint
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
	left, right := s.Subject(cue, false)
	actor := func(i int) uint64 {
		switch {
		case i >= left.First && i < left.Last:
			return 1
		case i >= right.First && i < right.Last:
			return 2
		}
		return 0
	}
	word, tag := s.wordAt, s.tagAt
	beforeLeft := uint64(outOfText)
	if left.First < left.Last {
		if i := left.First - 1; i >= 0 && tok[i].Sentence == tok[left.First].Sentence {
			beforeLeft = s.word[i]
		} else {
			beforeLeft = 1
		}
	}
	cueClause := s.clause[cue.First]
	group := func(i int) uint64 {
		if i < 0 || i >= len(tok) {
			return outOfText
		}
		return uint64(s.group[i].Middle)
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
		between := &b.crossed[i-w.First]
		code := between.code()
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
		ac := actor(i)
		aa := ac<<4 | actor(i-1)<<2 | actor(i+1)
		f.Add(seqtag.Mix(80, aa<<16|dist<<8|side))
		f.Add(seqtag.Mix2(81, hl, aa<<8|side))
		f.Add(seqtag.Mix(82, aa<<32|around<<8|side))
		f.Add(seqtag.Mix(83, aa<<16|uint64(s.noun[i])<<8|name))
		f.Add(seqtag.Mix2(84, beforeLeft, ac<<16|side<<8|in))
		f.Add(seqtag.Mix2(85, beforeLeft^word(cue.Last), ac<<16|side<<8|in))
		k := s.clause[i]
		cl := &s.clauses[k]
		rank := uint64(min(max(k-cueClause, -5), 5) + 6)
		last := s.endsClause(i)
		begins := uint64(0)
		if i == cl.first {
			begins = 1
		}
		shape := rank << 8
		if cl.finite {
			shape |= 1
		}
		if cl.cue {
			shape |= 2
		}
		f.Add(seqtag.Mix2(86, cl.opens, shape<<8|begins<<1|last))
		f.Add(seqtag.Mix2(87, hl, shape<<8|begins<<1|last))
		f.Add(seqtag.Mix(88, shape<<32|uint64(cl.tag)<<24|in<<16|begins<<1|last))
		if last == 1 && int(k)+1 < len(s.clauses) {
			n := &s.clauses[k+1]
			next := uint64(n.tag) << 8
			if n.finite {
				next |= 1
			}
			if n.cue {
				next |= 2
			}
			if n.first < len(tok) && tok[n.first].Sentence != t.Sentence {
				next |= 4
			}
			f.Add(seqtag.Mix2(89, n.opens, next<<8|side))
			f.Add(seqtag.Mix2(90, n.opens, shape<<32|next))
			f.Add(seqtag.Mix2(91, hl, next<<8|side))
		}
		f.Add(seqtag.Mix2(92, hl^word(cue.Last), side<<16|min(dist, 6)<<8|in))
		f.Add(seqtag.Mix2(93, hl, tag(cue.Last)<<32|tag(cue.Last+1)<<24|side<<16|min(dist, 6)<<8|in))
		f.Add(seqtag.Mix(94, group(i)<<16|side<<8|min(dist, 6)))
		f.Add(seqtag.Mix(95, group(i-1)<<32|group(i)<<16|side))
		f.Add(seqtag.Mix(96, group(i)<<16|group(i+1)<<32|side))
		f.Add(seqtag.Mix(97, uint64(s.group[head].Fine)<<32|tag(i)<<24|at))
		b.add(f, s, &place{i, side, dist, in, sent, name, hi, at, between})
		f.Next()
	}
}
