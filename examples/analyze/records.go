package main

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// record is an article in the format in which articles are annotated by hand
// and analyzers are scored.
type record struct {
	ID         string           `json:"id"`
	Entities   []entityRecord   `json:"entities"`
	Quotes     []quoteRecord    `json:"quotes"`
	Casualties []casualtyRecord `json:"casualties"`
}

type entityRecord struct {
	span.Span
	Type   entities.Type `json:"type"`
	Entity string        `json:"entity"` // canonical name
}

type quoteRecord struct {
	span.Span
	Kind       quotes.Kind       `json:"kind"`
	Cue        *span.Span        `json:"cue"`
	Source     *span.Span        `json:"source"`
	SourceKind quotes.SourceKind `json:"source_kind"`
	SourceName *string           `json:"source_name"`
	Anonymity  *span.Span        `json:"anonymity"`
	Content    [][2]int          `json:"content,omitempty"` // of a content in pieces
}

type casualtyRecord struct {
	Outcome     extract.Outcome `json:"outcome"`
	Min         *int            `json:"min"`
	Max         *int            `json:"max"`
	Count       *span.Span      `json:"count"`
	Victims     *span.Span      `json:"victims"`
	Perpetrator *span.Span      `json:"perpetrator"`
	Place       *span.Span      `json:"place"`
	Time        *span.Span      `json:"time"`
	Source      *span.Span      `json:"source"`
}

// newRecord takes the analysis in the unit in which the record shall count.
func newRecord(a *dateline.Analysis) record {
	r := record{ID: a.ID, Entities: []entityRecord{}, Quotes: []quoteRecord{}, Casualties: []casualtyRecord{}}
	for _, m := range a.Mentions {
		r.Entities = append(r.Entities, entityRecord{Span: m.Span, Type: m.Type, Entity: a.Entities[m.Entity].Name})
	}
	for _, q := range a.Quotes {
		quote := quoteRecord{
			Span: q.Content, Kind: q.Kind, Cue: evidence(q.Cue), Source: evidence(q.Mention),
			SourceKind: quotes.NoSource, Anonymity: evidence(q.Anonymity),
		}
		if q.Source >= 0 {
			source := &a.Sources[q.Source]
			quote.SourceKind, quote.SourceName = source.Kind, &source.Name
		}
		for _, piece := range q.Pieces {
			quote.Content = append(quote.Content, [2]int{piece.Start, piece.End})
		}
		r.Quotes = append(r.Quotes, quote)
	}
	for _, c := range a.Claims {
		// The record format holds what is stated to have happened.
		if c.Outcome == extract.Released || c.Modality == extract.Hypothetical || c.Modality == extract.Denied {
			continue
		}
		r.Casualties = append(r.Casualties, casualtyRecord{
			Outcome: c.Outcome, Min: c.Min, Max: c.Max, Count: evidence(&c.Count), Victims: evidence(c.Victims),
			Perpetrator: evidence(c.Perpetrator), Place: evidence(c.Place), Time: evidence(c.Time), Source: evidence(c.Reporter),
		})
	}
	return r
}

// evidence is nil, as in the record format, for words that are not there.
func evidence(s *span.Span) *span.Span {
	if s == nil || s.IsZero() {
		return nil
	}
	return s
}
