package runner

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/terminal"
	"github.com/dateline-go/dateline/quotes"
)

// Summary is what a run found, and the content of summary.json.
type Summary struct {
	Articles  int64   `json:"articles"`
	Errors    int64   `json:"errors"` // dead letters
	Ignored   int64   `json:"ignored"`
	Seconds   float64 `json:"seconds"` // of all runs together
	Claims    int64   `json:"claims"`
	Incidents int64   `json:"incidents"`
	// ClaimsBySource counts claims by outcome and kind of source.
	ClaimsBySource map[extract.Outcome]map[quotes.SourceKind]int64 `json:"claims_by_source"`
	// ByPlaceAndMonth counts incidents, the most first.
	ByPlaceAndMonth []PlaceMonth `json:"incidents_by_place_and_month"`
	// AnonymousOnly are the figures that rest on anonymous sources alone, at
	// most 10,000 of them; the table of figures has all.
	AnonymousOnly      []AnonymousFigure `json:"anonymous_only"`
	AnonymousOnlyCount int64             `json:"anonymous_only_count"`
	Events             *EventSummary     `json:"events,omitempty"`
}

// PlaceMonth counts the incidents of a place in a month; each is empty where
// it is not known.
type PlaceMonth struct {
	Key       string `json:"key"`
	Place     string `json:"place"`
	Country   string `json:"country"`
	Month     string `json:"month"` // yyyy-mm
	Incidents int64  `json:"incidents"`
}

// AnonymousFigure is a figure on anonymous word alone.
type AnonymousFigure struct {
	Article int64           `json:"article"`
	ID      string          `json:"id"`
	Place   string          `json:"place"`
	Outcome extract.Outcome `json:"outcome"`
	Figure  string          `json:"figure"`
	Words   string          `json:"words"`
	Source  string          `json:"source"`
}

// EventSummary counts the events.
type EventSummary struct {
	Events         int64 `json:"events"`
	SeveralOutlets int64 `json:"several_outlets"` // reported by more than one
}

const maxAnonymous = 10_000

// workNote is what the summary and the events need of an article: a line of
// work.jsonl.
type workNote struct {
	Claims  map[extract.Outcome]map[quotes.SourceKind]int64 `json:"claims,omitempty"`
	Reports []crossdoc.Report                               `json:"reports,omitempty"`
}

func note(a *dateline.Analysis, reports []crossdoc.Report) *workNote {
	n := &workNote{Reports: reports}
	for i := range a.Claims {
		c := &a.Claims[i]
		if n.Claims == nil {
			n.Claims = map[extract.Outcome]map[quotes.SourceKind]int64{}
		}
		if n.Claims[c.Outcome] == nil {
			n.Claims[c.Outcome] = map[quotes.SourceKind]int64{}
		}
		n.Claims[c.Outcome][kindOf(a, c.Source)]++
	}
	return n
}

// sumUp reads the notes of all articles, and keeps the reports if events are
// wanted.
func (r *run) sumUp(ctx context.Context) (*Summary, []crossdoc.Report, error) {
	s := &Summary{
		Articles: r.state.Articles, Errors: r.state.Errors, Ignored: r.state.Input.Ignored, Seconds: r.state.Seconds,
		ClaimsBySource: map[extract.Outcome]map[quotes.SourceKind]int64{}, ByPlaceAndMonth: []PlaceMonth{}, AnonymousOnly: []AnonymousFigure{},
	}
	months := map[PlaceMonth]int64{}
	var reports []crossdoc.Report
	err := r.notes(ctx, func(n *workNote) {
		for outcome, kinds := range n.Claims {
			if s.ClaimsBySource[outcome] == nil {
				s.ClaimsBySource[outcome] = map[quotes.SourceKind]int64{}
			}
			for kind, count := range kinds {
				s.ClaimsBySource[outcome][kind] += count
				s.Claims += count
			}
		}
		for i := range n.Reports {
			s.add(&n.Reports[i], months)
		}
		if r.Events {
			reports = append(reports, n.Reports...)
		}
	})
	if err != nil {
		return nil, nil, err
	}
	for pm, count := range months {
		pm.Incidents = count
		s.ByPlaceAndMonth = append(s.ByPlaceAndMonth, pm)
	}
	slices.SortFunc(s.ByPlaceAndMonth, func(a, b PlaceMonth) int {
		return cmp.Or(cmp.Compare(b.Incidents, a.Incidents), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Month, b.Month))
	})
	return s, reports, nil
}

func (s *Summary) add(r *crossdoc.Report, months map[PlaceMonth]int64) {
	s.Incidents++
	pm := PlaceMonth{Key: r.Place.Key, Place: r.Place.Name, Country: r.Place.Country}
	if r.When != nil && r.When.Precision != extract.Year && r.When.From.Year() == r.When.To.Year() && r.When.From.Month() == r.When.To.Month() {
		pm.Month = r.When.From.Format("2006-01")
	}
	months[pm]++
	for _, f := range r.Figures {
		if !f.AnonymousOnly {
			continue
		}
		s.AnonymousOnlyCount++
		if len(s.AnonymousOnly) < maxAnonymous {
			s.AnonymousOnly = append(s.AnonymousOnly, AnonymousFigure{r.Number, r.Article, r.Place.Name, f.Outcome, f.String(), f.Words.Text, f.Source})
		}
	}
}

func loadSummary(root *os.Root) (*Summary, error) {
	content, err := root.ReadFile(summaryFile)
	if err != nil {
		return nil, fmt.Errorf("the run is complete, but its summary cannot be read: %w", err)
	}
	var s Summary
	if err := json.Unmarshal(content, &s); err != nil {
		return nil, fmt.Errorf("%s is damaged: %w", summaryFile, err)
	}
	return &s, nil
}

var (
	sourceKinds = [...]quotes.SourceKind{quotes.Named, quotes.Organization, quotes.Anonymous, quotes.NoSource}
	outcomes    = [...]extract.Outcome{
		extract.Killed, extract.Injured, extract.Missing, extract.Abducted, extract.Detained,
		extract.Displaced, extract.Released, extract.Casualties,
	}
)

const shownRows = 15

// Print writes the summary for people. Words from articles cannot steer the
// terminal.
func (s *Summary) Print(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintf(w, "%d articles, %d claims, %d incidents", s.Articles, s.Claims, s.Incidents)
	if s.Events != nil {
		fmt.Fprintf(w, ", %d events (%d reported by several outlets)", s.Events.Events, s.Events.SeveralOutlets)
	}
	fmt.Fprintln(w)
	if s.Errors > 0 {
		fmt.Fprintf(w, "%d could not be read: see %s\n", s.Errors, errorsFile)
	}
	if s.Ignored > 0 {
		fmt.Fprintf(w, "%d files of other kinds ignored\n", s.Ignored)
	}
	fmt.Fprintf(w, "\nCLAIMS BY SOURCE\n  %-12s", "")
	for _, kind := range sourceKinds {
		fmt.Fprintf(w, "%14s", kind)
	}
	fmt.Fprintln(w)
	for _, outcome := range outcomes {
		kinds := s.ClaimsBySource[outcome]
		if kinds == nil {
			continue
		}
		fmt.Fprintf(w, "  %-12s", outcome)
		for _, kind := range sourceKinds {
			fmt.Fprintf(w, "%14d", kinds[kind])
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "\nINCIDENTS BY PLACE AND MONTH\n")
	for i, pm := range s.ByPlaceAndMonth {
		if i == shownRows {
			fmt.Fprintf(w, "  and %d more: see %s\n", len(s.ByPlaceAndMonth)-i, summaryFile)
			break
		}
		place := cmp.Or(terminal.Clean(pm.Place), "place not known")
		if pm.Country != "" {
			place += ", " + pm.Country
		}
		fmt.Fprintf(w, "  %6d  %-8s  %s\n", pm.Incidents, cmp.Or(pm.Month, "undated"), place)
	}
	fmt.Fprintf(w, "\nFIGURES ON ANONYMOUS WORD ALONE (%d)\n", s.AnonymousOnlyCount)
	for i, f := range s.AnonymousOnly {
		if i == shownRows {
			fmt.Fprintf(w, "  and %d more: see the table of figures\n", s.AnonymousOnlyCount-int64(i))
			break
		}
		place := cmp.Or(f.Place, "place not known")
		fmt.Fprintf(w, "  %s: %s %s, “%s” (%s)\n", terminal.Clean(f.ID), terminal.Clean(place), f.Outcome, terminal.Clean(short(f.Words)), terminal.Clean(short(f.Source)))
	}
	return w.Flush()
}

func short(s string) string {
	if runes := []rune(s); len(runes) > 60 {
		return strings.TrimSpace(string(runes[:59])) + "…"
	}
	return s
}
