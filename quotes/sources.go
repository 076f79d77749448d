package quotes

import (
	"sort"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/text"
)

// speakerInfo is what is known of a source while the article is read.
type speakerInfo struct {
	kind     SourceKind
	entity   int
	name     string
	heads    []string // nouns by which it was called, in the singular
	mention  run      // the fullest mention
	plural   bool
	male     bool
	female   bool
	document bool
	silent   bool // has said nothing so far, only wanted or supported something
	last     int  // token of its last mention
	index    int  // in Result.Sources, -1 if it has not spoken
	party    bool
	phrase   int // index of its anonymity phrase, -1
}

// resolver ties the mentions of sources to the sources they mean.
type resolver struct {
	*reader
	speakers []speakerInfo
	byEntity map[int]int
	lastSaid int // index of the speaker of the last attribution, -1
	toldAll  allSources
}

// person is a mention of somebody who may be meant by a pronoun.
const (
	maxBack       = 700 // tokens within which a noun may find what it means
	pronounBack   = 350 // the same for a pronoun
	sameParagraph = 3   // bonus for the same paragraph
	maxSpeakers   = 256 // latest sources among which a mention looks for its own
	maxRoles      = 64  // mentions of an entity that are asked what it is called
	maxRoleBack   = 120 // tokens behind a person's words in which his office may mean him
	maxArmyBack   = 80  // tokens behind an army's name in which "the military" means it
	maxTitle      = 4   // tokens of an office before a name
	maxKnownAs    = 8   // tokens behind an institution in which its name follows
	maxUnnamed    = 4   // sentences back in which a pronoun finds somebody unnamed
	calledSo      = 38  // score from which on a source is known to be called by a noun
)

// resolve gives the attribution's mention its source; -1 for none.
func (v *resolver) resolve(a *attribution) int {
	n := a.source
	if n.empty() {
		return -1
	}
	head, class, plural := v.headOf(n)
	t := &v.tok[n.first]
	if n.size() == 1 && (t.Tag == pos.PRP || isPronoun(t.Lower)) && v.mention(n.first) < 0 {
		return v.pronoun(t.Lower, n.first)
	}
	if k := v.shortTitle(n, head); k >= 0 {
		return k
	}
	// Names.
	m := v.namedHead(n, head)
	if m < 0 && class.Class&lexicon.PeopleNoun != 0 && !plural {
		m = v.nameBehindOffice(n, head)
	}
	if m >= 0 {
		return v.byName(n, m)
	}
	if class.Class&(lexicon.DocumentNoun) != 0 && class.Class&lexicon.PeopleNoun == 0 {
		return v.document(n, head, class)
	}
	if class.Class&(lexicon.OrgNoun|lexicon.MediumNoun) != 0 && class.Class&(lexicon.PeopleNoun) == 0 {
		if m := v.knownAs(n.last); m >= 0 {
			return v.byName(run{v.ents.Mentions[m].First, v.ents.Mentions[m].Last}, m)
		}
		return v.institution(n, head, class)
	}
	if class.Class&lexicon.PeopleNoun != 0 {
		return v.people(n, head, class, plural)
	}
	if v.tok[head].Tag.Proper() && v.mention(head) < 0 && class.Class == 0 && v.tok[head].Text != v.tok[head].Lower {
		// A name the recognizer did not know.
		kind := Named
		if v.tok[head].Tag == pos.NNPS || v.tok[head].Is(text.AllCaps) && !v.doc.Upper && !(a != nil && a.isBlock) {
			kind = Organization
		}
		first := head
		for first > n.first && v.tok[first-1].Tag.Proper() && v.mention(first-1) < 0 && !v.isSourceNoun(first-1) {
			first--
		}
		for i := n.first; i < first; i++ {
			if h, ok := v.words.Source(v.tok[i].Lower); ok && h.Class&lexicon.PeopleNoun == 0 {
				kind = Organization
			}
		}
		if v.tok[n.first].Tag == pos.DT && first == n.first+1 || v.calledOrganization(n.last) {
			kind = Organization
		}
		return v.unknown(run{first, head + 1}, kind)
	}
	if m := v.anyName(n); m >= 0 {
		return v.byName(n, m)
	}
	if v.takesUp(n, head, plural) {
		if k := v.pronoun("the person", n.first); k >= 0 {
			return k
		}
	}
	if t := &v.tok[head]; n.size() == 1 && class.Class == 0 && t.Is(text.Capital) && (!v.doc.Upper || t.Tag == pos.NN) && t.Tag != pos.NNS && !standsAlone[t.Lower] {
		return v.unknown(n, Named)
	}
	return v.people(n, head, class, plural || v.tok[head].Tag == pos.NNS)
}

// calledOrganization reports an apposition that calls what stands before it an
// organization: ", a German charity,".
func (v *resolver) calledOrganization(comma int) bool {
	if comma+1 >= len(v.tok) || v.tok[comma].Text != "," || v.tok[comma+1].Tag != pos.DT {
		return false
	}
	n := v.baseRight(comma+1, v.doc.SentenceOf(comma).Last)
	if n.empty() {
		return false
	}
	h, ok := v.words.Source(v.tok[n.last-1].Lower)
	return ok && h.Class&(lexicon.OrgNoun|lexicon.MediumNoun) != 0 && h.Class&lexicon.PeopleNoun == 0
}

func isPronoun(w string) bool {
	switch w {
	case "he", "she", "it", "they", "i", "we", "you", "him", "her", "them", "who", "his", "its", "their":
		return true
	}
	return false
}

// headOf is the noun that says what a source is: the last of the noun phrase's
// first part.
func (v *resolver) headOf(n run) (head int, class lexicon.SourceHead, plural bool) {
	end := n.last
	for i := n.first + 1; i < n.last; i++ {
		t := &v.tok[i]
		if v.mention(i) >= 0 && v.mention(i) == v.mention(i-1) {
			continue
		}
		if t.Tag == pos.IN && t.Is(text.Capital) && !v.doc.Upper && i+1 < n.last && v.tok[i+1].Is(text.Capital) && v.tok[i-1].Is(text.Capital) {
			continue // "the Officer Down Memorial Page"
		}
		if t.Tag == pos.IN || t.Tag == pos.TO || t.Tag == pos.WP || t.Tag == pos.WPS || t.Tag == pos.WDT || t.Text == "," || t.Text == "(" || t.Tag == pos.VBD || (t.Tag == pos.VBG || t.Tag == pos.VBN) && (i+1 >= n.last || !v.tok[i+1].Tag.Noun() || v.tok[i-1].Tag.Noun() && !v.inCapitals(i, n.last)) || t.Lower == "who" {
			end = i
			break
		}
	}
	head = end - 1
	if head > n.first && !v.tok[head].Tag.Noun() && v.tok[head].Tag != pos.CD && v.mention(head) < 0 && !v.isSourceNoun(head) && v.isSourceNoun(head-1) {
		head-- // "people close to the talks"
	}
	class, _ = v.words.Source(v.tok[head].Lower)
	plural = class.Plural || v.tok[head].Tag == pos.NNS
	for i := n.first; i < end; i++ {
		if v.tok[i].Lower == "and" {
			plural = true
		}
	}
	return head, class, plural
}

// inCapitals reports a participle that is part of a name: "the Human Rights
// Coordinating Board".
func (v *resolver) inCapitals(i, end int) bool {
	if !v.tok[i].Is(text.Capital) || !v.tok[i-1].Is(text.Capital) {
		return false
	}
	h, ok := v.words.Source(v.tok[end-1].Lower)
	return !v.doc.Upper || ok && h.Class&lexicon.OrgNoun != 0
}

// shortTitle is the person of whom a headline has only the initials of the office:
// "PM announces"; -1 if the text names none with it.
func (v *resolver) shortTitle(n run, head int) int {
	full, ok := shortTitles[v.tok[head].Lower]
	if !ok || !v.tok[head].Is(text.AllCaps) || n.size() > 2 {
		return -1
	}
	for i := v.mentionsFrom(n.last); i < len(v.ents.Mentions) && v.ents.Mentions[i].First < n.last+maxBack; i++ {
		m := &v.ents.Mentions[i]
		if m.Type != entities.Person {
			continue
		}
		first := max(m.First-maxTitle, v.doc.SentenceOf(m.First).First)
		if first < m.First && strings.Contains(strings.ToLower(v.doc.Span(first, m.First).Text), full) {
			return v.speakerOf(m.Entity, entities.Person, n, n.first)
		}
	}
	return -1
}

// knownAs is the name that stands behind what it is called: "the prison service,
// known as DPRN,"; -1 for none.
func (v *resolver) knownAs(i int) int {
	end := min(i+maxKnownAs, v.doc.SentenceOf(i-1).Last)
	if i < end && (v.tok[i].Text == "," || v.tok[i].Text == "(") {
		i++
	}
	for i < end && knownAsWords[v.tok[i].Lower] {
		i++
		if i == end {
			break
		}
		if m := v.mention(i); m >= 0 && v.ents.Mentions[m].Type == entities.Org && v.ents.Mentions[m].First == i {
			return m
		}
	}
	return -1
}

// takesUp reports a noun phrase that means somebody spoken of by a nationality
// or an age: "the South African", "the 23-year-old".
func (v *resolver) takesUp(n run, head int, plural bool) bool {
	if plural || v.tok[n.first].Lower != "the" || n.size() < 2 {
		return false
	}
	for i := n.first + 1; i < n.last; i++ {
		w := v.tok[i].Lower
		if strings.HasSuffix(w, "-year-old") || w == "old" && i >= 2 && strings.HasPrefix(v.tok[i-2].Lower, "year") {
			return true
		}
	}
	m := v.mention(head)
	return m >= 0 && v.ents.Mentions[m].Type == entities.Norp && v.tok[head].Tag != pos.NNPS && v.tok[head].Tag != pos.NNS && !strings.HasSuffix(v.tok[head].Lower, "s")
}

// namedHead is the mention that is the head of the noun phrase, -1 if the head
// is a common noun. "State news agency Sana" is headed by the name, "the UN
// mission" by the noun.
func (v *resolver) namedHead(n run, head int) int {
	m := v.mention(head)
	if m < 0 {
		return -1
	}
	t := v.ents.Mentions[m].Type
	switch t {
	case entities.Person, entities.Org, entities.GPE:
		return m
	case entities.Norp, entities.Fac, entities.Loc, entities.Event:
		if t == entities.Norp && n.size() > 1 && v.tok[n.first].Tag == pos.DT {
			return -1
		}
		return -1
	}
	return -1
}

// nameBehindOffice is the person whose name ends a noun phrase that begins with
// a long office: "head of the port authority Amal Nasser". A name right behind
// a preposition, or behind a title of its own ("a spokesman for President
// Nasser"), is somebody else's; -1 then.
func (v *resolver) nameBehindOffice(n run, head int) int {
	m := v.mention(n.last - 1)
	if m < 0 || v.ents.Mentions[m].Type != entities.Person {
		return -1
	}
	before := v.ents.Mentions[m].First - 1
	if before <= head {
		return -1
	}
	if v.tok[before].Text == ")" {
		return m // "Superintendent of Police (SP) Amal Nasser"
	}
	t := &v.tok[before]
	if t.Text == "," && before == head+1 {
		return m // "its governor, Amal Nasser"
	}
	if h, ok := v.words.Source(t.Lower); ok && h.Class&lexicon.PeopleNoun != 0 || t.Is(text.HasPeriod) {
		return -1
	}
	if t.Tag.Noun() || v.mention(before) >= 0 {
		return m
	}
	return -1
}

// anyName is the first organization or person named within the noun phrase.
func (v *resolver) anyName(n run) int {
	for i := n.first; i < n.last; i++ {
		if m := v.mention(i); m >= 0 {
			switch v.ents.Mentions[m].Type {
			case entities.Person, entities.Org:
				return m
			}
		}
	}
	return -1
}

func (v *resolver) phraseText(n run) string {
	s := v.doc.Span(n.first, n.last).Text
	if strings.ContainsAny(s, "\n\r\t") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// byName resolves a mention that holds a name as its head.
func (v *resolver) byName(n run, m int) int {
	mention := &v.ents.Mentions[m]
	entity := mention.Entity
	// "Iraqi army and PMF": two are one source of their own.
	if v.joined(n, m) {
		kind := Organization
		if mention.Type == entities.Person {
			kind = Named
		}
		return v.description(n, kind, true)
	}
	k, known := v.byEntity[entity]
	if !known {
		k = v.speakerOf(entity, mention.Type, n, n.first)
	}
	v.noteHeads(k, n)
	v.speakers[k].last = n.first
	return k
}

// speakerOf is the source for an entity of the type: the one it has, or a new one
// that is mentioned there and was last spoken of at token last.
func (v *resolver) speakerOf(entity int, t entities.Type, mention run, last int) int {
	if k, ok := v.byEntity[entity]; ok {
		return k
	}
	e := &v.ents.Entities[entity]
	s := speakerInfo{kind: Organization, entity: entity, name: v.nameInText(entity), mention: mention, last: last, index: -1, phrase: -1, party: v.isParty(entity)}
	if t == entities.Person {
		s.kind = Named
		s.male, s.female = e.Gender == entities.Male, e.Gender == entities.Female
	}
	k := v.addSpeaker(s)
	v.byEntity[entity] = k
	return k
}

// nameInText is an entity's name as the text has it: an organization known by
// another name keeps the longest of those that the text gives.
func (v *resolver) nameInText(entity int) string {
	e := &v.ents.Entities[entity]
	if e.Type != entities.Org || len(e.Mentions) == 0 {
		return e.Name
	}
	best := ""
	for _, mi := range e.Mentions[:min(len(e.Mentions), maxRoles)] {
		m := &v.ents.Mentions[mi]
		name := v.phraseText(run{m.First, m.Last})
		if strings.Contains(e.Name, name) && (len(name) == len(e.Name) || strings.Contains(name, " ")) {
			return e.Name // in full
		}
		if len(name) > len(best) {
			best = name
		}
	}
	return best
}

// isParty reports an organization that fights: one known as such, or one whose
// name ends like that of an army or militia.
func (v *resolver) isParty(entity int) bool {
	e := &v.ents.Entities[entity]
	if e.Type != entities.Org {
		return false
	}
	switch e.Subtype {
	case entities.ArmedGroup, entities.SecurityForce:
		return true
	case "":
		name := e.Name
		return armedNouns[strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:])]
	}
	return false
}

// joined reports that a noun phrase names two sources.
func (v *resolver) joined(n run, m int) bool {
	mention := &v.ents.Mentions[m]
	for i := n.first; i < n.last; i++ {
		if v.tok[i].Lower == "and" && v.mention(i) < 0 && i > n.first && (i+1 == mention.First || i+1 < n.last && i < mention.First) && v.isHead(i-1) {
			return v.mention(i-1) >= 0 || v.isSourceNoun(i-1)
		}
	}
	return false
}

// recent is the index of the first of the sources that a mention may mean: a
// long text costs no more for each of its mentions than a short one.
func (v *resolver) recent() int { return max(0, len(v.speakers)-maxSpeakers) }

// mentionsFrom is the index of the first mention that begins at the token or
// behind it.
func (v *resolver) mentionsFrom(token int) int {
	return sort.Search(len(v.ents.Mentions), func(i int) bool { return v.ents.Mentions[i].First >= token })
}

func (v *resolver) addSpeaker(s speakerInfo) int {
	v.speakers = append(v.speakers, s)
	return len(v.speakers) - 1
}

// noteHeads remembers the nouns by which a source was called.
func (v *resolver) noteHeads(k int, n run) {
	s := &v.speakers[k]
	for i := n.first; i < n.last && len(s.heads) < 12; i++ {
		if h, ok := v.words.Source(v.tok[i].Lower); ok && (v.mention(i) < 0 || s.kind != Named) {
			s.heads = append(s.heads, h.Singular)
			s.male = s.male || h.Male
			s.female = s.female || h.Female
		}
	}
}

func (s *speakerInfo) calledBy(noun string) bool {
	for _, h := range s.heads {
		if h == noun || isSpokes(h) && isSpokes(noun) {
			return true
		}
	}
	return false
}

func isSpokes(noun string) bool { return strings.HasPrefix(noun, "spokes") }

// definite reports a noun phrase that means something known.
func (v *resolver) definite(n run) bool {
	switch v.tok[n.first].Lower {
	case "the", "this", "that", "these", "those", "his", "her", "its", "their":
		return true
	}
	return false
}

// unknown is a source with a name that is no known entity.
func (v *resolver) unknown(n run, kind SourceKind) int {
	name := v.phraseText(n)
	last := v.tok[n.last-1].Lower
	for k := v.recent(); k < len(v.speakers); k++ {
		s := &v.speakers[k]
		if s.entity < 0 && s.kind == kind && !s.mention.empty() && v.tok[s.mention.last-1].Lower == last {
			s.last = n.first
			return k
		}
	}
	return v.addSpeaker(speakerInfo{kind: kind, entity: -1, name: name, mention: n, last: n.first, index: -1, phrase: -1})
}

// description is a source known by its description alone.
func (v *resolver) description(n run, kind SourceKind, plural bool) int {
	name := v.phraseText(n)
	for k := v.recent(); k < len(v.speakers); k++ {
		s := &v.speakers[k]
		if s.kind == kind && s.entity < 0 && strings.EqualFold(s.name, name) {
			s.last = n.first
			return k
		}
	}
	k := v.addSpeaker(speakerInfo{kind: kind, entity: -1, name: name, mention: n, last: n.first, index: -1, plural: plural, phrase: -1})
	v.noteHeads(k, n)
	return k
}

// people resolves a noun phrase headed by a noun for people: to a named person
// who holds that office, to the same unnamed source met before, or to a new
// one.
func (v *resolver) people(n run, head int, class lexicon.SourceHead, plural bool) int {
	noun := class.Singular
	if noun == "" {
		noun = v.tok[head].Lower
	}
	if k := v.oneOf(n); k >= 0 {
		return k
	}
	if plural && fighters[noun] && v.tok[n.first].Lower == "the" && n.size() < 4 {
		if k := v.armedGroup(n.first, noun); k >= 0 {
			return k
		}
	}
	definite := v.definite(n) || n.size() == 1 && !plural
	if first := v.tok[n.first].Lower; first == "the" && n.size() > 1 && v.tok[n.first+1].Lower == "same" {
		definite = true
	}
	if definite {
		// A source called so before, or who is that.
		best, rank := -1, 0
		for k := v.recent(); k < len(v.speakers); k++ {
			s := &v.speakers[k]
			if n.first-s.last > maxBack*2 || s.document || s.kind == Organization && !plural || s.kind == Organization && class.Class&lexicon.PeopleNoun != 0 {
				continue
			}
			if s.plural != plural {
				continue
			}
			score := 0
			switch {
			case s.calledBy(noun):
				score = 40
			case s.entity >= 0 && v.roleOf(s.entity, noun):
				score = calledSo
			case s.kind == Anonymous && !plural && (class.Class&lexicon.SourceNoun != 0 || s.calledBy("source") || s.calledBy("official")) && n.first-s.last < maxBack/2:
				score = 10 // "the source" after "a commander"; "the villager" after "a source"
			case s.kind == Anonymous && !plural && k == v.lastSaid && class.Class&lexicon.PersonNoun != 0:
				score = 8
			}
			if score == 0 || class.Male && s.female || class.Female && s.male {
				continue
			}
			if v.otherPlace(s, n) || plural && v.otherKind(s, n) {
				continue
			}
			score += 9 * max(0, maxBack-(n.first-s.last)) / maxBack
			if k == v.lastSaid {
				score += 3
			}
			if score > rank {
				best, rank = k, score
			}
		}
		if e := v.entityWithRole(noun, n); e >= 0 && rank < 40 && !plural {
			best = v.speakerOf(e, entities.Person, n, n.first)
			rank = calledSo
		}
		if (best < 0 || rank < calledSo) && !plural {
			if k := v.introduced(n, noun, class); k >= 0 {
				best = k
			}
		}
		if best < 0 && !plural {
			best = v.newInParagraph(n, class)
		}
		if best < 0 && !plural && class.Class&lexicon.RoleNoun != 0 && v.tok[n.first].Lower == "the" {
			best = v.withoutRole(n, class)
		}
		if best >= 0 {
			v.speakers[best].last = n.first
			v.noteHeads(best, n)
			return best
		}
	} else if plural {
		// "activists" twice are the same.
		name := v.phraseText(n)
		for k := v.recent(); k < len(v.speakers); k++ {
			s := &v.speakers[k]
			if s.kind == Anonymous && strings.EqualFold(s.name, name) {
				s.last = n.first
				return k
			}
		}
	}
	if !plural && class.Class&lexicon.RoleNoun != 0 && n.first < maxCataphor {
		if k := v.personSoon(n, noun, class); k >= 0 {
			return k
		}
	}
	kind := Anonymous // also of a noun of no known class: who speaks is somebody
	s := speakerInfo{kind: kind, entity: -1, name: v.phraseText(n), mention: n, last: n.first, index: -1, plural: plural, male: class.Male, female: class.Female, phrase: -1}
	for i := n.last; i <= n.last+1; i++ {
		// "A guard, who did not want his name published, blamed the owners."
		if p := v.phraseIndex(i); p >= 0 && (i == n.last || v.tok[n.last].Text == ",") {
			s.phrase = p
		}
	}
	k := v.addSpeaker(s)
	v.noteHeads(k, n)
	return k
}

// armedGroup is the group that "the militants" means: the only one of its kind that
// is named before, unless others were called so; -1 for none.
func (v *resolver) armedGroup(at int, noun string) int {
	for k := v.recent(); k < len(v.speakers); k++ {
		if s := &v.speakers[k]; s.kind == Anonymous && s.plural && s.calledBy(noun) && at-s.last < maxBack {
			return -1
		}
	}
	entity := -1
	for i := v.mentionsFrom(at - maxBack); i < len(v.ents.Mentions) && v.ents.Mentions[i].First < at; i++ {
		m := &v.ents.Mentions[i]
		if m.Type != entities.Org || v.ents.Entities[m.Entity].Subtype != entities.ArmedGroup {
			continue
		}
		if entity >= 0 && entity != m.Entity {
			return -1
		}
		entity = m.Entity
	}
	if entity < 0 {
		return -1
	}
	k := v.speakerOf(entity, entities.Org, run{}, at)
	v.speakers[k].last = at
	return k
}

// personSoon is the person whom the beginning of an article only calls by an office
// ("an envoy said", "the mayor" in its headline) before it gives the name with it;
// -1 for none.
func (v *resolver) personSoon(n run, noun string, class lexicon.SourceHead) int {
	headline := v.doc.ParagraphOf(n.first).Kind == text.Headline
	first := v.tok[n.first].Lower
	if !headline && first != "a" && first != "an" {
		return -1
	}
	for i := v.mentionsFrom(n.last); i < len(v.ents.Mentions) && v.ents.Mentions[i].First < n.last+maxAhead; i++ {
		m := &v.ents.Mentions[i]
		if m.Type != entities.Person {
			continue
		}
		e := &v.ents.Entities[m.Entity]
		if class.Male && e.Gender == entities.Female || class.Female && e.Gender == entities.Male {
			continue
		}
		if v.roleCache(i, noun) && !v.otherPlace(&speakerInfo{mention: run{max(m.First-maxTitle, 0), m.Last}, entity: -1}, run{n.first, n.last}) ||
			headline && first == "the" && v.subjectLike(m) && m.Title == nil && m.Role == nil {
			k := v.speakerOf(m.Entity, entities.Person, n, n.first)
			v.speakers[k].last = n.first
			v.noteHeads(k, n)
			return k
		}
	}
	return -1
}

// oneOf is the group of which a mention means one or some: "one of them", "both of
// the engineers"; -1 for none.
func (v *resolver) oneOf(n run) int {
	if n.size() < 3 || v.tok[n.first+1].Lower != "of" {
		return -1
	}
	last := &v.tok[n.last-1]
	of := v.tok[n.first+2].Lower
	if last.Lower != "them" && of != "the" && of != "these" && of != "those" {
		return -1
	}
	h, _ := v.words.Source(last.Lower)
	for k := len(v.speakers) - 1; k >= v.recent(); k-- {
		s := &v.speakers[k]
		if s.kind == Anonymous && s.plural && n.first-s.last < maxBack && n.first >= s.last && (last.Lower == "them" || s.calledBy(h.Singular)) {
			s.last = n.first
			return k
		}
	}
	return -1
}

// introduced is a source for whoever the article told of before by the same noun
// with "a": "A doctor who asked not to be named gave a toll. ... the doctor
// said". -1 if it told of nobody.
func (v *resolver) introduced(n run, noun string, class lexicon.SourceHead) int {
	for i := n.first - 1; i > 0 && n.first-i < maxBack; i-- {
		t := &v.tok[i]
		if !t.Tag.Noun() || v.mention(i) >= 0 {
			continue
		}
		h, ok := v.words.Source(t.Lower)
		if !ok || h.Plural || h.Singular != noun {
			continue
		}
		base := v.baseLeft(i+1, v.doc.SentenceOf(i).First)
		if base.empty() {
			continue
		}
		if d := v.tok[base.first].Lower; d != "a" && d != "an" && d != "one" && d != "another" {
			continue
		}
		m := v.phraseRight(base.first, v.doc.SentenceOf(i).Last)
		if m.last <= i {
			m = base
		}
		if v.otherPlace(&speakerInfo{mention: m, entity: -1}, n) {
			continue
		}
		s := speakerInfo{kind: Anonymous, entity: -1, name: v.phraseText(m), mention: m, last: i, index: -1, male: class.Male, female: class.Female, phrase: -1}
		// The words right behind that tell why he has no name.
		end := v.doc.SentenceOf(i).Last
		for k := range v.phrases {
			if f := &v.phrases[k]; f.first >= m.first && f.first < end {
				if !f.word || f.first < m.last {
					s.phrase = k
				}
				break
			}
		}
		k := v.addSpeaker(s)
		v.noteHeads(k, m)
		return k
	}
	return -1
}

// newInParagraph is the person whom the paragraph introduces without a title and
// then calls by another word: "Amal Nasser, 34, lost her home. ..., said the
// farmer". -1 for none.
func (v *resolver) newInParagraph(n run, class lexicon.SourceHead) int {
	if class.Class&lexicon.PeopleNoun == 0 || class.Class&lexicon.SourceNoun != 0 {
		return -1
	}
	p := v.doc.Paragraphs[v.doc.SentenceOf(n.first).Paragraph]
	best := -1
	first := v.doc.Sentences[p.First].First
	if n.first-first > pronounBack {
		return -1
	}
	for i := v.mentionsFrom(first); i < len(v.ents.Mentions) && v.ents.Mentions[i].First < n.first; i++ {
		m := &v.ents.Mentions[i]
		if m.Type != entities.Person || m.Entity == best {
			continue
		}
		e := &v.ents.Entities[m.Entity]
		if best >= 0 || m.Title != nil || e.Mentions[0] != i || !v.subjectLike(m) || class.Male && e.Gender == entities.Female || class.Female && e.Gender == entities.Male {
			return -1
		}
		best = m.Entity
	}
	if best < 0 {
		return -1
	}
	return v.speakerOf(best, entities.Person, n, n.first)
}

// withoutRole is the person who spoke last, if the article has not told what he is
// and now calls him by his office: "Turcu leads the polls. ... the mayor said"; -1
// for none.
func (v *resolver) withoutRole(n run, class lexicon.SourceHead) int {
	k := v.lastSaid
	if k < 0 {
		return -1
	}
	s := &v.speakers[k]
	if s.kind != Named || s.entity < 0 || n.first-s.last > maxRoleBack || class.Male && s.female || class.Female && s.male || len(s.heads) > 0 {
		return -1
	}
	mentions := v.ents.Entities[s.entity].Mentions
	for _, mi := range mentions[:min(len(mentions), maxRoles)] {
		m := &v.ents.Mentions[mi]
		if m.Title != nil || m.Role != nil || m.Last < len(v.tok) && v.tok[m.Last].Text == "," && m.Last+1 < len(v.tok) && v.tok[m.Last+1].Tag == pos.DT {
			return -1
		}
		if m.First > 1 && (v.tok[m.First-1].Tag.Noun() && v.doc.SentenceOf(m.First-1) == v.doc.SentenceOf(m.First) || v.tok[m.First-1].Text == "," && v.isSourceNoun(m.First-2)) {
			return -1
		}
	}
	return k
}

// otherPlace reports that two descriptions name different places or
// institutions, so that they mean different people.
func (v *resolver) otherPlace(s *speakerInfo, n run) bool {
	if s.mention.empty() {
		return false
	}
	mine, theirs := -1, -1
	for i := n.first; i < n.last; i++ {
		if m := v.mention(i); m >= 0 {
			mine = v.ents.Mentions[m].Entity
		}
	}
	for i := s.mention.first; i < s.mention.last; i++ {
		if m := v.mention(i); m >= 0 {
			e := v.ents.Mentions[m].Entity
			if e == mine {
				return false
			}
			theirs = e
		}
	}
	return mine >= 0 && theirs >= 0 && mine != theirs && s.entity < 0
}

// otherKind reports that two descriptions modify their nouns differently: "the
// military sources" are not the "official sources".
func (v *resolver) otherKind(s *speakerInfo, n run) bool {
	if s.mention.empty() {
		return false
	}
	mine, theirs := false, false
	for i := n.first; i < n.last-1; i++ {
		if w := v.tok[i].Lower; v.modifies(i) && w != "same" {
			mine = true
			for j := s.mention.first; j < s.mention.last; j++ {
				if v.tok[j].Lower == w {
					return false
				}
			}
		}
	}
	for j := s.mention.first; j < s.mention.last-1; j++ {
		theirs = theirs || v.modifies(j)
	}
	return mine && theirs
}

func (v *resolver) modifies(i int) bool {
	return v.tok[i].Tag.Adjective() || v.tok[i].Tag.Noun()
}

// roleOf reports that the text calls the entity by the noun: in a title or
// role, or in the words around a mention.
func (v *resolver) roleOf(entity int, noun string) bool {
	mentions := v.ents.Entities[entity].Mentions
	for _, mi := range mentions[:min(len(mentions), maxRoles)] {
		m := &v.ents.Mentions[mi]
		if m.Title != nil && hasFold(m.Title.Text, noun) || m.Role != nil && hasFold(m.Role.Text, noun) {
			return true
		}
		if v.calledAround(m, noun) {
			return true
		}
	}
	return false
}

// calledAround looks at the nouns that touch a name: "Interior Minister Amal
// Nasser", "Nasser, the interior minister".
func (v *resolver) calledAround(m *entities.Mention, noun string) bool {
	for i := m.First - 1; i >= 0 && i > m.First-7; i-- {
		t := &v.tok[i]
		if !t.Tag.Noun() && t.Tag != pos.JJ && t.Tag != pos.POS && t.Tag != pos.DT {
			if t.Text == "," && i == m.First-1 {
				continue
			}
			break
		}
		if v.sameNoun(t.Lower, noun) {
			return true
		}
	}
	if m.Last < len(v.tok) && v.tok[m.Last].Text == "," {
		for i := m.Last + 1; i < len(v.tok) && i < m.Last+9; i++ {
			t := &v.tok[i]
			if t.Tag.Finite() || t.Text == "," || t.Kind == text.Quote {
				break
			}
			if v.sameNoun(t.Lower, noun) {
				return true
			}
		}
	}
	return false
}

func (v *resolver) sameNoun(word, noun string) bool {
	if word == noun {
		return true
	}
	h, ok := v.words.Source(word)
	return ok && !h.Plural && (h.Singular == noun || isSpokes(h.Singular) && isSpokes(noun))
}

func hasFold(s, word string) bool {
	for _, f := range strings.Fields(s) {
		if strings.EqualFold(strings.Trim(f, ".,"), word) {
			return true
		}
	}
	return false
}

// entityWithRole is the person nearest before, or else first behind, the noun
// phrase whom the text calls by the noun; -1 for none.
func (v *resolver) entityWithRole(noun string, n run) int {
	if manyAre[noun] {
		return -1
	}
	best := -1
	for i := v.mentionsFrom(n.first - maxBack*2); i < len(v.ents.Mentions); i++ {
		m := &v.ents.Mentions[i]
		if m.First > n.first && best >= 0 || m.First > n.last+maxBack {
			break
		}
		if m.Type != entities.Person {
			continue
		}
		if m.First >= n.first && m.First < n.last {
			continue
		}
		if v.roleCache(i, noun) {
			best = m.Entity
		}
	}
	return best
}

func (v *resolver) roleCache(i int, noun string) bool {
	m := &v.ents.Mentions[i]
	return m.Title != nil && hasFold(m.Title.Text, noun) || m.Role != nil && hasFold(m.Role.Text, noun) || v.calledAround(m, noun)
}

// institution resolves a noun phrase headed by a noun for an organization: to
// the organization known by that noun, or to one of its own.
func (v *resolver) institution(n run, head int, class lexicon.SourceHead) int {
	if v.definite(n) || n.size() == 1 {
		best := -1
		// "the monitoring group" is not the armed group spoken of last.
		peaceful := false
		for i := n.first; i < n.last; i++ {
			peaceful = peaceful || peacefulWords[v.tok[i].Lower]
		}
		for k := v.recent(); k < len(v.speakers); k++ {
			s := &v.speakers[k]
			if peaceful && s.party {
				continue
			}
			if s.kind == Organization && n.first-s.last < maxBack*2 && (s.calledBy(class.Singular) || s.entity >= 0 && v.nameHas(s.entity, class.Singular)) && !v.otherPlace(s, n) && !v.otherKind(s, n) {
				best = k
			}
		}
		if best < 0 {
			for i := v.mentionsFrom(n.first - maxBack + 1); i < len(v.ents.Mentions); i++ {
				m := &v.ents.Mentions[i]
				if m.First >= n.first {
					break
				}
				if m.Type == entities.Org && v.nameHas(m.Entity, class.Singular) && !v.otherKind(&speakerInfo{mention: run{m.First, m.Last}}, n) {
					best = v.speakerOf(m.Entity, m.Type, n, n.first)
				}
			}
		}
		if best < 0 && armyNouns[class.Singular] && n.size() <= 2 {
			best = v.onlyArmy(n.first)
		}
		if best < 0 && generalOrg[class.Singular] && !v.calledInSentence(n, head, class.Singular) {
			// "the group", "the company": the last organization spoken of.
			best = v.lastOrganization(n.first, peaceful)
		}
		if best >= 0 {
			v.speakers[best].last = n.first
			v.noteHeads(best, n)
			return best
		}
	}
	if first := v.tok[n.first].Lower; n.first < maxCataphor && (first == "a" || first == "an" || n.first == 0 || v.tok[n.first].Tag != pos.DT) && generalOrg[class.Singular] {
		if k := v.namedSoon(n); k >= 0 {
			return k
		}
	}
	return v.description(n, Organization, false)
}

const (
	maxCataphor = 120 // tokens of an article's beginning in which a name may follow later
	maxAhead    = 160 // tokens within which it follows
)

// namedSoon is the organization that the beginning of an article only calls "a
// monitoring group" before it speaks under its name; -1 for none.
func (v *resolver) namedSoon(n run) int {
	best, watches := -1, false
	for i := n.first; i < n.last; i++ {
		watches = watches || peacefulWords[v.tok[i].Lower]
	}
	for i := range v.found {
		a := &v.found[i]
		if a.source.empty() || a.source.first < n.last || a.source.first > n.last+maxAhead {
			continue
		}
		m := v.mention(a.source.last - 1)
		if m < 0 || v.ents.Mentions[m].Type != entities.Org || v.ents.Mentions[m].First > a.source.first+1 || v.isParty(v.ents.Mentions[m].Entity) || !watches && v.ents.Entities[v.ents.Mentions[m].Entity].Subtype == entities.Media {
			continue
		}
		if best < 0 || v.ents.Mentions[m].First < v.ents.Mentions[best].First {
			best = m
		}
	}
	if best < 0 {
		return -1
	}
	k := v.speakerOf(v.ents.Mentions[best].Entity, entities.Org, n, n.first)
	v.speakers[k].last = n.first
	v.noteHeads(k, n)
	return k
}

// onlyArmy is the army that "the military" means: the one named last, if that was
// near; -1 otherwise.
func (v *resolver) onlyArmy(at int) int {
	for i := v.mentionsFrom(at) - 1; i >= 0 && at-v.ents.Mentions[i].First < maxArmyBack; i-- {
		m := &v.ents.Mentions[i]
		if m.Type == entities.Org && v.ents.Entities[m.Entity].Subtype == entities.SecurityForce {
			return v.speakerOf(m.Entity, entities.Org, run{}, at)
		}
	}
	return -1
}

// calledInSentence reports that the same sentence has told of the thing by the
// same noun, so that it is no name's other word: "the firm and the union at its
// mine fell out, the union said".
func (v *resolver) calledInSentence(n run, head int, noun string) bool {
	for i := max(v.doc.SentenceOf(head).First, n.first-maxSubject); i < n.first; i++ {
		if h, ok := v.words.Source(v.tok[i].Lower); ok && h.Singular == noun && v.mention(i) < 0 {
			return true
		}
	}
	return false
}

func (v *resolver) nameHas(entity int, noun string) bool {
	e := &v.ents.Entities[entity]
	return e.Type == entities.Org && hasFold(e.Name, noun)
}

// lastOrganization is the speaker for the organization named last before a
// token: of those that spoke first of all.
func (v *resolver) lastOrganization(token int, peaceful bool) int {
	best, at := -1, -1
	for k := v.recent(); k < len(v.speakers); k++ {
		s := &v.speakers[k]
		if peaceful && (s.party || s.entity < 0) {
			continue // "the company" is not the army, nor what "figures" show
		}
		if s.kind == Organization && s.last > at && token-s.last < maxBack && s.last < token {
			best, at = k, s.last
		}
	}
	lastMention := -1
	for i := v.mentionsFrom(token - pronounBack/2 + 1); i < len(v.ents.Mentions); i++ {
		m := &v.ents.Mentions[i]
		if m.First >= token {
			break
		}
		if sub := v.ents.Entities[m.Entity].Subtype; peaceful && (sub == entities.ArmedGroup || sub == entities.SecurityForce || sub == entities.Media) {
			continue
		}
		if m.Type == entities.Org {
			lastMention = i
		}
	}
	if best >= 0 && (lastMention < 0 || v.ents.Mentions[lastMention].First-at < 60) {
		return best
	}
	if lastMention < 0 {
		return best
	}
	return v.speakerOf(v.ents.Mentions[lastMention].Entity, entities.Org, run{}, token)
}

// document resolves "a PMF statement", "the statement", "a police report" to
// who issued it.
func (v *resolver) document(n run, head int, class lexicon.SourceHead) int {
	// An organization or person within the phrase issued it.
	for i := n.first; i < n.last; i++ {
		if m := v.mention(i); m >= 0 {
			mention := &v.ents.Mentions[m]
			if mention.Type == entities.Org || mention.Type == entities.Person || mention.Type == entities.GPE && i < head && v.tok[min(mention.Last, n.last-1)].Tag == pos.POS {
				k := v.byName(run{mention.First, mention.Last}, m)
				v.noteHeads(k, run{head, head + 1})
				return k
			}
			i = mention.Last - 1
		}
	}
	// A noun for an institution: "a police statement", "the ministry's statement".
	for i := n.first; i < n.last; i++ {
		if i == head {
			continue
		}
		if h, ok := v.words.Source(v.tok[i].Lower); ok && h.Class&(lexicon.OrgNoun|lexicon.MediumNoun) != 0 && h.Class&lexicon.DocumentNoun == 0 {
			first := i
			for first > n.first && v.tok[first-1].Tag != pos.IN && v.tok[first-1].Tag != pos.POS && !(v.tok[first-1].Tag == pos.DT && v.tok[first-1].Lower != "the") {
				first--
			}
			return v.institution(run{first, i + 1}, i, h)
		}
		if h, ok := v.words.Source(v.tok[i].Lower); ok && h.Class&lexicon.PeopleNoun != 0 && i > head {
			who := v.phraseRight(head+2, n.last)
			if who.empty() || i < who.first || i >= who.last {
				who = run{i, i + 1} // "a video posted online by activists"
			}
			return v.people(who, i, h, h.Plural)
		}
	}
	if t := v.tok[n.first].Lower; t == "his" || t == "her" {
		if k := v.pronoun(map[string]string{"his": "he", "her": "she"}[t], n.first); k >= 0 {
			return k
		}
	}
	if v.definite(n) || class.Singular == "statement" {
		best := -1
		for k := v.recent(); k < len(v.speakers); k++ {
			s := &v.speakers[k]
			if s.calledBy(class.Singular) && n.first-s.last < maxBack*2 && s.kind != Anonymous {
				best = k
			}
		}
		if best < 0 && v.definite(n) {
			best = v.issuedBefore(class.Singular, n.first)
		}
		if best < 0 && class.Class&lexicon.DocumentNoun != 0 && issued[class.Singular] {
			if k := v.lastOrganization(n.first, false); k >= 0 {
				best = k
			} else if v.lastSaid >= 0 && n.first-v.speakers[v.lastSaid].last < pronounBack {
				best = v.lastSaid
			}
		}
		if best >= 0 {
			v.speakers[best].last = n.first
			v.noteHeads(best, run{head, head + 1})
			return best
		}
	}
	kind := Organization
	if class.Singular == "report" && class.Plural {
		kind = Anonymous
	}
	k := v.description(n, kind, class.Plural)
	v.speakers[k].document = true
	return k
}

// issuedBefore is the organization that the text told of before as the issuer of
// a document: "The network documented in its report ... The report said". -1 for
// none.
func (v *resolver) issuedBefore(noun string, at int) int {
	for i := at - 1; i > 0 && at-i < pronounBack; i-- {
		if h, ok := v.words.Source(v.tok[i].Lower); !ok || h.Singular != noun || v.mention(i) >= 0 {
			continue
		}
		n := v.baseLeft(i+1, v.doc.SentenceOf(i).First)
		if n.empty() || v.tok[n.first].Lower != "its" && v.tok[n.first].Lower != "their" {
			continue
		}
		return v.lastOrganization(n.first, false)
	}
	return -1
}

// pronoun resolves "he", "she", "it", "they", "who".
func (v *resolver) pronoun(word string, at int) int {
	switch word {
	case "i", "we", "you", "us", "me":
		return -1
	}
	switch word {
	case "his", "him":
		word = "he"
	case "her":
		word = "she"
	case "its":
		word = "it"
	case "their", "them":
		word = "they"
	}
	plural := word == "they"
	thing := word == "it"
	best, rank := -1, -1<<30
	paragraph := v.doc.SentenceOf(at).Paragraph
	sentence := int(v.tok[at].Sentence)
	near := func(token int) int {
		d := sentence - int(v.tok[token].Sentence)
		score := -2 * d
		if v.doc.SentenceOf(token).Paragraph == paragraph {
			score += sameParagraph
		}
		return score
	}
	for k := v.recent(); k < len(v.speakers); k++ {
		s := &v.speakers[k]
		if at-s.last > pronounBack || s.last > at || s.silent {
			continue
		}
		score := near(s.last) + 2
		switch {
		case thing:
			if s.kind != Organization || s.plural {
				continue
			}
		case plural:
			switch {
			case s.plural:
				score += 3
			case s.kind == Organization:
			default:
				continue
			}
		default:
			if s.kind == Organization || s.plural || s.male && word == "she" || s.female && word == "he" {
				continue
			}
		}
		if k == v.lastSaid {
			score += 3
		}
		if score >= rank {
			best, rank = k, score
		}
	}
	// Names that have not spoken.
	for i := v.mentionsFrom(at) - 1; i >= 0; i-- {
		m := &v.ents.Mentions[i]
		if at-m.First > pronounBack {
			break
		}
		e := &v.ents.Entities[m.Entity]
		score := near(m.First)
		switch {
		case thing || plural:
			if m.Type != entities.Org && !(m.Type == entities.GPE && thing && v.subjectLike(m)) {
				continue
			}
			if plural {
				score -= 2
			}
		default:
			if m.Type != entities.Person || e.Gender == entities.Male && word == "she" || e.Gender == entities.Female && word == "he" {
				continue
			}
		}
		if v.subjectLike(m) {
			score += 3
		}
		if word == "she" && e.Gender == entities.Female || word == "he" && e.Gender == entities.Male {
			score += 2
		}
		if m.First >= 2 && v.tok[m.First-2].Tag == pos.WPS {
			score -= 4 // "Amal Nasser, whose son Karim"
		}
		if k := v.inside[m.First]; k >= 0 {
			score -= 4
		}
		if score > rank {
			rank = score
			best = v.speakerOf(m.Entity, m.Type, run{m.First, m.Last}, m.First)
		}
	}
	// Unnamed people who have not spoken: the subject of the sentence before.
	if !thing {
		if n := v.subjectBefore(at, plural, lexicon.PeopleNoun); !n.empty() {
			_, class, _ := v.headOf(n)
			if score := near(n.first) + 3; score > rank {
				head, _, _ := v.headOf(n)
				best = v.people(n, head, class, plural)
			}
		}
	}
	if thing && best < 0 {
		if n := v.subjectBefore(at, false, lexicon.OrgNoun|lexicon.MediumNoun); !n.empty() {
			head, class, _ := v.headOf(n)
			best = v.institution(n, head, class)
		}
	}
	if best >= 0 {
		s := &v.speakers[best]
		s.last = at
		s.male = s.male || word == "he"
		s.female = s.female || word == "she"
	}
	return best
}

// subjectLike reports a name near the beginning of its sentence.
func (v *resolver) subjectLike(m *entities.Mention) bool {
	s := v.doc.SentenceOf(m.First)
	if before := m.First - 1; before > s.First && v.tok[before].Tag == pos.IN && v.isHead(before-1) {
		return false // "a carpenter from Olmo"
	}
	if before := m.First - 1; before > s.First && isBe(v.tok[before].Lower) && v.tok[s.First].Tag == pos.IN && !v.finite(s.First, before) {
		return true // "Among them was Elena Marin"
	}
	return m.First-s.First <= 6 && !v.finite(s.First, m.First)
}

// subjectBefore is the subject of the same sentence or of the one before, if
// its head is a noun of the wanted classes.
func (v *resolver) subjectBefore(at int, plural bool, want lexicon.SourceClass) run {
	si := int(v.tok[at].Sentence)
	word := v.tok[at].Lower
	for k := si; k >= 0 && k >= si-maxUnnamed; k-- {
		s := &v.doc.Sentences[k]
		end := min(at, s.Last)
		st := stretch{first: s.First, last: end, end: end}
		n := v.sentenceSubject(st, end)
		if k < si-1 && (s.Paragraph != v.doc.Sentences[si].Paragraph || !n.empty() && v.tok[n.first].Tag == pos.PRP && v.tok[n.first].Lower != word) {
			break // only a subject that goes on as the pronoun is looked for so far
		}
		if n.empty() || n.last > at || v.tok[n.first].Tag == pos.PRP {
			continue
		}
		_, class, pl := v.headOf(n)
		if class.Class&want != 0 && class.Class&^(want|lexicon.SourceNoun|lexicon.RoleNoun|lexicon.PersonNoun|lexicon.MediumNoun) == 0 && pl == plural {
			return n
		}
	}
	return run{}
}
