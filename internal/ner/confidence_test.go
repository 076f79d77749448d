package ner

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCalibration(t *testing.T) {
	c, err := ParseCalibration("# comment\nmodel 0.5 0.4\nmodel 1 0.9\nchanged 0 0.7\nadded 0 0.8\n")
	require.NoError(t, err)
	for _, row := range []struct {
		origin Origin
		p      float64
		want   float64
		reason string
	}{
		{AsModel, 0.1, 0.4, "below the first knot: its share"},
		{AsModel, 0.75, 0.65, "on the line between two"},
		{AsModel, 1, 0.9, "the last knot"},
		{Changed, 0.3, 0.7, "one knot for all"},
		{Added, 0, 0.8, "no probability of the model's"},
	} {
		assert.InDelta(t, row.want, c.Share(row.origin, row.p), 1e-9, row.reason)
	}
	for table, reason := range map[string]string{
		"model 0.5":                   "want origin, probability, share",
		"model 0.5 x":                 "want a probability",
		"model 0.5 1.5":               "want a probability",
		"other 0.5 0.5":               "unknown origin",
		"model 0.5 0.5\nmodel .5 0.6": "must rise",
		"model 0.5 0.5":               "no line of changed",
	} {
		_, err := ParseCalibration(table)
		assert.ErrorContains(t, err, reason)
	}
}

func TestOrigins(t *testing.T) {
	model := []Name{{First: 0, Last: 2, Type: Person, Prob: 0.9}, {First: 4, Last: 6, Type: Org, Prob: 0.6}}
	final := []Name{{First: 0, Last: 2, Type: Person}, {First: 3, Last: 4, Type: GPE}, {First: 4, Last: 5, Type: Org}}
	var got []Origin
	Origins(model, final, func(_ int, o Origin, _ float64) { got = append(got, o) })
	assert.Equal(t, []Origin{AsModel, Added, Changed}, got)
}
