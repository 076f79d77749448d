package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// nextUnit reads what stands for one thing at the beginning of raw text: a
// character, a line end, or a character reference. It returns what a parser
// makes of it and the size in the source, which is at least 1.
func nextUnit(raw string) (string, int) {
	switch raw[0] {
	case '&':
		if size := reference(raw); size > 0 {
			return html.UnescapeString(raw[:size]), size
		}
		return "&", 1
	case '\r':
		if strings.HasPrefix(raw, "\r\n") {
			return "\n", 2
		}
		return "\n", 1
	}
	_, size := utf8.DecodeRuneInString(raw)
	return raw[:size], size
}

// maxName is more than the longest name of a character reference.
const maxName = 40

// reference is the length of the character reference at the beginning of raw,
// 0 if "&" stands for itself. A parser takes the longest name that it knows,
// also without a semicolon ("&notit;" is "¬it;"); the table of names is
// private to it, so it is asked what it makes of ever longer pieces.
func reference(raw string) int {
	if strings.HasPrefix(raw, "&#") {
		return numeric(raw)
	}
	end := 1
	for end < len(raw) && end < maxName && isAlphanumeric(raw[end]) {
		end++
	}
	if end < len(raw) && raw[end] == ';' {
		end++
	}
	whole := html.UnescapeString(raw[:end])
	if whole == raw[:end] {
		return 0
	}
	for size := 2; size <= end; size++ {
		if part := html.UnescapeString(raw[:size]); part != raw[:size] && part+raw[size:end] == whole {
			return size
		}
	}
	return 0
}

// numeric is the length of a reference by number: "&#8217;", "&#x2019;".
func numeric(raw string) int {
	at, digit := 2, isDecimal
	if at < len(raw) && (raw[at] == 'x' || raw[at] == 'X') {
		at, digit = at+1, isHexadecimal
	}
	begin := at
	for at < len(raw) && digit(raw[at]) {
		at++
	}
	if at == begin {
		return 0
	}
	if at < len(raw) && raw[at] == ';' {
		at++
	}
	if html.UnescapeString(raw[:at]) == raw[:at] {
		return 0
	}
	return at
}

func isDecimal(c byte) bool { return '0' <= c && c <= '9' }
func isHexadecimal(c byte) bool {
	return isDecimal(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
func isAlphanumeric(c byte) bool {
	return isDecimal(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
