package dateline_test

import (
	"crypto/sha256"
	"encoding/json"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEndurance shares one analyzer between 64 goroutines. Every article gives
// the same bytes each time, memory stays flat, and no goroutine is left.
// DATELINE_ENDURANCE is the number of articles:
//
//	DATELINE_ENDURANCE=1000000 go test -run Endurance -timeout 0 -v .
func TestEndurance(t *testing.T) {
	total := 2_000
	if testing.Short() {
		total = 300
	}
	if s := os.Getenv("DATELINE_ENDURANCE"); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(t, err, "DATELINE_ENDURANCE is a number of articles")
		total = n
	}
	a, err := dateline.New()
	require.NoError(t, err)
	articles := sampletext.Own()
	digest := func(i int) [sha256.Size]byte {
		data, err := json.Marshal(a.Analyze(articles[i].Text))
		assert.NoError(t, err)
		return sha256.Sum256(data)
	}
	want := make([][sha256.Size]byte, len(articles))
	for i := range articles {
		want[i] = digest(i)
	}
	goroutines := runtime.NumGoroutine()

	var next, wrong atomic.Int64
	var heaps []uint64 // live heap at each tenth of the way
	work := func(upTo int64) {
		var group sync.WaitGroup
		for range 64 {
			group.Go(func() {
				for {
					n := next.Add(1)
					if n > upTo {
						next.Add(-1)
						return
					}
					if i := int(n*7919) % len(articles); digest(i) != want[i] {
						wrong.Add(1)
					}
				}
			})
		}
		group.Wait()
	}
	begin := time.Now()
	for tenth := range int64(10) {
		work(int64(total) * (tenth + 1) / 10)
		runtime.GC()
		runtime.GC() // pools give back at the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		heaps = append(heaps, m.HeapAlloc)
	}
	t.Logf("%d articles in %s, live heap %d to %d KB", total, time.Since(begin).Round(time.Second), heaps[0]>>10, heaps[9]>>10)
	assert.Zero(t, wrong.Load(), "analyses that differ")
	assert.Less(t, heaps[9], heaps[0]+heaps[0]/10+(4<<20), "the heap does not grow")
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= goroutines+1 }, 5*time.Second, 10*time.Millisecond, "no goroutine is left")
}
