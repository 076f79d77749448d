package quotes

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// quotedCue is the size of a quoted segment from which on what it says is no
// longer searched for cues of the article's own.
const quotedCue = 3

// findCues lists the words that may report, in text order.
func (r *reader) findCues() {
	r.cues = r.cues[:0]
	for si := range r.doc.Sentences {
		s := &r.doc.Sentences[si]
		if r.doc.Paragraphs[s.Paragraph].Kind == text.Clutter {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			t := &r.tok[i]
			if t.Kind != text.Word {
				continue
			}
			if k := r.inside[i]; k >= 0 && r.segments[k].size() >= quotedCue {
				continue
			}
			if r.inPhrase(i) {
				continue // "asked not to be named because the talks go on"
			}
			if c, ok := r.prepositionalCue(i, s); ok {
				r.cues = append(r.cues, c)
				i = c.last - 1
				continue
			}
			if reportingNouns[t.Lower] && t.Tag.Noun() && r.mention(i) < 0 {
				// The verb of the clause behind it says what it is worth.
				r.cues = append(r.cues, cue{run: run{i, i + 1}, group: run{i, i + 1}, prep: true, verb: lexicon.ReportingVerb{Lemma: t.Lower, Class: lexicon.Speech}})
				continue
			}
			if v, ok := r.words.Reporting(t.Lower); ok {
				if c, ok := r.verbCue(i, s, v); ok {
					r.cues = append(r.cues, c)
				}
			}
		}
	}
}

// maxView bounds the words of "in the minister's own view".
const maxView = 7

// prepositionalCue reads "according to" and its like.
func (r *reader) prepositionalCue(i int, s *text.Sentence) (cue, bool) {
	next := ""
	if i+1 < s.Last {
		next = r.tok[i+1].Lower
	}
	switch r.tok[i].Lower {
	case "according":
		if next == "to" {
			return cue{run: run{i, i + 2}, group: run{i, i + 2}, prep: true}, true
		}
	case "as":
		if next == "per" {
			return cue{run: run{i, i + 2}, group: run{i, i + 2}, prep: true}, true
		}
	case "in":
		if next == "the" && i+3 < s.Last && views[r.tok[i+2].Lower] && r.tok[i+3].Lower == "of" {
			return cue{run: run{i, i + 4}, group: run{i, i + 4}, prep: true}, true // "in the view of"
		}
		owned := false
		for j := i + 1; j < s.Last && j < i+maxView && r.nominal(j); j++ {
			if owned && views[r.tok[j].Lower] {
				return cue{run: run{i, j + 1}, group: run{i, j + 1}, prep: true}, true // "in her view"
			}
			owned = owned || r.tok[j].Tag == pos.PRPS || r.tok[j].Tag == pos.POS
		}
	case "per":
		if i+2 < s.Last && i > s.First && r.tok[i-1].Text == "," && (r.tok[i+1].Tag == pos.DT || r.tok[i+1].Tag == pos.NNP) {
			return cue{run: run{i, i + 1}, group: run{i, i + 1}, prep: true}, true
		}
	}
	return cue{}, false
}

func isHave(w string) bool {
	return w == "has" || w == "have" || w == "had" || w == "having" || w == "'ve"
}

func isBe(w string) bool {
	switch w {
	case "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am":
		return true
	}
	return false
}

func isDo(w string) bool { return w == "did" || w == "do" || w == "does" }

func isNot(w string) bool {
	return w == "not" || w == "n't" || w == "never" || w == "neither" || w == "nor" || w == "nt"
}

// verbAfterName reports a verb that was taken for a noun: "the Organization for
// Migration estimates that".
func (r *reader) verbAfterName(i int, s *text.Sentence, v lexicon.ReportingVerb) bool {
	if i <= s.First || i+1 >= s.Last || r.mention(i) >= 0 {
		return false
	}
	next := r.tok[i+1].Lower
	return v.Form&lexicon.PresentForm != 0 && r.tok[i].Tag == pos.NNS && next == "that" && r.mention(i-1) >= 0 ||
		v.Form&lexicon.BaseForm != 0 && r.tok[i].Tag == pos.NN && (next == "that" || next == "whether" || next == "if") && r.tok[i-1].Tag == pos.NNS
}

// verbCue looks at a word that can be a reporting verb and reads its verb
// group.
func (r *reader) verbCue(i int, s *text.Sentence, v lexicon.ReportingVerb) (cue, bool) {
	t := &r.tok[i]
	c := cue{run: run{i, i + 1}, group: run{i, i + 1}, verb: v}
	if t.Tag != pos.None && !t.Tag.Verb() && !r.verbAfterName(i, s, v) {
		if !(s.Upper || s.Title || r.noCommas) || t.Tag.Noun() && v.Form&(lexicon.BaseForm|lexicon.PresentForm) != 0 || t.Tag == pos.JJ {
			return c, false
		}
	}
	if r.mention(i) >= 0 && !s.Upper {
		return c, false
	}
	// The words before the verb that belong to it.
	j := i
	have, be, modal, do, to := false, false, "", false, false
	for n := 0; j > s.First && n < 6; n++ {
		w := &r.tok[j-1]
		switch {
		case isNot(w.Lower):
			c.negated = true
		case isHave(w.Lower):
			have = true
		case isBe(w.Lower) && w.Tag != pos.POS:
			be = true
		case isDo(w.Lower):
			do = true
		case w.Tag == pos.MD || w.Lower == "will" || w.Lower == "would" || w.Lower == "could" || w.Lower == "should" || w.Lower == "must" || w.Lower == "may" || w.Lower == "might" || w.Lower == "can":
			modal = w.Lower
		case w.Lower == "to" && j == i:
			to = true
		case (w.Tag == pos.RB || w.Tag == pos.RBR || leadWords[w.Lower]) && w.Text != "," && !temporalWords[w.Lower]:
		default:
			n = 9
			continue
		}
		if n < 9 {
			j--
		}
		if to {
			break
		}
	}
	c.group.first = j
	switch {
	case to:
		// "went on to say", "declined to say"
		prev := ""
		k := j - 1
		for k >= s.First && (r.tok[k].Tag == pos.RB || r.tok[k].Lower == "on" || r.tok[k].Lower == "far" || r.tok[k].Lower == "as" || r.tok[k].Lower == "so") {
			k--
		}
		if k >= s.First {
			prev = r.tok[k].Lower
		}
		switch prev {
		case "declined", "refused", "declines", "refuses":
			c.negated = true
		case "went", "goes", "continued", "continues", "continue", "going", "began", "sought", "rushed":
		default:
			return c, false
		}
		c.infin = true
		c.group.first = k
		for c.group.first > s.First && (isHave(r.tok[c.group.first-1].Lower) || r.tok[c.group.first-1].Tag == pos.RB) {
			c.group.first--
		}
	case modal != "":
		c.maybe = modal != "will" && modal != "'ll"
		if modal != "will" && modal != "would" && modal != "'ll" || v.Form&lexicon.BaseForm == 0 && !have {
			return c, false
		}
	case v.Form&lexicon.GerundForm != 0:
		if !be && !(have && be) {
			c.gerund = true
		}
	case be:
		c.passive = true
	case have, do:
	case v.Form&(lexicon.PastForm|lexicon.PresentForm|lexicon.BaseForm) == 0:
		return c, false
	case v.Form == lexicon.BaseForm && t.Tag == pos.VB:
		return c, false // an infinitive or an order
	case t.Tag == pos.VBN && v.Class&lexicon.Speech == 0:
		return c, false // "a man accused of theft"
	}
	if tellsSomebody[v.Lemma] && j == i && v.Form&lexicon.ParticipleForm != 0 && i > s.First && r.tok[i-1].Tag.Noun() && i+1 < s.Last && (r.tok[i+1].Lower == "on" || r.tok[i+1].Lower == "about" || r.tok[i+1].Lower == "of") {
		return c, false // "an official briefed on the matter"
	}
	if v.Form == lexicon.BaseForm && t.Lower == "read" {
		return c, false
	}
	return c, true
}
