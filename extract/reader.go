package extract

import (
	"sync"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/dates"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/quantity"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
)

// reader holds what is known of the sentence at hand. It is scratch memory of
// one call of Analyze.
type reader struct {
	doc    *text.Document
	ents   *entities.Result
	said   *quotes.Result
	tables *lexicon.Casualties
	speech *lexicon.SpeechTables

	sentence    int
	first, last int // its tokens

	quantities []quantity.Quantity
	qtyAt      []int32
	times      []dates.Expression
	timesAt    []int32
	mentions   []int32
	harms      []int32
	harmList   []lexicon.Harm
	phrases    []phrase
	at         []int32
	group      []member
	exprs      []dates.Expression // of the findings
	published  time.Time          // the day that times count from, zero if unknown
	scenes     []scene            // by sentence

	// Of the grouping into incidents: by incident, by claim, and their words.
	events   []event
	sets     []claimSets
	setWords []setWord

	found       []finding // of the whole text
	begin       int       // the first finding of this sentence
	subjectList bool      // behind reads a list that is the subject of its verb
	tollAside   int       // the first token of an earlier toll in this sentence
}

// finding is a claim while it is being put together.
type finding struct {
	claim    Claim
	sentence int
	first    int // tokens of the count
	last     int
	victims  [2]int // tokens, empty for none
	trigger  [2]int
	says     [2]int // tokens that state the outcome, if not the trigger
	agent    [2]int // tokens of the perpetrator
	agentP   bool   // the agent is a pronoun
	agentIt  bool   // "it", which is whoever reports it
	weapon   [2]int // tokens of the weapon or cause
	part     bool
	modality Modality
	bareQty  bool
	phrase   phrase
	cumul    bool
	tally    bool // from "12 casualties"
	figure   bool // from "put the figure at 12"
	body     bool // from "12 bodies": what was found so far
	wholeOf  int  // index of the whole, -1
	replaces int
	counter  [2]int // tokens of who gives the figure in a clause of its own
	placeAt  [2]int // tokens of the place
	doubt    int    // how far the place is from being told as where it happened
	vague    bool   // the place is no more than "the facility"
	harmless bool   // nobody did it: an accident, a wave of cold
	refers   bool   // speaks of an event told before
	own      bool   // a figure of its own place in a list
	time     int    // token range in expr list
}

var readers = sync.Pool{New: func() any { return new(reader) }}

// prepare reads quantities, times, names and words of harm of the tokens
// [first, last) of a sentence. It
// reports whether the sentence can hold a claim at all.
func (r *reader) prepare(sentence, first, last int) bool {
	r.sentence, r.first, r.last = sentence, first, last
	r.harms = grow(r.harms, last-first)
	r.harmList = r.harmList[:0]
	any := false
	for i := range r.harms {
		r.harms[i] = -1
		w := r.doc.Tokens[first+i].Lower
		if h, ok := r.tables.Harm[w]; ok {
			r.harms[i] = int32(len(r.harmList))
			r.harmList = append(r.harmList, h)
			any = true
		} else if extraTriggers[w] {
			any = true
		}
	}
	if n := len(r.found); !any && n > 0 && r.found[n-1].sentence >= sentence-2 {
		any = ofThem(r.doc.Tokens, first, last)
	}
	if !any {
		return false
	}
	r.load(sentence, first, last)
	return true
}

// load reads quantities, times and names of a sentence.
func (r *reader) load(sentence, first, last int) {
	if r.sentence != sentence || r.first != first || r.last != last {
		r.sentence, r.first, r.last = sentence, first, last
		r.harms = grow(r.harms, last-first)
		r.harmList = r.harmList[:0]
		for i := range r.harms {
			r.harms[i] = -1
			if h, ok := r.tables.Harm[r.doc.Tokens[first+i].Lower]; ok {
				r.harms[i] = int32(len(r.harmList))
				r.harmList = append(r.harmList, h)
			}
		}
	}
	n := last - first
	r.quantities = quantity.Find(r.quantities[:0], r.doc.Tokens, first, last)
	r.times = dates.Find(r.times[:0], r.doc.Tokens, first, last)
	r.qtyAt, r.timesAt, r.mentions = grow(r.qtyAt, n), grow(r.timesAt, n), grow(r.mentions, n)
	for i := range n {
		r.qtyAt[i], r.timesAt[i], r.mentions[i] = -1, -1, -1
	}
	for k := range r.quantities {
		for i := r.quantities[k].First; i < r.quantities[k].Last; i++ {
			r.qtyAt[i-first] = int32(k)
		}
	}
	for k := range r.times {
		for i := r.times[k].First; i < r.times[k].Last; i++ {
			r.timesAt[i-first] = int32(k)
		}
	}
	r.agesBetweenCommas()
	if m := firstMention(r.ents, first); m < len(r.ents.Mentions) {
		for ; m < len(r.ents.Mentions) && r.ents.Mentions[m].First < last; m++ {
			mm := &r.ents.Mentions[m]
			for i := max(mm.First, first); i < min(mm.Last, last); i++ {
				r.mentions[i-first] = int32(m)
			}
		}
	}
}

// agesBetweenCommas takes the numbers behind names for ages: "Novak, 37, of".
func (r *reader) agesBetweenCommas() {
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.Kind != quantity.Count || q.Last-q.First != 1 || q.Max < 1 || q.Max > 115 || r.doc.Tokens[q.First].Kind != text.Number {
			continue
		}
		g := r.tag(q.First - 2)
		if b := r.word(q.First - 1); b != "," && b != "(" || !g.Noun() {
			continue
		}
		switch r.word(q.Last) {
		case ",", ".", ";", ")", "":
			q.Kind = quantity.Age
		case "and":
			if g.Proper() {
				q.Kind = quantity.Age
			}
		}
	}
}

// firstMention is the first mention that ends behind the token.
func firstMention(ents *entities.Result, token int) int {
	lo, hi := 0, len(ents.Mentions)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if ents.Mentions[mid].Last > token {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// member is a phrase of a coordinated group.
type member struct {
	phrase int
}

// adverb reports a word that can stand between an auxiliary and its verb.
func (r *reader) adverb(i int) bool {
	switch r.tag(i) {
	case pos.RB, pos.RBR, pos.RBS:
		return true
	}
	switch r.word(i) {
	case "also", "not", "n't", "reportedly", "allegedly", "already", "since", "then", "later", "both", "all", "either", "fatally", "seriously", "badly", "slightly", "critically":
		return true
	}
	return false
}

// before is the last token before i that is no adverb.
func (r *reader) before(i int) int {
	for i--; i >= r.first && r.adverb(i) && r.phraseAt(i) < 0; i-- {
	}
	return i
}

// joins reports how many tokens at i join two victims: "and", ", and", "as
// well as", "along with"; 0 for none.
func (r *reader) joins(i int) int {
	switch r.word(i) {
	case ",", "and", "or", "&", "plus":
		n := 1
		if r.word(i) == "," && (r.word(i+1) == "and" || r.word(i+1) == "or" || r.word(i+1) == "plus") {
			n++
		}
		if k := r.joinsWith(i + n); k > 0 {
			n += k
		}
		return n
	}
	return r.joinsWith(i)
}

func (r *reader) joinsWith(i int) int {
	switch r.word(i) {
	case "as":
		if r.word(i+1) == "well" && r.word(i+2) == "as" {
			return 3
		}
	case "along", "together":
		if r.word(i+1) == "with" {
			return 2
		}
	case "in":
		if r.word(i+1) == "addition" && r.word(i+2) == "to" {
			return 3
		}
	}
	return 0
}

// behind collects the victims that follow token i: "[killed] two men, a boy
// and three women". It returns the token behind them.
func (r *reader) behind(i int) int {
	r.group = r.group[:0]
	for k := 0; k < 3 && i < r.last && r.phraseFrom(i) < 0 && (r.adverb(i) || r.word(i) == "\"" || r.word(i) == "“"); k++ {
		i++
	}
	if r.word(i) == "according" && r.word(i+1) == "to" {
		if k := r.phraseFrom(i + 2); k >= 0 {
			i = r.phrases[k].end
		}
	}
	for len(r.group) < 24 {
		k := r.phraseFrom(i)
		if k < 0 {
			break
		}
		p := &r.phrases[k]
		r.group = append(r.group, member{phrase: k})
		i = r.tail(p.end)
		// Ages and numbers set off by commas: ", 42,".
		if r.word(i) == "," && i+1 < r.last && r.doc.Tokens[i+1].Kind == text.Number && (r.word(i+2) == "," || r.word(i+2) == "and" || r.word(i+2) == ".") {
			i += 2
		}
		j, apposed := i, false
		n := r.joins(j)
		if n == 0 {
			if next := r.phraseFrom(j); next >= 0 && j == p.end && r.juxtaposed(next) {
				i = j
				continue
			}
			break
		}
		comma := n == 1 && r.word(j) == ","
		next := r.phraseFrom(j + n)
		if next < 0 || r.phrases[next].partitive && r.word(j+n-1) == "," {
			break
		}
		q := &r.phrases[next]
		if comma && r.apposition(p, q) {
			// "Novak, the mayor of Lipa, and his driver"
			apposed = true
			i = r.tail(q.end)
			if r.word(i) == "," {
				if n2 := r.joins(i); n2 > 1 || r.word(i+1) == "and" {
					if next := r.phraseFrom(i + n2); next >= 0 && !r.startsClause(next) {
						i += n2
						continue
					}
				}
			} else if n2 := r.joins(i); n2 > 0 {
				if next := r.phraseFrom(i + n2); next >= 0 && !r.startsClause(next) {
					i += n2
					continue
				}
			}
		}
		if apposed || !r.subjectList && r.startsClause(next) || r.word(j) == "," && r.speaks(next) {
			break
		}
		i = j + n
	}
	return i
}

// speaks reports that phrase k, or a list that it begins, is who reports: ",
// residents and police said".
func (r *reader) speaks(k int) bool {
	p := &r.phrases[k]
	if p.qty >= 0 || p.det == indefinite && r.word(p.end) == "," {
		return false
	}
	i := p.end
	for range 3 {
		n := r.joins(i)
		if n == 0 {
			break
		}
		k := r.phraseFrom(i + n)
		if k < 0 || r.phrases[k].qty >= 0 {
			return false
		}
		i = r.phrases[k].end
	}
	i = r.tail(i)
	for i < r.last && r.adverb(i) {
		i++
	}
	g := r.tag(i)
	return r.reporting(i) && (g == pos.VBD || g == pos.VBZ || g == pos.VBP) && !r.harm(i).Any
}

// apposition reports that b only describes a: one of them a name, the other a
// description of one person.
func (r *reader) apposition(a, b *phrase) bool {
	if b.whole < 0 && b.ofOne && !a.plural {
		return true // "Novak, one of the founders of"
	}
	if (a.det == possessive || a.det == definite || a.other || r.ordinal(a)) && b.det == indefinite && !b.other && a.person && !a.name && b.person && !a.plural && !b.plural && a.qty < 0 && b.qty < 0 {
		return r.word(r.tail(b.end)) == "," // "her father, a tractor driver,"
	}
	if a.ofOne && b.qty < 0 && !b.plural && b.name {
		return true // "one of the officers, Captain Novak"
	}
	if a.qty >= 0 || b.qty >= 0 || a.plural || b.plural {
		return false
	}
	return a.name != b.name
}

// sameOne reports a bare singular noun that only adds to a description: "the
// politician, lawyer and ambassador".
func (r *reader) sameOne(a, b *phrase) bool {
	return a.head >= 0 && !a.plural && a.qty < 0 && (a.det != bare || a.name) && b.head >= 0 && !b.plural && b.det == bare && b.qty < 0 && !b.name && !b.pronoun && !b.other && b.person
}

// inner is the phrase behind "of" where only that names people: "the funeral
// of the ten men [who were killed]".
func (r *reader) inner(k int) int {
	p := &r.phrases[k]
	if p.person || p.head < 0 || p.end <= p.last {
		return k
	}
	switch r.word(p.head) {
	case "number", "numbers", "toll", "total", "rate", "count", "percentage":
		return k
	}
	if n := r.phraseFrom(p.last + 1); n >= 0 && r.phrases[n].person {
		return n
	}
	return k
}

// innermost is the phrase behind the last "of" if only that names people.
func (r *reader) innermost(k int) int {
	for range 3 {
		n := r.inner(k)
		if n == k {
			break
		}
		k = n
	}
	return k
}

// juxtaposed reports a phrase that goes on with a list whose commas were lost:
// it begins with a quantity and names people.
func (r *reader) juxtaposed(k int) bool {
	p := &r.phrases[k]
	return p.qty >= 0 && p.head >= 0 && p.person && !r.startsClause(k)
}

// tail skips what is joined to a phrase by prepositions: "in the village of
// Arden on Sunday".
func (r *reader) tail(i int) int {
	for range 4 {
		j := i
		if prepositions[r.word(j)] && r.joinsWith(j) == 0 && r.word(j) != "by" {
			if t := r.timeAt(j + 1); t >= 0 {
				i = r.times[t].Last
				continue
			}
			if k := r.phraseFrom(j + 1); k >= 0 {
				n := r.phrases[k].end
				if w := r.word(j); (w == "before" || w == "after") && (r.isAux(n) || r.tag(n).Finite()) {
					break // "before he was shot"
				}
				i = n
				continue
			}
		}
		if t := r.timeAt(j); t >= 0 && j > r.first {
			i = r.times[t].Last
			continue
		}
		break
	}
	return i
}

// namesSource reports a noun phrase at i that can be who said it.
func (r *reader) namesSource(i int) bool {
	k := r.phraseFrom(i)
	org := k >= 0 && r.phrases[k].mention >= 0 && r.ents.Mentions[r.phrases[k].mention].Type == entities.Org
	return k >= 0 && (r.phrases[k].person || org || r.phrases[k].head >= 0 && sourceNouns[r.word(r.phrases[k].head)]) && !r.phrases[k].pronoun && r.phrases[k].qty < 0 && !r.startsClause(k)
}

// startsHere is startsClause for a verb right behind the phrase.
func (r *reader) startsHere(p *phrase) bool {
	i := p.end
	for i < r.last && r.adverb(i) {
		i++
	}
	g, h := r.tag(i), r.harm(i)
	return r.isAux(i) || g == pos.MD || (g == pos.VBD || g == pos.VBZ || g == pos.VBP) && (!r.reporting(i) || h.Any) && r.word(i) != "'s" ||
		h.Verb.Participle && (g == pos.VBN || p.head < 0 || p.other) || h.State.Outcome != "" && i == p.end && p.head < 0
}

// startsClause reports that a phrase is the subject of what follows it: "[and]
// nine were injured", "[and] 50 others wounded".
func (r *reader) startsClause(k int) bool {
	p := &r.phrases[k]
	if p.modifier >= 0 {
		return false
	}
	i := p.end
	for n := 0; n < 2; n++ {
		for i < r.last && r.adverb(i) {
			i++
		}
		g := r.tag(i)
		h := r.harm(i)
		switch {
		case n > 0 && r.reporting(i) && !h.Any:
			return false // "two women in the town, police said"
		case (r.word(i) == "driven" || r.word(i) == "forced") && (r.word(i+1) == "from" || r.word(i+1) == "out"):
			return true // "and 900 driven from their homes"
		case r.word(i) == "said" && r.namesSource(i+1):
			return false // "nine women said the director of the clinic"
		case r.isAux(i) || g == pos.MD || g == pos.VBD || g == pos.VBZ && r.word(i) != "'s" || g == pos.VBP:
			return true
		case h.Verb.Participle && (g == pos.VBN || g == pos.VBD || p.head < 0 || p.other), h.State.Outcome != "" && i == p.end && r.word(i) != "missing":
			return true
		}
		j := r.tail(i)
		if j == i {
			break
		}
		i = j
	}
	return false
}

// ahead collects the victims that end at token end: "two men and a boy [were
// killed]". It looks back no farther than the clause.
func (r *reader) ahead(end int) {
	r.group = r.group[:0]
	if r.word(end-3) == "of" && (r.word(end-2) == "the" || r.word(end-2) == "those") && (r.harm(end-1).State.Outcome != "" || r.harm(end-1).Verb.Participle) && r.phraseAt(end-1) < 0 {
		// "two of the wounded [died]"
		if k := r.phraseAt(end - 4); k >= 0 && r.phrases[k].qty >= 0 && r.phrases[k].head < 0 && r.phrases[k].last == end-3 {
			r.group = append(r.group, member{phrase: k})
			return
		}
	}
	start := end
	limit := max(r.first, end-60)
	boundVerb := false
	for start > limit {
		i := start - 1
		w := r.word(i)
		if k := r.phraseAt(i); k >= 0 {
			start = r.phrases[k].first
			continue
		}
		if r.inTime(i) {
			start = i
			continue
		}
		if w == "," || w == "--" || w == "-" || w == ")" || w == "–" || w == "—" {
			if k := r.parenthesis(i, limit); k >= 0 {
				start = k
				continue
			}
			if w != "," {
				break
			}
			start = i
			continue
		}
		if (w == "some" || w == "most" || w == "all") && r.word(i+1) == "of" {
			start = i
			continue
		}
		if w == "aged" {
			start = i
			continue
		}
		if q := r.qtyAt[i-r.first]; q >= 0 && r.quantities[q].Kind == quantity.Age {
			start = i
			continue
		}
		// A reduced relative: "a soldier guarding the bridge", "men armed with".
		if g := r.tag(i); (g == pos.VBG || g == pos.VBN && start < end) && !r.harm(i).Any && w != "including" && !r.isAux(i) && r.phraseAt(i-1) >= 0 && !r.inTime(i-1) {
			start = i
			continue
		}
		if w == "including" || w == "and" || w == "or" || prepositions[w] || w == "as" || w == "well" || w == "&" || r.adverb(i) || w == "together" || w == "plus" || w == "addition" || w == "\"" || r.doc.Tokens[i].Kind == text.Quote && !r.doc.Tokens[i].Is(text.SpaceBefore) {
			start = i
			continue
		}
		if r.accused(i) && start < end {
			start = i
			continue // "the man suspected of killing six people [was arrested]"
		}
		if k := r.relative(i, limit); k >= 0 && start < end {
			start = k
			continue
		}
		if r.tag(i).Verb() || r.harm(i).Verb.Frame != lexicon.NoFrame {
			boundVerb = !r.reporting(i)
			if r.tag(i) == pos.VBG || r.tag(i) == pos.VBN || r.harm(i).Any {
				boundVerb = true
			}
		} else if r.harm(i).State.Outcome != "" && r.harm(i-1).Verb.Frame == lexicon.HarmFrameHold {
			boundVerb = true // "shot dead a girl and two men were wounded"
		}
		break
	}
	// Read the stretch from the left: phrases behind prepositions describe.
	connector := true
	lastAnd := 0
	for i := start; i < end; {
		k := r.phraseFrom(i)
		if k < 0 {
			if n := r.joins(i); n > 0 {
				connector = true
				if r.word(i) == "and" || n > 1 && r.word(i+1) == "and" {
					lastAnd = len(r.group)
				}
				i += n
				continue
			}
			if w := r.word(i); w == "including" || w == "--" || w == "–" || w == "—" || w == "(" || w == "among" && (r.word(i+1) == "them" || r.word(i+1) == "whom") {
				// Parts have their own pass; a parenthesis is skipped.
				i = r.skipParenthesis(i, end)
				continue
			}
			if w := r.word(i); (w == "some" || w == "most" || w == "all") && r.word(i+1) == "of" && (r.word(i+2) == "them" || r.word(i+2) == "whom") {
				i += 3
				if n := r.phraseFrom(i); n >= 0 {
					i = r.phrases[n].last
				}
				connector = false
				continue
			}
			if w := r.word(i); (w == "after" || w == "before" || w == "since" || w == "until" || w == "when" || w == "while") && r.opensClause(i+1, end) {
				// "a year after 12 people [died]"
				r.group, connector, lastAnd = r.group[:0], true, 0
				i++
				continue
			}
			if r.accused(i) {
				i = r.skipRelative(i, end)
				continue
			}
			if w := r.word(i); (w == "who" || w == "whose") && i > start {
				i = r.skipRelative(i, end)
				continue
			}
			if g := r.tag(i); prepositions[r.word(i)] || (g == pos.VBG || g == pos.VBN) && !r.harm(i).Any || r.word(i) == "as" {
				if n := r.phraseFrom(i + 1); n >= 0 {
					i = r.phrases[n].end
					if r.word(i) == "," {
						connector = true
					}
					continue
				}
			}
			i++
			continue
		}
		p := &r.phrases[k]
		if p.partitive && p.last == end && r.word(p.last-1) == "whom" && r.word(p.first-1) == "," {
			// "with her sons, one of whom [was wounded]"
			if n := r.phraseAt(p.first - 2); n >= 0 && r.phrases[n].person && !r.phrases[n].pronoun {
				p.antecedent = n + 1
				r.group = append(r.group[:0], member{phrase: k})
				return
			}
		}
		if p.partitive && p.first > start && r.word(p.first-1) == "," {
			i = r.skipParenthesis(i, end)
			continue
		}
		if p.partitive && len(r.group) > 0 && !connector {
			// "40 pilgrims some of them nuns": the commas are lost
			i = p.last
			if n := r.phraseFrom(i); n >= 0 && i < end {
				i = r.phrases[n].last
			}
			continue
		}
		if !connector {
			r.group = r.group[:0]
			lastAnd = 0
		}
		if n := len(r.group); n > 0 && r.sameOne(&r.phrases[r.group[n-1].phrase], p) {
			i = p.end
			connector = false
			continue
		}
		if n := len(r.group); n > 0 && r.apposition(&r.phrases[r.group[n-1].phrase], p) && lastAnd != n && r.word(p.first-1) == "," && (r.word(r.tail(p.end)) == "," || r.tail(p.end) >= end) {
			i = p.end
			connector = false
			if r.word(i) == "," && i+1 < end && r.word(i+1) != "and" {
				i++
				connector = true
			}
			continue
		}
		r.group = append(r.group, member{phrase: r.inner(k)})
		connector = false
		i = min(p.end, end)
		if i < p.last {
			i = p.last
		}
	}
	if len(r.group) == 0 {
		// "among eight people killed": the phrase itself, though a preposition
		// stands before it.
		if k := r.phraseAt(end - 1); k >= 0 && r.phrases[k].person && !r.phrases[k].partitive && !r.phrases[k].pronoun && (r.phrases[k].qty >= 0 && r.word(r.phrases[k].first-1) != "by" || conjunctions[r.word(r.phrases[k].first-1)]) {
			r.group = append(r.group, member{phrase: k})
		}
	}
	if w := r.word(end); w == "who" || w == "whom" || w == "," && r.word(end+1) == "who" {
		// "justice for the 43 students who [disappeared]"
		if k := r.phraseAt(end - 1); k >= 0 && r.phrases[k].end == end {
			k = r.innermost(k)
			if n := len(r.group); r.phrases[k].person && !r.phrases[k].pronoun && (n == 0 || !r.phrases[r.group[n-1].phrase].person) {
				r.group = append(r.group[:0], member{phrase: k})
			}
		}
	}
	if r.joins(start) > 0 {
		boundVerb = false // the list is not the verb's object
	}
	if boundVerb && lastAnd > 0 && lastAnd < len(r.group) {
		r.group = append(r.group[:0], r.group[lastAnd:]...)
	} else if boundVerb && len(r.group) > 1 {
		r.group = append(r.group[:0], r.group[len(r.group)-1])
	}
}

// accused reports a gerund of harm that only says what somebody did: "suspected
// of killing", "charged with murdering".
func (r *reader) accused(i int) bool {
	if !r.harm(i).Verb.Gerund {
		return false
	}
	switch r.word(i - 1) {
	case "of", "with", "for":
		w := r.word(i - 2)
		return w == "suspected" || w == "accused" || w == "convicted" || w == "charged" || w == "jailed" || w == "wanted" || w == "blamed" || w == "responsible"
	}
	return false
}

// opensClause reports that from token i to the verb at end stands nothing but
// people: its subject.
func (r *reader) opensClause(i, end int) bool {
	for i < end {
		k := r.phraseFrom(i)
		if k < 0 || !r.phrases[k].person && r.phrases[k].head >= 0 {
			return false
		}
		i = r.phrases[k].end
		if r.word(i) == "(" {
			i = r.skipParenthesis(i, end)
		}
		if n := r.joins(i); n > 0 {
			i += n
		} else if i < end {
			return false
		}
	}
	return i == end
}

// relative is the "who" of the clause whose verb stands at token i, if people
// stand before it: "two women who worked [with them were killed]"; -1 for none.
func (r *reader) relative(i, limit int) int {
	if !r.tag(i).Verb() && !r.isAux(i) {
		return -1
	}
	for k := i - 1; k > limit && k > i-6; k-- {
		switch w := r.word(k); {
		case w == "who":
			if p := r.phraseAt(k - 1); p >= 0 && r.phrases[p].person && !r.harmed(k+1, i+1) {
				return k
			}
			return -1
		case r.isAux(k) || r.adverb(k) || r.tag(k).Verb() || r.tag(k) == pos.MD:
		default:
			return -1
		}
	}
	return -1
}

// harmed reports a word of harm among the tokens.
func (r *reader) harmed(first, last int) bool {
	for i := first; i < last; i++ {
		if r.harm(i).Any {
			return true
		}
	}
	return false
}

// skipRelative passes the verb of the clause that "who" opens at token i and
// what stands behind it, up to a conjunction.
func (r *reader) skipRelative(i, end int) int {
	for i++; i < end; i++ {
		if k := r.phraseFrom(i); k >= 0 {
			i = min(r.phrases[k].end, end) - 1
			continue
		}
		if w := r.word(i); w == "and" || w == "," {
			return i
		}
	}
	return end
}

// maxAside is how many tokens a stretch set off by commas or dashes may have.
const maxAside = 32

// parenthesis reports where a stretch set off by commas or dashes before
// token i begins, -1 if none does: ", four of whom are policemen,".
func (r *reader) parenthesis(i, limit int) int {
	mark := r.word(i)
	open := mark
	if mark == ")" {
		open = "("
	}
	for k := i - 1; k > limit && k > i-maxAside; k-- {
		if r.word(k) != open {
			continue
		}
		if mark != "," {
			return k
		}
		w, w2, w3 := r.word(k+1), r.word(k+2), r.word(k+3)
		switch {
		case k < i-18 && w != "who" && w != "which":
		case w == "including" || w == "who" || w == "whom" || w == "whose" || w == "which" || w == "aged" || w == "most" || w == "mostly" || w == "where" || w == "all" || (w == "identified" || w == "named" || w == "known") && w2 != "the":
			return k
		case w2 == "of" && (w3 == "whom" || w3 == "them"):
			return k
		case w == "among":
			return k
		case k+2 == i && r.doc.Tokens[k+1].Kind == text.Number:
			return k
		}
	}
	return -1
}

// skipParenthesis is the token behind a stretch that begins at i and describes
// or lists parts.
func (r *reader) skipParenthesis(i, end int) int {
	mark := ","
	switch r.word(i) {
	case "--", "-", "–", "—":
		mark = r.word(i)
	case "(":
		mark = ")"
	}
	for k := i + 1; k < end; k++ {
		if r.word(k) == mark {
			return k + 1
		}
	}
	if mark == "," {
		// No comma closes it (the text may have lost its commas): one phrase.
		for k := i + 1; k < end; k++ {
			if p := r.phraseFrom(k); p >= 0 {
				k = r.phrases[p].end
				for r.word(k) == "and" {
					q := r.phraseFrom(k + 1)
					if q < 0 {
						break
					}
					k = r.phrases[q].end
				}
				return max(k, i+1)
			}
		}
		return end
	}
	return end
}

// reporting reports a verb of saying.
func (r *reader) reporting(i int) bool {
	_, ok := r.speech.Reporting(r.word(i))
	return ok
}
