package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/examples/webpage/page"
	"github.com/dateline-go/dateline/internal/terminal"
	"github.com/dateline-go/dateline/span"
)

// writers are the output formats.
var writers = map[string]func(*bufio.Writer, *page.Page, *dateline.Analysis) error{
	"report": writeReport, "jsonl": writeLine, "text": writeText, "html": writePage,
}

// line is a page as a line of JSON.
type line struct {
	Page     pageFacts          `json:"page"`
	Analysis *dateline.Analysis `json:"analysis"`
	Places   lists              `json:"places"`
	Map      []page.Segment     `json:"map"`
}

type pageFacts struct {
	Name      string `json:"name"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Site      string `json:"site,omitempty"`
	Language  string `json:"language,omitempty"`
	Published string `json:"published,omitempty"`
	Encoding  string `json:"encoding"`
	Partial   bool   `json:"partial,omitempty"`
	Lost      int    `json:"lost,omitempty"`
}

// lists hold the places of what stands at the same index in the analysis: of a
// mention's name, a quote's content, a claim's number. What else has a span is
// found with the map.
type lists struct {
	Mentions [][]page.Place `json:"mentions"`
	Quotes   [][]page.Place `json:"quotes"`
	Claims   [][]page.Place `json:"claims"`
}

func writeLine(w *bufio.Writer, p *page.Page, a *dateline.Analysis) error {
	l := line{
		Page: pageFacts{
			Name: p.Name, URL: p.URL, Title: p.Title, Byline: p.Byline, Site: p.Site, Language: p.Language,
			Encoding: p.Encoding, Partial: p.Partial, Lost: p.Lost,
		},
		Analysis: a, Map: p.Segments(),
		Places: lists{make([][]page.Place, len(a.Mentions)), make([][]page.Place, len(a.Quotes)), make([][]page.Place, len(a.Claims))},
	}
	if !p.Published.IsZero() {
		l.Page.Published = p.Published.Format(time.DateOnly)
	}
	for i := range a.Mentions {
		l.Places.Mentions[i] = p.Places(a.Mentions[i].Span)
	}
	for i := range a.Quotes {
		l.Places.Quotes[i] = p.Places(a.Quotes[i].Content)
	}
	for i := range a.Claims {
		l.Places.Claims[i] = p.Places(a.Claims[i].Count)
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(l)
}

func writeText(w *bufio.Writer, p *page.Page, _ *dateline.Analysis) error {
	_, err := fmt.Fprintf(w, "%s\n", p.Text)
	return err
}

// writeReport is for people at a terminal; numbers in brackets are bytes of
// the page as it was served.
func writeReport(w *bufio.Writer, p *page.Page, a *dateline.Analysis) error {
	fmt.Fprintf(w, "%s\n", terminal.Clean(cmp.Or(p.Title, "(no title)")))
	var facts []string
	for _, fact := range []string{p.Byline, p.Site, p.URL, p.Encoding} {
		if fact != "" {
			facts = append(facts, terminal.Clean(fact))
		}
	}
	if !p.Published.IsZero() {
		facts = append(facts, "published "+p.Published.Format(time.DateOnly))
	}
	if p.Partial {
		facts = append(facts, "a part only: the page says the rest is for subscribers")
	}
	fmt.Fprintf(w, "  %s\n", strings.Join(facts, " · "))
	fmt.Fprintf(w, "\nENTITIES (%d)\n", len(a.Entities))
	for i := range a.Entities {
		e := &a.Entities[i]
		fmt.Fprintf(w, "  %-7s %s%s\n", e.Type, terminal.Clean(e.Name), at(p, a.Mentions[e.Mentions[0]].Span))
	}
	fmt.Fprintf(w, "\nQUOTES (%d)\n", len(a.Quotes))
	for i := range a.Quotes {
		q := &a.Quotes[i]
		source := "no source given"
		if q.Source >= 0 {
			source = fmt.Sprintf("%s, %s", a.Sources[q.Source].Name, a.Sources[q.Source].Kind)
		}
		fmt.Fprintf(w, "  %s: %s%s\n", terminal.Clean(source), terminal.Clean(q.Content.Text), at(p, q.Content))
	}
	fmt.Fprintf(w, "\nCASUALTY CLAIMS (%d)\n", len(a.Claims))
	for i := range a.Claims {
		c := &a.Claims[i]
		words := []string{string(c.Outcome), "“" + terminal.Clean(c.Count.Text) + "”"}
		if c.Victims != nil {
			words = append(words, terminal.Clean(c.Victims.Text))
		}
		if c.Time != nil {
			words = append(words, "· "+terminal.Clean(c.Time.Text))
		}
		if c.When != nil {
			words = append(words, "("+c.When.From.Format(time.DateOnly)+")")
		}
		fmt.Fprintf(w, "  %s%s\n", strings.Join(words, " "), at(p, c.Count))
	}
	_, err := fmt.Fprintln(w)
	return err
}

func at(p *page.Page, s span.Span) string {
	places := p.Places(s)
	if len(places) == 0 {
		return ""
	}
	return fmt.Sprintf(" [%d:%d]", places[0].ByteStart, places[len(places)-1].ByteEnd)
}

// pageHead stands before a marked page. Its policy lets nothing run or load:
// the page is shown, not visited.
const pageHead = `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
<style>mark.dateline{color:#111;border-radius:2px;padding:0 .1em}mark.entity{background:#cfe3f7}mark.quote{background:none;color:inherit;text-decoration:underline 2px #7b3fa0}mark.claim{background:#ffd7d7;font-weight:700}</style>
`

// moving is what the policy does not govern: a page that leads elsewhere by
// itself, and links that make a browser look up and call other servers.
var moving = regexp.MustCompile(`(?i)http-equiv|<link`)

// still makes it an attribute and an element without any effect.
func still(source string) string {
	return moving.ReplaceAllStringFunc(source, func(s string) string {
		if s[0] == '<' {
			return "<meta"
		}
		return "http_equiv"
	})
}

// writePage writes the page itself with mark elements around what was found.
// Places are free of tags, so that marks never cross the page's own.
func writePage(w *bufio.Writer, p *page.Page, a *dateline.Analysis) error {
	type edge struct {
		at      int
		opening bool
		start   int // of its mark
		tag     string
	}
	var edges []edge
	titleStart, titleEnd := p.TitleElement()
	add := func(s span.Span, class, note string) {
		tag := fmt.Sprintf(`<mark class="dateline %s" title="%s">`, class, html.EscapeString(note))
		for _, place := range p.Places(s) {
			if place.Start >= titleStart && place.End <= titleEnd {
				continue // marks would show as text there
			}
			edges = append(edges, edge{place.Start, true, place.Start, tag}, edge{place.End, false, place.Start, tag})
		}
	}
	for i := range a.Quotes {
		note := "quote, no source given"
		if source := a.Quotes[i].Source; source >= 0 {
			note = fmt.Sprintf("quote of %s (%s)", a.Sources[source].Name, a.Sources[source].Kind)
		}
		add(a.Quotes[i].Content, "quote", note)
	}
	for i := range a.Mentions {
		add(a.Mentions[i].Span, "entity", fmt.Sprintf("%s: %s", a.Mentions[i].Type, a.Entities[a.Mentions[i].Entity].Name))
	}
	for i := range a.Claims {
		add(a.Claims[i].Count, "claim", string(a.Claims[i].Outcome))
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return a.at - b.at })

	w.WriteString(pageHead)
	open, from := []edge{}, 0
	for i := 0; i < len(edges); {
		at := edges[i].at
		w.WriteString(still(p.Source[from:at]))
		from = at
		// Marks that overlap are closed and opened again at every edge, so that
		// they nest.
		w.WriteString(strings.Repeat("</mark>", len(open)))
		for ; i < len(edges) && edges[i].at == at; i++ {
			e := edges[i]
			if e.opening {
				open = append(open, e)
			} else if j := slices.IndexFunc(open, func(o edge) bool { return o.start == e.start && o.tag == e.tag }); j >= 0 {
				open = slices.Delete(open, j, j+1)
			}
		}
		for _, o := range open {
			w.WriteString(o.tag)
		}
	}
	w.WriteString(still(p.Source[from:]))
	_, err := w.WriteString("\n")
	return err
}
