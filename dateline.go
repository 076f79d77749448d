package dateline

import (
	"sync"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/clusters"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
)

// Span is a stretch of the analysed text in bytes: text[s.Start:s.End] == s.Text.
type Span = span.Span

// Analyzer reads articles. It is immutable and may be shared between
// goroutines; analysing the same text twice gives equal results.
type Analyzer struct {
	tokenizer Tokenizer
	tagger    Tagger
	tokens    bool // the analysis keeps them
	maxText   int  // bytes of an article of a stream, 0: any
	entities  *entities.Recognizer
	quotes    *quotes.Attributor
	extract   *extract.Extractor
}

// New makes an analyzer. It fails only if an option does: with [LineError],
// [ErrNil], [ErrOption], or what is wrong with a model.
func New(options ...Option) (*Analyzer, error) {
	c := config{tokenizer: text.Own}
	for _, o := range options {
		if err := o(&c); err != nil {
			return nil, err
		}
	}
	if c.tagger == nil {
		c.tagger = tagger.Default()
	}
	if c.glossary != nil {
		c.tokenizer = c.glossary.Tokenizer(c.tokenizer)
	}
	names, said, claims, err := c.engines()
	if err != nil {
		return nil, err
	}
	return &Analyzer{
		tokenizer: c.tokenizer, tagger: c.tagger, tokens: c.tokens, maxText: c.maxText,
		entities: names, quotes: said, extract: claims,
	}, nil
}

var standard = sync.OnceValue(func() *Analyzer {
	loadModels()
	a, err := New()
	if err != nil {
		panic(err) // no option, no error
	}
	return a
})

// loadModels makes the embedded models ready side by side; one after the other
// they would keep the first text waiting.
func loadModels() {
	var ready sync.WaitGroup
	ready.Go(ner.Load)
	ready.Go(func() { attribution.Default() })
	ready.Go(func() { tagger.Default() })
	ready.Go(func() { clusters.Default() })
	ready.Wait()
}

// Analyze reads an article with the standard analyzer. It cannot fail: of text
// that is odd it returns what is sure.
func Analyze(article string) *Analysis { return standard().Analyze(article) }

// Article is a text with what is known about it.
type Article struct {
	ID        string
	Text      string
	Published time.Time // zero if unknown
}

// Analyze reads a plain text.
func (a *Analyzer) Analyze(article string) *Analysis {
	return a.AnalyzeArticle(Article{Text: article})
}

// AnalyzeArticle reads a text with its date, from which relative times count.
func (a *Analyzer) AnalyzeArticle(article Article) *Analysis {
	doc := a.read(article.Text)
	ents := a.entities.Analyze(doc)
	said := a.quotes.Analyze(doc, ents)
	claims := a.extract.Analyze(doc, ents, said, extract.Context{Published: article.Published})
	analysis := newAnalysis(article, doc, ents, said, claims)
	if a.tokens {
		analysis.Tokens = plug.Tokens(make([]token.Token, 0, len(doc.Tokens)), doc, 0, len(doc.Tokens))
		analysis.Sentences = plug.Sentences(doc)
	}
	return analysis
}

// read tokenizes and tags a text, once for all stages.
func (a *Analyzer) read(s string) *text.Document {
	doc := text.ReadWith(s, a.tokenizer)
	a.tagger.Tag(doc)
	return doc
}
