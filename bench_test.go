package dateline_test

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/stress"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
)

// newsroom is invented articles of usual lengths.
func newsroom() (articles []string, size, words int) {
	for seed := range uint64(40) {
		s := stress.News(1_500+int(seed%7)*700, seed)
		articles = append(articles, s)
		size += len(s)
		words += len(strings.Fields(s))
	}
	return articles, size, words
}

// read is an article with what each stage makes of it.
type read struct {
	doc  *text.Document
	ents *entities.Result
	said *quotes.Result
}

// BenchmarkStages has what each stage costs by itself, on the same articles.
// An op is 40 articles.
func BenchmarkStages(b *testing.B) {
	articles, size, words := newsroom()
	docs := make([]read, len(articles))
	for i, s := range articles {
		doc := tagger.Read(s)
		ents := entities.Default().Analyze(doc)
		docs[i] = read{doc, ents, quotes.Default().Analyze(doc, ents)}
	}
	for _, stage := range []struct {
		name string
		run  func(i int)
	}{
		{"tokens", func(i int) { text.Read(articles[i]) }},
		{"tags", func(i int) { tagger.Default().Tag(docs[i].doc) }},
		{"entities", func(i int) { entities.Default().Analyze(docs[i].doc) }},
		{"quotes", func(i int) { quotes.Default().Analyze(docs[i].doc, docs[i].ents) }},
		{"claims", func(i int) {
			extract.Default().Analyze(docs[i].doc, docs[i].ents, docs[i].said, extract.Context{})
		}},
		{"whole", func(i int) { dateline.Analyze(articles[i]) }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for i := range articles {
					stage.run(i)
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkAnalyzeAll has a stream on as many cores as there are (-cpu).
func BenchmarkAnalyzeAll(b *testing.B) {
	articles, size, words := newsroom()
	a := analyzer(b)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.ResetTimer()
	stream := func(yield func(dateline.Article) bool) {
		for range b.N {
			for _, s := range articles {
				if !yield(dateline.Article{Text: s}) {
					return
				}
			}
		}
	}
	for _, err := range a.AnalyzeAll(context.Background(), stream, runtime.GOMAXPROCS(0)) {
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkWorstCases has the texts that are hard for one stage.
func BenchmarkWorstCases(b *testing.B) {
	for _, c := range stress.Cases() {
		b.Run(c.Stage+"/"+c.Name, func(b *testing.B) {
			s := c.Text(20_000)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				dateline.Analyze(s)
			}
		})
	}
}
