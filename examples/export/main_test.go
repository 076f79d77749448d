package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const article = "“Two men drowned,” Ana Silva said in Lisbon."

func TestFormats(t *testing.T) {
	in := filepath.Join(t.TempDir(), "lisbon.txt")
	require.NoError(t, os.WriteFile(in, []byte(article), 0o644))
	for format, want := range map[string]map[string]string{
		"brat":           {"lisbon.txt": article, "lisbon.ann": "Quote_direct 1 17", "annotation.conf": "Quote_direct"},
		"spacy":          {"lisbon.spacy.json": `"label":"PERSON"`},
		"displacy":       {"lisbon.displacy.json": `"title":"lisbon"`},
		"displacy-spans": {"lisbon.spans.json": `"quote direct"`},
		"webannotation":  {"lisbon.jsonld": `"urn:article:lisbon"`},
		"conll2003":      {"lisbon.conll": "Lisbon NNP O B-GPE\n"},
		"conllu":         {"lisbon.conllu": "# newdoc id = lisbon\n"},
	} {
		require.Contains(t, formats, format)
		out := filepath.Join(t.TempDir(), "new")
		var stdout, stderr bytes.Buffer
		require.Zero(t, run([]string{"-format", format, "-out", out, in}, &stdout, &stderr), stderr.String())
		entries, err := os.ReadDir(out)
		require.NoError(t, err)
		assert.Len(t, entries, len(want), format)
		for name, words := range want {
			data, err := os.ReadFile(filepath.Join(out, name))
			require.NoError(t, err, format)
			assert.Contains(t, string(data), words, format)
		}
	}
	for format := range formats {
		assert.Contains(t, formatNames, format)
	}
}

func TestWrongUse(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "a.txt")
	require.NoError(t, os.WriteFile(in, []byte("a\xff"+article), 0o644))
	for _, row := range []struct {
		args   []string
		status int
		want   string
		reason string
	}{
		{[]string{"-format", "word", "-out", folder, in}, 2, "unknown format", "a format that is none"},
		{[]string{in}, 2, "name the folder", "no folder"},
		{[]string{"-out", folder}, 2, "name one file", "no file"},
		{[]string{"-out", folder, filepath.Join(folder, "b.txt")}, 1, "cannot read", "a file that is not there"},
		{[]string{"-out", t.TempDir(), in, filepath.Join(folder, "sub", "a.txt")}, 2, "rename one", "two articles of one name"},
		{[]string{"-out", folder, in}, 1, "overwritten", "an article with an invalid byte, into its own folder"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, row.status, run(row.args, &stdout, &stderr), row.reason)
		assert.Contains(t, stderr.String(), row.want, row.reason)
	}
	data, err := os.ReadFile(in)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(data), "a\xff"), "the article is as it was")
}
