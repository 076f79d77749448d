package main

import (
	"bufio"
	"bytes"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/annotated"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// find is the span of the n-th (from 0) occurrence of words in text.
func find(t *testing.T, text, words string, n int) *span.Span {
	t.Helper()
	at := -1
	for range n + 1 {
		i := strings.Index(text[at+1:], words)
		require.GreaterOrEqual(t, i, 0, "test article lacks %q", words)
		at += 1 + i
	}
	s := span.Of(text, at, at+len(words))
	return &s
}

// handmade is an analysis made without the engines, with everything a page
// must cope with: nested quotes, spans that overlap, a quote in pieces, one
// without a source, and whatever names the caller wants.
func handmade(t *testing.T, name, before string) *dateline.Analysis {
	text := before + "“We left, all of us,” " + name + " said, “and the army fired.” The medic said “" + name + " told us 12 dead & 3 hurt” on Sunday. It was reported that dozens fled Homs."
	s := func(words string, n int) *span.Span { return find(t, text, words, n) }
	twelve, three, many := 12, 3, 24
	return &dateline.Analysis{
		Schema: dateline.Schema, ID: name, Text: text,
		Mentions: []entities.Mention{
			{Span: *s(name, strings.Count(before, name)), Type: entities.Person, Entity: 0},
			{Span: *s(name, strings.Count(before, name)+1), Type: entities.Person, Entity: 0},
			{Span: *s("Homs", 0), Type: entities.GPE, Entity: 1},
		},
		Entities: []entities.Entity{
			{Name: name, Type: entities.Person, Aliases: []string{name, "the <b>boss</b>"}, Mentions: []int{0, 1}},
			{Name: "Homs", Type: entities.GPE, Mentions: []int{2}},
		},
		Quotes: []quotes.Quote{
			{
				Content: *s("We left, all of us,” "+name+" said, “and the army fired.", 0),
				Pieces:  []span.Span{*s("We left, all of us,", 0), *s("and the army fired.", 0)},
				Kind:    quotes.Direct, Cue: s("said", 0), Mention: s(name, strings.Count(before, name)), Source: 0, Continues: -1,
			},
			{Content: *s(name+" told us 12 dead & 3 hurt", 0), Kind: quotes.Direct, Cue: s("said", 1), Mention: s("The medic", 0), Source: 1, Continues: -1},
			{Content: *s("12 dead & 3 hurt", 0), Kind: quotes.Indirect, Cue: s("told", 0), Mention: s(name, strings.Count(before, name)+1), Source: 0, Continues: -1},
			{Content: *s("dozens fled Homs", 0), Kind: quotes.Indirect, Cue: s("reported", 0), Source: -1, Continues: -1},
		},
		Sources: []quotes.Source{
			{Kind: quotes.Named, Name: name, Entity: 0, Quotes: []int{0, 2}},
			{Kind: quotes.Anonymous, Name: "the medic", Entity: -1, Reason: quotes.Fear, Quotes: []int{1}},
		},
		Claims: []extract.Claim{
			{Outcome: extract.Killed, Min: &twelve, Max: &twelve, Count: *s("12", 0), Trigger: *s("dead & 3 hurt", 0), Reporter: s("us 12", 0), Source: 1, PartOf: -1, Replaces: -1, Incident: 0},
			{Outcome: extract.Injured, Min: &three, Max: &three, Count: *s("3", 0), Trigger: *s("hurt", 0), Time: s("Sunday", 0), Source: 1, PartOf: -1, Replaces: -1, Incident: 0},
			{Outcome: extract.Displaced, Min: &many, Count: *s("dozens", 0), Trigger: *s("fled", 0), Place: s("Homs", 0), Source: -1, PartOf: -1, Replaces: -1, Incident: -1, Vague: true},
		},
		Incidents: []extract.Incident{{Place: 1, Perpetrator: -1, Figures: []extract.Figure{
			{Outcome: extract.Killed, Low: &twelve, High: &twelve, Best: &twelve, Claims: []int{0}},
			{Outcome: extract.Injured, Low: &three, High: &three, Claims: []int{1}},
		}, Claims: []int{0, 1}}},
	}
}

func pageOf(t *testing.T, analyses ...*dateline.Analysis) string {
	t.Helper()
	var b bytes.Buffer
	h := &htmlWriter{w: bufio.NewWriter(&b)}
	for _, a := range analyses {
		require.NoError(t, h.page(a))
	}
	require.NoError(t, h.close())
	require.NoError(t, h.w.Flush())
	return b.String()
}

var (
	articleElement = regexp.MustCompile(`(?s)<article class="text"[^>]*>(.*?)</article>`)
	anyTag         = regexp.MustCompile(`<[^>]*>`)
	articleTag     = regexp.MustCompile(`^</?(span|a|h1)( (class|data-k|data-mark|title|href|id|aria-label)="[^"<>]*")*>$`)
)

// textOf is the text content of the page's n-th article.
func textOf(t *testing.T, page string, n int) string {
	t.Helper()
	found := articleElement.FindAllStringSubmatch(page, -1)
	require.Greater(t, len(found), n)
	for _, tag := range anyTag.FindAllString(found[n][1], -1) {
		require.Regexp(t, articleTag, tag, "only the page's own tags stand in an article")
	}
	return html.UnescapeString(anyTag.ReplaceAllString(found[n][1], ""))
}

// shown is what HTML can hold of a text.
func shown(text string) string {
	return strings.ReplaceAll(string([]rune(text)), "\x00", "\uFFFD")
}

var hostile = []struct{ name, before, reason string }{
	{"Ali Hadi", "HOMS — ", "plain"},
	{"Ali Hadi", "", "a span at the very start"},
	{"</article></main><script>document.title='owned'</script>", "<!--", "markup in a name, an open comment in the text"},
	{`"><img src=x onerror=alert(1)>`, "", "breaking out of an attribute"},
	{`' onmouseover='alert(1)`, "javascript:alert(1) ", "single quotes, a script address"},
	{"{{.Policy}}", "{{template `head`}}", "template code"},
	{"O’Brien\x00\x1b[31m", "\r\nline\rline\n\n ", "NUL, escapes, carriage returns"},
	{"Al\xff\xc3i", "\xf0\x9f", "invalid UTF-8"},
	{"🇮🇶 رعد \u202eevil", "&amp;lt;&#60;script&#62; ", "emoji, right to left, an override, references that must not be read twice"},
	{"</style><style>*{display:none}</style>", "]]>", "styles"},
}

func TestPage(t *testing.T) {
	for _, row := range hostile {
		t.Run(row.reason, func(t *testing.T) {
			a := handmade(t, row.name, row.before)
			page := pageOf(t, a, a)
			for n := range 2 {
				assert.Equal(t, shown(a.Text), textOf(t, page, n), "the article as it was given")
			}
			checkPage(t, page, a)
			assert.Equal(t, 1, strings.Count(page, "<script"), "the page's own script alone")
			assert.Equal(t, 1, strings.Count(page, "<style"), "the page's own style alone")
			assert.NotContains(t, page, "<img")
			for _, tag := range anyTag.FindAllString(page, -1) {
				assert.NotRegexp(t, `\s(on[a-z]+|style|src)\s*=`, regexp.MustCompile(`"[^"]*"`).ReplaceAllString(tag, `""`), "no handler, style or source")
			}
		})
	}
}

// checkPage compares the page's lists with the analysis.
func checkPage(t *testing.T, page string, a *dateline.Analysis) {
	t.Helper()
	contents := func(pattern string) (found []string) {
		for _, m := range regexp.MustCompile(`(?s)`+pattern).FindAllStringSubmatch(page, -1) {
			found = append(found, html.UnescapeString(m[1]))
		}
		return found
	}
	normal := func(s string) string { return strings.ReplaceAll(shown(s), "\r", "") }
	names := contents(`<bdi class="name">(.*?)</bdi>`)
	for i := range names {
		names[i] = normal(names[i])
	}
	for _, e := range a.Entities {
		assert.Contains(t, names, normal(e.Name), "entities")
	}
	for _, s := range a.Sources {
		assert.Contains(t, names, normal(s.Name), "sources")
	}
	quoted := contents(`<bdi class="said">(.*?)</bdi>`)
	for i := range quoted {
		quoted[i] = normal(quoted[i])
	}
	for _, q := range a.Quotes {
		assert.Contains(t, quoted, normal(annotated.Said(&q)), "quotes")
	}
	assert.Equal(t, len(a.Claims), strings.Count(page, "<tr id=")/strings.Count(page, "<main "), "one row a claim")
	targets := contents(` href="#([^"]*)"`)
	ids := map[string]bool{}
	for _, id := range contents(` id="([^"]*)"`) {
		assert.False(t, ids[id], "id %s is there once", id)
		ids[id] = true
	}
	for _, target := range targets {
		assert.True(t, ids[target], "link to %s leads somewhere", target)
	}
}

func TestPageOfNothing(t *testing.T) {
	var b bytes.Buffer
	h := &htmlWriter{w: bufio.NewWriter(&b)}
	require.NoError(t, h.close())
	require.NoError(t, h.w.Flush())
	assert.True(t, strings.HasSuffix(b.String(), "</html>\n"), "no article at all is still a page")
	assert.Empty(t, textOf(t, pageOf(t, dateline.Analyze("")), 0))
}

// TestBrowser reads pages with a real browser: the digests of the page's policy
// let its script and style run, and the text comes through.
func TestBrowser(t *testing.T) {
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		t.Skip("no Chromium here: install the package chromium to test the page in a browser")
	}
	var analyses []*dateline.Analysis
	for _, row := range hostile {
		analyses = append(analyses, handmade(t, row.name, row.before))
	}
	analyses = append(analyses, dateline.Analyze(sample))
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	require.NoError(t, os.WriteFile(file, []byte(pageOf(t, analyses...)), 0o600))

	command := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--dump-dom", "file://"+file)
	command.WaitDelay = time.Second
	stop := time.AfterFunc(time.Minute, func() { _ = command.Process.Kill() })
	defer stop.Stop()
	dom, err := command.Output()
	require.NoError(t, err)

	page := string(dom)
	assert.Contains(t, page, `<html lang="en" class="js">`, "the page's own script ran")
	assert.Contains(t, page, "<title>dateline</title>", "nobody else's did")
	assert.Equal(t, 1, strings.Count(page, "<script"))
	for n, a := range analyses {
		assert.Equal(t, shown(a.Text), textOf(t, page, n))
	}
}
