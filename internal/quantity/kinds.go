package quantity

import "github.com/dateline-go/dateline/internal/text"

// classify tells what a number measures from the words beside it.
func (r *reader) classify(q *Quantity, value int) {
	if q.Kind != Count {
		return
	}
	next, prev := r.word(q.Last), r.word(q.First-1)
	if next == "-" && (ageUnits[r.word(q.Last+1)] || measureUnits[r.word(q.Last+1)]) { // "30 - year - old"
		next = r.word(q.Last + 1)
	}
	switch {
	case ageUnits[next] && (r.word(q.Last+1) == "old" || r.word(q.Last+1) == "-" && r.word(q.Last+2) == "old" || r.word(q.Last+1) == "of" && r.word(q.Last+2) == "age"),
		next == "year-old" || next == "years-old" || next == "yr-old",
		prev == "aged" || prev == "age", prev == "ages":
		q.Kind = Age
	case timeUnits[next]:
		q.Kind = Span
	case (next == "-" || more[next]) && timeUnits[r.word(q.Last+1)]:
		q.Kind = Span
	case next == "%" || shareUnits[next] || next == "per" && r.word(q.Last+1) == "cent":
		q.Kind = Share
	case measureUnits[next] || next == "square" || next == "cubic":
		q.Kind = Measure
	case moneyUnits[next], moneySigns[prev], r.first <= q.Number-1 && moneySigns[r.word(q.Number-1)]:
		q.Kind = Money
	case next == "times" || next == "fold":
		q.Kind = Times
	case next == "a.m." || next == "p.m." || next == "am" || next == "pm" || next == "gmt" || next == "hrs" || next == "o'clock" || next == "utc" || next == "hours":
		q.Kind = Clock
	case months[next], months[prev] && (value <= 31 || value >= 1000) && !r.peopleAhead(q.Last):
		q.Kind = Date
	case labels[prev] && q.First == q.Number && q.Last == q.First+1:
		q.Kind = Label
	case r.fourDigits(q) && q.First == q.Number && value >= 1900 && value < 2100 && !r.peopleAhead(q.Last):
		q.Kind = Date
	case r.fourDigits(q) && (prev == "at" || r.word(q.Last) == "(") && value < 2400 && value%100 < 60 && r.tokens[q.Number].Lower[0] == '0':
		q.Kind = Clock
	case r.fourDigits(q) && r.tokens[q.Number].Lower[0] == '0':
		q.Kind = Clock
	}
}

// fourDigits reports a number written as four digits: a year or a clock time.
func (r *reader) fourDigits(q *Quantity) bool {
	t := &r.tokens[q.Number]
	return q.Last == q.Number+1 && t.Kind == text.Number && len(t.Lower) == 4 &&
		digit(t.Lower[0]) && digit(t.Lower[1]) && digit(t.Lower[2]) && digit(t.Lower[3])
}

// peopleAhead reports a word for people within the next three words, so that
// "in 2017 people were" counts people and "12 January 28 bodies" bodies.
func (r *reader) peopleAhead(i int) bool {
	for j := i; j < i+3 && j < r.last; j++ {
		if people[r.word(j)] {
			return true
		}
		if function[r.word(j)] {
			return false
		}
	}
	return false
}

// vague reads quantities without a number.
func (r *reader) vague(i int) (Quantity, bool) {
	w := r.word(i)
	q := Quantity{First: i, Number: i, Last: i + 1, Min: 2, Max: Open, Vague: true}
	if n, ok := plurals[w]; ok {
		q.Min = n
		// "hundreds of thousands", "tens of thousands"
		if r.word(i+1) == "of" {
			if m, ok := plurals[r.word(i+2)]; ok && m >= 200 && w != "thousands" {
				q.Min = n * m / 2
				q.Last = i + 3
			}
		}
		return r.timeOf(q), true
	}
	switch w {
	case "several", "few", "many", "various", "numerous", "countless", "innumerable", "multiple":
		if w == "many" && r.word(i-1) == "how" || w == "few" && r.word(i-1) == "the" || w == "few" && (r.word(i-1) == "past" || r.word(i-1) == "last") {
			if w == "many" {
				return q, false
			}
		}
		if s, ok := scales[r.word(i+1)]; ok { // "several hundred", "several dozen"
			q.Min = 2 * s
			q.Last = i + 2
		}
		return r.timeOf(q), true
	case "most", "some", "others":
		// Pronouns: "most were executed", "some of them"
		if n := r.word(i + 1); (n == "were" || n == "are" || n == "have" || n == "had" || n == "of" && w != "others") && r.word(i-1) != "the" && r.word(i-1) != "and" {
			return q, w != "others"
		}
		return q, false
	case "a", "an", "the":
		// "a few", "a number of", "an unknown number of", "a handful of", "the majority of"
		if r.word(i+1) == "few" {
			q.Last = i + 2
			if s, ok := scales[r.word(i+2)]; ok {
				q.Min = 2 * s
				q.Last = i + 3
			}
			return r.timeOf(q), w != "the"
		}
		j := i + 1
		for k := 0; k < 3 && sizes[r.word(j)]; k++ {
			j++
		}
		if groups[r.word(j)] && r.word(j+1) == "of" && (w != "the" || r.word(j) == "majority") {
			q.Last = j + 2
			return r.timeOf(q), true
		}
		if r.word(j) == "number" && j > i+1 && w != "the" {
			q.Last = j + 1
			return q, true
		}
		return q, false
	case "numbers":
		if r.word(i+1) == "of" {
			q.Last = i + 2
			return q, r.word(i-1) != "the"
		}
	case "large", "huge", "great", "unknown", "undetermined", "unspecified", "significant":
		if (r.word(i+1) == "number" || r.word(i+1) == "numbers") && r.word(i+2) == "of" {
			q.Last = i + 3
			return q, true
		}
	case "no", "zero", "nobody", "none", "noone", "nil":
		if w == "no" {
			switch n := r.word(i + 1); {
			case n == "one":
				q.Last = i + 2
			case n == "more" || n == "fewer" || n == "less" || n == "longer" || n == "doubt" || n == "way" || n == "matter" || n == "." || n == ",":
				return q, false
			}
		}
		q.Min, q.Max, q.Vague = 0, 0, false
		return q, true
	}
	return q, false
}

// timeOf marks a vague stretch of time: "several days", "the last few hours".
func (r *reader) timeOf(q Quantity) Quantity {
	j := q.Last
	if r.word(j) == "of" || more[r.word(j)] {
		j++
	}
	switch w := r.word(j); {
	case timeUnits[w]:
		q.Kind = Span
	case measureUnits[w]:
		q.Kind = Measure
	case moneyUnits[w]:
		q.Kind = Money
	case w == "times":
		q.Kind = Times
	}
	return q
}
