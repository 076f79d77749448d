package runner

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/articleline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// articleText is an invented article; numbers and names vary with n.
func articleText(n int) string {
	cities := [...]string{"Mosul", "Homs", "Kabul", "Cali", "Goma"}
	city := cities[n%len(cities)]
	return fmt.Sprintf(`A car bomb killed at least %d people and wounded %d at a market in %s on Tuesday, police said.

"We have received %d bodies," a doctor said on condition of anonymity. Col. Hassan Jabbar said that two soldiers were among the dead.`, n%17+2, n%31+3, city, n%17+3)
}

func writeFile(t testing.TB, name, content string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, []byte(content), 0o644))
}

// lines is a corpus of n articles as JSON lines.
func lines(n int) string {
	var b strings.Builder
	for i := range n {
		line, _ := json.Marshal(map[string]string{"id": fmt.Sprint("a", i), "text": articleText(i), "published": fmt.Sprintf("2024-03-%02d", 12+i%7), "outlet": fmt.Sprint("Outlet ", i%3)})
		b.Write(append(line, '\n'))
	}
	return b.String()
}

func options(in, out string) Options {
	return Options{Input: in, Output: out, Formats: []Format{JSONLines, CSV, Analyses}, Events: true, Every: 7, Workers: 2}
}

// outputs are the files of a run but for those that tell of its history.
func outputs(t testing.TB, folder string) map[string]string {
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && name != checkpointFile && name != summaryFile && name != lockFile {
			content, err := os.ReadFile(filepath.Join(folder, name))
			require.NoError(t, err)
			files[name] = string(content)
		}
	}
	return files
}

func table[T any](t testing.TB, folder, name string) []T {
	content, err := os.ReadFile(filepath.Join(folder, name+".jsonl"))
	require.NoError(t, err)
	var rows []T
	decoder := json.NewDecoder(bytes.NewReader(content))
	for decoder.More() {
		var row T
		require.NoError(t, decoder.Decode(&row))
		rows = append(rows, row)
	}
	return rows
}

func TestRun(t *testing.T) {
	in, out := filepath.Join(t.TempDir(), "in.jsonl"), t.TempDir()
	writeFile(t, in, lines(30))
	summary, err := Run(t.Context(), options(in, out))
	require.NoError(t, err)
	assert.EqualValues(t, 30, summary.Articles)
	assert.Zero(t, summary.Errors)
	assert.Positive(t, summary.Events.SeveralOutlets)
	assert.NotEmpty(t, summary.ByPlaceAndMonth)

	articles := table[ArticleRow](t, out, "articles")
	require.Len(t, articles, 30)
	for i, a := range articles {
		require.EqualValues(t, i+1, a.Article)
		require.Equal(t, fmt.Sprint("a", i), a.ID)
	}
	claims := table[ClaimRow](t, out, "claims")
	require.EqualValues(t, summary.Claims, len(claims))
	for _, c := range claims {
		text := articleText(int(c.Article - 1))
		require.Equal(t, c.Count, text[c.CountStart:c.CountEnd])
		require.Equal(t, c.Trigger, text[c.TriggerStart:c.TriggerEnd])
		if c.Place != "" {
			require.Equal(t, c.Place, text[*c.PlaceStart:*c.PlaceEnd])
		}
	}
	for _, f := range table[EventFigureRow](t, out, "event_figures") {
		require.Equal(t, f.Words, articleText(int(f.Article - 1))[f.Start:f.End])
	}
	reports, incidents := table[EventReportRow](t, out, "event_reports"), table[IncidentRow](t, out, "incidents")
	require.Len(t, reports, len(incidents), "each incident is in one event")

	_, err = Run(t.Context(), options(in, out))
	require.ErrorIs(t, err, ErrComplete)
	leftover, err := os.Stat(filepath.Join(out, workFile))
	require.ErrorIs(t, err, os.ErrNotExist, "%v", leftover)
}

// every form of input gives the same articles.
func TestFormsOfInput(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "in")
	article := `{"id": 7, "text": "Two people were killed in Homs.", "date": "2024-03-12T23:59:00+02:00", "source": {"name": "Wire"}}`
	writeFile(t, filepath.Join(folder, "a.json"), article)
	writeFile(t, filepath.Join(folder, "b.json"), "\ufeff[\n"+article+",\n"+article+"]")
	writeFile(t, filepath.Join(folder, "c.json"), article+"\n"+article)
	writeFile(t, filepath.Join(folder, "d.jsonl"), "\ufeff"+article+"\r\n\n"+article) // no last line end
	writeFile(t, filepath.Join(folder, "sub", "e.txt"), "Two people were killed in Homs.")
	writeFile(t, filepath.Join(folder, "sub", "page.html"), "<p>ignored")
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, article+"\n"+article+"\n")
	z.Close()
	writeFile(t, filepath.Join(folder, "f.jsonl.gz"), packed.String())

	out := t.TempDir()
	summary, err := Run(t.Context(), options(folder, out))
	require.NoError(t, err)
	assert.EqualValues(t, 10, summary.Articles)
	assert.EqualValues(t, 1, summary.Ignored)
	assert.Zero(t, summary.Errors)
	rows := table[ArticleRow](t, out, "articles")
	for _, row := range rows {
		assert.EqualValues(t, 1, row.Claims, row.Input)
		if row.Input != "sub/e.txt" {
			assert.Equal(t, "7", row.ID)
			assert.Equal(t, "Wire", row.Outlet)
			assert.Equal(t, "2024-03-12", row.Published)
		}
	}
	assert.Equal(t, "sub/e.txt", rows[9].ID)
}

func TestDeadLetters(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "in")
	good := `{"id": "good", "text": "Two people were killed in Homs."}`
	writeFile(t, filepath.Join(folder, "a.jsonl"), strings.Join([]string{
		good, `{"id": "x"`, `{"id": "y", "text": 3}`, `{"id": "z"}`, `{"text": "  "}`, `{"text": "A.", "date": "soon"}`,
		`{"text": "` + strings.Repeat("long ", 300) + `"}`, good,
	}, "\n"))
	writeFile(t, filepath.Join(folder, "b.json"), `[`+good+`, {"text": `)
	writeFile(t, filepath.Join(folder, "c.txt"), "\xff\xfeT\x00")
	writeFile(t, filepath.Join(folder, "d.txt.gz"), "not packed")
	writeFile(t, filepath.Join(folder, "e.json"), `{"text": "`+strings.Repeat("long ", 300<<10)+`"}`)
	writeFile(t, filepath.Join(folder, "empty.jsonl"), "")
	require.NoError(t, os.Symlink("/etc/passwd", filepath.Join(folder, "f.txt")))
	require.NoError(t, os.Symlink("a.jsonl", filepath.Join(folder, "g.jsonl")))
	require.NoError(t, os.Symlink("/etc", filepath.Join(folder, "h")))
	if runtime.GOOS != "windows" {
		require.NoError(t, exec.Command("mkfifo", filepath.Join(folder, "i.txt")).Run())
	}
	writeFile(t, filepath.Join(folder, "j.json"), `[`+good+`] [`+good+`]`)
	out := t.TempDir()
	o := options(folder, out)
	o.MaxBytes = 1000
	summary, err := Run(t.Context(), o)
	require.NoError(t, err)
	assert.EqualValues(t, 4, summary.Articles)
	letters := table[deadLetter](t, out, "errors")
	assert.EqualValues(t, len(letters), summary.Errors)
	var got []string
	for _, l := range letters {
		got = append(got, fmt.Sprintf("%s#%d", l.Input, l.Record))
		assert.NotEmpty(t, l.Error)
	}
	assert.Equal(t, []string{"a.jsonl#2", "a.jsonl#3", "a.jsonl#4", "a.jsonl#5", "a.jsonl#6", "a.jsonl#7", "b.json#2", "c.txt#1", "d.txt.gz#1", "e.json#1", "f.txt#1", "g.jsonl#1", "i.txt#1", "j.json#2"}, got)
	assert.Contains(t, letters[0].Raw, `"x"`)
	assert.Contains(t, letters[5].Error, "-max-bytes")
	assert.Contains(t, letters[10].Error, "link")
	assert.Contains(t, letters[13].Error, "behind the array", "nothing is dropped without a word")
}

// An article that the analyzer refuses, or panics at, is a dead letter too.
func TestArticleErrors(t *testing.T) {
	in, out := filepath.Join(t.TempDir(), "in.jsonl"), t.TempDir()
	writeFile(t, in, lines(2)+`{"id": "long", "text": "`+strings.Repeat("long ", 200)+`"}`+"\n"+lines(2))
	o := options(in, out)
	var err error
	o.Analyzer, err = dateline.New(dateline.WithMaxText(600))
	require.NoError(t, err)
	summary, err := Run(t.Context(), o)
	require.NoError(t, err)
	assert.EqualValues(t, 4, summary.Articles)
	letters := table[deadLetter](t, out, "errors")
	require.Len(t, letters, 1)
	assert.Equal(t, "long", letters[0].ID)
	assert.EqualValues(t, 3, letters[0].Record)
	assert.Contains(t, letters[0].Error, "longer")
}

var update = flag.Bool("update", false, "write TABLES.md")

// TestTablesAreDescribed holds TABLES.md to the rows.
func TestTablesAreDescribed(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Tables\n\nMade by `go test ./examples/corpus/runner -run Described -update` from the rows themselves. A column is never null unless its type says so; `article` is the key of all tables.\nOffsets count bytes of the text, or what -offsets says. In CSV null is an empty cell.\n")
	for _, table := range Tables {
		fmt.Fprintf(&b, "\n## %s\n%s\n\n| column | type | what |\n|---|---|---|\n", table.Name, strings.ToUpper(table.Doc[:1])+table.Doc[1:]+".")
		for _, c := range table.Columns {
			kind := c.Type.String()
			if c.Type.Kind() == reflect.Pointer {
				kind = c.Type.Elem().String() + " or null"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, kind, c.Doc)
		}
	}
	name := filepath.Join("..", "TABLES.md")
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o644))
	}
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, b.String(), string(content), "run the test with -update")
}

// TestGoesOn stops a run at each of its articles in turn and compares what
// comes out in the end.
func TestGoesOn(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "in")
	good := `{"id": "good", "text": "Two people were killed in Homs."}`
	writeFile(t, filepath.Join(folder, "a.jsonl"), good+"\n{bad\n\n"+good+"\n"+good)
	writeFile(t, filepath.Join(folder, "b.json"), "["+good+","+good+",{}, 3")
	writeFile(t, filepath.Join(folder, "c.txt"), "Two people were killed in Homs.")
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, lines(6))
	z.Close()
	writeFile(t, filepath.Join(folder, "d.jsonl.gz"), packed.String())
	writeFile(t, filepath.Join(folder, "e.jsonl.gz"), packed.String()[:packed.Len()/2])
	writeFile(t, filepath.Join(folder, "f.txt"), "Three people were hurt in Homs.")

	whole := t.TempDir()
	_, err := Run(t.Context(), options(folder, whole))
	require.NoError(t, err)
	want := outputs(t, whole)
	n := strings.Count(want["articles.jsonl"], "\n") + strings.Count(want["errors.jsonl"], "\n")
	require.Greater(t, n, 15)
	for stop := 1; stop <= n; stop++ {
		out := t.TempDir()
		for range n + 2 { // each run gets some items further
			o := options(folder, out)
			o.Every = 1 + stop%3
			ctx, cancel := context.WithCancel(t.Context())
			o.Progress = &stopper{left: stop, stop: cancel}
			_, err = Run(ctx, o)
			cancel()
			if !errors.Is(err, ErrStopped) {
				break
			}
		}
		if !errors.Is(err, ErrComplete) {
			require.NoError(t, err)
		}
		require.Equal(t, want, outputs(t, out), "stopped every %d items", stop)
	}
}

// stopper ends the context after some articles.
type stopper struct {
	left int
	stop func()
}

func (s *stopper) Begin(Status) {}
func (s *stopper) End()         {}
func (s *stopper) Update(now Status) {
	if now.Step == "reading" {
		s.left--
	}
	if s.left == 0 {
		s.left--
		s.stop()
	}
}

// failing is a format whose writer fails at its nth call, as on a full disk.
type failing struct{ left int }

func (f *failing) format() Format {
	return Format{Name: "failing", Open: func(Place, json.RawMessage) (Writer, error) { return f, nil }}
}

func (f *failing) fail() error {
	if f.left--; f.left < 0 {
		return fmt.Errorf("cannot write failing.out: %w", syscall.ENOSPC)
	}
	return nil
}
func (f *failing) Write(*Rows) error              { return f.fail() }
func (f *failing) Sync() (json.RawMessage, error) { return json.RawMessage("{}"), f.fail() }
func (f *failing) Close() error                   { return nil }

func TestFullDisk(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	writeFile(t, in, lines(30))
	whole := t.TempDir()
	f := &failing{left: 1 << 30}
	o := options(in, whole)
	o.Formats = append(o.Formats, f.format())
	_, err := Run(t.Context(), o)
	require.NoError(t, err)
	want := outputs(t, whole)
	for _, at := range []int{0, 3, 7, 8, 20, 33, 36} {
		out := t.TempDir()
		f.left = at
		o.Output = out
		_, err := Run(t.Context(), o)
		require.ErrorIs(t, err, syscall.ENOSPC)
		require.ErrorContains(t, err, "failing.out")
		for name, content := range outputs(t, out) {
			require.True(t, content == "" || strings.HasSuffix(content, "\n"), "whole lines are kept: %s", name)
			require.True(t, strings.HasPrefix(want[name], content) || name == workFile)
		}
		f.left = 1 << 30
		_, err = Run(t.Context(), o)
		require.NoError(t, err)
		require.Equal(t, want, outputs(t, out), "failed at call %d", at)
	}
}

func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in")
	writeFile(t, filepath.Join(in, "a.jsonl"), lines(3))
	writeFile(t, filepath.Join(folder, "plain"), "a file")
	writeFile(t, filepath.Join(folder, "taken", "claims.csv"), "mine")
	writeFile(t, filepath.Join(folder, "damaged", checkpointFile), `{"schema": "datel`)
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "none"), 0o755))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "linked"), 0o755))
	require.NoError(t, os.Symlink(filepath.Join(folder, "plain"), filepath.Join(folder, "linked", "claims.jsonl")))
	require.NoError(t, os.Symlink(in, filepath.Join(folder, "door")))
	first := filepath.Join(folder, "first")
	_, err := Run(t.Context(), options(in, first))
	require.NoError(t, err)
	for _, row := range []struct {
		change func(*Options)
		says   string
		reason string
	}{
		{func(o *Options) { o.Input = filepath.Join(folder, "absent") }, "cannot read the corpus", "no input"},
		{func(o *Options) { o.Input = filepath.Join(folder, "none") }, "nothing to read", "an empty folder"},
		{func(o *Options) { o.Input = filepath.Join(folder, "plain") }, "no known kind", "a file of no kind"},
		{func(o *Options) { o.Output = filepath.Join(folder, "plain") }, "cannot make the output folder", "a file where the folder should be"},
		{func(o *Options) { o.Output = filepath.Join(in, "out") }, "lies within the input", "would read its own output"},
		{func(o *Options) { o.Output = filepath.Join(folder, "door", "out") }, "lies within the input", "the same through a link"},
		{func(o *Options) { o.Output = filepath.Join(folder, "taken") }, "holds claims.csv", "somebody else's files"},
		{func(o *Options) { o.Output = filepath.Join(folder, "damaged") }, "damaged", "half a checkpoint"},
		{func(o *Options) { o.Output = filepath.Join(folder, "linked") }, "holds claims.jsonl", "a link out of the folder"},
		{func(o *Options) { o.Output, o.Restart = filepath.Join(folder, "linked"), true }, "not a plain file", "a link out of the folder"},
		{func(o *Options) { o.Output, o.Events = first, false }, "the options differ", "other options"},
		{func(o *Options) { o.Output = first; writeFile(t, filepath.Join(in, "b.txt"), "x") }, "the input changed", "a file more"},
	} {
		o := options(in, filepath.Join(folder, "out"))
		row.change(&o)
		_, err := Run(t.Context(), o)
		require.ErrorContains(t, err, row.says, row.reason)
	}
	content, err := os.ReadFile(filepath.Join(folder, "plain"))
	require.NoError(t, err)
	assert.Equal(t, "a file", string(content), "nothing was written through the link")

	o := options(in, first)
	o.Restart = true
	_, err = Run(t.Context(), o)
	require.NoError(t, err, "-restart begins anew")
}

func TestShortenedOutputIsRefused(t *testing.T) {
	in, out := filepath.Join(t.TempDir(), "in.jsonl"), t.TempDir()
	writeFile(t, in, lines(30))
	ctx, cancel := context.WithCancel(t.Context())
	o := options(in, out)
	o.Progress = &stopper{left: 20, stop: cancel}
	_, err := Run(ctx, o)
	require.ErrorIs(t, err, ErrStopped)
	require.NoError(t, os.Truncate(filepath.Join(out, "claims.jsonl"), 10))
	_, err = Run(t.Context(), options(in, out))
	require.ErrorContains(t, err, "claims.jsonl was changed")
}

func TestOneRunAtATime(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no flock")
	}
	in, out := filepath.Join(t.TempDir(), "in.jsonl"), t.TempDir()
	writeFile(t, in, lines(3))
	f, err := os.OpenFile(filepath.Join(out, lockFile), os.O_RDWR|os.O_CREATE, 0o644)
	require.NoError(t, err)
	defer f.Close()
	require.True(t, lock(f))
	_, err = Run(t.Context(), options(in, out))
	require.ErrorContains(t, err, "another run")
}

// hostile is an article that tries to be a path, a formula and an escape.
const hostile = `{"id": "../../../tmp/x\u0000", "outlet": "=cmd|' /C calc'!A0", "title": "@SUM(1)", "url": "\t=1", "text": "=HYPERLINK(1) \u001b[31mTwo people\u202e were killed in \u001b]0;owned\u0007Homs, +1 Evil Source said."}`

func TestHostileInput(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	writeFile(t, filepath.Join(in, "=evil\x1b[31m\n.jsonl"), hostile+"\n"+hostile)
	summary, err := Run(t.Context(), options(in, out))
	require.NoError(t, err)
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing outside the output folder")
	var printed bytes.Buffer
	require.NoError(t, summary.Print(&printed))
	assert.NotContains(t, printed.String(), "\x1b")
	assert.NotContains(t, printed.String(), "\u202e")

	for _, table := range Tables {
		content, err := os.ReadFile(filepath.Join(out, table.Name+".csv"))
		require.NoError(t, err)
		records, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
		require.NoError(t, err)
		for n, record := range records {
			require.Len(t, record, len(table.Columns))
			for i, cell := range record {
				if n > 0 && table.Columns[i].Type.Kind() == reflect.String && cell != "" {
					require.NotContains(t, "=+-@\t\r\n", cell[:1], "%s.%s: %q", table.Name, table.Columns[i].Name, cell)
				}
			}
		}
	}
	rows := table[ArticleRow](t, out, "articles")
	assert.Equal(t, "../../../tmp/x\x00", rows[0].ID, "kept as it is, as data")
}

func TestHarmless(t *testing.T) {
	for _, row := range []struct{ in, want, reason string }{
		{"Homs", "Homs", "a word"},
		{"", "", "nothing"},
		{"=1", "'=1", "a formula"}, {"+1", "'+1", "a formula"}, {"-1", "'-1", "a formula, in a text column"}, {"@x", "'@x", "a formula"},
		{"\t=1", "'\t=1", "Excel skips the tab"}, {"\r=1", "'\r=1", "and the line end"}, {"＝1", "'＝1", "full width"},
		{"'s", "''s", "so that one apostrophe can always be taken away"},
	} {
		assert.Equal(t, row.want, harmless(row.in), row.reason)
	}
	assert.Equal(t, "-3", cell(reflect.ValueOf(int64(-3))), "numbers stay as they are")
}

// The tags of a row agree, its fields are of the promised types, and every
// table and column is described.
func TestSchema(t *testing.T) {
	rows := reflect.TypeFor[Rows]()
	for _, table := range Tables {
		assert.NotEmpty(t, table.Doc, table.Name)
		row := rows.Field(table.field).Type.Elem()
		for i, c := range table.Columns {
			f := row.Field(i)
			assert.Equal(t, f.Tag.Get("json"), f.Tag.Get("parquet"), f.Name)
			assert.NotEmpty(t, c.Doc, f.Name)
			kind := c.Type
			if kind.Kind() == reflect.Pointer {
				kind = kind.Elem()
			}
			assert.Contains(t, []reflect.Kind{reflect.String, reflect.Int64, reflect.Float64, reflect.Bool}, kind.Kind(), f.Name)
		}
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	b := &bar{w: &out, drawn: true, now: func() time.Time { return now }}
	b.Begin(Status{Bytes: 1000})
	now = now.Add(time.Second)
	b.Update(Status{Articles: 50, Read: 250, Bytes: 1000, Step: "reading"})
	b.Update(Status{Articles: 51, Read: 251, Bytes: 1000, Step: "reading"}) // too soon
	b.End()
	assert.Equal(t, "\r\x1b[K[======                  ]  25% reading: 50 articles, 50/s, 3s left\r\x1b[K", out.String())

	out.Reset()
	b = &bar{w: &out, now: func() time.Time { return now }}
	b.Begin(Status{Articles: 10, Bytes: 1000, Read: 100})
	now = now.Add(20 * time.Second)
	b.Update(Status{Articles: 50, Read: 500, Bytes: 1000, Errors: 2, Step: "reading"})
	b.End()
	assert.Equal(t, "going on behind article 10\n 50% reading: 50 articles, 2/s, 2 errors, 25s left\n", out.String())
}

func TestCommand(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in.jsonl")
	writeFile(t, in, lines(5)+"{bad\n")
	for _, row := range []struct {
		args   []string
		status int
		says   string // on standard error
		reason string
	}{
		{[]string{"-out", folder + "/a", "-csv", "-quiet", in}, 0, "", "a run"},
		{[]string{"-out", folder + "/a", "-csv", in}, 0, "complete already", "again"},
		{[]string{"-out", folder + "/a", in}, 1, "the options differ", "with other options"},
		{[]string{in}, 2, "usage", "no -out"},
		{[]string{"-out", folder + "/b", in, in}, 2, "one input", "two inputs"},
		{[]string{"-out", folder + "/b", "-jsonl=false", in}, 2, "no format", "nothing to write"},
		{[]string{"-out", folder + "/b", "-offsets", "feet", in}, 2, "-offsets", "an unknown unit"},
		{[]string{"-out", folder + "/b", "-published", "soon", in}, 2, "-published", "no day"},
		{[]string{"-out", folder + "/b", "-sqlite", "-events", in}, 2, "go run -C examples/corpus/tables . -events -out=" + folder + "/b -sqlite " + in, "names the command"},
		{[]string{"-out", folder + "/b", "-parquet", in}, 2, "go run -C examples/corpus/tables . -out=" + folder + "/b -parquet " + in, "names the command"},
		{[]string{"-out", folder + "/b", folder + "/\x1b[31m"}, 1, "<001B>", "escapes never reach the terminal"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, row.status, Command(row.args, &stdout, &stderr, JSONLines, CSV, Analyses), row.reason)
		assert.Contains(t, stderr.String(), row.says, row.reason)
		assert.NotContains(t, stderr.String(), "\x1b", row.reason)
		if row.status == 0 {
			assert.Contains(t, stdout.String(), "CLAIMS BY SOURCE", row.reason)
			assert.Contains(t, stdout.String(), "1 could not be read", row.reason)
		}
	}
}

// TestMemoryIsConstant reads a stream of lines, and one line that is much
// longer than any article may be.
func TestMemoryIsConstant(t *testing.T) {
	in := &input{maxBytes: 1 << 16, outlet: "x"}
	long := int64(64 << 20)
	r := io.MultiReader(strings.NewReader(lines(2)+`{"text": "`), io.LimitReader(letters{}, long), strings.NewReader("\"}\n"+lines(2)))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	errs, articles := 0, 0
	in.lines(r, &Position{}, func(it item) bool {
		if it.err != nil {
			errs++
		} else {
			articles++
		}
		return true
	})
	runtime.ReadMemStats(&after)
	assert.Equal(t, 1, errs)
	assert.Equal(t, 4, articles)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4<<20), "the long line is passed over, not kept")
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// FuzzLines reads any bytes as JSON lines, whole and from every position that
// was given on the way.
func FuzzLines(f *testing.F) {
	f.Add([]byte(lines(2)))
	f.Add([]byte("\ufeff{\"text\":\"A.\"}\r\n\n{bad\n[1]\nnull\n{\"text\":\"B\xff\"}"))
	f.Add([]byte(strings.Repeat("x", 3000) + "\n" + hostile))
	f.Fuzz(func(t *testing.T, content []byte) {
		in := &input{maxBytes: 2000}
		all := slices.Collect(linesOf(in, content, Position{}))
		for i, it := range all {
			require.EqualValues(t, i+1, it.after.Records)
			rest := slices.Collect(linesOf(in, content, it.after))
			require.Len(t, rest, len(all)-i-1, "nothing lost or doubled behind %+v", it.after)
			for k := range rest {
				require.Equal(t, all[i+1+k].article, rest[k].article)
			}
		}
	})
}

func linesOf(in *input, content []byte, from Position) iter.Seq[item] {
	return func(yield func(item) bool) {
		at := from
		in.lines(bytes.NewReader(content[min(from.Offset, int64(len(content))):]), &at, func(it item) bool {
			at.Records++
			it.after = at
			return yield(it)
		})
	}
}

// FuzzRows writes the tables of any text as CSV and reads them back.
func FuzzRows(f *testing.F) {
	f.Add(articleText(3), "id", "outlet")
	f.Add("=Two people\x1b were killed in Homs\xff, -Evil said", "../..", "=1")
	f.Fuzz(func(t *testing.T, text, id, outlet string) {
		it := &item{article: articleline.Record{Article: dateline.Article{ID: id, Text: text}, Outlet: outlet}, file: id}
		rows := rowsOf(1, it, dateline.Analyze(text), nil, true)
		for i := range Tables {
			var file bytes.Buffer
			w := csv.NewWriter(&file)
			var want [][]string
			of := Tables[i].Of(rows)
			for k := range of.Len() {
				var plain, cells []string
				for c := range of.Index(k).NumField() {
					v := of.Index(k).Field(c)
					if v.Kind() == reflect.Pointer && !v.IsNil() {
						v = v.Elem()
					}
					cells = append(cells, cell(v))
					if v.Kind() == reflect.String {
						plain = append(plain, strings.ReplaceAll(v.String(), "\r\n", "\n")) // as csv reads it
					} else {
						plain = append(plain, cell(v))
					}
				}
				want = append(want, plain)
				require.NoError(t, w.Write(cells))
			}
			w.Flush()
			got, err := csv.NewReader(&file).ReadAll()
			require.NoError(t, err)
			for _, row := range got {
				for c := range row {
					row[c] = strings.TrimPrefix(row[c], "'")
				}
			}
			require.Equal(t, want, got, Tables[i].Name)
		}
	})
}

func BenchmarkRun(b *testing.B) {
	in := filepath.Join(b.TempDir(), "in.jsonl")
	content := lines(100)
	writeFile(b, in, content)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		o := options(in, b.TempDir())
		o.Every = 0
		if _, err := Run(b.Context(), o); err != nil {
			b.Fatal(err)
		}
	}
}
