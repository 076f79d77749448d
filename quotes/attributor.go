package quotes

import (
	"slices"
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
)

// Attributor finds quotes and resolves their sources. It is immutable and may
// be shared between goroutines.
type Attributor struct {
	readers *sync.Pool
	words   *lexicon.SpeechTables
}

// Default is the attributor with the embedded model and tables, loaded at the
// first call.
var Default = sync.OnceValue(func() *Attributor {
	return newAttributor(lexicon.BuiltinSpeech())
})

// Find reads a text and returns its quotes. It cannot fail.
func Find(s string) *Result {
	doc := tagger.Read(s)
	return Default().Analyze(doc, entities.Default().Analyze(doc))
}

// Analyze finds the quotes of a document whose entities are known.
func (a *Attributor) Analyze(doc *text.Document, ents *entities.Result) *Result {
	result := &Result{}
	if len(doc.Tokens) == 0 {
		return result
	}
	r := a.readers.Get().(*reader)
	r.words = a.words
	r.read(doc, ents)
	r.report(result)
	if len(doc.Tokens) <= keptTokens {
		r.release()
		a.readers.Put(r)
	}
	return result
}

// keptTokens is the longest document in tokens whose working memory is kept for
// the next one. That of a longer one is free for the stages that follow.
const keptTokens = 1 << 17

// release forgets the document.
func (r *reader) release() {
	r.doc, r.tok, r.ents = nil, nil, nil
	r.scene.Doc, r.scene.Subject = nil, nil
}

// read finds the attributions of a document.
func (r *reader) read(doc *text.Document, ents *entities.Result) {
	r.rules(doc, ents)
	r.learn()
	r.adopt()
	r.headlines()
	// Nobody goes on speaking behind an attitude, so these come last.
	r.found = append(r.found, r.attitudes...)
}

// rules finds the attributions that have a cue.
func (r *reader) rules(doc *text.Document, ents *entities.Result) {
	r.doc, r.tok, r.ents = doc, doc.Tokens, ents
	r.found, r.more, r.blocks, r.below = r.found[:0], r.more[:0], r.blocks[:0], 0
	r.markNames()
	r.noCommas = lacksCommas(doc)
	r.findSegments()
	r.findAnonymity()
	r.findCues()
	r.attribute()
}

// lacksCommas reports a text that lost its commas.
func lacksCommas(doc *text.Document) bool {
	commas := 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Text == "," {
			commas++
		}
	}
	return commas*150 < len(doc.Tokens)
}

// report resolves the sources and writes the result.
func (r *reader) report(result *Result) {
	order := make([]int, len(r.found))
	for i := range order {
		order[i] = i
	}
	// Sources are resolved in the order in which they are mentioned.
	slices.SortStableFunc(order, func(i, j int) int { return r.mentionedAt(i) - r.mentionedAt(j) })
	v := &resolver{reader: r, byEntity: map[int]int{}, lastSaid: -1}
	speaker := make([]int, len(r.found))
	for i := range speaker {
		speaker[i] = -1
	}
	for _, i := range order {
		a := &r.found[i]
		if a.sharing > 0 {
			continue
		}
		known := len(v.speakers)
		speaker[i] = v.resolve(a)
		switch k := speaker[i]; {
		case k < 0:
		case !a.attitude:
			v.speakers[k].silent = false
			v.lastSaid = k
		case k >= known:
			v.speakers[k].silent = true
		}
	}
	phraseOf := v.withhold(order, speaker)
	for i := range r.found {
		for n, j := 0, i; r.found[j].sharing > 0 && n < 8; n++ {
			j = r.found[j].sharing - 1
			speaker[i] = speaker[j]
			if r.found[i].source.empty() && n == 0 || r.found[i].source.empty() {
				r.found[i].source = r.found[j].source
			}
		}
	}
	type item struct {
		q       Quote
		speaker int
		group   int  // of the attributions that are one utterance, -1
		far     int  // from the cue to the words, in bytes
		relayed bool // told of its source by another: "a source cited by the paper"
	}
	groups := make([]int, 0, len(r.found)) // the first quote of each group
	for range r.found {
		groups = append(groups, -1)
	}
	var items []item
	for i := range r.found {
		a := &r.found[i]
		phrase := -1
		if speaker[i] >= 0 {
			phrase = v.speakers[speaker[i]].phrase
			if k := phraseOf[i]; k >= 0 && a.sharing == 0 {
				phrase = k
			}
		}
		for _, q := range r.quotesOf(a) {
			if phrase >= 0 {
				f := r.phrases[phrase]
				sp := r.doc.Span(f.first, f.last)
				q.Anonymity = &sp
			}
			group := i
			if a.orphan && a.sharing > 0 && !a.cue.empty() {
				group = a.sharing - 1
			}
			items = append(items, item{q, speaker[i], group, r.distance(a, &q), a.class&lexicon.Quoting != 0})
		}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if c := span.Compare(a.q.Content, b.q.Content); c != 0 {
			return c
		}
		return cueStart(&a.q) - cueStart(&b.q)
	})
	kept := items[:0]
	for _, it := range items {
		// The same words are one quote, whose cue stands next to them.
		same := false
		for k := len(kept) - 1; k >= 0 && k >= len(kept)-3; k-- {
			p := &kept[k]
			if !sameWords(p.q.Content, it.q.Content) || p.relayed != it.relayed && p.q.Cue != nil && it.q.Cue != nil {
				continue
			}
			same = true
			if it.far < p.far && p.q.Content == it.q.Content {
				*p = it
			}
			break
		}
		if !same {
			kept = append(kept, it)
		}
	}
	for i := range kept {
		q := kept[i].q
		q.Source = -1
		if k := kept[i].speaker; k >= 0 {
			s := &v.speakers[k]
			if s.index < 0 {
				s.index = len(result.Sources)
				src := v.record(s)
				if src.Name == "" {
					src.Name = nameless(&q)
				}
				result.Sources = append(result.Sources, src)
			}
			q.Source = s.index
			src := &result.Sources[s.index]
			src.Quotes = append(src.Quotes, len(result.Quotes))
		}
		if g := &groups[kept[i].group]; *g < 0 {
			*g = len(result.Quotes)
		} else {
			q.Continues = *g
		}
		result.Quotes = append(result.Quotes, q)
	}
}

// nameless is what to call a source without a name: by the words that mention
// it.
func nameless(q *Quote) string {
	for _, s := range []*span.Span{q.Mention, q.Cue, &q.Content} {
		if s != nil && s.Text != "" {
			return s.Text
		}
	}
	return ""
}

// sameWords reports two contents that are one but for a mark or a short word at
// their ends.
func sameWords(a, b span.Span) bool {
	const slack = 6
	first, last := a.Start-b.Start, a.End-b.End
	return max(first, -first) < slack && max(last, -last) < slack && min(a.End, b.End)-max(a.Start, b.Start) > 4*slack || a == b
}

// distance is how far a quote's cue stands from its words; a cue of a
// relative clause ("the paper, which reported") is farther than any of the
// sentence's own, and no cue is farthest.
func (r *reader) distance(a *attribution, q *Quote) int {
	if q.Cue == nil {
		return 1 << 40
	}
	d := max(q.Content.Start-q.Cue.End, q.Cue.Start-q.Content.End, 0)
	if r.inRelative(a) {
		d += 1 << 30
	}
	return d
}

func cueStart(q *Quote) int {
	if q.Cue == nil {
		return 1 << 40
	}
	return q.Cue.Start
}

// quotesOf are the records of an attribution: one, or one for each piece where
// the pieces are quoted words.
func (r *reader) quotesOf(a *attribution) []Quote {
	if a.n == 0 {
		return nil
	}
	base := Quote{Source: -1, Continues: -1, Negated: a.negated, Conditional: a.maybe, Attitude: a.attitude}
	if !a.cue.empty() {
		sp := r.doc.Span(a.cue.first, a.cue.last)
		base.Cue = &sp
	}
	if !a.source.empty() {
		sp := r.doc.Span(a.source.first, a.source.last)
		base.Mention = &sp
	}
	var out []Quote
	if a.n == 1 || r.kindOf(a.pieces[:a.n], a.isBlock) == Direct || r.clauses(a) {
		for _, p := range a.pieces[:a.n] {
			q := base
			q.Content = r.contentSpan(p)
			q.Kind = r.kindOf([]run{p}, a.isBlock)
			out = append(out, q)
		}
		return out
	}
	q := base
	q.Kind = r.kindOf(a.pieces[:a.n], false)
	q.Content = span.Of(r.doc.Text, r.contentSpan(a.pieces[0]).Start, r.contentSpan(a.pieces[a.n-1]).End)
	for _, p := range a.pieces[:a.n] {
		q.Pieces = append(q.Pieces, r.contentSpan(p))
	}
	return append(out, q)
}

// clauses reports pieces of which each has a verb of its own: "If it rains, she
// said, the road will close".
func (r *reader) clauses(a *attribution) bool {
	for _, p := range a.pieces[:a.n] {
		if !subordinates(&r.tok[a.pieces[0].first]) || !r.finite(p.first, p.last) {
			return false
		}
	}
	return !a.cue.empty() && a.pieces[a.n-1].first > a.cue.first
}

// contentSpan is the span of a piece; quotation marks that enclose it all are
// left out, others are kept whole.
func (r *reader) contentSpan(p run) span.Span {
	if p.size() > 2 && r.tok[p.first].Kind == text.Quote && r.tok[p.last-1].Kind == text.Quote && r.inside[p.first] >= 0 && r.inside[p.first] == r.inside[p.last-1] {
		p.first, p.last = p.first+1, p.last-1
	}
	return r.doc.Span(p.first, p.last)
}

// isTitle reports a segment that is only a name: a nickname, a title.
func (r *reader) isTitle(k int) bool {
	s := &r.segments[k]
	if s.size() > 3 {
		return false
	}
	for i := s.first; i < s.last; i++ {
		if r.tok[i].Kind == text.Word && !r.tok[i].Tag.Proper() && r.mention(i) < 0 {
			return false
		}
	}
	return true
}

// kindOf says how much of the pieces stands between quotation marks.
func (r *reader) kindOf(pieces []run, block bool) Kind {
	in, out := 0, 0
	for _, p := range pieces {
		for i := p.first; i < p.last; i++ {
			if r.tok[i].Kind != text.Word && r.tok[i].Kind != text.Number {
				continue
			}
			if k := r.inside[i]; k >= 0 && !(out > 0 && r.isTitle(int(k))) {
				in++
			} else {
				out++
			}
		}
	}
	switch {
	case out == 0 && in > 0:
		return Direct
	case in == 0 && block:
		return Direct
	case in == 0:
		return Indirect
	}
	return Mixed
}

// record is the source as the result tells it.
func (v *resolver) record(s *speakerInfo) Source {
	src := Source{Kind: s.kind, Name: s.name, Entity: s.entity, Party: s.party}
	if !s.mention.empty() && s.mention.size() > 1 {
		src.Description = v.phraseText(s.mention)
	}
	for i := s.mention.first; i < s.mention.last; i++ {
		m := v.mention(i)
		if m < 0 {
			continue
		}
		e := v.ents.Mentions[m].Entity
		if e == s.entity {
			continue
		}
		switch t := v.ents.Mentions[m].Type; {
		case t == entities.Org && src.Affiliation == "":
			src.Affiliation = v.ents.Entities[e].Name
			src.Party = src.Party || v.isParty(e)
		case t.IsPlace() && src.Place == "":
			src.Place = v.ents.Entities[e].Name
		}
	}
	if s.kind == Anonymous || s.phrase >= 0 {
		src.Reason = Unstated
		if s.phrase >= 0 {
			f := v.phrases[s.phrase]
			src.Reason = f.reason
			sp := v.doc.Span(f.first, f.last)
			src.Anonymity = &sp
		}
	}
	return src
}
