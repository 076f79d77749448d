package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/terminal"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// analyze runs the program.
func analyze(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func TestRunFormats(t *testing.T) {
	for _, row := range []struct {
		format string
		want   []string
		reason string
	}{
		{"report", []string{"Market Attack Kills Traders", "ENTITIES", "QUOTES", "CASUALTY CLAIMS", "SOURCING"}, "every section is there"},
		{"json", []string{"{\n  \"schema\": \"dateline/1\",\n  \"offsets\": \"byte\""}, "indented, and says schema and unit first"},
		{"jsonl", []string{`{"schema":"dateline/1","offsets":"byte"`}, "one line"},
		{"html", []string{"<!DOCTYPE html>", "BELEDWEYNE", "</html>"}, "a whole page"},
	} {
		status, out, errs := analyze(sample, "-format", row.format)
		assert.Zero(t, status, row.reason)
		assert.Empty(t, errs, row.reason)
		for _, want := range row.want {
			assert.Contains(t, out, want, row.reason)
		}
		assert.NotContains(t, out, "\x1b", "no colour but on a terminal")
	}
}

func TestRunRecords(t *testing.T) {
	lines := `{"id":"a","text":"` + strings.Repeat("Police in Homs said two people died. ", 4000) + `","date":"2026-11-25T10:00:00Z"}

{"id": [7], "text": "x"}
{"id":"b","text":"“É” 🇮🇶 said Ra'ad","more":1}
{"id":"c","date":"yesterday","text":""}
{"id":"d"}
not json
{"id":"e","text":""}`
	status, out, errs := analyze(lines, "-format", "records", "-offsets", "rune")
	assert.Equal(t, 1, status, "a line that cannot be parsed makes the status 1")
	for _, line := range []string{"standard input:3: not an article", "standard input:5: not a date", `standard input:6: not an article: no "text"`, "standard input:7: not an article"} {
		assert.Contains(t, errs, line, "file and line number")
	}
	assert.Equal(t, 4, strings.Count(errs, "\n"), "one error a line")

	var ids []string
	for line := range strings.Lines(out) {
		var r map[string]any
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		ids = append(ids, r["id"].(string))
		for _, list := range []string{"entities", "quotes", "casualties"} {
			assert.IsType(t, []any{}, r[list], "an empty list, not null")
		}
	}
	assert.Equal(t, []string{"a", "b", "e"}, ids, "the other lines are still processed, in order")
}

func TestRunFiles(t *testing.T) {
	dir := t.TempDir()
	text, lines, missing := filepath.Join(dir, "one.txt"), filepath.Join(dir, "two.jsonl"), filepath.Join(dir, "none.txt")
	require.NoError(t, os.WriteFile(text, []byte("{not: json}"), 0o600))
	require.NoError(t, os.WriteFile(lines, []byte(`{"id":"x","text":"Two."}`+"\n"+`{"id":"y","text":"Three."}`), 0o600))
	status, out, errs := analyze("", "-format", "jsonl", missing, text, dir, lines)
	assert.Equal(t, 1, status)
	assert.Contains(t, errs, "none.txt", "a file that is not there")
	assert.Equal(t, 2, strings.Count(errs, "\n"), "and a folder: %s", errs)
	var texts []string
	for line := range strings.Lines(out) {
		var a dateline.Analysis
		require.NoError(t, json.Unmarshal([]byte(line), &a))
		texts = append(texts, a.Text)
	}
	assert.Equal(t, []string{"{not: json}", "Two.", "Three."}, texts, "the other files are still read")
}

func TestRunWrongUse(t *testing.T) {
	for _, row := range []struct {
		args []string
		want string
	}{
		{[]string{"-format", "xml"}, "use report, json, jsonl, records, html"},
		{[]string{"-offsets", "word"}, "use byte, rune or utf16"},
		{[]string{"-input", "pdf"}, "use text, jsonl or auto"},
		{[]string{"-colour"}, "usage: analyze"},
	} {
		status, out, errs := analyze("", row.args...)
		assert.Equal(t, 2, status, row.args)
		assert.Empty(t, out)
		assert.Contains(t, errs, row.want)
	}
	status, _, errs := analyze("", "-h")
	assert.Zero(t, status)
	assert.Contains(t, errs, "usage: analyze")
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestRunOutputFails(t *testing.T) {
	for _, format := range []string{"report", "json", "jsonl", "records", "html"} {
		var errs bytes.Buffer
		assert.Equal(t, 1, run([]string{"-format", format, "-input", "text"}, strings.NewReader(sample), fullDisk{}, &errs))
		assert.Contains(t, errs.String(), "cannot write the output", format)
	}
}

func TestRecord(t *testing.T) {
	for _, row := range hostile {
		a := handmade(t, row.name, row.before)
		r := newRecord(a.In(span.Rune))
		runes := []rune(a.Text)
		cut := func(s span.Span) string { return string(runes[s.Start:s.End]) }
		require.Len(t, r.Entities, len(a.Mentions), row.reason)
		for _, e := range r.Entities {
			assert.Equal(t, string([]rune(e.Text)), cut(e.Span), row.reason)
		}
		for _, q := range r.Quotes {
			assert.Equal(t, string([]rune(q.Text)), cut(q.Span), row.reason)
		}
		assert.Len(t, r.Quotes[0].Content, 2, "a content in pieces tells them")
		assert.Equal(t, "none", string(r.Quotes[3].SourceKind))
		assert.Nil(t, r.Quotes[3].SourceName)
		assert.Len(t, r.Casualties, len(a.Claims))
	}
}

var colorEscape = regexp.MustCompile("\x1b\\[[0-9;]*m")

func newReport(w io.Writer, color bool) *reportWriter {
	return &reportWriter{w: bufio.NewWriter(w), paint: newPainter(color)}
}

func TestReportIsHarmless(t *testing.T) {
	assert.Equal(t, "a<001B>[31mb <202E>c<0000><009B>\uFFFD 👩\u200d🔬", terminal.Clean("a\x1b[31mb\n\u202ec\x00\u009b\xff\t👩\u200d🔬"))
	for _, color := range []bool{false, true} {
		for _, row := range hostile {
			var out bytes.Buffer
			r := newReport(&out, color)
			r.report(handmade(t, row.name, row.before))
			require.NoError(t, r.w.Flush())
			plain := colorEscape.ReplaceAllString(out.String(), "")
			if !color {
				assert.Equal(t, plain, out.String(), "no colours")
			}
			for _, c := range plain {
				assert.False(t, unicode.IsControl(c) && c != '\n' || c == '\u202e', "%s: %U in the report", row.reason, c)
			}
		}
	}
}

func TestReportSaysEverything(t *testing.T) {
	var out bytes.Buffer
	r := newReport(&out, false)
	r.report(handmade(t, "Ali Hadi", "HOMS — "))
	require.NoError(t, r.w.Flush())
	assert.Equal(t, `HOMS — “We left, all of us,” Ali Hadi said, “and the army fired.” The medic said “Ali Hadi told…

ENTITIES (2)
  PERSON  Ali Hadi (the <b>boss</b>) ×2
  GPE     Homs

QUOTES (4)
  ● Ali Hadi named
    direct   “We left, all of us, … and the army fired.” [said]
    indirect 12 dead & 3 hurt [told]
  ◇ the medic anonymous: fear
    direct   “Ali Hadi told us 12 dead & 3 hurt” [said]
  ○ no source given
    indirect dozens fled Homs [reported]

CASUALTY CLAIMS (3)
  killed     12 “12” · source us 12 ◇
  injured    3 “3” · when Sunday
  displaced  24+ “dozens” · where Homs

INCIDENTS (1)
  Homs: 12 killed, 3 injured

SOURCING
  sources ● 1 named, ◇ 1 anonymous
  quotes  ● 2 named, ◇ 1 anonymous, ○ 1 none
  claims  ◇ 2 anonymous, ○ 1 none
  on anonymous word alone: 12 killed
  on anonymous word alone: 3 injured
`, out.String())
}

func TestNoInputIsTheSample(t *testing.T) {
	null, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer null.Close()
	var out, errs bytes.Buffer
	require.Zero(t, run(nil, null, &out, &errs), errs.String())
	assert.Contains(t, out.String(), "Market Attack Kills Traders")
	_, empty, _ := analyze("")
	assert.Contains(t, empty, "empty article", "but an empty pipe is an empty article")
}

func TestRunByteOrderMark(t *testing.T) {
	status, out, errs := analyze("\ufeff"+`{"id":"a","text":"x"}`+"\n[1]\n", "-format", "records")
	assert.Equal(t, 1, status)
	assert.Contains(t, out, `"id":"a"`)
	assert.Contains(t, errs, "standard input:2: not an article: the line is of type array")
}
