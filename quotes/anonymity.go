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
	alias  bool // the name in the text is not the source's
	part   bool // the text gives a part of the source's name
}

// reasonRank orders reasons by how much they tell.
var reasonRank = map[Reason]int{Unstated: 1, Condition: 2, Sensitivity: 3, Fear: 4, NotAuthorized: 5}

const (
	maxOpen   = 24 // tokens of a phrase that runs on to the end of its clause
	maxWho    = 4  // tokens between "who" and a phrase: "who has also asked"
	maxReason = 4  // tokens behind a phrase at which its reason may begin
)

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
			if p.Why {
				continue
			}
			n := p.Match(word)
			if n == 0 {
				continue
			}
			f := anonymityPhrase{run: run{i, i + n}, reason: Reason(p.Name), alias: p.Alias, part: p.Part}
			if p.Open {
				f.last = r.openEnd(f.run, end)
				f.reason = r.betterReason(f, end)
			}
			for back := i - 1; back >= 0 && back >= i-maxWho; back-- {
				if r.tok[back].Tag == pos.WP || r.tok[back].Lower == "who" {
					f.first = back
					break
				}
				if w := &r.tok[back]; w.Tag != pos.RB && w.Tag != pos.MD && !isHave(w.Lower) && !isBe(w.Lower) {
					break
				}
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

// openEnd is where a phrase ends that runs on to the end of its clause, or to the
// verb of what its source says: "who asked not to be named said".
func (r *reader) openEnd(f run, end int) int {
	i := f.last
	for i < end && i-f.first < maxOpen && !r.boundary(i) {
		t := &r.tok[i]
		if t.Text == ")" || t.Lower == "that" && t.Tag != pos.DT || t.Tag.Finite() && r.speaksAt(i) {
			break
		}
		i++
	}
	return i
}

// speaksAt reports a verb that goes on with a statement.
func (r *reader) speaksAt(i int) bool {
	v, ok := r.words.Reporting(r.tok[i].Lower)
	return ok && speaks[v.Lemma]
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
// condition, and in the words right behind it: "on condition of anonymity,
// fearing reprisals".
func (r *reader) betterReason(f anonymityPhrase, end int) Reason {
	best := f.reason
	for i := f.first + 1; i < min(f.last+maxReason, end); i++ {
		for _, p := range r.words.Anonymity(r.tok[i].Lower) {
			n := p.Match(func(n int) string {
				if i+n >= end {
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

// phraseBefore is the anonymity phrase of more than a word that ends at a token, nil for none.
func (r *reader) phraseBefore(token int) *anonymityPhrase {
	k := sort.Search(len(r.phrases), func(i int) bool { return r.phrases[i].last >= token })
	if k < len(r.phrases) && r.phrases[k].last == token && !r.phrases[k].word && r.phrases[k].size() > 1 {
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

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
