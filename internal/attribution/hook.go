package attribution

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/text"
)

// Stage reads a document as package quotes does before it asks the chain. That
// package sets it when it is loaded, so that the trainer sees what the analyzer
// will see, and nobody changes it afterwards.
var Stage func(doc *text.Document, ents *entities.Result) *Scene

// Rules is what package quotes finds without the chain, set like [Stage].
var Rules func(doc *text.Document, ents *entities.Result) []Hint
