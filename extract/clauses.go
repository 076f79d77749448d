package extract

import (
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
)

// voice is how a verb of harm is used.
type voice uint8

const (
	active  voice = iota // "killed ten", "has killed ten"
	passive              // "ten were killed"
	reduced              // "ten killed", "ten people killed in"
	gerund               // "killing ten"
	base                 // "will kill ten", "to kill ten"
)

// clauses reads every trigger of the sentence.
func (r *reader) clauses() {
	r.begin, r.tollAside = len(r.found), -1
	for i := r.first; i < r.last; i++ {
		h := r.harm(i)
		if !h.Any {
			switch r.word(i) {
			case "lives", "life":
				r.lives(i)
			case "suffered", "sustained", "suffering", "suffer":
				r.suffer(i)
			case "number":
				r.number(i)
				r.figure(i)
			case "fate", "whereabouts":
				r.fate(i)
			case "taken", "rushed", "treated", "airlifted", "admitted", "sent", "sending", "sends":
				r.hospital(i)
			case "booked", "remanded":
				r.booked(i)
			case "identified", "named":
				r.identified(i)
			case "searching", "search", "searched", "looking":
				r.sought(i)
			case "pulled", "dug":
				r.alive(i)
			case "figure", "total", "count":
				r.figure(i)
			case "lost", "losing", "lose", "loses":
				r.losses(i)
			case "forced", "driven", "forcing", "drove":
				r.driven(i)
			case "left", "leaving", "leaves":
				r.leftHurt(i)
			case "refugees":
				if w := r.word(i - 1); w == "become" || w == "became" || w == "becoming" {
					r.ahead(r.subjectEnd(i - 1))
					r.emitGroup(Displaced, i-1, i+1, Stated, strict)
				}
			case "passed":
				if r.word(i+1) == "away" {
					_, left, mod := r.voiceOf(i, lexicon.HarmVerb{Past: true, Participle: true})
					r.ahead(r.subjectEnd(left))
					r.emitGroup(Killed, i, i+2, mod, strict)
				}
			case "refuge":
				if r.word(i-1) == "found" || r.word(i-1) == "sought" || r.word(i-1) == "taken" {
					r.ahead(r.subjectEnd(i - 1))
					r.emitGroup(Displaced, i-1, i+1, Stated, strict)
				}
			}
			continue
		}
		if r.campAhead(i) {
			continue
		}
		if r.ofThose(i) >= 0 {
			continue // "15 of those killed were women": see fractions
		}
		if w := r.word(i - 1); (w == "nearly" || w == "almost" || w == "narrowly") && i-2 >= r.first && r.isAux(i-2) {
			continue // "were nearly killed": they were not
		}
		if k := r.phraseAt(i); k >= 0 && r.phrases[k].modifier == i {
			r.modified(k)
			continue
		}
		if h.Toll.Outcome != "" {
			r.toll(i)
			continue
		}
		if h.Body.Outcome != "" && r.bodies(i) {
			continue
		}
		if h.Act.Outcome != "" && (h.Verb.Frame == lexicon.NoFrame || r.word(i+1) == "of" || r.tag(i).Noun()) && r.act(i) {
			continue
		}
		if h.Tally.Outcome != "" && r.tally(i) {
			continue
		}
		if h.Captive.Outcome != "" && r.captives(i) {
			continue
		}
		if h.Verb.Frame != lexicon.NoFrame && (!r.tag(i).Noun() || r.phraseAt(i) < 0 && (r.phraseFromQty(i+1) >= 0 || h.Verb.Frame == lexicon.HarmFrameSelf || h.Other.Frame == lexicon.HarmFrameSelf)) || h.Verb.Participle || h.Verb.Gerund {
			n := r.verb(i)
			if n == 0 && h.Other.Frame == lexicon.HarmFrameSelf {
				vo, left, mod := r.voiceOf(i, h.Other)
				if vo != passive {
					n = r.self(i, i+1, Outcome(h.Other.Outcome), vo, left, mod) // "may have drowned"
				}
			}
			if n > 0 {
				i += n - 1
				continue
			}
			if r.word(i) == "taken" {
				r.hospital(i)
			}
		}
		if h.State.Outcome != "" {
			r.state(i)
		}
	}
	r.company()
	r.fractions()
	r.parts()
	r.fare()
	r.partsTold()
	r.listed()
	r.compared()
	r.updates()
	r.firstReports()
	r.corrections()
	r.denials()
	r.deniedAfter()
	r.doubts()
	r.conditions()
	r.counters()
}

// updates links a figure to the earlier one it replaces: "revising an earlier
// toll of 36".
func (r *reader) updates() {
	if r.tollAside < 0 {
		return
	}
	old := -1
	for k := r.begin; k < len(r.found); k++ {
		if f := &r.found[k]; f.first <= r.tollAside && r.tollAside < f.last {
			old = k
		}
	}
	if old < 0 {
		return
	}
	for k := len(r.found) - 1; k >= 0 && r.found[k].sentence >= r.sentence-1; k-- {
		if f := &r.found[k]; k != old && f.claim.Outcome == r.found[old].claim.Outcome && !f.part {
			f.replaces = old
			return
		}
	}
}

// company reads those who suffered the same "along with" a victim: "a
// priest shot along with two parishioners".
func (r *reader) company() {
	n := len(r.found)
	for i := r.first; i < r.last; i++ {
		k := r.joinsWith(i)
		if r.word(i) == "as" && (r.word(i+1) == "were" || r.word(i+1) == "was") {
			k = 2 // "nine clerks were hurt, as were some shoppers"
		}
		if k == 0 || r.word(i) == "in" {
			continue
		}
		for j := n - 1; j >= r.begin; j-- {
			f := &r.found[j]
			if f.trigger[1] > i || f.trigger[1] < i-18 || f.victims[1] == 0 || f.victims[0] > f.trigger[0] && f.victims[1] > i {
				continue
			}
			o, first, last, mod := f.claim.Outcome, f.trigger[0], f.trigger[1], f.modality
			r.behind(i + k)
			if len(r.group) > 0 {
				r.emitGroup(o, first, last, mod, strict)
			}
			break
		}
	}
}

// how strictly a phrase must name people.
type strictness uint8

const (
	loose  strictness = iota // anything that is not known to be a thing
	mortal                   // the same, for what only the living suffer: "died", "shot dead"
	strict                   // people, names or bare numbers
)

// voiceOf reads the auxiliaries before a verb; left is the token behind its
// subject.
func (r *reader) voiceOf(i int, v lexicon.HarmVerb) (voice, int, Modality) {
	mod := Stated
	left := i
	be, have, modal, to := false, false, false, false
	for k := 0; k < 8; k++ {
		j := left - 1
		if k := r.phraseAt(j); j < r.first || k >= 0 && !r.isAux(j) && (!r.adverb(j) || r.phrases[k].qty >= 0) {
			break
		}
		w := r.word(j)
		switch {
		case beForms[w]:
			be = true
		case haveForms[w]:
			have = true
		case r.tag(j) == pos.MD:
			modal = true
			switch {
			case !have || w == "would" || w == "should":
				mod = Hypothetical
			case (w == "could" || w == "might") && !be && v.Frame == lexicon.HarmFrameObject:
				mod = Hypothetical // "it could have killed dozens": it did not
			case w == "may" || w == "might" || w == "could":
				mod = Hedged
			}
		case w == "to" && (v.Base || be):
			to = true
		case w == "to" && have && r.believed(j-1) >= 0:
			// "are believed to have drowned"
			b := r.believed(j - 1)
			if mod == Stated && r.word(b) != "known" && r.word(b) != "confirmed" {
				mod = Hedged
			}
			left = b
			continue
		case r.tables.Trap["negation"][w]:
			mod = Denied
		case r.tables.Trap["hedge"][w] && (r.adverb(j) || be || beForms[r.word(j-1)]):
			if mod == Stated {
				mod = Hedged
			}
		case r.adverb(j):
		case be && k > 0 && (r.tag(j) == pos.VBN || r.tag(j) == pos.VBD) && (r.word(j-1) == "was" || r.word(j-1) == "were" || r.word(j-1) == "is" || r.word(j-1) == "are" || r.word(j-1) == "been" || r.word(j-1) == "have" || r.word(j-1) == "has"):
			// "are thought to have drowned"
		case (w == "and" || w == "or" || w == "then") && r.tag(j-1) == pos.VBN && r.isAux(r.before(j-1)) && r.phraseAt(j-1) < 0:
			// "was struck and killed"
			left = j - 1
			continue
		default:
			goto done
		}
		left = j
	}
done:
	switch {
	case to && !have:
		j := left - 1
		g := r.word(j)
		if r.tables.Trap["actual"][g] {
			if be {
				return passive, left, Stated
			}
			return base, left, Stated
		}
		mod = Hypothetical
		if be && v.Participle {
			return passive, left, mod
		}
		return base, left, mod
	case be && v.Participle:
		if r.word(left) == "being" && r.word(left-1) == "from" {
			mod = Hypothetical // "to keep him from being hurt"
		}
		return passive, left, mod
	case be && v.Gerund:
		return active, left, mod
	case have && v.Participle:
		return active, left, mod
	case modal || v.Base && !v.Past && r.tag(i) == pos.VB:
		if modal && mod == Stated {
			mod = Hypothetical
		}
		return base, left, mod
	case v.Gerund:
		if r.tables.Trap["hypothetical"][r.word(left-1)] || r.word(left-1) == "of" && r.tables.Trap["hypothetical"][r.word(left-2)] {
			mod = Hypothetical
		}
		return gerund, left, mod
	}
	return active, left, mod
}

// believed is the participle at i behind a form of "be" that tells a fact with
// doubt, or the verb that does: "are thought [to have]", "seem [to have]"; -1
// for none.
func (r *reader) believed(i int) int {
	switch r.word(i) {
	case "believed", "thought", "feared", "presumed", "reported", "said", "alleged", "understood", "assumed", "suspected", "known", "confirmed", "estimated":
		if beForms[r.word(r.before(i))] {
			return i
		}
	case "appear", "appears", "appeared", "seem", "seems", "seemed":
		return i
	}
	return -1
}

// subjectEnd is the token behind the subject of the verb at i: it passes
// auxiliaries, adverbs and a relative pronoun.
func (r *reader) subjectEnd(i int) int {
	left := i
	for k := 0; k < 10 && left > r.first; k++ {
		j := left - 1
		w := r.word(j)
		if r.phraseAt(j) >= 0 && !r.isAux(j) && r.tag(j) != pos.WDT && !(w == "that" && r.phrases[r.phraseAt(j)].first == j) {
			break
		}
		if r.isAux(j) || r.tag(j) == pos.MD || r.adverb(j) && !r.inTime(j) || w == "to" || w == "reported" || w == "believed" || w == "feared" || w == "confirmed" || w == "presumed" || w == "listed" || w == "left" && r.isAux(j-1) || w == "found" && r.isAux(j-1) || w == "known" {
			left = j
			continue
		}
		break
	}
	// "who", "which", "that", also behind a comma; "in which" is no subject.
	if w := r.word(left - 1); w == "who" || w == "that" && (r.tag(left-1) == pos.WDT || r.phraseAt(left-2) >= 0 && r.phraseAt(left-1) < 0) || w == "which" {
		left--
		if r.word(left-1) == "," {
			left--
		}
	}
	return left
}

// verb reads the verb of harm at i and returns how many tokens it took, 0 if
// it states nothing.
func (r *reader) verb(i int) int {
	h := r.harm(i)
	v := h.Verb
	if v.Frame == lexicon.NoFrame {
		return 0
	}
	tag := r.tag(i)
	if tag.Noun() && !v.Participle && !(v.Gerund) && r.phraseAt(i) >= 0 {
		return 0
	}
	// Headlines: "kills six" may be tagged as a noun.
	end := i + 1
	outcome := Outcome(v.Outcome)
	vo, left, mod := r.voiceOf(i, v)
	// A second participle: "killed and wounded", "killed or injured".
	if w := r.word(end); (w == "and" || w == "or" || w == "/") && end+1 < r.last {
		o := r.harm(end + 1)
		if o.Verb.Frame == lexicon.HarmFrameObject && sameForm(o.Verb, v) && o.Verb.Outcome != v.Outcome && (v.Outcome == "killed" || v.Outcome == "injured") && (o.Verb.Outcome == "killed" || o.Verb.Outcome == "injured") && r.word(end+2) != "by" || w == "or" && o.Verb.Frame == lexicon.HarmFrameObject && o.Verb.Outcome != v.Outcome && o.Verb.Outcome == "injured" {
			outcome = Casualties
			end += 2
		} else if o.Verb.Frame == lexicon.HarmFrameObject && sameForm(o.Verb, v) && o.Verb.Outcome == v.Outcome {
			end += 2
		}
	}
	if outcome == Killed && r.word(end) == "or" {
		switch r.word(r.skipAux(end + 1)) {
		case "went", "gone", "go", "disappeared", "vanished", "missing":
			outcome = Casualties // "died or went missing"
		}
	}
	frame := v.Frame
	if frame == lexicon.HarmFrameHold {
		return r.hold(i, end, vo, left, mod)
	}
	if frame == lexicon.HarmFrameFlee {
		return r.flee(i)
	}
	if r.word(end) == "in" && r.word(end+1) == "action" {
		end += 2
	}
	if (r.word(i) == "wounded" || r.word(i) == "injured" || r.word(i) == "hurt") && (r.word(i-1) == "fatally" || r.word(i-1) == "mortally") {
		outcome = Killed
	}
	if frame == lexicon.HarmFrameSelf {
		if h.Other.Frame != lexicon.NoFrame && vo == passive {
			frame = lexicon.HarmFrameObject
			v = h.Other
		} else {
			return r.self(i, end, outcome, vo, left, mod)
		}
	}
	if v.Gerund && r.tables.Trap["compounds"][r.word(end)] {
		return 0 // "killing spree"
	}
	rank := loose
	if frame == lexicon.HarmFrameWeak || outcome == Released || outcome == Detained || outcome == Displaced {
		rank = strict
	}
	if v.Participle && r.word(i-1) == "those" && r.word(i-2) == "among" {
		if r.inverted(end) >= 0 {
			r.emitParts(outcome, i, end, -1) // "among those killed were three nurses"
		}
		return end - i
	}
	switch vo {
	case passive:
		sub := r.subjectEnd(left)
		r.ahead(sub)
		n := r.emitGroup(outcome, i, end, mod, rank)
		if n > 0 {
			r.byAgent(i, end)
		} else if r.word(sub-1) == "those" && beForms[r.word(end)] {
			j := end + 1
			if w := r.word(j); (w == "identified" || w == "named") && r.word(j+1) == "as" {
				j += 2
			}
			r.behind(j) // "those who were kidnapped are Jose Martinez and"
			if len(r.group) > 0 && r.phrases[r.group[0].phrase].name {
				r.emitGroup(outcome, i, end, mod, strict)
			}
		} else if t := r.inverted(end); t >= 0 {
			n = r.emitGroup(outcome, i, end, mod, rank)
			if n > 0 {
				r.byAgent(i, end)
			}
		}
		return end - i
	case base, active, gerund:
		from := end
		if w := r.word(end); w == "and" || w == "or" {
			if o := r.harm(end + 1); o.Verb.Frame == lexicon.HarmFrameObject && sameForm(o.Verb, v) {
				from = end + 2 // "kidnapped and killed two men"
			}
		}
		// "the men who killed six priests and two women fired": the list is
		// not the subject of what follows.
		w := r.word(r.subjectEnd(left))
		told := r.accused(i) || w == "who" || w == "which" || w == "that" && r.phraseAt(r.subjectEnd(left)) < 0
		r.subjectList = told
		r.behind(r.set(from))
		r.subjectList = false
		if vo == active && r.attributive(i, left) {
			return 0
		}
		if outcome == Displaced && len(r.group) > 0 && r.phrases[r.group[0].phrase].qty < 0 {
			return 0
		}
		if outcome == Released && (r.clubBefore(left) || r.burdenBehind()) {
			return 0 // "the coach released four players", "freed workers from the tax"
		}
		if r.objectsOK() || told && len(r.group) > 0 {
			n := r.emitGroup(outcome, i, end, mod, rank)
			if n > 0 {
				r.subjectAgent(i, left, vo)
				return end - i
			}
			if vo != active || !v.Participle {
				return 0
			}
		}
		if vo == active && v.Participle && !haveForms[r.word(r.before(i))] {
			if r.firstIsThing() || r.hasObject(end, rank) {
				return 0
			}
			if r.inverted(end) >= 0 { // "also wounded were two men"
				if n := r.emitGroup(outcome, i, end, mod, rank); n > 0 {
					r.byAgent(i, end)
					return end - i
				}
			}
			// "ten killed", "people wounded in": reduced, passive in sense.
			r.ahead(r.subjectEnd(left))
			if n := r.emitGroup(outcome, i, end, mod, rank); n > 0 {
				r.byAgent(i, end)
				return end - i
			}
		}
	}
	return 0
}

// clubBefore reports a sports club or its staff as the subject that ends at
// token i.
func (r *reader) clubBefore(i int) bool {
	k := r.phraseAt(i - 1)
	return k >= 0 && r.phrases[k].head >= 0 && r.tables.Trap["clubs"][r.word(r.phrases[k].head)]
}

// burdenBehind reports that the group is freed from something that is no
// captivity: "from the tax".
func (r *reader) burdenBehind() bool {
	if len(r.group) == 0 {
		return false
	}
	i := r.phrases[r.group[len(r.group)-1].phrase].end
	if w := r.word(i); w != "from" && w != "of" {
		return false
	}
	k := r.phraseFrom(i + 1)
	return k >= 0 && r.phrases[k].head >= 0 && r.tables.Trap["burdens"][r.word(r.phrases[k].head)]
}

// set passes what is set off by commas between a verb and its object:
// "murdered, at gunpoint, a soldier".
func (r *reader) set(i int) int {
	if r.word(i) != "," || !prepositions[r.word(i+1)] && !r.adverb(i+1) {
		return i
	}
	for k := i + 2; k < i+9 && k < r.last; k++ {
		if r.word(k) == "," {
			if r.phraseFrom(k+1) >= 0 {
				return k + 1
			}
			return i
		}
	}
	return i
}

// inverted finds the victims of "Also wounded were two men", "killed was a boy".
func (r *reader) inverted(end int) int {
	j := r.tail(end)
	if r.word(j) == "was" || r.word(j) == "were" {
		if r.word(j+1) == ":" {
			j++
		}
		r.behind(j + 1)
		if len(r.group) > 0 && !r.startsClause(r.group[0].phrase) {
			return j + 1
		}
	}
	return -1
}

func sameForm(a, b lexicon.HarmVerb) bool {
	return a.Participle && b.Participle || a.Gerund && b.Gerund || a.Base && b.Base || !a.Participle && !b.Participle && !a.Gerund && !b.Gerund
}

// objectsOK reports that the group behind a verb is its object: people, a
// number, or a noun that is no time and starts no clause of its own.
func (r *reader) objectsOK() bool {
	if len(r.group) == 0 {
		return false
	}
	p := &r.phrases[r.group[0].phrase]
	return p.pronoun || !r.startsHere(p) || p.head >= 0 && r.harm(p.head).Captive.Outcome != "" // "freed 12 hostages held by"
}

func (r *reader) firstIsThing() bool {
	if len(r.group) == 0 {
		return false
	}
	p := &r.phrases[r.group[0].phrase]
	if p.head < 0 || p.person || r.startsClause(r.group[0].phrase) {
		return false
	}
	return r.tables.Trap["things"][r.word(p.head)]
}

// attributive reports a participle that only describes the bare plural behind
// it: "families of murdered people".
func (r *reader) attributive(i, left int) bool {
	if g := r.tag(i); g != pos.VBN && g != pos.JJ || len(r.group) == 0 || left != i {
		return false
	}
	p := &r.phrases[r.group[0].phrase]
	if p.qty >= 0 || p.det != bare || p.name || p.first != i+1 {
		return false
	}
	w := r.word(i - 1)
	return r.phraseAt(i-1) < 0 && w != "who" && w != "that" && w != "which"
}

// hasObject reports that what follows the verb is its object, though no victim:
// "released his returns", "killed the engine".
func (r *reader) hasObject(end int, rank strictness) bool {
	k := r.phraseFrom(end)
	if k < 0 || r.startsClause(k) {
		return false
	}
	p := &r.phrases[k]
	if p.head < 0 || p.qty >= 0 {
		return false
	}
	return p.pronoun || p.det != bare || rank == strict
}

// self reads verbs whose subject suffers: died, perished.
func (r *reader) self(i, end int, outcome Outcome, vo voice, left int, mod Modality) int {
	bare := vo == base && mod == Stated && left == i && r.word(i-1) != "to" // "at least 27 drown"
	if vo == base && mod == Stated && !bare {
		mod = Hypothetical
	}
	if outcome == Missing && r.tag(i).Noun() {
		return 0
	}
	if r.word(i) == "dying" && r.tag(i) != pos.VBG {
		return 0
	}
	sub := r.subjectEnd(left)
	// "was shot and died", "collapsed and died"
	if r.word(sub-1) == "and" {
		r.ahead(sub - 1)
		if len(r.group) == 0 {
			if k := r.verbBefore(sub - 1); k >= 0 {
				sub = r.subjectEnd(k)
			}
		}
	}
	r.ahead(sub)
	if bare && (len(r.group) == 0 || r.phrases[r.group[0].phrase].qty < 0) {
		mod = Hypothetical
	}
	rank := strict
	if outcome == Killed || outcome == Casualties {
		rank = mortal
	}
	if n := r.emitGroup(outcome, i, end, mod, rank); n > 0 {
		return end - i
	}
	return r.whereHeDied(i, end, sub, mod)
}

// verbBefore is the verb that ends right before token i, -1 for none.
func (r *reader) verbBefore(i int) int {
	for k := i - 1; k >= r.first && k > i-8; k-- {
		if r.tag(k).Verb() && r.phraseAt(k) < 0 {
			for r.isAux(k-1) || r.adverb(k-1) && r.phraseAt(k-1) < 0 {
				k--
			}
			return k
		}
	}
	return -1
}

// hold reads verbs that need another word: "took ten hostage", "was shot
// dead", "beaten to death", "took two soldiers prisoner".
func (r *reader) hold(i, end int, vo voice, left int, mod Modality) int {
	v := r.harm(i).Verb
	if v.Outcome == "abducted" {
		// The word for the captive within reach.
		for k := end; k < r.last && k < end+16; k++ {
			switch r.word(k) {
			case "hostage", "hostages", "captive", "prisoner", "prisoners":
				outcome := Abducted
				if r.word(k)[0] == 'p' {
					outcome = Detained
				}
				if k == end+1 && r.word(end) == "as" && r.phraseFrom(k+1) >= 0 && vo != passive { // "taking as hostages two men"
					r.behind(k + 1)
					if n := r.emitGroup(outcome, i, k+1, mod, strict); n > 0 {
						r.subjectAgent(i, left, vo)
						return end - i
					}
				}
				if k == end || vo == passive && r.phraseAt(k) < 0 || k == end+1 && r.adverb(end) { // "were taken hostage"
					if vo == passive || v.Participle && !haveForms[r.word(r.before(i))] {
						r.ahead(r.subjectEnd(left))
						if n := r.emitGroup(outcome, i, k+1, mod, strict); n > 0 {
							r.byAgent(i, k+1)
							return end - i
						}
					}
					if k == end { // "took hostage two men"
						r.behind(k + 1)
						if n := r.emitGroup(outcome, i, k+1, mod, strict); n > 0 {
							r.subjectAgent(i, left, vo)
							return end - i
						}
					}
				}
				if p := r.phraseAt(k); p >= 0 && r.phrases[p].head == k && r.phrases[p].qty >= 0 {
					// "took 256 more prisoners"
					r.group = append(r.group[:0], member{phrase: p})
					if n := r.emitGroup(outcome, i, end, mod, strict); n > 0 {
						r.subjectAgent(i, left, vo)
						return end - i
					}
				}
				r.behind(end)
				if len(r.group) > 0 && r.phrases[r.group[0].phrase].head != k {
					if n := r.emitGroup(outcome, i, end, mod, strict); n > 0 {
						r.subjectAgent(i, left, vo)
						return end - i
					}
				}
				return 0
			case "custody":
				if r.word(k-1) == "into" || r.word(k-1) == "in" {
					if vo == passive {
						r.ahead(r.subjectEnd(left))
					} else {
						r.behind(end)
					}
					if r.emitGroup(Detained, i, end, mod, strict) > 0 {
						return end - i
					}
					return 0
				}
			case ".", ";", "when", "while", "who":
				return r.taken(i, end, vo, left, mod)
			}
		}
		return r.taken(i, end, vo, left, mod)
	}
	if w := r.word(i); (w == "burned" || w == "burnt" || w == "burning") && r.word(end) == "alive" {
		if vo == passive {
			r.ahead(r.subjectEnd(left))
		} else {
			r.behind(end + 1)
		}
		if r.emitGroup(Killed, i, end+1, mod, strict) > 0 {
			r.subjectOrAgent(i, end+1, left, vo)
			return 2
		}
	} else if (w == "burned" || w == "burnt" || w == "beaten" || w == "stabbed") && vo == passive && r.badly(i) {
		r.ahead(r.subjectEnd(left))
		if r.emitGroup(Injured, i, end, mod, strict) > 0 {
			r.byAgent(i, end)
			return 1
		}
	}
	if vo == passive && r.wounds(end) {
		r.ahead(r.subjectEnd(left))
		if r.emitGroup(Injured, i, end, mod, strict) > 0 {
			r.byAgent(i, end)
			return 1
		}
	}
	// killed: "dead" or "to death" behind the verb or its object
	deadAt := -1
	for k := end; k < r.last && k < end+14; k++ {
		w := r.word(k)
		if w == "dead" || w == "to" && r.word(k+1) == "death" || w == "down" && k == end && (r.word(i) == "gunned" || r.word(i) == "gunning" || r.word(i) == "mowed" || r.word(i) == "mown" || r.word(i) == "cut" || r.word(i) == "shot") {
			deadAt = k
			break
		}
		if w == "." || w == ";" || r.isAux(k) || r.tag(k) == pos.VBD && r.phraseAt(k) < 0 {
			break
		}
	}
	if deadAt < 0 {
		if r.word(r.before(i)) == "fatally" || r.word(i-1) == "fatally" {
			deadAt = i
		} else {
			return 0
		}
	}
	stop := deadAt + 1
	if r.word(deadAt) == "to" {
		stop++
	}
	if vo == passive {
		r.ahead(r.subjectEnd(left))
		if r.word(i) == "shot" && r.word(deadAt) == "down" && r.planes() {
			return 0
		}
		if r.emitGroup(Killed, i, max(end, stop), mod, mortal) > 0 {
			r.byAgent(i, stop)
			return max(stop-i, 1)
		}
		return 0
	}
	if deadAt == end { // "shot dead three women"
		r.behind(stop)
	} else {
		r.behind(end)
	}
	if len(r.group) > 0 && r.objectsOK() && r.emitGroup(Killed, i, end, mod, mortal) > 0 {
		r.subjectAgent(i, left, vo)
		return 1
	}
	if k := r.phraseFrom(stop); deadAt == end && k >= 0 && r.phrases[k].head >= 0 && !r.startsClause(k) {
		return 0 // "rebels shot down two helicopters"
	}
	r.ahead(r.subjectEnd(left))
	if deadAt == end && r.emitGroup(Killed, i, max(end, stop), mod, mortal) > 0 {
		r.byAgent(i, stop)
		return max(stop-i, 1)
	}
	return 0
}

// taken reads the verbs of holding that no word for a captive follows.
func (r *reader) taken(i, end int, vo voice, left int, mod Modality) int {
	if n := r.heldBy(i, end, vo, left, mod); n > 0 {
		return n
	}
	if n := r.keeps(i, end, vo, left, mod); n > 0 {
		return n
	}
	return r.seized(i, end, vo, left, mod)
}

// keeps reads "the group holds five sailors seized in May", "is holding nine
// nurses for ransom".
func (r *reader) keeps(i, end int, vo voice, left int, mod Modality) int {
	if w := r.word(i); w != "holds" && w != "hold" && w != "holding" && w != "held" || vo == passive {
		return 0
	}
	r.behind(end)
	if len(r.group) == 0 {
		return 0
	}
	for _, m := range r.group {
		if p := &r.phrases[m.phrase]; !p.person || p.qty < 0 && !p.name {
			return 0
		}
	}
	next := r.phrases[r.group[len(r.group)-1].phrase].last
	if !seizedWords[r.word(next)] && !(r.word(next) == "for" && r.word(next+1) == "ransom") || r.emitGroup(Abducted, i, end, mod, strict) == 0 {
		return 0
	}
	r.subjectOrAgent(i, end, left, vo)
	return 1
}

// heldBy reads "five sailors are held by pirates".
func (r *reader) heldBy(i, end int, vo voice, left int, mod Modality) int {
	if r.word(i) != "held" || vo != passive || r.word(end) != "by" {
		return 0
	}
	k := r.phraseFrom(end + 1)
	if k < 0 || r.phrases[k].head < 0 || r.phrases[k].class != Combatant && !r.tables.Trap["captors"][r.word(r.phrases[k].head)] {
		return 0
	}
	r.ahead(r.subjectEnd(left))
	if r.emitGroup(Abducted, i, end, mod, strict) == 0 {
		return 0
	}
	r.byAgent(i, end)
	return 1
}

// seized reads "gunmen seized 28 pupils": people who are no prisoners of war.
func (r *reader) seized(i, end int, vo voice, left int, mod Modality) int {
	if w := r.word(i); w != "seized" && w != "seizing" && w != "seize" && w != "seizes" {
		return 0
	}
	if vo == passive {
		r.ahead(r.subjectEnd(left))
	} else {
		r.behind(end)
	}
	for _, m := range r.group {
		if p := &r.phrases[m.phrase]; !p.person || p.head < 0 || p.class == Combatant || p.qty < 0 && p.det != indefinite && !p.name || r.word(p.head) == "suspects" || r.word(p.head) == "suspect" {
			return 0
		}
	}
	if r.emitGroup(Abducted, i, end, mod, strict) == 0 {
		return 0
	}
	r.subjectOrAgent(i, end, left, vo)
	return 1
}

// badly reports "badly [burned]".
func (r *reader) badly(i int) bool {
	switch r.word(i - 1) {
	case "badly", "severely", "seriously":
		return true
	}
	return false
}

// subjectOrAgent finds the doer of a verb in either voice.
func (r *reader) subjectOrAgent(i, end, left int, vo voice) {
	if vo == passive {
		r.byAgent(i, end)
	} else {
		r.subjectAgent(i, left, vo)
	}
}

// planes reports a group of "bombers" or "fighters", which are aircraft when
// they are shot down.
func (r *reader) planes() bool {
	for _, m := range r.group {
		if p := &r.phrases[m.phrase]; p.head >= 0 {
			switch r.word(p.head) {
			case "bomber", "bombers", "fighter", "fighters":
				return true
			}
		}
	}
	return false
}

// flee reads "3,000 people fled their homes".
func (r *reader) flee(i int) int {
	_, left, mod := r.voiceOf(i, r.harm(i).Verb)
	home := false
	for k := i + 1; k < r.last && k < i+10; k++ {
		switch r.word(k) {
		case "home", "homes", "houses", "village", "villages", "country", "fighting", "violence", "war", "conflict", "area", "areas", "city", "town", "region", "abroad":
			home = true
		}
	}
	r.ahead(r.subjectEnd(left))
	if len(r.group) == 0 {
		return 0
	}
	p := &r.phrases[r.group[0].phrase]
	if mod == Hypothetical && r.word(left) == "to" && forcing[r.word(p.first-1)] {
		mod = Stated // "forced 15,000 people to flee"
	}
	if p.qty >= 0 && (home || r.quantities[p.qty].Min > 9) && p.class != Combatant {
		return r.emitGroup(Displaced, i, i+1, mod, strict)
	}
	return 0
}

// suffer reads "60 pupils suffered burns", "he sustained injuries",
// "the battalion suffered 30 casualties" (the last is left to tally).
func (r *reader) suffer(i int) {
	for k := i + 1; k < r.last && k < i+7; k++ {
		switch r.word(k) {
		case "injury", "injuries", "wound", "wounds", "burns", "suffocation", "fractures", "concussion", "poisoning", "shrapnel", "inhalation":
			if p := r.phraseAt(k); p >= 0 && r.phrases[p].qty >= 0 {
				return
			}
			_, left, mod := r.voiceOf(i, lexicon.HarmVerb{Past: true})
			r.ahead(r.subjectEnd(left))
			r.emitGroup(Injured, i, k+1, mod, strict)
			return
		}
	}
}

// lives reads "claimed 12 lives", "the lives of 12 people", "12 people lost
// their lives".
func (r *reader) lives(i int) {
	k := r.phraseAt(i)
	if k < 0 {
		return
	}
	p := &r.phrases[k]
	verb := -1
	for j := p.first - 1; j >= r.first && j > p.first-5; j-- {
		switch r.word(j) {
		case "claimed", "claim", "claims", "claiming", "took", "taken", "taking", "takes", "cost", "costs", "costing", "lost", "lose", "losing", "ended":
			verb = j
		}
		if verb >= 0 {
			break
		}
	}
	if verb < 0 {
		// "12 lives were lost", "lives lost"
		for j := p.last; j < r.last && j < p.last+4; j++ {
			if r.word(j) == "lost" && p.qty >= 0 {
				r.addVictimless(p, Killed, i, i+1)
				return
			}
		}
		return
	}
	_, left, mod := r.voiceOf(verb, lexicon.HarmVerb{Past: true})
	lose := r.word(verb)[0] == 'l'
	switch {
	case p.qty >= 0 && p.head == i:
		r.addVictimless(p, Killed, verb, i+1)
		if !lose {
			r.subjectAgent(verb, left, active)
		}
	case p.det == possessive && (lose || r.word(i-1) == "own" && r.word(verb)[0] == 't'):
		r.ahead(r.subjectEnd(left))
		r.emitGroup(Killed, verb, i+1, mod, strict)
	case r.word(i+1) == "of":
		r.behind(i + 2)
		if r.emitGroup(Killed, verb, i+1, mod, strict) > 0 && !lose {
			r.subjectAgent(verb, left, active)
		}
	}
}

// addVictimless adds a claim whose noun is no victim: "12 lives", "12 deaths".
func (r *reader) addVictimless(p *phrase, o Outcome, first, last int) *finding {
	q := *p
	q.head = -1
	q.core = q.last
	return r.add(&q, o, first, last, Stated)
}

// act reads nouns with their victims: "the murder of six priests", "the six
// monks' slaying", "Novak's death".
func (r *reader) act(i int) bool {
	h := r.harm(i)
	outcome := Outcome(h.Act.Outcome)
	if r.tables.Trap["compounds"][r.word(i+1)] || r.word(i+1) == "toll" || r.word(i+1) == "tolls" {
		return true
	}
	mod := Stated
	rank := strict
	if outcome == Killed || outcome == Injured || outcome == Abducted {
		rank = loose
	}
	if j := r.phraseAt(i); j >= 0 {
		b := r.phrases[j].first - 1
		if w := r.word(b); w == "of" && r.tables.Trap["hypothetical"][r.word(b-1)] || r.tables.Trap["hypothetical"][w] || w == "with" && r.word(b-1) == "threatened" {
			mod = Hypothetical
		}
	}
	if outcome == Released {
		for k := i - 1; k >= r.first && k > i-9; k-- {
			if asking[r.word(k)] {
				mod = Hypothetical // "demanded $1m for the release of"
			}
		}
	}
	stop := i + 1
	// "death or injury of", "killing and wounding of"
	if w := r.word(stop); (w == "and" || w == "or") && r.harm(stop+1).Act.Outcome != "" {
		o := Outcome(r.harm(stop + 1).Act.Outcome)
		switch {
		case o == outcome || r.word(stop+2) != "of" && r.timeAt(stop+3) < 0:
		case o == Killed && outcome == Injured || o == Injured && outcome == Killed:
			outcome = Casualties
		}
		if outcome != Casualties && o != outcome { // "the kidnapping and murder of"
			stop += 2
			if r.word(stop) == "on" && r.timeAt(stop+1) >= 0 {
				stop = r.times[r.timeAt(stop+1)].Last
			}
			if r.word(stop) == "of" {
				r.actVictims(stop + 1)
				return r.emitGroup(outcome, i, i+1, mod, rank) > 0
			}
			return false
		}
		stop += 2
	}
	if r.word(stop) == "on" && r.timeAt(stop+1) >= 0 {
		stop = r.times[r.timeAt(stop+1)].Last
	} else if t := r.timeAt(stop); t >= 0 {
		stop = r.times[t].Last
	}
	if r.word(stop) == "of" {
		r.actVictims(stop + 1)
		if len(r.group) == 0 {
			return false
		}
		if n := r.emitGroup(outcome, i, stop, mod, rank); n > 0 {
			// "by" behind the group
			r.byAgent(i, stop)
			return true
		}
		return r.harm(i).Tally.Outcome == ""
	}
	if r.toDeath(i) {
		return true
	}
	if w := r.word(i - 1); w == "under" && outcome == Detained {
		j := i - 1
		if w := r.word(j - 1); w == "placed" || w == "put" || w == "held" {
			j--
		}
		r.ahead(r.subjectEnd(j))
		if r.emitGroup(Detained, j, i+1, mod, strict) > 0 { // "seven suspects are under arrest"
			return true
		}
	}
	// Possessor before the noun.
	j := i - 1
	for j > r.first && r.phraseAt(j) >= 0 && r.phrases[r.phraseAt(j)].head != j && (r.tag(j).Adjective() || r.tag(j) == pos.VBG) {
		j--
	}
	if r.tag(j) == pos.POS || r.word(j) == "'s" || r.word(j) == "'" {
		if k := r.phraseAt(j - 1); k >= 0 {
			p := &r.phrases[k]
			if p.person || p.name && outcome != Released {
				r.group = append(r.group[:0], member{phrase: k})
				if r.emitGroup(outcome, i, i+1, mod, rank) > 0 {
					r.byAgent(i, i+1)
					return true
				}
			}
		}
	}
	return false
}

// toDeath reads "a worker fell to his death".
func (r *reader) toDeath(i int) bool {
	if w := r.word(i); w != "death" && w != "deaths" {
		return false
	}
	if w := r.word(i - 1); w != "his" && w != "her" && w != "their" {
		return false
	}
	if r.word(i-2) != "to" {
		return false
	}
	for j := i - 3; j >= r.first && j > i-8; j-- {
		if !r.tag(j).Verb() || r.phraseAt(j) >= 0 {
			continue
		}
		_, left, mod := r.voiceOf(j, lexicon.HarmVerb{Past: true, Participle: true})
		r.ahead(r.subjectEnd(left))
		return r.emitGroup(Killed, j, i+1, mod, mortal) > 0
	}
	return false
}

// actVictims collects the victims behind "the murder of". What follows a list
// in the singular has the murder for its subject: "of six priests and two women
// shows".
func (r *reader) actVictims(i int) {
	r.subjectList = true
	r.behind(i)
	r.subjectList = false
	n := len(r.group)
	if n < 2 {
		return
	}
	switch j := r.tail(r.phrases[r.group[n-1].phrase].end); r.word(j) {
	case "were", "are", "have":
		if !r.isAux(j-1) && r.startsClause(r.group[n-1].phrase) && r.harm(r.skipAux(j)).Verb.Participle {
			r.group = r.group[:n-1] // "the murder of a priest and two guards were wounded"
		}
	}
}

// skipAux passes auxiliaries and adverbs.
func (r *reader) skipAux(i int) int {
	for i < r.last && (r.isAux(i) || r.adverb(i)) {
		i++
	}
	return i
}

// tally reads counted deaths and casualties: "12 deaths", "no casualties",
// "127 dead and 155 wounded", "eight casualties".
func (r *reader) tally(i int) bool {
	h := r.harm(i)
	if r.tables.Trap["compounds"][r.word(i+1)] {
		return h.Verb.Frame == lexicon.NoFrame
	}
	outcome := Outcome(h.Tally.Outcome)
	k := r.phraseAt(i)
	// "127 dead": the number stands alone before the word.
	if k < 0 || r.phrases[k].head != i {
		j := i
		if r.word(i-1) == "of" {
			j-- // "dozens of dead"
		}
		if k = r.phraseAt(j - 1); k < 0 || r.phrases[k].head >= 0 || r.phrases[k].qty < 0 && !r.phrases[k].other || r.phrases[k].last != j {
			return false
		}
	}
	p := r.phrases[k]
	if p.pronoun {
		return false
	}
	if r.unreal(&p) {
		return true
	}
	if p.head < 0 && r.inhuman(i+1) {
		return true // "17 dead elephants"
	}
	// "killed 12 victims": the verb says more.
	end := i + 1
	if w := r.word(end); (w == "and" || w == "or" || w == "/") && r.harm(end+1).Tally.Outcome != "" && r.phraseFromQty(end+1) < 0 && (r.harm(end+1).State.Outcome != "" || r.harm(end+1).Tally.Plural) {
		if r.harm(end+1).Tally.Outcome != h.Tally.Outcome {
			outcome = Casualties
		}
		end += 2
	}
	word := r.word(i)
	victims := word == "victims" || word == "victim" || word == "martyrs" || word == "martyr"
	switch {
	case p.qty >= 0:
		if (word == "victims" || word == "victim") && !r.victimsStated(&p) {
			return false
		}
		if q := &r.quantities[p.qty]; p.head == i && !h.Tally.Plural && !q.Exact(1) && !q.Exact(0) {
			return false // "more than one victim"
		}
	case p.det == negative || p.det == bare && (r.word(p.first-1) == "without" || causing[r.word(p.first-1)] && r.word(p.first-2) == "without"):
		if !r.negated(p.first) {
			return false
		}
		f := r.add(&p, outcome, i, end, Stated)
		if f != nil {
			f.claim.Min, f.claim.Max = new(0), new(0)
			f.claim.Vague = false
			f.first, f.last = p.first, p.first+1
			if p.det == bare {
				f.first, f.last = p.first-1, p.first
			}
			f.victims = [2]int{}
			f.tally = true
		}
		return true
	default:
		return false
	}
	if h.Verb.Participle && h.State.Outcome != "" && p.head == i && !h.Tally.Plural {
		return false
	}
	f := r.addVictimless(&p, outcome, i, end)
	if f == nil {
		return true
	}
	f.tally = true
	if victims {
		f.victims = [2]int{i, i + 1}
	} else if p.core < i && p.head == i && r.phraseAt(i) == k && (r.tag(i-1).Noun() || r.isPeople(i-1) || r.word(i-1) == "military" || r.word(i-1) == "civilian") {
		f.victims = [2]int{p.core, i} // "400 military casualties"
	}
	r.tallyVictims(f, end)
	return true
}

// hospital reads "three people were taken to hospital", "nine were treated for
// smoke inhalation".
func (r *reader) hospital(i int) {
	found := false
	for k := i + 1; k < r.last && k < i+9 && !found; k++ {
		switch r.word(k) {
		case "hospital", "hospitals", "clinic", "clinics":
			found = (r.word(i+1) == "to" || r.word(i) == "treated" || r.word(k-1) == "to" || r.word(k-2) == "to") && r.phraseAt(k) >= 0 && r.phrases[r.phraseAt(k)].head == k
		case "injury", "injuries", "wounds", "burns", "inhalation", "fractures", "shock", "concussion":
			found = r.word(i+1) == "for" || r.word(k-1) == "with"
		case ".", ";", ",", "and", "who", "whose":
			k = r.last
		}
	}
	if r.word(i) == "admitted" && !found {
		for k := r.first; k < r.last && !found; k++ {
			found = medicalNouns[r.word(k)] || r.word(k) == "patients"
		}
	}
	if !found {
		return
	}
	v, left, mod := r.voiceOf(i, lexicon.HarmVerb{Participle: true})
	if w := r.word(i); w == "sent" || w == "sending" || w == "sends" {
		r.behind(i + 1)
		if len(r.group) > 0 && r.phrases[r.group[0].phrase].qty >= 0 && r.word(r.phrases[r.group[0].phrase].end) == "to" {
			r.emitGroup(Injured, i, i+1, mod, strict) // "sent 40 to hospital"
		}
		return
	}
	if v != passive {
		return
	}
	r.ahead(r.subjectEnd(left))
	for _, m := range r.group {
		// Who is named or told of before is hurt already.
		if p := &r.phrases[m.phrase]; p.pronoun || p.qty < 0 || p.partitive || r.claimed(p) || p.head >= 0 && r.word(p.head) == "survivors" {
			return
		}
	}
	r.emitGroup(Injured, i, i+1, mod, strict)
}

// leftHurt reads "left four people with serious injuries".
func (r *reader) leftHurt(i int) {
	k := r.phraseFrom(i + 1)
	if k < 0 || !r.phrases[k].person && r.phrases[k].qty < 0 || r.word(r.phrases[k].end) != "with" {
		return
	}
	n := r.phraseFrom(r.phrases[k].end + 1)
	if n < 0 || r.phrases[n].head < 0 {
		return
	}
	switch r.word(r.phrases[n].head) {
	case "injury", "injuries", "wound", "wounds", "burns", "fractures":
		r.behind(i + 1)
		r.emitGroup(Injured, i, i+1, Stated, strict)
	}
}

// alive reads "seven were pulled alive from the rubble".
func (r *reader) alive(i int) {
	for k := i + 1; k < i+6 && k < r.last; k++ {
		if r.word(k) != "alive" {
			continue
		}
		v, left, mod := r.voiceOf(i, lexicon.HarmVerb{Participle: true})
		if v == passive {
			r.ahead(r.subjectEnd(left))
		} else {
			r.behind(i + 1)
		}
		if len(r.group) > 0 && r.phrases[r.group[0].phrase].qty >= 0 {
			r.emitGroup(Released, i, k+1, mod, strict)
		}
		return
	}
}

// losses reads "the army has lost 40 soldiers".
func (r *reader) losses(i int) {
	if k := r.phraseFrom(i + 1); k >= 0 && r.phrases[k].det == possessive && r.phrases[k].head >= 0 && kin[r.word(r.phrases[k].head)] {
		_, _, mod := r.voiceOf(i, lexicon.HarmVerb{Past: true, Participle: true})
		r.behind(i + 1)
		r.emitGroup(Killed, i, i+1, mod, strict) // "lost his wife and two daughters"
		return
	}
	k := r.phraseFromQty(i + 1)
	if k < 0 || r.phrases[k].head < 0 || !r.phrases[k].person {
		return
	}
	if p := &r.phrases[k]; p.class != Combatant && p.class != Police && r.word(p.head) != "men" && !p.ofWhole() {
		return
	}
	_, left, mod := r.voiceOf(i, lexicon.HarmVerb{Past: true, Participle: true})
	s := r.phraseAt(r.subjectEnd(left) - 1)
	if s >= 0 && (r.word(r.phrases[s].first) == "we" || r.word(r.phrases[s].first) == "they") && r.phrases[k].ofWhole() {
		r.group = append(r.group[:0], member{phrase: k})
		r.emitGroup(Killed, i, i+1, mod, strict) // "we lost 18 of our people"
		return
	}
	if s < 0 || r.phrases[s].pronoun || !r.sided(r.phrases[s].first, r.phrases[s].end) && r.phrases[s].class != Combatant {
		return
	}
	r.group = append(r.group[:0], member{phrase: k})
	r.emitGroup(Killed, i, i+1, mod, strict)
}

// claimed reports a phrase that a claim of this sentence counts.
func (r *reader) claimed(p *phrase) bool {
	for k := r.begin; k < len(r.found); k++ {
		if f := &r.found[k]; f.first < p.last && p.first < f.last {
			return true
		}
	}
	return false
}

// driven reads "two million people have been forced from their homes".
func (r *reader) driven(i int) {
	if k := r.phraseFromQty(i + 1); k >= 0 && r.word(r.phrases[k].end) == "from" {
		// "forced 250,000 people from their homes"
		if n := r.phraseFrom(r.phrases[k].end + 1); n >= 0 && r.phrases[n].head >= 0 && dwellings[r.word(r.phrases[n].head)] {
			r.behind(i + 1)
			r.emitGroup(Displaced, i, i+1, Stated, strict)
		}
		return
	}
	if w := r.word(i + 1); w != "from" && w != "out" && !(w == "to" && (r.word(i+2) == "flee" || r.word(i+2) == "leave" || r.word(i+2) == "abandon")) {
		return
	}
	for k := i + 2; k < r.last && k < i+7; k++ {
		switch r.word(k) {
		case "home", "homes", "houses", "villages", "village", "flee":
			v, left, mod := r.voiceOf(i, lexicon.HarmVerb{Participle: true})
			if v == passive {
				r.ahead(r.subjectEnd(left))
			} else if k := r.phraseAt(i - 1); k >= 0 && r.phrases[k].qty >= 0 && r.phrases[k].last == i {
				r.group = append(r.group[:0], member{phrase: k}) // "and 2,000 driven from their homes"
			} else {
				return
			}
			if len(r.group) > 0 && r.phrases[r.group[0].phrase].qty >= 0 {
				r.emitGroup(Displaced, i, i+1, mod, strict)
			}
			return
		}
	}
}

// unreal reports people harmed in play only: "300 mock casualties".
func (r *reader) unreal(p *phrase) bool {
	for i := p.first; i < p.last && i < p.first+maxDescription; i++ {
		if r.tables.Trap["unreal"][r.word(i)] {
			return true
		}
	}
	return false
}

// inhuman reports that the nouns from token i on name animals or things.
func (r *reader) inhuman(i int) bool {
	for k := i; k < i+4 && k < r.last; k++ {
		w := r.word(k)
		if r.tables.Trap["animals"][w] || r.tables.Trap["objects"][w] {
			return true
		}
		if g := r.tag(k); !g.Noun() && !g.Adjective() {
			return false
		}
	}
	return false
}

// victimsStated tells "left tens of victims" from the victims of a swindle:
// a verb of causing, or an attack behind "of".
func (r *reader) victimsStated(p *phrase) bool {
	if r.quantities[p.qty].Exact(0) {
		return true
	}
	for j := p.first - 1; j >= r.first && j > p.first-4; j-- {
		if leaving[r.word(j)] || r.word(j) == "there" {
			return true
		}
	}
	if r.word(p.last) == "of" {
		if k := r.phraseFrom(p.last + 1); k >= 0 && r.phrases[k].head >= 0 {
			w := r.word(r.phrases[k].head)
			return r.tables.Attack[w] || r.tables.Accident[w]
		}
	}
	return false
}

// phraseFromQty is the phrase with a quantity that begins at i, or -1.
func (r *reader) phraseFromQty(i int) int {
	if k := r.phraseFrom(i); k >= 0 && r.phrases[k].qty >= 0 {
		return k
	}
	return -1
}

// negated reports a negation in the clause before token i.
func (r *reader) negated(i int) bool {
	for k := i - 1; k >= r.first && k > i-12; k-- {
		if w := r.word(k); r.tables.Trap["negation"][w] || w == "no" {
			return true
		} else if w == "." || w == ";" || w == "if" || w == "whether" {
			return false
		}
	}
	return false
}

// tallyVictims finds whose casualties they are: the subject of "suffered", the
// phrase behind "among" or "on", or "cost the army 29 dead".
func (r *reader) tallyVictims(f *finding, end int) {
	set := func(k int) {
		p := &r.phrases[k]
		if p.pronoun {
			return
		}
		f.victims = [2]int{p.core, p.end}
		if p.det == definite {
			f.victims[0] = p.first
		}
		f.claim.Class = p.class
	}
	switch w := r.word(end); w {
	case "among", "on", "in", "from", "for":
		if k := r.phraseFrom(end + 1); k >= 0 && (w == "among" || w == "on") && (r.phrases[k].person || r.sided(r.phrases[k].first, r.phrases[k].end)) {
			set(k)
			return
		}
	case "of":
		if k := r.phraseFrom(end + 1); k >= 0 && r.phrases[k].person {
			set(k)
			return
		}
	}
	if f.tally {
		for j := f.first - 1; j >= r.first && j > f.first-14; j-- {
			switch r.word(j) {
			case "suffered", "sustained", "suffering", "suffer", "sustain", "lost", "admitted":
				r.ahead(r.subjectEnd(j))
				if n := len(r.group); n > 0 {
					if p := &r.phrases[r.group[n-1].phrase]; !p.pronoun && (p.person || r.sided(p.first, p.end)) {
						f.victims = [2]int{p.core, p.end}
						f.claim.Class = p.class
					}
				}
				return
			case "cost", "costing":
				if k := r.phraseFrom(j + 1); k >= 0 && r.phrases[k].last <= f.first {
					set(k)
				}
				return
			case "inflicted", "inflicting", "inflict", "caused", "left", "leaving", "claiming", "resulted":
				return
			}
		}
	}
}

// state reads adjectives of harm: "15 people dead", "two were dead", "36 are
// missing", "among the dead was a nurse".
func (r *reader) state(i int) {
	h := r.harm(i)
	outcome := Outcome(h.State.Outcome)
	end := i + 1
	if r.tables.Trap["compounds"][r.word(end)] {
		return
	}
	if w := r.word(end); (w == "and" || w == "or" || w == "/") && r.harm(end+1).State.Outcome != "" && r.harm(end+1).State.Outcome != h.State.Outcome && (outcome == Killed || outcome == Injured) {
		o := r.harm(end + 1).State.Outcome
		if o == "killed" || o == "injured" {
			outcome = Casualties
		} else {
			outcome = Killed
		}
		end += 2
	}
	if r.word(i-1) == "the" && (beForms[r.word(end)] || beForms[r.word(end+1)] && r.adverb(end)) {
		j := end + 1
		if !beForms[r.word(end)] {
			j++
		}
		if w := r.word(j); (w == "identified" || w == "named") && r.word(j+1) == "as" {
			j += 2
		}
		r.behind(j)
		if len(r.group) > 0 && r.phrases[r.group[0].phrase].name {
			r.emitGroup(outcome, i, end, Stated, strict)
			return
		}
	}
	// "with 40 still missing"
	if b := r.before(i); b < i-1 && outcome == Missing {
		if k := r.phraseAt(b); k >= 0 && r.phrases[k].last == b+1 && r.phrases[k].qty >= 0 {
			r.group = append(r.group[:0], member{phrase: k})
			if r.emitGroup(outcome, i, end, Stated, strict) > 0 {
				return
			}
		}
	}
	// "put the dead at nine"
	if r.word(i-1) == "the" && r.word(end) == "at" && (outcome == Killed || outcome == Injured || outcome == Missing) {
		if w := r.word(i - 2); w == "put" || w == "puts" || w == "putting" || w == "placed" || w == "estimated" {
			if k := r.phraseFromQty(end + 1); k >= 0 && (r.phrases[k].head < 0 || r.phrases[k].person) {
				p := r.phrases[k]
				r.addVictimless(&p, outcome, i, end)
			}
			return
		}
	}
	// "among the dead was a nurse", "the dead include two clerks"
	if r.word(i-1) == "the" || r.word(i-1) == "those" {
		j := end
		if r.word(j) == "included" || r.word(j) == "include" || r.word(j) == "includes" || r.word(i-2) == "among" && (r.word(j) == "were" || r.word(j) == "was" || r.word(j) == "are" || r.word(j) == "is") {
			r.behind(j + 1)
			r.emitParts(outcome, i, end, -1)
		}
		return
	}
	// "[left] 15 people dead", "127 dead"
	if k := r.phraseAt(i - 1); k >= 0 && (r.phrases[k].end == i || r.phrases[k].last == i) && (r.phrases[k].head != i-1 || r.phrases[k].person || r.phrases[k].qty >= 0) {
		r.ahead(i)
		r.leftList(i)
		if r.emitGroup(outcome, i, end, Stated, strict) > 0 {
			return
		}
	}
	// predicate
	b := r.before(i)
	w := r.word(b)
	if r.word(i-1) == "as" && countedAs[r.word(i-2)] {
		b, w = i-2, "listed" // "are registered as missing"
	}
	if beForms[w] || w == "found" || w == "reported" || w == "feared" || w == "presumed" || w == "declared" || w == "pronounced" || w == "confirmed" || w == "known" || w == "remain" || w == "remained" || w == "went" || w == "go" || w == "gone" || w == "listed" || w == "believed" || w == "left" || w == "remains" || w == "still" || w == "made" || w == "become" || w == "became" {
		mod := Stated
		if w == "feared" || w == "presumed" || w == "believed" {
			mod = Hedged
		}
		left := b
		for k := 0; k < 6 && left > r.first; k++ {
			if r.isAux(left) || r.adverb(left) || r.tables.Trap["negation"][r.word(left)] || left == b {
				if r.tables.Trap["negation"][r.word(left)] {
					mod = Denied
				}
				left--
				continue
			}
			if r.tag(left) == pos.MD {
				mod = Hypothetical
				left--
				continue
			}
			if r.word(left) == "to" && r.believed(left-1) >= 0 {
				// "are thought to be missing"
				if left--; r.word(left) != "known" && r.word(left) != "confirmed" && mod == Stated {
					mod = Hedged
				}
				left--
				continue
			}
			break
		}
		if r.tables.Trap["negation"][r.word(i-1)] {
			mod = Denied
		}
		r.ahead(r.subjectEnd(left + 1))
		rank := strict
		if outcome == Killed {
			rank = mortal
		}
		if n := len(r.group); outcome == Missing && (n == 0 || r.word(r.phrases[r.group[n-1].phrase].first-1) == "by") && r.relativeSubject(left+1) {
			r.emitGroup(outcome, i, end, mod, rank)
			return
		}
		if r.emitGroup(outcome, i, end, mod, rank) == 0 && (w == "found" || w == "left") {
			// "found two men dead" is read above; "left dead two men"
			r.behind(end)
			if len(r.group) > 0 && r.phrases[r.group[0].phrase].qty >= 0 {
				r.emitGroup(outcome, i, end, mod, strict)
			}
		}
	}
}

// leftList widens the group before "dead" at token i to the whole list behind
// a verb of leaving: "left three policemen and seven protesters dead".
func (r *reader) leftList(i int) {
	if len(r.group) == 0 {
		return
	}
	j := r.phrases[r.group[0].phrase].first - 1
	for n := 0; n < 12 && j >= r.first; n++ {
		w := r.word(j)
		if w == "left" || w == "leaving" || w == "leaves" || w == "leave" {
			break
		}
		if k := r.phraseAt(j); k >= 0 && r.phrases[k].person && (r.phrases[k].qty >= 0 || r.phrases[k].det == indefinite || r.phrases[k].det == possessive) {
			j = r.phrases[k].first - 1
			continue
		}
		if w != "and" && w != "," {
			return
		}
		j--
	}
	if w := r.word(j); w != "left" && w != "leaving" && w != "leaves" && w != "leave" {
		return
	}
	was := append([]member(nil), r.group...)
	r.subjectList = true
	r.behind(j + 1)
	r.subjectList = false
	if n := len(r.group); n == 0 || r.phrases[r.group[n-1].phrase].end != i {
		r.group = append(r.group[:0], was...)
	}
}

// bodies reads "28 bodies were found", "the bodies of 70 civilians".
func (r *reader) bodies(i int) bool {
	k := r.phraseAt(i)
	if k < 0 || r.phrases[k].head != i {
		return false
	}
	n := len(r.found)
	defer func() {
		for k := n; k < len(r.found); k++ {
			r.found[k].body = true
		}
	}()
	p := r.phrases[k]
	if r.word(i+1) == "of" {
		// "the bodies of a farmer and his two nephews lay there"
		r.subjectList = p.first == r.first
		r.behind(i + 2)
		r.subjectList = false
		if len(r.group) > 0 {
			q := &r.phrases[r.group[0].phrase]
			if q.head >= 0 && (r.word(q.head) == "water" || r.inhuman(q.head)) {
				return true
			}
			if p.qty >= 0 && q.qty < 0 {
				f := r.addVictimless(&p, Killed, i, i+1)
				if f != nil {
					f.victims = [2]int{q.core, q.end}
					f.claim.Class = q.class
				}
				return true
			}
			if q.qty >= 0 || q.name || q.det == indefinite || r.found1(p) {
				return r.emitGroup(Killed, i, i+1, Stated, strict) > 0
			}
		}
		return true
	}
	if p.qty >= 0 {
		if r.quantities[p.qty].Exact(0) || r.word(r.skipAux(i+1)) == "counted" {
			return true // "one body had been counted twice"
		}
		r.addVictimless(&p, Killed, i, i+1)
		return true
	}
	if p.det == indefinite && r.found1(p) {
		r.addVictimless(&p, Killed, i, i+1)
	}
	return true
}

// found1 reports a verb of finding in the sentence.
func (r *reader) found1(p phrase) bool {
	for k := max(r.first, p.first-12); k < r.last && k < p.last+16; k++ {
		switch r.word(k) {
		case "found", "recovered", "discovered", "pulled", "retrieved", "dumped", "unearthed", "exhumed", "finding":
			return true
		}
	}
	return false
}

// captives reads "12 hostages" where the clause says they are held.
func (r *reader) captives(i int) bool {
	k := r.phraseAt(i)
	if k < 0 || r.phrases[k].head != i || r.phrases[k].qty < 0 {
		return false
	}
	p := &r.phrases[k]
	if strictCaptive := r.harm(i).Captive.Outcome == "abducted"; strictCaptive {
		for j := max(r.first, p.first-8); j < r.last && j < p.last+8; j++ {
			switch r.word(j) {
			case "hold", "holding", "held", "take", "took", "taken", "taking", "seized", "seize", "captured", "kidnapped", "keeping", "keep":
				r.group = append(r.group[:0], member{phrase: k})
				if r.emitGroup(Abducted, i, i+1, Stated, strict) > 0 && r.word(j) == "held" && r.word(j+1) == "by" {
					r.byAgent(i, j+1)
				}
				return true
			}
		}
	}
	return false
}

// toll reads running counts: "the death toll rose to 25 from 20", "a toll of
// 36 dead", "bringing the toll to 61".
func (r *reader) toll(i int) {
	outcome := Killed
	if r.word(i-1) == "injury" || r.word(i-1) == "casualty" {
		outcome = Casualties
	}
	limit := min(r.last, i+28)
	main := false
	mod := Stated
	for k := i + 1; k < limit; k++ {
		w := r.word(k)
		if w == ";" || w == "." {
			break
		}
		if !main && (r.tag(k) == pos.MD || w == "expected" || w == "likely") {
			mod = Hypothetical // "the toll could rise to 90"
		}
		j := r.phraseAt(k)
		if j < 0 || r.phrases[j].first != k || r.phrases[j].qty < 0 {
			continue
		}
		p := r.phrases[j]
		before := r.word(k - 1)
		ok := tollVerbs[before]
		if before == "by" {
			break // "rose by 12"
		}
		if !ok || p.head >= 0 && !p.person && r.harm(p.head).Tally.Outcome == "" {
			continue
		}
		if p.head >= 0 && r.harm(p.head).Tally.Outcome != "" || r.harm(p.last).State.Outcome != "" {
			// "a toll of 36 dead" is read at "dead"; note what it replaces
			if r.previousToll(i) {
				r.tollAside = p.first
			}
			break
		}
		f := r.add(&p, outcome, i, i+1, mod)
		if f == nil {
			continue
		}
		if r.previousToll(i) {
			r.tollAside = p.first
		}
		if main && before == "from" {
			r.found[len(r.found)-2].replaces = len(r.found) - 1
		}
		main = true
		if before != "to" && before != "at" {
			break
		}
		// Only a "from" goes on: "to 62 on Sunday from 47".
		at := p.end
		if r.word(at) == "on" || r.word(at) == "by" {
			at++
		}
		if t := r.timeAt(at); t >= 0 {
			at = r.times[t].Last
		} else {
			at = p.end
		}
		if w := r.word(at); w != "from" && w != "," {
			break
		}
	}
}

func (r *reader) previousToll(i int) bool {
	switch r.word(i - 1) {
	case "previous", "earlier", "initial", "prior":
		return true
	}
	return false
}

// modified reads "ten wounded men", "one dead terrorist".
func (r *reader) modified(k int) {
	p := r.phrases[k]
	h := r.harm(p.modifier)
	o := h.State.Outcome
	if o == "" {
		o = h.Verb.Outcome
	}
	outcome := Outcome(o)
	if w := r.word(p.modifier + 1); (w == "and" || w == "or") && r.harm(p.modifier+2).Any {
		outcome = Casualties
	}
	// "the wounded reporters are Diaz and Madrid"
	if p.qty < 0 && p.det == definite && p.plural && beForms[r.word(p.end)] {
		j := p.end + 1
		if w := r.word(j); (w == "identified" || w == "named") && r.word(j+1) == "as" {
			j += 2
		}
		r.behind(j)
		if len(r.group) > 0 && r.phrases[r.group[0].phrase].name {
			r.emitGroup(outcome, p.modifier, p.modifier+1, Stated, strict)
		}
		return
	}
	if p.qty < 0 && (p.det != indefinite || r.harm(p.end).Any) || outcome == Displaced || outcome == Detained {
		return
	}
	r.group = append(r.group[:0], member{phrase: k})
	r.emitGroup(outcome, p.modifier, p.modifier+1, Stated, strict)
}

// number reads "the number of wounded reached 14", "bringing to 30 the number of
// students kidnapped".
func (r *reader) number(i int) {
	if r.word(i+1) != "of" && !r.harm(i+1).Verb.Participle || r.word(i-1) != "the" && r.word(i-2) != "the" {
		return
	}
	outcome := Outcome("")
	at := -1
	var whose [2]int
	var class VictimClass
	for k := i + 1; k < r.last && k < i+9; k++ {
		h := r.harm(k)
		if k2 := r.phraseFrom(k); k2 >= 0 && r.phrases[k2].person && whose[1] == 0 && h.Tally.Outcome == "" {
			whose, class = [2]int{r.phrases[k2].core, r.phrases[k2].end}, r.phrases[k2].class
		}
		if o := h.Tally.Outcome; o != "" {
			outcome, at = Outcome(o), k
		} else if o := h.State.Outcome; o != "" {
			outcome, at = Outcome(o), k
		} else if h.Verb.Participle && h.Verb.Frame == lexicon.HarmFrameObject {
			outcome, at = Outcome(h.Verb.Outcome), k
		}
		if at >= 0 {
			break
		}
	}
	if at < 0 {
		return
	}
	if k := r.phraseAt(at + 1); whose[1] == 0 && k >= 0 && r.phrases[k].person && r.phrases[k].qty < 0 && r.phrases[k].first <= at+1 {
		whose, class = [2]int{at + 1, r.phrases[k].end}, r.phrases[k].class // "the number of abducted children"
	}
	// before: "bringing to eight the number"
	if k := r.phraseAt(i - 2); k >= 0 && r.phrases[k].qty >= 0 && r.phrases[k].head < 0 && r.word(r.phrases[k].first-1) == "to" {
		p := r.phrases[k]
		if f := r.addVictimless(&p, outcome, at, at+1); f != nil {
			f.victims, f.claim.Class = whose, class
		}
		return
	}
	for k := at + 1; k < r.last && k < at+14; k++ {
		n := r.phraseFrom(k)
		if n < 0 || r.phrases[n].qty < 0 || r.phrases[n].head >= 0 && !r.phrases[n].person {
			continue
		}
		if r.word(k-1) == "by" {
			continue // "fell by 40 to 3,400"
		}
		if tollVerbs[r.word(k-1)] {
			if h := r.phrases[n].head; h >= 0 && r.harm(h).Tally.Outcome != "" || h < 0 && r.harm(r.phrases[n].last).Tally.Outcome != "" {
				return // "reached 15 martyrs" is read at the noun
			}
			p := r.phrases[n]
			if f := r.addVictimless(&p, outcome, at, at+1); f != nil {
				if whose[1] > 0 {
					f.victims, f.claim.Class = whose, class
				}
				for j := at + 1; j < k; j++ {
					if r.tag(j) == pos.MD || r.word(j) == "expected" {
						f.modality = Hypothetical // "could exceed 100"
					}
				}
			}
		}
		return
	}
}
