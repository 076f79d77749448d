package crossdoc

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestDay(t *testing.T) {
	zone := time.FixedZone("", 3*3600)
	for _, row := range []struct {
		a, b   time.Time
		apart  int
		reason string
	}{
		{time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC), time.Date(2024, 3, 12, 23, 59, 0, 0, time.UTC), 0, "hours do not count"},
		{time.Date(2024, 3, 12, 0, 30, 0, 0, zone), time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC), 0, "the calendar's day where it was printed"},
		{time.Date(1968, 5, 3, 0, 0, 0, 0, time.UTC), time.Date(1968, 5, 3, 12, 0, 0, 0, time.UTC), 0, "before 1970"},
		{time.Date(1969, 12, 31, 12, 0, 0, 0, time.UTC), time.Date(1970, 1, 1, 12, 0, 0, 0, time.UTC), 1, "around the zero"},
	} {
		assert.Equal(t, row.apart, day(row.b)-day(row.a), row.reason)
	}
}
