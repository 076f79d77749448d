package extract

import (
	"sort"
	"time"

	"github.com/dateline-go/dateline/internal/dates"
)

// result puts the claims together in text order.
func (r *reader) result(c Context) *Result {
	n := len(r.found)
	if n == 0 {
		return &Result{}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, y := &r.found[order[a]], &r.found[order[b]]
		if x.first != y.first {
			return x.first < y.first
		}
		return x.trigger[0] < y.trigger[0]
	})
	place := make([]int, n)
	for i, k := range order {
		place[k] = i
	}
	ref := c.Published
	if ref.IsZero() {
		ref = r.dateline()
	}
	res := &Result{Claims: make([]Claim, 0, n)}
	for _, k := range order {
		f := &r.found[k]
		cl := f.claim
		cl.Count = r.doc.Span(f.first, f.last)
		cl.Trigger = r.doc.Span(f.trigger[0], f.trigger[1])
		cl.Modality = f.modality
		cl.Cumulative = f.cumul
		if f.victims[1] > f.victims[0] {
			cl.Victims = spanOf(r.doc.Span(f.victims[0], f.victims[1]))
		}
		if f.agent[1] > f.agent[0] {
			cl.Perpetrator = spanOf(r.doc.Span(f.agent[0], f.agent[1]))
		}
		if f.wholeOf >= 0 {
			cl.PartOf = place[f.wholeOf]
		}
		if f.replaces >= 0 {
			cl.Replaces = place[f.replaces]
		}
		cl.Reporter, cl.Source = r.reporterOf(f)
		if f.time >= 0 {
			if iv, ok := r.exprs[f.time].Resolve(ref); ok {
				cl.When = &Interval{From: iv.From, To: iv.To, Precision: precisions[iv.Precision]}
			}
		}
		res.Claims = append(res.Claims, cl)
	}
	return res
}

var precisions = [...]Precision{dates.Day: Day, dates.Week: Week, dates.Month: Month, dates.Year: Year, dates.Range: Range}

// datelineReach is how many tokens at the head of a text may hold its date.
const datelineReach = 120

// dateline is the first full date at the head of the text, zero if none.
func (r *reader) dateline() time.Time {
	limit := min(len(r.doc.Tokens), datelineReach)
	var es []dates.Expression
	for i := range r.doc.Sentences {
		s := &r.doc.Sentences[i]
		if s.First >= limit {
			break
		}
		es = dates.Find(es[:0], r.doc.Tokens, s.First, min(s.Last, limit))
		for k := range es {
			if d, ok := es[k].Day(); ok {
				return d
			}
		}
	}
	return time.Time{}
}
