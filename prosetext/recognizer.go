package prosetext

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/text"
)

// types maps prose's labels to ours; its GSP is a place with a government.
var types = map[string]entities.Type{
	"PERSON": entities.Person, "ORGANIZATION": entities.Org, "GPE": entities.GPE,
	"GSP": entities.GPE, "LOCATION": entities.Loc, "FACILITY": entities.Fac,
}

// Recognize finds names with prose's recognizer, for comparison with ours.
// Every mention is an entity of its own: prose does not link.
func Recognize(doc *text.Document) *entities.Result {
	result := &entities.Result{}
	for _, s := range doc.Sentences {
		for first := s.First; first < s.Last; {
			last := min(first+maxTagged, s.Last)
			recognize(result, doc, first, last)
			first = last
		}
	}
	return result
}

func recognize(result *entities.Result, doc *text.Document, first, last int) {
	joined, at := spell(doc.Tokens[first:last])
	// The chunker never flushes at the end: a full stop makes it.
	found := run(joined+" .", true)
	if found == nil {
		return
	}
	from := 0
	for _, e := range found.Entities() {
		kind, ok := types[e.Label]
		// An entity's text is prose's tokens joined by blanks.
		i := strings.Index(joined[from:], e.Text)
		if !ok || i < 0 {
			continue
		}
		start := from + i
		end := start + len(e.Text)
		from = end
		a, b := -1, -1
		for k, p := range at {
			if p == start {
				a = k
			}
			if p < end {
				b = k + 1
			}
		}
		if a < 0 {
			continue
		}
		m := entities.Mention{Span: doc.Span(first+a, first+b), Type: kind, Entity: len(result.Entities), First: first + a, Last: first + b}
		result.Mentions = append(result.Mentions, m)
		result.Entities = append(result.Entities, entities.Entity{Name: m.Text, Type: kind, Mentions: []int{len(result.Mentions) - 1}})
	}
}
