package text

import "strings"

// Limits in tokens of a dateline and of a date stamp.
const (
	maxDateline = 20
	maxStamp    = 8
)

// datelineAt is the token behind a dateline or date stamp that opens the
// paragraph [first, last), or first if none does: "BAGHDAD (Reuters) -",
// "SAN SALVADOR, 12 JAN 90 (AFP) --", "ERBIL, March 3 —", "QUETTA:", "Published April 2
// 2017", "Wed 05 Apr 2017".
func (d *Document) datelineAt(first, last int) int {
	if end := d.stampAt(first, last); end > first {
		return end
	}
	return d.placeLineAt(first, last)
}

// stampAt reads a full date with what a page sets around it: "Published",
// "Date of publication", a weekday, a time. Without day, month and year, or
// where the sentence goes on from it, it is no stamp.
func (d *Document) stampAt(first, last int) int {
	i, year, day, month := first, false, false, false
	lead := first < last && stampWords[d.Tokens[first].Lower]
scan:
	for ; i < min(last, first+maxStamp); i++ {
		t := &d.Tokens[i]
		w := t.Lower
		switch {
		case year && day && month:
			if t.Kind != Number || !isClock(w) {
				break scan
			}
		case lead && i-first < 4 && (stampWords[w] || stampJoins[w]), weekdays[w], i > first && (w == "," || w == ":"):
		case months[w]:
			month = true
		case t.Kind != Number:
			break scan
		case isYear(w):
			year = true
		case isNumericDate(w):
			year, day, month = true, true, true
		case len(w) <= 2 && isASCIIDigit(w[0]):
			day = true
		default:
			break scan
		}
	}
	if !year || !day || !month || i >= last {
		return first
	}
	if t := &d.Tokens[i]; t.Is(Capital) || t.Kind == Number && t.Is(SpaceBefore) || t.Lower == "by" {
		return i
	}
	return first
}

// stampInside is the range of a stamp whose weekday is token i, with the agency
// before it; ok is false if none stands there. Pages that lost their line breaks
// have the headline, agency and date run into the first sentence: "... kills 12
// AFP Wednesday 18 Jun 2014 A helicopter ...".
func (d *Document) stampInside(begin, i, last int) (first, end int, ok bool) {
	t := &d.Tokens[i]
	if i == begin || !t.Is(Capital) || len(t.Text) > len("Wednesday") || !weekdays[t.Lower] {
		return 0, 0, false
	}
	if p := &d.Tokens[i-1]; p.Kind > Number || stampGoverned[p.Lower] {
		return 0, 0, false
	}
	if end = d.stampAt(i, last); end == i {
		return 0, 0, false
	}
	first = i
	if d.Tokens[i-1].Is(AllCaps) || d.Tokens[i-1].Lower == "reuters" {
		first--
	}
	return max(first, begin), end, true
}

// maxPlace is how many words a dateline's place has in text in capitals, where
// capitals do not tell a place.
const maxPlace = 5

// maxColonPlace is how many tokens a place has that a colon parts from the text:
// "QUETTA: At least six miners ...".
const maxColonPlace = 3

// placeLineAt reads capitalised words, dates and a bracketed agency up to a dash.
func (d *Document) placeLineAt(first, last int) int {
	if first >= last || !d.Tokens[first].Is(Capital) {
		return first
	}
	depth, bracket, number, place := 0, false, false, 0
	upper := d.Tokens[first].Is(AllCaps)
	for i := first; i < min(last, first+maxDateline); i++ {
		t := &d.Tokens[i]
		switch {
		case t.Text == "(":
			depth++
			bracket = true
		case t.Text == ")":
			depth--
		case t.Text == "-" || t.Text == "--" || t.Text == "–" || t.Text == "—":
			if depth != 0 || i == first || i+1 >= last || !upper && !bracket && !d.plainDateline(first, i) {
				return first
			}
			next := &d.Tokens[i+1]
			if next.Is(AllCaps) && !bracket && (!number || place > maxPlace) {
				return first // all is in capitals
			}
			return i + 1
		case t.Text == ":" && upper && depth == 0 && i > first && i-first <= maxColonPlace && len(d.Paragraphs) > 0 && i+1 < last:
			if next := &d.Tokens[i+1]; next.Is(AllCaps) && len(next.Text) > 1 || !next.Is(Capital) {
				return first
			}
			return i + 1
		case t.Kind == Number:
			number = number || depth == 0
		case depth == 0 && sentenceOpeners[t.Lower] && t.Lower != "of":
			return first // capitals of a sentence, not of a place
		case depth > 0, t.Text == ",", t.Text == "/", t.Lower == "of", t.Lower == "de", t.Lower == "el", t.Lower == "al":
		case t.Is(Capital):
			if !number {
				place++
			}
		default:
			return first
		}
	}
	return first
}

// maxPlainPlace is how many tokens a place has that no capitals tell.
const maxPlainPlace = 2

// plainDateline reports a dateline without capitals and agency, up to the dash:
// "Colombo - Two men were hurt". It stands behind a headline, apart from what
// follows, which opens a sentence.
func (d *Document) plainDateline(first, dash int) bool {
	next := &d.Tokens[dash+1]
	return len(d.Paragraphs) > 0 && dash-first <= maxPlainPlace && d.Tokens[dash].Is(SpaceBefore) && next.Is(SpaceBefore) && (next.Is(Capital) || next.Kind == Number)
}

// isClock reports "21:51".
func isClock(w string) bool { return len(w) >= 4 && len(w) <= 8 && strings.IndexByte(w, ':') > 0 }

// isNumericDate reports "24.09.2014", "15-09-2013", "9/4/2014".
func isNumericDate(w string) bool {
	if len(w) < 8 || len(w) > 10 || !isYear(w[len(w)-4:]) && !isYear(w[:4]) {
		return false
	}
	marks := 0
	for i := 0; i < len(w); i++ {
		if c := w[i]; c == '.' || c == '-' || c == '/' {
			marks++
		} else if !isASCIIDigit(c) {
			return false
		}
	}
	return marks == 2
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && isASCIIDigit(w[2]) && isASCIIDigit(w[3])
}

var (
	stampWords = wordSet("published", "updated", "posted", "date", "issued", "created", "last", "modified")
	// stampJoins stand between them and the date.
	stampJoins = wordSet("on", "at", "of", "publication", "updated")
	// stampGoverned stand before a date that belongs to its sentence.
	stampGoverned = wordSet("on", "of", "since", "until", "till", "from", "by", "between", "before", "after", "this", "last", "next", "late", "early",
		"and", "or", "to", "the", "a", "every", "for", "through", "is", "was", "as", "in")
	weekdays = wordSet("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.")
	months   = wordSet("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.")
)

func wordSet(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}
