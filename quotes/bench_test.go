package quotes

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

func BenchmarkAttributor(b *testing.B) {
	f, err := os.Open("../../shared/data/polnear/dev.jsonl")
	if err != nil {
		b.Skip("no articles to read:", err)
	}
	defer f.Close()
	var docs []*text.Document
	var ents []*entities.Result
	size, words := 0, 0
	d := json.NewDecoder(bufio.NewReader(f))
	for d.More() && len(docs) < 20 {
		var r struct{ Text string }
		if err := d.Decode(&r); err != nil {
			b.Fatal(err)
		}
		doc := tagger.Read(r.Text)
		docs = append(docs, doc)
		ents = append(ents, entities.Default().Analyze(doc))
		size += len(r.Text)
		words += len(doc.Tokens)
	}
	a := Default()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		for i, doc := range docs {
			a.Analyze(doc, ents[i])
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
