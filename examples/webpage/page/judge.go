package page

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// NoArticleError says that a page holds no article, and why that seems so.
type NoArticleError struct{ Reason string }

func (e *NoArticleError) Error() string { return "no article in this page: " + e.Reason }

// What makes an article: so many characters of text, not most of them links.
const (
	minText = 140
	// Below this, words of the table of obstacles count: a notice is short.
	shortText = 1500
)

//go:embed obstacles.txt
var obstacleTable string

// obstacle is a phrase of a page that stands in an article's place.
type obstacle struct{ phrase, reason string }

var obstacles = readObstacles(obstacleTable)

func readObstacles(table string) (list []obstacle) {
	reason := ""
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case strings.HasSuffix(line, ":"):
			reason = strings.TrimSuffix(line, ":")
		default:
			list = append(list, obstacle{line, reason})
		}
	}
	return list
}

// judge tells an article from what is served in its place. Visible is the
// beginning of the whole page's text.
func judge(body *writer, visible string, partial bool) error {
	text := body.text.String()
	length := utf8.RuneCountInString(text)
	no := func(format string, args ...any) error { return &NoArticleError{fmt.Sprintf(format, args...)} }
	switch {
	case length < minText:
		if reason := hindered(visible); reason != "" {
			return no("%s", reason)
		}
		if partial {
			return no("it says itself that the article is for subscribers")
		}
		return no("%d characters of running text, fewer than %d", length, minText)
	case length < shortText && hindered(text) != "":
		return no("%s", hindered(text))
	case 10*body.linked > 6*len(text):
		return no("most of its text is links: a front page or a list of stories")
	case !strings.ContainsAny(text, ".!?。۔؟"):
		return no("its text has no sentences")
	}
	return nil
}

func hindered(text string) string {
	text = strings.ToLower(oneLine(strings.ReplaceAll(text, "’", "'")))
	for _, o := range obstacles {
		if strings.Contains(text, o.phrase) {
			return o.reason
		}
	}
	return ""
}

// opening is the beginning of everything that a page shows.
func opening(t *tree) string {
	var b strings.Builder
	skip := false
	for n := range t.root.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			skip = n.Data == "script" || n.Data == "style"
		case n.Type == html.TextNode && !skip:
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
		if b.Len() > 1<<14 {
			break
		}
	}
	return b.String()
}
