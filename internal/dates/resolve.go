package dates

import "time"

// Precision is the unit in which a time is known.
type Precision uint8

const (
	Day Precision = iota
	Week
	Month
	Year
	Range
)

// Interval is the days From to To, both included, as UTC dates.
type Interval struct {
	From, To  time.Time
	Precision Precision
}

// Resolve counts an expression from the reference day. It reports false if no
// day can be given: a clock time alone, or a relative time without a reference
// (the zero time).
func (e *Expression) Resolve(ref time.Time) (Interval, bool) {
	known := !ref.IsZero()
	if known {
		ref = date(ref.Year(), ref.Month(), ref.Day())
	}
	switch e.kind {
	case absolute:
		return e.absolute(ref, known)
	case weekday:
		if !known {
			return Interval{}, false
		}
		back := (int(ref.Weekday()) - e.weekday + 7) % 7
		d := ref.AddDate(0, 0, -back+7*e.shift)
		return Interval{d, d, Day}, true
	case relative:
		if !known {
			return Interval{}, false
		}
		return around(ref, e.unit, e.shift), true
	case span:
		if !known {
			return Interval{}, false
		}
		return Interval{back(ref, e.unit, e.shift), ref, Range}, true
	case since:
		if !known || e.since == nil {
			return Interval{}, false
		}
		from, ok := e.since.Resolve(ref)
		if !ok || from.From.After(ref) {
			return Interval{}, false
		}
		return Interval{from.From, ref, Range}, true
	}
	return Interval{}, false
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// back is n units before ref.
func back(ref time.Time, unit, n int) time.Time {
	switch unit {
	case 0:
		return ref.AddDate(0, 0, -1) // hours reach into the day before
	case 30:
		return ref.AddDate(0, -n, 0)
	case 365:
		return ref.AddDate(-n, 0, 0)
	case 3650:
		return ref.AddDate(-10*n, 0, 0)
	}
	return ref.AddDate(0, 0, -unit*n)
}

// around is the calendar unit that lies shift units from ref.
func around(ref time.Time, unit, shift int) Interval {
	switch unit {
	case 0:
		return Interval{ref, ref, Day}
	case 7:
		d := ref.AddDate(0, 0, 7*shift)
		monday := d.AddDate(0, 0, -(int(d.Weekday())+6)%7)
		return Interval{monday, monday.AddDate(0, 0, 6), Week}
	case 30:
		first := date(ref.Year(), ref.Month()+time.Month(shift), 1)
		return Interval{first, first.AddDate(0, 1, -1), Month}
	case 365:
		return Interval{date(ref.Year()+shift, 1, 1), date(ref.Year()+shift, 12, 31), Year}
	case 3650:
		y := ref.Year() + 10*shift
		return Interval{date(y, 1, 1), date(y, 12, 31), Range}
	}
	d := ref.AddDate(0, 0, unit*shift)
	return Interval{d, d, Day}
}

// absolute fills in what a date leaves out: the last such date up to the
// reference day.
func (e *Expression) absolute(ref time.Time, known bool) (Interval, bool) {
	y := e.year
	if y == 0 {
		if !known || e.month == 0 {
			return Interval{}, false
		}
		y = ref.Year()
		if date(y, time.Month(e.month), max(e.day, 1)).After(ref) {
			y--
		}
	}
	switch {
	case e.month == 0:
		return Interval{date(y, 1, 1), date(y, 12, 31), Year}, true
	case e.day == 0 && e.weekday == 4: // Thanksgiving: the fourth Thursday of November
		first := date(y, 11, 1)
		d := first.AddDate(0, 0, (4-int(first.Weekday())+7)%7+21)
		return Interval{d, d, Day}, true
	case e.day == 0:
		first := date(y, time.Month(e.month), 1)
		return Interval{first, first.AddDate(0, 1, -1), Month}, true
	}
	d := date(y, time.Month(e.month), e.day)
	if d.Month() != time.Month(e.month) {
		return Interval{}, false // 31 February
	}
	if e.dayTo > e.day {
		to := date(y, time.Month(e.month), e.dayTo)
		if to.Month() == d.Month() {
			return Interval{d, to, Range}, true
		}
	}
	return Interval{d, d, Day}, true
}

// Day reports an expression that names one day with its year, and the day.
func (e *Expression) Day() (time.Time, bool) {
	if e.kind != absolute || e.year == 0 || e.month == 0 || e.day == 0 {
		return time.Time{}, false
	}
	iv, ok := e.Resolve(time.Time{})
	return iv.From, ok
}
