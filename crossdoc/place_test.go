package crossdoc

import (
	"slices"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/stretchr/testify/assert"
)

// TestCells: whatever is near is found by its square of the grid.
func TestCells(t *testing.T) {
	for _, row := range []struct {
		a, b   entities.Point
		meet   bool
		reason string
	}{
		{entities.Point{Lat: 34.7, Lon: 36.7}, entities.Point{Lat: 34.8, Lon: 36.9}, true, "two towns of a district"},
		{entities.Point{Lat: 34.7, Lon: 36.7}, entities.Point{Lat: 36.2, Lon: 37.2}, false, "two cities"},
		{entities.Point{Lat: -16.8, Lon: 179.99}, entities.Point{Lat: -16.9, Lon: -179.9}, true, "on both sides of the date line"},
		{entities.Point{Lat: -16.8, Lon: 180}, entities.Point{Lat: -16.8, Lon: -180}, true, "the date line itself, told in two ways"},
		{entities.Point{Lat: 5.6, Lon: -.1}, entities.Point{Lat: 5.6, Lon: .1}, true, "on both sides of Greenwich"},
		{entities.Point{Lat: 78.2, Lon: 15.0}, entities.Point{Lat: 78.2, Lon: 16.05}, true, "in the far north, where a degree is short"},
		{entities.Point{Lat: 90, Lon: 0}, entities.Point{Lat: 89.99, Lon: 15}, true, "at the pole"},
	} {
		km, _ := kilometres(&row.a, &row.b)
		if row.meet {
			assert.LessOrEqual(t, km, float64(nearKM), row.reason)
		}
		for _, points := range [][2]*entities.Point{{&row.a, &row.b}, {&row.b, &row.a}} {
			home := cells(&Place{Point: points[0]}, false)
			asked := cells(&Place{Point: points[1]}, true)
			assert.Equal(t, row.meet, slices.Contains(asked, home[0]), row.reason)
			assert.Less(t, len(asked), 300, "the cost is bounded")
		}
	}
}
