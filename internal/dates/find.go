package dates

import "github.com/dateline-go/dateline/internal/text"

// kind is what an expression is anchored to.
type kind uint8

const (
	absolute kind = iota // year, month, day as far as given
	weekday              // "Sunday"
	relative             // so many units from the reference
	span                 // the last so many units
	since                // from a date to the reference
	clock                // a time of day alone
	unknown              // found, but no day can be given
)

// Expression is a time expression at the tokens [First, Last).
type Expression struct {
	First, Last int

	kind             kind
	year, month, day int // 0: not given
	dayTo            int // of "11-13 Dec."
	weekday          int
	unit             int // days, as in the table of units
	shift            int // units from the reference
	since            *Expression
}

// Cumulative reports an expression that spans a period: "since 2011", "over
// the past two years".
func (e *Expression) Cumulative() bool {
	return e.kind == since || e.kind == span && (e.unit >= 1) || e.kind == relative && e.unit == 365 && e.shift == 0
}

// Coarse reports a time that names no day or week: "in 2014", "last year".
func (e *Expression) Coarse() bool {
	switch e.kind {
	case absolute:
		return e.day == 0 && e.weekday == 0
	case relative, span:
		return e.unit >= 30
	}
	return e.kind == since
}

// Stretch reports the last so many hours or days.
func (e *Expression) Stretch() bool { return e.kind == span }

// Clock reports a time of day without a day.
func (e *Expression) Clock() bool { return e.kind == clock }

// Find appends the expressions in tokens[first:last], one sentence, to dst in
// text order. It costs time linear in the tokens.
func Find(dst []Expression, tokens []text.Token, first, last int) []Expression {
	first, last = max(first, 0), min(last, len(tokens))
	r := reader{tokens: tokens, first: first, last: last}
	for i := first; i < last; {
		e, ok := r.at(i)
		if !ok || e.Last <= i {
			i++
			continue
		}
		dst = append(dst, e)
		i = e.Last
	}
	return dst
}

type reader struct {
	tokens      []text.Token
	first, last int
}

func (r *reader) word(i int) string {
	if i < r.first || i >= r.last {
		return ""
	}
	return r.tokens[i].Lower
}

// at reads the expression that begins at token i.
func (r *reader) at(i int) (Expression, bool) {
	w := r.word(i)
	if w == "since" {
		return r.since(i)
	}
	// "the evening of 9 January", "dawn of February 28th", "early Sunday"
	j := i
	if w == "the" || w == "at" && parts[r.word(i+1)] > 0 {
		j++
	}
	if parts[r.word(j)] > 0 && r.word(j+1) == "of" {
		k := j + 2
		if r.word(k) == "the" {
			k++
		}
		if e, ok := r.core(k); ok {
			e.First = i
			if w == "at" {
				e.First = j
			}
			return e, true
		}
	}
	if edges[w] > 0 && w != "later" || w == "the" && edges[r.word(i+1)] > 0 {
		k := i + 1
		if w == "the" {
			k++
		}
		if r.word(k) == "on" || r.word(k) == "in" || r.word(k) == "-" {
			k++
		}
		if e, ok := r.core(k); ok {
			e.First = i
			return e, true
		}
	}
	return r.core(i)
}

// since reads "since 2011", "since the feud began in March 2011", "since then".
func (r *reader) since(i int) (Expression, bool) {
	e := Expression{First: i, Last: i + 1, kind: since}
	if r.word(i+1) == "then" {
		e.Last = i + 2
		return e, true
	}
	k := i + 1
	for ; k < r.last && k < i+16; k++ {
		if w := r.word(k); w == "." || w == ";" || w == "," && k > i+9 {
			break
		}
		if inner, ok := r.at2(k); ok && inner.kind != clock {
			if w := r.word(inner.Last); w == "when" || w == "," && r.word(inner.Last+1) == "when" {
				return e, false // "the worst since 2016, when": what follows is of that time
			}
			e.since = &inner
			e.Last = inner.Last
			return e, true
		}
	}
	// "since the offensive began": a beginning without a date.
	for k = i + 2; k < r.last && k < i+12; k++ {
		switch w := r.word(k); {
		case begun[w]:
			e.Last = k + 1
			if r.word(k) == "broke" && r.word(k+1) == "out" {
				e.Last++
			}
			return e, true
		case w == "." || w == ";" || w == "," || w == "and":
			return e, false
		}
	}
	return e, false
}

// offset are words that count from another time: "in three days after".
var offset = map[string]bool{"after": true, "before": true, "ago": true, "later": true, "earlier": true, "of": true, "time": true, "'": true}

// begun are verbs that end "since the war began".
var begun = map[string]bool{"began": true, "begun": true, "started": true, "erupted": true, "broke": true, "landed": true, "collapsed": true, "resumed": true, "ended": true}

// at2 is core without "since" inside "since".
func (r *reader) at2(i int) (Expression, bool) {
	if r.word(i) == "since" {
		return Expression{}, false
	}
	return r.core(i)
}

// core reads an expression without the words around it.
func (r *reader) core(i int) (Expression, bool) {
	if i >= r.last || i < r.first {
		return Expression{}, false
	}
	w := r.word(i)
	e := Expression{First: i, Last: i + 1}
	if d, ok := deictic[w]; ok {
		if w == "overnight" && r.tokens[i].Kind != text.Word {
			return e, false
		}
		e.kind, e.unit, e.shift = relative, 1, d
		r.part(&e)
		return e, true
	}
	if d, ok := weekdays[w]; ok {
		return r.weekday(e, d)
	}
	if e, ok := r.date(i); ok {
		r.part(&e)
		return e, true
	}
	switch w {
	case "this", "last", "next", "past", "previous", "current":
		return r.named(e, i, w)
	case "the":
		switch v := r.word(i + 1); v {
		case "last", "past", "previous", "preceding", "recent":
			return r.past(e, i+2)
		case "day", "night", "morning", "evening", "week", "month", "year":
			if r.word(i+2) == "before" || r.word(i+2) == "after" && v == "day" || r.word(i+2) == "earlier" {
				e.kind, e.Last = unknown, i+3
				if r.word(i+3) == "yesterday" {
					e.kind, e.unit, e.shift, e.Last = relative, 1, -2, i+4
				}
				return e, true
			}
		case "same":
			if _, ok := units[r.word(i+2)]; ok {
				e.kind, e.Last = unknown, i+3
				return e, true
			}
		case "early", "late":
			if s := r.word(i + 2); len(s) == 5 && s[4] == 's' && isYear(s[:4]) {
				e.kind, e.year, e.Last = absolute, atoi(s[:4]), i+3
				return e, true
			}
		}
		if s := r.word(i + 1); len(s) == 5 && s[4] == 's' && isYear(s[:4]) {
			e.kind, e.year, e.Last = absolute, atoi(s[:4]), i+2
			return e, true
		}
	case "that":
		if u, ok := units[r.word(i+1)]; ok && u > 0 && r.word(i+1) != "nights" || parts[r.word(i+1)] > 0 {
			e.kind, e.Last = unknown, i+2
			return e, true
		}
	case "for":
		// "for more than two years": a period that reaches the reference day.
		j := i + 1
		switch {
		case (r.word(j) == "more" || r.word(j) == "less") && r.word(j+1) == "than":
			j += 2
		case r.word(j) == "over" || r.word(j) == "nearly" || r.word(j) == "almost" || r.word(j) == "about" || r.word(j) == "some":
			j++
		case r.word(j) == "at" && r.word(j+1) == "least":
			j += 2
		}
		if n, ok := r.small(j); ok && units[r.word(j+1)] >= 30 {
			e.First, e.kind, e.unit, e.shift, e.Last = i+1, span, units[r.word(j+1)], n, j+2
			return e, true
		}
		return e, false
	case "in":
		// "in the past two days" is read at "the"; "in recent days" here.
		if n, ok := r.small(i + 1); ok && n > 1 {
			u, unit := units[r.word(i+2)]
			if unit && (u >= 1 && u <= 30 || u == 0 && n >= 10 && r.word(i+2) == "hours") && !offset[r.word(i+3)] {
				e.First, e.kind, e.unit, e.shift, e.Last = i+1, span, u, n, i+3
				return e, true // "46 fighters died in 24 hours"
			}
		}
		return e, false
	case "recent":
		if u, ok := units[r.word(i+1)]; ok {
			e.kind, e.unit, e.shift, e.Last = span, max(u, 1), 3, i+2
			return e, true
		}
	case "recently":
		e.kind = unknown
		return e, true
	case "thanksgiving":
		e.kind, e.month = absolute, 11
		e.weekday = 4
		if r.word(i+1) == "day" {
			e.Last++
		}
		return e, true
	case "new":
		if r.word(i+1) == "year" && r.word(i+2) == "'s" && (r.word(i+3) == "day" || r.word(i+3) == "eve") {
			e.kind, e.month, e.day, e.Last = absolute, 1, 1, i+4
			if r.word(i+3) == "eve" {
				e.month, e.day = 12, 31
			}
			return e, true
		}
	case "midnight", "noon", "dawn", "daybreak", "dusk":
		e.kind = clock
		return e, true
	case "days", "hours", "weeks", "months", "years", "moments", "minutes":
		if r.word(i+1) == "earlier" || r.word(i+1) == "later" || r.word(i+1) == "before" || r.word(i+1) == "ago" {
			e.kind, e.Last = unknown, i+2
			if u := units[w]; u == 0 {
				e.kind = clock
			}
			return e, true
		}
	}
	if md, ok := fixed[w]; ok {
		e.kind, e.month, e.day = absolute, md/100, md%100
		if r.word(i+1) == "day" {
			e.Last++
		} else if r.word(i+1) == "eve" {
			e.Last++
			e.day--
		}
		return e, true
	}
	if e, ok := r.ago(i); ok {
		return e, true
	}
	return r.clock(i)
}

// part takes a following part of the day: "Sunday morning", "yesterday at
// noon" keeps only the word itself.
func (r *reader) part(e *Expression) {
	j := e.Last
	if r.word(j) == "early" || r.word(j) == "late" {
		j++
	}
	if parts[r.word(j)] > 0 {
		e.Last = j + 1
	}
}

func (r *reader) weekday(e Expression, d int) (Expression, bool) {
	e.kind, e.weekday = weekday, d
	i := e.First
	switch w := r.word(i); w {
	case "sun.", "mon.", "wed.", "sat.", "fri.":
		if !r.tokens[i].Is(text.Capital) {
			return e, false
		}
	}
	r.part(&e)
	// "Monday, Dec. 26", "Friday 20 Jun 2014"
	j := e.Last
	if r.word(j) == "," {
		j++
	}
	if d, ok := r.date(j); ok && d.day > 0 {
		d.First = e.First
		return d, true
	}
	return e, true
}

// date reads "28 February 2021", "Feb. 28, 2021", "February 2021", "2021".
func (r *reader) date(i int) (Expression, bool) {
	e := Expression{First: i, Last: i + 1, kind: absolute}
	w := r.word(i)
	if m, ok := months[w]; ok {
		if (w == "may" || w == "march" || w == "mar" || w == "sun" || w == "dec" || w == "jan") && !r.tokens[i].Is(text.Capital) {
			return e, false
		}
		e.month = m
		if d, to, ok := dayNumber(r.word(i + 1)); ok && d <= 31 && !r.yearAt(i+1) && !(r.word(i-1) == "in" && r.counted(i+2)) {
			e.day, e.dayTo, e.Last = d, to, i+2
			if to == 0 && (r.word(i+2) == "-" || r.word(i+2) == "–") {
				if d2, _, ok := dayNumber(r.word(i + 3)); ok && d2 > d {
					e.dayTo, e.Last = d2, i+4
				}
			}
			j := e.Last
			if r.word(j) == "," {
				j++
			}
			if r.yearAt(j) {
				e.year, e.Last = atoi(r.word(j)), j+1
			}
			return e, true
		}
		j := i + 1
		if r.word(j) == "of" || r.word(j) == "," {
			j++
		}
		if r.yearAt(j) {
			e.year, e.Last = atoi(r.word(j)), j+1
			return e, true
		}
		if (w == "may" || w == "march") && !r.monthContext(i) {
			return e, false
		}
		return e, true
	}
	if d, to, ok := dayNumber(w); ok {
		j := i + 1
		if r.word(j) == "-" || r.word(j) == "–" || r.word(j) == "to" || r.word(j) == "and" {
			if d2, _, ok := dayNumber(r.word(j + 1)); ok && d2 > d && months[r.word(j+2)] > 0 {
				to = d2
				j += 2
			}
		}
		if r.word(j) == "of" {
			j++
		}
		if m, ok := months[r.word(j)]; ok && r.tokens[j].Is(text.Capital) {
			e.day, e.dayTo, e.month, e.Last = d, to, m, j+1
			k := e.Last
			if r.word(k) == "," || r.word(k) == "of" {
				k++
			}
			if r.yearAt(k) {
				e.year, e.Last = atoi(r.word(k)), k+1
			} else if n, _, ok := dayNumber(r.word(k)); ok && k == e.Last && n > 31 && len(r.word(k)) == 2 && !r.counted(k+1) {
				e.year, e.Last = 1900+n, k+1 // "12 JAN 90"
			}
			return e, true
		}
	}
	if r.yearAt(i) && !people[r.word(i+1)] && (yearBefore[r.word(i-1)] || (r.word(i-1) == "a" || r.word(i-1) == "the") && r.after(i)) {
		e.year = atoi(w)
		return e, true
	}
	if y, m, d, ok := numericDate(w); ok {
		e.year, e.month, e.day = y, m, d
		return e, true
	}
	return e, false
}

// after reports a common noun behind the year at i: "a 2019 fire".
func (r *reader) after(i int) bool {
	return i+1 < r.last && r.tokens[i+1].Kind == text.Word && !r.counted(i+1) && len(r.word(i+1)) > 2
}

// counted reports a word at i that a number can count: "on 14 June 32 bodies".
func (r *reader) counted(i int) bool {
	w := r.word(i)
	return people[w] || len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != '\'' || w == "more" || w == "other" || w == "dead" || w == "others"
}

var (
	yearBefore = map[string]bool{"in": true, "since": true, "of": true, "from": true, "until": true, "till": true, "by": true, "during": true, "between": true, "and": true, "early": true, "late": true, "mid": true, "-": true, "to": true, "through": true}
	people     = map[string]bool{"people": true, "civilians": true, "persons": true, "men": true, "soldiers": true, "children": true, "women": true}
)

// monthContext tells "in May" from "may".
func (r *reader) monthContext(i int) bool {
	switch r.word(i - 1) {
	case "in", "last", "this", "since", "early", "late", "of", "until", "from", "by", "next", "during", "mid":
		return true
	}
	return false
}

// yearAt reports a year in digits at token i.
func (r *reader) yearAt(i int) bool { return isYear(r.word(i)) }

func isYear(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// dayNumber reads "28", "28th", "11-13"; values up to 99 so that the caller
// may take "90" for a year.
func dayNumber(w string) (day, to int, ok bool) {
	i := 0
	for i < len(w) && i < 3 && w[i] >= '0' && w[i] <= '9' {
		day = day*10 + int(w[i]-'0')
		i++
	}
	if i == 0 || i > 2 || day == 0 {
		return 0, 0, false
	}
	switch rest := w[i:]; {
	case rest == "" || rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		return day, 0, true
	case rest[0] == '-':
		to, _, ok = dayNumber(rest[1:])
		return day, to, ok && to > day
	}
	return 0, 0, false
}

// numericDate reads 01.10.2014, 2016-07-09, 09-07-2016 (day first).
func numericDate(w string) (y, m, d int, ok bool) {
	if len(w) < 8 || len(w) > 10 {
		return
	}
	var f [3]int
	k, digits := 0, 0
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			f[k] = f[k]*10 + int(c-'0')
			digits++
		case c == '.' || c == '-' || c == '/':
			if k++; k > 2 || digits == 0 {
				return
			}
		default:
			return
		}
	}
	if k != 2 {
		return
	}
	switch {
	case f[0] >= 1900 && f[0] < 2100:
		y, m, d = f[0], f[1], f[2]
	case f[2] >= 1900 && f[2] < 2100:
		d, m, y = f[0], f[1], f[2]
		if m > 12 && d <= 12 {
			d, m = m, d
		}
	default:
		return
	}
	return y, m, d, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// named reads "this week", "last Friday", "last February", "last two weeks".
func (r *reader) named(e Expression, i int, w string) (Expression, bool) {
	next := r.word(i + 1)
	shift := map[string]int{"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1}[w]
	if d, ok := weekdays[next]; ok {
		e.kind, e.weekday, e.Last = weekday, d, i+2
		if w == "next" {
			e.shift = 1
		}
		r.part(&e)
		return e, true
	}
	if parts[next] > 0 {
		e.kind, e.unit, e.Last = relative, 1, i+2
		if w == "last" {
			e.shift = -1
		}
		return e, w != "past"
	}
	if m, ok := months[next]; ok && (next != "may" && next != "march" || r.tokens[i+1].Is(text.Capital)) {
		e.kind, e.month, e.Last = absolute, m, i+2
		return e, true
	}
	if next == "thanksgiving" || fixed[next] > 0 {
		if inner, ok := r.core(i + 1); ok {
			inner.First = i
			return inner, true
		}
	}
	if u, ok := units[next]; ok && u > 0 && next != "days" && next != "weeks" && next != "months" && next != "years" {
		e.kind, e.unit, e.shift, e.Last = relative, u, shift, i+2
		return e, true
	}
	if w == "last" || w == "past" || w == "previous" {
		return r.past(e, i+1)
	}
	if w == "this" && next == "time" {
		return e, false
	}
	return e, false
}

// past reads "(the last) two days", "(the past) few hours", "(the last) week";
// j is behind the adjective.
func (r *reader) past(e Expression, j int) (Expression, bool) {
	n := 1
	if v, ok := r.small(j); ok {
		n = v
		j++
		if r.word(j) == "of" {
			j++
		}
	}
	if d, ok := weekdays[r.word(j)]; ok && n == 1 {
		e.kind, e.weekday, e.Last = weekday, d, j+1
		return e, true
	}
	u, ok := units[r.word(j)]
	if !ok {
		return e, false
	}
	e.kind, e.unit, e.shift, e.Last = span, u, n, j+1
	return e, true
}

// small reads a number of units.
func (r *reader) small(i int) (int, bool) {
	w := r.word(i)
	if n, ok := numbers[w]; ok {
		return n, true
	}
	n := 0
	for k := 0; k < len(w); k++ {
		if w[k] < '0' || w[k] > '9' || k > 3 {
			return 0, false
		}
		n = n*10 + int(w[k]-'0')
	}
	return n, len(w) > 0
}

// ago reads "three weeks ago", "two days earlier", "more than two years ago".
func (r *reader) ago(i int) (Expression, bool) {
	n, ok := r.small(i)
	if !ok {
		return Expression{}, false
	}
	j := i + 1
	if r.word(j) == "few" || r.word(j) == "couple" {
		n = numbers[r.word(j)]
		j++
		if r.word(j) == "of" {
			j++
		}
	}
	u, ok := units[r.word(j)]
	if !ok {
		return Expression{}, false
	}
	e := Expression{First: i, Last: j + 2, unit: u, shift: -n, kind: relative}
	switch r.word(j + 1) {
	case "ago":
		return e, true
	case "earlier", "before", "later":
		e.kind = unknown
		if u == 0 {
			e.kind = clock // "four hours later" than something of the same day
		}
		return e, true
	case "after":
		// "four days after the fire"
		k := j + 2
		if w := r.word(k); w == "the" || w == "his" || w == "her" || w == "their" || w == "a" || w == "an" {
			k++
			if k < r.last && r.tokens[k].Tag.Noun() {
				if e.kind, e.Last = unknown, k+1; u == 0 {
					e.kind = clock
				}
				return e, true
			}
		}
	}
	return e, false
}

// clock reads "0500 GMT", "6:30 a.m.", "8 p.m.".
func (r *reader) clock(i int) (Expression, bool) {
	e := Expression{First: i, Last: i + 1, kind: clock}
	w := r.word(i)
	if w == "" || w[0] < '0' || w[0] > '9' {
		return e, false
	}
	next := r.word(i + 1)
	switch next {
	case "a.m.", "p.m.", "am", "pm", "gmt", "o'clock", "hrs":
		e.Last = i + 2
		return e, true
	}
	colon := len(w) >= 4 && len(w) <= 5 && w[len(w)-3] == ':'
	four := len(w) == 4 && w[0] <= '2' && w[2] < '6' && (r.word(i-1) == "at" || w[0] == '0')
	return e, colon || four
}

func atoi(w string) int {
	n := 0
	for k := 0; k < len(w); k++ {
		n = n*10 + int(w[k]-'0')
	}
	return n
}
