package crossdoc

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// Threshold is the least score that joins two reports.
const Threshold = 8

// Link is what speaks for and against two reports telling of one event.
type Link struct {
	// Score is the sum of the points.
	Score int `json:"score"`
	// Apart: something excludes that they do, whatever the score.
	Apart   bool     `json:"apart,omitempty"`
	Because []Reason `json:"because"`

	silent bool // only the score is asked for
	agrees bool // in cause, perpetrator, victims or site
}

// Same reports that the two reports tell of one event.
func (l Link) Same() bool { return !l.Apart && l.Score >= Threshold }

// Reason is one point for or against.
type Reason struct {
	Kind   Aspect `json:"kind"`
	Points int    `json:"points"`
	Why    string `json:"why"`
}

// Aspect is what a reason is about.
type Aspect string

const (
	AspectPlace       Aspect = "place"
	AspectTime        Aspect = "time"
	AspectCause       Aspect = "cause"
	AspectFigures     Aspect = "figures"
	AspectPerpetrator Aspect = "perpetrator"
	AspectVictims     Aspect = "victims"
	AspectSite        Aspect = "site"
	AspectArticle     Aspect = "article"
)

// The points. A city and a day reach 7, one short of Threshold: something of
// the event itself has to agree too.
const (
	samePlace     = 4
	nearPlace     = 3
	nearCity      = 1 // another city on the map
	sharedAround  = 2 // the sentences share a place, the incidents' own differ or are not known
	wideSamePlace = 3 // the same province
	sameCountry   = 1 // known by the country alone
	withinPlace   = 1
	otherQuarter  = -3

	sameDay      = 3
	fitsDay      = 2 // undated, but published then
	sameInterval = 1
	givenLater   = 1
	namedDay     = 1

	sameCause   = 2
	sameRare    = 4
	widerCause  = 1
	otherCause  = -2 // another kind of the same: a car bomb, a mine
	strangeCase = -4 // a shooting, a flood

	sameDoer  = 2
	otherDoer = -2

	sameName    = 5
	sameVictim  = 1
	otherVictim = -4

	sameSite  = 2
	sameWeak  = 1 // a hospital, a police station
	otherSite = -3

	sameArticle = -4 // the article itself tells them apart
)

// Periods in days.
const (
	updateDays = 10 // how long a toll rises
	soonDays   = 3
)

// Match compares two reports. It is symmetric.
func Match(a, b *Report) Link {
	if compare(b, a) < 0 {
		a, b = b, a
	}
	return match(a, b, false)
}

// match compares two reports of which a comes first.
func match(a, b *Report, silent bool) Link {
	l := Link{silent: silent}
	l.place(a, b)
	l.time(a, b)
	l.cause(a, b)
	l.doer(a, b)
	l.victims(a, b)
	l.sites(a, b)
	l.figures(a, b)
	if a.Article != "" && a.Article == b.Article && a.Outlet == b.Outlet {
		l.add(AspectArticle, sameArticle, "one article tells of both")
	}
	return l
}

func (l *Link) add(kind Aspect, points int, format string, args ...any) {
	l.Score += points
	l.agrees = l.agrees || points > 0 && kind != AspectPlace && kind != AspectTime
	if l.silent {
		return
	}
	l.Because = append(l.Because, Reason{kind, points, fmt.Sprintf(format, args...)})
}

func (l *Link) apart(kind Aspect, format string, args ...any) {
	l.Apart = true
	l.add(kind, 0, format, args...)
}

func (l *Link) place(a, b *Report) {
	p, q := &a.Place, &b.Place
	switch relate(p, q) {
	case same:
		switch p.Level {
		case Country, Region:
			l.add(AspectPlace, sameCountry, "both in %s", p.Name)
			if x := shared(a, b); x != nil && fineness(x.Level) > 0 {
				l.add(AspectPlace, sharedAround, "both name %s", x.Name)
			}
		case Province:
			l.add(AspectPlace, wideSamePlace, "both in %s", p.Name)
		default:
			l.add(AspectPlace, samePlace, "both in %s", p.Name)
			l.quarters(a, b)
		}
		return
	case near:
		points := nearPlace
		if p.Level == City && q.Level == City {
			points = nearCity
		}
		l.add(AspectPlace, points, "%s is near %s", q.Name, p.Name)
		return
	case apart:
		x := shared(a, b)
		if km, ok := kilometres(p.Point, q.Point); x == nil || fineness(x.Level) < fineness(City) || ok && km > farKM {
			l.apart(AspectPlace, "%s is not %s", q.Name, p.Name)
			return
		}
	case holds:
		if shared(a, b) == nil {
			l.add(AspectPlace, withinPlace, "%s and %s: one holds the other", p.Name, q.Name)
			return
		}
	}
	x := shared(a, b)
	switch {
	case x == nil:
		if p.Key != "" && q.Key != "" {
			l.add(AspectPlace, otherQuarter, "%s and %s share no place", p.Name, q.Name)
		}
	case x.Level == Country || x.Level == Region:
		if p.Key == "" || q.Key == "" {
			l.add(AspectPlace, sameCountry, "both name %s", x.Name)
		} else {
			l.add(AspectPlace, otherQuarter, "%s and %s share no more than %s", p.Name, q.Name, x.Name)
		}
	case x.Key == p.Key || x.Key == q.Key:
		l.add(AspectPlace, nearPlace, "both name %s", x.Name)
		l.quarters(a, b)
	default:
		l.add(AspectPlace, sharedAround, "both name %s", x.Name)
		l.quarters(a, b)
	}
}

// shared is the finest place that both reports name, nil for none.
func shared(a, b *Report) *Place {
	var best *Place
	finer := func(p *Place) bool { return best == nil || fineness(p.Level) > fineness(best.Level) }
	for i := -1; i < len(a.Around); i++ {
		p := a.at(i)
		for k := -1; k < len(b.Around); k++ {
			if p.Key != "" && p.Key == b.at(k).Key && finer(p) {
				best = p
			}
		}
	}
	return best
}

// at is a report's own place for -1, and then those around.
func (r *Report) at(i int) *Place {
	if i < 0 {
		return &r.Place
	}
	return &r.Around[i]
}

func fineness(l Level) int {
	switch l {
	case Spot:
		return 3
	case City:
		return 2
	case Province:
		return 1
	}
	return 0
}

// quarters compares the places within a city that no list has.
func (l *Link) quarters(a, b *Report) {
	one, other := "", ""
	for i := -1; i < len(a.Around); i++ {
		p := a.at(i)
		if p.Level != Spot {
			continue
		}
		for k := -1; k < len(b.Around); k++ {
			q := b.at(k)
			if q.Level != Spot {
				continue
			}
			if p.Key == q.Key {
				if a.Place.Key != b.Place.Key || a.Place.Level != Spot {
					l.add(AspectPlace, 1, "both name %s", p.Name)
				}
				return
			}
			if one == "" {
				one, other = p.Name, q.Name
			}
		}
	}
	if one != "" {
		l.add(AspectPlace, otherQuarter, "%s is not %s", other, one)
	}
}

// date is a day that is printed only if somebody asks.
type date time.Time

func (d date) String() string { return time.Time(d).Format(time.DateOnly) }

// day counts days of the calendar, whatever the time zone.
func day(t time.Time) int {
	_, offset := t.Zone()
	seconds := t.Unix() + int64(offset)
	n := int(seconds / 86400)
	if seconds%86400 < 0 {
		n-- // before 1970
	}
	return n
}

// dated reports a day, or a stretch of days that is short enough to tell one
// event from the next.
func (r *Report) dated() bool { return r.When != nil && r.When.Precision == extract.Day }

func (l *Link) time(a, b *Report) {
	switch {
	case a.dated() && b.dated():
		x, y := day(a.When.From), day(b.When.From)
		later, early, late := a, min(x, y), max(x, y)
		if y > x {
			later = b
		}
		switch {
		case x == y:
			l.add(AspectTime, sameDay, "both on %s", date(a.When.From))
			if a.Update != b.Update {
				l.add(AspectTime, namedDay, "one goes back to that day")
			}
		case late-early == 1:
			l.add(AspectTime, 0, "a day apart: %s, %s", date(a.When.From), date(b.When.From))
		case late-early <= updateDays && later.Update && late >= day(later.Published)-1 && later.deaths() >= a.deaths() && later.deaths() >= b.deaths():
			l.add(AspectTime, givenLater, "a toll given %d days later", late-early)
		default:
			l.apart(AspectTime, "%s is not %s", date(b.When.From), date(a.When.From))
		}
	case a.When != nil && b.When != nil:
		af, at, bf, bt := day(a.When.From), day(a.When.To), day(b.When.From), day(b.When.To)
		switch {
		case af > bt+1 || bf > at+1:
			l.apart(AspectTime, "their times do not meet")
		case af == bf && at == bt, a.dated() || b.dated():
			l.add(AspectTime, sameInterval, "their times meet")
		default:
			l.add(AspectTime, 0, "their times overlap")
		}
	case a.When == nil && b.When == nil:
		if a.Published.IsZero() || b.Published.IsZero() {
			l.add(AspectTime, 0, "no time is known of one")
			return
		}
		l.published(day(b.Published)-day(a.Published), b.Update && b.deaths() >= a.deaths()) // a is before b
	default:
		known, open := a, b
		if a.When == nil {
			known, open = b, a
		}
		if open.Published.IsZero() {
			l.add(AspectTime, 0, "no time is known of one")
			return
		}
		at := day(open.Published)
		switch from, to := day(known.When.From), day(known.When.To); {
		case at < from-1:
			l.apart(AspectTime, "one was published before the other's day")
		case !known.dated() && at-from <= 31 && at <= to+1:
			l.add(AspectTime, sameInterval, "published within the other's time")
		default:
			l.published(max(0, at-to), open.Update && open.deaths() >= known.deaths())
		}
	}
}

// published weighs that an undated report came out some days after the other.
func (l *Link) published(days int, update bool) {
	switch {
	case days <= 1:
		l.add(AspectTime, fitsDay, "no day given, published at most a day apart")
	case days <= soonDays:
		l.add(AspectTime, 1, "no day given, published %d days apart", days)
	case days <= updateDays && update:
		l.add(AspectTime, givenLater, "a toll given %d days later", days)
	default:
		l.apart(AspectTime, "no day given, published %d days apart", days)
	}
}

func (l *Link) cause(a, b *Report) {
	t := table()
	best, why := strangeCase-1, ""
	note := func(points int, format string, args ...any) {
		if points > best {
			best, why = points, format
			if !l.silent {
				why = fmt.Sprintf(format, args...)
			}
		}
	}
	for _, x := range a.Causes {
		for _, y := range b.Causes {
			switch {
			case x == y && t.wider[x] == "" && x == "blast":
				note(widerCause, "both a %s", x)
			case x == y && t.rare[x]:
				note(sameRare, "both: %s", x)
			case x == y:
				note(sameCause, "both: %s", x)
			case t.isA(x, y):
				note(widerCause, "%s is a %s", x, y)
			case t.isA(y, x):
				note(widerCause, "%s is a %s", y, x)
			case t.root(x) == t.root(y):
				note(otherCause, "%s is not %s", y, x)
			default:
				note(strangeCase, "%s is not %s", y, x)
			}
		}
	}
	if why != "" {
		l.add(AspectCause, best, "%s", why)
	}
}

func (l *Link) doer(a, b *Report) {
	switch {
	case a.Perpetrator == "" || b.Perpetrator == "":
	case a.Perpetrator == b.Perpetrator:
		l.add(AspectPerpetrator, sameDoer, "both by %s", a.Perpetrator)
	default:
		l.add(AspectPerpetrator, otherDoer, "by %s, not by %s", b.Perpetrator, a.Perpetrator)
	}
}

func (l *Link) victims(a, b *Report) {
	if len(a.Names) > 0 && len(b.Names) > 0 {
		if name := sharedName(a.Names, b.Names); name != "" {
			l.add(AspectVictims, sameName, "both name the victim %s", name)
			return
		}
		if a.deaths() > 0 && b.deaths() > 0 && a.deaths() <= len(a.Names) && b.deaths() <= len(b.Names) {
			l.apart(AspectVictims, "the victims have other names")
			return
		}
	}
	if x, y := roles(a), roles(b); a.deaths() == 1 && b.deaths() == 1 && x != "" && y != "" && x != y {
		l.add(AspectVictims, otherVictim, "a victim is a %s, not a %s", y, x)
		return
	}
	for _, v := range a.Victims {
		for _, w := range b.Victims {
			if v == w && v != string(extract.Civilian) {
				l.add(AspectVictims, sameVictim, "victims of both: %s", v)
				return
			}
		}
	}
}

// roles is what a report says of its victims beyond being people, "" if
// nothing or more than one thing.
func roles(r *Report) string {
	role := ""
	for _, v := range r.Victims {
		switch extract.VictimClass(v) {
		case extract.Combatant, extract.Police, extract.Official, extract.Journalist, extract.AidWorker:
			if role != "" {
				return ""
			}
			role = v
		}
	}
	return role
}

// deaths is the number killed, 0 if not known.
func (r *Report) deaths() int {
	for _, f := range r.Figures {
		if f.Outcome == extract.Killed && f.Best != nil {
			return *f.Best
		}
	}
	return 0
}

// sharedName finds two names of which one has all the words of the other.
func sharedName(a, b []string) string {
	for _, x := range a {
		for _, y := range b {
			long, short := x, y
			if len(y) > len(x) {
				long, short = y, x
			}
			if within(short, long) {
				return long
			}
		}
	}
	return ""
}

func within(short, long string) bool {
	words := strings.Fields(long)
	n := 0
	for w := range strings.FieldsSeq(short) {
		n++
		found := false
		for _, v := range words {
			found = found || v == w
		}
		if !found {
			return false
		}
	}
	return n > 1 || n == 1 && len(words) == 1
}

func (l *Link) sites(a, b *Report) {
	if len(a.Sites) == 0 || len(b.Sites) == 0 {
		return
	}
	t := table()
	points, site, scenes := 0, "", [2]int{}
	for i, r := range [...]*Report{a, b} {
		for _, x := range r.Sites {
			if !t.weak[x] {
				scenes[i]++
			}
		}
	}
	for _, x := range a.Sites {
		p := sameSite
		if t.weak[x] {
			p = sameWeak
		}
		if p > points && slices.Contains(b.Sites, x) {
			points, site = p, x
		}
	}
	switch {
	case points == sameSite, points > 0 && (scenes[0] == 0 || scenes[1] == 0):
		l.add(AspectSite, points, "both: %s", site)
	case scenes[0] > 0 && scenes[1] > 0:
		l.add(AspectSite, otherSite, "%s, not %s", strings.Join(b.Sites, ", "), strings.Join(a.Sites, ", "))
	}
}

// nameToken is the word by which a victim's name is looked up.
func nameToken(name string) string {
	return gazetteer.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}
