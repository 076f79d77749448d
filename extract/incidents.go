package extract

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// What speaks for and against two claims telling of one event.
const (
	samePlace    = 3
	sameTime     = 2
	sameDoer     = 1
	sameNumber   = 2
	near         = 1
	otherPlace   = -4
	otherTime    = -4
	otherStory   = -4 // "meanwhile", "in a separate attack"
	joins        = 2  // the least that joins a claim to an incident
	nearby       = 2  // sentences
	maxPlaces    = 6  // how many of an incident's latest claims are asked for their place
	maxIncidents = 64 // how many of the latest incidents and claims a claim is compared with
)

// event is what is kept of an incident while claims join it: what the next
// claims are compared with, so that most comparisons end at a few numbers.
type event struct {
	last     int       // the sentence of its latest claim
	until    *Interval // the time of its latest release, nil for none
	doer     *span.Span
	doerSet  wordSet
	timeSet  wordSet
	places   uint64 // marks of the words and entities of its claims' places
	numbers  uint64 // marks of its claims' outcomes and numbers
	wide     bool   // its place can hold others
	captives bool   // people were taken
}

// incidents groups the claims by event. Claims that count a war, deny or only
// imagine stay out.
func (r *reader) incidents(res *Result, order []int) {
	r.events, r.sets, r.setWords = r.events[:0], grow(r.sets, len(res.Claims)), r.setWords[:0]
	for i := range res.Claims {
		c := &res.Claims[i]
		f := &r.found[order[i]]
		if c.Modality == Hypothetical || c.Modality == Denied || c.Cumulative || c.Min != nil && *c.Min >= bigTotal && c.Time == nil && c.Outcome != Displaced {
			continue
		}
		r.sets[i] = claimSets{place: r.wordsOf(c.Place), time: r.wordsOf(c.Time), doer: r.wordsOf(c.Perpetrator)}
		best, score := -1, joins-1
		if c.PartOf >= 0 && c.PartOf < i && res.Claims[c.PartOf].Incident >= 0 {
			best = res.Claims[c.PartOf].Incident
		} else {
			story, wide := r.scenes[f.sentence].story, c.PlaceEntity >= 0 && r.wide(c.PlaceEntity)
			for k := len(res.Incidents) - 1; k >= max(0, len(res.Incidents)-maxIncidents); k-- {
				if s := r.kinship(res, k, i, f.sentence-r.events[k].last, story, wide); s > score {
					best, score = k, s
				}
			}
		}
		if best < 0 {
			best = len(res.Incidents)
			res.Incidents = append(res.Incidents, Incident{Place: -1, Perpetrator: -1})
			r.events = append(r.events, event{})
		}
		r.join(res, best, i, f.sentence)
	}
	replaced := make([]bool, len(res.Claims))
	for i := range res.Claims {
		if k := res.Claims[i].Replaces; k >= 0 {
			replaced[k] = true
		}
	}
	for k := range res.Incidents {
		r.figures(res, &res.Incidents[k], order, replaced)
	}
}

// join adds claim i to incident k.
func (r *reader) join(res *Result, k, i, sentence int) {
	in, c, e := &res.Incidents[k], &res.Claims[i], &r.events[k]
	e.last = sentence
	if c.Outcome == Released {
		e.until = c.When
	}
	c.Incident = k
	in.Claims = append(in.Claims, i)
	place := in.Place
	switch {
	case in.Place < 0 && c.PlaceEntity >= 0:
		in.Place = c.PlaceEntity
	case c.PlaceEntity >= 0 && c.Place != nil && in.Place != c.PlaceEntity && e.wide && !r.wide(c.PlaceEntity) && c.PartOf < 0:
		in.Place, in.PlaceWords = c.PlaceEntity, c.Place // "Mabasele" after "eastern Congo"
	case in.Place >= 0 && c.PlaceEntity == in.Place && c.Place != nil && in.PlaceWords != nil && e.wide && strings.Contains(c.Place.Text, " of ") && len(c.Place.Text) > len(in.PlaceWords.Text):
		in.PlaceWords = c.Place // "the village of Mabasele in Congo" after "Congo"
	}
	if in.Place != place {
		e.wide = r.wide(in.Place)
	}
	if in.Perpetrator < 0 {
		in.Perpetrator = c.PerpetratorEntity
	}
	if in.PlaceWords == nil {
		in.PlaceWords = c.Place
	}
	if in.TimeWords == nil {
		in.TimeWords, in.When, e.timeSet = c.Time, c.When, r.sets[i].time
	}
	if e.doer == nil && len(in.Claims) <= maxIncidents {
		e.doer, e.doerSet = c.Perpetrator, r.sets[i].doer
	}
	e.places |= placeMarks(c, r.sets[i].place)
	e.numbers |= numberMark(c)
	e.captives = e.captives || takesCaptives(c)
}

// kinship weighs whether claim i tells of incident k; away is the distance in
// sentences from the incident's latest claim, wide says that the claim's place
// can hold others.
func (r *reader) kinship(res *Result, k, i, away int, story, wide bool) int {
	in, c, e := &res.Incidents[k], &res.Claims[i], &r.events[k]
	s := 0
	if away <= nearby {
		s += near
	}
	if away == 0 {
		s += near
	}
	switch {
	case c.Place == nil || in.PlaceWords == nil:
		if away <= nearby {
			s += near
		}
	case e.places&placeMarks(c, r.sets[i].place) != 0 && r.placeOf(res, in, i):
		s += samePlace
	case c.PlaceEntity < 0 || in.Place < 0:
	case wide || e.wide:
		s -= near // a country holds many places
	default:
		s += otherPlace
	}
	freed := c.Outcome == Released && away <= nearby && e.captives && holdsCaptives(res, in)
	if freed {
		s += sameNumber // the end of the same story
	}
	switch {
	case freed:
	case c.When != nil && in.When != nil:
		switch {
		case e.until != nil && *e.until == *c.When:
			s += near // told of the day when captives were freed
		case c.When.From.After(in.When.To) || in.When.From.After(c.When.To):
			s += otherTime
		case c.When.Precision == in.When.Precision:
			s += sameTime
		}
	case c.Time == nil || in.TimeWords == nil:
	case (c.When != nil) != (in.When != nil) && r.published.IsZero():
		s += otherTime // a year of its own, and "on Monday" of an unknown one
	case r.share(r.sets[i].time, e.timeSet):
		s += sameTime
	default:
		s += otherTime / 2
	}
	if away > 0 && story {
		s += otherStory
	}
	if e.doer != nil && c.Perpetrator != nil && !freed {
		switch {
		case c.PerpetratorEntity >= 0 && c.PerpetratorEntity == in.Perpetrator:
			s += sameDoer
		case c.PerpetratorEntity >= 0 && in.Perpetrator >= 0 || !r.share(r.sets[i].doer, e.doerSet):
			s -= sameDoer
		}
	}
	if e.numbers&numberMark(c) != 0 && counts(res, in, c) {
		s += sameNumber
	}
	return s
}

// counts reports that a late claim of the incident has the number of c.
func counts(res *Result, in *Incident, c *Claim) bool {
	for _, j := range in.Claims[max(0, len(in.Claims)-maxIncidents):] {
		if d := &res.Claims[j]; d.Outcome == c.Outcome && d.Min != nil && *d.Min == *c.Min {
			return true
		}
	}
	return false
}

// numberMark is a bit for the outcome and number of a claim, 0 if it has none
// that could tell it from others: claims with other marks have other numbers.
func numberMark(c *Claim) uint64 {
	if c.Min == nil || *c.Min <= 1 {
		return 0
	}
	return mark(uint64(*c.Min)<<8 ^ uint64(c.Outcome[1]))
}

// placeMarks has a bit for each word of a claim's place and for its entity:
// claims without a mark in common share no place.
func placeMarks(c *Claim, words wordSet) uint64 {
	if c.PlaceEntity >= 0 {
		return words.marks | mark(uint64(c.PlaceEntity))
	}
	return words.marks
}

// placeOf reports that a late claim of the incident names the place of claim i.
func (r *reader) placeOf(res *Result, in *Incident, i int) bool {
	c := &res.Claims[i]
	for _, j := range in.Claims[max(0, len(in.Claims)-maxPlaces):] {
		d := &res.Claims[j]
		if d.Place == nil {
			continue
		}
		if c.PlaceEntity >= 0 && c.PlaceEntity == d.PlaceEntity || r.share(r.sets[i].place, r.sets[j].place) {
			return true
		}
	}
	return false
}

// holdsCaptives reports an incident in which people were taken.
func holdsCaptives(res *Result, in *Incident) bool {
	for _, i := range in.Claims[max(0, len(in.Claims)-maxIncidents):] {
		if takesCaptives(&res.Claims[i]) {
			return true
		}
	}
	return false
}

func takesCaptives(c *Claim) bool {
	return c.Outcome == Abducted || c.Outcome == Detained || c.Outcome == Missing
}

// wide reports a place that can hold others: a country or a region.
func (r *reader) wide(entity int) bool {
	e := &r.ents.Entities[entity]
	return strings.HasPrefix(e.ID, "country:") || e.Type == entities.Loc
}

// sum is a figure for one outcome: a claim, or those of one breath added up
// ("six priests and two women").
type sum struct {
	lo, hi   int
	open     bool // no upper end
	bottom   bool // no lower end: "up to 30"
	vague    bool
	replaced bool
	detail   bool // tells of one of the victims, or is less than sure
	general  bool // of people, not of some kind
	strength int
	trigger  int
}

// figures sums up an incident: per outcome the lowest, best and highest
// figure. Parts count with their whole. Details, vague and replaced figures
// bound nothing where the text gives plain ones.
func (r *reader) figures(res *Result, in *Incident, order []int, replaced []bool) {
	var sums []sum
	for _, o := range [...]Outcome{Killed, Injured, Missing, Abducted, Detained, Displaced, Released, Casualties} {
		fig := Figure{Outcome: o}
		sums = sums[:0]
		for _, i := range in.Claims {
			if c := &res.Claims[i]; c.Outcome == o {
				fig.Claims = append(fig.Claims, i)
				sums = r.addUp(sums, c, &r.found[order[i]], replaced[i])
			}
		}
		if len(fig.Claims) == 0 {
			continue
		}
		fig.Low, fig.Best, fig.High = extremes(plain(sums))
		in.Figures = append(in.Figures, fig)
	}
}

// addUp adds a claim to the sums of its incident; victims told apart in one
// breath are one sum.
func (r *reader) addUp(sums []sum, c *Claim, f *finding, replaced bool) []sum {
	if c.PartOf >= 0 || f.part {
		return sums
	}
	s := sum{vague: c.Vague, strength: r.strength(c), trigger: f.trigger[0], detail: c.Modality == Hedged || f.body, replaced: replaced, general: r.general(f)}
	switch {
	case c.Min != nil && c.Max != nil:
		s.lo, s.hi = *c.Min, *c.Max
	case c.Min != nil:
		s.lo, s.hi, s.open = *c.Min, *c.Min, true
	case c.Max != nil:
		s.hi, s.bottom = *c.Max, true
	}
	if n := len(sums); n > 0 && sums[n-1].trigger == s.trigger && f.replaces < 0 && !replaced && !sums[n-1].replaced {
		t := &sums[n-1]
		t.lo, t.hi, t.open, t.vague = t.lo+s.lo, t.hi+s.hi, t.open || s.open, t.vague && s.vague
		t.bottom, t.general = t.bottom && s.bottom, t.general || s.general
		return sums
	}
	return append(sums, s)
}

// general reports victims of no special kind: "people", "others", or none named.
func (r *reader) general(f *finding) bool {
	return f.victims[1] <= f.victims[0] || f.phrase.head < 0 || generalNouns[r.doc.Tokens[f.phrase.head].Lower]
}

// plain are the sums that bound an incident's figure: those that nothing
// replaced; of these, if there are any, those that count all of the victims.
func plain(sums []sum) []sum {
	most, all := 0, 0 // of any figure, of those for people of every kind
	for k := range sums {
		if s := &sums[k]; !s.replaced && !s.detail {
			most = max(most, s.lo, s.hi)
			if s.general {
				all = max(all, s.lo, s.hi)
			}
		}
	}
	keep := func(ok func(s *sum) bool) {
		n := 0
		for k := range sums {
			if ok(&sums[k]) {
				sums[n] = sums[k]
				n++
			}
		}
		if n > 0 {
			sums = sums[:n]
		}
	}
	keep(func(s *sum) bool { return !s.replaced })
	keep(func(s *sum) bool { return !s.detail && (most <= 1 || s.lo != 1 || s.hi != 1) })
	keep(func(s *sum) bool { return s.general || max(s.lo, s.hi) >= all }) // "injured two firefighters" among 30 people
	keep(func(s *sum) bool { return !s.vague })
	return sums
}

// extremes are the lowest, the best and the highest of the sums; nil for an
// open end. The best is the latest of the strongest source.
func extremes(sums []sum) (low, best, high *int) {
	if len(sums) == 0 {
		return nil, nil, nil
	}
	least, most, open, bottom := -1, -1, false, false
	at := 0
	for k, s := range sums {
		if least < 0 || s.lo < least {
			least = s.lo
		}
		bottom = bottom || s.bottom
		if s.hi > most {
			most, open = s.hi, s.open
		} else if s.hi == most && s.open {
			open = true
		}
		if s.strength >= sums[at].strength {
			at = k
		}
	}
	best = new(sums[at].lo)
	if sums[at].lo == 0 {
		best = new(sums[at].hi)
	}
	if !bottom {
		low = new(least)
	}
	if !open {
		high = new(most)
	}
	return low, best, high
}

// strength ranks whose word a figure is: institutions that take no side first.
func (r *reader) strength(c *Claim) int {
	if c.Source < 0 || c.Source >= len(r.said.Sources) {
		return 0
	}
	s := &r.said.Sources[c.Source]
	n := 1
	switch s.Kind {
	case quotes.Organization:
		n = 3
	case quotes.Named:
		n = 2
	}
	if s.Party {
		n--
	}
	return n
}
