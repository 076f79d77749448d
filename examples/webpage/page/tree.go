package page

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// tree is a parsed page whose text nodes know where they stood.
type tree struct {
	root   *html.Node
	source string
	tokens []stretch // text between two tags, without the white space before it
	title  stretch   // the first title element's text, which can hold no tags
	nodes  []textNode
	// byData finds a text node that the extractor made anew; -1: not the only
	// one with this text.
	byData map[string]int
}

// stretch is a part of the source.
type stretch struct{ start, end int }

// textNode is a node's text and the tokens that it came from, in order.
type textNode struct {
	data   string
	pieces []piece
}

// piece says that a token's text begins at an offset of the node's text.
type piece struct{ at, token int }

// nodeKey is the attribute by which a text node carries its number through the
// extractor. Attributes of text nodes are never rendered.
const nodeKey = "dateline-node"

// parse makes the tree of a page in UTF-8.
func parse(source string, maxElements int) (*tree, error) {
	t := &tree{source: source, byData: map[string]int{}}
	sign := unusedCharacter(source)
	marked, err := t.mark(sign, maxElements)
	if err != nil {
		return nil, err
	}
	t.root, err = html.Parse(strings.NewReader(marked))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be parsed: %w", err)
	}
	if work := t.unmarkAll(t.root, sign, 0); work > maxWork {
		return nil, errors.New("the page is nested too deeply for its size")
	}
	return t, nil
}

// maxWork bounds the sum of the depths of all nodes, to which the extractor's
// cost is proportional: it reads the text of elements within elements again.
const maxWork = 3_000_000

func (t *tree) unmarkAll(n *html.Node, sign string, depth int) (work int) {
	if n.Type == html.TextNode {
		t.unmark(n, sign)
	}
	for child := range n.ChildNodes() {
		work += depth + t.unmarkAll(child, sign, depth+1)
	}
	return work
}

// The signs are private characters, of which no page uses all.
const firstSign, signs = '\U000F0000', 0xFFFE

// unusedCharacter is one that the source contains neither itself nor by
// reference.
func unusedCharacter(source string) string {
	used := map[rune]bool{}
	for _, s := range []string{source, html.UnescapeString(source)} {
		for _, r := range s {
			if r >= firstSign && r < firstSign+signs {
				used[r] = true
			}
		}
	}
	for r := firstSign; r < firstSign+signs; r++ {
		if !used[r] {
			return string(r)
		}
	}
	return "" // a page that holds them all has no text to mark
}

// rawText are elements whose content is no text of the page.
var rawText = map[string]bool{
	"script": true, "style": true, "iframe": true, "noembed": true, "noframes": true,
	"noscript": true, "xmp": true, "plaintext": true,
}

// mark numbers the tokens of text and writes each number before the token's
// first character that is not white space, where it changes nothing in how
// the page is parsed.
func (t *tree) mark(sign string, maxElements int) (string, error) {
	var out strings.Builder
	out.Grow(len(t.source) + len(t.source)/8)
	z := html.NewTokenizer(strings.NewReader(t.source))
	at, elements, foreign := 0, 0, 0
	raw, title := false, false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			out.WriteString(t.source[at:])
			return out.String(), nil
		}
		size := len(z.Raw())
		token := t.source[at : at+size]
		switch kind {
		case html.TextToken:
			if title && t.title.end == 0 {
				t.title = stretch{at, at + size}
			}
			if !raw && sign != "" {
				rest := trimSpace(token)
				if start := at + size - len(rest); rest != "" {
					out.WriteString(t.source[at:start])
					out.WriteString(sign + strconv.Itoa(len(t.tokens)) + sign)
					t.tokens = append(t.tokens, stretch{start, at + size})
					token = rest
				}
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			if elements++; elements > maxElements {
				return "", fmt.Errorf("the page has more than %d elements", maxElements)
			}
			name, _ := z.TagName()
			raw, title = rawText[string(name)], string(name) == "title" && foreign == 0
			switch {
			case kind == html.StartTagToken && (string(name) == "svg" || string(name) == "math"):
				foreign++
			case foreign > 0:
				z.NextIsNotRawText() // in drawings <style> and <title> hold elements
				raw = false
			case kind == html.SelfClosingTagToken && raw:
				z.NextIsNotRawText()
				raw = false
			}
		case html.EndTagToken:
			raw, title = false, false
			if name, _ := z.TagName(); foreign > 0 && (string(name) == "svg" || string(name) == "math") {
				foreign--
			}
		}
		out.WriteString(token)
		at += size
	}
}

// trimSpace cuts off what a parser takes for white space at the beginning of
// a token, be it written as references.
func trimSpace(token string) string {
	for token != "" {
		unit, size := nextUnit(token)
		if !strings.Contains(" \t\n\f\r\x00", unit) {
			break
		}
		token = token[size:]
	}
	return token
}

// unmark takes the numbers out of a node's text and remembers them.
func (t *tree) unmark(n *html.Node, sign string) {
	if sign == "" || !strings.Contains(n.Data, sign) {
		return
	}
	var node textNode
	var data strings.Builder
	rest := n.Data
	for {
		before, behind, found := strings.Cut(rest, sign)
		data.WriteString(before)
		if !found {
			break
		}
		number, behind, _ := strings.Cut(behind, sign)
		if token, err := strconv.Atoi(number); err == nil && token < len(t.tokens) {
			node.pieces = append(node.pieces, piece{data.Len(), token})
		}
		rest = behind
	}
	node.data = data.String()
	n.Data = node.data
	n.Attr = append(n.Attr, html.Attribute{Key: nodeKey, Val: strconv.Itoa(len(t.nodes))})
	if _, there := t.byData[node.data]; there {
		t.byData[node.data] = -1
	} else {
		t.byData[node.data] = len(t.nodes)
	}
	t.nodes = append(t.nodes, node)
}

// origin is what is known of a text node of the extracted tree, nil if nothing
// is.
func (t *tree) origin(n *html.Node) *textNode {
	for _, a := range n.Attr {
		if a.Key == nodeKey {
			if i, err := strconv.Atoi(a.Val); err == nil && i < len(t.nodes) && t.nodes[i].data == n.Data {
				return &t.nodes[i]
			}
		}
	}
	if i, there := t.byData[n.Data]; there && i >= 0 {
		return &t.nodes[i]
	}
	return nil
}
