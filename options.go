package dateline

import (
	"errors"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

// Option changes what an [Analyzer] uses.
type Option func(*Analyzer) error

// Tokenizer cuts a paragraph into words. Package prosetext has one.
type Tokenizer = text.Tokenizer

// Tagger gives words their parts of speech. Package prosetext has one.
type Tagger = tagger.Tagger

// WithTokenizer replaces the built-in tokenizer.
func WithTokenizer(t Tokenizer) Option {
	return func(a *Analyzer) error {
		if t == nil {
			return errors.New("dateline: WithTokenizer(nil): pass a tokenizer, or leave the option out for the built-in one")
		}
		a.tokenizer = t
		return nil
	}
}

// WithTagger replaces the built-in part-of-speech tagger.
func WithTagger(t Tagger) Option {
	return func(a *Analyzer) error {
		if t == nil {
			return errors.New("dateline: WithTagger(nil): pass a tagger, or leave the option out for the built-in one")
		}
		a.tagger = t
		return nil
	}
}

// WithRecognizer replaces the recognizer of names, for one with gazetteers of
// your own.
func WithRecognizer(r *entities.Recognizer) Option {
	return func(a *Analyzer) error {
		if r == nil {
			return errors.New("dateline: WithRecognizer(nil): pass a recognizer, or leave the option out for the built-in one")
		}
		a.entities = r
		return nil
	}
}
