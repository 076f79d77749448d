package interop

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// SpacyDoc is the JSON form of a spaCy Doc, as Doc.to_json writes it and
// Doc.from_json reads it (spaCy 3.7 and later):
//
//	doc = spacy.tokens.Doc(spacy.blank("en").vocab).from_json(json.load(f), validate=True)
//
// Names are doc.ents. All else are groups of doc.spans, which may overlap, with
// kb_id_ for what a span belongs to: "entities" (the entity's ID), "quotes" (label
// direct, indirect or mixed; Q0 for the first quote, one span a piece), "cues"
// (Q0), "sources" (label named, organization or anonymous; S0), "claims" (label the
// outcome, on the count; C0), "details" (trigger, victims, perpetrator, place,
// time, weapon, reporter; C0). Other blank text than one space behind a token is a token of
// tag _SP, as in spaCy's own tokenizer; a span that cuts a token is widened to the
// whole of it.
type SpacyDoc struct {
	Text   string                 `json:"text"`
	Ents   []SpacySpan            `json:"ents"`
	Sents  []SpacySentence        `json:"sents"`
	Tokens []SpacyToken           `json:"tokens"`
	Spans  map[string][]SpacySpan `json:"spans"`
}

// SpacySpan is the code points [Start, End) of the text.
type SpacySpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
	KBID  string `json:"kb_id"`
}

// SpacySentence is the code points [Start, End) of a sentence.
type SpacySentence struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// SpacyToken is a token with its Penn tag and its universal part of speech.
type SpacyToken struct {
	ID    int    `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Tag   string `json:"tag"`
	Pos   string `json:"pos"`
}

// SpaCy makes a spaCy Doc of an analysis.
func SpaCy(a *dateline.Analysis) (*SpacyDoc, error) {
	d, err := openTokens(a)
	if err != nil {
		return nil, err
	}
	doc := &SpacyDoc{Text: d.text, Ents: []SpacySpan{}, Sents: []SpacySentence{}, Tokens: []SpacyToken{}, Spans: map[string][]SpacySpan{}}
	first := d.spacyTokens(doc)
	d.spacySentences(doc, first)
	last := -1
	for _, m := range d.marks() {
		for _, s := range m.spans {
			out, ok := doc.widen(d.at(s))
			if !ok {
				continue
			}
			out.Label, out.KBID = m.label, m.id
			doc.Spans[m.group] = append(doc.Spans[m.group], out)
			if m.group == groupEntities && out.Start >= last {
				doc.Ents = append(doc.Ents, out)
				last = out.End
			}
		}
	}
	return doc, d.err
}

// spacyTokens writes the tokens and the text between them; first says for each
// of the analysis' tokens which of the document's it became.
func (d *article) spacyTokens(doc *SpacyDoc) (first []int) {
	add := func(start, end int, tag, pos string) {
		from, to := d.at(span.Span{Start: start, End: end})
		doc.Tokens = append(doc.Tokens, SpacyToken{len(doc.Tokens), from, to, tag, pos})
	}
	// gap writes what is no token: white space, and characters without one of
	// their own, such as marks of direction.
	gap := func(start, end int) {
		if start < end && start > 0 && d.Text[start] == ' ' {
			start++ // the space that belongs to the token before
		}
		for start < end {
			blank := spacyBlank(d.Text[start:])
			at := start
			for at < end && spacyBlank(d.Text[at:]) == blank {
				_, size := utf8.DecodeRuneInString(d.Text[at:])
				at += size
			}
			if blank {
				add(start, at, "_SP", "SPACE")
			} else {
				add(start, at, "SYM", "SYM")
				if at < end && d.Text[at] == ' ' {
					at++
				}
			}
			start = at
		}
	}
	last := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if !d.check(t.Span) || t.Start < last || t.Start == t.End {
			first = append(first, max(len(doc.Tokens)-1, 0))
			continue
		}
		gap(last, t.Start)
		first = append(first, len(doc.Tokens))
		add(t.Start, t.End, t.Tag, universalOf(t.Tag))
		last = t.End
	}
	gap(last, len(d.Text))
	return first
}

// spacyBlank reports a character at which Python's str.split splits.
func spacyBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x1C && r <= 0x1F || unicode.IsSpace(r)
}

// spacySentences cuts the document at the sentences' first tokens; white space
// belongs to the sentence before.
func (d *article) spacySentences(doc *SpacyDoc, first []int) {
	var starts []int
	for _, s := range d.Sentences {
		if s.First >= 0 && s.First < len(first) && s.First < s.Last {
			if k := first[s.First]; len(starts) == 0 || k > starts[len(starts)-1] {
				starts = append(starts, k)
			}
		}
	}
	if len(doc.Tokens) == 0 {
		return
	}
	if len(starts) == 0 {
		starts = []int{0} // white space alone
	}
	starts[0] = 0
	for i, k := range starts {
		end := len(doc.Tokens)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		doc.Sents = append(doc.Sents, SpacySentence{doc.Tokens[k].Start, doc.Tokens[end-1].End})
	}
}

// widen is the span from the first to the last token that a stretch touches; ok
// is false if it touches none.
func (doc *SpacyDoc) widen(start, end int) (s SpacySpan, ok bool) {
	first, last := doc.touched(start, end)
	if first >= last {
		return s, false
	}
	return SpacySpan{Start: doc.Tokens[first].Start, End: doc.Tokens[last-1].End}, true
}

// touched is the tokens [first, last) that share a character with a stretch.
func (doc *SpacyDoc) touched(start, end int) (first, last int) {
	lo, hi := 0, len(doc.Tokens)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); doc.Tokens[mid].End > start {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	first, last = lo, lo
	for last < len(doc.Tokens) && doc.Tokens[last].Start < end {
		last++
	}
	return first, last
}

// DisplacyDoc is what displaCy draws of names:
//
//	displacy.render(json.load(f), style="ent", manual=True)
type DisplacyDoc struct {
	Text  string        `json:"text"`
	Ents  []DisplacyEnt `json:"ents"`
	Title *string       `json:"title"`
}

// DisplacyEnt is a name in code points, with a link where the entity is known.
type DisplacyEnt struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
	KBID  string `json:"kb_id,omitempty"`
	KBURL string `json:"kb_url,omitempty"`
}

// Displacy makes displaCy's input of an analysis' names. The title is the
// article's ID.
func Displacy(a *dateline.Analysis) (*DisplacyDoc, error) {
	d, err := open(a)
	if err != nil {
		return nil, err
	}
	doc := &DisplacyDoc{Text: d.text, Ents: []DisplacyEnt{}, Title: d.title()}
	last := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if start, end := d.at(m.Span); d.check(m.Span) && start >= last && start < end {
			e := DisplacyEnt{Start: start, End: end, Label: string(m.Type)}
			if link := identity(d.entityID(m.Entity)); link != "" {
				e.KBID, e.KBURL = d.entityID(m.Entity), link
			}
			doc.Ents = append(doc.Ents, e)
			last = end
		}
	}
	return doc, d.err
}

func (d *article) title() *string {
	if d.ID == "" {
		return nil
	}
	title := valid(d.ID)
	return &title
}

// DisplacySpansDoc is what displaCy draws of spans that may overlap:
//
//	displacy.render(json.load(f), style="span", manual=True)
type DisplacySpansDoc struct {
	Text   string         `json:"text"`
	Spans  []DisplacySpan `json:"spans"`
	Tokens []string       `json:"tokens"`
	Title  *string        `json:"title"`
}

// DisplacySpan is the tokens [StartToken, EndToken) of a span.
type DisplacySpan struct {
	StartToken int    `json:"start_token"`
	EndToken   int    `json:"end_token"`
	Label      string `json:"label"`
	KBID       string `json:"kb_id,omitempty"`
}

// DisplacySpans makes displaCy's input of all that the analysis marks. Labels
// name the group too ("quote direct", "source anonymous", "claim killed").
func DisplacySpans(a *dateline.Analysis) (*DisplacySpansDoc, error) {
	d, err := openTokens(a)
	if err != nil {
		return nil, err
	}
	doc := &SpacyDoc{}
	d.spacyTokens(doc)
	out := &DisplacySpansDoc{Text: d.text, Spans: []DisplacySpan{}, Tokens: []string{}, Title: d.title()}
	runes := []rune(d.text)
	for _, t := range doc.Tokens {
		out.Tokens = append(out.Tokens, string(runes[t.Start:t.End]))
	}
	for _, m := range d.marks() {
		for _, s := range m.spans {
			if first, last := doc.touched(d.at(s)); first < last {
				out.Spans = append(out.Spans, DisplacySpan{first, last, m.title(), m.id})
			}
		}
	}
	return out, d.err
}

// title is the label with its group before it where the label alone would not
// say what it is.
func (m *mark) title() string {
	switch m.group {
	case groupQuotes, groupSources, groupClaims:
		return strings.TrimSuffix(m.group, "s") + " " + m.label
	}
	return m.label
}
