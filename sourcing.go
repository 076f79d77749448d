package dateline

import (
	"slices"

	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
)

// Sourcing says on whose word an article rests.
type Sourcing struct {
	Sources KindCount `json:"sources"` // the speakers
	Quotes  KindCount `json:"quotes"`  // by their source
	Claims  KindCount `json:"claims"`  // casualty claims, by who reports them
	// Reasons counts the anonymous sources by why they are not named.
	Reasons map[quotes.Reason]int `json:"reasons,omitempty"`
	// AnonymousOnly lists the figures of incidents that nobody but anonymous
	// sources report.
	AnonymousOnly []FigureRef `json:"anonymous_only,omitempty"`
}

// KindCount counts by kind of source.
type KindCount struct {
	Named        int `json:"named"`
	Organization int `json:"organization"`
	Anonymous    int `json:"anonymous"`
	None         int `json:"none"`
}

// Total is the sum over all kinds.
func (c KindCount) Total() int { return c.Named + c.Organization + c.Anonymous + c.None }

// Of is the count of one kind.
func (c KindCount) Of(kind quotes.SourceKind) int {
	switch kind {
	case quotes.Named:
		return c.Named
	case quotes.Organization:
		return c.Organization
	case quotes.Anonymous:
		return c.Anonymous
	}
	return c.None
}

func (c *KindCount) add(kind quotes.SourceKind) {
	switch kind {
	case quotes.Named:
		c.Named++
	case quotes.Organization:
		c.Organization++
	case quotes.Anonymous:
		c.Anonymous++
	default:
		c.None++
	}
}

// FigureRef points to Analysis.Incidents[Incident].Figures[Figure].
type FigureRef struct {
	Incident int             `json:"incident"`
	Figure   int             `json:"figure"`
	Outcome  extract.Outcome `json:"outcome"`
}

// Sourcing counts the article's sources, quotes and claims by the kind of
// source, and names the figures that rest on anonymous sources alone. What people
// are only told to want or support ([quotes.Quote.Attitude]) does not count.
func (a *Analysis) Sourcing() Sourcing {
	var s Sourcing
	for i := range a.Sources {
		source := &a.Sources[i]
		if !a.speaks(source) {
			continue
		}
		s.Sources.add(source.Kind)
		if source.Kind == quotes.Anonymous {
			if s.Reasons == nil {
				s.Reasons = map[quotes.Reason]int{}
			}
			reason := source.Reason
			if reason == "" {
				reason = quotes.Unstated
			}
			s.Reasons[reason]++
		}
	}
	for i := range a.Quotes {
		if !a.Quotes[i].Attitude {
			s.Quotes.add(a.kindOf(a.Quotes[i].Source))
		}
	}
	kinds := make([]quotes.SourceKind, len(a.Claims))
	for i := range a.Claims {
		kinds[i] = a.kindOf(a.Claims[i].Source)
		s.Claims.add(kinds[i])
	}
	for i := range a.Incidents {
		for j, f := range a.Incidents[i].Figures {
			only := len(f.Claims) > 0
			for _, c := range f.Claims {
				only = only && kinds[c] == quotes.Anonymous
			}
			if only {
				s.AnonymousOnly = append(s.AnonymousOnly, FigureRef{i, j, f.Outcome})
			}
		}
	}
	return s
}

func (a *Analysis) kindOf(source int) quotes.SourceKind {
	if source < 0 || source >= len(a.Sources) {
		return quotes.NoSource
	}
	return a.Sources[source].Kind
}

// speaks reports a source of whom more is told than attitudes.
func (a *Analysis) speaks(source *quotes.Source) bool {
	return len(source.Quotes) == 0 || slices.ContainsFunc(source.Quotes, func(i int) bool { return !a.Quotes[i].Attitude })
}
