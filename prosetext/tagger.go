package prosetext

import (
	"sync"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/jdkato/prose/v2"
)

// model is prose's tagger and recognizer, decoded once: about half a second
// and 100 MB.
var model = sync.OnceValues(func() (*prose.Model, error) {
	doc, err := prose.NewDocument("", prose.WithSegmentation(false))
	if err != nil {
		return nil, err
	}
	return doc.Model, nil
})

// Tagger gives tokens the tags of prose's averaged perceptron. The zero value
// is ready and may be shared between goroutines.
type Tagger struct{}

// Tag tags every token, sentence by sentence. Where prose splits a token
// otherwise, the token gets the tag of the first piece; where prose fails, none.
func (Tagger) Tag(doc *text.Document) {
	for _, s := range doc.Sentences {
		for first := s.First; first < s.Last; {
			last := min(first+maxTagged, s.Last)
			tag(doc.Tokens[first:last])
			first = last
		}
	}
}

// maxTagged is how many tokens prose tags at once.
const maxTagged = 256

func tag(tokens []text.Token) {
	joined, at := spell(tokens)
	tagged := run(joined, false)
	if tagged == nil {
		return
	}
	k, pos0 := 0, 0 // the token, and how much of joined is used up
	for _, w := range tagged.Tokens() {
		for pos0 < len(joined) && isSpace(joined[pos0]) {
			pos0++
		}
		n := match(joined[pos0:], w.Text)
		if n < 0 {
			return
		}
		for k < len(at) && at[k] < pos0 {
			k++
		}
		if k < len(at) && at[k] == pos0 {
			tokens[k].Tag = pos.Parse(w.Tag)
		}
		pos0 += n
	}
}

// spell joins tokens by blanks as prose wants them; at holds where each begins.
// Tokens that would make prose quadratic are replaced by a mark.
func spell(tokens []text.Token) (joined string, at []int) {
	var b []byte
	for _, t := range tokens {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		at = append(at, len(b))
		if isWild(t.Text) {
			b = append(b, '*')
		} else {
			b = append(b, t.Text...)
		}
	}
	return string(b), at
}

// run calls prose, which panics where it should return an error.
func run(s string, recognize bool) (doc *prose.Document) {
	defer func() {
		if recover() != nil {
			doc = nil
		}
	}()
	m, err := model()
	if err != nil {
		return nil
	}
	doc, err = prose.NewDocument(s, prose.UsingModel(m), prose.WithSegmentation(false), prose.WithExtraction(recognize))
	if err != nil {
		return nil
	}
	return doc
}
