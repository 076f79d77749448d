package annotated

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
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// segment is a stretch of the article over which the same annotations hold.
// Cutting the text at every end of every span shows nested and overlapping
// spans alike, where elements could only nest.
type segment struct {
	Text        template.HTML
	Class, Keys string
	Note        string
	Anchors     []string // ids of what begins here
	Marks       []mark   // signs of what ends here
	size        int      // in bytes of the article
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

// segments cuts the whole text; cut is one more place to cut at.
func segments(a *dateline.Analysis, prefix string, cut int) []segment {
	layers := layersOf(a, prefix)
	starts := slices.Clone(layers)
	slices.SortStableFunc(starts, func(a, b layer) int { return a.start - b.start })
	cuts := []int{0, cut, len(a.Text)}
	for _, l := range layers {
		cuts = append(cuts, l.start, l.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []segment
	var open []layer
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		s := segment{Text: escape(a.Text[from:to]), size: to - from}
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
		sign := Mark(kind)
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
				l.mark = &mark{Class: string(kind), Target: prefix + "-" + target, Key: k, Sign: sign, Label: fmt.Sprintf("%s source: %s", kindLabel(kind), name)}
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
			Label: fmt.Sprintf("casualty claim %d: %s %s", i+1, Bounds(c.Min, c.Max), c.Outcome),
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
