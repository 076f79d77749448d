package sampletext

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// Outline is what an analysis says, in words that do not depend on how the
// text is written (see [Plain]), by stage.
type Outline struct{ Entities, Quotes, Claims []string }

// OutlineOf tells an analysis.
func OutlineOf(a *dateline.Analysis) Outline {
	var o Outline
	for _, m := range a.Mentions {
		o.Entities = append(o.Entities, fmt.Sprintf("%s %s = %s", m.Type, Plain(m.Text), Plain(a.Entities[m.Entity].Name)))
	}
	for _, q := range a.Quotes {
		kind, name := quotes.NoSource, ""
		if q.Source >= 0 {
			kind, name = a.Sources[q.Source].Kind, Plain(a.Sources[q.Source].Name)
		}
		o.Quotes = append(o.Quotes, fmt.Sprintf("%s %q by %q as %q = %s %s", q.Kind, Plain(q.Content.Text), words(q.Cue), words(q.Mention), kind, name))
	}
	for _, c := range a.Claims {
		o.Claims = append(o.Claims, fmt.Sprintf("%s %s %s to %s: %q %q by %q in %q on %q says %q", c.Modality, c.Outcome, number(c.Min), number(c.Max), Plain(c.Count.Text),
			words(c.Victims), words(c.Perpetrator), words(c.Place), words(c.Time), words(c.Reporter)))
	}
	return o
}

func words(s *span.Span) string {
	if s == nil {
		return ""
	}
	return Plain(s.Text)
}

func number(n *int) string {
	if n == nil {
		return "open"
	}
	return fmt.Sprint(*n)
}

// SharedLines counts the lines that two lists have in common, each as often as both
// have it, and all lines of both.
func SharedLines(a, b []string) (common, all int) {
	left := slices.Clone(a)
	for _, l := range b {
		if i := slices.Index(left, l); i >= 0 {
			left = slices.Delete(left, i, i+1)
			common++
		}
	}
	return common, len(a) + len(b)
}

// Differences lists the lines of a that b lacks and of b that a lacks.
func Differences(a, b []string) []string {
	var out []string
	left := slices.Clone(b)
	for _, l := range a {
		if i := slices.Index(left, l); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			out = append(out, "- "+l)
		}
	}
	for _, l := range left {
		out = append(out, "+ "+l)
	}
	return out
}
