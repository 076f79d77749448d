package entities

import "github.com/dateline-go/dateline/span"

// Type is what a name names. The labels are those of OntoNotes.
type Type string

const (
	Person Type = "PERSON" // a person's name, without title or rank
	Org    Type = "ORG"    // company, agency, ministry, army, party, armed group, medium
	GPE    Type = "GPE"    // country, province, district, city, village
	Loc    Type = "LOC"    // river, mountains, sea, region without a government
	Fac    Type = "FAC"    // building, base, road, bridge, airport, hospital
	Norp   Type = "NORP"   // nationality, religion, ethnic or political group
	Event  Type = "EVENT"  // named operation, war, battle, storm
)

// Types lists all types in the order in which they are documented.
var Types = [...]Type{Person, Org, GPE, Loc, Fac, Norp, Event}

// IsPlace reports GPE, LOC and FAC.
func (t Type) IsPlace() bool { return t == GPE || t == Loc || t == Fac }

// Subtype says more about an ORG where that is known; else it is empty.
type Subtype string

const (
	ArmedGroup    Subtype = "armed group"
	SecurityForce Subtype = "security force"
	Media         Subtype = "media"
	Government    Subtype = "government"
	Party         Subtype = "party"
	Company       Subtype = "company"
	NGO           Subtype = "ngo"
)

// Mention is one occurrence of a name.
type Mention struct {
	span.Span
	Type   Type `json:"type"`
	Entity int  `json:"entity"` // index into Result.Entities
	// Title is the title or rank that stands before a person's name ("Col.").
	Title *span.Span `json:"title,omitempty"`
	// Role is what the text says a person is ("commander of the northern sector").
	Role *span.Span `json:"role,omitempty"`
	// Confidence is the probability that span and type are right (places of all
	// three types as one), above 0 and up to 1 and good to .01, or 0 where none
	// was estimated: names from a [WithGazetteer], [WithModel] or [WithFinder].
	// It is calibrated on news; on other text names are right less often.
	Confidence float64 `json:"confidence,omitempty"`

	First int `json:"-"` // index of the first token
	Last  int `json:"-"` // index behind the last token
}

// Entity is one thing and all its names in the text.
type Entity struct {
	// ID is the same for a known thing in every article ("country:IQ",
	// "geonames:98182", "org:islamic-state"); for others it is made of type
	// and name and holds within one article.
	ID      string   `json:"id"`
	Name    string   `json:"name"` // canonical name
	Type    Type     `json:"type"`
	Subtype Subtype  `json:"subtype,omitempty"`
	Aliases []string `json:"aliases,omitempty"` // the different forms in the text, in order
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-2, of places and nationalities
	Point   *Point   `json:"point,omitempty"`   // where a known place is
	Gender  Gender   `json:"gender,omitempty"`  // of a person, from titles, pronouns and given name
	// Mentions are indices into Result.Mentions, in text order.
	Mentions []int `json:"mentions"`
}

// Point is a place on the globe in degrees (WGS 84).
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Gender is a person's grammatical gender as the text shows it.
type Gender string

const (
	Unknown Gender = ""
	Male    Gender = "male"
	Female  Gender = "female"
)

// Result holds a text's mentions in text order and its entities in the order
// of their first mention.
type Result struct {
	Mentions []Mention `json:"mentions"`
	Entities []Entity  `json:"entities"`
}

// Of is the entity behind a mention.
func (r *Result) Of(m *Mention) *Entity { return &r.Entities[m.Entity] }

// AtToken is the index of the mention that covers the token, or -1. It
// searches in logarithmic time.
func (r *Result) AtToken(token int) int {
	lo, hi := 0, len(r.Mentions)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if r.Mentions[mid].Last > token {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(r.Mentions) && r.Mentions[lo].First <= token {
		return lo
	}
	return -1
}
