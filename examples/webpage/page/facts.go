package page

import (
	"encoding/json"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// facts are what a page says about itself where the extractor does not look.
type facts struct {
	url     string
	dates   []string // most trusted first
	partial bool
}

// dateNames are meta elements that give the day of publication.
var dateNames = set("article:published_time og:article:published_time datepublished date pubdate publishdate publish-date " +
	"publish_date pub_date publication_date dc.date dc.date.issued dcterms.created dcterms.date dcterms.issued sailthru.date cxenseparse:recs:publishtime")

func readFacts(root *html.Node) facts {
	var f facts
	var times []string
	for n := range root.Descendants() {
		switch {
		case n.Type == html.CommentNode && strings.HasPrefix(strings.TrimSpace(n.Data), "saved from url="):
			f.setURL(savedFrom(n.Data)) // browsers write it into saved pages
		case n.Type != html.ElementNode:
		case n.Data == "link" && strings.EqualFold(attribute(n, "rel"), "canonical"):
			f.setURL(attribute(n, "href"))
		case n.Data == "meta":
			for _, key := range []string{"property", "name", "itemprop"} {
				if dateNames[strings.ToLower(attribute(n, key))] {
					f.dates = append(f.dates, attribute(n, "content"))
				}
			}
			if attribute(n, "property") == "og:url" {
				f.setURL(attribute(n, "content"))
			}
		case n.Data == "time" && attribute(n, "datetime") != "" && within(n, "article", "main", "header"):
			times = append(times, attribute(n, "datetime"))
		case n.Data == "script" && strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil:
			f.partial = f.partial || saysPartial(n.FirstChild.Data)
		}
	}
	f.dates = append(f.dates, times...)
	return f
}

func (f *facts) setURL(address string) {
	if f.url == "" && (strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")) {
		f.url = address
	}
}

// savedFrom reads " saved from url=(0031)https://example.org/story ".
func savedFrom(comment string) string {
	_, address, _ := strings.Cut(comment, ")")
	return strings.TrimSpace(address)
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func within(n *html.Node, names ...string) bool {
	for n := range n.Ancestors() {
		for _, name := range names {
			if n.Data == name {
				return true
			}
		}
	}
	return false
}

// saysPartial finds "isAccessibleForFree": false.
func saysPartial(script string) bool {
	var data any
	if !strings.Contains(script, "isAccessibleForFree") || json.Unmarshal([]byte(script), &data) != nil {
		return false
	}
	return anyPart(data, func(object map[string]any) bool {
		switch free := object["isAccessibleForFree"].(type) {
		case bool:
			return !free
		case string:
			return strings.EqualFold(free, "false")
		}
		return false
	})
}

func anyPart(data any, is func(map[string]any) bool) bool {
	switch data := data.(type) {
	case map[string]any:
		if is(data) {
			return true
		}
		for _, part := range data {
			if anyPart(part, is) {
				return true
			}
		}
	case []any:
		for _, part := range data {
			if anyPart(part, is) {
				return true
			}
		}
	}
	return false
}

// earliest is before any page; what claims to be older is a default value.
const earliest = 1990

// published is the day of publication in the page's own time zone.
func (f *facts) published(article readability.Article) time.Time {
	if t, err := article.PublishedTime(); err == nil && t.Year() >= earliest {
		return day(t)
	}
	for _, date := range f.dates {
		for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04", time.DateTime, time.DateOnly, time.RFC1123, time.RFC1123Z, "January 2, 2006", "2 January 2006", "20060102"} {
			if t, err := time.Parse(layout, strings.TrimSpace(date)); err == nil && t.Year() >= earliest {
				return day(t)
			}
		}
	}
	return time.Time{}
}

func day(t time.Time) time.Time {
	year, month, d := t.Date()
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}
