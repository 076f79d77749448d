package dateline

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
)

// Schema names the JSON form of an [Analysis]. It changes only when a field
// changes its meaning or goes away; new fields do not change it.
const Schema = "dateline/1"

// Analysis is everything found in one article. Spans are bytes of Text; fields
// that are indices point into the slices beside them.
type Analysis struct {
	Schema    string             `json:"schema"`
	ID        string             `json:"id,omitempty"`
	Text      string             `json:"text"`
	Mentions  []entities.Mention `json:"mentions"`  // in text order
	Entities  []entities.Entity  `json:"entities"`  // in the order of their first mention
	Quotes    []quotes.Quote     `json:"quotes"`    // in text order
	Sources   []quotes.Source    `json:"sources"`   // in the order in which they first speak
	Claims    []extract.Claim    `json:"claims"`    // in text order
	Incidents []extract.Incident `json:"incidents"` // in the order of their first claim
}
