package runner

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/dateline-go/dateline"
)

const wanted = `want {"id": "...", "text": "...", "published": "2026-11-25", "outlet": "..."}`

// parse reads an article from its JSON form. Of what is wrong, raw keeps the
// words.
func parse(line []byte) item {
	it, err := parseRecord(line)
	if err != nil {
		it.err, it.raw = err, append([]byte(nil), line[:min(len(line), maxRaw)]...)
	}
	return it
}

const maxRaw = 64 << 10

func parseRecord(line []byte) (item, error) {
	var r struct {
		ID        label   `json:"id"`
		Text      *string `json:"text"`
		Published string  `json:"published"`
		Date      string  `json:"date"`
		Outlet    label   `json:"outlet"`
		Source    label   `json:"source"`
		Publisher label   `json:"publisher"`
		Title     string  `json:"title"`
		URL       string  `json:"url"`
	}
	err := json.Unmarshal(line, &r)
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return item{}, fmt.Errorf("not an article: %s is of type %s (%s)", strconv.Quote(wrong.Field), wrong.Value, wanted)
	}
	if err != nil {
		return item{}, fmt.Errorf("not an article: %w (%s)", err, wanted)
	}
	it := item{article: dateline.Article{ID: string(r.ID)}, outlet: string(cmp.Or(r.Outlet, r.Source, r.Publisher)), title: r.Title, url: r.URL}
	if r.Text == nil {
		return it, fmt.Errorf("not an article: no \"text\" (%s)", wanted)
	}
	it.article.Text = *r.Text
	if day := cmp.Or(r.Published, r.Date); day != "" {
		published, err := parseDay(day)
		if err != nil {
			return it, err
		}
		it.article.Published = published
	}
	return it, nil
}

// label is a string, a number, or an object with a name.
type label string

func (l *label) UnmarshalJSON(b []byte) error {
	if b[0] == '{' {
		var named struct {
			Name string `json:"name"`
		}
		err := json.Unmarshal(b, &named)
		*l = label(named.Name)
		return err
	}
	if b[0] == '"' {
		return json.Unmarshal(b, (*string)(l))
	}
	if string(b) == "null" {
		return nil
	}
	var number json.Number
	err := json.Unmarshal(b, &number)
	*l = label(number)
	return err
}

// parseDay reads a day, also of a time, which is taken in its own time zone.
func parseDay(s string) (time.Time, error) {
	for _, layout := range [...]string{time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", time.DateTime, time.RFC1123, time.RFC1123Z} {
		if t, err := time.Parse(layout, s); err == nil {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
		}
	}
	return time.Time{}, fmt.Errorf("not a date: %q (want year-month-day: 2026-11-25)", s)
}
