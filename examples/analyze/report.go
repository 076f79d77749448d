package main

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/annotated"
	"github.com/dateline-go/dateline/internal/terminal"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// reportWriter writes for people at a terminal.
type reportWriter struct {
	w        *bufio.Writer
	analyzer *dateline.Analyzer
	paint    painter
	articles int
}

const reportWidth = 96

func (r *reportWriter) write(article dateline.Article) error {
	if r.articles > 0 {
		r.w.WriteByte('\n')
	}
	r.articles++
	r.report(r.analyzer.AnalyzeArticle(article))
	return nil // a failed write shows at the flush
}

func (r *reportWriter) report(a *dateline.Analysis) {
	r.line(0, r.paint(bold, terminal.Clean(annotated.Title(a, reportWidth))))
	r.entities(a)
	r.quotes(a)
	r.claims(a)
	r.incidents(a)
	r.sourcing(a)
}

func (*reportWriter) close() error { return nil }

func (r *reportWriter) heading(name string, n int) {
	fmt.Fprintf(r.w, "\n%s\n", r.paint(bold, fmt.Sprintf("%s (%d)", name, n)))
}

func (r *reportWriter) entities(a *dateline.Analysis) {
	r.heading("ENTITIES", len(a.Entities))
	for _, t := range entities.Types {
		var names []string
		for _, e := range a.Entities {
			if e.Type != t {
				continue
			}
			name := r.paint(entityStyle[t], terminal.Clean(e.Name))
			if also := annotated.OtherNames(&e); len(also) > 0 {
				name += " (" + terminal.Clean(strings.Join(also, ", ")) + ")"
			}
			if n := len(e.Mentions); n > 1 {
				name += r.paint(dim, " ×"+strconv.Itoa(n))
			}
			names = append(names, name)
		}
		if names != nil {
			r.wrap(2, fmt.Sprintf("%-8s", t), names, ", ")
		}
	}
}

func (r *reportWriter) quotes(a *dateline.Analysis) {
	r.heading("QUOTES", len(a.Quotes))
	for i := range a.Sources {
		s := &a.Sources[i]
		head := r.paint(sourceStyle[s.Kind], annotated.Mark(s.Kind)+" "+terminal.Clean(s.Name)) + " " + r.paint(dim, string(s.Kind))
		if s.Kind == quotes.Anonymous && s.Reason != "" {
			head += r.paint(dim, ": "+string(s.Reason))
		}
		if words := annotated.Anonymity(a, s); words != "" {
			head += r.paint(dim, " (“"+terminal.Clean(words)+"”)")
		}
		r.line(2, head)
		for _, q := range s.Quotes {
			r.quote(&a.Quotes[q])
		}
	}
	unsourced := false
	for i := range a.Quotes {
		if a.Quotes[i].Source >= 0 {
			continue
		}
		if !unsourced {
			unsourced = true
			r.line(2, r.paint(sourceStyle[quotes.NoSource], annotated.Mark(quotes.NoSource)+" no source given"))
		}
		r.quote(&a.Quotes[i])
	}
}

func (r *reportWriter) quote(q *quotes.Quote) {
	content := annotated.Said(q)
	if q.Kind == quotes.Direct {
		content = "“" + content + "”"
	}
	cue := ""
	if q.Cue != nil {
		cue = q.Cue.Text
		if q.Negated {
			cue = "not: " + cue
		}
	}
	r.wrap(4, fmt.Sprintf("%-8s ", q.Kind), append(strings.Fields(terminal.Clean(content)), r.paint(dim, "["+terminal.Clean(cue)+"]")), " ")
}

func (r *reportWriter) claims(a *dateline.Analysis) {
	r.heading("CASUALTY CLAIMS", len(a.Claims))
	for i := range a.Claims {
		c := &a.Claims[i]
		head := fmt.Sprintf("%-10s ", c.Outcome)
		parts := []string{r.paint(bold, annotated.Bounds(c.Min, c.Max)) + r.paint(dim, " “"+terminal.Clean(c.Count.Text)+"”")}
		if c.Victims != nil {
			parts[0] += " " + terminal.Clean(c.Victims.Text)
		}
		add := func(label string, s *span.Span) {
			if s != nil && !s.IsZero() {
				parts = append(parts, r.paint(dim, label+" ")+terminal.Clean(s.Text))
			}
		}
		add("by", c.Perpetrator)
		add("where", c.Place)
		add("when", c.Time)
		add("weapon", c.Weapon)
		if c.Reporter != nil {
			source := r.paint(dim, "source ") + terminal.Clean(c.Reporter.Text)
			if c.Source >= 0 {
				source += r.paint(dim, " "+annotated.Mark(a.Sources[c.Source].Kind))
			}
			parts = append(parts, source)
		}
		if c.Modality != extract.Stated {
			parts = append(parts, r.paint(dim, string(c.Modality)))
		}
		if c.PartOf >= 0 {
			parts = append(parts, r.paint(dim, "part of “"+terminal.Clean(a.Claims[c.PartOf].Count.Text)+"”"))
		}
		r.wrap(2, r.paint(outcomeStyle(c.Outcome), head), parts, " · ")
	}
}

func (r *reportWriter) incidents(a *dateline.Analysis) {
	if len(a.Incidents) == 0 {
		return
	}
	r.heading("INCIDENTS", len(a.Incidents))
	for i := range a.Incidents {
		in := &a.Incidents[i]
		head := annotated.Whereabouts(a, in)
		if in.TimeWords != nil {
			head += ", " + in.TimeWords.Text
		}
		var figures []string
		for _, f := range in.Figures {
			figure := r.paint(bold, annotated.Bounds(f.Low, f.High)) + " " + r.paint(outcomeStyle(f.Outcome), string(f.Outcome))
			if n := len(f.Claims); n > 1 {
				figure += r.paint(dim, fmt.Sprintf(" (%d claims)", n))
			}
			figures = append(figures, figure)
		}
		r.wrap(2, terminal.Clean(head)+": ", figures, ", ")
	}
}

func (r *reportWriter) sourcing(a *dateline.Analysis) {
	s := a.Sourcing()
	fmt.Fprintf(r.w, "\n%s\n", r.paint(bold, "SOURCING"))
	for _, row := range []struct {
		name  string
		count dateline.KindCount
	}{{"sources", s.Sources}, {"quotes", s.Quotes}, {"claims", s.Claims}} {
		var parts []string
		for _, kind := range annotated.SourceKinds {
			if n := row.count.Of(kind); n > 0 {
				parts = append(parts, r.paint(sourceStyle[kind], fmt.Sprintf("%s %d %s", annotated.Mark(kind), n, kind)))
			}
		}
		if parts != nil {
			r.wrap(2, fmt.Sprintf("%-8s", row.name), parts, ", ")
		}
	}
	for _, ref := range s.AnonymousOnly {
		f := a.Incidents[ref.Incident].Figures[ref.Figure]
		r.line(2, fmt.Sprintf("on anonymous word alone: %s %s", annotated.Bounds(f.Low, f.High), f.Outcome))
	}
}

func (r *reportWriter) line(indent int, s string) {
	fmt.Fprintf(r.w, "%s%s\n", strings.Repeat(" ", indent), s)
}

// wrap prints parts behind a head, breaking lines between parts; later lines
// begin where the first part does.
func (r *reportWriter) wrap(indent int, head string, parts []string, separator string) {
	r.w.WriteString(strings.Repeat(" ", indent) + head)
	left := indent + visible(head)
	width := left
	for i, part := range parts {
		if i > 0 {
			if width+visible(separator)+visible(part) > reportWidth {
				r.w.WriteString(strings.TrimRight(separator, " ") + "\n" + strings.Repeat(" ", left))
				width = left
			} else {
				r.w.WriteString(separator)
				width += visible(separator)
			}
		}
		r.w.WriteString(part)
		width += visible(part)
	}
	r.w.WriteByte('\n')
}

// visible is the number of characters a terminal shows of s.
func visible(s string) int {
	n, escape := 0, false
	for _, c := range s {
		switch {
		case c == '\x1b':
			escape = true
		case escape:
			escape = c != 'm'
		default:
			n++
		}
	}
	return n
}

// style is the parameters of a terminal's colour escape.
type style string

const (
	bold style = "1"
	dim  style = "2"
)

var entityStyle = map[entities.Type]style{
	entities.Person: "36", entities.Org: "35", entities.GPE: "32", entities.Loc: "32",
	entities.Fac: "33", entities.Norp: "34", entities.Event: "31",
}

var sourceStyle = map[quotes.SourceKind]style{
	quotes.Named: "1;36", quotes.Organization: "1;35", quotes.Anonymous: "1;33", quotes.NoSource: "1;31",
}

func outcomeStyle(o extract.Outcome) style {
	return cmp.Or(map[extract.Outcome]style{extract.Killed: "31", extract.Injured: "33", extract.Released: "32"}[o], "34")
}

// painter colours a text, or leaves it as it is where colours are off.
type painter func(style, string) string

func newPainter(color bool) painter {
	if !color {
		return func(_ style, s string) string { return s }
	}
	return func(st style, s string) string { return "\x1b[" + string(st) + "m" + s + "\x1b[0m" }
}
