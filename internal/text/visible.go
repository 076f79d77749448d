package text

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pages write one and the same word in ways that a reader cannot tell apart:
// with accents as characters of their own (NFD), with characters of no width
// inside, with digits of another script or width. [Token.Lower] is the same
// for all of them; [Token.Text] stays what the bytes are.

//go:embed composed.txt
var composedTable string

type letterMark struct{ letter, mark rune }

var composed = readComposed(composedTable)

func readComposed(table string) map[letterMark]rune {
	m := map[letterMark]rune{}
	for l := range strings.SplitSeq(table, "\n") {
		if l == "" || l[0] == '#' {
			continue
		}
		code, pairs, _ := strings.Cut(l, " ")
		mark, err := strconv.ParseUint(code, 16, 32)
		if err != nil {
			panic("composed.txt: " + l) // a test reads it
		}
		for p := range strings.FieldsSeq(pairs) {
			letter, n := utf8.DecodeRuneInString(p)
			whole, _ := utf8.DecodeRuneInString(p[n:])
			m[letterMark{letter, rune(mark)}] = whole
		}
	}
	return m
}

// isInvisible reports characters without width that may stand inside a word:
// soft hyphens, joiners, marks of direction, selectors of variants.
func isInvisible(r rune) bool {
	switch {
	case r < 0x80:
		return false
	case r == 0x00AD, r == 0x034F, r == 0x061C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return r >= 0xFE00 && r <= 0xFE0F
}

// maxInvisible is how many characters without width a word may hold in a row.
const maxInvisible = 8

// behindInvisible is where the word goes on behind the characters without
// width at i, or i if it does not: if too many are there, or neither a letter
// nor a digit behind them.
func (s *scanner) behindInvisible(i int) int {
	for j, n := i, 0; n <= maxInvisible; n++ {
		r, size := s.rune(j)
		if isInvisible(r) {
			j += size
			continue
		}
		if j > i && (isLetter(r) || unicode.IsDigit(r)) {
			return j
		}
		return i
	}
	return i
}

// visible is a word without its characters of no width.
func visible(word string) string {
	if strings.IndexFunc(word, isInvisible) < 0 {
		return word
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, word)
}

// compose joins letters to their marks and writes digits in ASCII. The word is
// in lower case.
func compose(word string) string {
	if strings.IndexFunc(word, func(r rune) bool { return r >= 0x300 }) < 0 {
		return word
	}
	out := make([]rune, 0, len(word))
	for _, r := range word {
		if r >= 0x300 && r < 0x370 && len(out) > 0 {
			if whole, ok := composed[letterMark{out[len(out)-1], r}]; ok {
				out[len(out)-1] = whole
				continue
			}
		}
		if d := digitOf(r); d >= 0 {
			r = '0' + rune(d)
		} else if r > 0xFF00 && r < 0xFF5F {
			r -= 0xFEE0 // full width
		}
		out = append(out, r)
	}
	return string(out)
}

// zeros are the digits 0 of the scripts that write numbers as ASCII does.
var zeros = [...]rune{0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10}

func digitOf(r rune) int {
	for _, z := range zeros {
		if r >= z && r < z+10 {
			return int(r - z)
		}
	}
	return -1
}
