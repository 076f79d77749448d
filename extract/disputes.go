package extract

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/quantity"
	"github.com/dateline-go/dateline/internal/text"
)

// fate reads "the fate of 85 more is unknown".
func (r *reader) fate(i int) {
	if r.word(i+1) != "of" {
		return
	}
	end := r.behind(i + 2)
	for k := end; k < r.last && k < end+4; k++ {
		switch w := r.word(k); {
		case w == "unknown" || w == "unclear" || w == "uncertain" || w == "known" && r.word(k-1) == "not":
			r.emitGroup(Missing, i, i+1, Stated, strict)
			return
		case r.isAux(k) || w == "remains" || w == "remained" || w == "remain" || w == "still" || w == "not":
		default:
			return
		}
	}
}

// corrections reads the figure that another replaces: "the number of dead is 9
// and not 12". It is denied, and the right one replaces it.
func (r *reader) corrections() {
	n := len(r.found)
	for k := r.begin; k < n; k++ {
		i := max(r.found[k].last, r.found[k].victims[1])
		if t := r.found[k].trigger; t[0] >= i && t[0] < i+4 {
			i = t[1] // "six people were killed, not nine"
		}
		switch r.word(i) {
		case ",", "and", "but", "--":
			i++
		}
		switch {
		case r.word(i) == "not":
			i++
		case r.word(i) == "instead" && r.word(i+1) == "of", r.word(i) == "rather" && r.word(i+1) == "than":
			i += 2
		default:
			continue
		}
		q := r.quantityAt(i)
		if q < 0 || r.quantities[q].Kind != quantity.Count {
			continue
		}
		p := r.phraseAt(i)
		if p < 0 || r.phrases[p].head >= 0 && !r.phrases[p].person {
			continue
		}
		f := r.found[k]
		if f.claim.Max != nil && *f.claim.Max == 0 {
			continue
		}
		wrong := r.phrases[p]
		g := r.add(&wrong, f.claim.Outcome, f.trigger[0], f.trigger[1], Denied)
		if g == nil {
			continue
		}
		if g.victims[1] == 0 {
			g.victims, g.claim.Class, g.bareQty = f.victims, f.claim.Class, false
		}
		g.modality = Denied
		r.found[k].replaces = len(r.found) - 1
	}
}

// conditions marks what a sentence only supposes: "if 20 people are killed, the
// mayor will resign", "he would resign if 20 people were killed".
func (r *reader) conditions() {
	if r.begin == len(r.found) {
		return
	}
	open := false
	for i := r.first; i < r.last; i++ {
		switch w := r.word(i); {
		case r.supposes(i):
			open = true
		case open && (w == "," || w == ";" || w == "then" || w == "--" || r.doc.Tokens[i].Kind == text.Quote):
			open = false
		}
		if !open {
			continue
		}
		for k := r.begin; k < len(r.found); k++ {
			if f := &r.found[k]; f.trigger[0] == i && (f.modality == Stated || f.modality == Hedged) && !r.presupposed(i) {
				f.modality = Hypothetical
			}
		}
	}
}

// presupposed reports a verb in a relative clause, which a condition leaves as
// it is: "whether it was the raid that killed ten people".
func (r *reader) presupposed(i int) bool {
	for i--; i >= r.first && (r.isAux(i) || r.adverb(i)); i-- {
	}
	w := r.word(i)
	return w == "which" || w == "that" && r.phraseAt(i-1) >= 0
}

// supposes reports a word that opens a condition or a question.
func (r *reader) supposes(i int) bool {
	switch r.word(i) {
	case "if":
		// "if not thousands" and "as if" suppose nothing.
		return r.word(i+1) != "not" && r.word(i+1) != "any" && r.word(i-1) != "as"
	case "unless", "lest", "whether":
		return true
	case "in":
		return r.word(i+1) == "case" && r.word(i+2) != "of" || r.word(i+1) == "the" && r.word(i+2) == "event" && r.word(i+3) == "that"
	}
	return false
}

// denials marks the claims that a party says are not so: "denied that 12
// civilians were killed", "rejected reports that", "denied killing".
func (r *reader) denials() {
	if len(r.found) == r.begin {
		return
	}
	open := false // a denial governs what follows
	for i := r.first; i < r.last; i++ {
		w := r.word(i)
		switch {
		case w == ";" || w == "but" || w == "while" || w == "although" || w == "though" || w == "saying" || w == "after" || w == "when":
			open = false
		case open:
		case denying[w] && !r.negated(i):
			open = r.deniedBehind(i + 1)
		case w == "no" && doubted[r.word(i+1)] && (r.word(i+2) == "that" || r.word(i+2) == "of" && r.harm(i+3).Any):
			open = true // "no evidence that 12 civilians were killed"
		case w == "not" && r.word(i+1) == "true" && r.word(i+2) == "that", w == "untrue" && r.word(i+1) == "that", w == "false" && r.word(i+1) == "that", w == "no" && r.word(i+1) == "truth":
			open = true
		}
		if !open {
			continue
		}
		for k := r.begin; k < len(r.found); k++ {
			f := &r.found[k]
			if f.trigger[0] == i && min(f.first, f.trigger[0]) >= r.first && (f.modality == Stated || f.modality == Hedged) && !(f.claim.Max != nil && *f.claim.Max == 0) {
				f.modality = Denied
			}
		}
	}
}

// doubts marks what somebody only fears or believes: "we fear that 40 are
// dead".
func (r *reader) doubts() {
	if len(r.found) == r.begin {
		return
	}
	open := false
	for i := r.first; i < r.last; i++ {
		switch w := r.word(i); {
		case doubting[w] && r.tag(i).Verb() && r.word(i+1) != "of" && !r.isAux(i-1) && r.phraseAt(i-1) >= 0:
			open = true
		case w == "," || w == ";" || w == "but" || w == "after" || w == "when":
			open = false
		}
		if !open {
			continue
		}
		for k := r.begin; k < len(r.found); k++ {
			if f := &r.found[k]; f.trigger[0] == i && f.modality == Stated {
				f.modality = Hedged
			}
		}
	}
}

// deniedAfter marks what a report said that is denied in the same clause: "the
// report of two dead was denied".
func (r *reader) deniedAfter() {
	if len(r.found) == r.begin {
		return
	}
	for i := r.first; i < r.last; i++ {
		if !rumours[r.word(i)] || r.word(i+1) != "of" && r.word(i+1) != "that" {
			continue
		}
		end := -1
		for j := i + 2; j < r.last && j < i+maxAside; j++ {
			if w := r.word(j); w == "," || w == ";" {
				break
			}
			if g := r.skipAux(j); g > j && (denying[r.word(g)] || r.word(g) == "false" || r.word(g) == "untrue") {
				end = j
				break
			}
		}
		for k := r.begin; k < len(r.found); k++ {
			if f := &r.found[k]; i < f.trigger[0] && f.trigger[0] < end && (f.modality == Stated || f.modality == Hedged) {
				f.modality = Denied
			}
		}
	}
}

// deniedBehind reports that what is denied from token i on is a statement, not
// a part in what happened: "denied involvement in the killing of".
func (r *reader) deniedBehind(i int) bool {
	if r.adverb(i) {
		i++
	}
	if w := r.word(i); w == "that" || w == "having" {
		return true
	}
	if h := r.harm(i); h.Verb.Gerund && h.Verb.Frame != lexicon.NoFrame {
		return true
	}
	if w := r.word(i); (w == "it" || w == "they" || w == "he" || w == "she") && haveForms[r.word(i+1)] {
		return true
	}
	for j := i; j < i+4 && j < r.last; j++ {
		if rumours[r.word(j)] {
			n := r.word(j + 1)
			return n == "that" || n == "of"
		}
	}
	return false
}

// counters notes who gives a figure in a clause of its own: "while the
// government spoke of eight dead". The report around it is another's.
func (r *reader) counters() {
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		for i := f.first - 1; i >= r.first && i > f.first-7; i-- {
			w := r.word(i)
			if !counting[w] {
				continue
			}
			n := r.phraseAt(i - 1)
			if n < 0 || r.phrases[n].end != i || r.phrases[n].pronoun || r.phrases[n].qty >= 0 {
				break
			}
			switch r.word(r.phrases[n].first - 1) {
			case "while", "but", "although", "though", "whereas", ";":
				f.counter = [2]int{r.phrases[n].first, i}
			}
			break
		}
	}
}
