package plug

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/span"
)

// Tokenizer reads words as split has them. Split gets a paragraph and returns
// its words in order, as spans of the paragraph. A paragraph whose spans overlap,
// go backwards, leave it, are blank at an edge, or cut a character or are longer
// than [text.MaxTokenLen] is read by the built-in tokenizer.
func Tokenizer(split func(paragraph string) []span.Span) text.Tokenizer { return splitter(split) }

type splitter func(string) []span.Span

func (f splitter) Tokenize(dst []text.Token, source string, start, end int) []text.Token {
	words := f(source[start:end])
	if !fit(source[start:end], words) {
		return text.Own.Tokenize(dst, source, start, end)
	}
	last := start
	for _, w := range words {
		t := text.NewToken(source, start+w.Start, start+w.End, text.KindOf(source[start+w.Start:start+w.End]))
		if gap := source[last:t.Start]; gap != "" && strings.TrimSpace(gap) != gap {
			t.Shape |= text.SpaceBefore
			if strings.ContainsAny(gap, "\n\r") {
				t.Shape |= text.LineBefore
			}
		}
		dst = append(dst, t)
		last = t.End
	}
	return dst
}

// fit reports whether spans can be the tokens of a paragraph.
func fit(paragraph string, words []span.Span) bool {
	last := 0
	for _, w := range words {
		if w.Start < last || w.End <= w.Start || w.End > len(paragraph) || w.End-w.Start > text.MaxTokenLen {
			return false
		}
		if cuts(paragraph, w.Start) || cuts(paragraph, w.End) {
			return false
		}
		s := paragraph[w.Start:w.End]
		if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
			return false
		}
		if final, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(final) {
			return false
		}
		last = w.End
	}
	return true
}

// cuts reports that a character of s goes on over the offset.
func cuts(s string, at int) bool {
	if at == 0 || at == len(s) || utf8.RuneStart(s[at]) {
		return false
	}
	for back := 1; back < utf8.UTFMax && at-back >= 0; back++ {
		if utf8.RuneStart(s[at-back]) {
			_, size := utf8.DecodeRuneInString(s[at-back:])
			return size > back
		}
	}
	return false
}
