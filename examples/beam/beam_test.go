package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/internal/articleline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// TestSameAsInProcess holds the pipeline on Prism to what one process finds with
// dateline.AnalyzeAll.
func TestSameAsInProcess(t *testing.T) {
	const glob = "testdata/articles-*.jsonl"
	for _, shards := range []int{1, 3} {
		out := t.TempDir()
		p, err := newPipeline(options{glob, out, shards, true})
		require.NoError(t, err)
		result := ptest.RunAndValidate(t, p)

		var claims, incidents []string
		var reports []crossdoc.Report
		articles, bad := articlesOf(t, glob)
		analyzer, err := dateline.New()
		require.NoError(t, err)
		each := func(yield func(dateline.Article) bool) {
			for _, a := range articles {
				if !yield(a.Article) {
					return
				}
			}
		}
		n := 0
		for a, err := range analyzer.AnalyzeAll(t.Context(), each, 2) {
			require.NoError(t, err)
			claims = append(claims, claimLines(a)...)
			incidents = append(incidents, incidentLines(a)...)
			reports = append(reports, crossdoc.Reports(crossdoc.Article{Outlet: articles[n].Outlet, Published: articles[n].Published, Analysis: a})...)
			n++
		}
		var events []string
		for _, e := range crossdoc.Group(reports) {
			events = append(events, encode(e))
		}
		require.NotEmpty(t, claims)
		require.NotEmpty(t, events)
		sameLines(t, claims, out, "claims")
		sameLines(t, incidents, out, "incidents")
		sameLines(t, events, out, "events")
		sameLines(t, bad, out, "dead-letters")
		assert.Equal(t, map[string]int64{
			"articles": int64(len(articles)), "claims": int64(len(claims)), "incidents": int64(len(incidents)), "failures": int64(len(bad)),
		}, counters(result))
	}
}

// articlesOf reads the files without Beam.
func articlesOf(t *testing.T, glob string) (articles []articleline.Record, bad []string) {
	files, err := filepath.Glob(glob)
	require.NoError(t, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		sc := bufio.NewScanner(bytes.NewReader(data))
		for sc.Scan() {
			a, ok, err := parse(sc.Text())
			switch {
			case err != nil:
				bad = append(bad, encode(deadLetter{name, err.Error(), sc.Text()}))
			case ok:
				articles = append(articles, a)
			}
		}
		require.NoError(t, sc.Err())
	}
	return articles, bad
}

func sameLines(t *testing.T, want []string, folder, name string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, name+"-*-of-*.jsonl"))
	require.NoError(t, err)
	var got []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		for line := range strings.Lines(string(data)) {
			require.True(t, json.Valid([]byte(line)))
			got = append(got, strings.TrimSuffix(line, "\n"))
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	assert.Equal(t, want, got, name)
}

func TestOneFerry(t *testing.T) {
	out := t.TempDir()
	p, err := newPipeline(options{"testdata/*.jsonl", out, 2, true})
	require.NoError(t, err)
	ptest.RunAndValidate(t, p)
	data, err := os.ReadFile(filepath.Join(out, "events-00000-of-00001.jsonl"))
	require.NoError(t, err)
	joined := 0
	for line := range strings.Lines(string(data)) {
		var e crossdoc.Event
		require.NoError(t, json.Unmarshal([]byte(line), &e))
		if len(e.Outlets) > 1 {
			joined++
			assert.Equal(t, []string{"Daily Signal", "Harbour Post"}, e.Outlets)
		}
	}
	assert.Equal(t, 1, joined, "two outlets report the ferry")
}

func TestOptions(t *testing.T) {
	for _, row := range []struct {
		o      options
		want   string
		reason string
	}{
		{options{"testdata/none-*.jsonl", "out", 1, true}, "no file matches", "an input that is not there is no empty success"},
		{options{"", "out", 1, true}, "must not be empty", "no input"},
		{options{"testdata/*.jsonl", "", 1, true}, "must not be empty", "no output"},
		{options{"testdata/*.jsonl", "out", 0, true}, "1 to 10000", "no shard"},
		{options{"testdata/[.jsonl", "out", 1, true}, "syntax error", "a glob that is none"},
	} {
		_, err := newPipeline(row.o)
		assert.ErrorContains(t, err, row.want, row.reason)
	}
}

func TestParse(t *testing.T) {
	for _, row := range []struct{ line, want, reason string }{
		{`{"id":"a","text":"x"}`, "", "an article"},
		{`{"text":"x","date":"2026-11-25T10:00:00Z"}`, "", "a time is a day"},
		{``, "", "an empty line is nothing"},
		{`{"id":1,"text":"x"}`, "", "an ID that is a number"},
		{`{"id":"a"}`, `no "text"`, "no text"},
		{`{"text":"x","date":"25.11.2026"}`, "not a date", "another way to write a date"},
		{`{"text":`, "not an article", "cut off"},
	} {
		_, _, err := parse(row.line)
		if row.want == "" {
			assert.NoError(t, err, row.reason)
		} else {
			assert.ErrorContains(t, err, row.want, row.reason)
		}
	}
	a, _, _ := parse(`{"text":"x"}`)
	b, _, _ := parse(`{"text":"x"}`)
	assert.NotEmpty(t, a.ID)
	assert.Equal(t, a.ID, b.ID, "the same text gets the same ID on every worker")
}
