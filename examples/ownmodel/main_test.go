package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/train"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the program's output into the tutorial anew")

const tutorial = "../../docs/own-model.md"

// TestTutorial holds the tutorial to the program: its Go snippets are the
// program's lines, its tables the program's files, its output what the program prints.
func TestTutorial(t *testing.T) {
	var out, stderr bytes.Buffer
	folder := filepath.Join(t.TempDir(), "models")
	require.Zero(t, program([]string{"-save", folder}, &out, &stderr), stderr.String())
	for _, name := range []string{"tagger.model", "names.model"} {
		info, err := os.Stat(filepath.Join(folder, name))
		require.NoError(t, err)
		assert.Positive(t, info.Size())
	}
	doc, err := os.ReadFile(tutorial)
	require.NoError(t, err)
	parts := strings.Split(string(doc), "```")
	source, err := os.ReadFile("main.go")
	require.NoError(t, err)
	have := squeeze(string(source))
	outputs := 0
	for i := 1; i < len(parts); i += 2 {
		kind, body, _ := strings.Cut(parts[i], "\n")
		switch {
		case kind == "go":
			assert.Contains(t, have, squeeze(body), "a snippet that main.go does not have")
		case kind == "output":
			outputs++
			if *update {
				parts[i] = "output\n" + out.String()
			}
			assert.Equal(t, out.String(), strings.TrimPrefix(parts[i], "output\n"), "go test ./examples/ownmodel -update copies it")
		case strings.HasSuffix(kind, ".txt"), strings.HasSuffix(kind, ".conll"), strings.HasSuffix(kind, ".tsv"):
			data, err := os.ReadFile(filepath.Join("testdata", kind))
			require.NoError(t, err)
			for line := range strings.Lines(body) {
				assert.Contains(t, string(data), line, kind)
			}
		case kind == "sh":
		default:
			t.Errorf("a block of kind %q, which nothing checks", kind)
		}
	}
	assert.Equal(t, 1, outputs)
	if *update {
		require.NoError(t, os.WriteFile(tutorial, []byte(strings.Join(parts, "```")), 0o644))
	}
}

// squeeze takes white space at the beginning of lines away.
func squeeze(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func TestOwnIsBetter(t *testing.T) {
	tagger, names, err := trainModels()
	require.NoError(t, err)
	own, err := logAnalyzer(tagger, names)
	require.NoError(t, err)
	builtin, err := dateline.New(dateline.WithTokens())
	require.NoError(t, err)
	heldOut, err := corpus("logs-test.conll")
	require.NoError(t, err)
	before, after := train.Evaluate(builtin, heldOut), train.Evaluate(own, heldOut)
	assert.Greater(t, after.F1(), before.F1()+.3)
	assert.Greater(t, after.Accuracy(), before.Accuracy()+.1)
	log, err := text("log.txt")
	require.NoError(t, err)
	assert.Greater(t, len(own.Analyze(log).Claims), len(builtin.Analyze(log).Claims))
}

func TestWrongFlag(t *testing.T) {
	var out, stderr bytes.Buffer
	assert.Equal(t, 2, program([]string{"-nonsense"}, &out, &stderr))
}
