package stress

import (
	"slices"
	"time"

	"github.com/dateline-go/dateline/internal/cputime"
)

// mostPairs is how often a text and its parts are read to be compared.
const mostPairs = 15

// leastTime is what one figure must take, to be more than a clock's tick.
const leastTime = 20 * time.Millisecond

// Overrun is how many times the CPU time of its ten parts a text takes to be read:
// about 1 if the cost grows with the length, 10 if it grows with its square. Text
// and parts are read in pairs, so that both meet the same noise, until the median
// of the pairs is at most the given ratio: half of them are then. It measures the
// whole process: tests that run beside it would disturb it.
func Overrun(text string, most float64, read func(text string)) float64 {
	parts := Parts(text, 10)
	each := func() {
		for _, p := range parts {
			read(p)
		}
	}
	each() // what the first reading loads
	reads := 1
	for timeOf(reads, each) < leastTime && reads < 1<<20 {
		reads *= 2
	}
	var ratios []float64
	for {
		whole := timeOf(reads, func() { read(text) })
		ratios = append(ratios, float64(whole)/float64(max(timeOf(reads, each), 1)))
		slices.Sort(ratios)
		if median := ratios[len(ratios)/2]; median <= most || len(ratios) == mostPairs {
			return median
		}
	}
}

// timeOf is the CPU time of doing something n times.
func timeOf(n int, do func()) time.Duration {
	begin := cputime.Process()
	for range n {
		do()
	}
	return cputime.Process() - begin
}
