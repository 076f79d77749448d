package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/dates"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
)

// result puts the claims together in text order.
func (r *reader) result() *Result {
	n := len(r.found)
	if n == 0 {
		return &Result{}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &r.found[a], &r.found[b]
		if x.first != y.first {
			return x.first - y.first
		}
		return x.trigger[0] - y.trigger[0]
	})
	place := make([]int, n)
	for i, k := range order {
		place[k] = i
	}
	res := &Result{Claims: make([]Claim, 0, n)}
	for _, k := range order {
		f := &r.found[k]
		cl := f.claim
		cl.Count = r.doc.Span(f.first, f.last)
		cl.Trigger = r.doc.Span(f.trigger[0], f.trigger[1])
		if f.says[1] > 0 {
			cl.Trigger = r.doc.Span(f.says[0], f.says[1])
		}
		cl.Modality = f.modality
		cl.Cumulative = f.cumul
		if f.victims[1] > f.victims[0] {
			cl.Victims = spanOf(r.doc.Span(f.victims[0], f.victims[1]))
			cl.Names = r.names(f)
			cl.Side = r.side(f)
		}
		if f.agent[1] > f.agent[0] {
			cl.Perpetrator = spanOf(r.doc.Span(f.agent[0], f.agent[1]))
			cl.PerpetratorEntity = r.entityIn(f.agent[0], f.agent[1])
		}
		if f.agentIt && cl.Perpetrator == nil {
			if by, _ := r.reporterOf(f); by != nil {
				cl.Perpetrator, cl.PerpetratorEntity = by, r.entityWithin(by)
			}
		}
		if f.weapon[1] > f.weapon[0] {
			cl.Weapon = spanOf(r.doc.Span(f.weapon[0], f.weapon[1]))
		}
		if f.wholeOf >= 0 && f.wholeOf != k {
			cl.PartOf = place[f.wholeOf]
		}
		if f.replaces >= 0 && f.replaces != k {
			cl.Replaces = place[f.replaces]
		}
		cl.Reporter, cl.Source = r.reporterOf(f)
		if f.counter[1] > 0 {
			cl.Reporter, cl.Source = r.counterOf(f, cl.Reporter, cl.Source)
		}
		if cl.Modality == Stated && cl.Source >= 0 && cl.Source < len(r.said.Sources) && r.said.Sources[cl.Source].Party {
			cl.Modality = Alleged
		}
		if f.time >= 0 {
			if iv, ok := r.exprs[f.time].Resolve(r.published); ok {
				cl.When = &Interval{From: iv.From, To: iv.To, Precision: precisions[iv.Precision]}
			}
		}
		res.Claims = append(res.Claims, cl)
	}
	r.incidents(res, order)
	return res
}

// names are the persons that the victims' words name, with their ages.
func (r *reader) names(f *finding) []Person {
	var out []Person
	for m := firstMention(r.ents, f.victims[0]); m < len(r.ents.Mentions) && r.ents.Mentions[m].First < f.victims[1]; m++ {
		mm := &r.ents.Mentions[m]
		if mm.Type != entities.Person || mm.Last > f.victims[1] {
			continue
		}
		out = append(out, Person{Name: mm.Span, Age: r.age(mm.First, mm.Last)})
	}
	if len(out) == 0 && f.claim.Min != nil && *f.claim.Min == 1 && f.claim.Max != nil && *f.claim.Max == 1 {
		if m := r.namedBehind(f.victims[1]); m >= 0 {
			mm := &r.ents.Mentions[m]
			out = append(out, Person{Name: mm.Span, Age: r.age(mm.First, mm.Last)})
		}
	}
	return out
}

// namedBehind is the name of a person that explains the victim who ends at
// token i: ", Ahmed Karim", "named Ahmed Karim", "identified as Ahmed Karim";
// -1 for none.
func (r *reader) namedBehind(i int) int {
	tok := r.doc.Tokens
	at := func(i int) string {
		if i < len(tok) {
			return tok[i].Lower
		}
		return ""
	}
	switch at(i) {
	case ",":
		i++
	case "named", "called":
		i++
	case "identified":
		if at(i+1) != "as" {
			return -1
		}
		i += 2
	default:
		return -1
	}
	m := firstMention(r.ents, i)
	if m >= len(r.ents.Mentions) || r.ents.Mentions[m].Type != entities.Person || r.ents.Mentions[m].First > i+1 {
		return -1
	}
	switch at(r.ents.Mentions[m].Last) { // "a clerk, Novak said"
	case "said", "says", "told", "and", "'s", "added":
		return -1
	}
	return m
}

// age reads "Sara Novak, 37", "37-year-old Sara Novak", "Novak (37)".
func (r *reader) age(first, last int) int {
	tok := r.doc.Tokens
	if last+1 < len(tok) && (tok[last].Text == "," || tok[last].Text == "(") && tok[last+1].Kind == text.Number {
		if n := number(tok[last+1].Lower); n > 0 && n < 120 && (last+2 >= len(tok) || tok[last+2].Kind == text.Punct) {
			return n
		}
	}
	if last+2 < len(tok) && tok[last].Text == "," && tok[last+1].Lower == "aged" {
		return number(tok[last+2].Lower)
	}
	for i := first - 1; i >= 0 && i >= first-4; i-- {
		if a, unit, ok := strings.Cut(tok[i].Lower, "-"); ok && strings.HasPrefix(unit, "year-old") {
			return number(a)
		}
	}
	return 0
}

// number reads up to three digits, 0 for anything else.
func number(w string) int {
	n := 0
	if len(w) == 0 || len(w) > 3 {
		return 0
	}
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return 0
		}
		n = n*10 + int(w[i]-'0')
	}
	return n
}

// side is the force or group that the victims' words name.
func (r *reader) side(f *finding) string {
	if f.claim.Class != Combatant && f.claim.Class != Police && f.claim.Class != UnknownVictim {
		return ""
	}
	for m := firstMention(r.ents, f.victims[0]); m < len(r.ents.Mentions) && r.ents.Mentions[m].First < f.victims[1]; m++ {
		mm := &r.ents.Mentions[m]
		if mm.Type == entities.Org || mm.Type == entities.Norp && f.claim.Class != UnknownVictim {
			return r.ents.Entities[mm.Entity].Name
		}
	}
	return ""
}

// entityIn is the entity of the first name among the tokens, -1 for none.
func (r *reader) entityIn(first, last int) int {
	if m := firstMention(r.ents, first); m < len(r.ents.Mentions) && r.ents.Mentions[m].First < last {
		return r.ents.Mentions[m].Entity
	}
	return -1
}

// entityWithin is the entity of the first name in a span, -1 for none.
func (r *reader) entityWithin(s *span.Span) int {
	m, _ := slices.BinarySearchFunc(r.ents.Mentions, s.Start, func(m entities.Mention, at int) int { return m.Start - at })
	if m < len(r.ents.Mentions) && r.ents.Mentions[m].Start < s.End {
		return r.ents.Mentions[m].Entity
	}
	return -1
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
