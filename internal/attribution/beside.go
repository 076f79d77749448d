package attribution

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/text"
)

// Beside is a cue with what lies around it, as the second model's features see
// it. The zero value is ready; it is reused from cue to cue.
type Beside struct {
	cue     Run
	crossed []crossed // per token of the window: what lies between it and the cue

	head        int   // the token of the cue that says most
	hint        *Hint // the rules' attribution with this cue
	whole, last uint64
	passive     uint64 // bits: a form of "be", a participle, "by"
	length      uint64
	before      uint64 // the word before the cue, 1 at a sentence's beginning
}

// crossed counts what lies between a cue and a token.
type crossed struct {
	commas, marks, finite, ends, cues, that uint8
	outside                                 uint8 // cues' words outside quoted segments
	paragraphs, people                      uint8
	segments                                uint8 // quoted ones, with the token's own
	noted, notedOutside                     uint8 // cues that were found
}

func (c *crossed) pass(s *Scene, i int) {
	t := &s.Doc.Tokens[i]
	count := func(n *uint8) { *n = min(*n+1, 7) }
	switch {
	case t.Text == ",":
		count(&c.commas)
	case t.Kind == text.Quote:
		count(&c.marks)
	case t.Tag.Finite():
		count(&c.finite)
	case t.Lower == "that" || t.Lower == "to":
		count(&c.that)
	}
	if s.bin[i] >= 5 {
		count(&c.cues)
		if s.Inside[i] < 0 {
			count(&c.outside)
		}
	}
	if s.noted[i] == notedFirst {
		count(&c.noted)
		if s.Inside[i] < 0 {
			count(&c.notedOutside)
		}
	}
	if t.Tag == pos.PRP || s.Names[i] == 1 {
		count(&c.people)
	}
	if i+1 < len(s.Doc.Tokens) && s.Doc.Tokens[i+1].Sentence != t.Sentence {
		count(&c.ends)
	}
}

func capped(n uint8, most uint64) uint64 { return min(uint64(n), most) }

func (c *crossed) code() uint64 {
	return capped(c.commas, 3)<<20 | capped(c.marks, 3)<<16 | capped(c.finite, 3)<<12 | capped(c.ends, 2)<<8 | capped(c.cues, 2)<<4 | capped(c.that, 2)
}

func (c *crossed) speakers() uint64 {
	return capped(c.outside, 3)<<4 | capped(c.paragraphs, 2)<<2 | capped(c.people, 3)
}

func (c *crossed) others() uint64 { return capped(c.noted, 3)<<2 | capped(c.notedOutside, 3) }

// look walks from the cue to both ends of its window.
func (b *Beside) look(s *Scene, w, cue Run) {
	tok := s.Doc.Tokens
	b.cue = cue
	b.crossed = grow(b.crossed, w.Last-w.First)
	walk := func(from, to, step int) {
		var c crossed
		segment := int32(-1)
		for i := from; i != to; i += step {
			if k := s.Inside[i]; k >= 0 && k != segment {
				c.segments = min(c.segments+1, 7)
				segment = k
			}
			b.crossed[i-w.First] = c
			c.pass(s, i)
			if j := i + step; j != to && tok[j].Sentence != tok[i].Sentence && s.Doc.Sentences[tok[j].Sentence].Paragraph != s.Doc.Sentences[tok[i].Sentence].Paragraph {
				c.paragraphs = min(c.paragraphs+1, 7)
			}
		}
	}
	walk(cue.First-1, w.First-1, -1)
	walk(cue.Last, w.Last, 1)
	b.head, b.hint = s.HeadOf(cue), s.HintAt(cue)
	b.whole, b.last, b.passive = 0, s.lemma[cue.Last-1], 0
	for i := cue.First; i < cue.Last; i++ {
		b.whole = seqtag.Mix2(1, b.whole, s.lemma[i])
		if s.lemma[i] == be {
			b.passive |= 1
		}
		if tok[i].Tag == pos.VBN {
			b.passive |= 2
		}
		if tok[i].Lower == "by" {
			b.passive |= 4
		}
	}
	if cue.First > 0 && s.lemma[cue.First-1] == be {
		b.passive |= 1
	}
	if cue.Last < len(tok) && tok[cue.Last].Lower == "by" {
		b.passive |= 4
	}
	b.length = uint64(min(cue.Last-cue.First, 4))
	b.before = 1
	if cue.First > 0 && tok[cue.First-1].Sentence == tok[cue.First].Sentence {
		b.before = s.word[cue.First-1]
	}
}

var be = seqtag.Hash("be")

// place is what several features say of a token.
type place struct {
	token    int
	side     uint64 // 0 left of the cue, 1 right of it
	distance uint64 // see near
	in       uint64 // quoted, and in the cue's own segment
	sentence uint64 // before, of, or behind the cue's
	name     uint64
	hinted   uint64 // the part it has for the rules
	at       uint64 // side, distance and in
	crossed  *crossed
}

// outOfText stands for words and tags before the first token and behind the
// last.
const outOfText = 0x5EED

func (s *Scene) wordAt(i int) uint64 {
	if i < 0 || i >= len(s.word) {
		return outOfText
	}
	return s.word[i]
}

func (s *Scene) tagAt(i int) uint64 {
	if i < 0 || i >= len(s.Doc.Tokens) {
		return outOfText
	}
	return uint64(s.Doc.Tokens[i].Tag) + 1
}

// sameSentence is 1 for a token in the cue's sentence.
func (b *Beside) sameSentence(s *Scene, i int) uint64 {
	if s.Doc.Tokens[i].Sentence == s.Doc.Tokens[b.cue.First].Sentence {
		return 1
	}
	return 0
}

// addClaims says which tokens the rules gave to other attributions.
func (b *Beside) addClaims(f *seqtag.Features, s *Scene, p *place) {
	claim := func(i int) uint64 {
		if i < 0 || i >= len(s.claim) {
			return 31
		}
		v := uint64(0)
		other := func(k int16) bool { return k != 0 && &s.Hints[k-1] != b.hint }
		later := func(k int16) bool { return s.Hints[k-1].Cue.First > b.cue.First }
		if k := s.claim[i].content; other(k) {
			v = 1
			if later(k) {
				v = 2
			}
		}
		if k := s.claim[i].source; other(k) {
			v += 3
			if later(k) {
				v += 3
			}
		}
		if other(s.hint[i]) {
			v = 10
		}
		return v
	}
	c := claim(p.token)
	around := c<<16 | claim(p.token-1)<<8 | claim(p.token+1)
	f.Add(seqtag.Mix(110, c<<32|p.at))
	f.Add(seqtag.Mix(111, around<<16|p.side<<8|p.hinted))
	f.Add(seqtag.Mix(112, around<<16|p.side<<8|min(p.distance, 6)<<4|p.in))
	f.Add(seqtag.Mix(113, around<<16|s.tagAt(p.token)<<8|p.side))
}

// addCue says more of the cue than its head.
func (b *Beside) addCue(f *seqtag.Features, s *Scene, p *place) {
	tag := s.tagAt(p.token)
	f.Add(seqtag.Mix2(114, b.whole, p.at))
	f.Add(seqtag.Mix2(115, b.last, b.passive<<40|p.at))
	f.Add(seqtag.Mix(116, b.passive<<32|p.at))
	f.Add(seqtag.Mix(117, b.passive<<40|p.name<<32|tag<<24|p.side<<16|min(p.distance, 6)))
	f.Add(seqtag.Mix2(118, b.last, tag<<16|p.side<<8|min(p.distance, 6)))
	f.Add(seqtag.Mix(119, b.length<<32|p.at))
}

// addSubject says whether a token stands where the subject of the cue's verb
// may be: how many verbs of the sentence stand before it and before the cue.
func (b *Beside) addSubject(f *seqtag.Features, s *Scene, p *place) {
	tag, same := s.tagAt(p.token), b.sameSentence(s, p.token)
	verbs, cue := uint64(s.verbs[p.token]), uint64(s.verbs[b.cue.First])
	f.Add(seqtag.Mix(120, verbs<<24|cue<<16|same<<8|p.side))
	f.Add(seqtag.Mix(121, verbs<<40|cue<<32|same<<24|tag<<16|p.name<<8|p.side))
	f.Add(seqtag.Mix2(122, b.before, verbs<<32|min(cue, 3)<<24|same<<16|p.name<<8|p.side))
	f.Add(seqtag.Mix2(123, b.before, verbs<<24|same<<16|tag<<8|p.side))
}

// addSegments says how many quoted segments and possible speakers lie between.
func (b *Beside) addSegments(f *seqtag.Features, s *Scene, p *place) {
	speakers, segments := p.crossed.speakers(), uint64(p.crossed.segments)
	f.Add(seqtag.Mix(124, speakers<<16|segments<<8|p.in<<4|p.side))
	f.Add(seqtag.Mix(125, segments<<24|p.sentence<<16|p.in<<8|p.side))
	f.Add(seqtag.Mix(126, speakers<<24|s.tagAt(p.token)<<16|p.in<<8|p.side))
	f.Add(seqtag.Mix2(127, s.lemma[b.head], speakers<<24|segments<<16|p.in<<8|p.side))
}

// addOthers says where the cues of other attributions are.
func (b *Beside) addOthers(f *seqtag.Features, s *Scene, p *place) {
	noted := func(i int) uint64 {
		if i < 0 || i >= len(s.noted) {
			return 3
		}
		return uint64(s.noted[i])
	}
	others := p.crossed.others()
	around := noted(p.token-1)<<4 | noted(p.token)<<2 | noted(p.token+1)
	f.Add(seqtag.Mix(128, others<<16|p.in<<8|p.side))
	f.Add(seqtag.Mix(129, others<<24|p.sentence<<16|p.in<<8|p.side))
	f.Add(seqtag.Mix(130, around<<16|others<<8|p.side))
	f.Add(seqtag.Mix(131, around<<24|s.tagAt(p.token)<<16|p.in<<8|p.side))
	f.Add(seqtag.Mix2(132, s.lemma[b.head], others<<16|p.in<<8|p.side))
	k := int(s.clause[p.token])
	flags := func(k int) uint64 {
		if k < len(s.clauses) && s.clauses[k].noted {
			return 1
		}
		return 0
	}
	own, next, last := flags(k), flags(k+1), s.endsClause(p.token)
	if k+1 < len(s.clauses) {
		f.Add(seqtag.Mix2(133, s.clauses[k+1].opens, own<<24|next<<16|last<<8|p.side))
	}
	f.Add(seqtag.Mix(134, others<<24|own<<20|next<<16|last<<12|p.in<<8|p.side))
}

// endsClause is 1 for the last token of a clause.
func (s *Scene) endsClause(i int) uint64 {
	if i+1 >= len(s.clause) || s.clause[i+1] != s.clause[i] {
		return 1
	}
	return 0
}

// addWords looks at more words around a token.
func (b *Beside) addWords(f *seqtag.Features, s *Scene, p *place) {
	i, tag := p.token, s.tagAt(p.token)
	f.Add(seqtag.Mix2(135, s.wordAt(i-2), p.side))
	f.Add(seqtag.Mix2(136, s.wordAt(i+2), p.side))
	f.Add(seqtag.Mix2(137, s.wordAt(i+1), s.wordAt(i+2)))
	f.Add(seqtag.Mix2(138, s.wordAt(i-2), s.wordAt(i-1)))
	f.Add(seqtag.Mix(139, s.tagAt(i-2)<<32|s.tagAt(i-1)<<24|tag<<16|s.tagAt(i+1)<<8|p.side))
	f.Add(seqtag.Mix(140, s.tagAt(i+2)<<32|s.tagAt(i+1)<<24|tag<<16|s.tagAt(i+3)<<8|p.side))
	f.Add(seqtag.Mix2(141, s.lemma[i], p.side<<16|p.in<<8))
}

// addClauses says at the end of a clause how the text goes on.
func (b *Beside) addClauses(f *seqtag.Features, s *Scene, p *place) {
	if s.endsClause(p.token) == 0 {
		return
	}
	k := int(s.clause[p.token])
	form := func(k int) uint64 {
		if k >= len(s.clauses) {
			return 99
		}
		c := &s.clauses[k]
		v := uint64(c.tag) << 8
		if c.finite {
			v |= 1
		}
		if c.cue {
			v |= 2
		}
		if s.Doc.Tokens[c.first].Sentence != s.Doc.Tokens[p.token].Sentence {
			v |= 4
		}
		switch n := c.last - c.first; {
		case n >= 7:
			v |= 16
		case n >= 3:
			v |= 8
		}
		return v
	}
	next, second := form(k+1), form(k+2)
	f.Add(seqtag.Mix(142, next<<32|second<<16|p.side))
	f.Add(seqtag.Mix(143, form(k)<<32|next<<16|p.side<<8|p.in))
	if k+1 < len(s.clauses) {
		c := &s.clauses[k+1]
		f.Add(seqtag.Mix2(144, c.opens, second<<8|p.side))
		f.Add(seqtag.Mix2(145, c.opens, seqtag.Mix(0, s.wordAt(c.first+1))^p.side))
		f.Add(seqtag.Mix2(146, c.opens, s.tagAt(c.first+1)<<24|s.tagAt(c.first+2)<<16|p.side<<8|p.distance))
	}
	f.Add(seqtag.Mix2(147, s.clauses[k].opens, next<<8|p.side))
}

// addChunks counts noun phrases from the cue and from the beginning of the
// sentence.
func (b *Beside) addChunks(f *seqtag.Features, s *Scene, p *place) {
	c, tag := s.chunk[p.token], s.tagAt(p.token)
	v := uint64(min(max(c.number-s.chunk[b.cue.First].number, -6), 6)+8)<<8 | b.sameSentence(s, p.token)<<2 | p.side
	if c.in {
		v |= 16
	}
	first := uint64(0)
	if sn := s.Doc.Sentences[s.Doc.Tokens[p.token].Sentence].First; c.number <= s.chunk[sn].number+1 {
		first = 1
		if s.verbs[p.token] == 0 {
			first = 2
		}
	}
	f.Add(seqtag.Mix(148, v))
	f.Add(seqtag.Mix(149, v<<16|p.name<<8|uint64(s.noun[p.token])))
	f.Add(seqtag.Mix2(150, s.lemma[b.head], v))
	f.Add(seqtag.Mix(151, v<<24|s.tagAt(p.token-1)<<16|tag<<8|s.tagAt(p.token+1)))
	f.Add(seqtag.Mix2(152, b.before, v<<8|p.name))
	f.Add(seqtag.Mix(153, first<<40|v<<24|tag<<16|p.name<<8|p.in))
	f.Add(seqtag.Mix2(154, b.before, first<<16|p.name<<8|p.side))
}

// reach is how many tokens back a word may depend on a preposition or verb.
const reach = 8

// addGovernors looks for the preposition and the verb before a token: "on
// Tuesday" ends what is asked for, not what is said.
func (b *Beside) addGovernors(f *seqtag.Features, s *Scene, p *place) {
	tok := s.Doc.Tokens
	if tok[p.token].Kind == text.Punct {
		return
	}
	preposition, verb := uint64(1), uint64(1)
	for i, n := p.token, 0; i >= 0 && n < reach && tok[i].Sentence == tok[p.token].Sentence; i, n = i-1, n+1 {
		if preposition == 1 && tok[i].Tag == pos.IN {
			preposition = s.word[i]
		}
		if verb == 1 && tok[i].Tag.Verb() {
			verb = s.lemma[i]
		}
	}
	f.Add(seqtag.Mix2(155, s.lemma[b.head]^preposition, p.side<<8|min(p.distance, 6)))
	f.Add(seqtag.Mix2(156, preposition, p.side<<32|p.in<<24|s.tagAt(p.token)<<16|min(p.distance, 6)))
	f.Add(seqtag.Mix2(157, verb^preposition, p.side))
	f.Add(seqtag.Mix2(158, verb, p.side<<8|p.in))
}

// add describes a token beyond its words and its distance to the cue.
func (b *Beside) add(f *seqtag.Features, s *Scene, p *place) {
	b.addClaims(f, s, p)
	b.addCue(f, s, p)
	b.addSubject(f, s, p)
	b.addSegments(f, s, p)
	b.addOthers(f, s, p)
	b.addWords(f, s, p)
	b.addClauses(f, s, p)
	b.addChunks(f, s, p)
	b.addGovernors(f, s, p)
}
