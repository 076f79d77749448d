package crossdoc

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"time"

	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
)

// Event is an incident with all reports of it.
type Event struct {
	// ID is made of the day, the place and the earliest report: it stays the
	// same while later reports are added.
	ID          string            `json:"id"`
	Place       Place             `json:"place,omitzero"` // the finest that a report gives
	When        *extract.Interval `json:"when,omitempty"`
	Perpetrator string            `json:"perpetrator,omitempty"` // the key most reports give
	Causes      []string          `json:"causes,omitempty"`
	Sites       []string          `json:"sites,omitempty"`
	Outlets     []string          `json:"outlets"` // in alphabetical order
	Figures     []EventFigure     `json:"figures"` // in the order of extract's outcomes
	Reports     []Member          `json:"reports"` // in the order of their publication
}

// Member is a report in its event.
type Member struct {
	Report
	// With is the index in Event.Reports of the report that this one was joined
	// to, -1 for the first. Link says why.
	With int  `json:"with"`
	Link Link `json:"link"`
}

// EventFigure is one outcome over all reports.
type EventFigure struct {
	Outcome extract.Outcome `json:"outcome"`
	Low     *int            `json:"low"` // the lowest any report gives
	// Best is the figure of the strongest source among the latest day's
	// reports: institutions that take no side, then people who are named, then
	// the outlets' own word, then anonymous sources; figures in words ("dozens")
	// count only where there are no others.
	Best *int `json:"best"`
	High *int `json:"high"` // the highest, nil if one is open and none is higher
	// AnonymousOnly: no report gives it on other than anonymous word.
	AnonymousOnly bool           `json:"anonymous_only,omitempty"`
	Outlets       []OutletFigure `json:"outlets"` // side by side, in the order of publication
}

// OutletFigure is the figure of one report.
type OutletFigure struct {
	Report int    `json:"report"` // index into Event.Reports
	Outlet string `json:"outlet,omitempty"`
	Figure
}

var outcomes = [...]extract.Outcome{
	extract.Killed, extract.Injured, extract.Missing, extract.Abducted,
	extract.Detained, extract.Displaced, extract.Released, extract.Casualties,
}

func newEvent(reports []Report, g *group) Event {
	var e Event
	doers := map[string]int{}
	for k, i := range g.members {
		r := reports[i]
		e.Reports = append(e.Reports, Member{Report: r, With: g.links[k].with, Link: g.links[k].link})
		if finer(&r.Place, &e.Place) {
			e.Place = r.Place
		}
		if r.When != nil && (e.When == nil || shorter(&r, e.When)) {
			e.When = r.When
		}
		if r.Perpetrator != "" {
			doers[r.Perpetrator]++
			if n := doers[r.Perpetrator]; n > doers[e.Perpetrator] || n == doers[e.Perpetrator] && r.Perpetrator < e.Perpetrator {
				e.Perpetrator = r.Perpetrator
			}
		}
		for _, c := range r.Causes {
			e.Causes = add(e.Causes, c)
		}
		for _, s := range r.Sites {
			e.Sites = add(e.Sites, s)
		}
		if at, found := slices.BinarySearch(e.Outlets, r.Outlet); !found && r.Outlet != "" {
			e.Outlets = slices.Insert(e.Outlets, at, r.Outlet)
		}
	}
	e.Causes = finest(e.Causes)
	for _, o := range outcomes {
		if f, ok := e.figure(o); ok {
			e.Figures = append(e.Figures, f)
		}
	}
	return e
}

// finest leaves out the causes of which another one is a kind.
func finest(causes []string) []string {
	var kept []string
	for _, c := range causes {
		if !slices.ContainsFunc(causes, func(d string) bool { return d != c && table().isA(d, c) }) {
			kept = append(kept, c)
		}
	}
	return kept
}

func finer(p, than *Place) bool {
	if p.Key == "" || than.Key == "" {
		return p.Key != ""
	}
	// A city with coordinates says more than a quarter that no list has.
	rank := func(p *Place) int {
		if p.Level == City {
			return 4
		}
		return fineness(p.Level)
	}
	return rank(p) > rank(than)
}

// shorter: a day says more than a month; a toll's day may be that of the news.
func shorter(r *Report, than *extract.Interval) bool {
	return !r.Update && r.When.To.Sub(r.When.From) < than.To.Sub(than.From)
}

func (e *Event) figure(o extract.Outcome) (EventFigure, bool) {
	out := EventFigure{Outcome: o, AnonymousOnly: true}
	best, rank, bestDay := -1, -1, 0
	open := false
	for i := range e.Reports {
		r := &e.Reports[i]
		for _, f := range r.Figures {
			if f.Outcome != o {
				continue
			}
			out.Outlets = append(out.Outlets, OutletFigure{Report: i, Outlet: r.Outlet, Figure: f})
			out.AnonymousOnly = out.AnonymousOnly && f.AnonymousOnly
			if f.Low != nil && (out.Low == nil || *f.Low < *out.Low) {
				out.Low = f.Low
			}
			top := f.High
			if top == nil {
				top = f.Best
			}
			switch {
			case top == nil:
			case out.High == nil || *top > *out.High:
				out.High, open = top, f.High == nil
			case *top == *out.High && f.High == nil:
				open = true
			}
			if f.Best == nil {
				continue
			}
			published := 0
			if !r.Published.IsZero() {
				published = day(r.Published)
			}
			if s := f.strength(); best < 0 || published > bestDay && (s >= 10 || rank < 10) || published == bestDay && s >= rank {
				best, rank, bestDay = *f.Best, s, published
			}
		}
	}
	if best >= 0 {
		out.Best = new(best)
	}
	if open {
		out.High = nil
	}
	return out, len(out.Outlets) > 0
}

// strength ranks a figure by its source; 10 and more is a number, less is a
// figure in words.
func (f *Figure) strength() int {
	n := 2
	switch f.SourceKind {
	case quotes.Organization:
		n = 6
	case quotes.Named:
		n = 4
	case quotes.Anonymous:
		n = 0
	}
	if f.Party {
		n -= 3
	}
	if !f.Vague {
		n += 10
	}
	return max(n, 0)
}

// name gives the events their IDs.
func name(events []Event) {
	taken := map[string]int{}
	for i := range events {
		e := &events[i]
		first := &e.Reports[0]
		when := "undated"
		switch {
		case first.When != nil:
			when = first.When.From.Format(time.DateOnly)
		case !first.Published.IsZero():
			when = first.Published.Format(time.DateOnly)
		}
		sum := sha256.Sum256([]byte(first.Outlet + "\x00" + first.Article + "\x00" + strconv.Itoa(first.Incident)))
		id := when + "/" + cmp.Or(first.Place.Key, "somewhere") + "/" + hex.EncodeToString(sum[:4])
		if n := taken[id]; n > 0 {
			e.ID = id + "-" + strconv.Itoa(n+1)
		} else {
			e.ID = id
		}
		taken[id]++
	}
}
