package crossdoc

import (
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// Article is an analysed article and who published it when.
type Article struct {
	ID        string // Analysis.ID if empty
	Outlet    string
	Published time.Time // zero if unknown
	Analysis  *dateline.Analysis
}

// Report is what one article tells of one incident.
type Report struct {
	Article   string    `json:"article"`
	Outlet    string    `json:"outlet,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Incident  int       `json:"incident"` // index into Analysis.Incidents
	// Number is the caller's own number of the article; it is not looked at.
	Number int64 `json:"number,omitempty"`

	Place Place `json:"place,omitzero"`
	// Around are the other places that the sentences about the incident name.
	Around []Place           `json:"around,omitempty"`
	When   *extract.Interval `json:"when,omitempty"`
	// Update: the text speaks of a toll that rises, so that its day may be the
	// day of the news, not of the event.
	Update      bool     `json:"update,omitempty"`
	Perpetrator string   `json:"perpetrator,omitempty"` // its key
	Causes      []string `json:"causes,omitempty"`      // classes of words.txt: "car bomb", "air strike"
	Sites       []string `json:"sites,omitempty"`       // "market", "mosque"
	Victims     []string `json:"victims,omitempty"`     // classes and sides
	Names       []string `json:"names,omitempty"`       // of victims, as keys
	Figures     []Figure `json:"figures,omitempty"`
}

// Figure is one outcome's number in a report. Nil bounds are open.
type Figure struct {
	Outcome extract.Outcome `json:"outcome"`
	Low     *int            `json:"low"`
	Best    *int            `json:"best"`
	High    *int            `json:"high"`
	Vague   bool            `json:"vague,omitempty"` // a number in words: "dozens"
	// Words is where the text states Best; it is in the article's text, in bytes.
	Words span.Span `json:"words"`
	// Source is whose word Best is, "" where the outlet itself states it.
	Source     string            `json:"source,omitempty"`
	SourceKind quotes.SourceKind `json:"source_kind"`
	Party      bool              `json:"party,omitempty"` // the source belongs to a side of the conflict
	// AnonymousOnly: nobody but anonymous sources reports the figure.
	AnonymousOnly bool `json:"anonymous_only,omitempty"`
}

// What keeps a report small, whatever the article.
const (
	maxAround = 6
	maxWords  = 8 // causes, sites, victims and names each
	maxClaims = 24
)

// Reports lists what an article tells, an entry an incident, in the order of
// its incidents.
func Reports(a Article) []Report {
	analysis := a.Analysis
	if analysis == nil || len(analysis.Incidents) == 0 {
		return nil
	}
	analysis = analysis.In(span.Byte)
	if a.ID == "" {
		a.ID = analysis.ID
	}
	anonymous := map[dateline.FigureRef]bool{}
	for _, ref := range analysis.Sourcing().AnonymousOnly {
		anonymous[ref] = true
	}
	told := scenes(analysis)
	reports := make([]Report, len(analysis.Incidents))
	for i := range analysis.Incidents {
		in := &analysis.Incidents[i]
		r := &reports[i]
		*r = Report{Article: a.ID, Outlet: a.Outlet, Published: a.Published, Incident: i, When: in.When}
		if in.Place >= 0 {
			r.Place = placeOf(&analysis.Entities[in.Place])
		}
		if in.Perpetrator >= 0 {
			r.Perpetrator = Key(&analysis.Entities[in.Perpetrator])
		}
		r.readClaims(analysis, in, told[i])
		for k := range in.Figures {
			f := &in.Figures[k]
			figure := figureOf(analysis, f, anonymous[dateline.FigureRef{Incident: i, Figure: k, Outcome: f.Outcome}])
			r.Figures = append(r.Figures, figure)
			if n := figure.number(); n > 0 && n <= fewVictims {
				r.named(analysis, figure.Words)
			}
		}
	}
	return reports
}

// readClaims takes from the claims, and the sentences they stand in, what
// tells one incident from another.
func (r *Report) readClaims(a *dateline.Analysis, in *extract.Incident, told []stretch) {
	for _, i := range in.Claims[:min(len(in.Claims), maxClaims)] {
		c := &a.Claims[i]
		if c.Class != extract.UnknownVictim {
			r.Victims = add(r.Victims, string(c.Class))
		}
		if c.Side != "" {
			r.Victims = add(r.Victims, gazetteer.Fold(c.Side))
		}
		for _, p := range c.Names {
			r.Names = add(r.Names, gazetteer.FoldName(p.Name.Text))
		}
		if c.Weapon != nil {
			r.words(c.Weapon.Text)
		}
	}
	for _, s := range told {
		r.words(unnamed(a, s.start, s.end))
		if s.claim || r.Place.Key == "" || r.Place.Level == Country {
			r.around(a, s.start, s.end)
		}
	}
	r.settle()
	if r.Place.Key == "" && len(r.Around) == 0 {
		_, end := sentence(a.Text, 0, 0) // the headline or the first sentence
		r.around(a, 0, end)
	}
}

// settle takes the only place that the sentences name for the incident's.
func (r *Report) settle() {
	only := -1
	for i := range r.Around {
		if fineness(r.Around[i].Level) == 0 {
			continue
		}
		if only >= 0 {
			return
		}
		only = i
	}
	if only >= 0 && r.Place.Key == "" {
		r.Place = r.Around[only]
		r.Around = slices.Delete(r.Around, only, only+1)
	}
}

// words notes the causes and sites that a text names, and words of a toll that
// rises.
func (r *Report) words(text string) {
	for w := range table().find(text) {
		switch w.kind {
		case causeWord:
			r.Causes = add(r.Causes, w.class)
		case siteWord:
			r.Sites = add(r.Sites, w.class)
		case updateWord:
			r.Update = true
		}
	}
}

// around notes the places that a stretch of text names besides the incident's.
func (r *Report) around(a *dateline.Analysis, start, end int) {
	for i := firstMention(a, start); i < len(a.Mentions) && a.Mentions[i].End <= end; i++ {
		m := &a.Mentions[i]
		if m.Entity < 0 || !m.Type.IsPlace() && m.Type != entities.Norp {
			continue
		}
		e := &a.Entities[m.Entity]
		switch city, ok := capital(e.Country); {
		case ok && capitalFollows(a.Text[m.End:]):
			if r.Place.Key == "" || r.Place.Level == Country && r.Place.Country == e.Country {
				r.Place = city
			} else {
				r.near(city)
			}
		case m.Type == entities.GPE || m.Type == entities.Loc:
			r.near(placeOf(e))
		case r.Place.Key == "" && e.Country != "":
			r.near(Place{Key: "country:" + e.Country, Name: e.Name, Level: Country, Country: e.Country}) // "Philippine divers"
		}
	}
}

// named notes the people whom the words of a small figure name: "a lawyer,
// Karim Nadir, was shot dead".
func (r *Report) named(a *dateline.Analysis, words span.Span) {
	for i := firstMention(a, words.Start); i < len(a.Mentions) && a.Mentions[i].End <= words.End; i++ {
		if m := &a.Mentions[i]; m.Type == entities.Person && m.Entity >= 0 {
			r.Names = add(r.Names, gazetteer.FoldName(a.Entities[m.Entity].Name))
		}
	}
}

const fewVictims = 3

// capitalFollows reports "the Afghan capital", "Mali's capital".
func capitalFollows(text string) bool {
	for _, s := range [...]string{"'s", "’s"} {
		text = strings.TrimPrefix(text, s)
	}
	return strings.HasPrefix(text, " capital")
}

func (r *Report) near(p Place) {
	if len(r.Around) < maxAround && p.Key != r.Place.Key && !slices.ContainsFunc(r.Around, func(q Place) bool { return q.Key == p.Key }) {
		r.Around = append(r.Around, p)
	}
}

// figureOf finds the words and the source of a figure's best number.
func figureOf(a *dateline.Analysis, f *extract.Figure, anonymous bool) Figure {
	out := Figure{Outcome: f.Outcome, Low: f.Low, Best: f.Best, High: f.High, SourceKind: quotes.NoSource, AnonymousOnly: anonymous}
	best := -1
	for _, i := range f.Claims {
		c := &a.Claims[i]
		if best < 0 || f.Best != nil && says(c, *f.Best) && c.PartOf < 0 {
			best = i
		}
	}
	if best < 0 {
		return out
	}
	c := &a.Claims[best]
	start, end := min(c.Trigger.Start, c.Count.Start), max(c.Trigger.End, c.Count.End)
	if c.Victims != nil && c.Victims.Start >= start-maxGap && c.Victims.End <= end+maxGap {
		start, end = min(start, c.Victims.Start), max(end, c.Victims.End)
	}
	out.Words, out.Vague = span.Of(a.Text, start, end), c.Vague
	if c.Source >= 0 && c.Source < len(a.Sources) {
		s := &a.Sources[c.Source]
		out.Source, out.SourceKind, out.Party = s.Name, s.Kind, s.Party
	}
	return out
}

const maxGap = 60 // bytes between a figure and its victims

func says(c *extract.Claim, n int) bool {
	return c.Min != nil && *c.Min == n || c.Min == nil && c.Max != nil && *c.Max == n
}

// add keeps a short sorted set.
func add(set []string, s string) []string {
	i, found := slices.BinarySearch(set, s)
	if found || s == "" || len(set) >= maxWords {
		return set
	}
	return slices.Insert(set, i, s)
}
