package page

import (
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// What a page may have at most. Pages of news sites stay far below; the parser
// itself refuses pages nested deeper than 512 elements.
const (
	MaxBytes    = 8 << 20
	maxElements = 60_000
)

// Extract takes the article out of a page. A page without one gives a
// [NoArticleError].
func Extract(in Input) (*Page, error) {
	if len(in.Body) > MaxBytes {
		return nil, fmt.Errorf("the page has %d bytes, more than the %d that are read", len(in.Body), MaxBytes)
	}
	p := &Page{Name: in.Name, URL: in.URL, decoded: decode(in.Body, in.ContentType)}
	p.Source, p.Encoding = p.decoded.text, p.decoded.encoding
	t, err := parse(p.Source, maxElements)
	if err != nil {
		return nil, err
	}
	p.title = t.title
	facts := readFacts(t.root)
	if p.URL == "" {
		p.URL = facts.url
	}
	headings := headings(t)
	visible := opening(t) // the extractor changes the tree
	article, err := readable(t.root, p.URL)
	if err != nil {
		return nil, err
	}
	p.Byline, p.Site, p.Language = oneLine(article.Byline()), oneLine(article.SiteName()), article.Language()
	p.Published, p.Partial = facts.published(article), facts.partial
	body := &writer{tree: t}
	if article.Node != nil {
		body.node(article.Node)
	}
	if err := judge(body, visible, facts.partial); err != nil {
		return nil, err
	}
	p.Title = oneLine(article.Title())
	p.compose(headings, body)
	return p, nil
}

// readable runs the extractor, which is not ours: should it panic on a page,
// the other pages go on.
func readable(root *html.Node, address string) (article readability.Article, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the extractor failed on this page: %v", r)
		}
	}()
	var pageURL *url.URL
	if u, err := url.Parse(address); err == nil && u.IsAbs() {
		pageURL = u
	}
	parser := readability.NewParser()
	article, err = parser.ParseAndMutate(root, pageURL)
	if err != nil {
		err = fmt.Errorf("the extractor failed on this page: %w", err)
	}
	return article, err
}

// compose puts the headline before the article, as the page shows it. A title
// that stands nowhere in the page's text stays out of the article: nothing in
// it could be traced.
func (p *Page) compose(headings []*writer, body *writer) {
	all := &writer{tree: body.tree}
	if heading, start, end := findTitle(p.Title, headings); heading != nil {
		shown := heading.text.String()[start:end]
		p.Title = oneLine(shown)
		if first, _, _ := strings.Cut(body.text.String(), "\n"); !strings.EqualFold(first, shown) {
			all.append(heading, start, end)
		}
	}
	all.append(body, 0, body.text.Len())
	p.Text, p.segments, p.Lost = all.text.String(), all.segments, body.lost
}

// headings renders the headings of the first rank, and the title, with their
// places. It also takes out of links what would make the extractor write
// their text anew.
func headings(t *tree) []*writer {
	var first, second, title []*writer
	for n := range t.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "a":
			dropScriptAddress(n)
		case "h1", "h2", "title":
			w := &writer{tree: t}
			for child := range n.ChildNodes() {
				w.node(child)
			}
			switch {
			case w.text.Len() == 0 || w.lost > 0 || n.Namespace != "":
			case n.Data == "h1":
				first = append(first, w)
			case n.Data == "h2":
				second = append(second, w)
			default:
				title = append(title, w)
			}
		}
	}
	const few = 20 // of each
	return append(append(first[:min(len(first), few)], second[:min(len(second), few)]...), title[:min(len(title), 1)]...)
}

func dropScriptAddress(a *html.Node) {
	for i := range a.Attr {
		if a.Attr[i].Key == "href" && strings.HasPrefix(a.Attr[i].Val, "javascript:") {
			a.Attr[i].Val = ""
		}
	}
}

// findTitle is the heading that says the title, or that contains it ("Title |
// Site"), else the first that shares most words with it, as where the title
// for search engines is not the headline. It is nil if there is none.
func findTitle(title string, headings []*writer) (heading *writer, start, end int) {
	if title == "" {
		return nil, 0, 0
	}
	for _, h := range headings {
		if text := h.text.String(); strings.EqualFold(oneLine(text), title) {
			return h, 0, len(text)
		}
	}
	for _, h := range headings {
		if at := strings.Index(h.text.String(), title); at >= 0 {
			return h, at, at + len(title)
		}
	}
	wanted := map[string]bool{}
	for word := range strings.FieldsSeq(strings.ToLower(title)) {
		wanted[word] = true
	}
	for _, h := range headings {
		text := h.text.String()
		shared, words := 0, strings.Fields(strings.ToLower(text))
		for _, word := range words {
			if wanted[word] {
				shared++
			}
		}
		if 2*shared > max(len(words), len(wanted)) {
			return h, 0, len(text)
		}
	}
	return nil, 0, 0
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
