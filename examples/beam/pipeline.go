package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
)

type options struct {
	input, output string
	shards        int
	events        bool
}

// newPipeline builds, and does not run, the pipeline:
//
//	lines → analyze → claims, incidents → files
//	                → reports → all of them → events → file
//	                → lines that are no articles → files
func newPipeline(o options) (*beam.Pipeline, error) {
	if o.input == "" || o.output == "" {
		return nil, errors.New("--input and --output must not be empty")
	}
	if o.shards < 1 || o.shards > 10_000 {
		return nil, fmt.Errorf("--shards %d: want 1 to 10000", o.shards)
	}
	if !strings.Contains(o.input, "://") { // what no file matches would be an empty success
		if files, err := filepath.Glob(o.input); err != nil {
			return nil, fmt.Errorf("--input %s: %w", o.input, err)
		} else if len(files) == 0 {
			return nil, fmt.Errorf("--input %s: no file matches", o.input)
		}
	}
	p, s := beam.NewPipelineWithRoot()
	lines := textio.ReadWithFilename(s, o.input)
	// Reading is bound to files; the work must not be.
	lines = beam.Reshuffle(s, lines)
	claims, incidents, reports, dead := beam.ParDo4(s.Scope("analyze"), &analyzeFn{}, lines)
	write(s.Scope("claims"), claims, o, "claims")
	write(s.Scope("incidents"), incidents, o, "incidents")
	write(s.Scope("dead letters"), dead, o, "dead-letters")
	if o.events {
		s := s.Scope("events")
		together := beam.GroupByKey(s, beam.AddFixedKey(s, reports))
		one := o
		one.shards = 1
		write(s, beam.ParDo(s, groupFn, together), one, "events")
	}
	return p, nil
}

// counters are the pipeline's own, by name.
func counters(result beam.PipelineResult) map[string]int64 {
	counts := map[string]int64{}
	for _, c := range result.Metrics().AllMetrics().Counters() {
		if c.Namespace() == namespace {
			counts[c.Name()] += c.Result()
		}
	}
	return counts
}

func report(w io.Writer, counts map[string]int64, output string) {
	fmt.Fprintf(w, "%d articles, %d claims, %d incidents, %d failures; results in %s\n",
		counts["articles"], counts["claims"], counts["incidents"], counts["failures"], output)
}
