package interop

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// ErrNoTokens says that an analysis holds no tokens, which some forms need.
var ErrNoTokens = errors.New("interop: the analysis holds no tokens: make its analyzer with dateline.WithTokens()")

// ErrNoAnalysis says that nil was passed in the place of an analysis.
var ErrNoAnalysis = errors.New("interop: no analysis: nil was passed")

// ErrIRI says that the address of a text is none that annotations can point to.
var ErrIRI = errors.New("interop: no IRI of a text")

// ErrSpan says that a span does not cut its words out of the text.
var ErrSpan = errors.New("interop: a span does not cut its words out of the text: pass the analysis that dateline returned, or one decoded from JSON with byte offsets and valid UTF-8")

// article is an analysis on its way out: the text that other tools get, and
// offsets in it. The first span that is wrong is kept in err.
type article struct {
	*dateline.Analysis
	text  string // valid UTF-8
	index *span.Index
	err   error
}

func open(a *dateline.Analysis) (*article, error) {
	if a == nil {
		return nil, ErrNoAnalysis
	}
	a = a.In(span.Byte)
	return &article{Analysis: a, text: valid(a.Text), index: span.NewIndex(a.Text, span.Rune)}, nil
}

// openTokens is [open] for forms that need tokens. A text without a letter has
// none.
func openTokens(a *dateline.Analysis) (*article, error) {
	d, err := open(a)
	if err == nil && len(d.Tokens) == 0 && strings.ContainsFunc(d.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return nil, ErrNoTokens
	}
	return d, err
}

// valid makes each invalid byte U+FFFD.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// check remembers a span that is wrong.
func (d *article) check(s span.Span) bool {
	ok := s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) && d.Text[s.Start:s.End] == s.Text
	if !ok && d.err == nil {
		d.err = fmt.Errorf("%w (%d to %d, %.40q)", ErrSpan, s.Start, s.End, s.Text)
	}
	return ok
}

// mark is something that the text carries at some places.
type mark struct {
	group string // what sort of mark: entities, quotes, sources, cues, claims, details
	label string
	id    string // what it belongs to: an entity's ID, or Q3, S1, C2 for the third quote ...
	spans []span.Span
}

// The groups of marks.
const (
	groupEntities = "entities"
	groupQuotes   = "quotes"
	groupSources  = "sources"
	groupCues     = "cues"
	groupClaims   = "claims"
	groupDetails  = "details"
)

// marks lists all marks in the analysis' order. Empty spans are left out.
func (d *article) marks() []mark {
	var all []mark
	add := func(group, label, id string, spans ...span.Span) {
		m := mark{group: group, label: label, id: id}
		for _, s := range spans {
			if d.check(s) && !s.IsZero() {
				m.spans = append(m.spans, s)
			}
		}
		if len(m.spans) > 0 {
			all = append(all, m)
		}
	}
	one := func(group, label, id string, s *span.Span) {
		if s != nil {
			add(group, label, id, *s)
		}
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		add(groupEntities, string(m.Type), d.entityID(m.Entity), m.Span)
	}
	for i := range d.Quotes {
		q, id := &d.Quotes[i], fmt.Sprint("Q", i)
		pieces := q.Pieces
		if len(pieces) == 0 {
			pieces = []span.Span{q.Content}
		}
		add(groupQuotes, string(q.Kind), id, pieces...)
		one(groupCues, "cue", id, q.Cue)
		if q.Source >= 0 && q.Source < len(d.Sources) {
			one(groupSources, string(d.Sources[q.Source].Kind), fmt.Sprint("S", q.Source), q.Mention)
		}
	}
	for i := range d.Claims {
		c, id := &d.Claims[i], fmt.Sprint("C", i)
		add(groupClaims, string(c.Outcome), id, c.Count)
		add(groupDetails, "trigger", id, c.Trigger)
		one(groupDetails, "victims", id, c.Victims)
		one(groupDetails, "perpetrator", id, c.Perpetrator)
		one(groupDetails, "place", id, c.Place)
		one(groupDetails, "time", id, c.Time)
		one(groupDetails, "weapon", id, c.Weapon)
		one(groupDetails, "reporter", id, c.Reporter)
	}
	return all
}

func (d *article) entityID(entity int) string {
	if entity < 0 || entity >= len(d.Entities) {
		return ""
	}
	return d.Entities[entity].ID
}

// at is a span in code points of the text that other tools get.
func (d *article) at(s span.Span) (start, end int) {
	return d.index.Convert(s.Start), d.index.Convert(s.End)
}
