package interop_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/interop"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	update    = flag.Bool("update", false, "write the golden files anew")
	reanalyze = flag.Bool("reanalyze", false, "analyze the golden files' article anew; -update has to follow")
)

var analyzer = sync.OnceValue(func() *dateline.Analyzer {
	a, err := dateline.New(dateline.WithTokens())
	if err != nil {
		panic(err)
	}
	return a
})

func analyze(text string) *dateline.Analysis {
	return analyzer().AnalyzeArticle(dateline.Article{ID: "ferry", Text: text, Published: time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC)})
}

func article(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("testdata/article.txt")
	require.NoError(t, err)
	return string(text)
}

// export writes all forms, by file name.
func export(t testing.TB, a *dateline.Analysis) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	encode := func(name string, v any, err error) {
		require.NoError(t, err, name)
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		require.NoError(t, e.Encode(v), name)
		files[name] = b.Bytes()
	}
	doc, err := interop.SpaCy(a)
	encode("spacy.json", doc, err)
	ents, err := interop.Displacy(a)
	encode("displacy.json", ents, err)
	spans, err := interop.DisplacySpans(a)
	encode("displacy-spans.json", spans, err)
	page, err := interop.WebAnnotations(a, "urn:article:ferry")
	encode("annotations.jsonld", page, err)
	var text, ann, conll, conllu bytes.Buffer
	require.NoError(t, interop.WriteBrat(&text, &ann, a))
	require.NoError(t, interop.WriteCoNLL2003(&conll, a))
	require.NoError(t, interop.WriteCoNLLU(&conllu, a))
	files["article.txt"], files["article.ann"] = text.Bytes(), ann.Bytes()
	files["article.conll"], files["article.conllu"] = conll.Bytes(), conllu.Bytes()
	return files
}

// TestGolden exports an analysis that is kept, so that the golden files change
// with the forms alone and not with what the analyzer finds.
func TestGolden(t *testing.T) {
	const kept = "testdata/analysis.json"
	if *reanalyze {
		b, err := json.MarshalIndent(analyze(article(t)), "", " ")
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(kept, append(b, '\n'), 0o644))
	}
	b, err := os.ReadFile(kept)
	require.NoError(t, err)
	var a dateline.Analysis
	require.NoError(t, json.Unmarshal(b, &a))
	for name, got := range export(t, &a) {
		path := filepath.Join("testdata/golden", name)
		if *update {
			require.NoError(t, os.WriteFile(path, got, 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "go test ./interop -run Golden -update writes it")
		assert.Equal(t, string(want), string(got), "go test ./interop -run Golden -update accepts it: %s", name)
	}
}

// odd is text that the forms have trouble with.
func odd(t testing.TB) map[string]string {
	a := article(t)
	return map[string]string{
		"plain":           a,
		"empty":           "",
		"blanks":          " \t\r\n\u00a0\n",
		"invalid UTF-8":   strings.ReplaceAll(a, "e", "\xff"),
		"cut characters":  strings.ReplaceAll(a, "”", "\xe2\x80"),
		"NULs":            strings.ReplaceAll(a, " ", "\x00"),
		"CRLF":            strings.ReplaceAll(a, "\n", "\r\n"),
		"tabs":            strings.ReplaceAll(a, " ", "\t"),
		"many blanks":     strings.ReplaceAll(a, " ", "  \n "),
		"line separators": strings.ReplaceAll(a, " ", "\u2028"),
		"no-break spaces": strings.ReplaceAll(a, " ", "\u00a0"),
		"no width":        strings.ReplaceAll(a, " ", " \u200b"),
		"file separators": strings.ReplaceAll(a, " ", "\x1c"),
		"bars":            strings.ReplaceAll(a, " ", " | \\ "),
		"emoji":           strings.ReplaceAll(a, " ", " 🇮🇶 "),
	}
}

func TestOdd(t *testing.T) {
	for name, text := range odd(t) {
		t.Run(name, func(t *testing.T) { holds(t, text) })
	}
}

func FuzzExports(f *testing.F) {
	for _, text := range odd(f) {
		f.Add(text[:min(len(text), 400)]) // all forms are written of each: short ones are tried more often
	}
	f.Add("“A\x85b,” said\tC. “D\u2029e.”")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<11 {
			t.Skip("long texts are slow to fuzz")
		}
		holds(t, text)
	})
}

// holds reads every export of a text back and compares it with the analysis.
func holds(t *testing.T, text string) {
	a := analyze(text)
	files := export(t, a)
	want := string([]rune(text)) // what the tools see
	readSpacy(t, files["spacy.json"], a, want)
	readDisplacy(t, files["displacy.json"], a, want)
	readDisplacySpans(t, files["displacy-spans.json"], want)
	readWeb(t, files["annotations.jsonld"], want)
	readBrat(t, string(files["article.txt"]), string(files["article.ann"]), a, want)
	readCoNLL2003(t, string(files["article.conll"]), a)
	readCoNLLU(t, string(files["article.conllu"]), a, want)
	assert.Equal(t, files, export(t, a.In(span.UTF16)), "an analysis in other units is the same")
}

func TestErrors(t *testing.T) {
	a := analyze(article(t))
	without := dateline.Analyze(article(t))
	_, err := interop.SpaCy(without)
	assert.ErrorIs(t, err, interop.ErrNoTokens)
	_, err = interop.DisplacySpans(without)
	assert.ErrorIs(t, err, interop.ErrNoTokens)
	assert.ErrorIs(t, interop.WriteCoNLL2003(&bytes.Buffer{}, without), interop.ErrNoTokens)
	assert.ErrorIs(t, interop.WriteCoNLLU(&bytes.Buffer{}, without), interop.ErrNoTokens)
	_, err = interop.Displacy(without)
	assert.NoError(t, err, "names need no tokens")
	_, err = interop.Displacy(nil)
	assert.ErrorContains(t, err, "no analysis")

	// Decoded from JSON: bytes will do, other units cannot be told apart.
	b, err := json.Marshal(a)
	require.NoError(t, err)
	var decoded dateline.Analysis
	require.NoError(t, json.Unmarshal(b, &decoded))
	assert.Equal(t, export(t, a), export(t, &decoded))
	b, err = json.Marshal(a.In(span.Rune))
	require.NoError(t, err)
	var runes dateline.Analysis
	require.NoError(t, json.Unmarshal(b, &runes))
	_, err = interop.SpaCy(&runes)
	assert.ErrorIs(t, err, interop.ErrSpan)
	assert.ErrorIs(t, interop.WriteBrat(&bytes.Buffer{}, &bytes.Buffer{}, &runes), interop.ErrSpan)
	for i := range decoded.Tokens { // each in turn lies outside the text
		broken := decoded
		broken.Tokens = slices.Clone(decoded.Tokens)
		broken.Tokens[i].Start, broken.Tokens[i].End = len(a.Text)+5, len(a.Text)+9
		assert.ErrorIs(t, interop.WriteCoNLLU(&bytes.Buffer{}, &broken), interop.ErrSpan)
		_, err = interop.SpaCy(&broken)
		assert.ErrorIs(t, err, interop.ErrSpan)
	}

	for _, row := range []struct{ iri, reason string }{
		{"", "empty"}, {"article.txt", "relative"}, {"http://x/a b", "a blank"}, {"http://x/a#b", "a fragment"},
	} {
		_, err := interop.WebAnnotations(a, row.iri)
		assert.Error(t, err, row.reason)
	}
}

func BenchmarkExports(b *testing.B) {
	text := strings.Repeat(article(b), 10)
	a := analyze(text)
	for _, row := range []struct {
		name string
		run  func() error
	}{
		{"spacy", func() error { _, err := interop.SpaCy(a); return err }},
		{"brat", func() error { return interop.WriteBrat(&bytes.Buffer{}, &bytes.Buffer{}, a) }},
		{"web", func() error { _, err := interop.WebAnnotations(a, "urn:x"); return err }},
		{"conllu", func() error { return interop.WriteCoNLLU(&bytes.Buffer{}, a) }},
	} {
		b.Run(row.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if err := row.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
