package main

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/extract"
)

const namespace = "dateline"

var (
	articleCount  = beam.NewCounter(namespace, "articles")
	claimCount    = beam.NewCounter(namespace, "claims")
	incidentCount = beam.NewCounter(namespace, "incidents")
	failureCount  = beam.NewCounter(namespace, "failures")
)

func init() {
	register.DoFn7x0[context.Context, string, string, func(string, string), func(string, string), func(string), func(string, string)](&analyzeFn{})
	register.Emitter2[string, string]()
	register.Emitter1[string]()
}

// claimRecord and incidentRecord are the lines that are written. Their indices
// are those of the analysis, offsets are bytes of the text.
type claimRecord struct {
	Article string        `json:"article"`
	N       int           `json:"n"`
	Claim   extract.Claim `json:"claim"`
	// Source is whose word the claim is, SourceKind what is known of it.
	Source     string `json:"source,omitempty"`
	SourceKind string `json:"source_kind"`
}

type incidentRecord struct {
	Article  string           `json:"article"`
	N        int              `json:"n"`
	Place    string           `json:"place,omitempty"`
	Incident extract.Incident `json:"incident"`
}

// deadLetter is a line that is no article.
type deadLetter struct {
	File  string `json:"file"`
	Error string `json:"error"`
	Line  string `json:"line"`
}

// maxDeadLine is how much of a bad line is kept, in bytes.
const maxDeadLine = 1 << 16

// analyzeFn analyses articles. All its copies in a process share one analyzer.
type analyzeFn struct {
	analyzer *dateline.Analyzer
}

var sharedAnalyzer = sync.OnceValues(func() (*dateline.Analyzer, error) {
	a, err := dateline.New()
	if err == nil {
		a.Analyze("Police said.") // loads the models before the first bundle
	}
	return a, err
})

// Setup runs once for each copy, before its first line.
func (f *analyzeFn) Setup() (err error) {
	f.analyzer, err = sharedAnalyzer()
	return err
}

// ProcessElement emits, by article, its claims, incidents, reports for grouping,
// and the line itself if it is no article. A bad line never stops the pipeline.
func (f *analyzeFn) ProcessElement(ctx context.Context, file, line string, claims, incidents func(string, string), reports func(string), dead func(string, string)) {
	article, ok, err := parse(line)
	if err != nil {
		failureCount.Inc(ctx, 1)
		dead(file, encode(deadLetter{file, err.Error(), line[:min(len(line), maxDeadLine)]}))
		return
	}
	if !ok {
		return
	}
	articleCount.Inc(ctx, 1)
	a := f.analyzer.AnalyzeArticle(article.Article)
	for _, c := range claimLines(a) {
		claims(a.ID, c)
	}
	for _, i := range incidentLines(a) {
		incidents(a.ID, i)
	}
	claimCount.Inc(ctx, int64(len(a.Claims)))
	incidentCount.Inc(ctx, int64(len(a.Incidents)))
	for _, r := range crossdoc.Reports(crossdoc.Article{Outlet: article.Outlet, Published: article.Published, Analysis: a}) {
		reports(encode(r))
	}
}

func claimLines(a *dateline.Analysis) []string {
	var lines []string
	for i, c := range a.Claims {
		r := claimRecord{Article: a.ID, N: i, Claim: c, SourceKind: "none"}
		if c.Source >= 0 {
			r.Source, r.SourceKind = a.Sources[c.Source].Name, string(a.Sources[c.Source].Kind)
		}
		lines = append(lines, encode(r))
	}
	return lines
}

func incidentLines(a *dateline.Analysis) []string {
	var lines []string
	for i, incident := range a.Incidents {
		r := incidentRecord{Article: a.ID, N: i, Incident: incident}
		if incident.Place >= 0 {
			r.Place = a.Entities[incident.Place].Name
		}
		lines = append(lines, encode(r))
	}
	return lines
}

// encode writes a record of this program, all of which JSON can hold.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("beam: %T: %v", v, err))
	}
	return string(b)
}
