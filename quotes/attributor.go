package quotes

import (
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

// Attributor finds quotes and resolves their sources. It is immutable and may
// be shared between goroutines.
type Attributor struct{}

// Default is the attributor with the embedded model and tables, loaded at the
// first call.
var Default = sync.OnceValue(func() *Attributor { return &Attributor{} })

// Find reads a text and returns its quotes. It cannot fail.
func Find(s string) *Result {
	doc := tagger.Read(s)
	return Default().Analyze(doc, entities.Default().Analyze(doc))
}

// Analyze finds the quotes of a document whose entities are known.
func (a *Attributor) Analyze(doc *text.Document, ents *entities.Result) *Result {
	return &Result{}
}
