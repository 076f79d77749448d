package prosetext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/text"
	"github.com/jdkato/prose/v2"
)

// Limits in bytes: of a stretch given to prose at once, and of a word between
// blanks that prose may see. Its cost grows with the square of a word's length.
const (
	maxChunk = 4096
	maxField = 64
)

// Tokenizer reads words with prose's tokenizer. The zero value is ready and may
// be shared between goroutines.
type Tokenizer struct{}

// Tokenize appends the tokens of source[start:end] to dst.
func (Tokenizer) Tokenize(dst []text.Token, source string, start, end int) []text.Token {
	for i := start; i < end; {
		chunkEnd, wild := nextChunk(source, i, end)
		first := len(dst)
		if wild {
			dst = text.Own.Tokenize(dst, source, i, chunkEnd)
		} else if tokens, ok := align(dst, source, i, chunkEnd, words(source[i:chunkEnd])); ok {
			dst = mend(tokens, first, source)
		} else {
			dst = text.Own.Tokenize(dst, source, i, chunkEnd)
		}
		if first < len(dst) && first > 0 && !dst[first].Is(text.SpaceBefore) && dst[first-1].End < dst[first].Start {
			dst[first].Shape |= text.SpaceBefore
		}
		i = chunkEnd
	}
	return dst
}

// nextChunk is the end of the stretch that begins at i: either many tame words
// or one wild one, with the blanks around them.
func nextChunk(s string, i, end int) (int, bool) {
	at := i
	for at < end {
		fieldStart := at
		for fieldStart < end && isSpace(s[fieldStart]) {
			fieldStart++
		}
		fieldEnd := fieldStart
		for fieldEnd < end && !isSpace(s[fieldEnd]) {
			fieldEnd++
		}
		if isWild(s[fieldStart:fieldEnd]) {
			if at == i {
				return fieldEnd, true
			}
			return at, false
		}
		at = fieldEnd
		if at-i >= maxChunk {
			return at, false
		}
	}
	return end, false
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isWild reports a word that prose reads badly.
func isWild(field string) bool {
	return len(field) > maxField || !utf8.ValidString(field) || strings.Contains(field, "&rsquo;") || strings.Count(field, "'") > 2 ||
		strings.ContainsFunc(field, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
}

// words are the tokens that prose finds.
func words(s string) []prose.Token {
	doc, err := prose.NewDocument(s, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false), prose.UsingModel(&prose.Model{}))
	if err != nil {
		return nil // prose v2 never sets it
	}
	return doc.Tokens()
}

// align finds prose's tokens in source[start:end]; ok is false if it cannot.
func align(dst []text.Token, source string, start, end int, words []prose.Token) ([]text.Token, bool) {
	at, first := start, len(dst)
	for _, w := range words {
		space, line := at == start && start > 0 && isSpace(source[start-1]), false
		for at < end {
			r, size := utf8.DecodeRuneInString(source[at:end])
			if !unicode.IsSpace(r) {
				break
			}
			space, line = true, line || r == '\n' || r == '\r'
			at += size
		}
		to := match(source[at:end], w.Text)
		if to < 0 {
			return dst[:first], false
		}
		t := text.NewToken(source, at, at+to, text.KindOf(source[at:at+to]))
		if space {
			t.Shape |= text.SpaceBefore
		}
		if line {
			t.Shape |= text.LineBefore
		}
		dst = append(dst, t)
		at += to
	}
	return dst, strings.TrimSpace(source[at:end]) == ""
}

// match is how many bytes of s spell word, whose quotation marks prose made
// straight; -1 if s begins otherwise.
func match(s, word string) int {
	i := 0
	for _, want := range word {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case size == 0:
			return -1
		case r == want, want == '"' && (r == '“' || r == '”'), want == '\'' && (r == '‘' || r == '’'):
			i += size
		default:
			return -1
		}
	}
	return i
}

// mend joins abbreviations with their period and parts the other words from
// theirs ("It." stays whole in prose). It may grow the slice.
func mend(tokens []text.Token, first int, source string) []text.Token {
	raw := append([]text.Token(nil), tokens[first:]...)
	out := tokens[:first]
	add := func(start, end int, kind text.Kind, like text.Token) {
		t := text.NewToken(source, start, end, kind)
		t.Shape |= like.Shape & (text.SpaceBefore | text.LineBefore)
		out = append(out, t)
	}
	for i := 0; i < len(raw); i++ {
		t := raw[i]
		word, period := strings.CutSuffix(t.Text, ".")
		switch {
		case period && !strings.Contains(word, ".") && utf8.RuneCountInString(word) > 1 && !text.IsAbbreviation(word):
			add(t.Start, t.End-1, t.Kind, t)
			add(t.End-1, t.End, text.Punct, text.Token{})
		case i+1 < len(raw) && raw[i+1].Text == "." && raw[i+1].Start == t.End && text.IsAbbreviation(t.Text):
			add(t.Start, raw[i+1].End, text.Word, t)
			i++
		default:
			out = append(out, t)
		}
	}
	return out
}
