package dateline_test

import (
	"context"
	"iter"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stream yields n articles and counts how many were taken.
func stream(n int, taken *int) iter.Seq[dateline.Article] {
	return func(yield func(dateline.Article) bool) {
		for i := range n {
			*taken++
			if !yield(dateline.Article{ID: strconv.Itoa(i), Text: "Two people were killed in Homs, police said."}) {
				return
			}
		}
	}
}

func analyzer(t testing.TB) *dateline.Analyzer {
	a, err := dateline.New()
	require.NoError(t, err)
	return a
}

func TestAnalyzeAll(t *testing.T) {
	for _, row := range []struct {
		articles, workers int
		reason            string
	}{
		{0, 3, "nothing to read"}, {1, 8, "fewer articles than workers"},
		{100, 1, "one worker"}, {100, 7, "many"}, {20, 0, "as many as processors"},
	} {
		taken, n := 0, 0
		for a, err := range analyzer(t).AnalyzeAll(t.Context(), stream(row.articles, &taken), row.workers) {
			require.NoError(t, err, row.reason)
			require.Equal(t, strconv.Itoa(n), a.ID, "in order: %s", row.reason)
			n++
		}
		assert.Equal(t, row.articles, n, row.reason)
	}
}

func TestAnalyzeAllReadsNoFasterThanResultsAreTaken(t *testing.T) {
	taken, n := 0, 0
	for range analyzer(t).AnalyzeAll(t.Context(), stream(1_000, &taken), 2) {
		n++
		assert.LessOrEqual(t, taken, n+4)
		if n == 50 {
			break
		}
	}
	assert.Less(t, taken, 60, "the rest of the stream is not read")
}

func TestAnalyzeAllEndsWithItsContext(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	taken, n := 0, 0
	var last error
	for a, err := range analyzer(t).AnalyzeAll(ctx, stream(1_000, &taken), 3) {
		if last = err; err != nil {
			assert.Nil(t, a)
			continue
		}
		if n++; n == 10 {
			cancel()
		}
	}
	require.ErrorIs(t, last, context.Canceled, "the last pair holds the error")
	assert.Equal(t, 10, n, "no result after the end")
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+1 }, 5*time.Second, 10*time.Millisecond, "no goroutine is left")

	for _, err := range analyzer(t).AnalyzeAll(ctx, stream(5, &taken), 1) {
		require.ErrorIs(t, err, context.Canceled, "a context that had ended before")
	}
}
