package annotated

import (
	"cmp"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/worldmap"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// Style is the style sheet and Script the script of a page with articles.
var (
	//go:embed style.css
	Style string
	//go:embed script.js
	Script string
)

//go:embed article.html
var articleTemplate string

var article = template.Must(template.New("article").Parse(articleTemplate))

// Write writes an article's main element. Number, from 1, keeps apart the
// articles of one page. The analysis must count in bytes.
func Write(w io.Writer, a *dateline.Analysis, number int) error {
	return article.Execute(w, newView(a, number))
}

// view is an analysis as the page shows it. Keys ("q3", "c0", "e2") tie what
// speaks of one thing together; ids are keys behind the article's prefix.
type view struct {
	Prefix             string
	Headline, Segments []segment
	Sourcing           []sourcingRow
	AnonymousOnly      []figureItem
	Sources            []sourceCard
	SourceCount        int
	Incidents          []incidentItem
	ClaimCount         int
	Map                *mapView
	Groups             []entityGroup
	EntityCount        int
}

type sourcingRow struct {
	Name  string
	Total int
	Parts []sourcingPart
}

type sourcingPart struct {
	Kind, Label, Mark string
	Count             int
	From, Width       string // in hundredths of the bar
}

type sourceCard struct {
	ID, Keys, Kind, Label, Mark, Name, Details string
	Number                                     int
	Why                                        bool // not named: Reason, and the Words behind it
	Reason, Words                              string
	Quotes                                     []quoteItem
}

type quoteItem struct {
	Key, Target, Kind, Text string
	Negated                 bool
}

type claimRow struct {
	ID, Key, Target                                    string
	Number                                             int
	Outcome, Bounds, Words, Victims, By, Where, When   string
	Source, SourceTarget, SourceKey, Kind, Mark, Label string
	Notes                                              string
}

// incidentItem is an incident with its claims; the last one may hold the
// claims that belong to none.
type incidentItem struct {
	Where, When string
	None        bool
	Figures     []figureItem
	Rows        []claimRow
}

type figureItem struct {
	Outcome, Bounds, Best, Where, Keys string
	Claims                             []reference
}

type entityGroup struct {
	Type, Label string
	Entities    []entityItem
}

type entityItem struct {
	ID, Key, Name, Also, Kind string
	Mentions                  []reference
}

// reference is a numbered link into the article.
type reference struct {
	Key, Target string
	Number      int
}

var typeLabel = map[entities.Type]string{
	entities.Person: "People", entities.Org: "Organizations", entities.GPE: "Countries, cities, villages",
	entities.Loc: "Rivers, mountains, regions", entities.Fac: "Buildings, roads, bases",
	entities.Norp: "Nationalities, religions, groups", entities.Event: "Operations, wars, storms",
}

func kindLabel(kind quotes.SourceKind) string {
	if kind == quotes.NoSource {
		return "no source"
	}
	return string(kind)
}

func newView(a *dateline.Analysis, number int) *view {
	v := &view{
		Prefix: "a" + strconv.Itoa(number), EntityCount: len(a.Entities), SourceCount: len(a.Sources), ClaimCount: len(a.Claims),
	}
	v.summarize(a)
	v.cards(a)
	v.incidents(a)
	v.group(a)
	v.Map = newMapView(a, v.Prefix)
	v.cut(a)
	return v
}

// longestHeadline is in bytes: a longer first line is no headline.
const longestHeadline = 200

// cut parts the headline, if there is one, from the rest.
func (v *view) cut(a *dateline.Analysis) {
	end := strings.Index(a.Text, "\n")
	if end > longestHeadline || strings.TrimSpace(a.Text[:max(end, 0)]) == "" || strings.TrimSpace(a.Text[end+1:]) == "" {
		end = 0
	}
	all := segments(a, v.Prefix, end)
	at := 0
	for i := range all {
		if at >= end {
			v.Headline, v.Segments = all[:i], all[i:]
			return
		}
		at += all[i].size
	}
	v.Segments = all
}

func (v *view) summarize(a *dateline.Analysis) {
	s := a.Sourcing()
	for _, row := range []struct {
		name  string
		count dateline.KindCount
	}{{"Sources", s.Sources}, {"Quotes", s.Quotes}, {"Figures", s.Claims}} {
		r := sourcingRow{Name: row.name, Total: row.count.Total()}
		before := 0
		for _, kind := range SourceKinds {
			n := row.count.Of(kind)
			if n == 0 {
				continue
			}
			percent := func(n int) string { return strconv.FormatFloat(100*float64(n)/float64(r.Total), 'f', 2, 64) }
			r.Parts = append(r.Parts, sourcingPart{string(kind), kindLabel(kind), Mark(kind), n, percent(before), percent(n)})
			before += n
		}
		v.Sourcing = append(v.Sourcing, r)
	}
	for _, ref := range s.AnonymousOnly {
		in := &a.Incidents[ref.Incident]
		f := v.figure(&in.Figures[ref.Figure])
		f.Where = Whereabouts(a, in)
		v.AnonymousOnly = append(v.AnonymousOnly, f)
	}
}

func (v *view) cards(a *dateline.Analysis) {
	item := func(i int) quoteItem {
		q := &a.Quotes[i]
		return quoteItem{Key: key('q', i), Target: v.Prefix + "-" + key('q', i), Kind: string(q.Kind), Text: Said(q), Negated: q.Negated}
	}
	card := func(id string, kind quotes.SourceKind, name string, said []int) sourceCard {
		c := sourceCard{ID: v.Prefix + "-" + id, Kind: string(kind), Label: kindLabel(kind), Mark: Mark(kind), Name: name}
		keys := make([]string, 1, 1+len(said))
		keys[0] = id
		for _, q := range said {
			keys = append(keys, key('q', q))
			c.Quotes = append(c.Quotes, item(q))
		}
		c.Keys = strings.Join(keys, " ")
		return c
	}
	for i := range a.Sources {
		s := &a.Sources[i]
		c := card(key('s', i), s.Kind, s.Name, s.Quotes)
		c.Number = i + 1
		var details []string
		for _, d := range []string{s.Description, s.Affiliation, s.Place} {
			if d != "" && d != s.Name && !slices.Contains(details, d) {
				details = append(details, d)
			}
		}
		c.Details = strings.Join(details, " · ")
		c.Words = Anonymity(a, s)
		c.Why = s.Kind == quotes.Anonymous && (s.Reason != "" || c.Words != "")
		c.Reason = cmp.Or(string(s.Reason), "not named")
		if s.Reason == quotes.Unstated {
			c.Reason = "no reason given"
		}
		v.Sources = append(v.Sources, c)
	}
	var unsourced []int
	for i := range a.Quotes {
		if a.Quotes[i].Source < 0 {
			unsourced = append(unsourced, i)
		}
	}
	if unsourced != nil {
		v.Sources = append(v.Sources, card("s-none", quotes.NoSource, "No source given", unsourced))
	}
}

func (v *view) reference(i int) reference {
	return reference{Key: key('c', i), Target: v.Prefix + "-" + key('c', i), Number: i + 1}
}

func (v *view) figure(f *extract.Figure) figureItem {
	item := figureItem{Outcome: string(f.Outcome), Bounds: Bounds(f.Low, f.High)}
	if f.Best != nil && (f.Low == nil || f.High == nil || *f.Low != *f.High) {
		item.Best = strconv.Itoa(*f.Best)
	}
	keys := make([]string, 0, len(f.Claims))
	for _, c := range f.Claims {
		item.Claims = append(item.Claims, v.reference(c))
		keys = append(keys, key('c', c))
	}
	item.Keys = strings.Join(keys, " ")
	return item
}

// incidents lists the claims by incident, then those that belong to none.
func (v *view) incidents(a *dateline.Analysis) {
	placed := make([]bool, len(a.Claims))
	for i := range a.Incidents {
		in := &a.Incidents[i]
		item := incidentItem{Where: Whereabouts(a, in), When: words(in.TimeWords)}
		for f := range in.Figures {
			item.Figures = append(item.Figures, v.figure(&in.Figures[f]))
		}
		for _, c := range in.Claims {
			if !placed[c] {
				item.Rows = append(item.Rows, v.row(a, c))
			}
			placed[c] = true
		}
		v.Incidents = append(v.Incidents, item)
	}
	rest := incidentItem{Where: "Other figures", None: true}
	for c := range a.Claims {
		if !placed[c] {
			rest.Rows = append(rest.Rows, v.row(a, c))
		}
	}
	if rest.Rows != nil {
		v.Incidents = append(v.Incidents, rest)
	}
}

func (v *view) row(a *dateline.Analysis, i int) claimRow {
	c := &a.Claims[i]
	ref := v.reference(i)
	r := claimRow{
		ID: v.Prefix + "-row-" + ref.Key, Key: ref.Key, Target: ref.Target, Number: ref.Number,
		Outcome: string(c.Outcome), Bounds: Bounds(c.Min, c.Max), Words: c.Count.Text,
		Victims: words(c.Victims), By: words(c.Perpetrator), Where: words(c.Place), When: words(c.Time), Source: words(c.Reporter),
		Kind: string(quotes.NoSource), Mark: Mark(quotes.NoSource), Label: kindLabel(quotes.NoSource),
	}
	if c.Source >= 0 {
		s := &a.Sources[c.Source]
		r.Kind, r.Mark, r.Label, r.Source = string(s.Kind), Mark(s.Kind), kindLabel(s.Kind), cmp.Or(r.Source, s.Name)
		r.SourceKey = key('s', c.Source)
		r.SourceTarget = v.Prefix + "-" + r.SourceKey
	}
	var notes []string
	if c.Modality != extract.Stated {
		notes = append(notes, string(c.Modality))
	}
	if c.Cumulative {
		notes = append(notes, "cumulative")
	}
	if c.PartOf >= 0 {
		notes = append(notes, "part of “"+a.Claims[c.PartOf].Count.Text+"”")
	}
	if c.Replaces >= 0 {
		notes = append(notes, "replaces “"+a.Claims[c.Replaces].Count.Text+"”")
	}
	if c.Weapon != nil {
		notes = append(notes, c.Weapon.Text)
	}
	r.Notes = strings.Join(notes, ", ")
	return r
}

func (v *view) group(a *dateline.Analysis) {
	for _, t := range entities.Types {
		g := entityGroup{Type: string(t), Label: typeLabel[t]}
		for i := range a.Entities {
			e := &a.Entities[i]
			if e.Type != t {
				continue
			}
			k := key('e', i)
			item := entityItem{ID: v.Prefix + "-" + k, Key: k, Name: e.Name, Also: strings.Join(OtherNames(e), ", "), Kind: string(e.Subtype)}
			for n, m := range e.Mentions {
				item.Mentions = append(item.Mentions, reference{Target: v.Prefix + "-" + key('m', m), Number: n + 1})
			}
			g.Entities = append(g.Entities, item)
		}
		if g.Entities != nil {
			v.Groups = append(v.Groups, g)
		}
	}
}

func key(kind byte, i int) string { return string(kind) + strconv.Itoa(i) }

func words(s *span.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}

// mapView is the places of an article on a map.
type mapView struct {
	*worldmap.Map
	Places  []placeItem // in the order of the article
	Unknown []string    // places whose position is not known
	// Download is the places as a data address of GeoJSON.
	Download template.URL
}

type placeItem struct {
	Key, Target, Name, Position, Figures string
	Kind                                 worldmap.Kind
	Mentions                             int
	Note                                 string
}

// Scene is for the template.
func (p placeItem) Scene() bool { return p.Kind == worldmap.Scene }

// newMapView is nil if the article names no places.
func newMapView(a *dateline.Analysis, prefix string) *mapView {
	m := &mapView{}
	var onMap []worldmap.Place
	figures := figuresByPlace(a)
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Point == nil {
			if e.Type.IsPlace() {
				m.Unknown = append(m.Unknown, e.Name)
			}
			continue
		}
		kind := worldmap.Spot
		switch {
		case figures[i] != "":
			kind = worldmap.Scene
		case strings.HasPrefix(e.ID, "country:"):
			kind = worldmap.Country
		}
		onMap = append(onMap, worldmap.Place{Name: e.Name, Kind: kind, Weight: max(len(e.Mentions), 1), Lat: e.Point.Lat, Lon: e.Point.Lon})
		item := placeItem{
			Key: key('e', i), Name: e.Name, Kind: kind, Mentions: len(e.Mentions), Figures: figures[i],
			Position: degrees(e.Point.Lat, "N", "S") + " " + degrees(e.Point.Lon, "E", "W"),
		}
		if len(e.Mentions) > 0 {
			item.Target = prefix + "-" + key('m', e.Mentions[0])
		}
		item.Note = e.Name + ", mentions: " + strconv.Itoa(item.Mentions)
		if item.Figures != "" {
			item.Note += ", " + item.Figures
		}
		m.Places = append(m.Places, item)
	}
	if m.Places == nil && m.Unknown == nil {
		return nil
	}
	if m.Map = worldmap.Draw(onMap); m.Map != nil {
		m.Download = template.URL("data:application/geo+json;base64," + base64.StdEncoding.EncodeToString(GeoJSON(a)))
	}
	return m
}

// figuresByPlace tells what happened where: "9–14 killed, 21 injured".
func figuresByPlace(a *dateline.Analysis) map[int]string {
	parts := map[int][]string{}
	for i := range a.Incidents {
		in := &a.Incidents[i]
		for _, f := range in.Figures {
			if in.Place >= 0 {
				parts[in.Place] = append(parts[in.Place], Bounds(f.Low, f.High)+" "+string(f.Outcome))
			}
		}
	}
	joined := map[int]string{}
	for place, list := range parts {
		joined[place] = strings.Join(list, ", ")
	}
	return joined
}

func degrees(x float64, positive, negative string) string {
	if x < 0 {
		x, positive = -x, negative
	}
	return strconv.FormatFloat(x, 'f', 2, 64) + "° " + positive
}
