package worldmap

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"unicode/utf8"
)

// Size of the map and of the small map of the whole world in it, in units of
// the drawing.
const (
	Width       = 640
	Height      = 400
	InsetWidth  = 132
	InsetHeight = 66
)

// Kind is how exactly a place is a point.
type Kind int

// The kinds of place.
const (
	Spot    Kind = iota // a town, a building, a river's point
	Country             // a point that stands for a whole country
	Scene               // a spot where something happened: it leads the map
)

// Place is what a map shows. Lat and Lon are degrees (WGS 84).
type Place struct {
	Name     string
	Kind     Kind
	Weight   int // how often the text speaks of it, at least 1
	Lat, Lon float64
}

// Marker is a place on the map.
type Marker struct {
	Place  int // index into the places
	X, Y   float64
	Radius float64
	// Label is where the name stands; Anchor is "start", "middle" or "end".
	// Without room for it Anchor is empty.
	LabelX, LabelY float64
	Anchor         string
}

// Map is a drawing of Width by Height units, y downwards.
type Map struct {
	Land, Borders, Grid string // SVG paths; land is filled by the even-odd rule
	Markers             []Marker
	// Beyond are the places that lie outside, as indices.
	Beyond []int
	// Inset is the whole world, InsetWidth by InsetHeight, with Frame around
	// what the map shows and a dot for each place; nil if the map shows the
	// world itself.
	Inset *Inset
}

// Inset is a small map of the world.
type Inset struct {
	Land                           string
	Dots                           [][2]float64
	FrameX, FrameY, FrameW, FrameH float64
}

// Draw lays places out. The map shows the region in which most of what the
// text speaks of lies; it is nil without any place. Coordinates beyond their
// range, or that are no numbers, are left out. The cost is linear in the
// outline and, but for the labels of at most 40 markers, in the places.
func Draw(places []Place) *Map {
	order := ranked(places)
	if len(order) == 0 {
		return nil
	}
	view := region(places, order)
	m := &Map{}
	if view == everywhere {
		*m = wholeWorld()
	} else {
		m.draw(view)
	}
	for _, i := range order {
		p := view.project(point{places[i].Lon, places[i].Lat})
		if p[0] < 0 || p[0] > Width || p[1] < 0 || p[1] > Height || len(m.Markers) == maxMarkers {
			m.Beyond = append(m.Beyond, i)
			continue
		}
		m.Markers = append(m.Markers, Marker{Place: i, X: round(p[0]), Y: round(p[1]), Radius: radius(places[i])})
	}
	m.label(places)
	if view.spanX < 200 {
		m.Inset = inset(places, order, view)
	}
	return m
}

const maxMarkers = 40

// ranked are the usable places, the most important first.
func ranked(places []Place) []int {
	var order []int
	for i, p := range places {
		if math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180 { // false for NaN
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight(places[b]), weight(places[a])) })
	return order
}

func weight(p Place) int {
	switch p.Kind {
	case Scene:
		return 100 + p.Weight
	case Country:
		return p.Weight
	}
	return 4 * p.Weight
}

func radius(p Place) float64 { return round(min(4+1.2*math.Sqrt(float64(p.Weight)), 9)) }

func round(x float64) float64 { return math.Round(x*10) / 10 }

// view is a part of the world and how it is projected: equirectangular, true
// to scale in its middle.
type view struct {
	center       point
	spanX, spanY float64 // degrees
}

func (v view) project(p point) point {
	x := p[0] - v.center[0]
	x -= 360 * math.Round(x/360) // the near side of the date line
	return point{Width/2 + x*Width/v.spanX, Height/2 - (p[1]-v.center[1])*Height/v.spanY}
}

const (
	leastSpan = 11  // degrees of longitude at the equator: enough to see where on earth it is
	mostSpan  = 110 // more is the whole world
)

// everywhere is the view of the world, of the lands where people live.
var everywhere = view{point{10, 15}, 360, 150}

// wholeWorld is its drawing, the same for all.
var wholeWorld = sync.OnceValue(func() Map {
	var m Map
	m.draw(everywhere)
	return m
})

// region grows around the first place until most of the weight is within, and
// on while the next place is near.
func region(places []Place, order []int) view {
	first := places[order[0]]
	near := slices.Clone(order)
	distance := func(i int) float64 {
		dx := places[i].Lon - first.Lon
		dx -= 360 * math.Round(dx/360)
		return math.Hypot(dx*math.Cos(first.Lat*math.Pi/180), places[i].Lat-first.Lat)
	}
	slices.SortStableFunc(near, func(a, b int) int { return cmp.Compare(distance(a), distance(b)) })
	total, within := 0, 0
	for _, i := range order {
		total += weight(places[i])
	}
	b := box{0, first.Lat, 0, first.Lat} // x from the first place
	reach := 0.
	for _, i := range near {
		d := distance(i)
		if 10*within >= 6*total && d > reach+5 {
			break
		}
		within, reach = within+weight(places[i]), d
		dx := places[i].Lon - first.Lon
		b.add(point{dx - 360*math.Round(dx/360), places[i].Lat})
	}
	center := point{first.Lon + (b.minX+b.maxX)/2, (b.minY + b.maxY) / 2}
	squeeze := max(math.Cos(center[1]*math.Pi/180), .2)
	spanX := max((b.maxX-b.minX)*1.5, leastSpan/squeeze)
	spanY := max((b.maxY-b.minY)*1.5, spanX*squeeze*Height/Width)
	spanX = spanY * Width / Height / squeeze
	if spanX > mostSpan {
		return everywhere
	}
	return view{center, spanX, spanY}
}

// draw takes from the outline what the view shows.
func (m *Map) draw(v view) {
	const margin = 8. // cut edges lie outside
	frame := box{-margin, -margin, Width + margin, Height + margin}
	var land, borders []byte
	for _, turn := range []float64{-360, 0, 360} {
		degrees := box{
			v.center[0] - v.spanX/2 - turn - v.spanX*margin/Width, v.center[1] - v.spanY/2 - v.spanY*margin/Height,
			v.center[0] + v.spanX/2 - turn + v.spanX*margin/Width, v.center[1] + v.spanY/2 + v.spanY*margin/Height,
		}
		flat := func(points []point) []point {
			out := make([]point, len(points))
			for i, p := range points {
				out[i] = point{Width/2 + (p[0]+turn-v.center[0])*Width/v.spanX, Height/2 - (p[1]-v.center[1])*Height/v.spanY}
			}
			return out
		}
		for _, s := range world().land {
			if s.box.overlaps(degrees) {
				land = pathOf(land, clipRing(flat(s.points), frame), true)
			}
		}
		for _, s := range world().borders {
			if s.box.overlaps(degrees) {
				borders = clipLine(borders, flat(s.points), frame)
			}
		}
	}
	m.Land, m.Borders, m.Grid = string(land), string(borders), grid(v)
}

// clipLine writes the runs of a line whose segments touch the frame.
func clipLine(path []byte, line []point, frame box) []byte {
	start := -1
	for i := 0; i+1 < len(line); i++ {
		p, q := line[i], line[i+1]
		touches := frame.overlaps(box{min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1])})
		if touches && start < 0 {
			start = i
		}
		if !touches && start >= 0 {
			path = pathOf(path, line[start:i+1], false)
			start = -1
		}
	}
	if start >= 0 {
		path = pathOf(path, line[start:], false)
	}
	return path
}

// grid is meridians and parallels at round degrees, four to nine across.
func grid(v view) string {
	step := 30.
	for _, s := range []float64{1, 2, 5, 10, 20} {
		if v.spanX/s <= 9 {
			step = s
			break
		}
	}
	var path []byte
	for x := math.Ceil((v.center[0]-v.spanX/2)/step) * step; x < v.center[0]+v.spanX/2; x += step {
		at := Width/2 + (x-v.center[0])*Width/v.spanX
		path = pathOf(path, []point{{at, 0}, {at, Height}}, false)
	}
	for y := math.Ceil((v.center[1]-v.spanY/2)/step) * step; y < v.center[1]+v.spanY/2; y += step {
		at := Height/2 - (y-v.center[1])*Height/v.spanY
		path = pathOf(path, []point{{0, at}, {Width, at}}, false)
	}
	return string(path)
}

// flatten puts a point of the world onto the inset.
func flatten(p point) point {
	return point{round((p[0] + 180) * InsetWidth / 360), round((90 - p[1]) * InsetHeight / 180)}
}

// insetLand is the land of every inset.
var insetLand = sync.OnceValue(func() string {
	var land []byte
	for _, s := range world().land {
		if (s.box.maxX-s.box.minX)*(s.box.maxY-s.box.minY) < 12 {
			continue // smaller than can be seen
		}
		points := make([]point, len(s.points))
		for i, p := range s.points {
			p = flatten(p)
			points[i] = point{math.Round(p[0]*2) / 2, math.Round(p[1]*2) / 2}
		}
		land = pathOf(land, points, true)
	}
	return string(land)
})

func inset(places []Place, order []int, v view) *Inset {
	in := &Inset{Land: insetLand()}
	for _, i := range order[:min(len(order), 200)] {
		in.Dots = append(in.Dots, flatten(point{places[i].Lon, places[i].Lat}))
	}
	a := flatten(point{v.center[0] - v.spanX/2, v.center[1] + v.spanY/2})
	b := flatten(point{v.center[0] + v.spanX/2, v.center[1] - v.spanY/2})
	in.FrameX, in.FrameY, in.FrameW, in.FrameH = a[0], a[1], round(b[0]-a[0]), round(b[1]-a[1])
	return in
}

// Letters of a label, roughly.
const letterWidth, letterHeight = 7.2, 15.

// label finds room for names, beside their marker or above or below it, those
// of more important places first.
func (m *Map) label(places []Place) {
	var taken []box
	for i := range m.Markers {
		k := &m.Markers[i]
		taken = append(taken, box{k.X - k.Radius, k.Y - k.Radius, k.X + k.Radius, k.Y + k.Radius})
	}
	taken = append(taken, box{0, Height - InsetHeight - 16, InsetWidth + 16, Height}) // where the inset lies
	frame := box{2, 2, Width - 2, Height - 2}
	for i := range m.Markers {
		k := &m.Markers[i]
		width := letterWidth * float64(utf8.RuneCountInString(places[k.Place].Name))
		gap := k.Radius + 4
		for _, try := range []struct {
			x, y, left float64
			anchor     string
		}{
			{k.X + gap, k.Y + 4.5, 0, "start"}, {k.X - gap, k.Y + 4.5, width, "end"},
			{k.X, k.Y - gap - 1, width / 2, "middle"}, {k.X, k.Y + gap + 10, width / 2, "middle"},
		} {
			b := box{try.x - try.left, try.y - letterHeight + 3, try.x - try.left + width, try.y + 3}
			if !frame.contains(point{b.minX, b.minY}) || !frame.contains(point{b.maxX, b.maxY}) ||
				slices.ContainsFunc(taken, func(o box) bool { return o.overlaps(b) && o != taken[i] }) {
				continue
			}
			k.LabelX, k.LabelY, k.Anchor = round(try.x), round(try.y), try.anchor
			taken = append(taken, b)
			break
		}
	}
}
