package page

import (
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/stretchr/testify/assert"
)

// story is enough text to be an article.
var story = strings.Repeat("<p>A tanker burned in the harbour of Port Amara on Monday and three of its crew were hurt, the harbour master said, while tugs pulled the ship away.</p>", 3)

// TestHostile reads pages made to be slow or to break parsers: each is
// answered within a time that has nothing to do with quadratic cost.
func TestHostile(t *testing.T) {
	n := 20_000
	if testing.Short() || cputime.Raced {
		n = 2000
	}
	for _, row := range []struct{ name, before, reason string }{
		{"deep", strings.Repeat("<div>", n), "nested deeper than any page"},
		{"deep inline", strings.Repeat("<b>", n), "formatting elements, which a parser opens again and again"},
		{"nearly too deep", strings.Repeat("<div>", 490) + strings.Repeat("<p>word, word, word.", n), "as deep as is allowed, with text"},
		{"misnested", strings.Repeat("<b><i></b>", n), "the adoption agency"},
		{"paragraphs and formatting", strings.Repeat("<a><b><p>", n), "formatting opened again in each paragraph"},
		{"flat", strings.Repeat("<p>word, word, word. ", n), "many paragraphs"},
		{"breaks", strings.Repeat("<br>", n), "line breaks, which become paragraphs"},
		{"broken lines", "<div>" + strings.Repeat("word word<br><br>", n) + "</div>", "paragraphs made of line breaks"},
		{"links", strings.Repeat("<a href=x>word</a> ", n), "many links"},
		{"tables", strings.Repeat("<table><tr><td>", 150) + strings.Repeat("<td>word", n), "nested tables"},
		{"foster", "<table>" + strings.Repeat("word<b>", n), "text that a table throws out"},
		{"attributes", "<p " + strings.Repeat("a=b ", 10*n) + ">", "many attributes"},
		{"unknown attributes", func() string {
			var b strings.Builder
			for i := range n {
				b.WriteString(" a" + strings.Repeat("x", i%50))
			}
			return "<p" + b.String() + ">"
		}(), "many attributes of different names"},
		{"references", "<p>" + strings.Repeat("&amp", 10*n), "references without a semicolon"},
		{"long reference", "<p>&#" + strings.Repeat("0", 50*n) + "65; &" + strings.Repeat("a", 50*n), "references without an end"},
		{"tags without an end", strings.Repeat("<a ", 10*n), "tags in tags"},
		{"comments", strings.Repeat("<!--", 10*n), "a comment without an end"},
		{"closing", strings.Repeat("</p>", 2*n), "closing tags alone, each of which makes an element"},
		{"headings", strings.Repeat("<h1>Tanker burns in harbour", n), "many headings"},
		{"times", strings.Repeat("<time datetime=x>", n), "many dates"},
		{"signs", "<p>" + string(privateUse()), "all characters that mark text are in use"},
		{"lists", strings.Repeat("<ul><li>", 240) + strings.Repeat("<li>word, word.", n), "nested lists"},
		{"images", strings.Repeat("<noscript><img src=x></noscript><img src=y>", n/4), "lazy images, which the extractor looks for"},
		{"classes", strings.Repeat("<div class='comment ad share'><p>word, word, word.</p></div>", n/2), "unlikely elements"},
		{"json", "<script type=application/ld+json>" + strings.Repeat("[", 10*n) + `"isAccessibleForFree"` + "</script>", "deep JSON"},
	} {
		t.Run(row.name, func(t *testing.T) {
			begin := cputime.Process()
			p, err := Extract(Input{Body: []byte("<!DOCTYPE html><title>Tanker burns</title>" + row.before + story)})
			took := cputime.Process() - begin
			t.Logf("%8.2f s, %d kB, %v", took.Seconds(), len(row.before)/1000, err)
			assert.Less(t, took, cputime.Bound(10*time.Second), row.reason)
			if err == nil {
				assert.NotEmpty(t, p.Text, row.reason)
			}
		})
	}
}

func privateUse() (all []rune) {
	for r := firstSign; r < firstSign+signs; r++ {
		all = append(all, r)
	}
	return all
}
