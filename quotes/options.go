package quotes

import (
	"fmt"
	"io"
	"sync"

	"github.com/dateline-go/dateline/internal/lexicon"
)

// Option changes which words an [Attributor] knows.
//
// Tables are UTF-8 in lower case, a class and its words a line, # for comments:
//
//	CLASS: word word ...
//
// Words of the class "none" are taken out of the built-in table. The name given
// with a table stands for it in errors, which tell the line and the reason:
// unknown classes, capitals, entries of another form.
type Option func(*config) error

type config struct{ words *lexicon.SpeechTables }

// New makes an attributor with the embedded model and tables and the given
// options, of which later ones go before earlier ones. It fails only if an option
// does, with dateline.LineError or dateline.ErrNil.
func New(options ...Option) (*Attributor, error) {
	c := config{lexicon.BuiltinSpeech()}
	for _, o := range options {
		if err := o(&c); err != nil {
			return nil, fmt.Errorf("quotes: %w", err)
		}
	}
	return newAttributor(c.words), nil
}

func newAttributor(words *lexicon.SpeechTables) *Attributor {
	return &Attributor{readers: &sync.Pool{New: func() any { return new(reader) }}, words: words}
}

// WithReportingVerbs adds verbs that report, by what may stand behind them: of
// class speech a clause or quoted words ("said it was over"), of stance a noun
// phrase or "to do" as well ("urged restraint"), of accuse somebody and a deed,
// of believe and show a clause, of judge a clause or quoted words only ("called
// it 'a shame'"), of quote somebody "as saying". An entry is a verb's base form,
// with past and participle if it is irregular:
//
//	speech: intone radio
//	stance: forbid/forbade/forbidden
//	none: read
func WithReportingVerbs(r io.Reader, name string) Option {
	return func(c *config) (err error) {
		c.words, err = c.words.WithReporting(r, name)
		return err
	}
}

// WithAnonymityPhrases adds words that say that, or why, a source is not named;
// the class is one of the reasons ("not authorized", "fear", "condition",
// "sensitivity", "unstated"). A line is one phrase: "(a|b)" stands for one of
// several words, "?" makes a word optional, "*" stands for up to three words, and
// "..." lets the phrase run on to the end of its clause. Of phrases that match at
// one place those added go first. Class none lists words that start no phrase.
//
//	fear: who still? (has|have) family * inside ...
func WithAnonymityPhrases(r io.Reader, name string) Option {
	return func(c *config) (err error) {
		c.words, err = c.words.WithAnonymity(r, name, reasons)
		return err
	}
}

var reasons = []string{string(NotAuthorized), string(Fear), string(Condition), string(Sensitivity), string(Unstated)}

// WithSourceNouns adds nouns that can head a source: of class source, role, person
// (people), organization, medium or document, with male or female behind it if
// the noun says so. The plural ends in -s, -es or -ies or is given; "/-" says that
// there is none:
//
//	role: harbourmaster
//	role female: headwoman/headwomen
//	organization: cooperative coastguard/-
func WithSourceNouns(r io.Reader, name string) Option {
	return func(c *config) (err error) {
		c.words, err = c.words.WithSources(r, name)
		return err
	}
}
