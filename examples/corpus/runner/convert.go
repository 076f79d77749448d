package runner

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// rowsOf turns an article's analysis into rows. Words that are not UTF-8 are
// written with U+FFFD for what is wrong; their offsets count the text as it is.
func rowsOf(n int64, it *item, a *dateline.Analysis, reports []crossdoc.Report, withText bool) *Rows {
	sum := sha256.Sum256([]byte(a.Text))
	article := ArticleRow{
		Article: n, ID: valid(it.article.ID), Outlet: valid(it.article.Outlet), Published: dayOf(it.article.Published),
		Title: valid(it.article.Title), URL: valid(it.article.URL), Input: valid(it.file), Record: it.record,
		Bytes: int64(len(a.Text)), SHA256: hex.EncodeToString(sum[:]),
		Entities: int64(len(a.Entities)), Quotes: int64(len(a.Quotes)), Claims: int64(len(a.Claims)), Incidents: int64(len(a.Incidents)),
	}
	if withText {
		article.Text = new(valid(a.Text))
	}
	r := &Rows{Articles: []ArticleRow{article}, Analysis: a}
	for i := range a.Entities {
		e := &a.Entities[i]
		row := EntityRow{
			Article: n, Entity: int64(i), Key: valid(crossdoc.Key(e)), Sure: crossdoc.Sure(e), Name: valid(e.Name), Type: string(e.Type),
			Subtype: string(e.Subtype), Aliases: bars(e.Aliases), Country: e.Country, Gender: string(e.Gender), Mentions: int64(len(e.Mentions)),
		}
		row.Lat, row.Lon = point(e.Point)
		r.Entities = append(r.Entities, row)
	}
	for i := range a.Mentions {
		m := &a.Mentions[i]
		r.Mentions = append(r.Mentions, MentionRow{
			Article: n, Mention: int64(i), Entity: int64(m.Entity), Type: string(m.Type), Start: int64(m.Start), End: int64(m.End),
			Text: valid(m.Text), Title: words(m.Title), Role: words(m.Role), Confidence: m.Confidence,
		})
	}
	for i := range a.Sources {
		s := &a.Sources[i]
		row := SourceRow{
			Article: n, Source: int64(i), Kind: string(s.Kind), Name: valid(s.Name), Entity: index(s.Entity), Key: key(a, s.Entity),
			Description: valid(s.Description), Affiliation: valid(s.Affiliation), Place: valid(s.Place), Party: s.Party,
			Reason: string(s.Reason), Anonymity: words(s.Anonymity), Quotes: int64(len(s.Quotes)),
		}
		r.Sources = append(r.Sources, row)
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		row := QuoteRow{
			Article: n, Quote: int64(i), Kind: string(q.Kind), Start: int64(q.Content.Start), End: int64(q.Content.End), Content: valid(q.Content.Text),
			Cue: words(q.Cue), Source: index(q.Source), Continues: index(q.Continues), Anonymity: words(q.Anonymity), Negated: q.Negated, Conditional: q.Conditional,
		}
		row.Speaker, row.SpeakerStart, row.SpeakerEnd = place(q.Mention)
		r.Quotes = append(r.Quotes, row)
	}
	for i := range a.Claims {
		r.Claims = append(r.Claims, claimRow(n, i, a))
	}
	for i := range a.Incidents {
		in := &a.Incidents[i]
		row := IncidentRow{Article: n, Incident: int64(i), PlaceEntity: index(in.Place), PlaceKey: key(a, in.Place), Place: words(in.PlaceWords), PerpetratorKey: key(a, in.Perpetrator), Claims: int64(len(in.Claims))}
		if in.Place >= 0 {
			e := &a.Entities[in.Place]
			row.Place, row.Country = valid(e.Name), e.Country
			row.Lat, row.Lon = point(e.Point)
		}
		if in.Perpetrator >= 0 {
			row.Perpetrator = valid(a.Entities[in.Perpetrator].Name)
		}
		row.FromDay, row.ToDay, row.Precision = interval(in.When)
		r.Incidents = append(r.Incidents, row)
	}
	for _, report := range reports {
		for k, f := range report.Figures {
			r.Figures = append(r.Figures, FigureRow{
				Article: n, Incident: int64(report.Incident), Outcome: string(f.Outcome), Low: wide(f.Low), Best: wide(f.Best), High: wide(f.High),
				Words: valid(f.Words.Text), Start: int64(f.Words.Start), End: int64(f.Words.End), SourceName: valid(f.Source), SourceKind: string(f.SourceKind),
				Claims: int64(len(a.Incidents[report.Incident].Figures[k].Claims)), AnonymousOnly: f.AnonymousOnly,
			})
		}
	}
	return r
}

func claimRow(n int64, i int, a *dateline.Analysis) ClaimRow {
	c := &a.Claims[i]
	row := ClaimRow{
		Article: n, Claim: int64(i), Incident: index(c.Incident), Outcome: string(c.Outcome), Min: wide(c.Min), Max: wide(c.Max),
		Approximate: c.Approximate, Vague: c.Vague,
		Count: valid(c.Count.Text), CountStart: int64(c.Count.Start), CountEnd: int64(c.Count.End),
		Trigger: valid(c.Trigger.Text), TriggerStart: int64(c.Trigger.Start), TriggerEnd: int64(c.Trigger.End),
		VictimClass: string(c.Class), Side: valid(c.Side),
		PerpetratorEntity: index(c.PerpetratorEntity), PerpetratorKey: key(a, c.PerpetratorEntity),
		PlaceEntity: index(c.PlaceEntity), PlaceKey: key(a, c.PlaceEntity),
		Source: index(c.Source), SourceKind: string(kindOf(a, c.Source)),
		Modality: string(c.Modality), Cumulative: c.Cumulative, PartOf: index(c.PartOf), Replaces: index(c.Replaces),
	}
	row.Victims, row.VictimsStart, row.VictimsEnd = place(c.Victims)
	row.Perpetrator, row.PerpetratorStart, row.PerpetratorEnd = place(c.Perpetrator)
	row.Place, row.PlaceStart, row.PlaceEnd = place(c.Place)
	row.Time, row.TimeStart, row.TimeEnd = place(c.Time)
	row.Weapon, row.WeaponStart, row.WeaponEnd = place(c.Weapon)
	row.Reporter, row.ReporterStart, row.ReporterEnd = place(c.Reporter)
	row.FromDay, row.ToDay, row.Precision = interval(c.When)
	if c.Source >= 0 {
		row.SourceName = valid(a.Sources[c.Source].Name)
	}
	names := make([]string, len(c.Names))
	for k, p := range c.Names {
		names[k] = p.Name.Text
	}
	row.Names = bars(names)
	return row
}

// eventRows turns an event into rows.
func eventRows(n int64, e *crossdoc.Event, r *Rows) {
	row := EventRow{
		Event: n, ID: valid(e.ID), PlaceKey: valid(e.Place.Key), Place: valid(e.Place.Name), Country: e.Place.Country, Perpetrator: valid(e.Perpetrator),
		Causes: bars(e.Causes), Sites: bars(e.Sites), Outlets: bars(e.Outlets), Reports: int64(len(e.Reports)),
	}
	row.Lat, row.Lon = point(e.Place.Point)
	row.FromDay, row.ToDay, row.Precision = interval(e.When)
	for i := range e.Reports {
		m := &e.Reports[i]
		because := make([]string, len(m.Link.Because))
		for k, b := range m.Link.Because {
			because[k] = fmt.Sprintf("%s %+d: %s", b.Kind, b.Points, b.Why)
		}
		r.EventReports = append(r.EventReports, EventReportRow{
			Event: n, Report: int64(i), Article: m.Number, Incident: int64(m.Incident), Outlet: valid(m.Outlet), Published: dayOf(m.Published),
			JoinedTo: index(m.With), Score: int64(m.Link.Score), Because: bars(because),
		})
	}
	for i := range e.Figures {
		f := &e.Figures[i]
		switch f.Outcome {
		case extract.Killed:
			row.KilledLow, row.KilledBest, row.KilledHigh = wide(f.Low), wide(f.Best), wide(f.High)
		case extract.Injured:
			row.InjuredLow, row.InjuredBest, row.InjuredHigh = wide(f.Low), wide(f.Best), wide(f.High)
		}
		for _, o := range f.Outlets {
			r.EventFigures = append(r.EventFigures, EventFigureRow{
				Event: n, Outcome: string(f.Outcome), Report: int64(o.Report), Article: e.Reports[o.Report].Number, Outlet: valid(o.Outlet),
				Low: wide(o.Low), Best: wide(o.Best), High: wide(o.High), Vague: o.Vague, Words: valid(o.Words.Text), Start: int64(o.Words.Start), End: int64(o.Words.End),
				SourceName: valid(o.Source), SourceKind: string(o.SourceKind), Party: o.Party,
			})
		}
	}
	r.Events = append(r.Events, row)
}

func kindOf(a *dateline.Analysis, source int) quotes.SourceKind {
	if source < 0 {
		return quotes.NoSource
	}
	return a.Sources[source].Kind
}

func key(a *dateline.Analysis, entity int) string {
	if entity < 0 {
		return ""
	}
	return valid(crossdoc.Key(&a.Entities[entity]))
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

func words(s *span.Span) string {
	if s == nil {
		return ""
	}
	return valid(s.Text)
}

func place(s *span.Span) (text string, start, end *int64) {
	if s == nil {
		return "", nil, nil
	}
	return valid(s.Text), new(int64(s.Start)), new(int64(s.End))
}

// bars joins names; a bar within one becomes a slash.
func bars(names []string) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(strings.ReplaceAll(valid(n), "|", "/"))
	}
	return b.String()
}

func index(i int) *int64 {
	if i < 0 {
		return nil
	}
	return new(int64(i))
}

func wide(n *int) *int64 {
	if n == nil {
		return nil
	}
	return new(int64(*n))
}

func point(p *entities.Point) (lat, lon *float64) {
	if p == nil {
		return nil, nil
	}
	return new(p.Lat), new(p.Lon)
}

func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func interval(i *extract.Interval) (from, to, precision string) {
	if i == nil {
		return "", "", ""
	}
	return dayOf(i.From), dayOf(i.To), string(i.Precision)
}
