package extract

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/quotes"
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
	otherPeriod  = -6
	joins        = 2  // the least that joins a claim to an incident
	nearby       = 2  // sentences
	maxIncidents = 64 // how many of the latest incidents and claims a claim is compared with
)

// incidents groups the claims by event. Claims that count a war, deny or only
// imagine stay out.
func (r *reader) incidents(res *Result, order []int) {
	last := []int{} // by incident: the sentence of its latest claim
	for i := range res.Claims {
		c := &res.Claims[i]
		f := &r.found[order[i]]
		if c.Modality == Hypothetical || c.Modality == Denied || c.Cumulative || c.Min != nil && *c.Min >= bigTotal {
			continue
		}
		best, score := -1, joins-1
		if c.PartOf >= 0 && c.PartOf < i && res.Claims[c.PartOf].Incident >= 0 {
			best = res.Claims[c.PartOf].Incident
		} else {
			for k := len(res.Incidents) - 1; k >= max(0, len(res.Incidents)-maxIncidents); k-- {
				if s := r.kinship(res, k, i, f.sentence-last[k]); s > score {
					best, score = k, s
				}
			}
		}
		if best < 0 {
			best = len(res.Incidents)
			res.Incidents = append(res.Incidents, Incident{Place: -1, Perpetrator: -1})
			last = append(last, 0)
		}
		in := &res.Incidents[best]
		last[best] = f.sentence
		c.Incident = best
		in.Claims = append(in.Claims, i)
		if in.Place < 0 && c.PlaceEntity >= 0 {
			in.Place = c.PlaceEntity
		}
		if in.Perpetrator < 0 {
			in.Perpetrator = c.PerpetratorEntity
		}
		if in.PlaceWords == nil {
			in.PlaceWords = c.Place
		}
		if in.TimeWords == nil {
			in.TimeWords, in.When = c.Time, c.When
		}
	}
	for k := range res.Incidents {
		r.figures(res, &res.Incidents[k], order)
	}
}

// kinship weighs whether claim i tells of incident k; away is the distance in
// sentences from the incident's latest claim.
func (r *reader) kinship(res *Result, k, i, away int) int {
	in, c := &res.Incidents[k], &res.Claims[i]
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
	case c.PlaceEntity >= 0 && c.PlaceEntity == in.Place || shareWord(c.Place.Text, in.PlaceWords.Text):
		s += samePlace
	case c.PlaceEntity < 0 || in.Place < 0 || r.holds(c.PlaceEntity, in.Place):
	default:
		s += otherPlace
	}
	switch {
	case c.When != nil && in.When != nil:
		if c.When.From.After(in.When.To) || in.When.From.After(c.When.To) {
			s += otherTime
		} else if c.When.Precision == in.When.Precision {
			s += sameTime
		}
	case c.Time == nil || in.TimeWords == nil:
	case shareWord(c.Time.Text, in.TimeWords.Text):
		s += sameTime
	default:
		s += otherTime / 2
	}
	if c.PerpetratorEntity >= 0 && in.Perpetrator >= 0 {
		if c.PerpetratorEntity == in.Perpetrator {
			s += sameDoer
		} else {
			s -= sameDoer
		}
	}
	for _, j := range in.Claims[max(0, len(in.Claims)-maxIncidents):] {
		d := &res.Claims[j]
		if d.Outcome == c.Outcome && d.Min != nil && c.Min != nil && *d.Min == *c.Min && *c.Min > 1 {
			s += sameNumber
			break
		}
	}
	return s
}

// holds reports that one of two places can hold the other: a country or a
// region.
func (r *reader) holds(a, b int) bool {
	x, y := &r.ents.Entities[a], &r.ents.Entities[b]
	return strings.HasPrefix(x.ID, "country:") || strings.HasPrefix(y.ID, "country:") || x.Type == entities.Loc || y.Type == entities.Loc
}

// shareWord reports that two descriptions share a word that names something.
func shareWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		w = strings.ToLower(strings.Trim(w, ".,'’\""))
		if len(w) < 4 || placeNouns[w] {
			continue
		}
		for v := range strings.FieldsSeq(b) {
			if strings.ToLower(strings.Trim(v, ".,'’\"")) == w {
				return true
			}
		}
	}
	return false
}

// figures sums up an incident: per outcome the lowest, best and highest
// figure. Victims told apart in one breath ("six priests and two women") are
// added up; parts count with their whole.
func (r *reader) figures(res *Result, in *Incident, order []int) {
	type sum struct {
		lo, hi   int
		open     bool // no upper end
		bottom   bool // no lower end: "up to 30"
		vague    bool
		strength int
		replaced bool
		trigger  int
	}
	for _, o := range [...]Outcome{Killed, Injured, Missing, Abducted, Detained, Displaced, Released, Casualties} {
		fig := Figure{Outcome: o}
		var sums []sum
		for _, i := range in.Claims {
			c := &res.Claims[i]
			if c.Outcome != o {
				continue
			}
			fig.Claims = append(fig.Claims, i)
			if c.PartOf >= 0 {
				continue
			}
			s := sum{vague: c.Vague, strength: r.strength(c), trigger: c.Trigger.Start}
			switch {
			case c.Min != nil && c.Max != nil:
				s.lo, s.hi = *c.Min, *c.Max
			case c.Min != nil:
				s.lo, s.hi, s.open = *c.Min, *c.Min, true
			case c.Max != nil:
				s.hi, s.bottom = *c.Max, true
			}
			if n := len(sums); n > 0 && sums[n-1].trigger == s.trigger && r.found[order[i]].replaces < 0 {
				t := &sums[n-1]
				t.lo, t.hi, t.open, t.vague = t.lo+s.lo, t.hi+s.hi, t.open || s.open, t.vague && s.vague
				t.bottom = t.bottom && s.bottom
				continue
			}
			sums = append(sums, s)
		}
		for _, i := range fig.Claims {
			if p := res.Claims[i].Replaces; p >= 0 {
				for k := range sums {
					if sums[k].trigger == res.Claims[p].Trigger.Start {
						sums[k].replaced = true
					}
				}
			}
		}
		if len(fig.Claims) == 0 {
			continue
		}
		best := -1
		low, high, open, bottom := -1, -1, false, false
		for k, s := range sums {
			if low < 0 || s.lo < low {
				low = s.lo
			}
			bottom = bottom || s.bottom
			if s.hi > high {
				high, open = s.hi, s.open
			} else if s.hi == high && s.open {
				open = true
			}
			if s.replaced {
				continue
			}
			if best < 0 || s.vague == sums[best].vague && s.strength >= sums[best].strength || sums[best].vague && !s.vague {
				best = k
			}
		}
		if best >= 0 {
			s := sums[best]
			n := s.lo
			if n == 0 {
				n = s.hi
			}
			fig.Best = new(n)
			if !bottom {
				fig.Low = new(low)
			}
			if !open {
				fig.High = new(high)
			}
		}
		in.Figures = append(in.Figures, fig)
	}
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
