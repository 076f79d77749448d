// Package tagger gives tokens their parts of speech.
package tagger

import "github.com/dateline-go/dateline/internal/text"

// A Tagger sets Tag of every token of a document that was just read.
type Tagger interface {
	Tag(doc *text.Document)
}

// Read reads a text with the default tokenizer and tags it with the default
// tagger.
func Read(s string) *text.Document {
	doc := text.Read(s)
	return doc
}
