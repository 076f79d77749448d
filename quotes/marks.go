package quotes

import "github.com/dateline-go/dateline/internal/text"

// segment is what stands between two quotation marks. Tokens are indices into
// the document.
type segment struct {
	open, close int  // [open, close) with the marks
	first, last int  // [first, last) without them
	single      bool // single marks
	unclosed    bool // runs to the end of its paragraph without a closing mark
	used        bool // belongs to an attribution
}

func (s *segment) size() int { return s.last - s.first }

// maxSingle bounds the search for the mark that closes a single quote.
const maxSingle = 300

// findSegments pairs the quotation marks of each paragraph and notes for every
// token the segment it stands in, -1 for none.
func (r *reader) findSegments() {
	r.inside = grow(r.inside, len(r.tok))
	for i := range r.inside {
		r.inside[i] = -1
	}
	r.segments = r.segments[:0]
	for i := range r.doc.Paragraphs {
		p := &r.doc.Paragraphs[i]
		first, last := r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last
		r.pairMarks(first, last)
	}
	for k := range r.segments {
		s := &r.segments[k]
		for i := s.open; i < s.close; i++ {
			r.inside[i] = int32(k)
		}
	}
}

type markKind uint8

const (
	noMark markKind = iota
	openMark
	closeMark
	straightMark
	singleOpen
	singleStraight
	singleClose
)

func kindOfMark(s string) markKind {
	switch s {
	case "“", "«", "„", "‟", "``", "‹", "「", "『":
		return openMark
	case "”", "»", "›", "」", "』":
		return closeMark
	case "\"", "''", "＂", "″":
		return straightMark
	case "‘", "`", "‚", "‛":
		return singleOpen
	case "'":
		return singleStraight
	case "’", "´", "′":
		return singleClose
	}
	return noMark
}

// pairMarks finds the segments of the tokens [first, last), one paragraph.
func (r *reader) pairMarks(first, last int) {
	doubled := r.isEscaped(first, last)
	open, openEnd := -1, -1
	closeAt := func(mark, behind int, unclosed bool) {
		if openEnd < mark {
			r.segments = append(r.segments, segment{open: open, close: behind, first: openEnd, last: mark, unclosed: unclosed})
		}
		open = -1
	}
	for i := first; i < last; {
		t := &r.tok[i]
		if t.Kind != text.Quote {
			i++
			continue
		}
		kind := kindOfMark(t.Text)
		next := i + 1
		if kind == straightMark && doubled && t.Text == "\"" {
			for next < last && r.tok[next].Text == "\"" && r.tok[next].Start == r.tok[next-1].End {
				next++
			}
			n := next - i
			wrapper := n%2 == 1 // the mark that wraps a field of a table
			if n == 1 {
				i = next
				continue
			}
			if wrapper && i == first {
				i++
			}
			if wrapper && next == last {
				next--
			}
		}
		spaceBefore := i == first || t.Is(text.SpaceBefore) || startsQuote(r.tok[i-1].Text)
		spaceAfter := next >= last || r.tok[next].Is(text.SpaceBefore) || r.tok[next].Kind == text.Punct
		switch kind {
		case openMark, straightMark:
			if kind == openMark && open >= 0 && (r.tok[open].Text == "„" || r.tok[open].Text == "»") && t.Text == "“" {
				closeAt(i, next, false)
				break
			}
			switch {
			case open < 0:
				if kind == straightMark && !spaceBefore && spaceAfter {
					break // lost its partner
				}
				open, openEnd = i, next
			case kind == openMark || spaceBefore && !spaceAfter:
				if kind == openMark && !spaceBefore {
					closeAt(i, next, false) // a mistyped closing mark
					break
				}
				end := min(i, r.doc.SentenceOf(open).Last)
				if open < i-1 && r.tok[i-1].Text == "," {
					end = i
				}
				closeAt(end, end, true)
				open, openEnd = i, next
			default:
				closeAt(i, next, false)
			}
		case closeMark:
			if open >= 0 {
				closeAt(i, next, false)
			} else if t.Text == "»" && spaceBefore && !spaceAfter {
				open, openEnd = i, next
			}
		case singleOpen, singleStraight:
			if open < 0 && spaceBefore && !spaceAfter {
				if end := r.singleEnd(next, min(last, next+maxSingle)); end > next {
					behind := end + 1
					if behind < last && kindOfMark(r.tok[behind].Text) == singleStraight && r.tok[behind].Start == r.tok[end].End {
						behind++
					}
					r.segments = append(r.segments, segment{open: i, close: behind, first: next, last: end, single: true})
					next = behind
				}
			}
		}
		i = next
	}
	if open >= 0 {
		closeAt(last, last, true)
	}
}

// startsQuote reports text behind which an opening mark may stand without a
// blank.
func startsQuote(s string) bool {
	switch s {
	case "(", "[", "-", "--", "–", "—", "“", "\"", ":", "/":
		return true
	}
	return false
}

// isEscaped reports a paragraph taken from a table, where every quotation mark
// is doubled and the whole may be wrapped in single ones.
func (r *reader) isEscaped(first, last int) bool {
	pairs := 0
	for i := first + 1; i < last; i++ {
		if r.tok[i].Text == "\"" && r.tok[i-1].Text == "\"" && r.tok[i].Start == r.tok[i-1].End {
			pairs++
		}
	}
	return pairs >= 2
}

// singleEnd is the token of the mark that closes a single quote, -1 for none.
// An apostrophe behind an s may be a possessive, so one behind punctuation is
// preferred.
func (r *reader) singleEnd(first, last int) int {
	maybe := -1
	for i := first; i < last; i++ {
		t := &r.tok[i]
		if t.Kind != text.Quote {
			continue
		}
		k := kindOfMark(t.Text)
		if k == openMark || k == closeMark || k == straightMark && t.Text != "''" {
			break
		}
		if t.Is(text.SpaceBefore) || i+1 < last && !r.tok[i+1].Is(text.SpaceBefore) && r.tok[i+1].Kind == text.Word {
			continue
		}
		prev := r.tok[i-1].Text
		if prev == "," || prev == "." || prev == "!" || prev == "?" {
			return i
		}
		if n := len(prev); n > 0 && prev[n-1] != 's' {
			if maybe < 0 || r.doc.Tokens[maybe].Sentence == t.Sentence {
				if maybe < 0 {
					maybe = i
				}
			}
		} else if maybe < 0 && (i+1 == last || r.tok[i+1].Kind == text.Punct) {
			maybe = i
		}
		if maybe >= 0 && i-first < 12 {
			return maybe
		}
	}
	return maybe
}
