package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func read(t *testing.T, name string) *Page {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "testdata", name))
	require.NoError(t, err)
	p, err := Extract(Input{Name: name, Body: body})
	require.NoError(t, err)
	return p
}

func TestNews(t *testing.T) {
	p := read(t, "news.html")
	assert.Equal(t, "Ferry capsizes off Port Amara, at least 11 dead", p.Title)
	assert.Equal(t, "Lina Quent", p.Byline)
	assert.Equal(t, "The Coast Ledger", p.Site)
	assert.Equal(t, "https://ledger.example/world/ferry-amara", p.URL, "the canonical address")
	assert.Equal(t, time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC), p.Published, "the day where the paper is, not in UTC")
	assert.Equal(t, "utf-8", p.Encoding)
	assert.Equal(t, p.Published, p.Article().Published)
	assert.Equal(t, p.URL, p.Article().ID)
	assert.True(t, strings.HasPrefix(p.Text, p.Title+"\n\n"), "the headline first, once")
	assert.Equal(t, 1, strings.Count(p.Text, "capsizes"))
	for _, kept := range []string{"in the Malindi Channel on Tuesday, the", "no" + "thing,”", "José Carvalho", "calm & the", "officer said", "at 14.\nShe said", "women…", "\n\nNobody counted us"} {
		assert.Contains(t, p.Text, kept)
	}
	for _, gone := range []string{"Home", "cookies", "Belmonte", "Troll77", "All rights reserved", "4,000", "\u00ad", "&", "<"} {
		assert.NotContains(t, strings.ReplaceAll(p.Text, "calm & the", ""), gone)
	}

	where := func(words string) []string {
		at := strings.Index(p.Text, words)
		require.GreaterOrEqual(t, at, 0, words)
		var out []string
		for _, place := range p.Places(span.Of(p.Text, at, at+len(words))) {
			out = append(out, p.Source[place.Start:place.End])
		}
		return out
	}
	assert.Equal(t, []string{"Ferry capsizes off ", "Port Amara", ", at least 11&nbsp;dead"}, where(p.Title), "a place between any two tags, in the headline that the page shows")
	assert.Equal(t, []string{"Ma&shy;lindi\n   Channel"}, where("Malindi Channel"), "across a soft hyphen and a line end")
	assert.Equal(t, []string{"no", "thing"}, where("nothing"), "a word with tags in it")
	assert.Equal(t, []string{"Jos&eacute; Carvalho"}, where("José Carvalho"))
	assert.Equal(t, []string{"at 14.", "She said"}, where("at 14.\nShe said"))
	assert.Empty(t, p.Places(span.Of(p.Text, len(p.Title), len(p.Title)+2)), "an empty line is nowhere in the page")
}

func TestBrokenMarkup(t *testing.T) {
	p := read(t, "broken.html")
	assert.Equal(t, "Mine shaft fire kills four near Keld", p.Title)
	for _, kept := range []string{
		"killed four miners and injured nine others", "copper & never came out", "missing < 24 hours later", "Loose words that belong before the table",
		"a letter © and asked", "guards. It did", "that children played there in",
	} {
		assert.Contains(t, p.Text, kept)
	}
	assert.NotContains(t, p.Text, "Home")
}

func TestEncodings(t *testing.T) {
	const text = "Überfall in Łódź? No: in São Tomé — “deux blessés” 🚑."
	utf8Page := func(meta, words string) string {
		return "<html><head>" + meta + "<title>Raid</title></head><body><h1>Raid</h1><p>" + words + " " + strings.Repeat("The police said that two men were hurt near the market, and that a third was missing. ", 4) + "</p></body></html>"
	}
	encode := func(e interface{ String(string) (string, error) }, s string) string {
		out, err := e.String(s)
		require.NoError(t, err)
		return out
	}
	for _, row := range []struct{ body, header, encoding, want, reason string }{
		{utf8Page("", text), "", "utf-8", text, "nothing is declared, it is valid UTF-8"},
		{"\ufeff" + utf8Page(`<meta charset=koi8-r>`, text), "text/html; charset=iso-8859-1", "utf-8", text, "a byte order mark goes before all"},
		{utf8Page(`<meta charset=iso-8859-1>`, text), "", "utf-8", text, "what the page says is not what it is"},
		{utf8Page("", "caf\xe9"), "text/html; charset=utf-8", "utf-8", "caf\uFFFD", "the header goes before what it might be"},
		{utf8Page("", "caf\xe9 \x93x\x94"), "", "windows-1252", "café “x”", "nothing is declared, it is no UTF-8"},
		{encode(charmap.KOI8R.NewEncoder(), utf8Page(`<meta charset=koi8-r>`, "Взрыв")), "", "koi8-r", "Взрыв", "declared in the page"},
		{encode(charmap.Windows1256.NewEncoder(), utf8Page("", "انفجار")), "text/html; charset=windows-1256", "windows-1256", "انفجار", "declared in the header"},
		{encode(japanese.ShiftJIS.NewEncoder(), utf8Page(`<meta charset=shift_jis>`, "東京で爆発")), "", "shift_jis", "東京で爆発", "two bytes a character"},
		{encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), utf8Page("", text)), "", "utf-16le", text, "UTF-16 with a byte order mark"},
		{encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder(), utf8Page("", text)), "text/html; charset=utf-16be", "utf-16be", text, "UTF-16 by header"},
	} {
		p, err := Extract(Input{Body: []byte(row.body), ContentType: row.header})
		require.NoError(t, err, row.reason)
		assert.Equal(t, row.encoding, p.Encoding, row.reason)
		at := strings.Index(p.Text, row.want)
		if assert.GreaterOrEqual(t, at, 0, row.reason) {
			requireLaw(t, p, []byte(row.body), at, at+len(row.want))
			place := p.Places(span.Of(p.Text, at, at+len(row.want)))[0]
			assert.Equal(t, row.want, p.Source[place.Start:place.End], row.reason)
		}
	}
}

func TestNoArticle(t *testing.T) {
	long := strings.Repeat("Two men were hurt near the market, the police said. ", 40)
	for _, row := range []struct{ body, want, reason string }{
		{"", "0 characters of running text", "an empty file"},
		{"<html><body><p>Short.</p></body></html>", "fewer than 140", "hardly any text"},
		{file(t, "consent.html"), "accept cookies", "a consent page"},
		{file(t, "paywall.html"), "subscription", "a paywall"},
		{file(t, "front.html"), "links", "a front page"},
		{"<title>Just a moment</title><h1>Checking your browser</h1><p>Complete the captcha to go on.</p>", "whether the reader is a person", "a check for robots"},
		{"<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", "JavaScript", "a page that a script would fill"},
		{"<h1>404</h1><p>The page you are looking for is not here.</p>", "no such page", "an error served as a page"},
		{"\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x01", 400), "no article", "no page at all"},
	} {
		_, err := Extract(Input{Body: []byte(row.body)})
		var none *NoArticleError
		require.ErrorAs(t, err, &none, row.reason)
		assert.ErrorContains(t, err, row.want, row.reason)
	}
	p, err := Extract(Input{Body: []byte("<h1>Raid</h1><article><p>" + long + "</p><p>We use cookies, the baker said.</p></article>")})
	require.NoError(t, err, "a long text may speak of cookies")
	assert.False(t, p.Partial)
	p, err = Extract(Input{Body: []byte(`<script type="application/ld+json">{"isAccessibleForFree":false}</script><h1>Raid</h1><article><p>` + long + "</p></article>")})
	require.NoError(t, err)
	assert.True(t, p.Partial, "what can be read is read, and said to be a part")
	_, err = Extract(Input{Body: make([]byte, MaxBytes+1)})
	require.ErrorContains(t, err, "more than the")
}

func file(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", "testdata", name))
	require.NoError(t, err)
	return string(body)
}

func TestFacts(t *testing.T) {
	body := "<article><h1>Raid</h1><p>" + strings.Repeat("Two men were hurt near the market, the police said. ", 10) + "</p></article>"
	for _, row := range []struct{ head, published, url, reason string }{
		{`<meta property="article:published_time" content="2026-05-01T00:30:00+03:00">`, "2026-05-01", "", "in the zone of the page"},
		{`<meta name="pubdate" content="2026-05-02">`, "2026-05-02", "", "another name for it"},
		{`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Raid","datePublished":"2026-05-03T10:00:00Z"}</script>`, "2026-05-03", "", "structured data"},
		{`<meta name="date" content="1970-01-01">`, "", "", "a default value is no date"},
		{`<meta name="date" content="yesterday">`, "", "", "not a date"},
		{`<!-- saved from url=(0027)https://ledger.example/raid -->`, "", "https://ledger.example/raid", "saved by a browser"},
		{`<meta property="og:url" content="javascript:alert(1)">`, "", "", "no address of a page"},
	} {
		p, err := Extract(Input{Body: []byte("<html><head>" + row.head + "<title>Raid</title></head><body>" + body)})
		require.NoError(t, err)
		got := ""
		if !p.Published.IsZero() {
			got = p.Published.Format(time.DateOnly)
		}
		assert.Equal(t, row.published, got, row.reason)
		assert.Equal(t, row.url, p.URL, row.reason)
	}
}

func TestTitle(t *testing.T) {
	body := "<p>" + strings.Repeat("Two men were hurt near the market, the police said. ", 10) + "</p>"
	for _, row := range []struct{ page, want, reason string }{
		{"<title>Raid in Keld leaves two hurt | Ledger</title><h1>Ledger</h1><h2>Raid in Keld leaves two hurt</h2>", "Raid in Keld leaves two hurt", "the headline is of the second rank"},
		{"<title>Raid in Keld leaves two hurt | Ledger</title>", "Raid in Keld leaves two hurt", "the title element alone"},
		{`<meta property="og:title" content="Police raid in Keld leaves two men hurt"><title>x</title><h1>Police raid leaves two men hurt in Keld</h1>`, "Police raid leaves two men hurt in Keld", "the headline that readers see"},
	} {
		p, err := Extract(Input{Body: []byte("<html><head></head><body>" + row.page + "<article>" + body + "</article>")})
		require.NoError(t, err)
		assert.Equal(t, row.want, p.Title, row.reason)
		first, _, _ := strings.Cut(p.Text, "\n")
		assert.Equal(t, row.want, first, row.reason)
		requireLaw(t, p, []byte("<html><head></head><body>"+row.page+"<article>"+body+"</article>"), 0, len(first))
	}
}
