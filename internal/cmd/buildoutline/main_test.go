package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// square is a topology of one square country, its line told as steps.
const square = `{"arcs":[[[0,0],[10,0],[0,10],[-10,0],[0,-10]]],"transform":{"scale":[1,1],"translate":[5,5]},"objects":{
	"countries":{"geometries":[{"type":"Polygon","arcs":[[0]]},{"type":"MultiPolygon","arcs":[[[-1]]]},{"type":null}]},
	"land":{"geometries":[{"type":"MultiPolygon","arcs":[[[0]]]}]}}}`

func TestRun(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in.json"), filepath.Join(folder, "out.geojson")
	for _, row := range []struct{ topology, want, reason string }{
		{square, "", "a square"},
		{"{", "in.json", "cut off"},
		{`{"objects":{}}`, `no object "countries"`, "another file"},
		{`{"objects":{"countries":{"geometries":[{"type":"Polygon","arcs":[[0]]}]},"land":{"geometries":[{}]}}}`, "arc 0 of 0", "a line that is not there"},
		{`{"objects":{"countries":{"geometries":[{"type":"Polygon","arcs":{"a":1}}]},"land":{"geometries":[{}]}}}`, `of type "Polygon"`, "rings that are none"},
		{`{"objects":{"countries":{"geometries":[{"type":"Point"}]},"land":{"geometries":[{}]}}}`, "no polygon", "a point"},
	} {
		require.NoError(t, os.WriteFile(in, []byte(row.topology), 0o600))
		err := run(in, out, .08, .02)
		if row.want == "" {
			require.NoError(t, err, row.reason)
			continue
		}
		assert.ErrorContains(t, err, row.want, row.reason)
	}
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	assert.Contains(t, string(got), "[[[5,5],[15,5],[15,15],[5,15],[5,5]]]", "the land")
	assert.Contains(t, string(got), `"MultiLineString"`, "and the border that two countries share")
	assert.Error(t, run(filepath.Join(folder, "none"), out, .08, .02))
}
