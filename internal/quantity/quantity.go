package quantity

import (
	"strings"

	"github.com/dateline-go/dateline/internal/text"
)

// Open is a bound that the text leaves open.
const Open = -1

// Limit is the largest number that is read; anything above is no count of
// people and no count that fits every int.
const Limit = 1 << 40

// Kind is what a number measures.
type Kind uint8

const (
	Count   Kind = iota // it counts the things named behind it
	Age                 // "aged 42", "a 12-year-old"
	Date                // "28 February", "1990"
	Clock               // "0500 GMT", "6:30 a.m."
	Span                // a stretch of time: "three weeks"
	Measure             // distance, weight, calibre, temperature
	Money               // "$5 million"
	Share               // "60 percent", "a third"
	Label               // "No. 5", "the 6th Brigade", "Resolution 1701", "a 17-man patrol"
	Times               // "twice", "three times"
)

// Quantity is a quantity at the tokens [First, Last).
type Quantity struct {
	First, Last int
	// Number is the first token behind the modifier: of "at least 12", "12".
	Number      int
	Min, Max    int // bounds, Open for none
	Approximate bool
	Vague       bool // no number is given: "dozens", "several"
	Kind        Kind
}

// Exact reports a quantity of just n.
func (q *Quantity) Exact(n int) bool { return q.Min == n && q.Max == n }

// Plural reports a quantity that can be more than one.
func (q *Quantity) Plural() bool { return q.Max == Open || q.Max > 1 }

// Find appends the quantities in tokens[first:last], one sentence, to dst in
// text order. They do not overlap. It costs time linear in the tokens.
func Find(dst []Quantity, tokens []text.Token, first, last int) []Quantity {
	first, last = max(first, 0), min(last, len(tokens))
	r := reader{tokens: tokens, first: first, last: last}
	for i := first; i < last; {
		q, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		dst = append(dst, q)
		i = max(q.Last, i+1)
	}
	return dst
}

// reader reads one sentence.
type reader struct {
	tokens      []text.Token
	first, last int
}

// word is the lower-case token at i, empty outside the sentence.
func (r *reader) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.tokens[i].Lower
}

// bound is what a modifier does to a number.
type bound uint8

const (
	exact    bound = iota
	atLeast        // "at least N"
	moreThan       // "more than N"
	lessThan       // "nearly N"
	atMost         // "up to N"
	around         // "about N"
)

// at reads the quantity that begins at token i.
func (r *reader) at(i int) (Quantity, bool) {
	q, ok := r.single(i)
	if ok && q.Kind == Count {
		r.ifNot(&q)
	}
	return q, ok
}

// ifNot takes the second thought of "hundreds, if not thousands": the first
// number is the least, the second the most.
func (r *reader) ifNot(q *Quantity) {
	j := q.Last
	comma := r.word(j) == ","
	if comma {
		j++
	}
	if r.word(j) != "if" || r.word(j+1) != "not" {
		return
	}
	z, ok := r.single(j + 2)
	if !ok || z.Kind != Count || z.Min < q.Min {
		return
	}
	q.Last = z.Last
	if comma && r.word(q.Last) == "," {
		q.Last++
	}
	if q.Vague || z.Vague {
		q.Max = Open
	} else {
		q.Max = z.Max
	}
}

// single reads one quantity that begins at token i.
func (r *reader) single(i int) (Quantity, bool) {
	if q, ok := r.between(i); ok {
		return q, true
	}
	b, n := r.modifier(i)
	if n > 0 {
		if q, ok := r.number(i + n); ok {
			q.Number, q.First = q.First, i
			apply(&q, b)
			return q, true
		}
		// A chain: "at least some 40", "more than about 100".
		if b2, n2 := r.modifier(i + n); n2 > 0 {
			if q, ok := r.number(i + n + n2); ok {
				q.Number, q.First = q.First, i
				if b == exact || b == around {
					b = b2
				}
				apply(&q, b)
				return q, true
			}
		}
		if r.word(i) != "some" && r.word(i) != "a" && r.word(i) != "an" && r.word(i) != "no" {
			return Quantity{}, false
		}
	}
	if q, ok := r.number(i); ok {
		q.Number = i
		return q, true
	}
	if q, ok := r.vague(i); ok {
		return q, true
	}
	return Quantity{}, false
}

// between reads "between A and B" and "from A to B people".
func (r *reader) between(i int) (Quantity, bool) {
	var join string
	switch r.word(i) {
	case "between":
		join = "and"
	case "from":
		join = "to"
	default:
		return Quantity{}, false
	}
	a, ok := r.plain(i + 1)
	if !ok || r.word(a.Last) != join {
		return Quantity{}, false
	}
	z, ok := r.plain(a.Last + 1)
	if !ok || a.Min > z.Min || a.Min == Open || z.Max == Open {
		return Quantity{}, false
	}
	q := Quantity{First: i, Last: z.Last, Number: i + 1, Min: a.Min, Max: z.Max}
	r.classify(&q, z.Min)
	return q, q.Kind == Count || join == "and"
}

// modifier reads a bound before a number and says how many tokens it takes.
func (r *reader) modifier(i int) (bound, int) {
	if i >= r.last {
		return exact, 0
	}
	m, ok := modifiers[r.word(i)]
	if !ok {
		return exact, 0
	}
	best, length := exact, 0
	for _, c := range m {
		if len(c.words) > length && r.matches(i+1, c.words[1:]) {
			best, length = c.bound, len(c.words)
		}
	}
	return best, length
}

func (r *reader) matches(i int, words []string) bool {
	for j, w := range words {
		if r.word(i+j) != w {
			return false
		}
	}
	return true
}

// apply narrows or opens the bounds of an exact number.
func apply(q *Quantity, b bound) {
	if q.Vague {
		if b == around {
			q.Approximate = true
		}
		return
	}
	switch b {
	case atLeast:
		q.Max = Open
	case moreThan:
		q.Max = Open
		if q.Min != Open {
			q.Min++
		}
	case lessThan:
		q.Min = Open
		if q.Max > 0 {
			q.Max--
		}
	case atMost:
		q.Min = Open
	case around:
		q.Approximate = true
	}
}

// number reads a number with what may stand behind it: a second end ("10 to
// 12"), "or more", and the unit that tells its kind.
func (r *reader) number(i int) (Quantity, bool) {
	q, ok := r.plain(i)
	if !ok {
		return q, false
	}
	value := q.Max
	switch w := r.word(q.Last); {
	case q.Vague || q.Kind != Count:
	case (w == "to" || w == "or" || w == "-" || w == "–" || w == "—") && q.Exact(q.Min):
		if z, ok := r.plain(q.Last + 1); ok && z.Min > q.Min && z.Exact(z.Min) && z.Kind == Count {
			// "two to three thousand" scales the first end too.
			if scale := r.scaleOf(z.First, z.Last); scale > 1 && q.Min < 1000 && q.Min*scale < z.Min {
				q.Min *= scale
			}
			q.Max, q.Last, value = z.Min, z.Last, z.Min
		} else if w == "or" && (r.word(q.Last+1) == "more" || r.word(q.Last+1) == "so" || r.word(q.Last+1) == "fewer" || r.word(q.Last+1) == "less") {
			switch r.word(q.Last + 1) {
			case "more":
				q.Max = Open
			case "so":
				q.Approximate = true
			default:
				q.Min = Open
			}
			q.Last += 2
		}
	case w == "out" && r.word(q.Last+1) == "of":
		if z, ok := r.plain(q.Last + 2); ok && z.Exact(z.Min) && z.Min > q.Min {
			q.Last = z.Last // "12 out of 40 passengers"
			if z.Min == 5 || z.Min == 10 || z.Min == 100 {
				q.Kind = Share // "eight out of ten"
			}
		}
	case w == "+":
		q.Max = Open
		q.Last++
	case w == "plus" && !r.isNumber(q.Last+1):
		q.Max = Open
		q.Last++
	}
	r.classify(&q, value)
	return q, true
}

func (r *reader) isNumber(i int) bool {
	_, ok := r.plain(i)
	return ok
}

// scaleOf is the last multiplier among the words of a number.
func (r *reader) scaleOf(first, last int) int {
	for i := last - 1; i > first; i-- {
		if s := scales[r.word(i)]; s >= 100 {
			return s
		}
	}
	return 1
}

// plain reads digits and number words: "1.9 million", "two hundred and six",
// "half a million", "a dozen".
func (r *reader) plain(i int) (Quantity, bool) {
	if i >= r.last || i < r.first {
		return Quantity{}, false
	}
	q := Quantity{First: i, Number: i, Last: i + 1}
	t := &r.tokens[i]
	w := t.Lower
	set := func(n int) (Quantity, bool) {
		q.Min, q.Max = n, n
		return q, true
	}
	switch w {
	case "a", "an":
		// "a dozen", "a hundred", "a million", "a couple", "a half million".
		if n, ok := collective[r.word(i+1)]; ok && (i+2 >= r.last || !fractions[r.word(i+1)]) {
			q.Last = i + 2
			if (r.word(i+1) == "couple" || r.word(i+1) == "dozen" || r.word(i+1) == "score" || r.word(i+1) == "pair" || r.word(i+1) == "trio") && r.word(i+2) == "of" && r.hasCountable(i+3) {
				q.Last = i + 3
			}
			return r.scaled(q, n)
		}
		if r.word(i+1) == "half" && scales[r.word(i+2)] > 1 {
			q.Last = i + 3
			return set(scales[r.word(i+2)] / 2)
		}
		if r.word(i+1) == "quarter" && r.word(i+2) == "of" && r.word(i+3) == "a" && scales[r.word(i+4)] > 1 {
			q.Last = i + 5
			return set(scales[r.word(i+4)] / 4)
		}
		if r.word(i+1) == "quarter" && scales[r.word(i+2)] > 1 {
			q.Last = i + 3
			return set(scales[r.word(i+2)] / 4)
		}
		return q, false
	case "half":
		j := i + 1
		if r.word(j) == "a" || r.word(j) == "of" && r.word(j+1) == "a" {
			j++
			if r.word(j) == "a" {
				j++
			}
		}
		if s := scales[r.word(j)]; s > 1 {
			q.Last = j + 1
			return set(s / 2)
		}
		q.Kind = Share
		return q, false
	case "both":
		return set(2)
	}
	if t.Kind == text.Number || t.Kind == text.Word && t.Is(text.HasDigit) && w[0] >= '0' && w[0] <= '9' {
		return r.digits(q, t)
	}
	n, ok := wordValue(w)
	if !ok {
		return q, false
	}
	// "one" that is a pronoun or part of one.
	if w == "one" && (r.word(i-1) == "no" || r.word(i-1) == "any" || r.word(i-1) == "every" || (r.word(i-1) == "this" || r.word(i-1) == "that") && r.word(i+1) != "of" && !r.countable(i+1) || r.word(i-1) == "the" && r.word(i+1) != "of" && r.word(i+1) != "killed" && !r.countable(i+1) || r.word(i+1) == "another" || r.word(i+1) == "-") {
		return q, false
	}
	return r.words(q, n)
}

// hasCountable reports that a noun phrase can follow at i.
func (r *reader) hasCountable(i int) bool { return r.word(i) != "" && !function[r.word(i)] }

func (r *reader) countable(i int) bool {
	return i < r.last && r.tokens[i].Kind == text.Word && !function[r.word(i)]
}

// words reads on after a first number word of value n.
func (r *reader) words(q Quantity, n int) (Quantity, bool) {
	total, group := 0, n
	i := q.Last
	for ; i < r.last; i++ {
		w := r.word(i)
		if w == "and" && group >= 100 && group%100 == 0 {
			if v, ok := wordValue(r.word(i + 1)); ok && v < 100 {
				group += v
				i++
				continue
			}
			break
		}
		if w == "and" && r.word(i+1) == "a" && r.word(i+2) == "half" && scales[r.word(i+3)] > 1 {
			s := scales[r.word(i+3)]
			total += group*s + s/2
			group = 0
			i += 3
			continue
		}
		if s := scales[w]; s > 0 {
			if group == 0 || group > Limit/s {
				break
			}
			if s == 100 || s == 12 || s == 20 {
				group *= s
			} else {
				total += group * s
				group = 0
			}
			continue
		}
		v, ok := wordValue(w)
		if !ok {
			break
		}
		// "twenty six" and "two hundred six" go on; "two three" does not.
		switch {
		case group >= 20 && group < 100 && group%10 == 0 && v < 10,
			group >= 100 && group%100 == 0 && v < 100,
			group == 0 && v < 1000:
			group += v
			continue
		}
		break
	}
	q.Last = i
	n = total + group
	q.Min, q.Max = n, n
	return q, n <= Limit
}

// scaled multiplies n by the scales that follow.
func (r *reader) scaled(q Quantity, n int) (Quantity, bool) {
	for q.Last < r.last {
		s := scales[r.word(q.Last)]
		if s == 0 || n > Limit/s {
			break
		}
		n *= s
		q.Last++
	}
	q.Min, q.Max = n, n
	return q, true
}

// digits reads a token that begins with a digit.
func (r *reader) digits(q Quantity, t *text.Token) (Quantity, bool) {
	w := t.Lower
	n, rest, frac, decimals, ok := parseDigits(w)
	if !ok {
		return q, false
	}
	switch {
	case rest == "":
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest == "d" || rest == "s" || rest == "'s":
		q.Kind, q.Min, q.Max = Label, n, n
		return q, true
	case (rest[0] == '-' || strings.HasPrefix(rest, "–")) && decimals == 0:
		tail := strings.TrimPrefix(strings.TrimPrefix(rest, "-"), "–")
		m, more, _, d, ok := parseDigits(tail)
		switch {
		case ok && more == "" && d == 0 && m > n:
			q.Min, q.Max = n, m
			if n >= 1900 && m < 2100 {
				q.Kind = Date
			}
			return q, true
		case strings.HasPrefix(tail, "year-old") || strings.HasPrefix(tail, "month-old") || strings.HasPrefix(tail, "week-old") || strings.HasPrefix(tail, "day-old"):
			q.Kind, q.Min, q.Max = Age, n, n
			return q, true
		}
		q.Kind, q.Min, q.Max = Label, n, n
		return q, true
	case rest == "+":
		q.Min, q.Max = n, Open
		return q, true
	case rest == "m" || rest == "bn" || rest == "k":
		s := map[string]int{"m": 1_000_000, "bn": 1_000_000_000, "k": 1000}[rest]
		if n > Limit/s {
			return q, false
		}
		q.Min = n*s + frac*s/pow10(decimals)
		q.Max = q.Min
		if rest == "m" && !r.countable(q.Last) {
			q.Kind = Measure // "300m"
		}
		return q, true
	case rest[0] == ':':
		q.Kind, q.Min, q.Max = Clock, n, n
		return q, true
	case rest[0] == '/' || rest[0] == '.':
		q.Kind, q.Min, q.Max = Date, n, n
		return q, true
	default:
		q.Kind, q.Min, q.Max = Measure, n, n
		return q, true
	}
	if decimals > 0 {
		s := scales[r.word(q.Last)]
		if s < 100 || n > Limit/s {
			q.Kind, q.Min, q.Max = Measure, n, n
			return q, true
		}
		q.Last++
		q.Min = n*s + frac*s/pow10(decimals)
		q.Max = q.Min
		return q, true
	}
	// A number that lost its comma to a blank or a line break is not joined.
	return r.scaled(q, n)
}

func pow10(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// parseDigits reads a leading number with thousands separators and a decimal
// part; rest is what follows it in the token.
func parseDigits(w string) (n int, rest string, frac, decimals int, ok bool) {
	i := 0
	for i < len(w) && w[i] >= '0' && w[i] <= '9' {
		n = n*10 + int(w[i]-'0')
		if n > Limit {
			return 0, "", 0, 0, false
		}
		i++
	}
	if i == 0 {
		return 0, "", 0, 0, false
	}
	for i+3 < len(w) && w[i] == ',' && digit(w[i+1]) && digit(w[i+2]) && digit(w[i+3]) && (i+4 >= len(w) || !digit(w[i+4])) {
		n = n*1000 + int(w[i+1]-'0')*100 + int(w[i+2]-'0')*10 + int(w[i+3]-'0')
		if n > Limit {
			return 0, "", 0, 0, false
		}
		i += 4
	}
	if i+1 < len(w) && w[i] == '.' && digit(w[i+1]) {
		j := i + 1
		for j < len(w) && digit(w[j]) && decimals < 6 {
			frac = frac*10 + int(w[j]-'0')
			decimals++
			j++
		}
		if j < len(w) && w[j] == '.' {
			return n, w[i:], 0, 0, true // 01.10.2014
		}
		return n, w[j:], frac, decimals, true
	}
	return n, w[i:], 0, 0, true
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// wordValue is the value of a number word below a hundred or so, also
// hyphenated ("twenty-six").
func wordValue(w string) (int, bool) {
	if n, ok := units[w]; ok {
		return n, true
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		x, okx := units[a]
		y, oky := units[b]
		if okx && oky && x >= 20 && x%10 == 0 && y < 10 && y > 0 {
			return x + y, true
		}
		if s := scales[b]; okx && s >= 100 {
			return x * s, true
		}
	}
	return 0, false
}
