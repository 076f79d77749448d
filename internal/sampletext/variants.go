package sampletext

import (
	"strings"
	"unicode/utf8"
)

// Variant writes a text in another way that means the same.
type Variant struct {
	Name  string
	Write func(text string) string
}

// Variants lists the ways, from those that nobody sees to those that a page or
// a wire makes.
func Variants() []Variant {
	return []Variant{
		{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
		{"byte order mark", func(s string) string { return "\ufeff" + s }},
		{"blank lines", func(s string) string { return "\n\n" + strings.ReplaceAll(s, "\n\n", "\n\n\n\n") + "\n \n" }},
		{"blanks at line ends", func(s string) string { return strings.ReplaceAll(s, "\n", " \t\n") }},
		{"decomposed accents", Decompose},
		{"straight quotes", func(s string) string { return straight.Replace(s) }},
		{"curly apostrophes", curlyApostrophes},
		{"two blanks between sentences", func(s string) string { return strings.ReplaceAll(s, ". ", ".  ") }},
		{"blanks that do not break", func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }},
		{"characters without width", noWidth},
		{"soft hyphens", softHyphens},
		{"wrapped lines", func(s string) string { return Wrap(s, 72) }},
		{"clutter behind", func(s string) string {
			return strings.TrimRight(s, "\n") + "\n\nShare this article\n\n• Facebook\n• Twitter\n\nRead more\n\nAdvertisement\n"
		}},
		{"clutter between", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\nAdvertisement\n\n") }},
	}
}

// Plain undoes what no reader sees, so that words of two variants compare: it
// puts a text on one line with straight quotes and composed accents.
func Plain(s string) string {
	s = straight.Replace(Compose(s))
	s = strings.NewReplacer("\u200b", "", "\u200d", "", "\u2060", "", "\u00ad", "", "\ufeff", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// curlyApostrophes curls apostrophes between letters.
func curlyApostrophes(s string) string {
	var b strings.Builder
	last := ' '
	for i, r := range s {
		if r == '\'' && isASCIILetter(last) {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); isASCIILetter(next) {
				r = '’'
			}
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

func isASCIILetter(r rune) bool { return r < 0x80 && 'a' <= r|0x20 && r|0x20 <= 'z' }

// noWidth puts a space without width into every word of six letters and more.
func noWidth(s string) string { return inside(s, "\u200b") }

func softHyphens(s string) string { return inside(s, "\u00ad") }

func inside(s, what string) string {
	var b strings.Builder
	run := 0
	for i, r := range s {
		if isASCIILetter(r) {
			run++
		} else {
			run = 0
		}
		if run == 4 && i+3 <= len(s) && strings.IndexFunc(s[i:min(len(s), i+3)], func(r rune) bool { return !isASCIILetter(r) }) < 0 {
			b.WriteString(what)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Wrap breaks the lines of paragraphs, which blank lines part, at a column.
// Short lines that stand alone stay.
func Wrap(s string, column int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		at := 0
		for k, w := range strings.Fields(line) {
			n := utf8.RuneCountInString(w)
			switch {
			case k == 0:
			case at+1+n > column:
				b.WriteByte('\n')
				at = 0
			default:
				b.WriteByte(' ')
				at++
			}
			b.WriteString(w)
			at += n
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// accents lists letters with the accents that make them.
var accents = []string{
	"á", "a\u0301", "é", "e\u0301", "í", "i\u0301", "ó", "o\u0301", "ú", "u\u0301", "ñ", "n\u0303", "ã", "a\u0303", "ç", "c\u0327", "è", "e\u0300",
	"ö", "o\u0308", "ü", "u\u0308", "ë", "e\u0308", "Á", "A\u0301", "É", "E\u0301", "Ö", "O\u0308", "Ü", "U\u0308", "Ñ", "N\u0303", "Ç", "C\u0327",
	"ş", "s\u0327", "ğ", "g\u0306", "ā", "a\u0304", "ī", "i\u0304", "â", "a\u0302", "ê", "e\u0302", "î", "i\u0302", "ô", "o\u0302",
}

// Decompose writes accents as characters of their own.
func Decompose(s string) string { return strings.NewReplacer(accents...).Replace(s) }

// Compose undoes [Decompose].
func Compose(s string) string {
	turned := make([]string, len(accents))
	for i := 0; i < len(accents); i += 2 {
		turned[i], turned[i+1] = accents[i+1], accents[i]
	}
	return strings.NewReplacer(turned...).Replace(s)
}
