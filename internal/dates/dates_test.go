package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/text"
)

func find(s string) ([]Expression, *text.Document) {
	doc := text.Read(s)
	var es []Expression
	for _, s := range doc.Sentences {
		es = Find(es, doc.Tokens, s.First, s.Last)
	}
	return es, doc
}

// reference is a Wednesday.
var reference = time.Date(2021, 3, 10, 15, 0, 0, 0, time.UTC)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"It happened on Sunday.", "Sunday=2021-03-07", "the last Sunday"},
		{"It happened on Wednesday.", "Wednesday=2021-03-10", "the reference day itself"},
		{"It happened on Sunday morning.", "Sunday morning=2021-03-07", "part of the day"},
		{"They came early Sunday.", "early Sunday=2021-03-07", "edge"},
		{"They came today.", "today=2021-03-10", "today"},
		{"They came yesterday.", "yesterday=2021-03-09", "yesterday"},
		{"They came last night.", "last night=2021-03-09", "last night"},
		{"They came this morning.", "this morning=2021-03-10", "this morning"},
		{"on Feb. 28, 2021, they left", "Feb. 28, 2021=2021-02-28", "American date"},
		{"on 28 February 2021 they left", "28 February 2021=2021-02-28", "day first"},
		{"dawn of February 28th, the army", "dawn of February 28th=2021-02-28", "part of a day before a date"},
		{"BOGOTA, 12 JAN 90", "12 JAN 90=1990-01-12", "two-digit year"},
		{"on Friday 20 Jun 2014", "Friday 20 Jun 2014=2014-06-20", "weekday with its date"},
		{"on Monday, Dec. 26, he", "Monday, Dec. 26=2020-12-26", "weekday, date without a year: the last one"},
		{"on 8 April", "8 April=2020-04-08", "a date that is not yet over belongs to last year"},
		{"In February 2021, they", "February 2021=2021-02-01..2021-02-28", "month and year"},
		{"in December they", "December=2020-12-01..2020-12-31", "the last December"},
		{"in 2017 they", "2017=2017-01-01..2017-12-31", "year"},
		{"last week they", "last week=2021-03-01..2021-03-07", "calendar week"},
		{"this year they", "this year=2021-01-01..2021-12-31", "this year"},
		{"last year they", "last year=2020-01-01..2020-12-31", "last year"},
		{"within the past two days", "the past two days=2021-03-08..2021-03-10", "span"},
		{"in the last two years", "the last two years=2019-03-10..2021-03-10", "span of years"},
		{"in the past 24 hours", "the past 24 hours=2021-03-09..2021-03-10", "span of hours"},
		{"three weeks ago", "three weeks ago=2021-02-15..2021-02-21", "weeks ago"},
		{"two days ago", "two days ago=2021-03-08", "days ago"},
		{"since 2011", "since 2011=2011-01-01..2021-03-10", "since a year"},
		{"since the feud began in March 2011", "since the feud began in March 2011=2011-03-01..2021-03-10", "since an event with its date"},
		{"between 11-13 Dec. it", "11-13 Dec.=2020-12-11..2020-12-13", "range of days"},
		{"published 01.10.2014", "01.10.2014=2014-10-01", "numeric date, day first"},
		{"2016-07-09 news", "2016-07-09=2016-07-09", "ISO date"},
		{"on Thanksgiving Day", "Thanksgiving Day=2020-11-26", "a holiday that moves"},
		{"AT 0500 THEY came", "0500=", "a clock time has no day"},
		{"at 6:30 a.m. they", "6:30 a.m.=", "clock time"},
		{"last Friday they", "last Friday=2021-03-05", "last Friday"},
		{"he may march on", "", "verbs that look like months"},
		{"In October 78 people drowned", "October=2020-10-01..2020-10-31", "no month has 78 days"},
		{"In June 12 people drowned", "June=2020-06-01..2020-06-30", "people behind a number that in puts in no month"},
		{"a 2019 fire in the club", "2019=2019-01-01..2019-12-31", "a year before its event"},
		{"on 14 June 32 bodies were found", "14 June=2020-06-14", "a count behind a date is no year"},
		{"the worst since 2016, when a dam broke", "2016=2016-01-01..2016-12-31", "what is told with when is of that time alone"},
		{"2017 people came", "", "a count that looks like a year"},
		{"the second time", "", "no time expression"},
	} {
		es, doc := find(c.text)
		var got []string
		for _, e := range es {
			s := doc.Span(e.First, e.Last).Text + "="
			if iv, ok := e.Resolve(reference); ok {
				s += iv.From.Format(time.DateOnly)
				if iv.To != iv.From {
					s += ".." + iv.To.Format(time.DateOnly)
				}
			}
			got = append(got, s)
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), "%s: %s", c.text, c.reason)
	}
}

func TestRelativeTimeNeedsReference(t *testing.T) {
	es, _ := find("on Sunday")
	require.Len(t, es, 1)
	_, ok := es[0].Resolve(time.Time{})
	assert.False(t, ok)
}

func FuzzFind(f *testing.F) {
	f.Add("since since the last two years ago early on Feb. 31 99, at 0500 GMT of May 2021")
	f.Add("the the evening of the last few 11-13 Dec 1.1.2020")
	f.Fuzz(func(t *testing.T, s string) {
		es, doc := find(s)
		end := 0
		for i := range es {
			e := &es[i]
			require.GreaterOrEqual(t, e.First, end)
			require.Less(t, e.First, e.Last)
			require.LessOrEqual(t, e.Last, len(doc.Tokens))
			if iv, ok := e.Resolve(reference); ok {
				require.False(t, iv.To.Before(iv.From))
			}
			e.Resolve(time.Time{})
			end = e.Last
		}
	})
}

func BenchmarkFind(b *testing.B) {
	doc := text.Read(strings.Repeat("Two men were killed on Sunday, 5 May 2019, and in the last two years many others since the war began in 2011. ", 200))
	var es []Expression
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		es = es[:0]
		for _, s := range doc.Sentences {
			es = Find(es, doc.Tokens, s.First, s.Last)
		}
	}
}

func ExampleFind() {
	doc := text.Read("The raid began on Sunday.")
	published := time.Date(2021, 3, 10, 0, 0, 0, 0, time.UTC)
	for _, e := range Find(nil, doc.Tokens, 0, len(doc.Tokens)) {
		when, _ := e.Resolve(published)
		fmt.Println(doc.Span(e.First, e.Last).Text, when.From.Format(time.DateOnly))
	}
	// Output: Sunday 2021-03-07
}
