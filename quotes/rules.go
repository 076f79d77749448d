package quotes

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// attribute turns each cue into an attribution where it is one.
func (r *reader) attribute() {
	for i := 0; i < len(r.cues); {
		s := int(r.tok[r.cues[i].first].Sentence)
		j := i
		for j < len(r.cues) && int(r.tok[r.cues[j].first].Sentence) == s {
			j++
		}
		r.readSentence(s, i, j)
		i = j
	}
}

// stretch is the sentence of a cue with the quoted segments that reach out of
// it.
type stretch struct {
	first, last int // the sentence
	end         int // behind its last word
}

func (r *reader) stretchOf(sentence int) stretch {
	s := &r.doc.Sentences[sentence]
	st := stretch{first: s.First, last: s.Last, end: s.Last}
	for st.end > st.first && r.isEnd(st.end-1) {
		st.end--
	}
	return st
}

// isEnd reports a mark that ends a sentence without belonging to a quote.
func (r *reader) isEnd(i int) bool {
	t := &r.tok[i]
	return t.Kind == text.Punct && (t.Text == "." || t.Text == "?" || t.Text == "!" || t.Text == ";" || t.Text == ",") && r.inside[i] < 0 ||
		t.Kind == text.Quote && r.inside[i] < 0 || t.Text == "•"
}

// readSentence reads the cues [from, to), all of one sentence: first those
// that stand behind or within what they report, whose words then end the
// contents of the others.
func (r *reader) readSentence(sentence, from, to int) {
	st := r.stretchOf(sentence)
	base := len(r.found)
	left := st.first
	for k := from; k < to; k++ {
		c := &r.cues[k]
		if c.gerund && k > from {
			continue
		}
		if a, ok := r.parenthetical(c, st, left); ok {
			c.done = true
			r.found = append(r.found, a)
		}
	}
	for k := from; k < to; k++ {
		c := &r.cues[k]
		if c.done {
			continue
		}
		if a, ok := r.leading(k, from, st, base); ok {
			c.done = true
			r.found = append(r.found, a)
		}
	}
	// Text order within the sentence, by cue.
	for i := base + 1; i < len(r.found); i++ {
		for j := i; j > base && r.found[j].cue.first < r.found[j-1].cue.first; j-- {
			r.found[j], r.found[j-1] = r.found[j-1], r.found[j]
			for k := base; k < len(r.found); k++ {
				switch r.found[k].sharing {
				case j:
					r.found[k].sharing = j + 1
				case j + 1:
					r.found[k].sharing = j
				}
			}
		}
	}
}

// quoteEndingAt is the segment that closes before token i, with or without a
// comma between, -1 for none.
func (r *reader) quoteEndingAt(i int) int {
	if i > 0 && r.tok[i-1].Text == "," && r.inside[i-1] < 0 {
		i--
	}
	if i == 0 {
		return -1
	}
	if k := r.inside[i-1]; k >= 0 && r.segments[k].close == i && !r.segments[k].unclosed {
		return int(k)
	}
	return -1
}

// quoteStartingAt is the segment that opens at token i, -1 for none.
func (r *reader) quoteStartingAt(i int) int {
	if i < len(r.tok) {
		if k := r.inside[i]; k >= 0 && r.segments[k].open == i {
			return int(k)
		}
	}
	return -1
}

// tail is the end of the adverbial words behind a parenthetical cue ("in a
// statement on Monday"), and whether they are no more than that.
func (r *reader) tail(i int, st stretch) (int, bool) {
	start := i
	for i < st.last {
		if i >= st.end || r.tok[i].Text == "," || r.tok[i].Text == ":" || r.quoteStartingAt(i) >= 0 || r.tok[i].Text == ";" || r.tok[i].Text == "–" || r.tok[i].Text == "—" || r.tok[i].Text == "--" {
			break
		}
		t := &r.tok[i]
		if f := r.phraseAt(i); f != nil {
			i = max(i+1, f.last) // why he has no name
			continue
		}
		if t.Tag.Finite() && i > start && r.tok[i-1].Tag != pos.WP && r.tok[i-1].Tag != pos.WDT && !(subordinated(r, start, i)) {
			return i, false
		}
		if t.Lower == "that" && t.Tag != pos.DT && i == start {
			return i, false
		}
		i++
	}
	return i, true
}

// subordinated reports that a finite verb at i belongs to a clause that tells
// when or why something was said: "when asked", "as he left".
func subordinated(r *reader, start, i int) bool {
	for j := start; j < i; j++ {
		switch r.tok[j].Lower {
		case "when", "as", "after", "before", "while", "because", "who", "which", "where":
			return true
		}
	}
	return false
}

// parenthetical reads a cue that stands behind what it reports, or within it.
func (r *reader) parenthetical(c *cue, st stretch, left int) (attribution, bool) {
	a := attribution{cue: c.run, lemma: c.verb.Lemma, class: c.verb.Class, negated: c.negated, maybe: c.maybe}
	if c.prep {
		return r.according(c, st, a)
	}
	if c.passive && left < c.group.first {
		return r.impersonal(c, st, left, a)
	}
	if c.passive || c.verb.Class&(lexicon.Speech|lexicon.Believe|lexicon.Stance|lexicon.Judge) == 0 {
		return a, false
	}
	subject, block := r.subjectLeft(c.group.first, left)
	inverted := false
	behind := c.last
	if c.last < st.end && r.tok[c.last].Text == ":" {
		return a, false
	}
	if r.relativeBefore(c.group.first) {
		return a, false
	}
	if !subject.empty() && subject.first > st.first && c.last < st.end && !c.gerund {
		// "footage which it said did not show": the clause goes on.
		if w := &r.tok[subject.first-1]; (w.Tag == pos.WDT || w.Tag == pos.WP || w.Lower == "which" || w.Lower == "who" || w.Lower == "that") && r.clauseVerb(c.last, st.end) {
			rest := r.trimContent(run{c.last, r.contentEnd(c.last, st, c)})
			a.source, a.block = subject, run{subject.first, c.last}
			a.add(rest)
			return a, a.n > 0
		}
	}
	if r.tok[c.first].Tag == pos.VBN && c.group == c.run && !subject.empty() && (c.verb.Lemma == "post" || c.verb.Lemma == "write" || c.verb.Lemma == "publish") && isDocument(r, run{subject.first, subject.last}) {
		return a, false // "a message posted on Friday"
	}
	adjacent := !subject.empty() && subject.last >= c.group.first-3
	prevComma := c.group.first > st.first && (r.tok[c.group.first-1].Text == "," || r.quoteEndingAt(c.group.first) >= 0)
	if c.gerund {
		return a, false
	}
	if !tellsSomebody[c.verb.Lemma] && (!adjacent || prevComma || c.group.first == st.first) {
		if n := r.sourceRight(c.last, st.end); !n.empty() && (c.verb.Class&lexicon.Stance == 0 || r.speaker(n)) && r.isSource(n) && r.tok[c.last].Tag != pos.PRP || !n.empty() && r.tok[n.first].Tag == pos.PRP && prevComma && n.last >= st.end {
			next := n.last
			if next >= st.end || r.tok[next].Text == "," || r.boundary(next) || r.tok[next].Tag == pos.IN || r.tok[next].Tag == pos.TO || r.tok[next].Lower == "told" || r.temporal(next) || r.tok[next].Tag == pos.WP || r.tok[next].Tag == pos.WPS || r.tok[next].Tag == pos.RB {
				if q := r.quoteEndingAt(c.group.first); q >= 0 || prevComma && (subject.empty() || r.clause(left, c.group.first)) && (subject.empty() || !adjacent || !r.apposed(subject, c)) {
					inverted, subject, block, behind = true, n, c.group.first, n.last
				}
			}
		}
	}
	if !inverted && c.verb.Lemma == "say" && !subject.empty() && !r.passiveOrPronoun(subject) {
		// "12 drowned, 8 of them children, said the coastguard": the sentence ends
		// with who says so, and a clause stands before.
		n := r.sourceRight(c.last, st.end)
		if !n.empty() && n.last >= st.end && r.speaker(n) && r.tok[n.first].Tag != pos.PRP && r.clause(left, subject.first) && (prevComma || r.hasNumber(subject)) {
			inverted, subject, block, behind = true, n, c.group.first, n.last
		}
	}
	if r.noCommas && (subject.empty() || !r.speaker(subject)) {
		if n := r.sourceRight(c.last, st.end); !n.empty() && r.isSource(n) && n.last >= st.end && r.clause(left, c.group.first) {
			inverted, subject, block, behind = true, n, c.group.first, n.last
		}
	}
	if subject.empty() {
		return a, false
	}
	if inverted {
		subject = r.nameBehind(subject, st.end)
		behind = subject.last
	}
	end, empty := r.tail(behind, st)
	if !empty || !inverted && !r.tailStart(c, behind, end) {
		// "said the mayor, who ..." is fine; words of its own are not.
		return a, false
	}
	if inverted && end < st.end && r.tok[end].Text == "," {
		end = r.endOfApposition(end, st)
	}
	lead := block
	for lead > left && (r.tok[lead-1].Tag == pos.CC && r.quoteEndingAt(lead-1) >= 0 || r.tok[lead-1].Lower == "as") {
		lead--
	}
	a.source, a.block = subject, run{lead, end}
	if q := r.quoteEndingAt(lead); q >= 0 && (lead > st.first || end >= st.end && r.sameParagraph(lead-1, lead)) {
		return r.behindQuote(a, q, st, left)
	}
	if lead <= left || !aside[c.verb.Lemma] {
		return a, false
	}
	if r.tok[block].Tag == pos.CC && !inverted || c.last < st.end && r.tok[c.last].Lower == "so" {
		return a, false // "and she says so"
	}
	prev := &r.tok[lead-1]
	isComma := prev.Text == "," || prev.Text == "–" || prev.Text == "—" || prev.Text == "--" || prev.Text == "-"
	if !isComma && !(inverted && c.verb.Lemma == "say" && r.finite(left, lead)) && !(r.noCommas && !inverted && subject.first > left && r.finite(left, subject.first)) && !(inverted && r.noCommas) {
		return a, false
	}
	contentEnd := lead
	if isComma {
		contentEnd--
	}
	content := r.contentLeft(left, contentEnd)
	if isComma && !inverted && contentEnd > left && r.tok[contentEnd-1].Tag == pos.CC && end < st.end && r.tok[end].Text == "," && r.clauseVerb(end+1, st.end) {
		// "The bridge stands and, he admits, needs work."
		a.add(r.trimContent(run{end + 1, r.contentEnd(end+1, st, c)}))
		return a, a.n > 0
	}
	if content.empty() || !r.clause(content.first, content.last) && !r.hasQuote(content) {
		// A lead-in ("In Syria, he said, ..."), or the beginning of a clause that goes on.
		if end < st.end && r.tok[end].Text == "," && !inverted {
			rest := run{end + 1, r.contentEnd(end+1, st, c)}
			if !rest.empty() && (r.finite(rest.first, rest.last) || r.quoteStartingAt(rest.first) >= 0) {
				if r.isLeadIn(content) {
					a.add(r.trimContent(rest))
				} else {
					a.add(content)
					a.add(r.trimContent(rest))
				}
				return a, a.n > 0
			}
		}
		headline := r.doc.ParagraphOf(c.first).Kind == text.Headline || r.doc.SentenceOf(c.first).Title
		if (!headline || content.size() < 3) && !(isComma && end >= st.end && content.size() > 1 && c.verb.Class&lexicon.Speech != 0 && !r.onlyWhen(content)) {
			return a, false
		}
	}
	if q := r.quoteStartingAt(end + 1); !inverted && end+1 < st.end && r.tok[end].Text == "," && q >= 0 && !r.hasQuote(content) {
		// "When the deal failed, she said, 'we were done'": the lead-in is not hers.
		if t := &r.tok[content.first]; subordinates(t) || t.Tag == pos.IN || t.Tag == pos.VBN || t.Tag == pos.VBG || t.Tag == pos.WRB {
			a.add(run{r.segments[q].first, r.segments[q].last})
			r.segments[q].used = true
			return a, true
		}
	}
	a.add(content)
	if end < st.end && r.tok[end].Text == "," && !inverted {
		// "The road, he said, was closed": the content goes on.
		rest := run{end + 1, r.contentEnd(end+1, st, c)}
		if !rest.empty() && (r.tok[rest.first].Tag.Finite() || subordinates(&r.tok[content.first]) && r.finite(rest.first, rest.last)) {
			a.add(r.trimContent(rest))
		}
	}
	return a, true
}

// impersonal reads what stands before "it was reported today by the police", whose
// source may be left out.
func (r *reader) impersonal(c *cue, st stretch, left int, a attribution) (attribution, bool) {
	it := c.group.first - 1
	if it-1 <= left || r.tok[it].Lower != "it" || r.tok[it-1].Text != "," || c.verb.Class&lexicon.Speech == 0 {
		return a, false
	}
	i := c.last
	for i < st.end && (r.temporal(i) || r.tok[i].Tag == pos.RB) {
		i++
	}
	if i < st.end && r.tok[i].Lower == "by" {
		a.source = r.phraseRight(i+1, st.end)
		i = a.source.last
	}
	if end, plain := r.tail(i, st); !plain || end < st.end {
		return a, false
	}
	content := r.contentLeft(left, it-1)
	if content.empty() || !r.finite(content.first, content.last) {
		return a, false
	}
	a.block = run{it, st.end}
	a.add(content)
	r.use(content)
	return a, true
}

// onlyWhen reports an adverbial of time or place that is no statement: "in Homs",
// "last week".
func (r *reader) onlyWhen(n run) bool {
	if t := &r.tok[n.first]; t.Tag == pos.IN || t.Tag == pos.TO || r.temporal(n.first) || r.temporal(n.last-1) {
		return true
	}
	return false
}

// nameBehind is the name behind a comma that tells who a source is: "said the group's
// head, Ana Lopez", "according to its governor, Ana Lopez"; n if none does.
func (r *reader) nameBehind(n run, end int) run {
	if n.last+1 < end && r.tok[n.last].Text == "," && r.onlyPerson(n) < 0 && r.typeAt(n.last-1) != entities.Person {
		if name := r.baseRight(n.last+1, end); r.onlyPerson(name) >= 0 {
			return name
		}
	}
	return n
}

// passiveOrPronoun reports a subject that can only be the one who says.
func (r *reader) passiveOrPronoun(n run) bool {
	return r.tok[n.first].Tag == pos.PRP || r.onlyPerson(n) >= 0
}

// apposed reports that the comma before a verb closes an apposition to the
// subject, so that the subject speaks.
func (r *reader) apposed(subject run, c *cue) bool {
	return subject.last < c.group.first && r.tok[c.group.first-1].Text == "," && r.finiteIn(subject.last, c.group.first) == 0
}

// endOfApposition goes over what is told of the source of an inverted cue.
func (r *reader) endOfApposition(comma int, st stretch) int {
	for i := comma + 1; i < st.last; i++ {
		if i >= st.end || r.quoteStartingAt(i) >= 0 {
			return i
		}
	}
	return st.end
}

func (r *reader) hasQuote(n run) bool {
	for i := n.first; i < n.last; i++ {
		if r.inside[i] >= 0 {
			return true
		}
	}
	return false
}

// isLeadIn reports an adverbial: "In Syria", "On Monday".
func (r *reader) isLeadIn(n run) bool {
	if n.empty() {
		return true
	}
	t := &r.tok[n.first]
	return t.Tag == pos.IN || t.Tag == pos.RB || t.Tag == pos.TO || t.Tag == pos.CC || t.Tag == pos.VBG || t.Tag == pos.VBN || r.temporal(n.first) || t.Tag == pos.UH || r.temporal(n.last-1)
}

// contentLeft is the content that runs from the sentence's beginning to last.
func (r *reader) contentLeft(first, last int) run {
	n := r.trimContent(run{r.skipConnective(first, last), last})
	if n.size() > 1 && r.tok[n.first].Lower == "according" && r.tok[n.first+1].Lower == "to" {
		return run{} // another source's words go on from there
	}
	return n
}

// skipConnective goes over "However," and "But".
func (r *reader) skipConnective(first, last int) int {
	for first < last {
		t := &r.tok[first]
		next := ""
		if first+1 < last {
			next = r.tok[first+1].Text
		}
		switch {
		case t.Kind == text.Punct && t.Text != "(" && t.Text != "[" || t.Text == "•":
			first++
		case t.Tag == pos.CC && (t.Lower == "and" || t.Lower == "but" || t.Lower == "or" || t.Lower == "yet"):
			first++
		case next == "," && (t.Tag == pos.RB || leadWords[t.Lower]) && t.Kind == text.Word:
			first += 2
		case (t.Lower == "however" || t.Lower == "meanwhile") && t.Is(text.Capital):
			first++
		default:
			return first
		}
	}
	return first
}

// trimContent cuts marks off the ends that do not belong to the content, and a
// leading "that".
func (r *reader) trimContent(n run) run {
	for n.first < n.last {
		t := &r.tok[n.first]
		if t.Kind == text.Punct && t.Text != "(" && t.Text != "[" && t.Text != "$" && t.Text != "#" || t.Lower == "that" && n.size() > 2 && !r.tok[n.first+1].Tag.Finite() {
			n.first++
			continue
		}
		if t.Kind == text.Quote && r.inside[n.first] < 0 {
			n.first++
			continue
		}
		break
	}
	for n.first < n.last {
		t := &r.tok[n.last-1]
		if (t.Text == "," || t.Text == ";" || t.Text == ":" || t.Text == "-" || t.Text == "–" || t.Text == "—" || t.Text == "--" || t.Text == ".") && r.inside[n.last-1] < 0 || t.Kind == text.Quote && r.inside[n.last-1] < 0 || t.Tag == pos.CC && t.Lower == "and" {
			n.last--
			continue
		}
		break
	}
	return n
}

// behindQuote reads the attribution of the quoted segment q that closes before
// it.
func (r *reader) behindQuote(a attribution, q int, st stretch, left int) (attribution, bool) {
	s := &r.segments[q]
	outside := run{r.skipConnective(left, s.open), s.open}
	if s.open < st.first {
		outside = run{}
	}
	if outside.size() > 0 && outside.first < s.open && !r.allQuoted(outside) {
		content := r.contentLeft(left, a.block.first)
		if content.empty() {
			return a, false
		}
		a.add(content)
		r.use(content)
	} else {
		a.add(run{s.first, s.last})
		s.used = true
	}
	// "A," he said, "B."
	i := a.block.last
	if i < len(r.tok) && (r.tok[i].Text == "," || r.tok[i].Text == ":" || r.tok[i].Text == ";") && r.inside[i] < 0 {
		i++
	}
	if i < len(r.tok) && r.tok[i].Text == "." && r.inside[i] < 0 && i+1 < len(r.tok) && r.sameParagraph(i, i+1) {
		i++
	}
	if k := r.quoteStartingAt(i); k >= 0 && r.sameParagraph(i, a.cue.first) && int(r.tok[i].Sentence) == int(r.tok[a.cue.first].Sentence) {
		t := &r.segments[k]
		a.add(run{t.first, t.last})
		t.used = true
	}
	return a, true
}

func (r *reader) sameParagraph(i, j int) bool {
	return r.doc.SentenceOf(i).Paragraph == r.doc.SentenceOf(j).Paragraph
}

func (r *reader) allQuoted(n run) bool {
	for i := n.first; i < n.last; i++ {
		if r.inside[i] < 0 && (r.tok[i].Kind == text.Word || r.tok[i].Kind == text.Number) {
			return false
		}
	}
	return true
}

// use marks the segments within a content.
func (r *reader) use(n run) {
	for i := n.first; i < n.last; i++ {
		if k := r.inside[i]; k >= 0 {
			r.segments[k].used = true
			i = max(i, r.segments[k].close-1)
		}
	}
}

// according reads "according to X", before, behind or within its content.
func (r *reader) according(c *cue, st stretch, a attribution) (attribution, bool) {
	if c.verb.Lemma != "" {
		return r.nounReport(c, st, a)
	}
	var n run
	end := c.last
	if r.tok[c.first].Lower == "in" && r.tok[c.last-1].Lower != "of" {
		// "in her view"
		n = run{c.first + 1, c.last - 1}
		for n.last > n.first && (r.tok[n.last-1].Tag == pos.POS || r.tok[n.last-1].Tag.Adjective() || r.tok[n.last-1].Lower == "own") {
			n.last--
		}
	} else {
		n = r.sourceRight(c.last, st.end)
		if !n.empty() {
			n = r.nameBehind(n, st.end)
		}
		end = n.last
	}
	if n.empty() {
		return a, false
	}
	a.source = n
	// An apposition up to the next comma or the end.
	start := c.first
	if start > st.first && (r.tok[start-1].Lower == "reportedly" || r.tok[start-1].Text == "(") {
		start--
	}
	before := r.contentLeft(st.first, start)
	if before.empty() || !r.finite(before.first, before.last) && r.isLeadIn(before) {
		// In front: up to the comma, then the content.
		i := end
		comma := -1
		for j := end; j < st.end && j < end+40; j++ {
			if r.tok[j].Text == "," && r.inside[j] < 0 {
				comma = j
				if r.startsClause(j+1, st) {
					break
				}
			}
			if r.quoteStartingAt(j) >= 0 && r.segments[r.inside[j]].size() > 3 {
				break
			}
		}
		if comma >= 0 {
			i = comma + 1
		}
		a.block = run{c.first, i}
		if k := r.quoteStartingAt(i); k >= 0 && r.segments[k].close >= st.end {
			a.add(run{r.segments[k].first, r.segments[k].last})
			r.segments[k].used = true
			return a, true
		}
		rest := r.trimContent(run{i, r.contentEnd(i, st, c)})
		if rest.size() < 2 {
			return a, false
		}
		a.add(rest)
		r.use(rest)
		return a, true
	}
	a.block = run{c.first, end}
	if q := r.quoteEndingAt(c.first); q >= 0 && r.segments[q].first > 0 {
		return r.behindQuote(a, q, st, st.first)
	}
	a.add(before)
	r.use(before)
	if end < st.end && r.tok[end].Text == "," && c.first > st.first && r.tok[c.first-1].Text == "," {
		j := end + 1
		if j < st.end && r.tok[j].Tag.Finite() {
			rest := r.trimContent(run{j, r.contentEnd(j, st, c)})
			a.add(rest)
			r.use(rest)
		}
	}
	return a, true
}

// nounReport reads a noun that reports: "his claim that the vote was rigged", "a
// warning by the union that jobs would go", "the view of analysts is that".
func (r *reader) nounReport(c *cue, st stretch, a attribution) (attribution, bool) {
	noun := c.last - 1
	i := c.last
	n := r.baseLeft(c.last, st.first)
	if n.empty() {
		return a, false
	}
	for j := noun; j > n.first; j-- {
		if r.tok[j].Tag == pos.POS {
			a.source = run{n.first, j}
			break
		}
	}
	if r.tok[n.first].Tag == pos.PRPS {
		a.source = run{n.first, n.first + 1}
	}
	if a.source.empty() && i < st.end {
		if w := r.tok[i].Lower; w == "by" || w == "of" || w == "from" || w == "among" {
			who := r.phraseRight(i+1, st.end)
			if who.empty() || !r.speaker(who) && r.tok[who.first].Tag != pos.PRP {
				return a, false
			}
			a.source = who
			i = who.last
		}
	}
	if a.source.empty() || !r.isSource(a.source) && r.tok[a.source.first].Tag != pos.PRPS {
		return a, false
	}
	if i < st.end && isBe(r.tok[i].Lower) {
		i++
	}
	if i+1 >= st.end || r.tok[i].Lower != "that" || r.tok[i].Tag == pos.DT || r.tok[i+1].Tag.Finite() {
		return a, false
	}
	content := r.trimContent(run{i + 1, r.contentEnd(i+1, st, c)})
	if noun > i || !r.finite(content.first, content.last) {
		return a, false
	}
	if end := r.ownVerb(content); end > 0 {
		content = r.trimContent(run{content.first, end})
	}
	a.block = run{n.first, i + 1}
	a.cue = run{noun, noun + 1}
	a.add(content)
	r.use(content)
	return a, a.n > 0
}

// ownVerb is where the clause of a noun's content ends and the sentence's own verb
// follows: "the claim that he fled was false"; 0 if nothing shows it.
func (r *reader) ownVerb(n run) int {
	seen := false
	for i := n.first; i < min(n.last, n.first+maxOwn); i++ {
		if k := r.inside[i]; k >= 0 {
			i = max(i, r.segments[k].close-1)
			continue
		}
		t := &r.tok[i]
		if t.Text == "," && seen {
			return i
		}
		if !t.Tag.Finite() {
			continue
		}
		if seen && !r.relativeWithin(n.first, i) {
			return i
		}
		seen = true
		for i+1 < n.last && (r.tok[i+1].Tag.Verb() && !r.tok[i+1].Tag.Finite() || r.tok[i+1].Tag == pos.RB) {
			i++
		}
	}
	return 0
}

// relativeWithin reports a word in [first, last) that opens a clause.
func (r *reader) relativeWithin(first, last int) bool {
	for i := first; i < last; i++ {
		if t := &r.tok[i]; t.Tag == pos.WP || t.Tag == pos.WDT || t.Tag == pos.WRB || subordinates(t) || t.Tag == pos.CC {
			return true
		}
	}
	return false
}

// startsClause reports that a clause with its own subject and verb begins at i.
func (r *reader) startsClause(i int, st stretch) bool {
	if i >= st.end {
		return false
	}
	t := &r.tok[i]
	if r.quoteStartingAt(i) >= 0 {
		return true
	}
	if t.Tag == pos.WP || t.Tag == pos.WDT || t.Lower == "which" || t.Lower == "who" {
		return false
	}
	for j := i; j < st.end && j < i+40; j++ {
		if r.tok[j].Tag.Finite() {
			return true
		}
		if r.tok[j].Text == "," && r.inside[j] < 0 && j < i+6 && !r.finite(j, min(st.end, j+30)) {
			return false
		}
	}
	return false
}

// leading reads a cue that stands before what it reports.
func (r *reader) leading(k, from int, st stretch, base int) (attribution, bool) {
	c := &r.cues[k]
	a := attribution{cue: c.run, lemma: c.verb.Lemma, class: c.verb.Class, negated: c.negated, maybe: c.maybe}
	if c.prep {
		return a, false
	}
	lemma := c.verb.Lemma
	left := st.first
	// The attribution whose content this cue may stand in, or go on from.
	prevSame := -1
	for i := base; i < len(r.found); i++ {
		if r.found[i].cue.first < c.first {
			prevSame = i
		}
	}
	i := c.last
	class := c.verb.Class
	// Particles.
	needPhrase := false
	if i < st.end {
		w := r.tok[i].Lower
		switch {
		case (lemma == "call" || lemma == "appeal" || lemma == "press") && w == "for",
			lemma == "call" && (w == "on" || w == "upon"), lemma == "warn" && (w == "of" || w == "against"), lemma == "rule" && w == "out",
			lemma == "appeal" && w == "to":
			a.cue.last++
			i++
			needPhrase = true
			class = lexicon.Stance
		case lemma == "rule" && w == "that":
		case lemma == "rule" || lemma == "call" && class&lexicon.Judge == 0:
			return a, false
		case lemma == "point" && w == "out":
			a.cue.last++
			i++
		case lemma == "point":
			return a, false
		}
	}
	// The source.
	switch {
	case c.passive:
		return r.passive(c, st, a)
	case class&lexicon.Accuse != 0 && i < st.end && r.tok[i].Lower == "of":
		return r.passive(c, st, a)
	case c.gerund:
		before := c.group.first - 1
		if before < st.first {
			break
		}
		w := &r.tok[before]
		switch {
		case w.Lower == "as":
			// "quoted the army as saying"
			for j := k - 1; j >= from; j-- {
				q := &r.cues[j]
				if q.verb.Class&lexicon.Quoting != 0 || q.verb.Lemma == "report" {
					if q.passive {
						a.source, _ = r.subjectLeft(q.group.first, left)
					} else {
						a.source = r.phraseRight(q.last, before)
					}
					break
				}
			}
			if a.source.empty() {
				return a, false
			}
		case w.Text == "," || w.Tag == pos.CC || w.Lower == "by" || w.Lower == "while" || w.Tag == pos.RB:
			if prevSame >= 0 {
				a.sharing = r.mainReport(prevSame, base) + 1
			} else if n := r.sentenceSubject(st, before); !n.empty() {
				a.source = n
			} else {
				return a, false
			}
		case r.isHead(before):
			n := r.phraseLeft(c.group.first, left)
			if w.Tag == pos.PRP || !r.isSource(n) || class&lexicon.Speech == 0 {
				return a, false
			}
			a.source = n
		case w.Lower == "with":
			return a, false
		default:
			return a, false
		}
	default:
		w := c.group.first - 1
		if w >= st.first && (r.tok[w].Tag == pos.CC || r.tok[w].Text == "," && w > st.first && r.tok[w-1].Tag == pos.CC) && prevSame >= 0 && r.found[prevSame].sharing == 0 {
			a.sharing = prevSame + 1
			break
		}
		if w >= st.first && (r.tok[w].Tag == pos.CC) {
			if n := r.sentenceSubject(st, w); !n.empty() {
				a.source = n
				break
			}
		}
		subject, block := r.subjectLeft(c.group.first, left)
		a.source, a.block = subject, run{block, c.last}
		if subject.empty() {
			if c.infin || prevSame >= 0 && c.group.first > st.first {
				if prevSame >= 0 {
					a.sharing = prevSame + 1
					break
				}
			}
			if c.group.first > st.first && r.tok[c.group.first-1].Text == "," || c.infin {
				if n := r.sentenceSubject(st, c.group.first); !n.empty() {
					a.source = n
					break
				}
			}
			return a, false
		}
	}
	if a.block.empty() {
		first := a.source.first
		if a.source.empty() || first > c.first {
			first = c.first
		}
		a.block = run{first, a.cue.last}
	}
	if lemma == "refuse" && i+1 < st.end && r.tok[i].Tag == pos.TO && r.cueAt(i+1) != nil {
		return a, false // "refused to say that": a saying that was not done
	}
	if a.sharing == 0 && !r.isSource(a.source) && class&(lexicon.Speech) == 0 {
		return a, false
	}
	if a.sharing == 0 && r.firstPerson(a.source) {
		return a, false
	}
	if c.group.first > st.first && lemma == "ask" && subordinates(&r.tok[c.group.first-1]) {
		return a, false
	}
	// The content.
	limit := r.contentEnd(i, st, c)
	if r.relativeBefore(c.group.first) && c.group.first-2 >= st.first && r.tok[c.group.first-2].Text == "," {
		// ", who announced his retirement, is ...": the aside ends at a comma
		// behind which the sentence's own verb comes.
		for j := i; j+1 < limit; j++ {
			if r.tok[j].Text == "," && r.inside[j] < 0 && r.clauseVerb(j+1, limit) {
				limit = j
				break
			}
		}
	}
	a.negated = a.negated || r.nobody(a.source)
	a.maybe = a.maybe && !a.negated || r.supposed(a.block.first, st)
	if end := r.mainClause(a.block.first, i, limit, st); end > 0 {
		limit = end
	}
	start, that := r.contentStart(c, i, limit)
	if q := r.quoteStartingAt(start); q >= 0 {
		s := &r.segments[q]
		if s.close >= limit || s.unclosed || r.attributionFollows(s.close, st) {
			if s.size() < 1 {
				return a, false
			}
			a.add(run{s.first, s.last})
			s.used = true
			return a, true
		}
	}
	content := r.trimContent(run{start, limit})
	if !content.empty() {
		if end := r.ownClauseEnd(content); end < content.last {
			content = r.trimContent(run{content.first, end})
			that = that || lemma == "say"
		}
	}
	if !content.empty() && !that {
		switch t := &r.tok[content.first]; {
		case t.Lower == "to" && (lemma == "respond" || lemma == "reply"), t.Lower == "so" && lemma == "say" && !r.clauseVerb(content.first+2, content.last):
			return a, false
		}
	}
	if content.empty() {
		// A block after a colon.
		if start >= st.end-1 && st.last > 0 && r.tok[st.last-1].Text == ":" {
			return r.blockAfterColon(a, st)
		}
		return a, false
	}
	// "said it was coming: 'Wait and see'": two.
	for j := content.first + 2; j < content.last-1; j++ {
		if r.tok[j].Text == ":" && r.inside[j] < 0 {
			if q := r.quoteStartingAt(j + 1); q >= 0 && r.segments[q].close >= content.last-1 && r.segments[q].size() > 2 && r.finite(content.first, j) {
				b := a
				b.add(run{r.segments[q].first, r.segments[q].last})
				r.segments[q].used = true
				r.more = append(r.more, b)
				content.last = j
			}
			break
		}
	}
	clause := that || r.finite(content.first, content.last)
	if !clause && lemma == "say" && content.size() > 3 && c.group.first > st.first && (r.doc.ParagraphOf(c.first).Kind == text.Headline && c.first-r.doc.Sentences[r.doc.ParagraphOf(c.first).First].First < maxHeadlineCue) && r.speaker(a.source) && r.startsPhrase(content.first) {
		// "Region says shelling of port kills four": a verb taken for a noun
		a.add(content)
		r.use(content)
		return a, true
	}
	quoted := r.hasQuote(content)
	if c.negated && !that && lemma != "rule" && !(class&lexicon.Believe != 0 && class&lexicon.Speech == 0 && deniedBelief[lemma]) {
		return a, false
	}
	switch {
	case lemma == "hear" && !a.source.empty() && r.tok[a.source.first].Tag == pos.PRP:
		return a, false // who hears is not who speaks
	case !that && !quoted && r.nobody(a.source):
		return a, false // "no group claimed responsibility"
	case lemma == "claim" && !clause && !quoted && r.taken(content):
		return a, false
	case lemma == "put":
		if !r.hasWord(content, "at") || !r.hasNumber(content) || !(r.hasAny(content, tollWords) || content.size() > 2 && r.tok[content.first].Tag == pos.PRP && r.tok[content.first+1].Lower == "at") {
			return a, false
		}
	case class&lexicon.Accuse != 0 && class&lexicon.Speech == 0 && lemma != "suspect":
		if !r.hasWord(content, "of") && !(lemma == "blame" && r.hasWord(content, "for")) || lemma == "charge" {
			return a, false
		}
	case needPhrase:
		if lemma == "call" && r.tok[i-1].Lower == "on" && !r.hasWord(content, "to") {
			return a, false
		}
	case clause && class&(lexicon.Speech|lexicon.Believe|lexicon.Show) != 0:
		if !that && class&lexicon.Speech == 0 && !r.startsClause(content.first, st) {
			return a, false
		}
		if !that && !quoted && !r.plainClause(content, c) && class&lexicon.Stance == 0 {
			return a, false
		}
		if askLike[lemma] && !quoted {
			return a, false
		}
	case !quoted && foresees[lemma] && class&lexicon.Believe != 0 && r.toDo(content) && !(lemma == "want" && r.tok[content.first].Tag == pos.TO):
	case quoted && class&(lexicon.Judge|lexicon.Speech|lexicon.Stance|lexicon.Show) != 0:
		if class&lexicon.Judge != 0 && r.quotedSize(content) < 5 {
			return a, false
		}
		// Only from the quoted words on, unless they are part of a clause.
		if class&lexicon.Judge != 0 {
			for j := content.first; j < content.last; j++ {
				if q := r.quoteStartingAt(j); q >= 0 {
					a.add(run{r.segments[q].first, r.segments[q].last})
					r.segments[q].used = true
					return a, true
				}
			}
		}
	case class&lexicon.Stance != 0:
		if r.tok[content.first].Tag == pos.PRP && content.size() < 4 || r.tok[content.first].Lower == "both" && class&lexicon.Speech == 0 {
			return a, false // "dismissed both within hours"
		}
		if content.size() < 2 && !(r.doc.SentenceOf(c.first).Title || r.doc.ParagraphOf(c.first).Kind == text.Headline) || subordinates(&r.tok[content.first]) {
			return a, false
		}
		if toVerbs[lemma] {
			if r.tok[content.first].Lower != "to" && !urges[lemma] {
				return a, false
			}
			if needsTo[lemma] && !r.toDo(content) {
				return a, false
			}
		} else if t := &r.tok[content.first]; t.Tag == pos.IN || t.Tag == pos.TO && lemma != "claim" || t.Tag == pos.RP {
			return a, false
		}
	default:
		return a, false
	}
	if !clause && !quoted && lemma != "put" && !foresees[lemma] {
		if e := r.skipTimeLeft(content.last, content.first); e > content.first+1 && r.temporal(content.last-1) {
			content.last = e
		}
	}
	a.add(content)
	r.use(content)
	return a, true
}

// ownClauseEnd is where a content ends because the sentence goes on with what its
// subject did or what happened: "confirmed the attack but gave no toll", "denies
// it, although thousands saw it", "said four had died, but later spoke of five".
func (r *reader) ownClauseEnd(n run) int {
	clause, backshift, present := false, false, false
	for j := n.first; j < min(n.last, n.first+maxOwn); j++ {
		if k := r.inside[j]; k >= 0 {
			clause = clause || r.segments[k].size() > 3
			j = max(j, r.segments[k].close-1)
			continue
		}
		t := &r.tok[j]
		if t.Tag.Finite() || t.Tag == pos.WP || t.Tag == pos.WDT {
			present = present || !clause && (t.Tag == pos.VBZ || t.Tag == pos.VBP)
			clause = true
			backshift = backshift || backshifted[t.Lower]
		}
		if j < n.first+2 || j+1 >= n.last {
			continue
		}
		i := j
		if t.Text == "," {
			i++
		}
		w := &r.tok[i]
		verb := i + 1
		for verb < n.last && (r.tok[verb].Tag == pos.RB || leadWords[r.tok[verb].Lower]) {
			verb++
		}
		verbs := verb < n.last && r.tok[verb].Tag.Finite() && r.tok[verb].Tag != pos.MD
		if v, ok := r.words.Reporting(r.tok[min(verb, n.last-1)].Lower); ok && w.Lower == "but" && v.Form&lexicon.PastForm != 0 {
			verbs = true // "but put the number at 26"
		}
		switch {
		case joinsVerb[w.Lower] && verbs && (!clause || backshift && i > j && w.Lower == "but" && r.tok[verb].Tag == pos.VBD && !backshifted[r.tok[verb].Lower]):
			return j
		case w.Lower == "but" && clause && i+2 < n.last && (r.tok[i+1].Lower == "he" || r.tok[i+1].Lower == "she") && r.tok[i+2].Tag == pos.VBD && !backshifted[r.tok[i+2].Lower] && (present || backshift):
			return j
		case clause:
		case t.Text == ";":
			return j
		case i > j && setsAgainst[w.Lower]:
			return j
		case i > j && w.Tag == pos.VBG && !nounLike[w.Lower]:
			return j
		case w.Lower == "in" && i+1 < n.last && !r.temporal(i+1):
			if m := r.baseRight(i+1, n.last); !m.empty() && isDocument(r, m) {
				return j
			}
		case w.Lower == "without" && i+1 < n.last && r.tok[i+1].Tag == pos.VBG:
			return j
		}
	}
	return n.last
}

// maxOwn bounds the words of a content in which its end is looked for.
const maxOwn = 60

// maxTaken is how far into a content the thing stands that a disaster claims.
const maxTaken = 5

// taken reports the object of a disaster: "the flood claimed 40 lives", "claimed
// the lives of four drivers".
func (r *reader) taken(n run) bool {
	for i := n.first; i < min(n.last, n.first+maxTaken); i++ {
		if takenThings[r.tok[i].Lower] {
			return true
		}
	}
	return false
}

// toDo reports "to" with a verb in a content: "prices to rise".
func (r *reader) toDo(n run) bool {
	for i := n.first; i+1 < min(n.last, n.first+maxOwn); i++ {
		if r.tok[i].Tag == pos.TO && (r.tok[i+1].Tag == pos.VB || r.tok[i+1].Tag == pos.RB) {
			return true
		}
	}
	return false
}

// nobody reports a subject that says that none of them does: "Neither side said".
func (r *reader) nobody(n run) bool {
	if n.empty() {
		return false
	}
	first := r.tok[n.first].Lower
	return negativeSubjects[first] || first == "no" && n.size() < maxNobody || n.first > 0 && negativeSubjects[r.tok[n.first-1].Lower]
}

// maxNobody bounds "no official": what follows "no" in a longer phrase is no one.
const maxNobody = 4

// supposed reports that the clause that begins at block is a condition: "if the
// police say so".
func (r *reader) supposed(block int, st stretch) bool {
	return block > st.first && conditionWords[r.tok[block-1].Lower]
}

// mainClause is the comma at which the sentence's main clause begins, if the
// attribution that starts at block stands in a clause before it ("When police
// said the road was closed, drivers turned back"); 0 for none.
func (r *reader) mainClause(block, first, limit int, st stretch) int {
	if block <= st.first || block > st.first+maxLead {
		return 0
	}
	opener := &r.tok[block-1]
	if !subordinates(opener) || opener.Lower == "that" || opener.Lower == "than" || r.finite(st.first, block-1) {
		return 0
	}
	for j := first; j+2 < limit; j++ {
		if k := r.inside[j]; k >= 0 {
			j = max(j, r.segments[k].close-1)
			continue
		}
		if t := r.tok[j].Text; t != "," && t != "―" && t != "—" && t != "–" {
			continue
		}
		k := j + 1
		for k < limit && (r.tok[k].Tag == pos.RB || leadWords[r.tok[k].Lower]) {
			k++
		}
		n := r.phraseRight(k, limit)
		if n.empty() || !r.clauseVerb(n.last, st.last) {
			continue
		}
		return j
	}
	return 0
}

// maxHeadlineCue bounds the words before "says" in a headline.
const maxHeadlineCue = 8

// maxLead bounds the words before a clause that opens a sentence.
const maxLead = 6

// mainReport is the attribution that ", adding that" behind found[k] goes on
// from: not what a relative clause tells of somebody, nor what the main report
// says that somebody said.
func (r *reader) mainReport(k, base int) int {
	main := k
	for j := k - 1; j >= base && j > k-maxCuts; j-- {
		a, b := &r.found[j], &r.found[main]
		if a.sharing > 0 || a.source.empty() || a.cue.first > b.cue.first {
			continue
		}
		within := false
		for _, p := range a.pieces[:a.n] {
			within = within || p.first > a.cue.first && p.first <= b.cue.first && b.cue.first < p.last
		}
		if within || r.inRelative(b) {
			main = j
		}
	}
	return main
}

// inRelative reports that an attribution tells what "who" or "which" said.
func (r *reader) inRelative(a *attribution) bool {
	if a.cue.empty() {
		return false
	}
	i := a.cue.first
	if c := r.cueAt(i); c != nil {
		i = c.group.first
	}
	for i > 0 && (r.tok[i-1].Tag == pos.RB || leadWords[r.tok[i-1].Lower]) {
		i--
	}
	return r.relativeBefore(i)
}

func (r *reader) hasWord(n run, word string) bool {
	for i := n.first; i < n.last; i++ {
		if r.tok[i].Lower == word {
			return true
		}
	}
	return false
}

func (r *reader) hasAny(n run, set map[string]bool) bool {
	for i := n.first; i < n.last; i++ {
		if set[r.tok[i].Lower] {
			return true
		}
	}
	return false
}

func (r *reader) quotedSize(n run) int {
	size := 0
	for i := n.first; i < n.last; i++ {
		if r.inside[i] >= 0 {
			size++
		}
	}
	return size
}

// plainClause reports content without "that" that is a clause from its first
// word on: a subject and, behind it, a verb.
func (r *reader) plainClause(n run, c *cue) bool {
	t := &r.tok[n.first]
	switch {
	case t.Lower == "by":
		return false
	case t.Lower == "up" || t.Lower == "as":
		return r.finite(n.first, n.last)
	case t.Tag == pos.IN && !complement(t.Lower) && t.Lower != "if" && t.Lower != "whether", t.Lower == "about", t.Tag == pos.RP:
		return false
	case t.Tag == pos.TO:
		return false
	case t.Tag == pos.WP, t.Tag == pos.WRB, t.Tag == pos.WDT, t.Lower == "whether", t.Lower == "if":
		return c.verb.Lemma != "say" || t.Lower == "what" || t.Lower == "when" || t.Lower == "if"
	case t.Tag == pos.IN:
		// "said in 2015 that" was read as "that"; "said in Homs the army was"
		return r.finite(n.first, n.last)
	}
	return r.finiteIn(n.first, n.last) > 0
}

// maxClauses is how many finite verbs of a sentence are asked for the subject of
// its main clause.
const maxClauses = 6

// sentenceSubject is the subject of the sentence's main clause, as far as it
// stands before the token.
func (r *reader) sentenceSubject(st stretch, before int) run {
	relative, asked := 0, 0
	for i := st.first; i < before && asked < maxClauses; i++ {
		t := &r.tok[i]
		if t.Tag == pos.WP || t.Tag == pos.WDT || t.Lower == "who" || t.Lower == "which" {
			relative++
			continue
		}
		if !t.Tag.Finite() || r.inside[i] >= 0 && r.segments[r.inside[i]].size() > 3 {
			continue
		}
		if relative > 0 {
			relative--
			continue
		}
		start := i
		for start > st.first && r.tok[start-1].Tag == pos.RB {
			start--
		}
		asked++
		if n, _ := r.subjectLeft(start, st.first); !n.empty() && r.isSource(n) {
			return n
		}
	}
	i := r.skipConnective(st.first, before)
	for n := 0; n < 3 && i < before; n++ {
		start := r.skipLead(i, before)
		if start < before && r.tok[start].Text == "," {
			i = start + 1
			continue
		}
		i = start
		break
	}
	if i >= before {
		return run{}
	}
	n := r.phraseRight(i, before)
	if n.empty() || !r.isSource(n) {
		return run{}
	}
	return n
}

// contentStart goes over the words between a cue and its content: addressee,
// time, manner, "that".
func (r *reader) contentStart(c *cue, i, limit int) (start int, that bool) {
	if i < limit && r.tok[i].Lower == "how" && (c.verb.Lemma == "describe" || c.verb.Lemma == "explain" || c.verb.Lemma == "recount") {
		return i + 1, true
	}
	// "that", a colon or a quotation mark ahead, with no clause between.
	depth := 0
	for j := i; j < limit && j < i+24; j++ {
		t := &r.tok[j]
		if t.Lower == "that" && (j == i || t.Tag != pos.DT) && j+1 < limit && !r.tok[j+1].Tag.Finite() {
			return j + 1, true
		}
		if t.Text == ":" && r.inside[j] < 0 {
			return j + 1, false
		}
		if q := r.quoteStartingAt(j); q >= 0 {
			if j == i || r.tok[j-1].Text == "," {
				return j, j > i
			}
			break
		}
		if t.Tag.Finite() {
			if depth == 0 {
				break
			}
			depth--
		}
		if t.Tag == pos.WP || t.Tag == pos.WDT {
			depth++
		}
	}
	if i < limit && r.tok[i].Text == "," {
		i++
	}
	// Time, place and manner.
	for i < limit {
		t := &r.tok[i]
		switch {
		case r.temporal(i) && t.Tag != pos.JJ:
			i++
			continue
		case t.Kind == text.Number && i > 0 && r.temporal(i-1):
			i++
			continue
		case (t.Tag == pos.IN) && i+1 < limit && (r.temporal(i+1) || i+2 < limit && r.temporal(i+2) && (r.tok[i+1].Tag == pos.DT || r.tok[i+1].Tag == pos.JJ)):
			i++
			for i < limit && !r.temporal(i) {
				i++
			}
			continue
		case t.Lower == "in" && i+1 < limit:
			if n := r.baseRight(i+1, limit); !n.empty() && isDocument(r, n) {
				i = n.last
				continue
			}
		case t.Tag == pos.RB && leadWords[t.Lower]:
			i++
			continue
		case (t.Lower == "last" || t.Lower == "late" || t.Lower == "early" || t.Lower == "this") && i+1 < limit && r.temporal(i+1):
			i += 2
			continue
		}
		break
	}
	if i < limit && addresses[c.verb.Lemma] {
		// "told Reuters the attack was": somebody is told.
		n := r.baseRight(i, limit)
		if !n.empty() && n.last < limit && !r.tok[n.last].Tag.Finite() && (r.startsPhrase(n.last) || r.mention(n.last) >= 0) {
			i = n.last
		} else if m := r.mention(i); m >= 0 && !n.empty() && n.last < limit && r.ents.Mentions[m].Last < n.last {
			i = r.ents.Mentions[m].Last
		} else if r.tok[i].Tag == pos.PRP && i+1 < limit && !r.tok[i+1].Tag.Finite() {
			i++
		}
	}
	if i < limit && r.tok[i].Text == "," {
		i++
	}
	return i, false
}

// attributionFollows reports that behind a closed quote the sentence ends or
// another attribution begins.
func (r *reader) attributionFollows(i int, st stretch) bool {
	if i >= st.end {
		return true
	}
	// "when asked why", "in an interview", "after the vote": circumstances.
	t := &r.tok[i]
	if (t.Tag == pos.IN || t.Tag == pos.WRB) && !complement(t.Lower) || t.Lower == "in" || t.Lower == "at" || t.Lower == "on" || t.Lower == "when" {
		return !r.hasQuote(run{i, st.end})
	}
	return false
}

const (
	maxCuts    = 6  // cues within a content that are asked whether they end it
	maxSpeaker = 12 // tokens behind a semicolon within which another's cue stands
)

// contentEnd is where the content that starts at i ends: at the sentence's end,
// or at the words of another attribution.
func (r *reader) contentEnd(i int, st stretch, own *cue) int {
	end := st.end
	// A quote that goes on over the sentence's end belongs to it as a whole.
	for j := i; j < st.end; j++ {
		if k := r.inside[j]; k >= 0 {
			end = max(end, r.segments[k].close)
			j = r.segments[k].close - 1
		}
	}
	// Other attributions, behind a comma.
	for k := range r.found {
		f := &r.found[len(r.found)-1-k]
		if f.block.first < st.first {
			break
		}
		if f.block.first > i && f.block.first < end && f.cue != own.run {
			end = f.block.first
		}
	}
	asked := 0
	for j := i + 1; j < end; j++ {
		if k := r.inside[j]; k >= 0 && r.segments[k].size() > 3 {
			j = max(j, r.segments[k].close-1)
			continue
		}
		if asked >= maxCuts || j <= own.last {
			// no cue to ask
		} else if c := r.cueAt(j); c != nil && c.run != own.run {
			asked++
			if cut := r.cutBefore(c, i); cut > 0 {
				end = cut
				break
			}
		}
		if p := r.phraseAt(j); p != nil && j > i+1 && p.size() > 1 {
			end = j
			break
		}
		if r.tok[j].Text == ";" && r.inside[j] < 0 && r.otherSpeaks(j+1, st.end) {
			end = j
			break
		}
	}
	return end
}

// otherSpeaks reports that at first, behind a semicolon, somebody else is said
// to say something: "; the army said two".
func (r *reader) otherSpeaks(first, end int) bool {
	for k := r.cuesFrom(first); k < len(r.cues) && r.cues[k].first < min(end, first+maxSpeaker); k++ {
		c := &r.cues[k]
		if c.prep || c.gerund || c.passive || c.infin || c.group.first == first || c.verb.Class&lexicon.Speech == 0 {
			continue
		}
		subject, block := r.subjectLeft(c.group.first, first)
		return !subject.empty() && block <= first && r.isSource(subject)
	}
	return false
}

// cuesFrom is the index of the first cue at the token or behind it.
func (r *reader) cuesFrom(token int) int {
	lo, hi := 0, len(r.cues)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if r.cues[mid].first < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// cueAt is the cue at a token, by binary search.
func (r *reader) cueAt(token int) *cue {
	lo := r.cuesFrom(token)
	if lo < len(r.cues) && r.cues[lo].first == token {
		return &r.cues[lo]
	}
	return nil
}

// cutBefore is where the content of an earlier cue ends because the cue c goes
// on: ", adding that", "and said", ", but X said"; -1 if it does not.
func (r *reader) cutBefore(c *cue, i int) int {
	w := c.group.first - 1
	if w <= i {
		return -1
	}
	prev := &r.tok[w]
	callsFor := c.verb.Lemma == "call" && c.last < len(r.tok) && (r.tok[c.last].Lower == "for" || r.tok[c.last].Lower == "on")
	if c.verb.Class&(lexicon.Speech|lexicon.Stance|lexicon.Accuse) == 0 && !callsFor {
		return -1
	}
	switch {
	case c.prep:
		return -1
	case c.gerund && prev.Text == ",":
		return w
	case c.gerund && prev.Tag == pos.CC && w-1 > i && r.tok[w-1].Text == ",":
		return w - 1
	case c.gerund:
		return -1
	case prev.Tag == pos.CC && !c.passive:
		// "and said": the same speaker goes on, unless the content's own verb is joined to it.
		if c.verb.Form&(lexicon.PastForm|lexicon.PresentForm) != 0 && speaks[c.verb.Lemma] {
			if r.tok[w-1].Text == "," {
				return w - 1
			}
			return w
		}
		return -1
	}
	subject, block := r.subjectLeft(c.group.first, i)
	if subject.empty() || block <= i {
		return -1
	}
	for block > i && (r.tok[block-1].Tag == pos.CC || leadWords[r.tok[block-1].Lower]) {
		block--
	}
	if block == subject.first && block > i+2 && r.tok[block-1].Text == "," && c.last < len(r.tok) && speaks[c.verb.Lemma] && r.finite(i, block-1) && r.finite(c.last, min(c.last+12, r.doc.SentenceOf(c.first).Last)) {
		return block - 1
	}
	// "while her rival, Karl Weber, called"
	for k := block - 1; k > i && k > block-maxLead-2 && !r.tok[k].Tag.Finite(); k-- {
		if w := r.tok[k].Lower; (w == "while" || w == "whereas" || w == "but" || w == "although") && r.tok[k-1].Text == "," {
			return k - 1
		}
	}
	b := &r.tok[block]
	if b.Tag == pos.CC && block > i && (r.tok[block-1].Text == "," || b.Lower == "but") {
		if r.tok[block-1].Text == "," {
			return block - 1
		}
		return block
	}
	if (b.Lower == "while" || b.Lower == "but" || b.Lower == "although" || b.Lower == "though") && block > i {
		return block
	}
	if block > i && (r.tok[block-1].Lower == "while" || r.tok[block-1].Lower == "although" || r.tok[block-1].Lower == "though" || r.tok[block-1].Lower == "whereas") {
		block--
		if r.tok[block-1].Text == "," {
			block--
		}
		return block
	}
	return -1
}

// passive reads "was quoted as saying", "were reported to have fired", "was
// accused of".
func (r *reader) passive(c *cue, st stretch, a attribution) (attribution, bool) {
	i := c.last
	if i >= st.end {
		return a, false
	}
	w := r.tok[i].Lower
	switch {
	case w == "by":
		return a, false
	case c.verb.Class&lexicon.Accuse != 0 && w == "of":
		i++
	case w == "to" && i+1 < st.end && (r.tok[i+1].Tag == pos.VB || r.tok[i+1].Lower == "have" || r.tok[i+1].Lower == "be") && c.verb.Class&(lexicon.Speech|lexicon.Believe) != 0 && passiveTo[c.verb.Lemma]:
	case w == "that" && r.tok[i].Tag != pos.DT && c.verb.Class&(lexicon.Speech|lexicon.Believe) != 0:
		i++
	default:
		return a, false
	}
	if c.verb.Class&lexicon.Accuse != 0 && w == "of" || w == "to" || w == "that" {
		content := r.trimContent(run{i, r.contentEnd(i, st, c)})
		if content.size() < 3 {
			return a, false
		}
		a.block = run{c.group.first, c.last}
		a.source = run{}
		a.add(content)
		r.use(content)
		return a, true
	}
	return a, false
}

// firstPerson reports the writer's, or a statement's, own "I" and "we".
func (r *reader) firstPerson(n run) bool {
	if n.size() != 1 {
		return false
	}
	w := r.tok[n.first].Lower
	return w == "i" || w == "we" || w == "you"
}

// relativeBefore reports a verb group whose subject is "who" or "which".
func (r *reader) relativeBefore(i int) bool {
	if i == 0 {
		return false
	}
	t := &r.tok[i-1]
	return t.Tag == pos.WP || t.Tag == pos.WDT || t.Lower == "who" || t.Lower == "which"
}

// clauseVerb reports a finite verb at i, adverbs apart.
func (r *reader) clauseVerb(i, end int) bool {
	for i < end && r.tok[i].Tag == pos.RB {
		i++
	}
	return i < end && r.tok[i].Tag.Finite()
}

func (r *reader) hasNumber(n run) bool {
	for i := n.first; i < n.last; i++ {
		if r.tok[i].Kind == text.Number || r.tok[i].Tag == pos.CD {
			return true
		}
	}
	return false
}

// tailStart reports that what stands behind a cue does not make it a verb with
// an object or an infinitive of its own.
func (r *reader) tailStart(c *cue, i, end int) bool {
	if i >= end {
		return true
	}
	t := &r.tok[i]
	switch {
	case t.Tag == pos.TO && i+1 < end && r.tok[i+1].Tag == pos.VB:
		return false
	case t.Tag == pos.IN, t.Tag == pos.TO, t.Tag == pos.RB, t.Tag == pos.WRB, r.temporal(i), t.Kind == text.Punct, t.Tag == pos.VBG:
		return true
	case addresses[c.verb.Lemma] || c.verb.Lemma == "write":
		return true
	case (t.Lower == "last" || t.Lower == "this" || t.Lower == "late" || t.Lower == "early") && i+1 < end && r.temporal(i+1):
		return true
	}
	return r.noCommas && r.isSource(r.phraseRight(i, end))
}

// maxBlock bounds a statement printed as a block after a colon.
const maxBlock = 12

// blockAfterColon gives the paragraphs behind "The minister said:" to its
// source, up to the first that speaks of somebody's saying.
func (r *reader) blockAfterColon(a attribution, st stretch) (attribution, bool) {
	p := r.doc.SentenceOf(st.first).Paragraph
	if st.last < r.doc.Sentences[r.doc.Paragraphs[p].Last-1].Last {
		// More sentences in the same paragraph.
		s := r.doc.Sentences[r.tok[st.last].Sentence]
		if k := r.quoteStartingAt(s.First); k >= 0 {
			a.add(run{r.segments[k].first, r.segments[k].last})
			r.segments[k].used = true
			return a, true
		}
		a.add(run{s.First, s.Last})
		a.isBlock = true
		return a, true
	}
	first := true
	for n := 1; n <= maxBlock && p+n < len(r.doc.Paragraphs); n++ {
		q := &r.doc.Paragraphs[p+n]
		from, to := r.doc.Sentences[q.First].First, r.doc.Sentences[q.Last-1].Last
		if q.Kind == text.Clutter || q.Kind == text.Caption {
			break
		}
		if k := r.quoteStartingAt(from); k >= 0 {
			if first {
				a.add(run{r.segments[k].first, r.segments[k].last})
				r.segments[k].used = true
				return a, true
			}
			break
		}
		if !first && r.hasSpeech(from, to) {
			break
		}
		b := a
		b.n = 0
		b.isBlock = true
		b.add(run{from, to})
		if first {
			a = b
			first = false
			continue
		}
		b.block = run{from, from}
		r.blocks = append(r.blocks, b)
	}
	return a, !first
}

// hasSpeech reports that somebody else is said to say something in the tokens
// [from, to).
func (r *reader) hasSpeech(from, to int) bool {
	for k := r.cuesFrom(from); k < len(r.cues) && r.cues[k].first < to; k++ {
		c := &r.cues[k]
		if c.verb.Lemma != "say" && c.verb.Lemma != "add" && c.verb.Lemma != "tell" {
			continue
		}
		if n, _ := r.subjectLeft(c.group.first, from); !n.empty() && r.tok[n.first].Lower != "i" && r.tok[n.first].Lower != "we" {
			return true
		}
	}
	return false
}
