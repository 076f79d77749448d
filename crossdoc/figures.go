package crossdoc

import (
	"fmt"

	"github.com/dateline-go/dateline/extract"
)

// The points of figures: a figure agrees by chance the less the greater it is.
const (
	mostFigures  = 4
	leastFigures = -6
	otherOutcome = -2
)

func (l *Link) figures(a, b *Report) {
	points, why, common := 0, "", false
	for i := range a.Figures {
		for k := range b.Figures {
			x, y := &a.Figures[i], &b.Figures[k]
			if x.Outcome != y.Outcome || x.Outcome == extract.Displaced {
				continue
			}
			common = true
			p := agreement(x, y, a, b)
			if p == 1 && !l.agrees && x.number() != y.number() {
				p = 0 // two incidents of one day may have figures that are near
			}
			if x.Outcome == extract.Missing {
				p = max(p, 0) // the missing are found
			}
			points += p
			if l.silent {
				continue
			}
			if why != "" {
				why += "; "
			}
			why += fmt.Sprintf("%s %s and %s", x.Outcome, x.String(), y.String())
		}
	}
	switch {
	case !common && len(a.Figures) > 0 && len(b.Figures) > 0:
		l.add(AspectFigures, otherOutcome, "%s, not %s", b.Figures[0].Outcome, a.Figures[0].Outcome)
	case common:
		l.add(AspectFigures, min(max(points, leastFigures), mostFigures), "%s", why)
	}
}

// agreement compares two figures of one outcome.
func agreement(x, y *Figure, a, b *Report) int {
	n, m := x.number(), y.number()
	if n < 0 || m < 0 {
		return 0
	}
	low, high := min(n, m), max(n, m)
	ratio := float64(high) / float64(max(low, 1))
	open := x.High == nil || y.High == nil
	switch {
	case x.Vague || y.Vague: // "dozens" fits much
		if x.Vague && m < n/2 || y.Vague && n < m/2 {
			return -2
		}
		return 0
	case n == m && open:
		return 1
	case n == m:
		switch {
		case n >= 20:
			return 3
		case n >= 5:
			return 2
		case n >= 2:
			return 1
		}
		return 0
	case low == 0:
		return -2
	}
	// Reports of one day count on while they are written, and a toll rises.
	later, earlier := m, n
	if a.Published.After(b.Published) {
		later, earlier = n, m
	}
	rises := later > earlier || a.Published.Equal(b.Published)
	atLeast := n == low && x.High == nil || m == low && y.High == nil // and the other has more
	switch {
	case high-low <= 2 && low >= 4, ratio <= 1.25:
		return 1
	case atLeast && ratio <= 1.5:
		return 1
	case ratio <= 1.5, rises && ratio <= 2 && high >= 4, atLeast && ratio <= 2:
		return 0
	case ratio <= 5 && rises && (a.Update || b.Update):
		return -1
	case ratio <= 3:
		return -2
	}
	return -4
}

// number is the figure's best number, or a bound, or -1.
func (f *Figure) number() int {
	for _, n := range [...]*int{f.Best, f.High, f.Low} {
		if n != nil {
			return *n
		}
	}
	return -1
}

// String prints the best number, and "+" for an open end: "9", "9+".
func (f *Figure) String() string {
	n := f.number()
	switch {
	case n < 0:
		return "?"
	case f.High == nil:
		return fmt.Sprintf("%d+", n)
	}
	return fmt.Sprint(n)
}
