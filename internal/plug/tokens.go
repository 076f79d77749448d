package plug

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
)

// Tokens appends the document's tokens [first, last) to dst, with their tags if
// they have some.
func Tokens(dst []token.Token, doc *text.Document, first, last int) []token.Token {
	for i := first; i < last; i++ {
		t := &doc.Tokens[i]
		public := token.Token{Span: span.Span{Start: t.Start, End: t.End, Text: t.Text}}
		if t.Tag != pos.None {
			public.Tag = t.Tag.String()
		}
		dst = append(dst, public)
	}
	return dst
}

// Sentences lists the document's sentences.
func Sentences(doc *text.Document) []token.Sentence {
	list := make([]token.Sentence, len(doc.Sentences))
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		list[i] = token.Sentence{First: s.First, Last: s.Last, Paragraph: s.Paragraph}
	}
	return list
}
