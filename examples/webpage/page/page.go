package page

import (
	"time"

	"github.com/dateline-go/dateline"
)

// Input is a page as it came.
type Input struct {
	Name        string // of the file or record, for messages
	URL         string // where it was published; may be empty
	ContentType string // the HTTP header; may be empty
	Body        []byte
}

// Page is an article with its page. It is immutable and may be shared between
// goroutines.
type Page struct {
	Name      string
	URL       string // as given, or as the page says
	Title     string
	Byline    string
	Site      string
	Language  string
	Encoding  string    // of the original bytes, named as in the WHATWG standard
	Published time.Time // the day in the page's own time zone, as a UTC date; zero if unknown
	Partial   bool      // the page says that readers without a subscription see a part only
	// Text is the article as plain text, headline first, an empty line between
	// paragraphs.
	Text string
	// Source is the whole page in UTF-8.
	Source string
	// Lost is how many bytes of the article were left out because their place
	// in the page was not sure.
	Lost int

	segments []segment
	decoded  decoded
	title    stretch
}

// Place is a stretch of the page, free of tags.
type Place struct {
	Start int `json:"start"` // in bytes of the page in UTF-8
	End   int `json:"end"`
	// The same stretch in the original bytes, as they were served.
	ByteStart int `json:"byte_start"`
	ByteEnd   int `json:"byte_end"`
}

// Article is what an analyzer reads.
func (p *Page) Article() dateline.Article {
	id := p.URL
	if id == "" {
		id = p.Name
	}
	return dateline.Article{ID: id, Text: p.Text, Published: p.Published}
}

// Places tells where in the page a span of Text stands: one place if no tag
// interrupts it. White space that the page does not contain, as between
// paragraphs, has none. It takes logarithmic time.
func (p *Page) Places(s dateline.Span) []Place {
	found := places(p.segments, s.Start, s.End)
	out := make([]Place, len(found))
	for i, f := range found {
		out[i] = p.place(f)
	}
	return out
}

func (p *Page) place(s stretch) Place {
	return Place{s.start, s.end, p.decoded.raw(s.start), p.decoded.raw(s.end)}
}

// TitleElement is where in Source the text of the page's title element stands,
// between whose tags no others can be.
func (p *Page) TitleElement() (start, end int) { return p.title.start, p.title.end }

// Segment ties a stretch of Text to its place.
type Segment struct {
	TextStart int `json:"text_start"` // in bytes of Text
	TextEnd   int `json:"text_end"`
	Place
}

// Segments is the whole map from Text to the page, in text order. Within a
// segment of equal length in text and page, offsets run in step.
func (p *Page) Segments() []Segment {
	out := make([]Segment, len(p.segments))
	for i, s := range p.segments {
		out[i] = Segment{s.text.start, s.text.end, p.place(s.source)}
	}
	return out
}
