package annotated

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
)

// SourceKinds lists the kinds of source from the firmest on.
var SourceKinds = [...]quotes.SourceKind{quotes.Named, quotes.Organization, quotes.Anonymous, quotes.NoSource}

// Mark is a sign that tells the kinds of source apart without colour.
func Mark(kind quotes.SourceKind) string {
	switch kind {
	case quotes.Named:
		return "●"
	case quotes.Organization:
		return "■"
	case quotes.Anonymous:
		return "◇"
	}
	return "○"
}

// Title is the article's first line, which is its headline if it has one,
// shortened to a number of characters.
func Title(a *dateline.Analysis, longest int) string {
	first, _, _ := strings.Cut(strings.TrimSpace(a.Text), "\n")
	if first = strings.TrimSpace(first); first == "" {
		return "(empty article)"
	}
	return shorten(first, longest)
}

func shorten(s string, longest int) string {
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	return strings.TrimRight(string(runes[:longest-1]), " ") + "…"
}

// OtherNames are the forms of an entity besides its canonical name.
func OtherNames(e *entities.Entity) []string {
	return slices.DeleteFunc(slices.Clone(e.Aliases), func(s string) bool { return strings.EqualFold(s, e.Name) })
}

// Anonymity is the words that say why a source is not named.
func Anonymity(a *dateline.Analysis, s *quotes.Source) string {
	if s.Anonymity != nil {
		return s.Anonymity.Text
	}
	for _, q := range s.Quotes {
		if words := a.Quotes[q].Anonymity; words != nil {
			return words.Text
		}
	}
	return ""
}

// Said is a quote's content without the attribution that interrupts it.
func Said(q *quotes.Quote) string {
	if len(q.Pieces) == 0 {
		return q.Content.Text
	}
	pieces := make([]string, len(q.Pieces))
	for i, s := range q.Pieces {
		pieces[i] = s.Text
	}
	return strings.Join(pieces, " … ")
}

// Whereabouts is an incident's place as well as it is known.
func Whereabouts(a *dateline.Analysis, in *extract.Incident) string {
	switch {
	case in.Place >= 0:
		return a.Entities[in.Place].Name
	case in.PlaceWords != nil:
		return in.PlaceWords.Text
	}
	return "Place not given"
}

// Bounds prints a number with open ends: "9", "9+", "10–12", "up to 30".
func Bounds(low, high *int) string {
	switch {
	case low == nil && high == nil:
		return "?"
	case high == nil:
		return strconv.Itoa(*low) + "+"
	case low == nil:
		return "up to " + strconv.Itoa(*high)
	case *low == *high:
		return strconv.Itoa(*low)
	}
	return strconv.Itoa(*low) + "–" + strconv.Itoa(*high)
}
