package quotes

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
)

const (
	maxHolder     = 14 // tokens between a phrase about anonymity and the verb of its clause
	backSentences = 4  // sentences back to whom "they", "both" or "the official" may mean
	maxParagraph  = 12 // the same within a paragraph and the one before
	aheadQuotes   = 3  // attributions behind a phrase whose source it may introduce
)

// allSources is what a sentence said last of all sources of the article.
type allSources struct{ alias, part, told bool }

// withhold ties the words about anonymity to the sources they speak of: the source
// of their own sentence, the one that a sentence of their own takes up ("Both spoke
// on condition of anonymity"), all that were interviewed. It returns for each
// attribution the phrase of its own sentence, -1 for none.
func (v *resolver) withhold(order, speaker []int) []int {
	own := make([]int, len(v.found))
	for i := range own {
		own[i] = -1
	}
	next := 0 // order[next:] are of the phrase's sentence or behind it
	for k := range v.phrases {
		f := &v.phrases[k]
		if q := v.inside[f.first]; q >= 0 && v.segments[q].size() > 3 {
			continue // somebody's words
		}
		s := v.doc.SentenceOf(f.first)
		for next < len(order) && v.mentionedAt(order[next]) < s.First {
			next++
		}
		t := tie{resolver: v, phrase: k, order: order, speaker: speaker, next: next, own: own}
		t.tie()
	}
	return own
}

// mentionedAt is the token at which an attribution mentions its source, or begins.
func (r *reader) mentionedAt(i int) int {
	a := &r.found[i]
	if !a.source.empty() {
		return a.source.first
	}
	if !a.cue.empty() {
		return a.cue.first
	}
	return a.first()
}

// tie is the search for the sources of one phrase.
type tie struct {
	*resolver
	phrase         int
	order, speaker []int
	next           int // order[next:] are of the phrase's sentence or behind it
	own            []int
}

// may reports that the phrase can speak of a source: one without a name, or one
// with a name if the phrase says that it is not the real or not the whole one.
func (t *tie) may(k int) bool {
	if k < 0 {
		return false
	}
	s, f := &t.speakers[k], &t.phrases[t.phrase]
	return s.kind == Anonymous || s.kind == Named && (f.alias || f.part)
}

// take gives the phrase to a source that has none.
func (t *tie) take(k int) {
	s, f := &t.speakers[k], &t.phrases[t.phrase]
	if s.phrase < 0 {
		s.phrase = t.phrase
	}
	if f.alias {
		s.kind = Anonymous
	}
}

func (t *tie) tie() {
	f := &t.phrases[t.phrase]
	sentence := t.tok[f.first].Sentence
	holder := t.holder(f)
	theirs := holder.size() == 1 && t.tok[holder.first].Tag == pos.PRPS // "his name withheld"
	best, distance := -1, 1<<30
	for j := t.next; j < len(t.order); j++ {
		i := t.order[j]
		a := &t.found[i]
		if t.tok[t.mentionedAt(i)].Sentence > sentence {
			break
		}
		if a.cue.empty() || !t.may(t.speaker[i]) {
			continue
		}
		switch {
		case f.word:
			if a.source.first <= f.first && f.first < a.source.last {
				best, distance = i, 0
			}
		case !a.source.empty() && f.first >= a.source.first && f.first < a.source.last,
			holder.first < a.source.last && a.source.first < holder.last:
			best, distance = i, 0
		case !holder.empty() && !theirs:
		default:
			d := min(abs(f.first-a.cue.last), abs(a.cue.first-f.last), abs(f.first-a.source.last))
			if d < distance {
				best, distance = i, d
			}
		}
	}
	switch {
	case best >= 0:
		t.take(t.speaker[best])
		for j := t.next; j < len(t.order) && t.tok[t.mentionedAt(t.order[j])].Sentence == sentence; j++ {
			if i := t.order[j]; t.speaker[i] == t.speaker[best] {
				t.own[i] = t.phrase
			}
		}
	case f.word:
	default:
		t.takeUp(f, holder)
	}
}

// holder is the noun phrase of which a phrase about anonymity says something,
// empty if that is whoever speaks in its sentence.
func (r *reader) holder(f *anonymityPhrase) run {
	st := r.stretchOf(int(r.tok[f.first].Sentence))
	i := f.first
	if f.word {
		return run{}
	}
	if n := r.beforeRelative(i, st.first); !n.empty() {
		return n
	}
	if i > st.first && (r.tok[i-1].Text == "(" || (f.alias || f.part) && (r.boundary(i-1) || r.tok[i].Tag == pos.VBN)) {
		end := i
		if r.tok[i].Tag != pos.VBN || r.boundary(i-1) || r.tok[i-1].Text == "(" {
			end--
		}
		if n := r.phraseLeft(end, st.first); !n.empty() {
			return r.trimPhrase(n)
		}
	}
	if r.tok[i].Tag == pos.PRPS || wholeGroups[r.tok[i].Lower] || r.tok[i].Lower == "the" || r.tok[i].Lower == "all" || r.tok[i].Lower == "some" {
		return run{i, i + 1} // "Her name has been changed."
	}
	for j := i; j >= st.first && j > i-maxHolder; j-- {
		t := &r.tok[j]
		if j < i && (r.boundary(j) || t.Tag == pos.VBG) {
			return run{}
		}
		if n := r.beforeRelative(j, st.first); !n.empty() {
			return n
		}
		if !t.Tag.Finite() {
			continue
		}
		verb := j
		for verb > st.first && (r.tok[verb-1].Tag == pos.RB || r.tok[verb-1].Tag.Finite()) {
			verb--
		}
		n, _ := r.subjectLeft(verb, st.first)
		return n
	}
	return run{}
}

// beforeRelative is the noun phrase that a "who" or "whose" at the token speaks of.
func (r *reader) beforeRelative(i, first int) run {
	if w := r.tok[i].Lower; w != "who" && w != "whose" && w != "whom" {
		return run{}
	}
	end := i
	if end > first && r.tok[end-1].Text == "of" {
		end--
	}
	if end > first && r.boundary(end-1) {
		end--
	}
	n := r.trimPhrase(r.phraseLeft(r.skipTimeLeft(end, first), first))
	if !n.empty() && n.first-1 > first && r.tok[n.first-1].Text == "," {
		// "Maria, a nurse, who": the name before is meant too
		if left := r.baseLeft(n.first-1, first); !left.empty() && r.onlyPerson(left) >= 0 {
			n.first = left.first
		}
	}
	return n
}

// takeUp ties a phrase whose own sentence reports nothing by the source it speaks
// of: to the sources that its subject takes up, or introduces.
func (t *tie) takeUp(f *anonymityPhrase, holder run) {
	s := t.doc.SentenceOf(f.first)
	if holder.empty() {
		if t.interviewed(s.First, s.Last) {
			t.takeAll(f)
		}
		return
	}
	for i := holder.first; i < holder.last; i++ {
		if m := t.mention(i); m >= 0 {
			if k, ok := t.byEntity[t.ents.Mentions[m].Entity]; ok && t.may(k) {
				t.take(k)
				return
			}
		}
	}
	// Whoever was first spoken of here.
	for k := t.recent(); k < len(t.speakers); k++ {
		if n := t.speakers[k].mention; n.first < holder.last && holder.first < n.last && t.may(k) {
			t.take(k)
			return
		}
	}
	if t.interviewed(s.First, s.Last) {
		t.takeAll(f)
		return
	}
	head, class, plural := t.headOf(holder)
	first := t.tok[holder.first].Lower
	noun := class.Singular
	one := t.tok[head].Tag == pos.PRP || t.tok[head].Tag == pos.PRPS
	switch first {
	case "they", "their", "them", "both", "all", "each", "neither", "none":
		plural = true
	case "a", "an", "another", "one":
		t.ahead(noun, false)
		return
	}
	several := wholeGroups[first] || plural && !one
	paragraph := s.Paragraph
	taken := 0
	for j := t.next - 1; j >= 0; j-- {
		i := t.order[j]
		k := t.speaker[i]
		at := t.doc.SentenceOf(t.mentionedAt(i))
		if d := int(t.tok[f.first].Sentence) - int(t.tok[at.First].Sentence); d > backSentences && (d > maxParagraph || at.Paragraph < paragraph-1) {
			break
		}
		if !t.may(k) {
			continue
		}
		s := &t.speakers[k]
		if s.phrase == t.phrase {
			continue
		}
		switch {
		case several && plural:
			if class.Class&lexicon.PersonNoun != 0 && noun != "person" && !s.calledBy(noun) {
				continue
			}
			t.take(k)
			taken++
			if s.plural && !wholeGroups[first] {
				return
			}
			continue
		case plural: // "they"
			if taken > 0 && at.Paragraph != paragraph {
				return
			}
			t.take(k)
			taken++
			if s.plural {
				return
			}
			continue
		case s.plural, first == "he" && s.female, first == "she" && s.male, first == "his" && s.female, first == "her" && s.male:
			continue
		case !one && noun != "" && class.Class&lexicon.SourceNoun == 0 && !s.calledBy(noun):
			continue
		}
		t.take(k)
		return
	}
	if taken == 0 {
		t.ahead(noun, several)
	}
}

// takeAll gives a phrase to all sources that have none.
func (t *tie) takeAll(f *anonymityPhrase) {
	use := allSources{f.alias, f.part, true}
	if t.toldAll == use {
		return // told twice, it says nothing new
	}
	t.toldAll = use
	for k := range t.speakers {
		if s := &t.speakers[k]; t.may(k) && !s.document && (s.kind == Anonymous || t.oneName(s)) {
			t.take(k)
		}
	}
}

// ahead gives a phrase to a source that speaks soon after it.
func (t *tie) ahead(noun string, several bool) {
	for j := t.next; j < len(t.order) && j < t.next+aheadQuotes; j++ {
		i := t.order[j]
		k := t.speaker[i]
		if t.mentionedAt(i) < t.phrases[t.phrase].last {
			continue
		}
		if !t.may(k) || t.speakers[k].phrase >= 0 {
			return
		}
		n := t.found[i].source
		takesUp := !n.empty() && (t.tok[n.first].Tag == pos.PRP || t.tok[n.last-1].Tag == pos.PRP || several && standsAlone[t.tok[n.first].Lower])
		if takesUp || noun != "" && t.speakers[k].calledBy(noun) {
			t.take(k)
		}
		return
	}
}

// interviewed reports a sentence that speaks of all the sources of an article.
func (r *reader) interviewed(first, last int) bool {
	for i := first; i < last; i++ {
		if interviewedWords[r.tok[i].Lower] {
			return true
		}
	}
	return false
}

// oneName reports a person whom the text gives a single name.
func (v *resolver) oneName(s *speakerInfo) bool {
	if s.kind != Named {
		return false
	}
	for i := 0; i < len(s.name); i++ {
		if s.name[i] == ' ' {
			return false
		}
	}
	return s.entity < 0 || v.ents.Entities[s.entity].Type == entities.Person
}
