package quotes

import (
	"sort"

	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/pos"
)

// anonymityPhrase is words that say that or why a source is not named.
type anonymityPhrase struct {
	run
	reason Reason
	word   bool // "unnamed", "anonymous": part of the noun phrase
	source int  // the source record it was tied to, -1 for none
}

// reasonRank orders reasons by how much they tell.
var reasonRank = map[Reason]int{Unstated: 1, Condition: 2, Sensitivity: 3, Fear: 4, NotAuthorized: 5}

// maxOpen bounds a phrase that runs on to the end of its clause.
const maxOpen = 24

func (r *reader) findAnonymity() {
	r.phrases = r.phrases[:0]
	for i := 0; i < len(r.tok); i++ {
		patterns := r.words.Anonymity(r.tok[i].Lower)
		if len(patterns) == 0 {
			continue
		}
		end := r.doc.SentenceOf(i).Last
		word := func(n int) string {
			if i+n >= end {
				return ""
			}
			return r.tok[i+n].Lower
		}
		for k := range patterns {
			p := &patterns[k]
			n := p.Match(word)
			if n == 0 {
				continue
			}
			f := anonymityPhrase{run: run{i, i + n}, reason: Reason(p.Name), source: -1}
			if p.Open {
				for f.last < end && f.last-i < maxOpen && !r.boundary(f.last) && r.tok[f.last].Lower != "that" && r.tok[f.last].Lower != "said" && r.tok[f.last].Lower != "told" && r.tok[f.last].Lower != "added" {
					f.last++
				}
				f.reason = r.betterReason(f)
			}
			if i > 0 && (r.tok[i-1].Tag == pos.WP || r.tok[i-1].Lower == "who") {
				f.first--
			}
			f.word = n == 1 && (r.tok[i].Lower == "unnamed" || r.tok[i].Lower == "anonymous" || r.tok[i].Lower == "unidentified")
			if f.word && (i+1 >= end || !r.sourceAhead(i+1, end)) {
				break
			}
			r.phrases = append(r.phrases, f)
			i = f.last - 1
			break
		}
	}
}

// sourceAhead reports a person or source in the noun phrase that starts at i:
// an "unidentified man" is a source only if he speaks, a rifle never.
func (r *reader) sourceAhead(i, end int) bool {
	for j := i; j < end && j < i+5 && r.nominal(j); j++ {
		if h, ok := r.words.Source(r.tok[j].Lower); ok && h.Class&lexicon.PeopleNoun != 0 {
			return true
		}
	}
	return false
}

// betterReason looks for the reason within a phrase that only states the
// condition: "on condition of anonymity, fearing reprisals".
func (r *reader) betterReason(f anonymityPhrase) Reason {
	best := f.reason
	for i := f.first + 1; i < f.last; i++ {
		for _, p := range r.words.Anonymity(r.tok[i].Lower) {
			n := p.Match(func(n int) string {
				if i+n >= f.last {
					return ""
				}
				return r.tok[i+n].Lower
			})
			if n > 0 && reasonRank[Reason(p.Name)] > reasonRank[best] {
				best = Reason(p.Name)
			}
		}
	}
	return best
}

// phraseAt is the anonymity phrase that starts at a token, nil for none.
func (r *reader) phraseAt(token int) *anonymityPhrase {
	if k := r.phraseIndex(token); k >= 0 {
		return &r.phrases[k]
	}
	return nil
}

// phraseIndex is the index of the anonymity phrase that starts at a token, -1
// for none.
func (r *reader) phraseIndex(token int) int {
	lo, hi := 0, len(r.phrases)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if r.phrases[mid].first < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.phrases) && r.phrases[lo].first == token && !r.phrases[lo].word {
		return lo
	}
	return -1
}

// maxPhrases is how many phrases on either side of a cue are asked.
const maxPhrases = 16

// phraseFor is the anonymity phrase that speaks of the source mentioned in an
// attribution: within the mention, or in the same sentence, nearest to it.
func (r *reader) phraseFor(a *attribution) int {
	if a.cue.empty() {
		return -1
	}
	sentence := r.tok[a.cue.first].Sentence
	best, distance := -1, 1<<30
	begin := r.doc.Sentences[sentence].First
	at := sort.Search(len(r.phrases), func(k int) bool { return r.phrases[k].first >= a.cue.first })
	from := max(at-maxPhrases, sort.Search(at, func(k int) bool { return r.phrases[k].first >= begin }))
	for k := from; k < len(r.phrases) && k < at+maxPhrases && r.tok[r.phrases[k].first].Sentence == sentence; k++ {
		f := &r.phrases[k]
		d := min(abs(f.first-a.cue.last), abs(a.cue.first-f.last))
		if !a.source.empty() {
			if f.first >= a.source.first && f.first < a.source.last {
				return k
			}
			if f.word {
				continue
			}
			d = min(d, abs(f.first-a.source.last))
		}
		if k := r.inside[f.first]; k >= 0 && r.segments[k].size() > 3 {
			continue
		}
		if d < distance {
			best, distance = k, d
		}
	}
	return best
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
