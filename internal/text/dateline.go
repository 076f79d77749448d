package text

// Limits in tokens of a dateline and of a date stamp.
const (
	maxDateline = 20
	maxStamp    = 8
)

// datelineAt is the token behind a dateline or date stamp that opens the
// paragraph [first, last), or first if none does: "BAGHDAD (Reuters) -",
// "SAN SALVADOR, 12 JAN 90 (AFP) --", "ERBIL, March 3 —", "Published April 2
// 2017", "Wed 05 Apr 2017".
func (d *Document) datelineAt(first, last int) int {
	if end := d.stampAt(first, last); end > first {
		return end
	}
	return d.placeLineAt(first, last)
}

// stampAt reads an optional "Published", weekday and a full date, without
// which it is no stamp.
func (d *Document) stampAt(first, last int) int {
	i, year, day, month := first, false, false, false
	for ; i < min(last, first+maxStamp); i++ {
		t := &d.Tokens[i]
		w := t.Lower
		switch {
		case stampWords[w] && i == first, weekdays[w], w == ",", w == ":" && i > first:
		case months[w]:
			month = true
		case isYear(w) && t.Kind == Number:
			year = true
		case len(w) <= 2 && t.Kind == Number && isASCIIDigit(w[0]):
			day = true
		default:
			goto done
		}
	}
done:
	if year && day && month && i < last && d.Tokens[i].Is(Capital) && i-first >= 3 {
		return i
	}
	return first
}

// placeLineAt reads capitalised words, dates and a bracketed agency up to a dash.
func (d *Document) placeLineAt(first, last int) int {
	if first >= last || !d.Tokens[first].Is(Capital) {
		return first
	}
	depth, bracket, upper := 0, false, d.Tokens[first].Is(AllCaps)
	for i := first; i < min(last, first+maxDateline); i++ {
		t := &d.Tokens[i]
		switch {
		case t.Text == "(":
			depth++
			bracket = true
		case t.Text == ")":
			depth--
		case t.Text == "-" || t.Text == "--" || t.Text == "–" || t.Text == "—":
			if depth == 0 && i > first && (upper || bracket) && i+1 < last {
				return i + 1
			}
			return first
		case depth > 0, t.Kind == Number, t.Text == ",", t.Text == "/", t.Is(Capital), t.Lower == "of", t.Lower == "de", t.Lower == "el", t.Lower == "al":
		default:
			return first
		}
	}
	return first
}

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && isASCIIDigit(w[2]) && isASCIIDigit(w[3])
}

var (
	stampWords = map[string]bool{"published": true, "updated": true, "posted": true, "date": true, "issued": true, "created": true}
	weekdays   = wordSet("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "mon.", "tue.", "tues.", "wed.", "thu.", "thurs.", "fri.", "sat.", "sun.")
	months     = wordSet("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
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
