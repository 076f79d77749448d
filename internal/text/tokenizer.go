package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxTokenLen is the longest token in bytes; longer words are cut on a
// character's edge.
const MaxTokenLen = 256

// A Tokenizer appends the tokens of text[start:end], which is one paragraph, to
// dst. Tokens must be in order, not overlap and cut no character; Start, End,
// Text, Lower, Kind and Shape must be set (see [NewToken]).
type Tokenizer interface {
	Tokenize(dst []Token, text string, start, end int) []Token
}

// Own is the package's tokenizer: one pass, no allocation for lower-case ASCII.
var Own Tokenizer = own{}

type own struct{}

func (own) Tokenize(dst []Token, text string, start, end int) []Token {
	s := scanner{text: text, end: end, dst: dst}
	for i := start; i < end; {
		r, size := s.rune(i)
		if isBlank(r) {
			s.space = true
			s.line = s.line || r == '\n' || r == '\r'
			i += size
			continue
		}
		i = s.token(i, r, size)
	}
	return s.dst
}

type scanner struct {
	text        string
	end         int
	dst         []Token
	space, line bool // white space, a line break, stood before the next token
}

func (s *scanner) rune(i int) (rune, int) {
	if i >= s.end {
		return -1, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:s.end])
}

// emit appends text[start:end] as one token and returns end.
func (s *scanner) emit(start, end int, kind Kind) int {
	t := NewToken(s.text, start, end, kind)
	if s.space {
		t.Shape |= SpaceBefore
	}
	if s.line {
		t.Shape |= LineBefore
	}
	s.space, s.line = false, false
	if len(s.dst) == cap(s.dst) {
		s.enlarge(end)
	}
	s.dst = append(s.dst, t)
	return end
}

// enlarge makes room for the tokens of the rest of the text, if there are as many
// for a byte as up to the given one; growing step by step would copy a text of
// marks many times.
func (s *scanner) enlarge(read int) {
	n, rest := len(s.dst), len(s.text)-read
	expected := int(float64(n) * float64(rest) / float64(max(read, 1)))
	s.dst = slices.Grow(s.dst, max(min(expected+expected/16, rest), n/4)+16)
}

// token reads the one or more tokens that begin at i and returns where it stopped.
func (s *scanner) token(i int, r rune, size int) int {
	switch {
	case r == utf8.RuneError && size == 1:
		j := i
		for j < s.end && j-i < MaxTokenLen {
			if r, n := s.rune(j); r != utf8.RuneError || n != 1 {
				break
			}
			j++
		}
		return s.emit(i, j, Other)
	case isLetter(r):
		return s.word(i)
	case r < 0x80 && '0' <= r && r <= '9' || unicode.IsDigit(r):
		return s.number(i)
	case isQuote(r):
		if r == '\'' || r == '’' || r == '‘' || r == '`' {
			return s.apostrophe(i, r, size)
		}
		return s.emit(i, i+size, Quote)
	case (r == '#' || r == '@') && s.letterAt(i+size):
		return s.run(i, size, Word, func(r rune) bool { return isLetter(r) || unicode.IsDigit(r) || r == '_' })
	case r == '.' || r == '-' || r == '*' || r == '=' || r == '_' || r == '~' || r == '–' || r == '—':
		return s.run(i, size, Punct, func(x rune) bool { return x == r })
	case r == '$' || r == '€' || r == '£':
		return s.emit(i, i+size, Symbol)
	case r < 0x80 || unicode.IsPunct(r):
		return s.emit(i, i+size, Punct)
	default: // emoji and other symbols, with what joins or varies them
		return s.run(i, size, Symbol, func(r rune) bool {
			return r == 0x200D || r >= 0xFE00 && r <= 0xFE0F || r >= 0x1F3FB && r <= 0x1F3FF || unicode.Is(unicode.Mn, r)
		})
	}
}

// run reads on while more says so.
func (s *scanner) run(i, size int, kind Kind, more func(rune) bool) int {
	j := i + size
	for j < s.end && j-i < MaxTokenLen {
		r, n := s.rune(j)
		if !more(r) {
			break
		}
		j += n
	}
	return s.emit(i, j, kind)
}

func (s *scanner) letterAt(i int) bool {
	r, _ := s.rune(i)
	return isLetter(r)
}

// apostrophe reads "'s" and its like after a word, doubled single quotes as one
// mark, 'tis and '90s as words, and else a quotation mark.
func (s *scanner) apostrophe(i int, r rune, size int) int {
	next, n := s.rune(i + size)
	if (r == '\'' || r == '`') && next == r {
		return s.emit(i, i+size+n, Quote)
	}
	if !s.space && len(s.dst) > 0 && isLetter(next) && r != '‘' && r != '`' {
		// A clitic whose word was read as far as the apostrophe.
		if last := &s.dst[len(s.dst)-1]; last.End == i && last.Kind <= Number {
			if j := s.cliticEnd(i, size); j > 0 {
				return s.emit(i, j, Word)
			}
		}
	}
	if s.space && unicode.IsDigit(next) && r != '‘' && r != '`' { // '90s
		return s.number2(i, i+size)
	}
	return s.emit(i, i+size, Quote)
}

// cliticEnd is the end of 's, 'll, 're, 've, 'd, 'm at i, or -1.
func (s *scanner) cliticEnd(i, size int) int {
	j := i + size
	k := j
	for k < s.end && k-j < 3 && isASCIILetter(s.text[k]) {
		k++
	}
	if r, _ := s.rune(k); isLetter(r) || unicode.IsDigit(r) {
		return -1
	}
	switch strings.ToLower(s.text[j:k]) {
	case "s", "d", "m", "ll", "re", "ve":
		return k
	}
	return -1
}

// word reads letters and what joins them, then parts clitics and periods.
func (s *scanner) word(i int) int {
	j := i
	periods := false // "U.S.", "www.site.org"
loop:
	for j < s.end && j-i < MaxTokenLen {
		r, n := s.rune(j)
		switch {
		case isLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '_':
			j += n
		case isInvisible(r):
			k := s.behindInvisible(j)
			if k == j {
				break loop
			}
			j = k
		case r == '-' || r == '‐' || r == '‑':
			if x, _ := s.rune(j + n); !isLetter(x) && !unicode.IsDigit(x) {
				break loop
			}
			j += n
		case r == '&':
			// AT&T, but not "men&women", which lost its blanks.
			if x, _ := s.rune(j + n); !unicode.IsUpper(x) || j-i > 2 {
				break loop
			}
			j += n
		case r == '\'' || r == '’' || r == 'ʼ' || r == '`':
			x, m := s.rune(j + n)
			if !isLetter(x) {
				break loop
			}
			if s.cliticEnd(j, n) > 0 {
				break loop
			}
			if (x == 't' || x == 'T') && j > i && (s.text[j-1] == 'n' || s.text[j-1] == 'N') && !s.letterAt(j+n+m) {
				// Negation: "do" "n't".
				if j-1 > i {
					s.emit(i, j-1, Word)
					return s.emit(j-1, j+n+m, Word)
				}
				return s.emit(i, j+n+m, Word)
			}
			j += n
		case r == '.':
			x, m := s.rune(j + n)
			switch {
			case isLetter(x) && (s.initials(i, j) || s.text[i:j] == "Ph") && s.afterInitial(j+n+m):
				periods = true
				j += n
			case isLetter(x) && s.isDomain(i, j, j+n):
				j += n
			case s.keepsPeriod(i, j, periods, x):
				s.emit(i, j+n, Word)
				if k := s.suffixEnd(j + n); k > 0 { // "U.S." "-backed"
					return s.emit(j+n, k, Word)
				}
				return j + n
			default:
				break loop
			}
		case r == '@' || r == '/' && j > i+3 && strings.HasSuffix(s.text[i:j], ":"):
			if x, _ := s.rune(j + n); !isLetter(x) {
				break loop
			}
			j += n
		case r == ':' && strings.HasPrefix(s.text[j:s.end], "://"):
			return s.url(i)
		default:
			break loop
		}
	}
	return s.emitWord(i, j)
}

// emitWord parts a hyphenated word where a name meets what is said of it, so
// that the name is a token of its own: "US" "-led", "anti-" "ISIS".
func (s *scanner) emitWord(i, j int) int {
	w := s.text[i:j]
	first := strings.IndexByte(w, '-')
	if first <= 0 {
		return s.emit(i, j, Word)
	}
	if after, _ := s.rune(i + first + 1); (unicode.IsUpper(after) || hyphenNames[w[first+1:]]) && hyphenPrefixes[strings.ToLower(w[:first])] {
		s.emit(i, i+first+1, Word)
		return s.emitWord(i+first+1, j)
	}
	last := strings.LastIndexByte(w, '-')
	// "US-led", "al-Nusra-linked", but not "hit-and-run".
	if r, _ := s.rune(i); unicode.IsUpper(r) || hyphenNames[w[:last]] || first != last && strings.ContainsFunc(w[:last], unicode.IsUpper) {
		if len(w)-last <= 16 && hyphenSuffixes[strings.ToLower(w[last+1:])] {
			s.emit(i, i+last, Word)
			return s.emit(i+last, j, Word)
		}
	}
	return s.emit(i, j, Word)
}

// suffixEnd is the end of a hyphen at i with what is said of the name before
// it ("-led"), or -1.
func (s *scanner) suffixEnd(i int) int {
	if i >= s.end || s.text[i] != '-' {
		return -1
	}
	j := i + 1
	for j < s.end && j-i < 16 && isASCIILetter(s.text[j]) {
		j++
	}
	if r, _ := s.rune(j); isLetter(r) || unicode.IsDigit(r) || r == '-' || !hyphenSuffixes[strings.ToLower(s.text[i+1:j])] {
		return -1
	}
	return j
}

// url reads to the next blank, bracket or quotation mark and gives final
// punctuation back.
func (s *scanner) url(i int) int {
	j := i
	for j < s.end && j-i < MaxTokenLen {
		r, n := s.rune(j)
		if isBlank(r) || isQuote(r) && r != '\'' || strings.ContainsRune("()<>[]{}", r) {
			break
		}
		j += n
	}
	for j > i && strings.IndexByte(".,;:!?'", s.text[j-1]) >= 0 {
		j--
	}
	return s.emit(i, j, Word)
}

// initials reports that text[i:j] is single letters with periods between, or
// one letter: the beginning of "U.S." or "a.m.".
func (s *scanner) initials(i, j int) bool {
	r, n := s.rune(i)
	for isLetter(r) {
		i += n
		if i == j {
			return true
		}
		if i+1 >= j || s.text[i] != '.' {
			return false
		}
		i++
		r, n = s.rune(i)
	}
	return false
}

// afterInitial reports that no second letter stands at i: "U.S", not "J.Smith".
func (s *scanner) afterInitial(i int) bool {
	r, _ := s.rune(i)
	return !isLetter(r)
}

var domains = map[string]bool{"com": true, "org": true, "net": true, "gov": true, "edu": true, "info": true, "co": true, "uk": true, "tv": true, "ru": true, "ir": true, "iq": true, "sy": true, "io": true, "me": true, "eu": true, "de": true, "fr": true, "il": true, "tr": true, "mil": true, "int": true}

// isDomain reports that the letters behind a period are a top-level domain:
// "Rudaw.net" is one word, "war.The" is three tokens.
func (s *scanner) isDomain(start, dot, i int) bool {
	j := i
	for j < s.end && j-i < 16 && isASCIILetter(s.text[j]) {
		j++
	}
	if strings.HasPrefix(s.text[start:dot], "www") {
		return true
	}
	if c, _ := s.rune(j); isLetter(c) || unicode.IsDigit(c) {
		return false
	}
	return domains[s.text[i:j]]
}

// keepsPeriod reports that the period at j belongs to the word text[i:j]; next
// is the character behind it.
func (s *scanner) keepsPeriod(i, j int, periods bool, next rune) bool {
	if periods {
		return true
	}
	w := s.text[i:j]
	if isLetter(next) || unicode.IsDigit(next) {
		// "Gen.Ali" lost its blank; still an abbreviation if a title.
		return abbreviationClass(w) == titleAbbreviation
	}
	if utf8.RuneCountInString(w) == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		if after, _ := s.rune(s.skipBlanks(j + 1)); unicode.IsLower(r) && r != 'a' && r != 'i' && unicode.IsLower(after) {
			return true // "john f. harker": an initial in text that lost its capitals
		}
		return unicode.IsUpper(r) && w != "I" || s.initialAhead(j+1)
	}
	class := abbreviationClass(w)
	switch {
	case class == notAbbreviation:
		return false
	case !ambiguous[strings.ToLower(w)]:
		return true
	}
	// An ambiguous one must look like an abbreviation and be followed by what it needs.
	k := s.skipBlanks(j + 1)
	r, _ := s.rune(k)
	if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
		return unicode.IsDigit(r) && class == numberAbbreviation || class == innerAbbreviation
	}
	switch class {
	case numberAbbreviation:
		return unicode.IsDigit(r) || strings.ToLower(w) != "no" && unicode.IsUpper(r) || s.codeAhead(k)
	case titleAbbreviation:
		return unicode.IsUpper(r)
	case endAbbreviation:
		return r == ',' || unicode.IsLower(r) || unicode.IsDigit(r) || r == ')'
	}
	return true
}

// initialAhead reports another single letter with a period behind the blank at i.
func (s *scanner) initialAhead(i int) bool {
	k := s.skipBlanks(i)
	r, n := s.rune(k)
	x, _ := s.rune(k + n)
	return unicode.IsUpper(r) && x == '.'
}

// codeAhead reports capitals with a digit at i, as of a flight or a vehicle:
// "No. MH17".
func (s *scanner) codeAhead(i int) bool {
	for j := i; j < s.end && j-i < 6; j++ {
		if isASCIIDigit(s.text[j]) {
			return j > i
		}
		if c := s.text[j]; c != '-' && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return false
}

func (s *scanner) skipBlanks(i int) int {
	for n := 0; n < 4 && i < s.end; n++ {
		r, size := s.rune(i)
		if !isBlank(r) {
			break
		}
		i += size
	}
	return i
}

func abbreviationClass(w string) abbreviation {
	if len(w) > 10 {
		return notAbbreviation
	}
	return abbreviations[strings.ToLower(w)]
}

// number reads digits and what joins them: "1,200", "10:30", "9/11", "3.5",
// "20th", "10-12", "83-member", "9mm".
func (s *scanner) number(i int) int { return s.number2(i, i) }

func (s *scanner) number2(start, i int) int {
	j := i
	for j < s.end && j-start < MaxTokenLen {
		r, n := s.rune(j)
		if unicode.IsDigit(r) || isLetter(r) {
			j += n
			continue
		}
		if isInvisible(r) {
			if k := s.behindInvisible(j); k > j {
				j = k
				continue
			}
		}
		x, _ := s.rune(j + n)
		switch {
		case (r == ',' || r == '.' || r == ':' || r == '/') && unicode.IsDigit(x) && j > i && s.digitBefore(j):
			j += n
		case (r == '-' || r == '–' || r == '‐' || r == '‑') && (unicode.IsDigit(x) || isLetter(x) && r != '–'):
			j += n
		default:
			return s.emit(start, j, Number)
		}
	}
	return s.emit(start, j, Number)
}

// digitBefore reports a digit of any script before i.
func (s *scanner) digitBefore(i int) bool {
	if c := s.text[i-1]; c < utf8.RuneSelf {
		return isASCIIDigit(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:i])
	return unicode.IsDigit(r)
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(r rune) bool {
	if r < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && r != 'ʼ'
}

func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '`', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '‹', '›', '″', '′', '＂', '「', '」', '『', '』':
		return true
	}
	return false
}

// NewToken makes the token text[start:end] with its lower-case form and shape.
func NewToken(text string, start, end int, kind Kind) Token {
	s := text[start:end]
	t := Token{Start: start, End: end, Text: s, Lower: s, Kind: kind}
	if kind > Number {
		return t
	}
	shape(&t, s)
	return t
}

// shape fills in the shape and the lower-case form of a token that reads s.
func shape(t *Token, s string) {
	upper, lower, first := 0, 0, true
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z':
			lower++
			first = false
		case 'A' <= c && c <= 'Z':
			if lower > 0 && s[i-1] != '-' {
				t.Shape |= MixedCaps
			}
			if first {
				t.Shape |= Capital
			}
			first = false
			upper++
		case '0' <= c && c <= '9':
			t.Shape |= HasDigit
		case c == '-' && i > 0:
			t.Shape |= HasHyphen
		case c == '.':
			t.Shape |= HasPeriod
		case c >= utf8.RuneSelf:
			t.Shape = 0
			if v := visible(s); len(v) < len(s) {
				t.Lower = v
				shape(t, v)
			} else {
				wideShape(t, s)
			}
			return
		}
	}
	if upper >= 2 && lower == 0 {
		t.Shape |= AllCaps
	}
	if upper > 0 {
		t.Lower = lowered(s)
	}
}

// wideShape is shape for words beyond ASCII.
func wideShape(t *Token, s string) {
	t.Shape = NonASCII
	upper, lower, first := 0, 0, true
	prev := rune(0)
	for i, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			if lower > 0 && prev != '-' {
				t.Shape |= MixedCaps
			}
			if first {
				t.Shape |= Capital
			}
			upper, first = upper+1, false
		case unicode.IsLetter(r):
			lower, first = lower+1, false
		case unicode.IsDigit(r):
			t.Shape |= HasDigit
		case (r == '-' || r == '‐' || r == '‑') && i > 0:
			t.Shape |= HasHyphen
		case r == '.':
			t.Shape |= HasPeriod
		}
		prev = r
	}
	if upper >= 2 && lower == 0 {
		t.Shape |= AllCaps
	}
	t.Lower = lowered(s)
}
