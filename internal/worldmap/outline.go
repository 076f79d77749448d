package worldmap

import (
	_ "embed"
	"encoding/json"
	"sync"
)

//go:embed outline.geojson
var outlineJSON []byte

// point is longitude and latitude in degrees, or x and y on a map.
type point = [2]float64

// shape is a line or ring with the box around it.
type shape struct {
	points []point
	box    box
}

type box struct{ minX, minY, maxX, maxY float64 }

func (b box) overlaps(o box) bool {
	return b.minX <= o.maxX && o.minX <= b.maxX && b.minY <= o.maxY && o.minY <= b.maxY
}

func (b box) contains(p point) bool {
	return b.minX <= p[0] && p[0] <= b.maxX && b.minY <= p[1] && p[1] <= b.maxY
}

func (b *box) add(p point) {
	b.minX, b.maxX = min(b.minX, p[0]), max(b.maxX, p[0])
	b.minY, b.maxY = min(b.minY, p[1]), max(b.maxY, p[1])
}

type outline struct{ land, borders []shape }

// world is the outline; it is immutable once read.
var world = sync.OnceValue(func() *outline {
	var file struct {
		Features []struct {
			Geometry struct {
				Type        string
				Coordinates json.RawMessage
			}
		}
	}
	must(json.Unmarshal(outlineJSON, &file))
	w := &outline{}
	for _, f := range file.Features {
		if f.Geometry.Type == "MultiPolygon" {
			var polygons [][][]point
			must(json.Unmarshal(f.Geometry.Coordinates, &polygons))
			for _, rings := range polygons {
				w.land = append(w.land, shapes(rings)...) // holes are rings too: filled even-odd
			}
		} else {
			var lines [][]point
			must(json.Unmarshal(f.Geometry.Coordinates, &lines))
			w.borders = shapes(lines)
		}
	}
	return w
})

func shapes(lines [][]point) (out []shape) {
	for _, l := range lines {
		s := shape{points: l, box: box{l[0][0], l[0][1], l[0][0], l[0][1]}}
		for _, p := range l {
			s.box.add(p)
		}
		out = append(out, s)
	}
	return out
}

// must is for the embedded file, which a test reads.
func must(err error) {
	if err != nil {
		panic("worldmap: the embedded outline is damaged: " + err.Error())
	}
}
