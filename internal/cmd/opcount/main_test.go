package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadCounts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list")
	require.NoError(t, os.WriteFile(file, []byte("mode: atomic\nm/a.go:1.2,3.4 2 10\nm/a.go:4.2,5.4 3 0\nm/a.go:1.2,3.4 2 1\n"), 0o600))
	places, err := readCounts(file)
	require.NoError(t, err)
	assert.Equal(t, map[string]float64{"m/a.go:1.2,3.4": 22}, places, "statements times how often, none for what was not entered")
	require.NoError(t, os.WriteFile(file, []byte("m/a.go:1.2,3.4 two 1\n"), 0o600))
	_, err = readCounts(file)
	assert.ErrorContains(t, err, "another form")
}

func TestGrowth(t *testing.T) {
	parts := counts{places: map[string]float64{"a": 100, "b": 100, "c": 5}}
	whole := counts{places: map[string]float64{"a": 110, "b": 200, "c": 5}}
	assert.Equal(t, 205.0, parts.all())
	var out strings.Builder
	showGrowth(&out, parts, whole, 9, 100)
	assert.Equal(t, "#\t+1.00 a byte, from 1.00\tb\n#\t+0.10 a byte, from 1.00\ta\n", out.String())
}

func TestBuiltWithoutCounters(t *testing.T) {
	if testing.CoverMode() != "" {
		t.Skip("the test is built with them")
	}
	assert.ErrorContains(t, run(os.Stdout, 1, 1, "", 0), "-covermode=atomic")
}
