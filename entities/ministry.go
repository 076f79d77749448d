package entities

import "strings"

// ministries are the ministries of a text by what they are for: a text says
// "Lebanon's health ministry", "the Lebanese health ministry", "the Ministry of
// Health" of one.
type ministries struct {
	of      map[string]int // portfolio and country to thing
	country map[int]string // of a thing, "" while the text names none
}

// portfolio is what a ministry is for and whose it is; ok: the mention is one.
func (l *linker) portfolio(i int) (what, country string, ok bool) {
	m := &l.mentions[i]
	if m.Type != Org {
		return "", "", false
	}
	words := l.words(m)
	first, last := 0, len(words)-1
	if last < 1 {
		return "", "", false
	}
	if words[last] == "ministry" {
		if c, ok := l.people(m.First); ok {
			country, first = c, 1
		}
	}
	switch {
	case words[last] == "ministry" && first < last:
		words = words[first:last]
	case words[0] == "ministry" && words[1] == "of" && last > 1:
		words = words[2:]
	default:
		return "", "", false
	}
	if country == "" && i > 0 && m.First > 0 && l.doc.Tokens[m.First-1].Lower == "'s" {
		if p := &l.mentions[i-1]; p.Last == m.First-1 && p.Type == GPE {
			if e, ok := l.record(p); ok {
				country = e.Country
			}
		}
	}
	what = strings.Join(words, " ")
	what = strings.TrimPrefix(strings.TrimSuffix(what, " affairs"), "the ")
	return strings.Replace(what, "defence", "defense", 1), country, true
}

// people is the country of the people that the token names.
func (l *linker) people(token int) (country string, ok bool) {
	for _, e := range l.set.Entries(listedHash(l.doc, token, token+1)) {
		if fits(e.Class, Norp) && e.Country != "" {
			return e.Country, true
		}
	}
	return "", false
}

// ministry finds the thing of a ministry that the text names otherwise, -1: none.
func (l *linker) ministry(i int) int {
	what, country, ok := l.portfolio(i)
	if !ok {
		return -1
	}
	t, ok := l.offices.of[what+"\t"+country]
	if ok {
		return t
	}
	t, ok = l.offices.of[what+"\t"] // the last one without a country, or of any
	if ok && (country == "" || l.offices.country[t] == "") {
		return t
	}
	return -1
}

// noteMinistry notes that mention i is the thing t.
func (l *linker) noteMinistry(i, t int) {
	what, country, ok := l.portfolio(i)
	if !ok {
		return
	}
	if l.offices.of == nil {
		l.offices = ministries{map[string]int{}, map[int]string{}}
	}
	if country != "" {
		l.offices.country[t] = country
		l.offices.of[what+"\t"+country] = t
	}
	l.offices.of[what+"\t"] = t
}
