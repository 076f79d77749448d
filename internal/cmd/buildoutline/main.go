// Buildoutline makes the outline of the world that maps are drawn on, from
// Natural Earth's countries as TopoJSON (npm package world-atlas 2.0.2).
//
//	internal/cmd/buildoutline/fetch.sh DIR
//	go run ./internal/cmd/buildoutline -topology DIR/countries-50m.json -out internal/worldmap/outline.geojson
//
// The same topology gives the same bytes.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

func main() {
	topology := flag.String("topology", "", "countries-50m.json of world-atlas")
	out := flag.String("out", "internal/worldmap/outline.geojson", "file to write")
	tolerance := flag.Float64("tolerance", .08, "how far, in degrees, a line may move when points are left out")
	area := flag.Float64("area", .02, "the smallest island that is kept, in square degrees")
	flag.Parse()
	if err := run(*topology, *out, *tolerance, *area); err != nil {
		fmt.Fprintln(os.Stderr, "buildoutline:", err)
		os.Exit(1)
	}
}

// topologyFile is the part of TopoJSON that is read: lines, numbered, of which
// countries and land are made, so that two countries share their border.
type topologyFile struct {
	Arcs      [][][2]float64
	Transform struct{ Scale, Translate [2]float64 }
	Objects   map[string]struct{ Geometries []geometry }
}

type geometry struct {
	Type string
	Arcs json.RawMessage
}

type line [][2]float64

func run(topology, out string, tolerance, area float64) error {
	content, err := os.ReadFile(topology)
	if err != nil {
		return err
	}
	var t topologyFile
	if err := json.Unmarshal(content, &t); err != nil {
		return fmt.Errorf("%s: %w", topology, err)
	}
	for _, name := range []string{"countries", "land"} {
		if len(t.Objects[name].Geometries) == 0 {
			return fmt.Errorf("%s: no object %q: want countries-50m.json of world-atlas", topology, name)
		}
	}
	arcs := make([]line, len(t.Arcs))
	for i, arc := range t.Arcs {
		x, y := 0., 0.
		for _, step := range arc { // each point is told by its distance from the one before
			x, y = x+step[0], y+step[1]
			arcs[i] = append(arcs[i], [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		arcs[i] = simplify(arcs[i], tolerance)
	}
	uses := make([]int, len(arcs))
	for _, g := range t.Objects["countries"].Geometries {
		shapes, err := polygons(g, len(arcs))
		if err != nil {
			return fmt.Errorf("%s: countries: %w", topology, err)
		}
		for _, polygon := range shapes {
			for _, ring := range polygon {
				for _, arc := range ring {
					uses[max(arc, ^arc)]++
				}
			}
		}
	}
	var land []string
	for _, g := range t.Objects["land"].Geometries {
		shapes, err := polygons(g, len(arcs))
		if err != nil {
			return fmt.Errorf("%s: land: %w", topology, err)
		}
		for _, polygon := range shapes {
			var rings []string
			for n, ring := range polygon {
				points := join(ring, arcs)
				if len(points) < 4 || math.Abs(size(points)) < area {
					if n == 0 {
						break
					}
					continue
				}
				rings = append(rings, coordinates(points))
			}
			if rings != nil {
				land = append(land, "["+strings.Join(rings, ",")+"]")
			}
		}
	}
	var borders []string
	for i, arc := range arcs {
		if uses[i] > 1 {
			borders = append(borders, coordinates(arc))
		}
	}
	feature := func(name, kind string, parts []string) string {
		return `{"type":"Feature","properties":{"name":"` + name + `"},"geometry":{"type":"` + kind + `","coordinates":[` + "\n" + strings.Join(parts, ",\n") + "\n]}}"
	}
	result := `{"type":"FeatureCollection","features":[` + "\n" + feature("land", "MultiPolygon", land) + ",\n" + feature("borders", "MultiLineString", borders) + "\n]}\n"
	return os.WriteFile(out, []byte(result), 0o644)
}

// polygons are a geometry's polygons as rings of arc numbers, all of them below
// arcs; ^n is arc n backwards. A geometry without form has none.
func polygons(g geometry, arcs int) (shapes [][][]int, err error) {
	switch g.Type {
	case "Polygon":
		shapes = make([][][]int, 1)
		err = json.Unmarshal(g.Arcs, &shapes[0])
	case "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &shapes)
	case "":
		return nil, nil
	default:
		err = errors.New("no polygon")
	}
	if err != nil {
		return nil, fmt.Errorf("a geometry of type %q: %w", g.Type, err)
	}
	for _, polygon := range shapes {
		for _, ring := range polygon {
			for _, n := range ring {
				if max(n, ^n) >= arcs {
					return nil, fmt.Errorf("a ring names arc %d of %d", n, arcs)
				}
			}
		}
	}
	return shapes, nil
}

func join(ring []int, arcs []line) line {
	var points line
	for _, n := range ring {
		arc := arcs[max(n, ^n)]
		for i := range arc {
			p := arc[i]
			if n < 0 {
				p = arc[len(arc)-1-i]
			}
			if i == 0 && len(points) > 0 {
				continue // the end of the arc before
			}
			points = append(points, p)
		}
	}
	return points
}

func size(ring line) (area float64) {
	for i := 1; i < len(ring); i++ {
		area += ring[i-1][0]*ring[i][1] - ring[i][0]*ring[i-1][1]
	}
	return area / 2
}

// simplify leaves out points that lie near the line between those kept
// (Douglas and Peucker).
func simplify(l line, tolerance float64) line {
	if len(l) < 3 {
		return l
	}
	first, last := l[0], l[len(l)-1]
	far, at := 0., 0
	for i := 1; i < len(l)-1; i++ {
		if d := distance(l[i], first, last); d > far {
			far, at = d, i
		}
	}
	if far <= tolerance {
		return line{first, last}
	}
	left := simplify(l[:at+1], tolerance)
	return append(left[:len(left):len(left)], simplify(l[at:], tolerance)[1:]...)
}

func distance(p, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return math.Hypot(p[0]-a[0], p[1]-a[1])
	}
	return math.Abs(dx*(p[1]-a[1])-dy*(p[0]-a[0])) / length
}

func coordinates(points line) string {
	var b strings.Builder
	before := ""
	for _, p := range points {
		s := "[" + strconv.FormatFloat(math.Round(p[0]*100)/100, 'f', -1, 64) + "," + strconv.FormatFloat(math.Round(p[1]*100)/100, 'f', -1, 64) + "]"
		if s == before {
			continue
		}
		if before != "" {
			b.WriteByte(',')
		}
		b.WriteString(s)
		before = s
	}
	return "[" + b.String() + "]"
}
