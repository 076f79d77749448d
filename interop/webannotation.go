package interop

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// AnnotationPage is a page of Web Annotations (W3C Recommendation of 23 February
// 2017, https://www.w3.org/TR/annotation-model/), to be encoded as JSON-LD.
type AnnotationPage struct {
	Context    string          `json:"@context"`
	ID         string          `json:"id"`
	Type       string          `json:"type"`
	StartIndex int             `json:"startIndex"`
	Items      []WebAnnotation `json:"items"`
}

// WebAnnotation says something about one or more stretches of the text.
type WebAnnotation struct {
	ID         string             `json:"id"`
	Type       string             `json:"type"`
	Motivation string             `json:"motivation"`
	Bodies     []AnnotationBody   `json:"body"`
	Targets    []AnnotationTarget `json:"target"`
}

// AnnotationBody is a tag, a description or, for known entities, an address.
type AnnotationBody struct {
	Type    string `json:"type"` // TextualBody or SpecificResource
	Purpose string `json:"purpose"`
	Value   string `json:"value,omitempty"`
	Format  string `json:"format,omitempty"`
	Source  string `json:"source,omitempty"`
}

// AnnotationTarget is a stretch of the text, selected in two ways.
type AnnotationTarget struct {
	Type      string               `json:"type"`
	Source    string               `json:"source"`
	Selectors []AnnotationSelector `json:"selector"`
}

// AnnotationSelector is a TextPositionSelector, whose Start and End count Unicode
// code points as section 4.2.4 of the model has them, or a TextQuoteSelector.
type AnnotationSelector struct {
	Type   string `json:"type"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// quoteContext is how many code points of the text a TextQuoteSelector gives
// before and behind its words.
const quoteContext = 32

// WebAnnotations makes a page of annotations of an analysis. source is the IRI of
// the plain text that they are about, the article's address or a name of your own
// ("urn:article:17"): whoever reads them finds the text there. The annotations' own IDs
// are fragments of it.
//
// A name is tagged with its type and, where GeoNames knows it, identified; a quote is
// tagged with its kind and described by its source, all pieces being its targets; a
// claim's target is its count, with outcome and bounds, and its details are
// annotations of their own.
func WebAnnotations(a *dateline.Analysis, source string) (*AnnotationPage, error) {
	d, err := open(a)
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(source)
	if err != nil || !u.IsAbs() || strings.ContainsAny(source, " \t\n<>\"{}|\\^`") {
		return nil, fmt.Errorf("%w: %q; give its address, or a name such as urn:article:17", ErrIRI, source)
	}
	if u.Fragment != "" {
		return nil, fmt.Errorf("%w: %q has a fragment; the annotations' IDs are fragments of it", ErrIRI, source)
	}
	w := &webWriter{article: d, source: source, runes: []rune(d.text)}
	page := &AnnotationPage{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: source + "#annotations", Type: "AnnotationPage", Items: []WebAnnotation{},
	}
	for i, m := range d.marks() {
		page.Items = append(page.Items, WebAnnotation{
			ID: fmt.Sprintf("%s#a%d", source, i+1), Type: "Annotation", Motivation: m.motivation(),
			Bodies: w.bodies(&m), Targets: w.targets(&m),
		})
	}
	return page, d.err
}

type webWriter struct {
	*article
	source string
	runes  []rune
}

func (m *mark) motivation() string {
	if m.group == groupEntities && identity(m.id) != "" {
		return "identifying"
	}
	return "tagging"
}

func (w *webWriter) bodies(m *mark) []AnnotationBody {
	text := func(purpose, value string) AnnotationBody {
		return AnnotationBody{Type: "TextualBody", Purpose: purpose, Value: valid(value), Format: "text/plain"}
	}
	bodies := []AnnotationBody{text("tagging", m.title())}
	if m.group == groupEntities {
		if link := identity(m.id); link != "" {
			bodies = append(bodies, AnnotationBody{Type: "SpecificResource", Purpose: "identifying", Source: link})
		}
		return bodies
	}
	bodies = append(bodies, text("linking", m.id))
	if about := w.describe(m); about != "" {
		bodies = append(bodies, text("describing", about))
	}
	return bodies
}

// describe says in words what a tag cannot.
func (w *webWriter) describe(m *mark) string {
	var i int
	if _, err := fmt.Sscanf(m.id[1:], "%d", &i); err != nil {
		return ""
	}
	switch m.group {
	case groupQuotes:
		if s := w.Quotes[i].Source; s >= 0 && s < len(w.Sources) {
			return fmt.Sprintf("said by %s (%s)", w.Sources[s].Name, w.Sources[s].Kind)
		}
	case groupSources:
		return w.Sources[i].Name
	case groupClaims:
		about := bounds(w.Claims[i].Min, w.Claims[i].Max)
		if mode := w.Claims[i].Modality; mode != "" {
			about += ", " + string(mode)
		}
		return about
	}
	return ""
}

func (w *webWriter) targets(m *mark) []AnnotationTarget {
	list := make([]AnnotationTarget, 0, len(m.spans))
	for _, s := range m.spans {
		list = append(list, w.target(s))
	}
	return list
}

func (w *webWriter) target(s span.Span) AnnotationTarget {
	start, end := w.at(s)
	return AnnotationTarget{Type: "SpecificResource", Source: w.source, Selectors: []AnnotationSelector{
		{Type: "TextPositionSelector", Start: &start, End: &end},
		{
			Type: "TextQuoteSelector", Exact: string(w.runes[start:end]),
			Prefix: string(w.runes[max(0, start-quoteContext):start]),
			Suffix: string(w.runes[end:min(len(w.runes), end+quoteContext)]),
		},
	}}
}
