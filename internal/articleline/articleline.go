// Package articleline reads an article from a JSON object, the form in which all
// programs of this module take articles, a line each:
//
//	{"id": "...", "text": "...", "published": "2026-11-25", "outlet": "...", "title": "...", "url": "..."}
//
// Only the text is needed; fields not named here are passed over. One rule holds
// everywhere:
//
//   - "date" is another name for "published"; "source" and "publisher" are others
//     for "outlet". Of two, the first of this list holds.
//   - An ID or outlet is a string, a number, which is taken as it is written, or
//     an object with a "name".
//   - Of a time only the day is taken, the one it names in its own time zone.
package articleline

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/dateline-go/dateline"
)

// Record is an article with what else its line says.
type Record struct {
	dateline.Article
	Outlet, Title, URL string
}

// Errors of Parse, wrapped.
var (
	// ErrNotArticle means that the line is no JSON object of the form above.
	ErrNotArticle = errors.New("not an article")
	// ErrDate means that a day of publication cannot be read.
	ErrDate = errors.New("not a date")
)

const wanted = `want {"id": "...", "text": "...", "published": "2026-11-25", "outlet": "..."}`

// Parse reads a line. With an error, the record holds what could be read.
func Parse(line []byte) (Record, error) {
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
		where := "the line"
		if wrong.Field != "" {
			where = strconv.Quote(wrong.Field)
		}
		return Record{}, fmt.Errorf("%w: %s is of type %s (%s)", ErrNotArticle, where, wrong.Value, wanted)
	}
	if err != nil {
		return Record{}, fmt.Errorf("%w: %w (%s)", ErrNotArticle, err, wanted)
	}
	record := Record{dateline.Article{ID: string(r.ID)}, string(cmp.Or(r.Outlet, r.Source, r.Publisher)), r.Title, r.URL}
	if r.Text == nil {
		return record, fmt.Errorf("%w: no \"text\" (%s)", ErrNotArticle, wanted)
	}
	record.Text = *r.Text
	if day := cmp.Or(r.Published, r.Date); day != "" {
		if record.Published, err = ParseDay(day); err != nil {
			return record, err
		}
	}
	return record, nil
}

// label is a string, a number, or an object with a name.
type label string

func (l *label) UnmarshalJSON(b []byte) error {
	switch b[0] {
	case '{':
		var named struct {
			Name string `json:"name"`
		}
		err := json.Unmarshal(b, &named)
		*l = label(named.Name)
		return err
	case '"':
		return json.Unmarshal(b, (*string)(l))
	case 'n':
		return nil
	case 't', 'f', '[':
		return errors.New(`an ID or outlet that is no string, number or object with a "name"`)
	}
	*l = label(b)
	return nil
}

// layouts of a day and of times.
var layouts = []string{
	time.DateOnly, time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", time.DateTime,
	time.RFC1123, time.RFC1123Z,
}

// ParseDay reads a day, also of a time, which is taken in its own time zone.
func ParseDay(s string) (time.Time, error) {
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
		}
	}
	return time.Time{}, fmt.Errorf("%w: %q (want year-month-day: 2026-11-25)", ErrDate, s)
}
