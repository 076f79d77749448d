package worldmap

import (
	"math"
	"strconv"
)

// clipRing cuts a ring to a box, along its four sides one after the other
// (Sutherland and Hodgman).
func clipRing(ring []point, b box) []point {
	for side := range 4 {
		if len(ring) == 0 {
			return nil
		}
		out := make([]point, 0, len(ring)+8)
		before := ring[len(ring)-1]
		for _, p := range ring {
			in, was := inside(p, b, side), inside(before, b, side)
			if in != was {
				out = append(out, cross(before, p, b, side))
			}
			if in {
				out = append(out, p)
			}
			before = p
		}
		ring = out
	}
	return ring
}

func inside(p point, b box, side int) bool {
	switch side {
	case 0:
		return p[0] >= b.minX
	case 1:
		return p[0] <= b.maxX
	case 2:
		return p[1] >= b.minY
	}
	return p[1] <= b.maxY
}

func cross(p, q point, b box, side int) point {
	axis, at := side/2, [4]float64{b.minX, b.maxX, b.minY, b.maxY}[side]
	t := (at - p[axis]) / (q[axis] - p[axis])
	r := point{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])}
	r[axis] = at
	return r
}

// pathOf appends points to an SVG path, whole and tenths of a unit; what falls
// on one point is written once.
func pathOf(path []byte, points []point, closed bool) []byte {
	lastX, lastY := math.MinInt, math.MinInt
	command := byte('M')
	for _, p := range points {
		x, y := int(math.Round(p[0]*10)), int(math.Round(p[1]*10))
		if x == lastX && y == lastY {
			continue
		}
		path = append(path, command)
		path = tenths(path, x)
		path = append(path, ' ')
		path = tenths(path, y)
		lastX, lastY, command = x, y, 'L'
	}
	if closed && command == 'L' {
		path = append(path, 'Z')
	}
	return path
}

// tenths writes n tenths as a decimal.
func tenths(path []byte, n int) []byte {
	if n < 0 {
		path, n = append(path, '-'), -n
	}
	path = strconv.AppendInt(path, int64(n/10), 10)
	if n%10 != 0 {
		path = append(path, '.', byte('0'+n%10))
	}
	return path
}
