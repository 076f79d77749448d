package plug

import (
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/token"
)

// Tagger tags as tag does, sentence by sentence. A sentence for which tag does
// not return one tag a token is tagged by the built-in tagger; a tag that is none
// of the treebank's becomes SYM, the tag of what no corpus has.
func Tagger(tag func(sentence []token.Token) []string) tagger.Tagger { return tagFunc(tag) }

type tagFunc func([]token.Token) []string

func (f tagFunc) Tag(doc *text.Document) {
	var words []token.Token
	missing := false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		words = Tokens(words[:0], doc, s.First, s.Last)
		tags := f(words)
		if len(tags) != s.Last-s.First {
			missing = true
			continue
		}
		for k, name := range tags {
			t := pos.Parse(name)
			if t == pos.None {
				t = pos.SYM
			}
			doc.Tokens[s.First+k].Tag = t
		}
	}
	if missing {
		f.fill(doc)
	}
}

// fill tags the sentences without tags. The built-in tagger reads whole
// documents; sentences do not look at each other, so that the others' tags
// can be put back.
func (f tagFunc) fill(doc *text.Document) {
	own := make([]pos.Tag, len(doc.Tokens))
	for i := range doc.Tokens {
		own[i] = doc.Tokens[i].Tag
	}
	tagger.Default().Tag(doc)
	for i, t := range own {
		if t != pos.None {
			doc.Tokens[i].Tag = t
		}
	}
}
