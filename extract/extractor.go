package extract

import (
	"sync"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
)

// Extractor finds casualty claims. It is immutable and may be shared between
// goroutines.
type Extractor struct {
	tables *lexicon.Casualties
	speech *lexicon.SpeechTables
}

// Default is the extractor with the embedded tables, loaded at the first call.
var Default = sync.OnceValue(func() *Extractor {
	return &Extractor{lexicon.CasualtyTables(), lexicon.BuiltinSpeech()}
})

// Context is what a caller knows of an article beside its text.
type Context struct {
	// Published is the day the article appeared; relative times ("on Sunday")
	// count from it. Zero: the date in the text's dateline, if any.
	Published time.Time
}

// maxStretch is the most tokens that are read together. No real sentence is
// longer; it keeps the cost linear in a text without periods.
const maxStretch = 320

// Find reads a text and returns its claims. It cannot fail.
func Find(s string) *Result {
	doc := tagger.Read(s)
	ents := entities.Default().Analyze(doc)
	return Default().Analyze(doc, ents, quotes.Default().Analyze(doc, ents), Context{})
}

// Analyze finds the claims of a document whose entities and quotes are known.
func (x *Extractor) Analyze(doc *text.Document, ents *entities.Result, said *quotes.Result, c Context) *Result {
	r := readers.Get().(*reader)
	defer r.release()
	r.doc, r.ents, r.said, r.tables, r.speech = doc, ents, said, x.tables, x.speech
	r.found, r.exprs = r.found[:0], r.exprs[:0]
	r.scenes = grow(r.scenes, len(doc.Sentences))
	clear(r.scenes)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if doc.ParagraphOf(s.First).Kind == text.Clutter {
			continue
		}
		for first := s.First; first < s.Last; first += maxStretch {
			if r.prepare(i, first, min(first+maxStretch, s.Last)) {
				r.chunk()
				r.clauses()
				r.roles()
			}
		}
	}
	if len(r.found) > 0 {
		if r.published = c.Published; r.published.IsZero() {
			r.published = r.dateline()
		}
	}
	r.inherit()
	return r.result()
}

// keptTokens is the longest document in tokens whose working memory is kept for
// the next one.
const keptTokens = 1 << 17

// release forgets the document and gives the memory back.
func (r *reader) release() {
	if len(r.doc.Tokens) > keptTokens {
		return
	}
	r.doc, r.ents, r.said, r.tables, r.speech = nil, nil, nil, nil, nil
	clear(r.found)
	clear(r.events)
	clear(r.setWords)
	readers.Put(r)
}
