package extract

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/dates"
	"github.com/dateline-go/dateline/internal/text"
)

// scene is where, when and by whom a sentence tells that something happened.
// Claims whose own sentence does not say so take it from a neighbour that
// tells the same event.
type scene struct {
	read   bool
	place  [2]int // tokens
	entity int
	cost   int // how far the place is from being introduced as one
	time   [2]int
	expr   dates.Expression
	hasExp bool
	agent  [2]int
	shift  bool // may begin another event: "earlier"
	story  bool // does: "meanwhile", "in a separate attack"
	offset bool // counts its time from another event: "a week after"
	total  bool // speaks of a whole period or war
	told   bool // holds a claim
}

// bigTotal is a number that no single event reaches: the toll of a war.
const bigTotal = 5000

// unlikely is the cost from which on a named place is rather not where it
// happened.
const unlikely = 8

// How many sentences away a neighbour may be.
const (
	sceneBack    = 3
	sceneForward = 2
	threadBack   = 6 // sentences with claims that the story is followed back through
	threadReach  = 24
	headline     = 1 // the last sentence that may be a headline or a lead
)

// scene reads the sentence at hand, which is prepared and chunked.
func (r *reader) scene() scene {
	s := scene{read: true, entity: -1}
	s.shift, s.story = r.shifts()
	s.offset = r.apartInTime()
	at := 1 << 30
	for c := range r.named {
		if d := c.cost + (c.mention.First-r.first)/4; d < at {
			s.place, s.entity, s.cost, at = [2]int{c.first, c.last}, c.mention.Entity, c.cost, d
		}
	}
	if s.place[1] == 0 || s.cost >= unlikely {
		for c := range r.unnamed {
			if c.cost < 4 && (c.last-c.first > 2 || r.word(c.first) != "the") { // "the city" says nothing elsewhere
				s.place, s.entity, s.cost = [2]int{c.first, c.last}, -1, c.cost
				if c.mention != nil {
					s.entity = c.mention.Entity
				}
				break
			}
		}
	}
	for k := range r.times {
		t := &r.times[k]
		if t.Clock() || r.reportedOn(t) || r.asideTime(t, nil) {
			continue
		}
		if t.Cumulative() {
			if s.time[1] == 0 {
				s.total, s.time, s.expr = true, [2]int{t.First, t.Last}, *t
			}
			continue
		}
		if s.total {
			s.total, s.time = false, [2]int{}
		}
		if s.time[1] == 0 {
			s.time, s.expr, s.hasExp = [2]int{t.First, t.Last}, *t, true
		}
	}
	if k := r.sceneAgent(-1, -1); k >= 0 {
		s.agent = [2]int{r.phrases[k].first, r.phrases[k].end}
	}
	return s
}

// stamped reports a line that holds no more than a time of day, as live pages
// print it above each entry.
func (r *reader) stamped(i int) bool {
	s := &r.doc.Sentences[i]
	if s.Last-s.First > 4 || s.Last == s.First {
		return false
	}
	w := r.doc.Tokens[s.First].Lower
	n := len(w)
	return n >= 4 && n <= 5 && (n == 4 || w[0] <= '2') && (w[n-3] == ':' || w[n-3] == '.' || w[n-3] == 'h') && w[0] >= '0' && w[0] <= '9' && w[n-1] >= '0' && w[n-1] <= '9'
}

// shifts reports words at the head of a sentence that may begin another event,
// and those that do.
func (r *reader) shifts() (shift, story bool) {
	for i := r.first; i < r.last && i < r.first+4; i++ {
		switch r.word(i) {
		case "meanwhile", "elsewhere", "separately", "separate":
			return true, true
		case "another":
			for k := i + 1; k < i+4; k++ {
				if w := r.word(k); r.tables.Attack[w] || r.tables.Accident[w] {
					return true, true // "another blast"
				}
			}
			return true, false
		case "later":
			return true, false
		case "also":
			if w := r.word(i + 1); i == r.first && (w == "on" || w == "in") {
				return true, true // "Also on Monday,"
			}
		case "earlier", "previously":
			for k := i + 1; k < i+12; k++ {
				if r.reporting(k) || r.word(k) == "put" {
					return false, false // "earlier, they had put the toll at five"
				}
			}
			return true, false
		}
	}
	return false, false
}

// sceneAgent is the phrase that names who attacked, -1 for none. It leaves out
// phrases inside the tokens [from, to), the victims.
func (r *reader) sceneAgent(from, to int) int {
	ok := func(k int) bool {
		if k < 0 || r.phrases[k].pronoun || r.isVictim(k) {
			return false
		}
		p := &r.phrases[k]
		return !(p.first < to && from < p.end) && r.agent(k)
	}
	for i := r.first; i < r.last; i++ {
		w := r.word(i)
		if w == "while" && to >= 0 && to <= i {
			break // another event
		}
		if prep, found := blameWords[w]; found {
			if w == "carried" && r.word(i+1) != "out" {
				continue // "a statement carried by the agency"
			}
			for j := i + 1; j < r.last && j < i+5; j++ {
				if k := r.phraseFrom(j); k >= 0 && prep == "to" && j == i+1 {
					j = r.phrases[k].last // "attributed the attack to"
					if r.word(j) == prep && ok(r.phraseFrom(j+1)) {
						return r.phraseFrom(j + 1)
					}
					break
				}
				if r.word(j) == prep && (j == i+1 || prep == "by" || prep == "on") {
					if k := r.phraseFrom(j + 1); ok(k) {
						return k
					}
					break
				}
				if j > i+3 && (r.tag(j).Finite() || r.word(j) == ",") {
					break
				}
			}
		}
		if attackVerbs[w] && !r.figurative(i) && r.tag(i).Verb() && r.phraseAt(i) < 0 && !beForms[r.word(r.before(i))] {
			r.ahead(r.subjectEnd(i))
			for _, m := range r.group {
				if ok(m.phrase) {
					return m.phrase
				}
			}
		}
		if (w == "claimed" || w == "claiming" || w == "claims") && r.word(i+1) == "responsibility" {
			r.ahead(r.subjectEnd(i))
			for _, m := range r.group {
				if ok(m.phrase) && r.phrases[m.phrase].det != negative && !noOne[r.word(r.phrases[m.phrase].first)] {
					return m.phrase
				}
			}
		}
		if clashWords[w] {
			j := i + 1
			if w == "fought" && ok(r.phraseFrom(j)) {
				return r.phraseFrom(j)
			}
			if r.word(j) == "with" || r.word(j) == "against" || r.word(j) == "between" {
				if k := r.phraseFrom(j + 1); ok(k) && !(r.word(j) == "between" && r.word(r.phrases[k].end) == "and") {
					return k
				}
			}
		}
		if w == "blamed" || w == "accused" || w == "blames" || w == "blaming" || w == "accusing" {
			if k := r.phraseFrom(i + 1); ok(k) && !r.isAux(i-1) {
				return k
			}
		}
	}
	return -1
}

// apartInTime reports that the sentence counts its time from another event:
// "three days after", "a week earlier".
func (r *reader) apartInTime() bool {
	for i := r.first + 1; i < r.last; i++ {
		if w := r.word(i); (w == "after" || w == "before" || w == "earlier") && timeUnits[r.word(i-1)] {
			return true
		}
	}
	return false
}

// figurative reports a verb of attack that means no violence: "launched an
// appeal", "hit out at", "set up".
func (r *reader) figurative(i int) bool {
	if figurativePairs[r.word(i)+"-"+r.word(i+1)] {
		return true
	}
	for j := i + 1; j < i+5 && j < r.last; j++ {
		w := r.word(j)
		if figurativeObjects[w] {
			return true
		}
		if g := r.tag(j); !g.Adjective() && !g.Noun() && w != "a" && w != "an" && w != "the" && w != "its" && w != "their" && w != "his" && w != "her" {
			return false
		}
	}
	return false
}

// reportedOn reports that a time dates a report and not an event.
func (r *reader) reportedOn(t *dates.Expression) bool {
	if r.stamp(t) {
		return true
	}
	f := finding{trigger: [2]int{r.last, r.last}}
	return r.reportTime(r.before(t.First), t.First, &f)
}

// inherit fills roles from the neighbouring sentences.
func (r *reader) inherit() {
	if len(r.found) == 0 {
		return
	}
	n := len(r.doc.Sentences)
	for k := range r.found {
		f := &r.found[k]
		after := f.claim.Outcome == Detained || f.claim.Outcome == Released
		if f.cumul || f.claim.Place != nil && f.doubt < doubtful && !f.vague && f.claim.Time != nil && f.agent[1] > 0 {
			continue
		}
		if f.part && f.wholeOf >= 0 && f.wholeOf < k {
			r.fromWhole(f, &r.found[f.wholeOf])
		}
		own := &r.scenes[f.sentence]
		big := f.claim.Min != nil && *f.claim.Min >= bigTotal
		try := func(i int) bool {
			if i < 0 || i >= n || r.stamped(i) {
				return false
			}
			s := r.sceneAt(i)
			if s == nil {
				return false
			}
			if big {
				// A war's total takes the war's time.
				if f.claim.Time == nil && s.total {
					f.claim.Time = spanOf(r.doc.Span(s.time[0], s.time[1]))
					f.time, f.cumul = len(r.exprs), true
					r.exprs = append(r.exprs, s.expr)
				}
				if f.claim.Place == nil && s.place[1] > 0 {
					f.claim.Place = spanOf(r.doc.Span(s.place[0], s.place[1]))
					f.claim.PlaceEntity = s.entity
				}
				return i > f.sentence-2
			}
			if s.total {
				return true
			}
			if i < f.sentence && r.elsewhere(own, s) || r.abroad(own, s) || r.anotherDay(own, s) {
				return false
			}
			otherYear := own.hasExp && own.expr.Coarse() && !(s.hasExp && s.expr.Coarse()) && i < f.sentence
			if f.vague && s.place[1]-s.place[0] > 2 && s.cost < unlikely && f.claim.Outcome != Detained {
				f.doubt = doubtful // "the facility": the sentence before says which
			}
			if s.place[1] > 0 && !otherYear && (f.claim.Place == nil || f.doubt >= doubtful && s.cost < unlikely && (f.refers || f.vague || f.claim.Outcome == Displaced && f.doubt > doubtful)) {
				f.claim.Place = spanOf(r.doc.Span(s.place[0], s.place[1]))
				f.claim.PlaceEntity = s.entity
				f.doubt, f.vague = s.cost, false
			}
			if f.claim.Time == nil && f.claim.Outcome != Displaced && !own.offset && !s.offset && (s.told || !s.expr.Stretch() || r.doc.Tokens[s.time[0]].Lower == "the") && s.time[1] > 0 && (!s.expr.Coarse() || s.told && r.doc.ParagraphOf(r.doc.Sentences[i].First) == r.doc.ParagraphOf(r.doc.Sentences[f.sentence].First)) {
				f.claim.Time = spanOf(r.doc.Span(s.time[0], s.time[1]))
				f.time = len(r.exprs)
				r.exprs = append(r.exprs, s.expr)
			}
			if f.agent[1] == 0 && s.agent[1] > 0 && !f.harmless && !r.oneBomber(s.agent) && !possessives[r.doc.Tokens[s.agent[0]].Lower] && !r.sameSide(f, s.agent) {
				f.agent = s.agent
			}
			return true
		}
		if !own.shift && !(after && !(f.sentence > 0 && r.heads(f.sentence-1))) {
			i, whole := r.beside(f.sentence, -1), true
			for k := 0; k < sceneBack; i, k = r.beside(i, -1), k+1 {
				if !try(i) || r.scenes[i].shift {
					whole = false
					break
				}
			}
			if whole && !big && f.refers {
				r.thread(k, i, try)
			}
		}
		takenUp := r.heads(f.sentence) || f.sentence <= headline && f.claim.Place == nil
		here := r.doc.ParagraphOf(r.doc.Sentences[f.sentence].First)
		for i, k := r.beside(f.sentence, 1), 0; k < sceneForward && !big; i, k = r.beside(i, 1), k+1 {
			if i < 0 || !takenUp && r.doc.ParagraphOf(r.doc.Sentences[i].First) != here {
				break // the next paragraph may tell another story
			}
			if d := r.doc.Dateline; d[1] > d[0] && int(r.doc.Tokens[d[0]].Sentence) == i {
				continue // where it was written
			}
			if s := r.sceneAt(i); s != nil && (r.stamped(i) || s.shift || s.time[1] > 0 && s.expr.Coarse() && !takenUp) || !try(i) {
				break // "In 2010 ..." goes back to another event
			}
		}
	}
}

// refersBack reports a claim about an event told before: a toll, bodies, "four
// of them", "among the dead", victims of "the blast".
func (r *reader) refersBack(f *finding) bool {
	switch f.claim.Outcome {
	case Detained, Displaced, Released:
		return false // what came after the event
	}
	if f.figure || f.body || f.replaces >= 0 || f.phrase.partitive || f.phrase.whole >= 0 || r.harm(f.trigger[0]).Toll.Outcome != "" {
		return true
	}
	for i := max(r.first, min(f.first, f.trigger[0])-2); i < f.trigger[1]+2 && i < r.last; i++ {
		if w := r.word(i); w == "the" || w == "those" {
			if h := r.harm(i + 1); h.State.Outcome != "" || h.Verb.Participle {
				return true // "among the dead", "two of the injured"
			}
		}
	}
	if p := &f.phrase; p.qty >= 0 && p.core > 0 && p.head >= 0 && p.ofWhole() {
		return true // "11 of the inmates"
	}
	if r.word(f.trigger[0]-1) == "of" && r.word(f.trigger[0]-2) == "number" {
		return true // "put the number of dead at five"
	}
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.head < 0 || p.det != definite || p.mention >= 0 || r.word(p.first-1) == "before" {
			continue
		}
		if w := r.word(p.head); (sceneNouns[w] || r.tables.Attack[w] || r.tables.Accident[w] || r.harm(p.head).Act.Outcome != "") && p.end <= p.last && p.last-p.first == 2 {
			return true // "the crash"
		}
	}
	return false
}

// oneBomber reports a bomber alone, who died and says nothing of who sent him:
// the sentences that follow tell of the bombing.
func (r *reader) oneBomber(agent [2]int) bool {
	for i := agent[0]; i < agent[1] && i < agent[0]+maxDescription; i++ {
		if w := r.doc.Tokens[i].Lower; w == "bomber" {
			return true
		} else if w == "of" {
			break
		}
	}
	return false
}

// thread follows the story of claim k back from sentence at through the
// sentences that hold claims, as far as no other story comes between.
func (r *reader) thread(k, at int, try func(int) bool) {
	told := -1
	for j, n := k-1, 0; j >= 0 && n < threadBack; j-- {
		i := r.found[j].sentence
		if i > at || i == told || i < r.found[k].sentence-threadReach {
			continue
		}
		for ; at > i; at-- {
			if r.opensStory(at) {
				return
			}
		}
		if told = i; !try(i) || r.scenes[i].shift {
			return
		}
		n++
	}
}

// opensStory reports a sentence whose first words lead to another event.
func (r *reader) opensStory(i int) bool {
	if r.stamped(i) {
		return true
	}
	if r.scenes[i].read {
		return r.scenes[i].shift
	}
	sentence, first, last := r.sentence, r.first, r.last
	s := &r.doc.Sentences[i]
	r.first, r.last = s.First, s.Last
	shift, _ := r.shifts()
	r.sentence, r.first, r.last = sentence, first, last
	return shift
}

// anotherDay reports that two sentences tell of different times.
func (r *reader) anotherDay(a, b *scene) bool {
	if a.time[1] == 0 || b.time[1] == 0 {
		return false
	}
	x, okx := a.expr.Resolve(r.published)
	y, oky := b.expr.Resolve(r.published)
	return okx && oky && (x.From.After(y.To) || y.From.After(x.To))
}

// fromWhole gives a part what the text says of its whole.
func (r *reader) fromWhole(f, whole *finding) {
	if f.claim.Place == nil && !r.onlyScene(whole.placeAt) {
		f.claim.Place, f.claim.PlaceEntity = whole.claim.Place, whole.claim.PlaceEntity
	}
	if f.claim.Time == nil && !(f.own && whole.cumul) {
		f.claim.Time, f.time = whole.claim.Time, whole.time
	}
	if f.agent[1] == 0 && !r.sameSide(f, whole.agent) {
		f.agent, f.agentP = whole.agent, whole.agentP
	}
}

// heads reports a headline, which the next paragraph takes up.
func (r *reader) heads(i int) bool {
	s := &r.doc.Sentences[i]
	return i <= headline && s.Last > s.First && r.doc.Tokens[s.Last-1].Text != "."
}

// maxBeside is how many sentences of page furniture the story may be broken by.
const maxBeside = 6

// beside is the story's next sentence from i on in steps of 1 or -1, behind page
// furniture; -1 if there is none.
func (r *reader) beside(i, step int) int {
	for range maxBeside {
		if i += step; i < 0 || i >= len(r.doc.Sentences) {
			return -1
		}
		if r.doc.ParagraphOf(r.doc.Sentences[i].First).Kind != text.Clutter {
			return i
		}
	}
	return -1
}

// elsewhere reports that two sentences tell of different places, neither of
// which can hold the other.
func (r *reader) elsewhere(a, b *scene) bool {
	if a.place[1] == 0 || b.place[1] == 0 || a.entity < 0 || b.entity < 0 || a.entity == b.entity || a.cost > 4 || b.cost > 4 {
		return false
	}
	x, y := &r.ents.Entities[a.entity], &r.ents.Entities[b.entity]
	if r.abroad(a, b) {
		return true
	}
	if strings.HasPrefix(x.ID, "country:") || strings.HasPrefix(y.ID, "country:") || x.Type == entities.Loc || y.Type == entities.Loc || r.regional(a) != r.regional(b) {
		return false
	}
	// "Aleppo" and "a restaurant in Aleppo" are one place.
	for i := a.place[0]; i < a.place[1]; i++ {
		w := r.doc.Tokens[i].Lower
		if len(w) < 4 || placeNouns[w] {
			continue
		}
		for j := b.place[0]; j < b.place[1]; j++ {
			if r.doc.Tokens[j].Lower == w {
				return false
			}
		}
	}
	return true
}

// abroad reports that two sentences tell of places in two countries.
func (r *reader) abroad(a, b *scene) bool {
	if a.place[1] == 0 || b.place[1] == 0 || a.entity < 0 || b.entity < 0 || a.cost > 4 || b.cost > 4 {
		return false
	}
	x, y := r.ents.Entities[a.entity].Country, r.ents.Entities[b.entity].Country
	return x != "" && y != "" && x != y
}

// regional reports a place that holds others: a province.
func (r *reader) regional(s *scene) bool {
	e := &r.ents.Entities[s.entity]
	if e.Point == nil && strings.HasPrefix(e.ID, "geonames:") {
		return true // provinces are known, but at no point
	}
	for i := s.place[0]; i < s.place[1] && i < s.place[0]+maxDescription; i++ {
		switch w := r.doc.Tokens[i].Lower; {
		case w == ",":
			return false
		case regionNouns[w]:
			return true
		}
	}
	return false
}

// sceneAt is the scene of a sentence, read when first asked for.
func (r *reader) sceneAt(i int) *scene {
	if i < 0 || i >= len(r.scenes) {
		return nil
	}
	if r.doc.ParagraphOf(r.doc.Sentences[i].First).Kind == text.Clutter {
		return nil
	}
	if !r.scenes[i].read {
		s := &r.doc.Sentences[i]
		r.load(i, s.First, min(s.Last, s.First+maxStretch))
		r.chunk()
		r.scenes[i] = r.scene()
	}
	return &r.scenes[i]
}

// datelineWords is how many tokens into a sentence its dateline may reach.
const datelineWords = 14

// stamp reports a full date that stands alone, as datelines print it: "AFP
// Friday 23 Aug 2013".
func (r *reader) stamp(t *dates.Expression) bool {
	for j := t.First - 1; j >= r.first && j > t.First-6; j-- {
		if postedWords[r.word(j)] && (r.word(j+1) == ":" || r.word(j+1) == "on" || r.word(j+1) == "at" || r.timeAt(j+1) >= 0) {
			return true // "Posted: 4 p.m. Sept. 8"
		}
	}
	if _, ok := t.Day(); !ok {
		// "SEOUL, Feb 9 (Reuters) -", "MINNA (June 12) —"
		b, n := r.word(t.First-1), r.word(t.Last)
		return t.First < r.first+datelineWords && (b == "," || b == "(" || b == "") && (n == "(" || n == ")" || n == "-" || n == "—" || n == "--" || n == "–") && !t.Coarse()
	}
	switch r.word(t.First - 1) {
	case "on", "of", "since", "until", "from", "the", "between", "by", "and", "to", "before", "after":
		return false
	}
	return true
}
