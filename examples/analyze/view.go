package main

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// view is an analysis as the page shows it. Keys ("q3", "c0", "e2") tie what
// speaks of one thing together; ids are keys behind the article's prefix.
type view struct {
	Prefix, Title string
	Sourcing      []sourcingRow
	AnonymousOnly []string
	Segments      []segment
	Sources       []sourceCard
	Claims        []claimRow
	Incidents     []incidentItem
	Groups        []entityGroup
	EntityCount   int
	SourceCount   int
}

type sourcingRow struct {
	Name  string
	Parts []sourcingPart
}

type sourcingPart struct {
	Kind, Label, Mark string
	Count             int
	From, Width       string // in hundredths of the bar
}

type sourceCard struct {
	ID, Keys, Kind, Label, Mark, Name, Details string
	Why                                        bool // not named: Reason, and the Words behind it
	Reason, Words                              string
	Quotes                                     []quoteItem
}

type quoteItem struct {
	Key, Target, Kind, Text string
	Negated                 bool
}

type claimRow struct {
	ID, Key, Target                                                 string
	Outcome, Bounds, Words, Victims, By, Where, When, Source, Notes string
	Kind, Mark                                                      string // of the source
}

type incidentItem struct {
	Where, When string
	Figures     []figureItem
}

type figureItem struct {
	Outcome, Bounds, Best string
	Claims                []reference
}

type entityGroup struct {
	Type, Label string
	Entities    []entityItem
}

type entityItem struct {
	Key, Name, Also string
	Mentions        []reference
}

// reference is a numbered link into the article.
type reference struct {
	Key, Target string
	Number      int
}

var typeLabel = map[entities.Type]string{
	entities.Person: "people", entities.Org: "organizations", entities.GPE: "countries, cities, villages",
	entities.Loc: "rivers, mountains, regions", entities.Fac: "buildings, roads, bases",
	entities.Norp: "nationalities, religions, groups", entities.Event: "operations, wars, storms",
}

var kindLabel = map[quotes.SourceKind]string{
	quotes.Named: "named", quotes.Organization: "organization", quotes.Anonymous: "anonymous", quotes.NoSource: "no source",
}

func newView(a *dateline.Analysis, number int) *view {
	prefix := "a" + strconv.Itoa(number)
	v := &view{Prefix: prefix, Title: title(a), EntityCount: len(a.Entities), SourceCount: len(a.Sources)}
	v.summarize(a)
	v.cards(a)
	v.rows(a)
	v.group(a)
	v.Segments = segments(a, prefix)
	return v
}

func (v *view) summarize(a *dateline.Analysis) {
	s := a.Sourcing()
	for _, row := range []struct {
		name  string
		count dateline.KindCount
	}{{"Sources", s.Sources}, {"Quotes", s.Quotes}, {"Claims", s.Claims}} {
		r := sourcingRow{Name: row.name}
		total, before := row.count.Total(), 0
		for _, kind := range sourceKinds {
			n := row.count.Of(kind)
			if n == 0 {
				continue
			}
			percent := func(n int) string { return strconv.FormatFloat(100*float64(n)/float64(total), 'f', 2, 64) }
			r.Parts = append(r.Parts, sourcingPart{string(kind), kindLabel[kind], kindMark[kind], n, percent(before), percent(n)})
			before += n
		}
		v.Sourcing = append(v.Sourcing, r)
	}
	for _, ref := range s.AnonymousOnly {
		f := a.Incidents[ref.Incident].Figures[ref.Figure]
		v.AnonymousOnly = append(v.AnonymousOnly, bounds(f.Low, f.High)+" "+string(f.Outcome))
	}
}

func (v *view) cards(a *dateline.Analysis) {
	item := func(i int) quoteItem {
		q := &a.Quotes[i]
		return quoteItem{Key: key('q', i), Target: v.Prefix + "-" + key('q', i), Kind: string(q.Kind), Text: said(q), Negated: q.Negated}
	}
	card := func(id string, kind quotes.SourceKind, name string, said []int) sourceCard {
		c := sourceCard{ID: v.Prefix + "-" + id, Kind: string(kind), Label: kindLabel[kind], Mark: kindMark[kind], Name: name}
		var keys []string
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
		var details []string
		for _, d := range []string{s.Description, s.Affiliation, s.Place} {
			if d != "" && d != s.Name && !slices.Contains(details, d) {
				details = append(details, d)
			}
		}
		c.Details = strings.Join(details, " · ")
		c.Words = anonymity(a, s)
		c.Why = s.Kind == quotes.Anonymous && (s.Reason != "" || c.Words != "")
		c.Reason = cmp.Or(string(s.Reason), "not named")
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

func (v *view) rows(a *dateline.Analysis) {
	ref := func(i int) reference {
		return reference{Key: key('c', i), Target: v.Prefix + "-" + key('c', i), Number: i + 1}
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		r := claimRow{
			ID: v.Prefix + "-row-" + key('c', i), Key: key('c', i), Target: ref(i).Target,
			Outcome: string(c.Outcome), Bounds: bounds(c.Min, c.Max), Words: c.Count.Text,
			Victims: words(c.Victims), By: words(c.Perpetrator), Where: words(c.Place), When: words(c.Time), Source: words(c.Reporter),
			Kind: string(quotes.NoSource), Mark: kindMark[quotes.NoSource],
		}
		if c.Source >= 0 {
			s := &a.Sources[c.Source]
			r.Kind, r.Mark, r.Source = string(s.Kind), kindMark[s.Kind], cmp.Or(r.Source, s.Name)
		}
		var notes []string
		if c.Modality != extract.Stated {
			notes = append(notes, string(c.Modality))
		}
		if c.Cumulative {
			notes = append(notes, "cumulative")
		}
		if c.Weapon != nil {
			notes = append(notes, c.Weapon.Text)
		}
		if c.PartOf >= 0 {
			notes = append(notes, "part of “"+a.Claims[c.PartOf].Count.Text+"”")
		}
		if c.Replaces >= 0 {
			notes = append(notes, "replaces “"+a.Claims[c.Replaces].Count.Text+"”")
		}
		r.Notes = strings.Join(notes, ", ")
		v.Claims = append(v.Claims, r)
	}
	for i := range a.Incidents {
		in := &a.Incidents[i]
		item := incidentItem{Where: whereabouts(a, in), When: words(in.TimeWords)}
		for _, f := range in.Figures {
			figure := figureItem{Outcome: string(f.Outcome), Bounds: bounds(f.Low, f.High)}
			if f.Best != nil && (f.Low == nil || f.High == nil || *f.Low != *f.High) {
				figure.Best = strconv.Itoa(*f.Best)
			}
			for _, c := range f.Claims {
				figure.Claims = append(figure.Claims, ref(c))
			}
			item.Figures = append(item.Figures, figure)
		}
		v.Incidents = append(v.Incidents, item)
	}
}

func (v *view) group(a *dateline.Analysis) {
	for _, t := range entities.Types {
		g := entityGroup{Type: string(t), Label: typeLabel[t]}
		for i := range a.Entities {
			e := &a.Entities[i]
			if e.Type != t {
				continue
			}
			item := entityItem{Key: key('e', i), Name: e.Name, Also: strings.Join(otherNames(e), ", ")}
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

// segment is a stretch of the article over which the same annotations hold.
// Cutting the text at every end of every span shows nested and overlapping
// spans alike, where elements could only nest.
type segment struct {
	Text        template.HTML
	Class, Keys string
	Note        string
	Anchors     []string // ids of what begins here
	Marks       []mark   // signs of what ends here
}

// mark is a link that the style sheet gives a sign, so that the article's text
// stays what it was.
type mark struct{ Class, Target, Key, Sign, Label string }

// layer is one annotated span.
type layer struct {
	start, end int
	class, key string
	kind       string // of a quote's source: the innermost one shows
	note       string
	anchor     string
	mark       *mark
}

func segments(a *dateline.Analysis, prefix string) []segment {
	layers := layersOf(a, prefix)
	starts := slices.Clone(layers)
	slices.SortStableFunc(starts, func(a, b layer) int { return a.start - b.start })
	cuts := []int{0, len(a.Text)}
	for _, l := range layers {
		cuts = append(cuts, l.start, l.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []segment
	var open []layer
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		s := segment{Text: escape(a.Text[from:to])}
		for len(starts) > 0 && starts[0].start == from {
			open = append(open, starts[0])
			if starts[0].anchor != "" {
				s.Anchors = append(s.Anchors, prefix+"-"+starts[0].anchor)
			}
			starts = starts[1:]
		}
		var classes, keys, notes []string
		kind := ""
		for _, l := range open {
			kind = cmp.Or(l.kind, kind)
			classes, keys, notes = with(classes, l.class), with(keys, l.key), with(notes, l.note)
			if l.end == to && l.mark != nil {
				s.Marks = append(s.Marks, *l.mark)
			}
		}
		s.Class, s.Keys, s.Note = strings.Join(with(classes, kind), " "), strings.Join(keys, " "), strings.Join(notes, "; ")
		out = append(out, s)
		open = slices.DeleteFunc(open, func(l layer) bool { return l.end == to })
	}
	return out
}

func with(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// layersOf lists the annotations that the article shows, empty spans left out.
func layersOf(a *dateline.Analysis, prefix string) []layer {
	var layers []layer
	add := func(s *span.Span, l layer) {
		if s != nil && !s.IsZero() {
			l.start, l.end = s.Start, s.End
			layers = append(layers, l)
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		k, kind, target, name := key('q', i), quotes.NoSource, "s-none", "no source given"
		if q.Source >= 0 {
			s := &a.Sources[q.Source]
			kind, target, name = s.Kind, key('s', q.Source), s.Name
		}
		sign := kindMark[kind]
		if q.Source >= 0 {
			sign += strconv.Itoa(q.Source + 1)
		}
		pieces := q.Pieces
		if len(pieces) == 0 {
			pieces = []span.Span{q.Content}
		}
		for n := range pieces {
			l := layer{class: "q", kind: string(kind), key: k}
			if n == 0 {
				l.anchor = k
			}
			if n == len(pieces)-1 {
				l.mark = &mark{Class: string(kind), Target: prefix + "-" + target, Key: k, Sign: sign, Label: fmt.Sprintf("%s source: %s", kindLabel[kind], name)}
			}
			add(&pieces[n], l)
		}
		add(q.Cue, layer{class: "cue", key: k})
		add(q.Mention, layer{class: "src", key: k})
		add(q.Anonymity, layer{class: "why", key: k})
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		e := &a.Entities[m.Entity]
		add(&m.Span, layer{class: "e " + string(m.Type), key: key('e', m.Entity), anchor: key('m', i), note: string(m.Type) + ": " + e.Name})
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		k := key('c', i)
		add(&c.Count, layer{class: "c", key: k, anchor: k, mark: &mark{
			Class: "harm", Target: prefix + "-row-" + k, Key: k, Sign: "#" + strconv.Itoa(i+1),
			Label: fmt.Sprintf("casualty claim %d: %s %s", i+1, bounds(c.Min, c.Max), c.Outcome),
		}})
		for _, s := range []*span.Span{&c.Trigger, c.Victims, c.Perpetrator, c.Place, c.Time, c.Weapon, c.Reporter} {
			add(s, layer{class: "role", key: k})
		}
	}
	return layers
}

// escape makes text HTML that a browser reads back as the same text: carriage
// returns need a reference, and bytes that are no characters, like NUL, which
// HTML cannot hold, become U+FFFD.
func escape(text string) template.HTML {
	var b strings.Builder
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == 0 {
			c = utf8.RuneError
		}
		b.WriteRune(c)
		i += size
	}
	return template.HTML(strings.ReplaceAll(html.EscapeString(b.String()), "\r", "&#13;"))
}
