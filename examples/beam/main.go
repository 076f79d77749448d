// Beam reads articles from sharded JSON lines and writes their casualty claims,
// their incidents and the events that several articles report, as an Apache Beam
// pipeline:
//
//	go run .                                               on this machine, on the embedded Prism runner
//	go run . --input 'news/*.jsonl.gz' --output out
//	go run . --runner flink --endpoint localhost:8099 ...  see README.md
//
// An article is a line {"id": "...", "text": "...", "published": "2026-11-25",
// "outlet": "..."}, of which only the text is needed; internal/articleline has
// the whole rule.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	input     = flag.String("input", "testdata/articles-*.jsonl", "files of articles: a path or glob, local, gs:// or s3://, also .gz")
	output    = flag.String("output", "out", "folder to write to, local, gs:// or s3://")
	shards    = flag.Int("shards", 4, "files that claims, incidents and dead letters are spread over")
	overwrite = flag.Bool("overwrite", false, "remove the results of an earlier run from the output folder; without it such a folder is refused")
	events    = flag.Bool("events", true, "group the incidents of all articles; needs a kilobyte an incident on one worker")
)

func main() {
	flag.Parse()
	beam.Init() // on a worker it does the work and does not return
	ctx := context.Background()
	p, err := newPipeline(options{*input, *output, *shards, *events})
	if err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(2)
	}
	if err := makeRoom(ctx, *output, *overwrite); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(2)
	}
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		log.Exitf(ctx, "beam: the pipeline failed: %v", err)
	}
	if result != nil { // not of runners that are left alone, with --async
		report(os.Stdout, counters(result), *output)
	}
}
