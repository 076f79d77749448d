package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hash is the rolling hash of a phrase's tokens (FNV-1a, 64 bit, over the
// folded bytes). Two sets compare phrases by it alone: built sets are checked
// for collisions, and a foreign phrase matches by chance once in a billion.
type Hash uint64

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// Start is the hash of no token.
func Start() Hash { return fnvOffset }

// Add is the hash of the phrase with one more token. Upper case, diacritics,
// apostrophes and periods of the token do not count.
func (h Hash) Add(token string) Hash {
	x := (uint64(h) ^ ' ') * fnvPrime
	for i := 0; i < len(token); i++ {
		c := token[i]
		if c < utf8.RuneSelf {
			if c = asciiFold[c]; c != 0 {
				x = (x ^ uint64(c)) * fnvPrime
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(token[i:])
		if s, ok := foldRune(r); ok {
			for j := range len(s) {
				x = (x ^ uint64(s[j])) * fnvPrime
			}
		} else {
			for j := range n {
				x = (x ^ uint64(token[i+j])) * fnvPrime
			}
		}
		i += n - 1
	}
	return Hash(x)
}

// mix spreads the hash over all bits: FNV's high bits are weak on short words.
func (h Hash) mix() uint64 {
	x := uint64(h)
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	x ^= x >> 33
	return x
}

// hashPhrase is the hash of the phrase's words, cut at blanks; words of nothing
// but punctuation that folds away are dropped, as in spellings.
func hashPhrase(phrase string) Hash {
	h := Start()
	for w := range strings.FieldsSeq(phrase) {
		if Fold(w) != "" {
			h = h.Add(w)
		}
	}
	return h
}

// Fold is the form of s that names are compared by: lower case without
// diacritics, apostrophes and periods.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch f, ok := foldRune(r); {
		case r < utf8.RuneSelf:
			if c := asciiFold[r]; c != 0 {
				b.WriteByte(c)
			}
		case ok:
			b.WriteString(f)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// asciiFold maps an ASCII byte to what it counts as; 0: it does not count.
var asciiFold = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		t[c] = byte(c)
	}
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = byte(c) + 'a' - 'A'
	}
	t['\''], t['`'], t['.'] = 0, 0, 0
	return t
}()

// latin has the letters that fold to each ASCII letter or pair of them.
var latin = func() (t [0x250]string) {
	for _, g := range [...]struct{ to, from string }{
		{"a", "àáâãäåāăąǎǟǡǻȁȃȧ"}, {"ae", "æǣǽ"}, {"b", "ƀ"}, {"c", "çćĉċčƈ"}, {"d", "ďđð"},
		{"e", "èéêëēĕėęěȅȇȩǝ"}, {"f", "ƒ"}, {"g", "ĝğġģǥǧǵ"}, {"h", "ĥħȟ"}, {"i", "ìíîïĩīĭįıǐȉȋ"},
		{"ij", "ĳ"}, {"j", "ĵǰ"}, {"k", "ķĸƙǩ"}, {"l", "ĺļľŀłƚ"}, {"n", "ñńņňŉŋǹ"},
		{"o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱ"}, {"oe", "œ"}, {"r", "ŕŗřȑȓ"}, {"s", "śŝşšſș"}, {"ss", "ß"},
		{"t", "ţťŧțƫƭ"}, {"th", "þ"}, {"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗ"}, {"w", "ŵ"}, {"y", "ýÿŷƴȳ"},
		{"z", "źżžƶȥ"},
	} {
		for _, r := range g.from {
			t[r] = g.to
		}
	}
	for r := rune(0xC0); int(r) < len(t); r++ {
		if l := unicode.ToLower(r); l != r && int(l) < len(t) && l >= 0xC0 {
			t[r] = t[l]
		}
	}
	t['İ'], t['Ə'], t['Ɓ'], t['Ɗ'], t['Đ'] = "i", "e", "b", "d", "d"
	return t
}()

// additional folds U+1E00 to U+1EFF (Vietnamese, Arabic romanisation): a letter
// for each pair of capital and small one.
const additional = "abbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzz"

// foldRune is what a character above ASCII counts as.
func foldRune(r rune) (s string, ok bool) {
	switch {
	case r < 0xC0:
		switch r {
		case 'ª':
			return "a", true
		case 'º':
			return "o", true
		case '´', '\u00ad': // acute accent as apostrophe, soft hyphen
			return "", true
		}
		return "", false
	case r < 0x250:
		s = latin[r]
		return s, s != ""
	case r < 0x2B0:
		switch r {
		case 'ə':
			return "e", true
		case 'ɓ':
			return "b", true
		case 'ɖ', 'ɗ':
			return "d", true
		}
		return "", false
	case r <= 0x36F: // letters used as apostrophes (ʿ ʾ ʻ ʼ ʹ) and combining marks
		return "", true
	case r >= 0x1E00 && r <= 0x1E95:
		i := (r - 0x1E00) / 2
		return additional[i : i+1], true
	case r >= 0x1E96 && r <= 0x1EFF:
		switch {
		case r == 0x1E96:
			return "h", true
		case r == 0x1E97:
			return "t", true
		case r == 0x1E98:
			return "w", true
		case r == 0x1E99:
			return "y", true
		case r == 0x1E9E:
			return "ss", true
		case r < 0x1EA0:
			return "s", true
		case r < 0x1EB8:
			return "a", true
		case r < 0x1EC8:
			return "e", true
		case r < 0x1ECC:
			return "i", true
		case r < 0x1EE4:
			return "o", true
		case r < 0x1EF2:
			return "u", true
		case r < 0x1EFA:
			return "y", true
		}
		return "", false
	}
	switch r {
	case '’', '‘', '‛', '′', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\ufeff':
		return "", true
	case '‐', '‑':
		return "-", true
	}
	return "", false
}
