package worldmap

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOutline(t *testing.T) {
	require.True(t, json.Valid(outlineJSON))
	assert.Greater(t, len(world().land), 200)
	assert.Greater(t, len(world().borders), 200)
	for _, s := range world().land {
		assert.GreaterOrEqual(t, len(s.points), 4)
		assert.Equal(t, s.points[0], s.points[len(s.points)-1], "rings are closed")
		assert.True(t, s.box.minX >= -180 && s.box.maxX <= 180 && s.box.minY >= -90 && s.box.maxY <= 90)
	}
}

func TestDraw(t *testing.T) {
	homs := Place{Name: "Homs", Kind: Spot, Weight: 1, Lat: 34.7, Lon: 36.7}
	for _, row := range []struct {
		places  []Place
		markers int
		beyond  int
		inset   bool
		reason  string
	}{
		{nil, 0, 0, false, "no places, no map"},
		{[]Place{{Name: "nowhere", Lat: math.NaN(), Lon: 3}, {Name: "far", Lat: 99}}, 0, 0, false, "no place on earth"},
		{[]Place{homs}, 1, 0, true, "one place is a region"},
		{[]Place{homs, {Name: "Aleppo", Weight: 2, Lat: 36.2, Lon: 37.1}, {Name: "United States", Kind: Country, Weight: 2, Lat: 39.8, Lon: -98.5}}, 2, 1, true, "a country far away does not widen the view"},
		{[]Place{{Name: "Suva", Kind: Scene, Weight: 1, Lat: -18.1, Lon: 178.4}, {Name: "Apia", Kind: Scene, Weight: 1, Lat: -13.8, Lon: -171.8}}, 2, 0, true, "across the date line"},
		{[]Place{{Name: "China", Kind: Country, Weight: 3, Lat: 35, Lon: 103}, {Name: "United States", Kind: Country, Weight: 3, Lat: 40, Lon: -98}, {Name: "Brazil", Kind: Country, Weight: 3, Lat: -10, Lon: -52}}, 3, 0, false, "countries of all the world"},
		{[]Place{{Name: "South Pole", Weight: 1, Lat: -90, Lon: 0}}, 1, 0, true, "the end of the world"},
	} {
		m := Draw(row.places)
		if row.markers+row.beyond == 0 {
			assert.Nil(t, m, row.reason)
			continue
		}
		require.NotNil(t, m, row.reason)
		assert.Len(t, m.Markers, row.markers, row.reason)
		assert.Len(t, m.Beyond, row.beyond, row.reason)
		assert.Equal(t, row.inset, m.Inset != nil, row.reason)
		if row.reason != "the end of the world" {
			assert.NotEmpty(t, m.Land, row.reason)
		}
		assert.NotContains(t, m.Land+m.Borders+m.Grid, "NaN")
		for _, k := range m.Markers {
			assert.True(t, k.X >= 0 && k.X <= Width && k.Y >= 0 && k.Y <= Height, row.reason)
			assert.NotEmpty(t, k.Anchor, row.reason)
		}
		assert.Equal(t, m, Draw(row.places), "the same each time")
	}
}

func TestLabelsDoNotOverlap(t *testing.T) {
	var places []Place
	for i := range 200 {
		places = append(places, Place{Name: strings.Repeat("x", 5+i%20), Weight: 1 + i%7, Lat: 30 + float64(i%17)/3, Lon: 30 + float64(i%23)/3})
	}
	m := Draw(places)
	assert.Len(t, m.Markers, maxMarkers)
	assert.Len(t, m.Beyond, 200-maxMarkers)
	type rectangle struct{ x0, y0, x1, y1 float64 }
	var labels []rectangle
	for _, k := range m.Markers {
		if k.Anchor == "" {
			continue
		}
		width := letterWidth * float64(len(places[k.Place].Name))
		x := k.LabelX - map[string]float64{"start": 0, "middle": width / 2, "end": width}[k.Anchor]
		r := rectangle{x, k.LabelY - 11, x + width, k.LabelY + 2}
		for _, o := range labels {
			assert.False(t, r.x0 < o.x1 && o.x0 < r.x1 && r.y0 < o.y1 && o.y0 < r.y1)
		}
		labels = append(labels, r)
	}
	assert.NotEmpty(t, labels)
}

func FuzzDraw(f *testing.F) {
	f.Add(34.7, 36.7, -18.1, 178.4, 3)
	f.Add(math.Inf(1), 0., 90., -180., -5)
	f.Fuzz(func(t *testing.T, lat1, lon1, lat2, lon2 float64, weight int) {
		weight = max(1, weight%1000)
		m := Draw([]Place{{Name: "a", Weight: weight, Lat: lat1, Lon: lon1}, {Name: "b", Kind: Country, Weight: 1, Lat: lat2, Lon: lon2}})
		if m == nil {
			return
		}
		require.NotContains(t, m.Land+m.Borders+m.Grid, "NaN")
		require.LessOrEqual(t, len(m.Markers)+len(m.Beyond), 2)
		for _, k := range m.Markers {
			require.True(t, k.X >= 0 && k.X <= Width && k.Y >= 0 && k.Y <= Height)
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	world()
	b.ReportAllocs()
	for b.Loop() {
		Draw([]Place{{Name: "Homs", Weight: 1, Lat: 34.7, Lon: 36.7}})
	}
}
