package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFigures(t *testing.T) {
	for _, row := range []struct{ line, reason string }{
		{"spacy full ['tok2vec'] docs=2 words=10 wall=2.00s cpu=1.50s words/s(cpu)=7 import=0.1s load_wall=0.30s load_cpu=0.2s", "spaCy's program"},
		{"corenlp default rep1 docs=2 words=10 wall=2.00s cpu(thread)=1.50s cpu(process)=9s words/s(cpu)=7 load_wall=0.30s load_cpu=1s", "CoreNLP's program"},
		{"dateline words=10 wall=2.00s cpu=1.50s load_wall=0.30s", "our own"},
	} {
		found := figures.FindStringSubmatch(row.line)
		require.Len(t, found, 5, row.reason)
		assert.Equal(t, []string{"10", "2.00", "1.50", "0.30"}, found[1:], row.reason)
	}
}

func TestWriteTexts(t *testing.T) {
	lines := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(lines, []byte(`{"text":"one two"}`+"\n"+`{"text":"three four"}`+"\n"), 0o600))
	folder, err := writeTexts([]string{lines, "nowhere.jsonl"}, 3)
	require.NoError(t, err)
	defer os.RemoveAll(folder)
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	require.NoError(t, err)
	assert.Len(t, files, 2)

	invented, err := writeTexts(nil, 700)
	require.NoError(t, err, "without articles")
	defer os.RemoveAll(invented)
}

func TestInside(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a"), []byte("Police said two people died in Homs."), 0o600))
	var out strings.Builder
	require.NoError(t, runInside("dateline-2", folder, &out))
	assert.Regexp(t, figures, out.String())
	assert.Error(t, runInside("nobody", folder, &out))
	assert.Error(t, runInside("dateline", t.TempDir(), &out), "no texts")
}

func TestMissing(t *testing.T) {
	_, err := spaCy("full")(options{cache: t.TempDir()})
	assert.ErrorContains(t, err, "-setup")
}

func TestMedian(t *testing.T) {
	rs := []result{{words: 3}, {words: 1}, {words: 2}, {words: 9}}
	words := func(r result) float64 { return r.words }
	assert.Equal(t, 2.5, median(rs, words))
	assert.Equal(t, "2 (1-9)", spread(rs, words))
}

func TestRatios(t *testing.T) {
	ours := []result{{round: 0, words: 20}, {round: 1, words: 60}, {round: 2, words: 30}}
	others := []result{{round: 0, words: 10}, {round: 2, words: 10}}
	of := func(our, other result) float64 { return our.words / other.words }
	assert.Equal(t, "2.5 (2.0-3.0)", ratios(ours, others, of, "%.1f (%.1f-%.1f)"), "a round that failed has no pair")
	assert.Equal(t, "-", ratios(nil, others, of, ""))
}
