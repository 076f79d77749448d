package page

import (
	"sort"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// segment ties a stretch of the text to the stretch of the source that it was
// made from. If verbatim, both are the same, byte for byte.
type segment struct {
	text, source stretch
	token        int
	verbatim     bool
}

// writer makes plain text of nodes and remembers where it came from.
type writer struct {
	tree     *tree
	text     strings.Builder
	segments []segment
	// What to write before the next word: line ends, or else a space, with its
	// place if that is known.
	lines      int
	space      bool
	spacePlace stretch
	spaceToken int
	lost       int // bytes of text left out because their place was not sure
	linked     int // bytes of text inside links
}

// Elements that begin a paragraph, those that begin a line, and those whose
// text does not belong to the article.
var (
	paragraphs = set("address article aside blockquote center details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul")
	lines      = set("br caption dd dt legend li tr")
	cells      = set("td th")
	left       = set("audio button canvas datalist head iframe input math noembed noframes noscript object option script select style svg template textarea title video")
)

func set(names string) map[string]bool {
	s := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		s[name] = true
	}
	return s
}

// node writes a node with everything in it. The parser bounds the depth.
func (w *writer) node(n *html.Node) { w.walk(n, false, false) }

func (w *writer) walk(n *html.Node, pre, link bool) {
	switch n.Type {
	case html.TextNode:
		before := w.text.Len()
		w.textNode(n, pre)
		if link {
			w.linked += w.text.Len() - before
		}
		return
	case html.ElementNode:
		if left[n.Data] || isHidden(n) {
			return
		}
		pre = pre || n.Data == "pre"
		link = link || n.Data == "a"
		switch {
		case paragraphs[n.Data]:
			w.breakLine(2)
			defer w.breakLine(2)
		case n.Data == "br":
			w.breakLine(1)
		case lines[n.Data]:
			w.breakLine(1)
			defer w.breakLine(1)
		case cells[n.Data]:
			w.queueSpace(stretch{}, -1)
		}
	}
	for child := range n.ChildNodes() {
		w.walk(child, pre, link)
	}
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "aria-hidden" && a.Val == "true" || a.Key == "hidden" {
			return true
		}
	}
	return false
}

func (w *writer) breakLine(n int) { w.lines = max(w.lines, n) }

func (w *writer) queueSpace(place stretch, token int) {
	if !w.space {
		w.space, w.spacePlace, w.spaceToken = true, place, token
	} else if token >= 0 && token == w.spaceToken {
		w.spacePlace.end = place.end
	}
}

// textNode walks a node's text and the source that it came from in step.
func (w *writer) textNode(n *html.Node, pre bool) {
	origin := w.tree.origin(n)
	if origin == nil {
		if blank := strings.TrimSpace(n.Data) == ""; blank && n.Data != "" {
			w.queueSpace(stretch{}, -1)
		} else {
			w.lost += len(n.Data)
		}
		return
	}
	if origin.pieces[0].at > 0 {
		w.queueSpace(stretch{}, -1)
	}
	for i, p := range origin.pieces {
		end := len(origin.data)
		if i+1 < len(origin.pieces) {
			end = origin.pieces[i+1].at
		}
		w.piece(origin.data[p.at:end], p.token, pre)
	}
}

func (w *writer) piece(data string, token int, pre bool) {
	source := w.tree.tokens[token]
	for at := source.start; at < source.end; {
		unit, size := nextUnit(w.tree.source[at:source.end])
		place := stretch{at, at + size}
		at += size
		if !strings.HasPrefix(data, unit) {
			if unit == "\x00" {
				continue // parsers drop it
			}
			w.lost += len(data)
			return
		}
		data = data[len(unit):]
		switch {
		case pre && unit == "\n":
			w.breakLine(1)
		case isInvisible(unit):
		case strings.TrimSpace(unit) == "":
			w.queueSpace(place, token)
		default:
			w.write(unit, place, token)
		}
	}
	if data == "" {
		return
	}
	if strings.TrimSpace(data) != "" {
		w.lost += len(data)
	}
	w.queueSpace(stretch{}, -1) // that stood before the next token
}

func (w *writer) write(unit string, place stretch, token int) {
	switch {
	case w.text.Len() == 0:
	case w.lines > 0:
		w.text.WriteString("\n\n"[:w.lines])
	case w.space && w.spaceToken < 0:
		w.text.WriteByte(' ')
	case w.space:
		w.add(" ", w.spacePlace, w.spaceToken)
	}
	w.lines, w.space = 0, false
	w.add(unit, place, token)
}

func (w *writer) add(unit string, place stretch, token int) {
	begin := w.text.Len()
	w.text.WriteString(unit)
	verbatim := w.tree.source[place.start:place.end] == unit
	if n := len(w.segments); n > 0 {
		last := &w.segments[n-1]
		if verbatim && last.verbatim && last.token == token && last.source.end == place.start && last.text.end == begin {
			last.source.end, last.text.end = place.end, w.text.Len()
			return
		}
	}
	w.segments = append(w.segments, segment{stretch{begin, w.text.Len()}, place, token, verbatim})
}

// append adds the text from one offset to another of what another writer
// wrote, with its places.
func (w *writer) append(from *writer, start, end int) {
	if w.text.Len() > 0 {
		w.text.WriteString("\n\n")
	}
	shift := w.text.Len() - start
	w.text.WriteString(from.text.String()[start:end])
	for _, s := range from.segments {
		if s.text.end <= start || s.text.start >= end {
			continue
		}
		if s.verbatim {
			cut := max(start-s.text.start, 0)
			s.text.start, s.source.start = s.text.start+cut, s.source.start+cut
			cut = max(s.text.end-end, 0)
			s.text.end, s.source.end = s.text.end-cut, s.source.end-cut
		}
		s.text.start, s.text.end = s.text.start+shift, s.text.end+shift
		w.segments = append(w.segments, s)
	}
	w.lines, w.space = 2, false
}

// places are the stretches of the source behind text[start:end]: within each
// there are no tags.
func places(segments []segment, start, end int) []stretch {
	i := sort.Search(len(segments), func(i int) bool { return segments[i].text.end > start })
	var found []stretch
	token := -1
	for ; i < len(segments) && segments[i].text.start < end; i++ {
		s := segments[i]
		if s.verbatim {
			if cut := start - s.text.start; cut > 0 {
				s.source.start += cut
			}
			if cut := s.text.end - end; cut > 0 {
				s.source.end -= cut
			}
		}
		if s.token == token && s.source.start >= found[len(found)-1].end {
			found[len(found)-1].end = s.source.end
		} else {
			found = append(found, s.source)
		}
		token = s.token
	}
	return found
}

// isInvisible reports characters that shape how a page is set, not what it
// says: soft hyphens and other places where a line may or may not break, the
// byte order mark, NUL.
func isInvisible(unit string) bool {
	switch unit {
	case "\u00ad", "\u200b", "\u2060", "\ufeff", "\x00":
		return true
	}
	return false
}

// Normalize makes of a tag-free piece of a page the text that it stands for:
// references resolved, invisible characters left out, white space a single
// space.
func Normalize(piece string) string {
	var b strings.Builder
	space := false
	for piece != "" {
		unit, size := nextUnit(piece)
		piece = piece[size:]
		switch {
		case isInvisible(unit):
		case strings.TrimFunc(unit, unicode.IsSpace) == "":
			space = true
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteString(unit)
		}
	}
	return b.String()
}
