package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMakeRoom(t *testing.T) {
	folder := t.TempDir()
	old, own := filepath.Join(folder, "claims-00003-of-00009.jsonl"), filepath.Join(folder, "claims-notes.jsonl")
	require.NoError(t, makeRoom(t.Context(), filepath.Join(folder, "none"), false), "a folder that is not there yet")
	require.NoError(t, os.WriteFile(own, nil, 0o600))
	require.NoError(t, makeRoom(t.Context(), folder, false), "no results in it")
	require.NoError(t, os.WriteFile(old, nil, 0o600))
	assert.ErrorContains(t, makeRoom(t.Context(), folder, false), "claims-00003-of-00009.jsonl", "an earlier run is not mixed with this one")
	assert.FileExists(t, old, "and nothing is removed unasked")
	require.NoError(t, makeRoom(t.Context(), folder+"/", true))
	assert.NoFileExists(t, old)
	assert.FileExists(t, own, "what no run wrote stays")
}
