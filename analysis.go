package dateline

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
)

// Schema names the JSON form of an [Analysis]. It changes only when a field
// changes its meaning or goes away; new fields do not change it.
const Schema = "dateline/1"

// Analysis is everything found in one article. Fields that are indices point
// into the slices beside them; -1 points nowhere. It is meant to be read, not
// changed, and may then be shared between goroutines.
type Analysis struct {
	Schema string `json:"schema"`
	// Offsets is what the spans count: bytes, unless [Analysis.In] made it.
	Offsets   span.Unit          `json:"offsets"`
	ID        string             `json:"id,omitempty"`
	Text      string             `json:"text"`
	Mentions  []entities.Mention `json:"mentions"`  // in text order
	Entities  []entities.Entity  `json:"entities"`  // in the order of their first mention
	Quotes    []quotes.Quote     `json:"quotes"`    // in text order
	Sources   []quotes.Source    `json:"sources"`   // in the order in which they first speak
	Claims    []extract.Claim    `json:"claims"`    // in text order
	Incidents []extract.Incident `json:"incidents"` // in the order of their first claim
	// Tokens and Sentences are there only if [WithTokens] asked for them, in text
	// order.
	Tokens    []token.Token    `json:"tokens,omitempty"`
	Sentences []token.Sentence `json:"sentences,omitempty"`

	bytes *Analysis // what this one was converted from
}

func newAnalysis(article Article, doc *text.Document, ents *entities.Result, said *quotes.Result, claims *extract.Result) *Analysis {
	return &Analysis{
		Schema: Schema, ID: article.ID, Text: doc.Text,
		Mentions: list(ents.Mentions), Entities: list(ents.Entities),
		Quotes: list(said.Quotes), Sources: list(said.Sources),
		Claims: list(claims.Claims), Incidents: list(claims.Incidents),
	}
}

// list makes "nothing found" an empty array in JSON, not null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
