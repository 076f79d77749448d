package dateline

import (
	"bytes"
	"fmt"
	"io"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/plug"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
)

// WithTokenizerFunc puts a tokenizer of your own in. split gets a paragraph and
// returns its words and marks in order, as spans of the paragraph (span.Of). A
// paragraph whose spans overlap, go backwards, leave it, begin or end in a blank,
// cut a character or are longer than 256 bytes is read by the built-in
// tokenizer. The rules expect clitics apart, as the Penn Treebank has them ("did"
// "n't", "army" "'s"). split is called by many goroutines at once.
func WithTokenizerFunc(split func(paragraph string) []span.Span) Option {
	return func(c *config) error {
		if split == nil {
			return faults.Of(faults.ErrNil, "dateline: WithTokenizerFunc(nil): pass a function, or leave the option out for the built-in tokenizer")
		}
		c.tokenizer = plug.Tokenizer(split)
		return nil
	}
}

// WithTaggerFunc puts a part-of-speech tagger of your own in. tag gets a sentence
// and returns a tag of [token.Tags] for each of its tokens. A sentence for which
// it returns another number of tags is tagged by the built-in tagger; a name
// that is no tag becomes SYM. tag is called by many goroutines at once and must
// not keep the sentence.
func WithTaggerFunc(tag func(sentence []token.Token) []string) Option {
	return func(c *config) error {
		if tag == nil {
			return faults.Of(faults.ErrNil, "dateline: WithTaggerFunc(nil): pass a function, or leave the option out for the built-in tagger")
		}
		c.tagger = plug.Tagger(tag)
		return nil
	}
}

// maxModel is the largest model in bytes that is read.
const maxModel = 1 << 28

// WithTaggerModel replaces the model of the built-in tagger by one that
// train.Tagger made. name stands for it in errors: data that are no tagger, are
// damaged, or were made by another version of this module.
func WithTaggerModel(r io.Reader, name string) Option {
	return func(c *config) error {
		if r == nil {
			return faults.Of(faults.ErrNil, "dateline: WithTaggerModel(nil, %q): pass the model to read", name)
		}
		data, err := faults.ReadAll(r, maxModel)
		if err != nil {
			return fmt.Errorf("dateline: %s: %w", name, err)
		}
		if ner.IsPair(data) {
			return fmt.Errorf("dateline: %s: %w", name, tagger.ErrLabels)
		}
		t, err := tagger.Load(data)
		if err != nil {
			return fmt.Errorf("dateline: %s: %w", name, err)
		}
		c.tagger = t
		return nil
	}
}

// WithGlossary reads a list that says, for words of another language, dialect or
// jargon, which English words do their work, a phrase a line:
//
//	al menos = at least
//	murieron = died
//	según = per
//
// Taggers, models and rules then read the English words; spans stay those of the
// text, and names keep their own. A phrase of several words needs as many English
// ones, "-" for those that stay; of phrases that fit, the longest is taken. It
// carries over what English does in the same order, and no more. name stands for
// the list in errors. Further glossaries add to the first; of two entries for a
// phrase the later one holds.
func WithGlossary(r io.Reader, name string) Option {
	return func(c *config) error {
		g, err := c.glossary.ReadGlossary(r, name)
		if err != nil {
			return fmt.Errorf("dateline: %w", err)
		}
		c.glossary = g
		return nil
	}
}

// WithReportingVerbs adds verbs that report, for quotes and claims alike;
// [quotes.WithReportingVerbs] tells the form.
func WithReportingVerbs(r io.Reader, name string) Option {
	return func(c *config) error {
		if r == nil {
			return faults.Of(faults.ErrNil, "dateline: WithReportingVerbs(nil, %q): pass the table to read", name)
		}
		data, err := faults.ReadAll(r, maxModel)
		if err != nil {
			return fmt.Errorf("dateline: %w", &faults.LineError{Name: name, Line: bytes.Count(data, []byte("\n")) + 1, Err: err})
		}
		c.said = append(c.said, quotes.WithReportingVerbs(bytes.NewReader(data), name))
		c.claims = append(c.claims, extract.WithReportingVerbs(bytes.NewReader(data), name))
		return nil
	}
}

// WithAnonymityPhrases adds words that say that, or why, a source is not named;
// [quotes.WithAnonymityPhrases] tells the form.
func WithAnonymityPhrases(r io.Reader, name string) Option {
	return WithQuotes(quotes.WithAnonymityPhrases(r, name))
}

// WithSourceNouns adds nouns that can head a source; [quotes.WithSourceNouns]
// tells the form.
func WithSourceNouns(r io.Reader, name string) Option {
	return WithQuotes(quotes.WithSourceNouns(r, name))
}

// WithOutcomes adds words of harm; [extract.WithOutcomes] tells the form.
func WithOutcomes(r io.Reader, name string) Option {
	return WithExtract(extract.WithOutcomes(r, name))
}

// WithModel adds a recognizer of names of your own, made by train.Recognizer;
// see [entities.WithModel].
func WithModel(r io.Reader, name string) Option {
	return WithEntities(entities.WithModel(r, name))
}
