package quotes

import "github.com/dateline-go/dateline/span"

// Kind says how much of a quote's content stands inside quotation marks.
type Kind string

const (
	Direct   Kind = "direct"   // all of it
	Indirect Kind = "indirect" // none of it
	Mixed    Kind = "mixed"    // a part
)

// SourceKind says what is known of a source.
type SourceKind string

const (
	Named        SourceKind = "named"        // a person whose name the article gives
	Organization SourceKind = "organization" // an institution, its statement, or a medium
	Anonymous    SourceKind = "anonymous"    // people without a name in the article
	NoSource     SourceKind = "none"         // the text names nobody
)

// Reason is why a source is not named.
type Reason string

const (
	NotAuthorized Reason = "not authorized" // not authorized to speak to the press
	Fear          Reason = "fear"           // of reprisal, for safety
	Condition     Reason = "condition"      // spoke on condition of anonymity, no reason given
	Sensitivity   Reason = "sensitivity"    // of the matter
	Unstated      Reason = "unstated"       // the article does not say why
)

// Quote is something that a source said, wrote, announced, claimed.
type Quote struct {
	// Content is what was said: without the quotation marks if it is direct,
	// without "that" if it is indirect. It runs from the first to the last
	// piece.
	Content span.Span `json:"content"`
	// Pieces are the parts of a content that the attribution interrupts; nil
	// if it is in one piece.
	Pieces []span.Span `json:"pieces,omitempty"`
	// Continues is the index of the quote whose utterance this one goes on with
	// behind, or around, the same attribution ("A," she said. "B."); -1 if it
	// stands for itself.
	Continues int  `json:"continues"`
	Kind      Kind `json:"kind"`
	// Cue is the words that report: "said", "according to".
	Cue *span.Span `json:"cue,omitempty"`
	// Mention is the noun phrase or pronoun that the text gives as the source.
	Mention *span.Span `json:"source,omitempty"`
	// Source is an index into Result.Sources, -1 if the text gives none.
	Source int `json:"source_id"`
	// Anonymity is the words about the source having no name, and why.
	Anonymity *span.Span `json:"anonymity,omitempty"`
	// Negated: the source did not say so ("declined to say whether").
	Negated bool `json:"negated,omitempty"`
	// Conditional: the reporting itself is hypothetical ("would say").
	Conditional bool `json:"conditional,omitempty"`
	// Attitude: no word of saying tells of it but one of wanting, supporting,
	// expecting or planning, or one that the tables of reporting words do not know.
	// Found by the learned model alone, where it is sure.
	Attitude bool `json:"attitude,omitempty"`
}

// Source is one speaker of the article with everything it says.
type Source struct {
	Kind SourceKind `json:"kind"`
	// Name is the person's full name, the organization's canonical name, or
	// for an anonymous source the fullest description in the article.
	Name string `json:"name"`
	// Entity is an index into the entities' Result.Entities, -1 if it has none.
	Entity int `json:"entity"`
	// Description is the fullest noun phrase the article gives of it.
	Description string `json:"description,omitempty"`
	Affiliation string `json:"affiliation,omitempty"` // the organization it speaks for or belongs to
	Place       string `json:"place,omitempty"`       // where it is, as far as the description says
	Party       bool   `json:"party,omitempty"`       // belongs to a side of the conflict
	Reason      Reason `json:"reason,omitempty"`      // of anonymous sources
	// Anonymity is the words behind Reason.
	Anonymity *span.Span `json:"anonymity,omitempty"`
	Quotes    []int      `json:"quotes"` // indices into Result.Quotes
}

// Result holds a text's quotes in text order, its sources in the order in which
// they first speak.
type Result struct {
	Quotes  []Quote  `json:"quotes"`
	Sources []Source `json:"sources"`
}

// SourceOf is the source of a quote, nil if the text gives none.
func (r *Result) SourceOf(q *Quote) *Source {
	if q.Source < 0 || q.Source >= len(r.Sources) {
		return nil
	}
	return &r.Sources[q.Source]
}
