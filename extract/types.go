package extract

import (
	"time"

	"github.com/dateline-go/dateline/span"
)

// Outcome is what people suffered.
type Outcome string

const (
	Killed     Outcome = "killed"
	Injured    Outcome = "injured"
	Missing    Outcome = "missing"
	Abducted   Outcome = "abducted"
	Detained   Outcome = "detained"
	Displaced  Outcome = "displaced"
	Released   Outcome = "released"   // freed, rescued
	Casualties Outcome = "casualties" // dead and injured not told apart
)

// VictimClass is who the victims are, as far as the text says.
type VictimClass string

const (
	UnknownVictim VictimClass = ""
	Civilian      VictimClass = "civilian"
	Combatant     VictimClass = "combatant" // soldiers, fighters; see Claim.Side
	Police        VictimClass = "police"
	Official      VictimClass = "official"
	Journalist    VictimClass = "journalist"
	AidWorker     VictimClass = "aid worker" // also medical staff
	Child         VictimClass = "child"
	Woman         VictimClass = "woman"
)

// Modality is how firmly the text states a claim.
type Modality string

const (
	Stated       Modality = ""             // plainly
	Hedged       Modality = "hedged"       // may have, reportedly, feared
	Alleged      Modality = "alleged"      // claimed by a party
	Denied       Modality = "denied"       // said not to be so
	Hypothetical Modality = "hypothetical" // would, if: not counted in incidents
)

// Claim is one statement of how many people suffered an outcome. Every span
// holds the words that a field rests on.
type Claim struct {
	Outcome Outcome `json:"outcome"`
	// Min and Max bound the number; nil is an open end. "at least 12" is 12
	// and nil, "dozens" 24 and nil, "no casualties" 0 and 0.
	Min *int `json:"min"`
	Max *int `json:"max"`
	// Approximate: "about 40". Vague: no number at all ("dozens", "several").
	Approximate bool `json:"approximate,omitempty"`
	Vague       bool `json:"vague,omitempty"`

	Count       span.Span  `json:"count"`                 // the words of the quantity
	Trigger     span.Span  `json:"trigger"`               // the words that state the outcome
	Victims     *span.Span `json:"victims,omitempty"`     // who suffered it
	Perpetrator *span.Span `json:"perpetrator,omitempty"` // who did it, as the text has it
	Place       *span.Span `json:"place,omitempty"`
	Time        *span.Span `json:"time,omitempty"`
	Weapon      *span.Span `json:"weapon,omitempty"` // weapon or cause
	Reporter    *span.Span `json:"source,omitempty"` // who reports the figure

	Class    VictimClass `json:"victim_class,omitempty"`
	Side     string      `json:"side,omitempty"` // the victims' force or group
	Names    []Person    `json:"names,omitempty"`
	Modality Modality    `json:"modality,omitempty"`

	// Cumulative claims count several events over a period.
	Cumulative bool `json:"cumulative,omitempty"`
	// PartOf is the claim of which this one counts a part ("including two
	// children"), Replaces the earlier figure this one updates: indices into
	// Result.Claims, -1 for none.
	PartOf   int `json:"part_of"`
	Replaces int `json:"replaces"`

	// Indices, -1 for none: of the place and the perpetrator in the entities'
	// Result.Entities, of the source in the quotes' Result.Sources, of the
	// incident in Result.Incidents.
	PlaceEntity       int `json:"place_entity"`
	PerpetratorEntity int `json:"perpetrator_entity"`
	Source            int `json:"source_id"`
	Incident          int `json:"incident"`

	// When is the normalised time, nil if the text gives none that can be.
	When *Interval `json:"when,omitempty"`
}

// Person is a victim whom the text names.
type Person struct {
	Name span.Span `json:"name"`
	Age  int       `json:"age,omitempty"` // in years, 0 if not given
}

// Precision is the unit in which a time is known.
type Precision string

const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
	Range Precision = "range" // from one date to another
)

// Interval is a normalised time: the days From to To, both included, in the
// article's own calendar (UTC dates without a time of day).
type Interval struct {
	From      time.Time `json:"from"`
	To        time.Time `json:"to"`
	Precision Precision `json:"precision"`
}

// Figure is the number of people with one outcome in an incident over all
// claims: the lowest, the best (the latest figure of the strongest source) and
// the highest; nil for an open end.
type Figure struct {
	Outcome Outcome `json:"outcome"`
	Low     *int    `json:"low"`
	Best    *int    `json:"best"`
	High    *int    `json:"high"`
	Claims  []int   `json:"claims"` // indices into Result.Claims
}

// Incident is an event told in the text with every claim about it.
type Incident struct {
	Place       int        `json:"place"`       // index into the entities, -1 for none
	Perpetrator int        `json:"perpetrator"` // index into the entities, -1 for none
	PlaceWords  *span.Span `json:"place_words,omitempty"`
	When        *Interval  `json:"when,omitempty"`
	TimeWords   *span.Span `json:"time_words,omitempty"`
	Figures     []Figure   `json:"figures"`
	Claims      []int      `json:"claims"` // indices into Result.Claims
}

// Result holds a text's claims in text order and the incidents they speak of.
type Result struct {
	Claims    []Claim    `json:"claims"`
	Incidents []Incident `json:"incidents"`
}
