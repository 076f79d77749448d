package dateline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/dateline-go/dateline/internal/faults"
)

// Errors of single articles in [Analyzer.AnalyzeAll], within an [*ArticleError].
var (
	// ErrTooLong means that a text is longer than [WithMaxText] allows.
	ErrTooLong = errors.New("the text is longer than the analyzer was told to read")
	// ErrPanic means that a tokenizer, tagger or finder from outside this module
	// panicked on the article, or that this module has a bug.
	ErrPanic = errors.New("the analysis panicked")
)

// ArticleError says of one article of a stream why it has no analysis.
type ArticleError struct {
	Index int    // of the article in the stream, from 0
	ID    string // the article's
	// Err wraps [ErrTooLong] or [ErrPanic].
	Err error
	// Stack is where a panic happened; nil for other errors.
	Stack []byte
}

func (e *ArticleError) Error() string {
	return fmt.Sprintf("dateline: article %d (%q): %v", e.Index, e.ID, e.Err)
}

// Unwrap makes errors.Is find [ErrTooLong] and [ErrPanic].
func (e *ArticleError) Unwrap() error { return e.Err }

// WithMaxText makes [Analyzer.AnalyzeAll] refuse articles of more than the given
// number of bytes with [ErrTooLong], for streams in which something huge may
// stand that is no article. Time and memory are linear in a text: of news 20 KB
// take about 25 ms of CPU time, a megabyte 1.3 s and 85 MB, ten megabytes 13 s and
// 600 MB. Text of nothing but marks, a token for each byte, takes three times the
// memory.
func WithMaxText(bytes int) Option {
	return func(c *config) error {
		if bytes < 1 {
			return faults.Of(faults.ErrOption, "dateline: WithMaxText(%d): give the largest number of bytes that an article may have, at least 1", bytes)
		}
		c.maxText = bytes
		return nil
	}
}

// AnalyzeAll reads a stream of articles on several goroutines and yields their
// analyses in the stream's order. Workers below one means one for each
// processor.
//
// An article that cannot be read has an [*ArticleError] in place of its analysis,
// and the stream goes on. If ctx ends, the last pair yielded holds its error and
// no analysis.
//
// However long the stream is, at most eight articles a worker are in memory at a
// time, or two a worker where they are together longer than a megabyte a worker:
// so many that a long article does not keep the other workers waiting. The stream
// is read on the caller's goroutine, no faster than results are taken, and not
// while the next result is ready. No goroutine outlives the loop; a loop that is
// left waits for the articles that are just being read.
func (a *Analyzer) AnalyzeAll(ctx context.Context, articles iter.Seq[Article], workers int) iter.Seq2[*Analysis, error] {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*Analysis, error) bool) {
		next, stop := iter.Pull(articles)
		defer stop()
		b := startBatch(ctx, a, workers)
		defer b.close()

		for more := true; ; {
			for more && ctx.Err() == nil && !b.ready() && b.room() {
				var article Article
				if article, more = next(); more {
					b.submit(article)
				}
			}
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			if b.waiting == 0 {
				return
			}
			select {
			case <-ctx.Done():
				yield(nil, ctx.Err())
				return
			case r := <-b.places[b.oldest].result:
				b.take()
				if !yield(r.analysis, r.err) {
					return
				}
			}
		}
	}
}

// How many articles a worker may wait in a batch: some in any case, so that
// workers find the next one without waiting for the caller; more while all that
// wait are short, since results come in order and one long article holds back
// those behind it. Two workers that read articles of a newsroom's lengths would be
// at 1.87 times the speed of one with four articles in all, at 1.98 with sixteen.
const (
	fewWaiting   = 2
	mostWaiting  = 8
	bytesWaiting = 1 << 20
)

// batch is the running workers of one AnalyzeAll.
type batch struct {
	jobs chan job
	// A ring of places for results to come, in the order of the articles read.
	places          []place
	oldest, waiting int
	bytes           int // of the articles that wait
	workers         int
	submitted       int
	cancel          context.CancelFunc
	done            sync.WaitGroup
}

type place struct {
	result chan outcome
	bytes  int
}

type job struct {
	index   int
	article Article
	result  chan<- outcome
}

type outcome struct {
	analysis *Analysis
	err      error
}

func startBatch(ctx context.Context, a *Analyzer, workers int) *batch {
	ctx, cancel := context.WithCancel(ctx)
	b := &batch{jobs: make(chan job, mostWaiting*workers), places: make([]place, mostWaiting*workers), workers: workers, cancel: cancel}
	for i := range b.places {
		b.places[i].result = make(chan outcome, 1)
	}
	for range workers {
		b.done.Go(func() {
			for j := range b.jobs {
				if ctx.Err() != nil {
					return
				}
				analysis, err := a.analyzeOne(j.index, j.article)
				j.result <- outcome{analysis, err}
			}
		})
	}
	return b
}

// ready reports that the next result can be taken.
func (b *batch) ready() bool {
	return b.waiting > 0 && len(b.places[b.oldest].result) > 0
}

// room reports that one more article may wait.
func (b *batch) room() bool {
	return b.waiting < fewWaiting*b.workers || b.waiting < mostWaiting*b.workers && b.bytes < bytesWaiting*b.workers
}

// submit never blocks: no more articles are waited for than jobs has room.
func (b *batch) submit(article Article) {
	p := &b.places[(b.oldest+b.waiting)%len(b.places)]
	p.bytes = len(article.Text)
	b.jobs <- job{b.submitted, article, p.result}
	b.waiting++
	b.submitted++
	b.bytes += p.bytes
}

// take frees the place of the oldest result.
func (b *batch) take() {
	b.bytes -= b.places[b.oldest].bytes
	b.oldest = (b.oldest + 1) % len(b.places)
	b.waiting--
}

func (b *batch) close() {
	b.cancel()
	close(b.jobs)
	b.done.Wait()
}

// analyzeOne reads an article of a stream, where one that fails must not end
// the others.
func (a *Analyzer) analyzeOne(index int, article Article) (analysis *Analysis, err error) {
	if a.maxText > 0 && len(article.Text) > a.maxText {
		return nil, &ArticleError{index, article.ID, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLong, len(article.Text), a.maxText), nil}
	}
	defer func() {
		if p := recover(); p != nil {
			analysis, err = nil, &ArticleError{index, article.ID, fmt.Errorf("%w: %v", ErrPanic, p), debug.Stack()}
		}
	}()
	return a.AnalyzeArticle(article), nil
}
