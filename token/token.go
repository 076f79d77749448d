package token

import "github.com/dateline-go/dateline/span"

// Token is a word, number or mark of a text.
type Token struct {
	span.Span
	// Tag is its part of speech, one of [Tags]; empty before tagging.
	Tag string `json:"tag,omitempty"`
}

// Sentence is the tokens [First, Last) of one sentence.
type Sentence struct {
	First int `json:"first"`
	Last  int `json:"last"`
	// Paragraph counts the paragraphs of the text from 0.
	Paragraph int `json:"paragraph"`
}
