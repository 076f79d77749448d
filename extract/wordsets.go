package extract

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/span"
)

// A claim is compared with many incidents, so that the words of its
// descriptions are cut out once.

// claimSets are the words of a claim's descriptions.
type claimSets struct{ place, time, doer wordSet }

// wordSet is the words of a description that may name something: a range of
// reader.setWords, with a bit for each.
type wordSet struct {
	first, last int
	marks       uint64
}

// setWord is a word of a set. Words that differ only in case have one hash.
type setWord struct {
	hash uint64
	text string
}

// shortest is the letters, in bytes, of a word that can name something.
const shortest = 4

// wordsOf is the words of a description, none for nil.
func (r *reader) wordsOf(s *span.Span) wordSet {
	set := wordSet{first: len(r.setWords)}
	if s != nil {
		for w := range strings.FieldsSeq(s.Text) {
			if w = strings.Trim(w, ".,'’\""); len(w) >= shortest {
				h := foldedHash(w)
				r.setWords = append(r.setWords, setWord{h, w})
				set.marks |= mark(h)
			}
		}
	}
	set.last = len(r.setWords)
	return set
}

// share reports that two descriptions have a word in common that names
// something.
func (r *reader) share(a, b wordSet) bool {
	if a.marks&b.marks == 0 {
		return false
	}
	for i := range r.setWords[a.first:a.last] {
		w := &r.setWords[a.first+i]
		for j := range r.setWords[b.first:b.last] {
			if v := &r.setWords[b.first+j]; v.hash == w.hash && len(v.text) == len(w.text) && strings.EqualFold(v.text, w.text) && !placeNouns[strings.ToLower(w.text)] {
				return true
			}
		}
	}
	return false
}

// foldedHash is equal for words that are equal but for case.
func foldedHash(w string) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range w {
		if c < 0x80 {
			if 'a' <= c && c <= 'z' {
				c -= 'a' - 'A'
			}
		} else {
			// The least of the letters that differ only in case.
			for f := unicode.SimpleFold(c); f != c; f = unicode.SimpleFold(f) {
				if f < c {
					c = f
					break
				}
			}
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// mark is one of 64 bits for a value.
func mark(v uint64) uint64 { return 1 << (v * 0x9E3779B97F4A7C15 >> 58) }
