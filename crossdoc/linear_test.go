package crossdoc

import (
	"fmt"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/stretchr/testify/assert"
)

// crowd is n reports in a few cities on a few days, all much alike: the worst
// that a corpus can hold.
func crowd(n int) []Report {
	reports := make([]Report, n)
	for i := range reports {
		day := time.Date(2024, 1, 1+i%20, 0, 0, 0, 0, time.UTC)
		city := i / 20 % 4
		dead := 1 + i%37
		reports[i] = Report{
			Article: fmt.Sprint(i), Outlet: fmt.Sprint(i % 7), Published: day,
			Place:   Place{Key: fmt.Sprint("geonames:", city), Level: City, Country: "SY", Point: &entities.Point{Lat: 35 + float64(city), Lon: 37}},
			When:    &extract.Interval{From: day, To: day, Precision: extract.Day},
			Causes:  []string{"shelling"},
			Figures: []Figure{{Outcome: extract.Killed, Low: &dead, Best: &dead, High: &dead}},
		}
	}
	return reports
}

func TestCostIsLinear(t *testing.T) {
	pairs := func(n int) int {
		g := newGrouper(crowd(n))
		g.run()
		return g.pairs
	}
	small, large := pairs(2_000), pairs(16_000)
	t.Logf("%d pairs compared of 2,000 reports, %d of 16,000", small, large)
	assert.Less(t, large, 12*small, "eight times the reports, at most twelve times the comparisons")
	assert.Less(t, large, 16_000*maxCandidates*maxCompared/4)
}
