package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a stretch of text that becomes one paragraph.
type block struct{ start, end int }

// line is a line without its break and outer white space.
type line struct {
	start, end int
	blank      bool // white space only
}

// Lines are held to be hard-wrapped when they fill a column of this many bytes.
const (
	minColumn = 45
	maxColumn = 100
)

// paragraphs cuts text at blank lines, and at single line breaks unless the
// text around them was wrapped to a column, as wire text is.
func paragraphs(text string) []block {
	lines := splitLines(text)
	wrapped := isWrapped(lines)
	n := 0
	for _, l := range lines {
		if !l.blank {
			n++
		}
	}
	blocks := make([]block, 0, n)
	open := false
	for i, l := range lines {
		if l.blank {
			open = false
			continue
		}
		if open && (wrapped || continues(text, lines[i-1], l)) {
			blocks[len(blocks)-1].end = l.end
			continue
		}
		blocks = append(blocks, block{l.start, l.end})
		open = true
	}
	return blocks
}

// isWrapped looks at the lines that another line follows at once: in wrapped
// text nearly all of them fill the column.
func isWrapped(lines []line) bool {
	inner, full, longest := 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if n := lines[i].end - lines[i].start; !lines[i].blank && !lines[i+1].blank {
			inner, longest = inner+1, max(longest, n)
		}
	}
	if inner < 2 || longest < minColumn || longest > maxColumn {
		return false
	}
	for i := 0; i+1 < len(lines); i++ {
		if n := lines[i].end - lines[i].start; !lines[i].blank && !lines[i+1].blank && n*10 >= longest*7 {
			full++
		}
	}
	return full*10 >= inner*8
}

// continues reports a line that goes on in the next one: it does not end like
// a sentence and the next begins in lower case.
func continues(text string, a, b line) bool {
	if a.blank || a.end-a.start < 30 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text[b.start:])
	last, _ := utf8.DecodeLastRuneInString(text[:a.end])
	return unicode.IsLower(first) && !strings.ContainsRune(".!?:;\"”’»", last)
}

// splitLines finds the lines of text; \n, \r\n, \r, form feed, vertical tab and
// the Unicode line and paragraph separators end one. The paragraph separator
// counts as a blank line.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	start := 0
	add := func(end int) {
		l := line{start: start, end: end}
		body := text[start:end]
		trimmed := strings.TrimLeftFunc(body, isBlank)
		l.start += len(body) - len(trimmed)
		l.end = l.start + len(strings.TrimRightFunc(trimmed, isBlank))
		l.blank = l.start >= l.end
		lines = append(lines, l)
	}
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			add(i)
			i += 2
			start = i
		case c == '\n' || c == '\r' || c == '\f' || c == '\v':
			add(i)
			i++
			start = i
		case c == 0xE2 && strings.HasPrefix(text[i:], "\u2028"):
			add(i)
			i += 3
			start = i
		case c == 0xE2 && strings.HasPrefix(text[i:], "\u2029"):
			add(i)
			i += 3
			start = i
			lines = append(lines, line{start: i, end: i, blank: true})
		default:
			i++
		}
	}
	add(len(text))
	return lines
}

// isBlank is white space in the wide sense: also control characters, the byte
// order mark and zero-width or direction marks, none of which is part of a word.
func isBlank(r rune) bool {
	switch {
	case r == ' ' || r == '\n' || r == '\t' || r == '\r':
		return true
	case r < 0x20 || r == 0x7F:
		return true
	case r < 0x80:
		return false
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || r == 0xFEFF ||
		r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// furniture are short lines that pages carry around their articles, in lower
// case without outer punctuation.
var furniture = tableSet(furnitureTable)

// tableSet reads an embedded table: a phrase a line, # for comments.
func tableSet(table string) map[string]bool {
	set := map[string]bool{}
	for s := range strings.SplitSeq(table, "\n") {
		if s = strings.TrimSpace(s); s != "" && s[0] != '#' {
			set[s] = true
		}
	}
	return set
}

// Limits in bytes of what can be a headline or a byline, and of page furniture.
const (
	maxHeadline  = 220
	maxByline    = 90
	maxFurniture = 60
)

// markParagraphs tells headlines, bylines, captions and clutter from prose.
func (d *Document) markParagraphs() {
	body := false // prose has begun
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		s := d.Text[p.Start:p.End]
		closed := endsSentence(s)
		switch {
		case isClutter(s):
			p.Kind = Clutter
		case isCaption(s):
			p.Kind = Caption
		case !body && i > 0 && len(s) <= maxByline && !closed && isByline(s):
			p.Kind = Byline
		case !body && len(s) <= maxHeadline && !closed && i+1 < len(d.Paragraphs):
			p.Kind = Headline
		case closed && len(s) > maxByline:
			body = true
		}
	}
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"”’»)]' ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

func isClutter(s string) bool {
	if len(s) > maxFurniture {
		return false
	}
	if strings.HasPrefix(s, "•") || strings.HasPrefix(s, "|") {
		return len(strings.Fields(s)) <= 4
	}
	return furniture[strings.Trim(strings.ToLower(s), " .:!?•|»>→-–—*")]
}

// credits are words that only picture captions hold.
var credits = []string{"photo by", "photo:", "file photo", "(ap photo", "photograph:", "photograph by", "image:", "image credit", "getty images", "photo credit", "courtesy of", "/reuters", "(reuters)/", "picture:", "pictured:"}

func isCaption(s string) bool {
	if len(s) > 400 {
		return false
	}
	lower := strings.ToLower(s)
	for _, c := range credits {
		if strings.Contains(lower, c) {
			return true
		}
	}
	return false
}

// isByline accepts "By Jane Roe" and "Jane Roe, Erbil": two to four capitalised
// words, and a place or a role behind a comma.
func isByline(s string) bool {
	if rest, ok := strings.CutPrefix(s, "By "); ok {
		s = rest
	} else if rest, ok := strings.CutPrefix(s, "by "); ok {
		s = rest
	} else if !strings.Contains(s, ",") {
		return false
	}
	words := strings.Fields(s)
	capitals := 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capitals++
		} else if w != "and" && w != "in" && w != "for" && !unicode.IsDigit(r) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 8 && capitals >= 2
}
