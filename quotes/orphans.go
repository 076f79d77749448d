package quotes

import (
	"slices"

	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// Sizes of quoted segments that are quotes without a cue of their own.
const (
	orphanSize  = 5 // that begin a sentence
	embedded    = 4 // within a sentence, behind a statement
	scareQuotes = 6 // within a sentence, behind any source
)

// adopt gives the quoted segments that no cue claimed to the source that goes
// on speaking, or to the statement they are taken from.
func (r *reader) adopt() {
	r.transcripts()
	if len(r.found) == 0 && len(r.segments) == 0 {
		return
	}
	r.dropInBlocks()
	out := r.more
	r.order = r.order[:0]
	for k := range r.found {
		if r.found[k].n > 0 && !r.found[k].cue.empty() {
			r.order = append(r.order, int32(k))
		}
	}
	slices.SortStableFunc(r.order, func(a, b int32) int { return r.found[a].cue.first - r.found[b].cue.first })
	next := 0 // order[next:] come behind the segment
	for k := range r.segments {
		s := &r.segments[k]
		if s.used || s.size() < 2 {
			continue
		}
		for next < len(r.order) && r.found[r.order[next]].cue.first < s.open {
			next++
		}
		sentence := r.doc.SentenceOf(s.open)
		if r.doc.Paragraphs[sentence.Paragraph].Kind == text.Clutter {
			continue
		}
		if r.insideContent(s, next) {
			continue
		}
		if a, ok := r.signed(s); ok {
			out = append(out, a)
			s.used = true
			continue
		}
		begins := s.open == sentence.First || r.tok[s.open-1].Text == "." && r.inside[s.open-1] < 0 || s.open == sentence.First+1 && r.tok[sentence.First].Kind == text.Punct
		prev := -1
		if next > 0 {
			prev = int(r.order[next-1])
		}
		switch {
		case begins && prev >= 0 && r.sameParagraph(r.found[prev].cue.first, s.open) && s.size() >= 2:
			// He said. "And so on."
			if k > 0 && !r.speaks(&r.found[prev]) {
				continue
			}
			out = append(out, r.sharedWith(prev, s, true))
		case begins && s.unclosed && r.paragraphStart(s.open) && r.goesOnAs(k, next) >= 0:
			// The source stands in a later paragraph of the same speech.
			out = append(out, r.sharedWith(r.goesOnAs(k, next), s, false))
		case begins && s.size() >= orphanSize && r.paragraphStart(s.open):
			// The next paragraph of the same speech; or the source stands in
			// the next sentence.
			if j := r.lastSpeaker(next, s.open); j >= 0 {
				out = append(out, r.sharedWith(j, s, false))
			}
		case begins && s.size() >= orphanSize:
			if n := len(out); n > 0 && r.sameParagraph(out[n-1].pieces[0].first, s.open) {
				b := out[n-1]
				b.n = 0
				b.add(run{s.first, s.last})
				out = append(out, b)
			} else if a, ok := r.statementBefore(s, sentence); ok {
				out = append(out, a)
			}
		case s.size() >= embedded:
			if a, ok := r.statementBefore(s, sentence); ok {
				out = append(out, a)
			}
		}
		s.used = true
	}
	r.more = out
	r.found = append(r.found, out...)
	r.found = append(r.found, r.blocks...)
}

// dropInBlocks takes back what was found within a statement printed as a block:
// its words are the source's.
func (r *reader) dropInBlocks() {
	var blocks []run
	for _, list := range [2][]attribution{r.found, r.blocks} {
		for k := range list {
			if b := &list[k]; b.isBlock && b.n > 0 {
				blocks = append(blocks, b.pieces[0])
			}
		}
	}
	if len(blocks) == 0 {
		return
	}
	slices.SortFunc(blocks, func(a, b run) int { return a.first - b.first })
	for k := 1; k < len(blocks); k++ {
		blocks[k].last = max(blocks[k].last, blocks[k-1].last)
	}
	for k := range r.found {
		a := &r.found[k]
		// The last block that begins at the cue or before it.
		b, _ := slices.BinarySearchFunc(blocks, a.cue.first+1, func(b run, token int) int { return b.first - token })
		if !a.isBlock && b > 0 && a.cue.first < blocks[b-1].last {
			a.n = 0
		}
	}
}

// insideContent reports that a segment is part of what one of the attributions
// around it reports.
func (r *reader) insideContent(s *segment, next int) bool {
	for j := max(next-6, 0); j < len(r.order) && j < next+4; j++ {
		a := &r.found[r.order[j]]
		for p := range a.n {
			if q := a.pieces[p]; q.first <= s.first && s.last <= q.last {
				return true
			}
		}
	}
	return false
}

func (r *reader) speaks(a *attribution) bool {
	return a.class&(lexicon.Speech|lexicon.Stance|lexicon.Judge) != 0 || a.class == 0
}

func (r *reader) paragraphStart(i int) bool {
	p := r.doc.ParagraphOf(i)
	first := r.doc.Sentences[p.First].First
	return i-first <= 1
}

// lastSpeaker is the attribution whose source goes on in the paragraph that
// begins with the token, -1 if none is near.
func (r *reader) lastSpeaker(next, token int) int {
	p := r.doc.SentenceOf(token).Paragraph
	for j := next - 1; j >= 0 && j > next-7; j-- {
		a := &r.found[r.order[j]]
		if r.doc.SentenceOf(a.cue.first).Paragraph < p-3 {
			return -1
		}
		if r.speaks(a) && (!a.source.empty() || a.sharing > 0) {
			return int(r.order[j])
		}
	}
	return -1
}

// maxSpeech bounds the paragraphs of a speech that are read ahead for its source.
const maxSpeech = 8

// goesOnAs is the attribution of the speech that segment k begins: k ends with
// its paragraph, its mark left open, and the next paragraph opens one anew. -1
// if no source comes.
func (r *reader) goesOnAs(k, next int) int {
	for n := 0; n < maxSpeech && k+1 < len(r.segments); n++ {
		s, t := &r.segments[k], &r.segments[k+1]
		if !s.unclosed || !r.paragraphStart(t.open) || r.doc.SentenceOf(t.open).Paragraph != r.doc.SentenceOf(s.open).Paragraph+1 {
			return -1
		}
		for j := next; j < len(r.order) && j < next+4; j++ {
			a := &r.found[r.order[j]]
			if a.pieces[0].first == t.first && r.speaks(a) && (!a.source.empty() || a.sharing > 0) {
				return int(r.order[j])
			}
		}
		k++
	}
	return -1
}

// sharedWith is the segment as one more quote of the source of found[j].
func (r *reader) sharedWith(j int, s *segment, sameCue bool) attribution {
	b := attribution{sharing: j + 1, class: lexicon.Speech, orphan: true}
	if sameCue {
		b.cue = r.found[j].cue
		b.source = r.found[j].source
		b.lemma = r.found[j].lemma
	}
	b.add(run{s.first, s.last})
	return b
}

// maxLabel bounds the words of a speaker's label in a transcript.
const maxLabel = 4

// transcripts reads the paragraphs of an interview or debate that begin with
// their speaker's name in capitals: "LOPEZ: We will see."
func (r *reader) transcripts() {
	if r.doc.Upper {
		return
	}
	var lines []attribution
	for p := range r.doc.Paragraphs {
		q := &r.doc.Paragraphs[p]
		first, last := r.doc.Sentences[q.First].First, r.doc.Sentences[q.Last-1].Last
		if first < last && r.tok[first].Kind == text.Quote {
			first++
		}
		i := first
		for i < last && i-first < maxLabel && r.tok[i].Is(text.AllCaps) && r.tok[i].Kind == text.Word {
			i++
		}
		if i == first || i+2 >= last || r.tok[i].Text != ":" || len(r.tok[i-1].Text) < 3 {
			continue
		}
		a := attribution{source: run{first, i}, class: lexicon.Speech, block: run{first, i + 1}, isBlock: true}
		for last > i+1 && r.tok[last-1].Kind == text.Quote && r.inside[first] >= 0 {
			last--
		}
		a.add(run{i + 1, last})
		lines = append(lines, a)
	}
	if len(lines) < 2 {
		return // a headline's keyword
	}
	for k := range lines {
		r.use(lines[k].pieces[0])
	}
	r.found = append(r.found, lines...)
}

// signed reads a quote with its speaker's name behind a dash, as in letters and
// mottos: "Enough is enough." — Ana Lopez.
func (r *reader) signed(s *segment) (attribution, bool) {
	a := attribution{orphan: true, class: lexicon.Speech}
	if s.size() < orphanSize || s.close+1 >= len(r.tok) || !r.sameParagraph(s.open, s.close) {
		return a, false
	}
	switch r.tok[s.close].Text {
	case "—", "–", "―", "--", "-":
	default:
		return a, false
	}
	p := r.doc.ParagraphOf(s.close)
	end := r.doc.Sentences[p.Last-1].Last
	n := r.baseRight(s.close+1, end)
	if n.empty() || !r.speaker(n) && !r.tok[n.last-1].Tag.Proper() || n.last < end && r.tok[n.last].Text != "," && r.tok[n.last].Text != "." {
		return a, false
	}
	a.source = n
	a.add(run{s.first, s.last})
	if k := r.saidBelow(s); k >= 0 {
		a.sharing = k + 1
	}
	return a, true
}

// statementBefore finds the statement, or the speaker, from which a quoted
// segment within a sentence is taken: "The army's statement came after talks
// 'aimed at ending the siege'."
func (r *reader) statementBefore(s *segment, sentence *text.Sentence) (attribution, bool) {
	a := attribution{orphan: true, class: lexicon.Speech}
	for i := s.open - 1; i >= sentence.First && i > s.open-40; i-- {
		h, ok := r.words.Source(r.tok[i].Lower)
		if !ok || h.Class&lexicon.DocumentNoun == 0 || !r.tok[i].Tag.Noun() {
			continue
		}
		n := r.baseLeft(i+1, sentence.First)
		if n.empty() || n.size() < 2 {
			continue
		}
		a.source = n
		a.add(run{s.first, s.last})
		return a, true
	}
	return a, false
}

// headlines reads "Governor: 12 killed" and "12 killed - police" where a whole
// line says so.
func (r *reader) headlines() {
	r.markReported(len(r.found))
	for pi := range r.doc.Paragraphs {
		p := &r.doc.Paragraphs[pi]
		first, last := r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last
		if p.Kind != text.Headline && (p.Kind != text.Body || last-first > maxSubtitle || r.isEnd(last-1) && r.tok[last-1].Kind == text.Punct) {
			continue
		}
		if a, ok := r.quotedHeadline(first, last); ok {
			r.found = append(r.found, a)
			continue
		}
		for si := p.First; si < p.Last; si++ {
			s := &r.doc.Sentences[si]
			if r.attributed(s.First, s.Last) {
				continue
			}
			if a, ok := r.headline(s); ok {
				r.found = append(r.found, a)
			}
		}
	}
}

// maxSubtitle bounds the lines within an article that are read as headlines, such
// as those of the entries of a live page.
const maxSubtitle = 18

// quotedHeadline reads a line that begins with quoted words and tells behind a
// colon or a dash whose they are: "'We will stay': the farmers of Olmo".
func (r *reader) quotedHeadline(first, last int) (attribution, bool) {
	a := attribution{orphan: true, class: lexicon.Speech}
	k := r.quoteStartingAt(first)
	if k < 0 || r.segments[k].close+1 >= last || r.segments[k].size() < 2 || r.attributed(first, r.segments[k].last) {
		return a, false
	}
	s := &r.segments[k]
	i := s.close
	switch r.tok[i].Text {
	case ":", "-", "–", "—", "--":
	default:
		return a, false
	}
	n := r.phraseRight(i+1, last)
	if n.empty() || !r.isSource(n) || n.last < last && !r.relativeAhead(n.last) && r.tok[n.last].Text != "," && r.tok[n.last].Text != "." {
		return a, false
	}
	s.used = true
	a.source, a.block = n, run{i, last}
	a.add(run{s.first, s.last})
	if k := r.saidBelow(s); k >= 0 {
		a.sharing = k + 1
	}
	return a, true
}

const (
	mostBelow = 32  // headlines of a text whose words are looked for: each asks all that was found
	maxBelow  = 400 // tokens below a headline within which its quoted words are looked for
	sameStart = 4   // words from which on they are the same
)

// saidBelow is the attribution of the words that a headline quotes, where the
// article itself has them; -1 for none.
func (r *reader) saidBelow(s *segment) int {
	if s.size() < sameStart || r.below == mostBelow {
		return -1
	}
	r.below++
	for i := s.close + 1; i+sameStart <= len(r.tok) && i < s.close+maxBelow; i++ {
		n := 0
		for n < sameStart && r.tok[i+n].Lower == r.tok[s.first+n].Lower {
			n++
		}
		if n < sameStart {
			continue
		}
		for k := range r.found {
			a := &r.found[k]
			if a.n > 0 && a.first() <= i && i < a.last() && (!a.source.empty() || a.sharing > 0) {
				return k
			}
		}
		return -1
	}
	return -1
}

// relativeAhead reports a token that opens a clause about the words before it.
func (r *reader) relativeAhead(i int) bool {
	t := &r.tok[i]
	return t.Tag == pos.WP || t.Tag == pos.WDT || t.Tag == pos.WPS || t.Tag == pos.VBN || t.Tag == pos.VBG || t.Tag == pos.IN || t.Lower == "who"
}

// attributed reports that a part of the tokens is reported by an attribution that
// [reader.markReported] has noted.
func (r *reader) attributed(first, last int) bool {
	for i := first; i < last; i++ {
		if r.reported[i] {
			return true
		}
	}
	return false
}

// headlineSource bounds the words that name the source in a headline.
const headlineSource = 7

func (r *reader) headline(s *text.Sentence) (attribution, bool) {
	a := attribution{orphan: true, class: lexicon.Speech}
	for i := s.First + 1; i < s.Last && i <= s.First+headlineSource; i++ {
		if r.tok[i].Text != ":" || s.Last-i < 4 {
			continue
		}
		n := run{s.First, i}
		if !r.speaker(n) || r.finite(n.first, n.last) || r.placeAlone(n) {
			break
		}
		rest := run{i + 1, s.Last}
		if k := r.quoteStartingAt(i + 1); k >= 0 && r.segments[k].close >= s.Last-1 {
			rest = run{r.segments[k].first, r.segments[k].last}
			r.segments[k].used = true
		} else if !r.finite(rest.first, rest.last) && !r.hasParticiple(rest) {
			break
		}
		a.source, a.block = n, run{s.First, i + 1}
		a.add(r.trimContent(rest))
		return a, a.n > 0
	}
	for i := s.Last - 2; i > s.First+3 && i >= s.Last-headlineSource; i-- {
		t := r.tok[i].Text
		if t != "-" && t != "–" && t != "—" && t != "--" && t != ":" {
			continue
		}
		n := run{i + 1, s.Last}
		for n.last > n.first && r.tok[n.last-1].Kind == text.Punct {
			n.last--
		}
		// A name behind the dash is where the page comes from: "- Daily Sun".
		h, known := r.words.Source(r.tok[max(n.last-1, 0)].Lower)
		if t == ":" && !n.empty() && r.mention(n.last-1) >= 0 && r.speaker(n) && !r.finite(n.first, n.last) {
			// "Two held over fire: Interior Ministry"
			a.source, a.block = n, run{i, n.last}
			a.add(r.trimContent(run{s.First, i}))
			return a, a.n > 0 && (r.finite(s.First, i) || r.hasParticiple(run{s.First, i}))
		}
		if n.empty() || !known || h.Class&(lexicon.PeopleNoun|lexicon.OrgNoun|lexicon.MediumNoun|lexicon.DocumentNoun) == 0 || r.mention(n.last-1) >= 0 || r.finite(n.first, n.last) {
			break
		}
		a.source, a.block = n, run{i, n.last}
		a.add(r.trimContent(run{s.First, i}))
		return a, a.n > 0
	}
	return a, false
}

// placeAlone reports a phrase that is the name of a place and no more: before a
// headline's colon it tells where something happened ("Kenya: two die in raid").
func (r *reader) placeAlone(n run) bool {
	m := r.mention(n.first)
	return m >= 0 && r.ents.Mentions[m].Type.IsPlace() && r.ents.Mentions[m].Last >= n.last
}

// speaker reports a noun phrase whose head is a source for sure: a person, an
// organization, a medium, a noun of the table.
func (r *reader) speaker(n run) bool {
	if n.empty() {
		return false
	}
	if h, ok := r.words.Source(r.tok[n.last-1].Lower); ok {
		return h.Class&(lexicon.PeopleNoun|lexicon.OrgNoun|lexicon.DocumentNoun|lexicon.MediumNoun) != 0
	}
	m := r.mention(n.last - 1)
	if m < 0 {
		return false
	}
	switch r.ents.Mentions[m].Type {
	case "PERSON", "ORG", "GPE":
		return r.ents.Mentions[m].First-n.first < 5
	}
	return false
}

func (r *reader) hasParticiple(n run) bool {
	for i := n.first; i < n.last; i++ {
		if r.tok[i].Tag == pos.VBN || r.tok[i].Tag == pos.VBD || r.tok[i].Tag == pos.VB || r.tok[i].Tag == pos.VBG {
			return true
		}
	}
	return false
}
