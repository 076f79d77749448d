package extract

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/dates"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// roles gives place, time and carried-over victims to the claims of the
// sentence.
func (r *reader) roles() {
	if len(r.found) == r.begin {
		return
	}
	r.scenes[r.sentence] = r.scene()
	r.scenes[r.sentence].told = true
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		if f.bareQty && f.victims[1] == 0 {
			r.carryVictims(k)
		}
		if p := &f.phrase; f.victims[1] == 0 && p.partitive && r.word(p.last-1) == "them" {
			f.victims = [2]int{p.last - 1, p.last}
		}
		r.place(f)
		r.when(f)
		r.weapon(f)
		f.refers = r.refersBack(f)
		f.harmless = f.weapon[1] > 0 && r.byAccident(f.weapon)
	}
	refers := false
	for k := r.begin; k < len(r.found); k++ {
		refers = refers || r.found[k].refers
	}
	for k := r.begin; k < len(r.found) && refers; k++ {
		switch f := &r.found[k]; f.claim.Outcome {
		case Killed, Injured, Missing, Casualties:
			f.refers = true
		}
	}
	r.shareAgents()
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		if f.agent[1] > 0 || f.cumul || f.agentIt || f.harmless {
			continue
		}
		from := f.first
		if f.victims[1] > 0 {
			from = min(from, f.victims[0])
		}
		if k := r.attackOf(f); k >= 0 {
			f.agent = [2]int{r.phrases[k].first, r.phrases[k].end}
			continue
		}
		if k := r.sceneAgent(from, max(f.victims[1], f.last)); k >= 0 && !r.sameSide(f, [2]int{r.phrases[k].first, r.phrases[k].end}) {
			f.agent = [2]int{r.phrases[k].first, r.phrases[k].end}
		}
	}
	r.retell(&r.scenes[r.sentence])
	for k := r.begin; k < len(r.found); k++ {
		if f := &r.found[k]; f.agent[1] == 0 && f.claim.Outcome != Detained {
			for j := r.begin; j < len(r.found); j++ {
				if g := &r.found[j]; g.claim.Outcome == Detained && g.agent[1] > 0 && g.first == f.first {
					f.harmless = true // "students held by soldiers are missing": what became of them is not told
				}
			}
		}
	}
	if s := &r.scenes[r.sentence]; s.agent[1] == 0 {
		for k := r.begin; k < len(r.found); k++ {
			if f := &r.found[k]; f.agent[1] > 0 && !f.agentP && !f.cumul && f.claim.Outcome != Released && f.claim.Outcome != Detained {
				s.agent = f.agent
				break
			}
		}
	}
}

// attackOf is the attack by which they came to harm if its words name a side:
// "in a Ukrainian drone attack"; -1 for none.
func (r *reader) attackOf(f *finding) int {
	if f.claim.Outcome == Detained || f.claim.Outcome == Released || f.trigger[1] >= r.last {
		return -1
	}
	for i := f.trigger[1]; i < r.last && i < f.trigger[1]+8; i++ {
		switch r.word(i) {
		case ";", "who", "when", "while":
			return -1
		case "in", "by", "during", "from":
			k := r.phraseFrom(i + 1)
			if k < 0 || r.phrases[k].head < 0 || r.phrases[k].person {
				continue
			}
			p := &r.phrases[k]
			if w := r.word(p.head); !r.tables.Attack[w] || bothSides[w] {
				continue
			}
			if m := r.mentionAt(p.first); m < 0 && p.det != bare {
				m = r.mentionAt(p.first + 1)
				if m < 0 {
					continue
				}
			} else if m < 0 {
				continue
			}
			if r.isVictim(k) || !r.sided(p.first, p.head) || r.localAttack(p) || r.sameSide(f, [2]int{p.first, p.head}) {
				return -1
			}
			return k
		}
	}
	return -1
}

// localAttack reports an attack that is named for its place: "the Lahore blast".
func (r *reader) localAttack(p *phrase) bool {
	for i := p.first; i < p.head; i++ {
		if m := r.mentionAt(i); m >= 0 {
			e := &r.ents.Entities[r.ents.Mentions[m].Entity]
			return e.Type.IsPlace() && !strings.HasPrefix(e.ID, "country:")
		}
	}
	return false
}

// retell gives a scene the place and the time of the harm that its sentence
// tells, rather than those of an arrest made for it.
func (r *reader) retell(s *scene) {
	arrest, place, when := false, false, false
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		switch f.claim.Outcome {
		case Detained, Released:
			arrest = true
			continue
		case Displaced:
			continue
		}
		if !place && f.placeAt[1] > 0 && f.doubt < unlikely && !r.onlyScene(f.placeAt) {
			s.place, s.entity, s.cost, place = f.placeAt, f.claim.PlaceEntity, f.doubt, true
		}
		when = when || f.time >= 0
	}
	if !place && s.place[1] > 0 && r.onlyScene(s.place) {
		s.place, s.entity = [2]int{}, -1
	}
	if arrest && !when && len(r.found) > r.begin+1 && !s.total {
		s.time, s.hasExp = [2]int{}, false
	}
}

// onlyScene reports words that say little of where to who has not read the rest:
// "the spot", "the way".
func (r *reader) onlyScene(at [2]int) bool {
	for i := at[0]; i < at[1] && i < at[0]+2; i++ {
		if w := r.doc.Tokens[i].Lower; sceneNouns[w] || w == "way" {
			return true
		}
	}
	return false
}

// byAccident reports that the words for what harmed end in an accident and not
// in an attack: "a road accident".
func (r *reader) byAccident(weapon [2]int) bool {
	if r.word(weapon[1]) == "of" && r.tables.Attack[r.word(weapon[1]+1)] {
		return false // "an outbreak of violence"
	}
	for i := weapon[1] - 1; i >= weapon[0]; i-- {
		w := r.doc.Tokens[i].Lower
		if r.tables.Attack[w] {
			return false
		}
		if r.tables.Accident[w] {
			return true
		}
	}
	return false
}

// carryVictims takes the victims of "nine others" from the claim before, in
// the same sentence or the one before.
func (r *reader) carryVictims(k int) {
	f := &r.found[k]
	best := -1
	for j := len(r.found) - 1; j >= max(0, k-maxNesting) && r.found[j].sentence >= f.sentence-1; j-- {
		g := &r.found[j]
		if j == k || g.victims[1] == 0 || g.part || g.first > f.first {
			continue
		}
		if g.sentence < f.sentence && !f.phrase.other && !f.phrase.partitive {
			continue
		}
		if g.phrase.det == possessive && g.phrase.qty >= 0 {
			continue // "his two sons and 11 others"
		}
		if best < 0 || g.first > r.found[best].first {
			best = j
		}
	}
	if best >= 0 && (!f.tally || r.harm(f.trigger[0]).Verb.Participle || r.found[best].tally && r.found[best].sentence == f.sentence) {
		g := &r.found[best]
		if r.found[best].phrase.head >= 0 && (g.phrase.qty >= 0 || g.phrase.plural) {
			f.victims, f.claim.Class = g.victims, g.claim.Class
		}
	}
}

// shareAgents gives the perpetrator of one claim of a clause to its
// coordinates: "killing ten and wounding nine".
func (r *reader) shareAgents() {
	for k := r.begin; k < len(r.found); k++ {
		f := &r.found[k]
		if f.agent[1] > 0 {
			continue
		}
		for j := r.begin; j < len(r.found); j++ {
			if g := &r.found[j]; g.agent[1] > 0 && (g.claim.Outcome == Detained) == (f.claim.Outcome == Detained) && g.trigger[0] < f.trigger[0]+40 && f.trigger[0] < g.trigger[0]+40 && !r.apart(g, f) && !r.sameSide(f, g.agent) {
				f.agent, f.agentP = g.agent, g.agentP
				break
			}
		}
	}
}

// apart reports a claim with a clause of its own in the passive, behind one
// whose subject is the doer: "a sniper killed a girl, and two men were hurt".
func (r *reader) apart(g, f *finding) bool {
	for i := min(g.trigger[1], f.trigger[1]); i < max(g.trigger[0], f.trigger[0]); i++ {
		if r.word(i) == ";" {
			return true
		}
	}
	if f.trigger[0] <= g.trigger[0] || g.agent[0] > g.trigger[0] || !beForms[r.word(r.before(f.trigger[0]))] {
		return false
	}
	for i := g.trigger[1]; i < f.trigger[0]; i++ {
		if w := r.word(i); w == "who" || w == "whom" {
			return false
		}
	}
	return true
}

// sameSide reports that the doer would be of the victims' own side: "Huthi
// rebels" of "32 rebels".
func (r *reader) sameSide(f *finding, agent [2]int) bool {
	if f.claim.Outcome == Detained && !r.hasWord(agent, stateWords) {
		return true // those who detain are the state, whoever attacked
	}
	if f.victims[1] > f.victims[0] && (r.hasWord(f.victims, rebelWords) && r.hasWord(agent, rebelWords) || r.hasWord(f.victims, stateWords) && r.hasWord(agent, stateWords)) {
		return true
	}
	if f.victims[1] <= f.victims[0] || f.claim.Class != Combatant && f.claim.Class != Police && f.claim.Class != UnknownVictim {
		return false
	}
	for i := f.victims[0]; i < f.victims[1] && i < f.victims[0]+maxDescription; i++ {
		v := r.doc.Tokens[i].Lower
		if len(v) < 4 || conjunctions[v] || prepositions[v] {
			continue
		}
		for j := agent[0]; j < agent[1] && j < agent[0]+maxDescription; j++ {
			if a := r.doc.Tokens[j].Lower; a == v || a+"s" == v || a == v+"s" {
				return true
			}
		}
	}
	return false
}

// hasWord reports a word of a set among the tokens of a description.
func (r *reader) hasWord(at [2]int, words map[string]bool) bool {
	for i := at[0]; i < at[1] && i < at[0]+maxDescription; i++ {
		if words[r.doc.Tokens[i].Lower] {
			return true
		}
	}
	return false
}

// clauseDistance is how far a token is from a claim; what follows is nearer
// than what goes before.
func clauseDistance(f *finding, first, last int) int {
	end := max(f.trigger[1], f.last, f.victims[1])
	begin := min(f.trigger[0], f.first)
	if f.own {
		begin, end = f.first, f.last // the verb stands with another figure
	}
	switch {
	case first >= end:
		return first - end
	case last <= begin:
		return (begin - last) + 3
	}
	return 0
}

// when finds the time expression nearest to the claim.
func (r *reader) when(f *finding) {
	best, at := -1, 1<<30
	for k := range r.times {
		t := &r.times[k]
		d := clauseDistance(f, t.First, t.Last)
		if t.Clock() {
			d += 60
		}
		// A time that belongs to the report is not the event's: "said on
		// Friday", "reported today".
		if b := r.before(t.First); r.stamp(t) || r.reportTime(b, t.First, f) {
			continue
		}
		if r.asideTime(t, f) || t.Clock() && r.counted(t) || r.arrestAt(f, t.First, t.Last) {
			continue
		}
		if t.Cumulative() && f.claim.Max != nil && *f.claim.Max == 1 && len(r.found) > r.begin+1 {
			continue // one death has a day of its own
		}
		if f.own && f.part && t.Cumulative() && t.Last <= f.first {
			continue // "600 since 2021, including 87 in a single riot"
		}
		if f.own && t.Last <= f.first {
			d += 6 // the time of the other figure
		} else if t.Cumulative() {
			d -= 2
		}
		if d < at {
			best, at = k, d
		}
	}
	if best < 0 {
		return
	}
	t := r.times[best]
	first := t.First
	f.claim.Time = spanOf(r.doc.Span(first, t.Last))
	f.cumul = t.Cumulative()
	r.expr(f, t)
}

// counted reports "four hours later": a time counted from another one.
func (r *reader) counted(t *dates.Expression) bool {
	switch r.word(t.Last - 1) {
	case "later", "earlier", "before":
		return true
	}
	return false
}

// arrestAt reports that the words at [first, last) tell of an arrest and not of
// what it was made for: "was arrested on Thursday in the deaths of two boys".
func (r *reader) arrestAt(f *finding, first, last int) bool {
	if f.claim.Outcome == Detained {
		// "was held over the killing of two boys in Lipa"
		for k := r.begin; k < len(r.found); k++ {
			if g := &r.found[k]; g.claim.Outcome != Detained && g.trigger[0] > f.trigger[1] && first > g.trigger[0] {
				for i := f.trigger[1]; i < g.trigger[0]; i++ {
					if forWhat[r.word(i)] {
						return true
					}
				}
			}
		}
		return false
	}
	if f.first < last {
		return false
	}
	for k := r.begin; k < len(r.found); k++ {
		g := &r.found[k]
		if g.claim.Outcome != Detained || g.trigger[0] > first || f.first < g.trigger[1] {
			continue
		}
		for i := last; i < f.first; i++ {
			if forWhat[r.word(i)] {
				return true
			}
		}
	}
	return false
}

// asideTime reports a time that tells of somebody and not of the event: "the
// coalition, which intervened in 2015,", "home for Christmas".
func (r *reader) asideTime(t *dates.Expression, f *finding) bool {
	i := t.First - 1
	if r.word(i) == "for" {
		return !t.Cumulative()
	}
	if w := r.word(i); w == "by" || w == "until" || w == "before" || w == "in" || w == "on" {
		// "will run out by October", "would be held on Sunday"
		for j := i - 1; j >= r.first && j > i-6; j-- {
			if w := r.word(j); w == "would" || w == "will" || w == "wo" {
				return true
			}
			if r.word(j) == "," {
				break
			}
		}
	}
	if prepositions[r.word(i)] {
		i--
	}
	if !r.tag(i).Finite() || r.harm(i).Any || r.phraseAt(i) >= 0 {
		return false
	}
	if w := r.word(i - 1); w != "which" && w != "who" && w != "that" {
		return false
	}
	return f == nil || f.trigger[0] < i-1 || f.trigger[0] > t.Last
}

// expr keeps the expression for the time when the reference day is known.
func (r *reader) expr(f *finding, t dates.Expression) {
	f.time = len(r.exprs)
	r.exprs = append(r.exprs, t)
}

// reportTime reports that a time expression behind token b dates a report.
func (r *reader) reportTime(b, first int, f *finding) bool {
	if w := r.word(b); w == "on" || w == "in" || w == "at" || w == "late" || w == "early" {
		b = r.before(b)
	}
	if r.word(b) == "phone" || r.word(b) == "telephone" {
		for j := b; j > b-5 && j >= r.first; j-- {
			if r.reporting(j) {
				return true // "said by phone on Friday"
			}
		}
	}
	if r.reporting(b) && r.tag(b).Verb() && !r.harm(b).Any {
		return true
	}
	// "told AFP on Friday"
	if k := r.phraseAt(b); k >= 0 {
		if c := r.phrases[k].first - 1; r.word(c) == "told" || r.word(c) == "to" && r.reporting(c-1) {
			return true
		}
	}
	// "reported today that", "today reported"
	if t := r.timeAt(first); t >= 0 {
		if n := r.times[t].Last; r.reporting(n) && r.tag(n).Verb() && n < f.trigger[0] && !r.namesSource(n+1) || r.word(n) == "that" && r.reporting(b) {
			return true
		}
	}
	return false
}

func spanOf(s span.Span) *span.Span {
	if s.IsZero() {
		return nil
	}
	return &s
}

// candidate is a named place of the sentence, the tokens of its description
// and how far it is from being a place where something happened.
type candidate struct {
	mention     *entities.Mention
	first, last int
	cost        int
}

// named yields the named places of the sentence at hand.
func (r *reader) named(yield func(candidate) bool) {
	for m := firstMention(r.ents, r.first); m < len(r.ents.Mentions) && r.ents.Mentions[m].First < r.last; m++ {
		mm := &r.ents.Mentions[m]
		if !mm.Type.IsPlace() || mm.First < r.first {
			continue
		}
		first, last, cost := r.placeCandidate(m)
		if cost > -1<<8 && !yield(candidate{mm, first, last, cost}) {
			return
		}
	}
}

// place finds where it happened: the place nearest to the claim that a
// preposition introduces, or a named place of the sentence.
func (r *reader) place(f *finding) {
	best, at := [2]int{}, 1<<30
	entity, cost := -1, 0
	for c := range r.named {
		d := c.cost + clauseDistance(f, c.first, c.last)
		if f.victims[1] > 0 && c.mention.First >= f.victims[0] && c.mention.Last <= f.victims[1] {
			d += 10 // rather a part of the victims' description
		}
		if f.agent[1] > 0 && c.mention.First >= f.agent[0] && c.mention.Last <= f.agent[1] {
			d += 10
		}
		d += r.clauseCost(f, c.first, c.last)
		if d < at {
			best, at, entity, cost = [2]int{c.first, c.last}, d, c.mention.Entity, c.cost
		}
	}
	for c := range r.unnamed {
		if d := c.cost + clauseDistance(f, c.first, c.last) + r.clauseCost(f, c.first, c.last); d < at {
			best, at, entity, cost = [2]int{c.first, c.last}, d, -1, c.cost
			if c.mention != nil {
				entity = c.mention.Entity
			}
		}
	}
	if p := r.diedAt(f); p[1] > 0 {
		best, cost, entity = p, 0, -1
		if m := r.mentionIn(p[0], p[1]); m >= 0 {
			entity = r.ents.Mentions[m].Entity
		}
	}
	if best[1] > 0 && (f.claim.Outcome == Detained || f.claim.Outcome == Released) && r.clauseCost(f, best[0], best[1]) > 0 {
		best = [2]int{}
	}
	if best[1] > 0 {
		f.placeAt = best
		f.vague = entity < 0 && best[1]-best[0] == 2 && r.word(best[0]) == "the" && !r.onlyScene(best) && !medicalNouns[r.word(best[0]+1)]
		f.claim.Place = spanOf(r.doc.Span(best[0], best[1]))
		f.claim.PlaceEntity = entity
		f.doubt = cost
	}
}

// otherClause is what a place in another clause costs more.
const otherClause = 20

// clauseCost is what a place costs for standing in another clause than the claim.
func (r *reader) clauseCost(f *finding, first, last int) int {
	begin, end := min(f.first, f.trigger[0]), max(f.last, f.trigger[1])
	for i := min(last, end); i < max(first, begin); i++ {
		if r.word(i) == ";" {
			return otherClause
		}
	}
	if r.arrestAt(f, first, last) {
		return otherClause
	}
	return 0
}

// diedAt is the place that a claim's own clause names as where they died, though
// it may be a hospital: "died at the scene", "a clinic, where she died", "the
// valley where 40 people were killed".
func (r *reader) diedAt(f *finding) [2]int {
	if f.claim.Outcome == Killed && dying[r.word(f.trigger[0])] {
		i := f.trigger[1]
		for i < r.last && r.adverb(i) {
			i++
		}
		if w := r.word(i); w == "at" || w == "on" || w == "in" {
			if k := r.phraseFrom(i + 1); k >= 0 && r.phrases[k].head >= 0 && !r.phrases[k].person {
				p := &r.phrases[k]
				if w := r.word(p.head); medicalNouns[w] || sceneNouns[w] || w == "way" || p.mention >= 0 && r.ents.Mentions[p.mention].Type == entities.Fac {
					first, last := r.placePhrase(p.first, p.end)
					return [2]int{first, last}
				}
			}
		}
	}
	for i := f.trigger[0] - 1; i > r.first && i > f.trigger[0]-12; i-- {
		if w := r.word(i); w == ";" || w == "," && r.word(i+1) != "where" {
			break
		} else if w != "where" {
			continue
		}
		at := i - 1
		if r.word(at) == "," {
			at--
		}
		k := r.phraseAt(at)
		if k < 0 || r.phrases[k].head < 0 || r.phrases[k].person {
			break
		}
		p := &r.phrases[k]
		if !placeNouns[r.word(p.head)] && !(p.mention >= 0 && r.ents.Mentions[p.mention].Type.IsPlace()) {
			break
		}
		first, last := r.placePhrase(p.first, p.last)
		return [2]int{first, min(last, i)}
	}
	return [2]int{}
}

// unnamed yields the places of the sentence that a common noun tells: "in a
// restaurant", "at the market". Their mention is a name in the description, if
// there is one.
func (r *reader) unnamed(yield func(candidate) bool) {
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.head < 0 || p.person || p.mention >= 0 || !placeNouns[r.word(p.head)] || !placeWords[r.word(p.first-1)] {
			continue
		}
		first, last := r.placePhrase(p.first, p.end)
		if r.cared(first, last) {
			continue
		}
		c := candidate{first: first, last: last, cost: 2}
		if p.det == possessive || p.det == definite && r.word(p.first) != "the" {
			c.cost += 10
		}
		switch r.word(p.first - 1) {
		case "of":
			c.cost += 6
			if k := r.phraseAt(p.first - 2); k >= 0 && r.phrases[k].head >= 0 && !placeNouns[r.word(r.phrases[k].head)] {
				c.cost += 6 // "the data of the department"
			}
		case "from":
			c.cost += 6
		case "to", "toward", "towards":
			c.cost += 10
		}
		if w := r.word(p.head); vagueNouns[w] {
			c.cost += 6
		} else if movingNouns[w] {
			c.cost += 8
		}
		if m := r.mentionIn(first, last); m >= 0 {
			c.mention = &r.ents.Mentions[m]
		}
		if !yield(c) {
			return
		}
	}
}

// cared reports a place where the victims were brought or died later, not
// where it happened: "taken to a clinic", "died in hospital".
func (r *reader) cared(first, last int) bool {
	medical := false
	for i := first; i < last; i++ {
		medical = medical || medicalNouns[r.word(i)]
	}
	if !medical {
		return false
	}
	switch r.word(first - 1) {
	case "to":
		return true
	case "in", "at", "into":
		for i := first - 2; i >= r.first && i > first-10; i-- {
			if caring[r.word(i)] {
				return true
			}
		}
		return r.word(first) != "a" && r.word(first) != "the" && r.mentionIn(first, last) < 0
	}
	return false
}

// placeCandidate is the description around a named place and how far it is
// from being a place where something happened; noPlace if it is none, as in
// "U.S. officials" or "Novak, of Lipa".
func (r *reader) placeCandidate(m int) (first, last, cost int) {
	mm := &r.ents.Mentions[m]
	if t := r.word(mm.Last); len(t) > 1 && t[0] == '-' {
		return 0, 0, noPlace // "Britain-based"
	}
	k := r.phraseAt(mm.First)
	if k >= 0 {
		p := &r.phrases[k]
		if p.head >= mm.Last {
			w := r.word(p.head)
			if p.person || r.agentNoun(p.head) || r.tables.Machine[w] && mm.First == p.first {
				return 0, 0, noPlace // "Syrian officials", "Aleppo residents", "US drones"
			}
		}
	}
	first, last = r.placePhrase(mm.First, mm.Last)
	if r.cared(first, last) {
		return 0, 0, noPlace
	}
	w := r.word(first - 1)
	if r.reporting(mm.Last) && !placeWords[w] {
		return 0, 0, noPlace // "Turkey said"
	}
	if r.sourcePlace(first, last) {
		return first, last, speakerCost
	}
	switch {
	case w == "of" && compass[r.word(first-2)]:
		cost = 12 // "130 km east of Quetta"
	case w == "of" || w == "from":
		if j := r.phraseAt(first - 2); j >= 0 && (r.phrases[j].person || r.phrases[j].name) || r.word(first-2) == "," {
			return 0, 0, noPlace
		}
		cost = 8
	case w == "to" || w == "with" || w == "for":
		if j := r.phraseAt(first - 2); j >= 0 && r.phrases[j].person {
			return 0, 0, noPlace // "ambassador to Italy"
		}
		cost = 12
	case w == "toward" || w == "towards":
		cost = 14
	case (w == "on" || w == "at" || w == "against" || w == "in") && r.attackAt(first-2):
		cost = -6 // "an attack on Murom"
	case placeWords[w]:
	case k >= 0 && r.phrases[k].head >= 0 && r.tables.Attack[r.word(r.phrases[k].head)]:
		first, last, cost = mm.First, mm.Last, 8 // "the Aleppo bombing"
	default:
		cost = 15
	}
	return first, last, cost
}

// speakerCost is the cost of the place of who reports it, and doubtful the cost
// from which on the place of a neighbouring sentence is the better one.
const (
	speakerCost = 25
	doubtful    = 12
)

// sourcePlace reports a place that tells where who speaks is: "medics at the
// clinic said", "according to officials in Goma".
func (r *reader) sourcePlace(first, last int) bool {
	switch r.word(first - 1) {
	case "in", "at", "from", "near", "of":
	default:
		return false
	}
	k := r.phraseAt(first - 2)
	if k < 0 || r.phrases[k].head < 0 || r.phrases[k].qty >= 0 && !r.quantities[r.phrases[k].qty].Vague {
		return false
	}
	p := &r.phrases[k]
	if !p.person && !speakerNouns[r.word(p.head)] && !sourceNouns[r.word(p.head)] {
		return false
	}
	i := last
	for i < r.last && (r.adverb(i) || r.inTime(i)) {
		i++
	}
	if g := r.tag(i); r.reporting(i) && (g == pos.VBD || g == pos.VBZ || g == pos.VBP) && !r.harm(i).Any {
		return true
	}
	b := p.first - 1
	return r.word(b) == "to" && r.word(b-1) == "according" || r.reporting(b) && r.tag(b).Verb() && !r.harm(b).Any && r.word(b) != "reported"
}

// noPlace is the cost of what is no place of an event.
const noPlace = -1 << 10

// attackAt reports an attack whose phrase ends at token i.
func (r *reader) attackAt(i int) bool {
	k := r.phraseAt(i)
	return k >= 0 && r.phrases[k].head == i && r.tables.Attack[r.word(i)] && !r.tables.Machine[r.word(i)]
}

// agentNoun reports nouns that speak or act for a place.
func (r *reader) agentNoun(i int) bool {
	return speakerNouns[r.word(i)]
}

func (r *reader) mentionIn(first, last int) int {
	for i := first; i < last; i++ {
		if m := r.mentionAt(i); m >= 0 && r.ents.Mentions[m].Type.IsPlace() {
			return m
		}
	}
	return -1
}

// placePhrase widens a named place to its description: "the town of Azaz",
// "northern Aleppo province", "Anbar, Iraq".
func (r *reader) placePhrase(first, last int) (int, int) {
	if k := r.phraseAt(first); k >= 0 {
		p := &r.phrases[k]
		if !p.person && p.last-p.first <= maxDescription {
			for first > p.first && r.describesPlace(first-1) {
				first--
			}
			for i := last; i < p.last; i++ {
				if placeNouns[r.word(i)] || r.placeAt(i) {
					last = i + 1
				}
			}
		}
	}
	for range 3 { // "a mosque in", "the town of"
		if w := r.word(first - 1); w == "of" || w == "in" || w == "near" || w == "at" {
			if k := r.phraseAt(first - 2); k >= 0 && r.phrases[k].last == first-1 && r.phrases[k].head >= 0 && (r.placeNoun(r.phrases[k].head) || w == "of" && placeParts[r.word(r.phrases[k].head)] || w != "of" && r.phrases[k].mention >= 0 && r.ents.Mentions[r.phrases[k].mention].Type.IsPlace()) {
				first = r.phrases[k].first
				continue
			}
		}
		break
	}
	return first, r.placeTail(last)
}

// placeNoun reports a noun for a place that is no part of another thing's name
// (the "State" of a group's).
func (r *reader) placeNoun(i int) bool {
	m := r.mentionAt(i)
	return placeNouns[r.word(i)] && (m < 0 || r.ents.Mentions[m].Type.IsPlace() || r.ents.Mentions[m].Type == entities.Fac)
}

// describesPlace reports a word that can stand before the name of a place in
// its description: "northern [Aleppo]", "the city [of]".
func (r *reader) describesPlace(i int) bool {
	g, w := r.tag(i), r.word(i)
	return g.Adjective() || g == pos.DT || g == pos.PRPS || g == pos.POS || w == "'s" || g == pos.VBN || placeNouns[w] || r.placeAt(i)
}

// placeAt reports a token in the name of a place.
func (r *reader) placeAt(i int) bool {
	m := r.mentionAt(i)
	return m >= 0 && r.ents.Mentions[m].Type.IsPlace()
}

// placeTail takes what a place goes on with: ", Iraq", "in Homs province".
func (r *reader) placeTail(last int) int {
	for range 2 {
		j := last
		if w := r.word(j); w == "," {
			j++
		} else if w == "in" {
			j++
		} else {
			break
		}
		m := r.mentionAt(j)
		if m >= 0 && r.word(last) == "," && (r.tag(r.ents.Mentions[m].Last) == pos.POS || r.word(r.ents.Mentions[m].Last) == "'s") {
			break // "in Ituri, Congo's army said"
		}
		if k := r.phraseFrom(j); k >= 0 && m < 0 && !r.phrases[k].person {
			if m = r.mentionIn(r.phrases[k].first, min(r.phrases[k].end, r.phrases[k].first+maxDescription)); m >= 0 {
				last = r.phrases[k].end
				continue
			}
			if w := r.word(r.phrases[k].head); r.word(j-1) == "in" && r.phrases[k].head >= 0 && (placeParts[w] || placeNouns[w]) {
				last = r.phrases[k].end // "a gorge in the south of the country"
				continue
			}
		}
		if m < 0 || !r.ents.Mentions[m].Type.IsPlace() {
			break
		}
		last = r.ents.Mentions[m].Last
		if k := r.phraseAt(last - 1); k >= 0 {
			last = r.phrases[k].last
		}
	}
	return last
}

// reporterOf finds on whose word a claim stands: the innermost quote that
// holds its trigger.
func (r *reader) reporterOf(f *finding) (*span.Span, int) {
	at := r.doc.Tokens[f.trigger[0]].Start
	count := r.doc.Tokens[f.first].Start
	best := -1
	// Quotes stand in text order; those that hold the claim begin before it.
	end, _ := slices.BinarySearchFunc(r.said.Quotes, max(at, count)+1, func(q quotes.Quote, at int) int { return q.Content.Start - at })
	for k := max(0, end-maxNesting); k < end; k++ {
		q := &r.said.Quotes[k]
		in := q.Content.Start <= at && at < q.Content.End || q.Content.Start <= count && count < q.Content.End
		if !in || q.Mention == nil || nobody(q.Mention.Text) {
			continue
		}
		if m := q.Mention; m.Start <= count && count < m.End && m.Len() <= len(r.doc.Span(f.first, f.last).Text) {
			continue // "3 confirmed dead": no number speaks
		}
		if q.Cue != nil && q.Cue.Start <= at && at < q.Cue.End {
			continue // "the raid claimed nine lives" reports nothing
		}
		if best < 0 || q.Content.Len() <= r.said.Quotes[best].Content.Len() {
			best = k
		}
	}
	if best < 0 {
		return nil, -1
	}
	q := &r.said.Quotes[best]
	return spanOf(*q.Mention), q.Source
}

// nobody reports words that name no source: "no one", "the number of".
func nobody(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "no ") || strings.HasPrefix(s, "neither ") || s == "nobody" || s == "none" || strings.HasPrefix(s, "the number") || strings.HasPrefix(s, "the toll")
}

// counterOf is who gives the figure in its own clause, unless the quotes know.
func (r *reader) counterOf(f *finding, reporter *span.Span, source int) (*span.Span, int) {
	own := r.doc.Span(f.counter[0], f.counter[1])
	if reporter != nil && reporter.Start < own.End && own.Start < reporter.End {
		return reporter, source
	}
	end, _ := slices.BinarySearchFunc(r.said.Quotes, own.End, func(q quotes.Quote, at int) int { return q.Content.Start - at })
	for k := max(0, end-maxNesting); k < len(r.said.Quotes) && k < end+maxNesting; k++ {
		if m := r.said.Quotes[k].Mention; m != nil && m.Start < own.End && own.Start < m.End {
			return spanOf(*m), r.said.Quotes[k].Source
		}
	}
	return spanOf(own), -1
}

// maxNesting is how many quotes before a claim are asked whether they hold it.
const maxNesting = 24

// weapon finds what harmed them: the nearest noun for an attack, a weapon or an
// accident.
func (r *reader) weapon(f *finding) {
	if f.cumul {
		return
	}
	best, at := -1, weaponReach
	for k := range r.phrases {
		p := &r.phrases[k]
		if p.head < 0 || p.person || p.first < f.victims[1] && f.victims[0] < p.end {
			continue
		}
		w := r.word(p.head)
		if !r.tables.Attack[w] && !r.tables.Accident[w] {
			continue
		}
		switch w {
		case "war", "conflict", "campaign", "violence", "incident", "operation", "massacre":
			continue
		}
		if d := clauseDistance(f, p.first, p.last); d < at {
			best, at = k, d
		}
	}
	if best >= 0 {
		f.weapon = [2]int{r.phrases[best].first, r.phrases[best].last}
	}
}

// weaponReach is how many tokens from a claim its weapon may stand.
const weaponReach = 22
