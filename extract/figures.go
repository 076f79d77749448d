package extract

// figure reads a number that stands for a count told before: "medics put the
// figure at 140", "later revised the number to six", "the correct figure is 21".
func (r *reader) figure(i int) {
	k := r.phraseAt(i)
	if k < 0 || r.phrases[k].head != i || r.phrases[k].det != definite && r.phrases[k].det != possessive || r.phrases[k].end > i+1 {
		return
	}
	at := i + 1
	for at < r.last && at < i+4 && (r.isAux(at) && r.tag(at) != 0 || r.adverb(at)) && r.phraseFromQty(at) < 0 {
		at++
	}
	if w := r.word(at); tollVerbs[w] && w != "of" && r.phraseFromQty(at) < 0 {
		at++
	}
	if !tollVerbs[r.word(at-1)] || r.word(at-1) == "of" || r.word(at-1) == "from" {
		return
	}
	n := r.phraseFromQty(at)
	if n < 0 || r.phrases[n].head >= 0 && !r.phrases[n].person {
		return
	}
	told := r.lastTold()
	if told < 0 {
		return
	}
	g := r.found[told]
	p := r.phrases[n]
	f := r.add(&p, g.claim.Outcome, i, i+1, Stated)
	if f == nil {
		return
	}
	if f.victims[1] == 0 {
		f.victims, f.claim.Class, f.bareQty = g.victims, g.claim.Class, false
	}
	f.figure = true
	for j := k; j >= 0 && r.phrases[j].first > r.first && r.phrases[j].first > i-8; j-- {
		switch w := r.word(r.phrases[j].first - 1); w {
		case "revised", "corrected", "updated", "raised", "lowered", "revising", "correcting", "updating":
			f.replaces = told
		}
	}
	if r.word(i-1) == "correct" || r.word(i-1) == "right" || r.word(i-1) == "latest" || r.word(i-1) == "new" {
		f.replaces = told
	}
}

// lastTold is the latest claim of this sentence or the two before it whose
// number a bare figure can repeat or correct, -1 for none.
func (r *reader) lastTold() int {
	for k := len(r.found) - 1; k >= 0 && r.found[k].sentence >= r.sentence-2 && k >= len(r.found)-wholeClaims; k-- {
		f := &r.found[k]
		if !f.part && f.claim.Outcome != Released && f.modality != Hypothetical && !(f.claim.Max != nil && *f.claim.Max <= 1) {
			return k
		}
	}
	return -1
}

// firstReports links a figure that was given first to the one that came after
// it: "initially said four were hurt, but now says six".
func (r *reader) firstReports() {
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		if f.part || f.replaces >= 0 || !r.saidFirst(f) {
			continue
		}
		// The later figure stands behind it, or in the sentence before.
		for j := k + 1; j < len(r.found); j++ {
			if g := &r.found[j]; g.claim.Outcome == f.claim.Outcome && !g.part && g.trigger[0] != f.trigger[0] && g.replaces < 0 {
				g.replaces = k
				return
			}
		}
		for j := k - 1; j >= 0 && r.found[j].sentence >= r.sentence-1; j-- {
			if g := &r.found[j]; g.claim.Outcome == f.claim.Outcome && !g.part && g.trigger[0] != f.trigger[0] && g.replaces < 0 {
				g.replaces = k
				return
			}
		}
	}
}

// saidFirst reports a word like "initially" in the clause before a claim, with
// a verb or noun of report.
func (r *reader) saidFirst(f *finding) bool {
	begin := min(f.first, f.trigger[0])
	report := false
	for i := begin - 1; i >= r.first && i > begin-14; i-- {
		w := r.word(i)
		if w == "but" || w == ";" || w == "now" || w == "and" || w == "later" {
			return false
		}
		if r.reporting(i) || rumours[w] || w == "put" || w == "given" || w == "figure" || w == "toll" || w == "count" {
			report = true
		}
		if firstSaid[w] {
			return report || r.reporting(i+1) || rumours[r.word(i+1)]
		}
	}
	return false
}
