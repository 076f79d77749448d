package ner

import (
	_ "embed"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// Origin is how a name came about.
type Origin uint8

const (
	AsModel Origin = iota // as the model found it
	Changed               // the model's, with other ends or another type
	Added                 // where the model found none
	numOrigins
)

var originNames = [numOrigins]string{"model", "changed", "added"}

func (o Origin) String() string { return originNames[o] }

// Origins tells each of the final names apart by what the model had found there,
// both in text order, and gives the model's probability of it.
func Origins(model, final []Name, each func(i int, o Origin, p float64)) {
	k := 0
	for i, n := range final {
		for k < len(model) && model[k].Last <= n.First {
			k++
		}
		switch {
		case k == len(model) || model[k].First >= n.Last:
			each(i, Added, 0)
		case model[k].First == n.First && model[k].Last == n.Last && model[k].Type == n.Type:
			each(i, AsModel, float64(model[k].Prob))
		default:
			each(i, Changed, float64(model[k].Prob))
		}
	}
}

// Calibration turns the model's probabilities into shares of right names, which
// were counted on labelled text. It is immutable.
type Calibration struct {
	curves [numOrigins][]knot
}

// knot says that names of probability p are right with probability share;
// between two knots the share lies on the line from one to the other.
type knot struct{ p, share float64 }

//go:embed confidence.txt
var confidenceTable string

// DefaultCalibration is the one that belongs to the embedded models.
var DefaultCalibration = sync.OnceValue(func() *Calibration {
	c, err := ParseCalibration(confidenceTable)
	if err != nil {
		panic("ner: confidence.txt: " + err.Error())
	}
	return c
})

// ParseCalibration reads a table: a line names an origin, a probability of the
// model and the share of right names, in rising order of the probability.
func ParseCalibration(table string) (*Calibration, error) {
	c := &Calibration{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		if len(f) != 3 {
			return nil, fmt.Errorf("%q: want origin, probability, share", line)
		}
		p, err1 := strconv.ParseFloat(f[1], 64)
		share, err2 := strconv.ParseFloat(f[2], 64)
		if err := errors.Join(err1, err2); err != nil || p < 0 || p > 1 || share <= 0 || share > 1 {
			return nil, fmt.Errorf("%q: want a probability and a share above 0 up to 1", line)
		}
		o := 0
		for o < len(originNames) && originNames[o] != f[0] {
			o++
		}
		if o == len(originNames) {
			return nil, fmt.Errorf("%q: unknown origin; want one of %s", line, strings.Join(originNames[:], ", "))
		}
		if l := c.curves[o]; len(l) > 0 && l[len(l)-1].p >= p {
			return nil, fmt.Errorf("%q: probabilities must rise", line)
		}
		c.curves[o] = append(c.curves[o], knot{p, share})
	}
	for o, l := range c.curves {
		if len(l) == 0 {
			return nil, fmt.Errorf("no line of %s", originNames[o])
		}
	}
	return c, nil
}

// Share is the calibrated probability that a name is right.
func (c *Calibration) Share(o Origin, p float64) float64 {
	l := c.curves[o]
	i := sort.Search(len(l), func(i int) bool { return l[i].p >= p })
	switch {
	case i == 0:
		return l[0].share
	case i == len(l):
		return l[len(l)-1].share
	}
	a, b := l[i-1], l[i]
	return a.share + (b.share-a.share)*(p-a.p)/(b.p-a.p)
}
