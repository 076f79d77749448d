package annotated

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	loads    = regexp.MustCompile(`^(script|style|img|iframe|object|embed|link|meta|base)$`)
	acts     = regexp.MustCompile(`^(on[a-z]+|style)$`)
	leadsOut = regexp.MustCompile(`^\s*(javascript:|https?:|data:(text|image|application/(x|java|ecma)))`)
)

// runs is the first element that could run or load something. The page's own
// script and style stand elsewhere; its own links lead within the page or hold
// its GeoJSON. The page is cut at its signs, since a pattern looked for anywhere
// in it takes longer than all else.
func runs(page string) string {
	for {
		_, rest, more := strings.Cut(page, "<")
		if !more {
			return ""
		}
		element, after, _ := strings.Cut(rest, ">")
		page = after
		name, attributes := element, ""
		if i := strings.IndexAny(element, " \t\r\n\f"); i >= 0 {
			name, attributes = element[:i], element[i+1:]
		}
		wrong := loads.MatchString(strings.ToLower(name))
		for attributes != "" && !wrong {
			before, quoted, _ := strings.Cut(attributes, `"`)
			value, left, _ := strings.Cut(quoted, `"`)
			attributes = left
			for field := range strings.FieldsSeq(strings.ToLower(before)) {
				key, _, _ := strings.Cut(field, "=")
				wrong = wrong || acts.MatchString(key) || (key == "href" || key == "src") && leadsOut.MatchString(strings.ToLower(value))
			}
		}
		if wrong {
			return "<" + element + ">"
		}
	}
}

func TestRuns(t *testing.T) {
	for _, row := range []struct{ page, want, reason string }{
		{`<p class="a">x</p><a href="#b">`, "", "text and links within"},
		{`<p>x<SCRIPT>y`, "<SCRIPT>", "a script"},
		{`<svg a="b" onload=x>`, `<svg a="b" onload=x>`, "a handler"},
		{"<svg\tonload=x>", "<svg\tonload=x>", "a handler behind another space"},
		{`<svg a=" onload=x">`, "", "a value"},
		{`<a href=" javascript:x">`, `<a href=" javascript:x">`, "a link that acts"},
	} {
		assert.Equal(t, row.want, runs(row.page), row.reason)
	}
}

// FuzzPage: an article's markup is text on its page, and its map is JSON.
func FuzzPage(f *testing.F) {
	for _, a := range sampletext.Own() {
		f.Add(a.Text)
	}
	f.Add("<script>alert(1)</script> killed two people in Homs, \"><img src=x onerror=alert(1)> said.")
	f.Add("Ali </article><svg onload=x> & ' \" \x00 \xff \u202e said: “<a href=javascript:x>”")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5_000 {
			return
		}
		a := dateline.Analyze(text)
		got := page(t, a)
		require.Empty(t, runs(got))
		require.Equal(t, got, page(t, a), "the same each time")
		require.True(t, json.Valid(GeoJSON(a)))
	})
}
