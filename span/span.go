package span

// Span is a stretch of the analysed text: the bytes [Start, End) and the
// words they cut out. The zero Span is "nothing".
type Span struct {
	Start int    `json:"start"` // byte offset of the first byte
	End   int    `json:"end"`   // byte offset behind the last byte
	Text  string `json:"text"`  // text[Start:End], sharing memory with the text
}

// Of cuts the bytes [start, end) out of text. Offsets outside the text, or in
// the wrong order, are clamped: Of never panics.
func Of(text string, start, end int) Span {
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	return Span{Start: start, End: end, Text: text[start:end]}
}

// IsZero reports whether the span covers nothing.
func (s Span) IsZero() bool { return s.Start >= s.End }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Compare orders spans by start and, of those that start together, the longer
// one first, so that an enclosing span comes before what it encloses.
func Compare(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}
