package dateline

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// AnalyzeAll reads a stream of articles on several goroutines and yields their
// analyses in the stream's order. Workers below one means one for each
// processor.
//
// At most two articles a worker are in memory at a time: the stream is read no
// faster than results are taken. It is read on the caller's goroutine. If ctx
// ends, the last pair yielded holds its error and no analysis; no goroutine
// outlives the loop.
func (a *Analyzer) AnalyzeAll(ctx context.Context, articles iter.Seq[Article], workers int) iter.Seq2[*Analysis, error] {
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*Analysis, error) bool) {
		next, stop := iter.Pull(articles)
		defer stop()
		b := startBatch(ctx, a, workers)
		defer b.close()

		more := true
		for {
			for more && ctx.Err() == nil && len(b.waiting) < cap(b.jobs) {
				var article Article
				if article, more = next(); more {
					b.submit(article)
				}
			}
			if err := ctx.Err(); err != nil {
				yield(nil, err)
				return
			}
			if len(b.waiting) == 0 {
				return
			}
			select {
			case <-ctx.Done():
				yield(nil, ctx.Err())
				return
			case analysis := <-b.waiting[0]:
				b.waiting = b.waiting[1:]
				if !yield(analysis, nil) {
					return
				}
			}
		}
	}
}

// batch is the running workers of one AnalyzeAll.
type batch struct {
	jobs    chan job
	waiting []chan *Analysis // a result to come for each article read, in order
	cancel  context.CancelFunc
	done    sync.WaitGroup
}

type job struct {
	article Article
	result  chan *Analysis
}

func startBatch(ctx context.Context, a *Analyzer, workers int) *batch {
	ctx, cancel := context.WithCancel(ctx)
	b := &batch{jobs: make(chan job, 2*workers), cancel: cancel}
	for range workers {
		b.done.Go(func() {
			for j := range b.jobs {
				if ctx.Err() != nil {
					return
				}
				j.result <- a.AnalyzeArticle(j.article)
			}
		})
	}
	return b
}

// submit never blocks: no more articles are waited for than jobs has room.
func (b *batch) submit(article Article) {
	j := job{article: article, result: make(chan *Analysis, 1)}
	b.jobs <- j
	b.waiting = append(b.waiting, j.result)
}

func (b *batch) close() {
	b.cancel()
	close(b.jobs)
	b.done.Wait()
}
