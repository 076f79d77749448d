package articleline_test

import (
	"encoding/json"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/articleline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var march12 = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)

func TestParse(t *testing.T) {
	for _, row := range []struct {
		line   string
		want   articleline.Record
		err    error
		reason string
	}{
		{`{"text":"x"}`, articleline.Record{Article: dateline.Article{Text: "x"}}, nil, "a text is enough"},
		{
			`{"id":"a","text":"x","published":"2024-03-12","outlet":"O","title":"T","url":"U","more":[1]}`,
			articleline.Record{Article: dateline.Article{ID: "a", Text: "x", Published: march12}, Outlet: "O", Title: "T", URL: "U"}, nil, "all there is",
		},
		{
			`{"id":7,"text":"","date":"2024-03-12T23:59:00+02:00","source":{"name":"Wire"}}`,
			articleline.Record{Article: dateline.Article{ID: "7", Published: march12}, Outlet: "Wire"}, nil, "a number, a time of another zone, an object",
		},
		{
			`{"id":null,"text":"x","date":"2024-01-01","published":"2024-03-12","publisher":"P","outlet":"O"}`,
			articleline.Record{Article: dateline.Article{Text: "x", Published: march12}, Outlet: "O"}, nil, "of two names the first holds",
		},
		{`{"text":"x","date":"2024-03-12T10:00"}`, articleline.Record{Article: dateline.Article{Text: "x", Published: march12}}, nil, "a time without seconds"},
		{`{"id":"d"}`, articleline.Record{Article: dateline.Article{ID: "d"}}, articleline.ErrNotArticle, "no text"},
		{`{"id":"d","text":"x","date":"12.3.2024"}`, articleline.Record{Article: dateline.Article{ID: "d", Text: "x"}}, articleline.ErrDate, "another way to write a day"},
		{`{"id":true,"text":"x"}`, articleline.Record{}, articleline.ErrNotArticle, "an ID that is no name"},
		{`{"text":3}`, articleline.Record{}, articleline.ErrNotArticle, "a text that is none"},
		{`[1]`, articleline.Record{}, articleline.ErrNotArticle, "no object"},
		{`{"text":`, articleline.Record{}, articleline.ErrNotArticle, "cut off"},
		{`{"text":"x"} {}`, articleline.Record{}, articleline.ErrNotArticle, "more than one"},
		{``, articleline.Record{}, articleline.ErrNotArticle, "nothing"},
	} {
		got, err := articleline.Parse([]byte(row.line))
		assert.ErrorIs(t, err, row.err, row.reason)
		assert.Equal(t, row.want, got, row.reason)
	}
}

// FuzzParse: an article that is written as a line is read as it was.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"id":7,"text":"Two died.","date":"2024-03-12T23:59:00+02:00","source":{"name":"Wire"}}`))
	f.Add([]byte(`{"id":"a","text":"\ud800","published":"Mon, 02 Jan 2006 15:04:05 MST","publisher":-1e9}`))
	f.Add([]byte(`{"text":null,"outlet":[`))
	f.Fuzz(func(t *testing.T, line []byte) {
		got, err := articleline.Parse(line)
		if err != nil {
			require.True(t, json.Valid(line) || !utf8.ValidString(got.Text) || got == (articleline.Record{}), "what is no JSON gives nothing")
			return
		}
		form := map[string]string{"id": got.ID, "text": got.Text, "outlet": got.Outlet, "title": got.Title, "url": got.URL}
		if y := got.Published.Year(); !got.Published.IsZero() && y > 0 {
			form["published"] = got.Published.Format(time.DateOnly)
		}
		again, err := json.Marshal(form)
		require.NoError(t, err)
		back, err := articleline.Parse(again)
		require.NoError(t, err)
		require.Equal(t, got, back)
	})
}
