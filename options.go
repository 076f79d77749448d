package dateline

import (
	"errors"
	"io"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

// Option changes what an [Analyzer] uses.
type Option func(*config) error

type config struct {
	tokenizer  Tokenizer
	tagger     Tagger
	recognizer *entities.Recognizer
	gazetteers []entities.Option
}

// Tokenizer cuts a paragraph into words. Package prosetext has one; its methods
// name internal types, so that only packages of this module can add others.
type Tokenizer = text.Tokenizer

// Tagger gives words their parts of speech. Package prosetext has one; as with
// [Tokenizer], others can be added within this module only.
type Tagger = tagger.Tagger

// WithTokenizer replaces the built-in tokenizer.
func WithTokenizer(t Tokenizer) Option {
	return func(c *config) error {
		if t == nil {
			return errors.New("dateline: WithTokenizer(nil): pass a tokenizer, or leave the option out for the built-in one")
		}
		c.tokenizer = t
		return nil
	}
}

// WithTagger replaces the built-in part-of-speech tagger.
func WithTagger(t Tagger) Option {
	return func(c *config) error {
		if t == nil {
			return errors.New("dateline: WithTagger(nil): pass a tagger, or leave the option out for the built-in one")
		}
		c.tagger = t
		return nil
	}
}

// WithGazetteer adds a list of names of your own, which goes before what the
// models say. [entities.WithGazetteer] tells its form; name stands for it in
// errors.
func WithGazetteer(r io.Reader, name string) Option {
	return func(c *config) error {
		c.gazetteers = append(c.gazetteers, entities.WithGazetteer(r, name))
		return nil
	}
}

// WithRecognizer replaces the recognizer of names.
func WithRecognizer(r *entities.Recognizer) Option {
	return func(c *config) error {
		if r == nil {
			return errors.New("dateline: WithRecognizer(nil): pass a recognizer, or leave the option out for the built-in one")
		}
		c.recognizer = r
		return nil
	}
}

// names is the recognizer that the options ask for.
func (c *config) names() (*entities.Recognizer, error) {
	switch {
	case c.recognizer != nil && c.gazetteers != nil:
		return nil, errors.New("dateline: WithGazetteer and WithRecognizer exclude each other: give the gazetteer to entities.New")
	case c.recognizer != nil:
		return c.recognizer, nil
	case c.gazetteers != nil:
		return entities.New(c.gazetteers...)
	}
	return entities.Default(), nil
}
