package crossdoc

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline/extract"
)

// What bounds the cost of a report.
const (
	maxBlock      = 48 // events of one place and week that a report is compared with
	maxCandidates = 96
	maxCompared   = 8 // members of an event that a report is compared with
)

// Group joins reports that tell of one event. The events come in the order of
// their first report; each report is in exactly one. The order of the reports
// given does not matter.
func Group(reports []Report) []Event {
	g := newGrouper(reports)
	g.run()
	events := make([]Event, len(g.groups))
	for e := range g.groups {
		events[e] = newEvent(reports, &g.groups[e])
	}
	name(events)
	return events
}

func newGrouper(reports []Report) *grouper {
	return &grouper{reports: reports, blocks: map[string][]int{}, seen: map[int]bool{}}
}

func (g *grouper) run() {
	for i := range g.reports {
		g.order = append(g.order, i)
	}
	slices.SortFunc(g.order, func(i, k int) int { return compare(&g.reports[i], &g.reports[k]) })
	for _, i := range g.order {
		g.place(i)
	}
}

type grouper struct {
	reports []Report
	order   []int
	groups  []group
	blocks  map[string][]int // place and week to groups, the latest last
	pairs   int              // how many were compared

	seen  map[int]bool // of one call of place
	found []int
}

// group is an event that grows.
type group struct {
	members []int // indices of reports
	links   []joint
}

// joint is why a report is in its group.
type joint struct {
	with int // position in members, -1 for the first
	link Link
}

// place puts a report into the group that it fits best, or into a new one.
func (g *grouper) place(i int) {
	r := &g.reports[i]
	best, bestWith, bestLink, bestMean := -1, -1, Link{Score: Threshold - 1}, 0.
	for _, e := range g.candidates(r) {
		with, link, mean, ok := g.fit(e, r)
		if ok && (link.Score > bestLink.Score || best >= 0 && link.Score == bestLink.Score && mean > bestMean) {
			best, bestWith, bestLink, bestMean = e, with, link, mean
		}
	}
	if best < 0 {
		best = len(g.groups)
		g.groups = append(g.groups, group{})
		bestLink = Link{}
	} else {
		bestLink = match(&g.reports[g.groups[best].members[bestWith]], r, false)
	}
	group := &g.groups[best]
	group.members = append(group.members, i)
	group.links = append(group.links, joint{bestWith, bestLink})
	for _, block := range homes(r) {
		if list := g.blocks[block]; !slices.Contains(list[max(0, len(list)-maxBlock):], best) {
			g.blocks[block] = append(list, best)
		}
	}
}

// fit compares a report with the members of a group. It fits if it matches one
// of them and contradicts none: the mean over all tells the better of two.
func (g *grouper) fit(e int, r *Report) (with int, best Link, mean float64, ok bool) {
	members := g.groups[e].members
	with, best = -1, Link{Score: Threshold - 1}
	n, sum := 0, 0
	for k := range members {
		if len(members) > maxCompared && k >= 2 && k < len(members)-(maxCompared-2) {
			continue // the first two and the latest
		}
		link := match(&g.reports[members[k]], r, true)
		g.pairs++
		if link.Apart || link.Score < 0 {
			return -1, Link{}, 0, false
		}
		n, sum = n+1, sum+link.Score
		if link.Score > best.Score {
			with, best = k, link
		}
	}
	return with, best, float64(sum) / float64(n), with >= 0
}

// candidates are the groups near a report in place and time, the oldest first.
func (g *grouper) candidates(r *Report) []int {
	clear(g.seen)
	g.found = g.found[:0]
	for _, block := range asks(r) {
		list := g.blocks[block]
		for k := len(list) - 1; k >= max(0, len(list)-maxBlock) && len(g.found) < maxCandidates; k-- {
			if e := list[k]; !g.seen[e] {
				g.seen[e] = true
				g.found = append(g.found, e)
			}
		}
	}
	slices.Sort(g.found)
	return g.found
}

// homes are the blocks in which a report's group is to be found; asks those in
// which a report looks for groups.
func homes(r *Report) []string { return r.blocks(false) }
func asks(r *Report) []string  { return r.blocks(true) }

func (r *Report) blocks(ask bool) []string {
	var places []string
	country := ""
	wide := true // known by nothing finer than a country
	for i := -1; i < len(r.Around); i++ {
		p := r.at(i)
		if p.Key == "" {
			continue
		}
		if p.Level == Country {
			country = cmp.Or(country, p.Country)
			continue
		}
		if i < 0 {
			wide, country = false, cmp.Or(p.Country, country)
		}
		places = append(places, p.Key)
		if p.Point != nil {
			places = append(places, cells(p, ask)...)
		}
	}
	// Reports that know the country alone meet all of that country; the others
	// meet them there, but not each other.
	if country != "" {
		switch {
		case !ask:
			places = append(places, "in "+country)
			if wide {
				places = append(places, "only "+country)
			}
		case wide:
			places = append(places, "in "+country)
		default:
			places = append(places, "only "+country)
		}
	}
	for _, name := range r.Names {
		places = append(places, "name "+nameToken(name))
	}
	if len(places) == 0 {
		return nil
	}
	weeks := r.weeks(ask)
	blocks := make([]string, 0, len(places)*len(weeks))
	for _, p := range places {
		for _, w := range weeks {
			blocks = append(blocks, p+"\t"+w)
		}
	}
	return blocks
}

// cells are the squares of a grid of half a degree: a report stands in its own
// and asks in those around too. The grid goes around the earth, and towards the
// poles, where squares are narrow, more of them are asked.
func cells(p *Place, ask bool) []string {
	const around, perDegree, squareKM = 720, 2, 55.6 // half a degree of a meridian
	x, y := int(math.Floor(p.Point.Lon*perDegree)), int(math.Floor(p.Point.Lat*perDegree))
	wrapped := func(x int) int { return (x%around + around) % around }
	if !ask {
		return []string{cell(wrapped(x), y)}
	}
	reach := 1 + int(min(nearKM/(squareKM*max(math.Cos(p.Point.Lat*math.Pi/180), .01)), around/20))
	var asked []string
	for dx := -reach; dx <= reach; dx++ {
		for dy := -1; dy <= 1; dy++ {
			asked = append(asked, cell(wrapped(x+dx), y+dy))
		}
	}
	return asked
}

func cell(x, y int) string { return strconv.Itoa(x) + "/" + strconv.Itoa(y) }

// weeks are the weeks around a report's day, or its month or year as words.
func (r *Report) weeks(ask bool) []string {
	at := 0
	switch {
	case r.dated():
		at = day(r.When.From)
	case r.When != nil && (r.When.Precision == extract.Year || r.When.Precision == extract.Month):
		return []string{string(r.When.Precision) + r.When.From.Format(" 2006-01")}
	case r.When != nil:
		at = day(r.When.To)
	case !r.Published.IsZero():
		at = day(r.Published)
	default:
		return []string{"undated"}
	}
	week := at / 7
	if !ask {
		return []string{strconv.Itoa(week)}
	}
	return []string{strconv.Itoa(week), strconv.Itoa(week - 1), strconv.Itoa(week + 1), strconv.Itoa(week - 2)}
}

// compare is a total order of reports by what they say, so that no other order
// can matter: earlier news first.
func compare(a, b *Report) int {
	if c := a.Published.Compare(b.Published); c != 0 {
		return c
	}
	if c := cmp.Or(
		whenKey(a).compare(whenKey(b)),
		strings.Compare(a.Article, b.Article),
		strings.Compare(a.Outlet, b.Outlet),
		cmp.Compare(a.Incident, b.Incident),
		cmp.Compare(a.Number, b.Number),
		strings.Compare(a.Place.Key, b.Place.Key),
		strings.Compare(a.Perpetrator, b.Perpetrator),
		cmp.Compare(len(a.Figures), len(b.Figures)),
		slices.Compare(a.Causes, b.Causes),
		slices.Compare(a.Sites, b.Sites),
		slices.Compare(a.Names, b.Names),
		slices.Compare(a.Victims, b.Victims),
	); c != 0 {
		return c
	}
	for i := range a.Figures {
		x, y := &a.Figures[i], &b.Figures[i]
		if c := cmp.Or(strings.Compare(string(x.Outcome), string(y.Outcome)), cmp.Compare(x.number(), y.number()), cmp.Compare(x.Words.Start, y.Words.Start)); c != 0 {
			return c
		}
	}
	return 0
}

type days struct{ from, to int }

func (d days) compare(o days) int {
	return cmp.Or(cmp.Compare(d.from, o.from), cmp.Compare(d.to, o.to))
}

func whenKey(r *Report) days {
	if r.When == nil {
		return days{}
	}
	return days{day(r.When.From), day(r.When.To)}
}
