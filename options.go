package dateline

import (
	"io"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
)

// Option changes what an [Analyzer] uses. One that takes a reader empties it in
// [New]: make another for a second analyzer.
type Option func(*config) error

type config struct {
	tokenizer  Tokenizer
	tagger     Tagger
	recognizer *entities.Recognizer
	names      []entities.Option
	said       []quotes.Option
	claims     []extract.Option
	glossary   *plug.Glossary
	tokens     bool
	maxText    int
}

// Tokenizer cuts a paragraph into words. Package prosetext has one. Its methods
// name internal types; a program's own is put in by [WithTokenizerFunc].
type Tokenizer = text.Tokenizer

// Tagger gives words their parts of speech. Package prosetext has one. Its method
// names an internal type; a program's own is put in by [WithTaggerFunc] or
// [WithTaggerModel].
type Tagger = tagger.Tagger

// WithTokenizer replaces the built-in tokenizer.
func WithTokenizer(t Tokenizer) Option {
	return func(c *config) error {
		if t == nil {
			return faults.Of(faults.ErrNil, "dateline: WithTokenizer(nil): pass a tokenizer, or leave the option out for the built-in one")
		}
		c.tokenizer = t
		return nil
	}
}

// WithTagger replaces the built-in part-of-speech tagger.
func WithTagger(t Tagger) Option {
	return func(c *config) error {
		if t == nil {
			return faults.Of(faults.ErrNil, "dateline: WithTagger(nil): pass a tagger, or leave the option out for the built-in one")
		}
		c.tagger = t
		return nil
	}
}

// WithGazetteer adds a list of names of your own, which goes before what the
// models say. [entities.WithGazetteer] tells its form; name stands for it in
// errors.
func WithGazetteer(r io.Reader, name string) Option {
	return WithEntities(entities.WithGazetteer(r, name))
}

// WithEntities gives options to the recognizer of names: a gazetteer, a model or
// a finder of your own.
func WithEntities(options ...entities.Option) Option {
	return func(c *config) error {
		c.names = append(c.names, options...)
		return nil
	}
}

// WithQuotes gives options to the finder of quotes: words of your own.
func WithQuotes(options ...quotes.Option) Option {
	return func(c *config) error {
		c.said = append(c.said, options...)
		return nil
	}
}

// WithExtract gives options to the finder of claims: words of your own.
func WithExtract(options ...extract.Option) Option {
	return func(c *config) error {
		c.claims = append(c.claims, options...)
		return nil
	}
}

// WithRecognizer replaces the recognizer of names.
func WithRecognizer(r *entities.Recognizer) Option {
	return func(c *config) error {
		if r == nil {
			return faults.Of(faults.ErrNil, "dateline: WithRecognizer(nil): pass a recognizer, or leave the option out for the built-in one")
		}
		c.recognizer = r
		return nil
	}
}

// WithTokens keeps the words with their tags, and the sentences, in the analysis,
// for programs that show or export them: package interop needs them for spaCy and
// CoNLL. They take some 64 bytes a word.
func WithTokens() Option {
	return func(c *config) error {
		c.tokens = true
		return nil
	}
}

// engines are the parts that the options ask for.
func (c *config) engines() (names *entities.Recognizer, said *quotes.Attributor, claims *extract.Extractor, err error) {
	names, said, claims = c.recognizer, quotes.Default(), extract.Default()
	switch {
	case names != nil && c.names != nil:
		err = faults.Of(faults.ErrOption, "dateline: WithRecognizer and the options of entities (WithGazetteer, WithModel, WithEntities) exclude each other: give those to entities.New")
	case c.names != nil:
		names, err = entities.New(c.names...)
	case names == nil:
		names = entities.Default()
	}
	if err == nil && c.said != nil {
		said, err = quotes.New(c.said...)
	}
	if err == nil && c.claims != nil {
		claims, err = extract.New(c.claims...)
	}
	return names, said, claims, err
}
