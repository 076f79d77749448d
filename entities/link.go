package entities

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/text"
)

// linker gathers the mentions of one document into entities.
type linker struct {
	doc      *text.Document
	mentions []Mention
	set      *gazetteer.Set
	things   []thing
	byKey    map[string]int   // type and folded name to thing
	byID     map[string]int   // known thing to thing
	byLast   map[string][]int // persons by folded last name, in order of appearance
	byWord   map[string][]int // organizations, places of several words by each folded word
	byShort  map[string][]int // organizations by their possible abbreviations
	offices  ministries
	// What was worked out for a mention's text and type before.
	folded  map[nameKey][]string
	records map[nameKey]record
}

type nameKey struct {
	text string
	kind Type
}

type record struct {
	entry gazetteer.Entry
	ok    bool
}

// thing is an entity in the making.
type thing struct {
	Entity
	words []string // folded words of the canonical name
	known bool     // has a gazetteer's record
	last  int      // the latest mention
	sex   Gender   // of a person, as far as titles and given name tell
}

// link gives every mention its entity and returns the entities.
func link(doc *text.Document, mentions []Mention, set *gazetteer.Set) []Entity {
	if len(mentions) == 0 {
		return nil
	}
	l := &linker{
		doc: doc, mentions: mentions, set: set,
		byKey: map[string]int{}, byID: map[string]int{}, byLast: map[string][]int{}, byWord: map[string][]int{}, byShort: map[string][]int{},
		folded: map[nameKey][]string{}, records: map[nameKey]record{},
	}
	of := make([]int, len(mentions))
	for i := range of {
		of[i] = -1
	}
	for i := range mentions {
		if l.alias(i) {
			if of[i-1] < 0 {
				of[i-1] = l.place(i - 1)
			}
			of[i] = l.another(of[i-1], i)
		}
	}
	// Full names first, so that a headline's last name finds its man, then what
	// is short for one of them.
	for i := range mentions {
		if of[i] < 0 && l.full(i) {
			of[i] = l.place(i)
		}
	}
	for i := range mentions {
		if of[i] < 0 {
			of[i] = l.short(i)
		}
	}
	return l.entities(of)
}

// entities orders the things by first mention and numbers the mentions.
func (l *linker) entities(of []int) []Entity {
	var out []Entity
	number := make([]int, len(l.things))
	for i := range number {
		number[i] = -1
	}
	taken := map[string]int{}
	for i, t := range of {
		m := &l.mentions[i]
		if number[t] < 0 {
			number[t] = len(out)
			e := l.things[t].Entity
			if n := taken[e.ID]; n > 0 {
				e.ID += "-" + string(rune('0'+min(n+1, 9)))
			}
			taken[l.things[t].ID]++
			out = append(out, e)
		}
		m.Entity = number[t]
		e := &out[m.Entity]
		e.Mentions = append(e.Mentions, i)
		alias := clean(m.Text)
		seen := false
		for _, a := range e.Aliases {
			seen = seen || a == alias
		}
		if !seen && len(e.Aliases) < maxAliases {
			e.Aliases = append(e.Aliases, alias)
		}
	}
	l.genders(out)
	l.styles(out)
	return out
}

// maxAliases bounds the work for a text that repeats itself with variations.
const maxAliases = 64

// full reports a mention that names its thing in full: a person by two words
// or more, anything else that is no abbreviation.
func (l *linker) full(i int) bool {
	m := &l.mentions[i]
	n := 0
	for k := m.First; k < m.Last; k++ {
		if l.doc.Tokens[k].Kind <= text.Number {
			n++
		}
	}
	switch m.Type {
	case Person:
		return n >= 2 && !(n == 2 && isArticle(l.doc.Tokens[m.First].Lower))
	case Org, Fac, Loc:
		return n >= 2
	}
	return true
}

func isArticle(w string) bool {
	switch w {
	case "al", "el", "al-", "el-", "abu", "ibn", "bin", "van", "von", "de", "st.", "jr.":
		return true
	}
	return false
}

// record is what the gazetteer knows of a mention; ok: something that fits its type.
func (l *linker) record(m *Mention) (gazetteer.Entry, bool) {
	key := nameKey{m.Text, m.Type}
	r, seen := l.records[key]
	if !seen {
		best := -1
		entries := l.set.Entries(listedHash(l.doc, m.First, m.Last))
		for _, e := range entries {
			if !fits(e.Class, m.Type) {
				continue
			}
			// Of two things of one name: one that the text names otherwise too,
			// then a medium, whose abbreviation every report carries.
			likely := 0
			if _, ok := l.byID[e.ID]; ok {
				likely = 2
			} else if e.Class == gazetteer.Media {
				likely = 1
			}
			if likely > best {
				r, best = record{e, true}, likely
			}
		}
		locate(&r.entry, entries)
		l.records[key] = r
	}
	return r.entry, r.ok
}

// locate puts a province that is listed without a point where the city of the
// same name lies.
func locate(e *gazetteer.Entry, sameName []gazetteer.Entry) {
	if e.Class != gazetteer.Admin || e.HasCoord {
		return
	}
	for i := range sameName {
		if c := &sameName[i]; c.HasCoord && c.Class == gazetteer.City && c.Country == e.Country {
			e.Lat, e.Lon, e.HasCoord = c.Lat, c.Lon, true
			return
		}
	}
}

// listedHash is the hash of a name as gazetteers keep it, without apostrophes
// that stand alone: "Workers ' Party".
func listedHash(doc *text.Document, first, last int) gazetteer.Hash {
	h := gazetteer.Start()
	for i := first; i < last; i++ {
		if doc.Tokens[i].Kind != text.Quote {
			h = h.Add(doc.Tokens[i].Lower)
		}
	}
	return h
}

func fits(c gazetteer.Class, t Type) bool {
	switch t {
	case Person:
		return c == gazetteer.Person
	case Org:
		return gazetteer.Organizations.Has(c)
	case GPE:
		return gazetteer.Places.Has(c)
	case Loc:
		return c == gazetteer.Region
	case Fac:
		return c == gazetteer.Facility
	case Norp:
		return c == gazetteer.Nationality
	case Event:
		return c == gazetteer.Event
	}
	return false
}

// place finds or makes the thing of a mention that names it in full.
func (l *linker) place(i int) int {
	if t := l.ministry(i); t >= 0 {
		l.noteMinistry(i, t)
		return l.take(t, i)
	}
	t := l.named(i)
	l.noteMinistry(i, t)
	return t
}

// named is place for all but the ministries.
func (l *linker) named(i int) int {
	m := &l.mentions[i]
	if e, ok := l.record(m); ok {
		if t, ok := l.byID[e.ID]; ok {
			return l.take(t, i)
		}
		// The same name in a spelling that is not listed, or the province of a
		// city that carries its name.
		place := string(m.Type) + "\t" + e.Name + "\t" + e.Country
		if t, ok := l.byID[place]; ok && m.Type == GPE {
			l.byID[e.ID] = t
			return l.take(t, i)
		}
		t, ok := l.byKey[l.key(m.Type, l.words(m))]
		if ok && !l.things[t].known && l.things[t].Type == m.Type {
			l.take(t, i)
			l.things[t].Name = e.Name
		} else {
			t = l.make(i, l.printed(m, e))
		}
		l.byID[place] = t
		x := &l.things[t]
		x.known, x.ID, x.Country, x.Subtype = true, e.ID, e.Country, subtype(e)
		if e.HasCoord {
			x.Point = &Point{Lat: float64(e.Lat), Lon: float64(e.Lon)}
		}
		l.byID[e.ID] = t
		return t
	}
	words := l.words(m)
	key := l.key(m.Type, words)
	if t, ok := l.byKey[key]; ok {
		return l.take(t, i)
	}
	if m.Type == Person {
		if t := l.samePerson(words); t >= 0 {
			return l.take(t, i)
		}
	}
	if t := l.variant(key); t >= 0 {
		l.byKey[key] = t
		return l.take(t, i)
	}
	return l.make(i, "")
}

// variant finds a thing under the name without the s of a genitive that lost
// its apostrophe, or without a plural's.
func (l *linker) variant(key string) int {
	if n, ok := strings.CutSuffix(key, "s"); ok {
		if x, ok := l.byKey[n]; ok {
			return x
		}
	} else if x, ok := l.byKey[key+"s"]; ok {
		return x
	}
	return -1
}

// take notes another mention of a thing.
func (l *linker) take(t, i int) int {
	x := &l.things[t]
	x.last = i
	m := &l.mentions[i]
	words := l.words(m)
	if x.Type == Person && len(words) > len(x.words) {
		x.Name = clean(m.Text)
		x.words = words
	}
	if x.Type == Person && x.Name == clean(m.Text)+"s" {
		x.Name, x.words = clean(m.Text), words // the other was a genitive without its apostrophe
	}
	l.byKey[l.key(m.Type, words)] = t
	return t
}

// make makes a thing of a mention.
func (l *linker) make(i int, name string) int {
	m := &l.mentions[i]
	words := l.words(m)
	if name == "" {
		name = clean(m.Text)
	}
	t := len(l.things)
	x := thing{Entity: Entity{ID: slug(m.Type, name), Name: name, Type: m.Type}, words: words, last: i}
	switch m.Type {
	case Org:
		x.Subtype = subtypeOf(words)
	case Person:
		if x.sex = l.titleGender(m); x.sex == Unknown && len(words) > 1 {
			x.sex = genderOfGiven(l.doc.Tokens[m.First].Lower)
		}
	}
	l.things = append(l.things, x)
	l.byKey[l.key(m.Type, words)] = t
	if len(words) == 0 {
		return t
	}
	if m.Type == Person {
		last := lastName(words)
		l.byLast[last] = append(l.byLast[last], t)
		return t
	}
	if len(words) > 1 {
		for k, w := range words {
			if k < maxRepeat {
				l.byWord[w] = append(l.byWord[w], t)
			}
		}
		for _, s := range initials(l.doc, m) {
			l.byShort[s] = append(l.byShort[s], t)
		}
	}
	return t
}

// samePerson finds the person that a fuller or shorter full name means: first
// and last words agree, or one name's words are among the other's.
func (l *linker) samePerson(words []string) int {
	if len(words) < 2 {
		return -1
	}
	for _, t := range lastFew(l.byLast[lastName(words)]) {
		x := l.things[t].words
		if len(x) < 2 {
			continue
		}
		if x[0] == words[0] || initialOf(x[0], words[0]) || len(x) != len(words) && (within(x, words) || within(words, x)) {
			return t
		}
	}
	return -1
}

// lastFew bounds the work on a text that lists people of one name.
func lastFew(t []int) []int { return t[max(0, len(t)-maxNamesakes):] }

const maxNamesakes = 32

func initialOf(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// within reports that all words of a are words of b.
func within(a, b []string) bool {
	for _, w := range a {
		ok := false
		for _, v := range b {
			ok = ok || w == v
		}
		if !ok {
			return false
		}
	}
	return true
}

// lastName is the last word that is no suffix.
func lastName(words []string) string {
	for i := len(words) - 1; i > 0; i-- {
		switch words[i] {
		case "jr", "sr", "ii", "iii", "iv":
			continue
		}
		return words[i]
	}
	return words[0]
}

// short finds the thing that a short name means, or makes one.
func (l *linker) short(i int) int {
	m := &l.mentions[i]
	words := l.words(m)
	if len(words) == 0 {
		return l.place(i)
	}
	if m.Type == Person {
		sex := l.titleGender(m)
		if t := l.nearest(l.byLast[lastName(words)], i, sex); t >= 0 {
			return t
		}
		// A man known by his first name or, as many Arabs are, by a middle one.
		for t := len(l.things) - 1; t >= max(0, len(l.things)-256); t-- {
			if x := &l.things[t]; x.Type == Person && len(x.words) > 1 && (sex == Unknown || x.sex == Unknown || x.sex == sex) && within(words, x.words) {
				return l.take(t, i)
			}
		}
		if s, ok := strings.CutSuffix(lastName(words), "s"); ok && m.Text != strings.TrimSuffix(m.Text, "s") {
			if t := l.nearest(l.byLast[s], i, sex); t >= 0 {
				return t
			}
		}
		return l.place(i)
	}
	if _, ok := l.record(m); ok {
		return l.place(i)
	}
	if t, ok := l.byKey[l.key(m.Type, words)]; ok {
		return l.take(t, i)
	}
	if len(words) == 1 {
		if t := l.abbreviated(i, words[0]); t >= 0 {
			return l.take(t, i)
		}
		if t := l.nearestOf(l.byWord[words[0]], i, m.Type); t >= 0 {
			return t
		}
	}
	return l.place(i)
}

// abbreviated finds the organization whose initials the mention is, best the
// one in whose brackets it stands.
func (l *linker) abbreviated(i int, word string) int {
	m := &l.mentions[i]
	if !l.doc.Tokens[m.First].Is(text.AllCaps) && !l.doc.SentenceOf(m.First).Upper {
		return -1
	}
	if i > 0 && m.First > 0 && l.doc.Tokens[m.First-1].Text == "(" {
		p := &l.mentions[i-1]
		if p.Last == m.First-1 && p.Type == m.Type {
			if t, ok := l.byKey[l.key(p.Type, l.words(p))]; ok && len(word) <= 12 && !l.knownApart(m, t) {
				return t
			}
		}
	}
	return l.nearestOf(l.byShort[word], i, m.Type)
}

// knownApart reports that the gazetteer knows the mention as another thing.
func (l *linker) knownApart(m *Mention, t int) bool {
	e, ok := l.record(m)
	return ok && e.ID != l.things[t].ID
}

// nearest is the person mentioned last before mention i, or else the first one,
// of those whom the title before the mention leaves ("Mrs. Adams" is not John).
func (l *linker) nearest(things []int, i int, sex Gender) int {
	things = lastFew(things)
	best := -1
	for _, t := range things {
		x := &l.things[t]
		if sex != Unknown && x.sex != Unknown && x.sex != sex {
			continue
		}
		if best < 0 || x.last < i && x.last > l.things[best].last {
			best = t
		}
	}
	if best < 0 {
		return -1
	}
	if sex != Unknown {
		l.things[best].sex = sex
	}
	return l.take(best, i)
}

// nearestOf is nearest among the things of one type.
func (l *linker) nearestOf(things []int, i int, t Type) int {
	best := -1
	for _, x := range lastFew(things) {
		if l.things[x].Type == t && (best < 0 || l.things[x].last < i && l.things[x].last > l.things[best].last) {
			best = x
		}
	}
	if best < 0 {
		return -1
	}
	return l.take(best, i)
}

// words are a mention's words in the form that its romanisations share.
func (l *linker) words(m *Mention) []string {
	key := nameKey{m.Text, m.Type}
	words, seen := l.folded[key]
	if !seen {
		if m.Type == Org || m.Type == Event || m.Type == Norp {
			words = strings.FieldsFunc(gazetteer.Fold(m.Text), func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
		} else {
			words = strings.Fields(gazetteer.FoldName(clean(m.Text)))
		}
		l.folded[key] = words
	}
	return words
}

func (l *linker) key(t Type, words []string) string {
	if t == Norp && len(words) == 1 {
		return string(t) + "\t" + peopleStem(words[0])
	}
	switch {
	case t == Event && len(words) > 2 && storms[words[1]]:
		words = words[1:] // "Tropical Cyclone Anita"
	case t == Fac && len(words) == 3 && words[0] == "university" && words[1] == "of":
		words = []string{words[2], words[0]} // "University of Basra", "Basra University"
	}
	return string(t) + "\t" + strings.Join(words, " ")
}

// peopleStem is the stem that the noun and the adjective of a people share.
func peopleStem(w string) string {
	for _, s := range [...]string{"ians", "ian", "ish", "ese", "is", "ites", "ite", "ists", "ist", "ans", "an", "es", "s", "i"} {
		if stem, ok := strings.CutSuffix(w, s); ok && len(stem) >= 3 {
			return stem
		}
	}
	return w
}

// initials are the possible abbreviations of a name of several words: of its
// capitals, and of all its words but the smallest.
func initials(doc *text.Document, m *Mention) []string {
	var capital, all []byte
	for i := m.First; i < m.Last; i++ {
		t := &doc.Tokens[i]
		if t.Kind != text.Word || t.Lower == "" || t.Lower[0] >= 0x80 {
			continue
		}
		small := isSmall(t.Lower)
		if !small || t.Is(text.Capital) && !doc.SentenceOf(i).Upper {
			all = append(all, t.Lower[0])
		}
		if t.Shape&(text.Capital|text.AllCaps) != 0 && !small {
			capital = append(capital, t.Lower[0])
		}
	}
	var list []string
	if len(capital) >= 2 {
		list = append(list, string(capital))
	}
	if len(all) >= 2 && string(all) != string(capital) {
		list = append(list, string(all))
	}
	return list
}

func isSmall(w string) bool {
	switch w {
	case "of", "the", "and", "for", "in", "on", "to", "de", "del", "la", "le", "'s", "&", "el", "los", "y", "al", "a":
		return true
	}
	return false
}

// clean is a mention's text on one line.
func clean(s string) string {
	if !strings.ContainsAny(s, "\n\r\t\f\v\u00a0") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// slug makes the ID of a thing that no gazetteer knows.
func slug(t Type, name string) string {
	var b strings.Builder
	b.WriteString(strings.ToLower(string(t)))
	b.WriteByte(':')
	gap := false
	for _, r := range gazetteer.Fold(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && b.Len() > len(t)+1 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
