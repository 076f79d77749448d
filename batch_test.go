package dateline_test

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stress"
	"github.com/dateline-go/dateline/internal/text"
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
	for _, row := range []struct {
		size, ahead int
		reason      string
	}{
		{50, 16, "eight short articles a worker"},
		{900_000, 4, "two long ones"},
	} {
		taken, n := 0, 0
		long := func(yield func(dateline.Article) bool) {
			for range 200 {
				taken++
				if !yield(dateline.Article{Text: strings.Repeat("\n", row.size)}) {
					return
				}
			}
		}
		for range analyzer(t).AnalyzeAll(t.Context(), long, 2) {
			n++
			assert.LessOrEqual(t, taken, n+row.ahead, row.reason)
			if n == 30 {
				break
			}
		}
		assert.LessOrEqual(t, taken, 30+row.ahead, "the rest of the stream is not read")
	}
}

// gate is a tagger that holds up the article "long" until it is opened.
type gate struct {
	open chan struct{}
	read atomic.Int64 // of the others
}

func (g *gate) Tag(doc *text.Document) {
	if strings.HasPrefix(doc.Text, "long") {
		<-g.open
		return
	}
	g.read.Add(1)
}

// TestAnalyzeAllWorksOnBehindALongArticle: while one worker reads a long article,
// the other reads on.
func TestAnalyzeAllWorksOnBehindALongArticle(t *testing.T) {
	g := &gate{open: make(chan struct{})}
	a, err := dateline.New(dateline.WithTagger(g))
	require.NoError(t, err)
	articles := func(yield func(dateline.Article) bool) {
		for i := range 100 {
			if !yield(dateline.Article{Text: []string{"long", "short"}[min(i, 1)]}) {
				return
			}
		}
	}
	go func() {
		for g.read.Load() < 15 { // all that may wait but the long one
			time.Sleep(time.Millisecond)
		}
		close(g.open)
	}()
	n := 0
	for _, err := range a.AnalyzeAll(t.Context(), articles, 2) {
		require.NoError(t, err)
		n++
	}
	assert.Equal(t, 100, n)
}

// TestAnalyzeAllGivesAResultBeforeItReadsOn: a stream that is slow holds back no
// result that is ready.
func TestAnalyzeAllGivesAResultBeforeItReadsOn(t *testing.T) {
	g := &gate{}
	a, err := dateline.New(dateline.WithTagger(g))
	require.NoError(t, err)
	a.Analyze("short") // loads the models
	n := 0
	articles := func(yield func(dateline.Article) bool) {
		for i := range 6 {
			for g.read.Load() <= int64(i) { // the article before was read
				time.Sleep(time.Millisecond)
			}
			time.Sleep(20 * time.Millisecond) // and has its place in the ring
			assert.True(t, i < 5 || n > 0, "none of five")
			if !yield(dateline.Article{Text: "short"}) {
				return
			}
		}
	}
	for _, err := range a.AnalyzeAll(t.Context(), articles, 2) {
		require.NoError(t, err)
		n++
	}
	assert.Equal(t, 6, n)
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

// panicking is a tagger that fails on some texts.
type panicking struct{}

func (panicking) Tag(doc *text.Document) {
	if strings.Contains(doc.Text, "panic") {
		panic("a tagger from elsewhere")
	}
}

func TestAnalyzeAllGoesOnBehindAnArticleThatFails(t *testing.T) {
	a, err := dateline.New(dateline.WithMaxText(100), dateline.WithTagger(panicking{}))
	require.NoError(t, err)
	texts := []string{"Two people died.", strings.Repeat("long ", 21), "One died.", "Do not panic.", "", "\xff\x00", "Police said so."}
	articles := func(yield func(dateline.Article) bool) {
		for i, s := range texts {
			if !yield(dateline.Article{ID: strconv.Itoa(i), Text: s}) {
				return
			}
		}
	}
	for _, workers := range []int{1, 3} {
		n := 0
		for analysis, err := range a.AnalyzeAll(t.Context(), articles, workers) {
			var failed *dateline.ArticleError
			switch n {
			case 1:
				require.ErrorIs(t, err, dateline.ErrTooLong)
				require.ErrorContains(t, err, "105 bytes, at most 100")
			case 3:
				require.ErrorIs(t, err, dateline.ErrPanic)
				require.ErrorContains(t, err, "a tagger from elsewhere")
				require.True(t, errors.As(err, &failed))
				assert.Contains(t, string(failed.Stack), "Tag(", "where it happened")
			default:
				require.NoError(t, err)
				assert.Equal(t, strconv.Itoa(n), analysis.ID)
			}
			if err != nil {
				require.True(t, errors.As(err, &failed))
				assert.Equal(t, n, failed.Index)
				assert.Equal(t, strconv.Itoa(n), failed.ID)
				assert.Nil(t, analysis)
			}
			n++
		}
		assert.Equal(t, len(texts), n, "every article has its pair")
	}
	_, err = dateline.New(dateline.WithMaxText(0))
	assert.ErrorContains(t, err, "at least 1")
}

// TestAnalyzeAllAtOnce has many streams over one analyzer, some of them left in
// the middle.
func TestAnalyzeAllAtOnce(t *testing.T) {
	a := analyzer(t)
	before := runtime.NumGoroutine()
	var streams sync.WaitGroup
	var articles atomic.Int64
	for g := range 64 {
		streams.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			taken, n := 0, 0
			for analysis, err := range a.AnalyzeAll(ctx, stream(12, &taken), 1+g%4) {
				if g%3 == 0 && n == 6 {
					cancel()
				}
				if err != nil {
					assert.ErrorIs(t, err, context.Canceled)
					break
				}
				assert.Equal(t, strconv.Itoa(n), analysis.ID)
				if n++; g%3 == 1 && n == 5 {
					break
				}
				articles.Add(1)
			}
		})
	}
	streams.Wait()
	assert.Greater(t, articles.Load(), int64(64*4))
	assert.Eventually(t, func() bool { return runtime.NumGoroutine() <= before+1 }, 5*time.Second, 10*time.Millisecond, "no goroutine is left")
}

// TestAnalyzeAllKeepsNothing holds the memory of a stream to that of the
// articles in flight.
func TestAnalyzeAllKeepsNothing(t *testing.T) {
	a := analyzer(t)
	var texts [20]string
	for i := range texts {
		texts[i] = stress.News(2_000, uint64(i))
	}
	n := 300
	if testing.Short() {
		n = 60
	}
	live := func() uint64 {
		runtime.GC()
		runtime.GC() // what pools held goes in the second
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var early, late uint64
	i := 0
	articles := func(yield func(dateline.Article) bool) {
		for k := range n {
			if !yield(dateline.Article{Text: texts[k%len(texts)]}) {
				return
			}
		}
	}
	for range a.AnalyzeAll(t.Context(), articles, 2) {
		switch i++; i {
		case n / 10:
			early = live()
		case n - 5:
			late = live()
		}
	}
	assert.Less(t, float64(late), float64(early)+2e6, "bytes of the heap in use")
}
