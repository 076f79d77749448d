package text

import (
	"strings"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/span"
)

// Document is a text read once. It is immutable after [Read] and may be shared
// between goroutines. The token tags are filled by the tagger before anyone
// else sees the document.
type Document struct {
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	// Upper says that the text has almost no lower-case letter (wire text,
	// old archives): case tells nothing about names then.
	Upper bool
	// Dateline is the tokens [first, behind the last) of the place and date
	// that open the prose ("BAGHDAD (Reuters) -", "Published April 2 2017");
	// both 0 if there are none.
	Dateline [2]int
}

// Kind is what a token is made of.
type Kind uint8

const (
	Word   Kind = iota // letters, with inner hyphens, apostrophes, periods, digits
	Number             // starts with a digit: "1,200", "9/11", "20th", "83-member"
	Punct              // . , ; : ! ? - brackets, and the rest of ASCII punctuation
	Quote              // any quotation mark, also an apostrophe that stands alone
	Symbol             // currency, emoji, arrows, bullets
	Other              // invalid bytes
)

// Shape is a set of facts about a token's letters.
type Shape uint16

const (
	Capital     Shape = 1 << iota // first letter is upper or title case
	AllCaps                       // two letters or more, none in lower case
	MixedCaps                     // an upper-case letter after a lower-case one: "McDonald"
	HasDigit                      // holds a digit
	HasHyphen                     // holds an inner hyphen
	HasPeriod                     // holds a period besides others: "U.S.", "Gen."
	SpaceBefore                   // white space stands before it
	LineBefore                    // a line break stands before it
	NonASCII                      // holds a byte above 0x7F
)

// Token is a word, number or mark: Text is the document's bytes [Start, End).
type Token struct {
	Start, End int    // byte offsets
	Text       string // as printed
	Lower      string // lower case, apostrophes straight, accents composed, nothing without width
	Kind       Kind
	Tag        pos.Tag // part of speech, Penn tags; pos.None before tagging
	Shape      Shape
	Sentence   int32 // index into Document.Sentences
}

// Is reports whether the token has all the given shape bits.
func (t *Token) Is(s Shape) bool { return t.Shape&s == s }

// Sentence is the tokens [First, Last) of one sentence.
type Sentence struct {
	Start, End  int  // byte offsets of the first and behind the last token
	First, Last int  // token indices, half open
	Paragraph   int  // index into Document.Paragraphs
	Upper       bool // almost no lower-case letter in it: a headline in capitals, wire text
	Title       bool // most words capitalised, as in a headline: capitals are weak evidence
}

// Paragraph is the sentences [First, Last) of one paragraph.
type Paragraph struct {
	Start, End  int // byte offsets
	First, Last int // sentence indices, half open
	Kind        ParagraphKind
}

// ParagraphKind tells the article's prose from what stands around it.
type ParagraphKind uint8

const (
	Body     ParagraphKind = iota // running text
	Headline                      // title or subtitle
	Byline                        // who wrote it, where, when
	Caption                       // a picture's text or credit
	Clutter                       // page furniture: "• FB", "Read More", "Advertisement"
)

var paragraphKindNames = [...]string{"body", "headline", "byline", "caption", "clutter"}

// String is the kind's name in lower case.
func (k ParagraphKind) String() string { return paragraphKindNames[k] }

// Span cuts the bytes of the tokens [first, last) out of the text.
func (d *Document) Span(first, last int) span.Span {
	if first >= last {
		return span.Span{}
	}
	start, end := d.Tokens[first].Start, d.Tokens[last-1].End
	return span.Span{Start: start, End: end, Text: d.Text[start:end]}
}

// TokenAt is the index of the first token that ends behind the byte offset;
// len(Tokens) if there is none.
func (d *Document) TokenAt(offset int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if d.Tokens[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// SentenceOf is the sentence that holds token i.
func (d *Document) SentenceOf(i int) *Sentence { return &d.Sentences[d.Tokens[i].Sentence] }

// ParagraphOf is the paragraph that holds token i.
func (d *Document) ParagraphOf(i int) *Paragraph {
	return &d.Paragraphs[d.SentenceOf(i).Paragraph]
}

// Read splits text into tokens, sentences and paragraphs with the package's
// own tokenizer. It cannot fail; tokens carry no tags yet.
func Read(text string) *Document { return ReadWith(text, Own) }

// ReadWith is [Read] with another tokenizer.
func ReadWith(text string, tokenizer Tokenizer) *Document {
	d := &Document{Text: text}
	blocks := paragraphs(text)
	d.Tokens = make([]Token, 0, len(text)/5+8)
	d.Paragraphs = make([]Paragraph, 0, len(blocks))
	d.Sentences = make([]Sentence, 0, len(blocks)+len(text)/200)
	for _, b := range blocks {
		first := len(d.Tokens)
		d.Tokens = tokenizer.Tokenize(d.Tokens, text, b.start, b.end)
		if len(d.Tokens) == first {
			continue
		}
		d.Paragraphs = append(d.Paragraphs, Paragraph{Start: d.Tokens[first].Start, End: d.Tokens[len(d.Tokens)-1].End})
		p := &d.Paragraphs[len(d.Paragraphs)-1]
		p.First = len(d.Sentences)
		d.splitSentences(d.datelineSentence(first, len(d.Tokens)), len(d.Tokens))
		p.Last = len(d.Sentences)
	}
	d.markCase()
	d.markParagraphs()
	return d
}

// maxDatelineParagraph is how many paragraphs may stand before the dateline.
const maxDatelineParagraph = 6

// datelineSentence makes the dateline that opens the paragraph a sentence of
// its own and returns where the rest begins.
func (d *Document) datelineSentence(first, last int) int {
	if d.Dateline[1] > 0 || len(d.Paragraphs) > maxDatelineParagraph {
		return first
	}
	end := d.datelineAt(first, last)
	if end > first {
		d.Dateline = [2]int{first, end}
		d.addSentence(first, end)
	}
	return end
}

// markCase notes where case says nothing.
func (d *Document) markCase() {
	var upper, lower int
	for i := range d.Sentences {
		s := &d.Sentences[i]
		var words, capitals, up, low int
		for _, t := range d.Tokens[s.First:s.Last] {
			if t.Kind != Word {
				continue
			}
			for j := 0; j < len(t.Text); j++ {
				switch c := t.Text[j]; {
				case 'a' <= c && c <= 'z':
					low++
				case 'A' <= c && c <= 'Z':
					up++
				}
			}
			if len(t.Text) > 3 {
				words++
				if t.Is(Capital) {
					capitals++
				}
			}
		}
		s.Upper = up >= 4 && low*8 < up
		s.Title = !s.Upper && words >= 4 && capitals*4 >= words*3
		upper, lower = upper+up, lower+low
	}
	d.Upper = upper > 0 && lower*8 < upper
}

// lowered is the lower-case form of a token. Plain text in lower case, the
// usual case, is returned as it is.
func lowered(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "’‘ʼ‐‑`") {
		s = straighten.Replace(s)
	}
	return compose(s)
}

var straighten = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "`", "'", "‐", "-", "‑", "-")
