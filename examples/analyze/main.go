// Analyze prints what an article says.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

type piece map[string]any

func at(x *span.Index, s *span.Span) any {
	if s == nil || s.IsZero() {
		return nil
	}
	return x.Span(*s)
}

func record(id string, a *dateline.Analysis, unit span.Unit) piece {
	x := span.NewIndex(a.Text, unit)
	ents, qs, cs := []piece{}, []piece{}, []piece{}
	for _, m := range a.Mentions {
		s := x.Span(m.Span)
		ents = append(ents, piece{"start": s.Start, "end": s.End, "text": s.Text, "type": m.Type, "entity": a.Entities[m.Entity].Name})
	}
	for _, q := range a.Quotes {
		s := x.Span(q.Content)
		p := piece{"start": s.Start, "end": s.End, "text": s.Text, "kind": q.Kind, "cue": at(x, q.Cue), "source": at(x, q.Mention), "anonymity": at(x, q.Anonymity), "source_kind": "none", "source_name": nil}
		if q.Source >= 0 {
			p["source_kind"], p["source_name"] = a.Sources[q.Source].Kind, a.Sources[q.Source].Name
		}
		if len(q.Pieces) > 0 {
			var c [][2]int
			for _, s := range q.Pieces {
				c = append(c, [2]int{x.Convert(s.Start), x.Convert(s.End)})
			}
			p["content"] = c
		}
		qs = append(qs, p)
	}
	for _, c := range a.Claims {
		cs = append(cs, piece{"outcome": c.Outcome, "min": c.Min, "max": c.Max, "count": at(x, &c.Count), "victims": at(x, c.Victims), "perpetrator": at(x, c.Perpetrator), "place": at(x, c.Place), "time": at(x, c.Time), "source": at(x, c.Reporter)})
	}
	return piece{"id": id, "entities": ents, "quotes": qs, "casualties": cs}
}

func main() {
	flag.String("format", "records", "")
	offsets := flag.String("offsets", "byte", "")
	flag.Parse()
	unit, err := span.ParseUnit(*offsets)
	if err != nil {
		panic(err)
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<26)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for in.Scan() {
		var r struct{ ID, Text string }
		if err := json.Unmarshal(in.Bytes(), &r); err != nil {
			panic(err)
		}
		if err := out.Encode(record(r.ID, dateline.Analyze(r.Text), unit)); err != nil {
			panic(err)
		}
	}
}
