package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/examples/webpage/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
)

func webpage(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

func content(t *testing.T, path string) string {
	t.Helper()
	body, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(body)
}

func TestLines(t *testing.T) {
	for _, name := range []string{"news", "broken", "windows-1252"} {
		path := "testdata/" + name + ".html"
		status, out, errs := webpage("", "-format", "jsonl", path)
		require.Zero(t, status, errs)
		var got line
		require.NoError(t, json.Unmarshal([]byte(out), &got))
		body := content(t, path)
		a := got.Analysis
		require.Len(t, got.Places.Mentions, len(a.Mentions))
		require.NotEmpty(t, a.Mentions)
		require.Len(t, got.Places.Quotes, len(a.Quotes))
		require.NotEmpty(t, a.Quotes)
		require.Len(t, got.Places.Claims, len(a.Claims))
		require.NotEmpty(t, a.Claims)
		for i, m := range a.Mentions {
			words := ""
			for _, place := range got.Places.Mentions[i] {
				raw := body[place.ByteStart:place.ByteEnd]
				if got.Page.Encoding == "windows-1252" {
					var err error
					raw, err = charmap.Windows1252.NewDecoder().String(raw)
					require.NoError(t, err)
				}
				words += page.Normalize(raw)
			}
			assert.Equal(t, strings.ReplaceAll(m.Text, " ", ""), strings.ReplaceAll(words, " ", ""))
		}
		// The map alone leads every other span back too.
		for _, s := range got.Map {
			assert.LessOrEqual(t, s.TextEnd, len(a.Text))
			assert.LessOrEqual(t, s.ByteEnd, len(body))
		}
	}
	_, out, _ := webpage("", "-format", "jsonl", "testdata/news.html")
	var got line
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, pageFacts{
		Name: "testdata/news.html", URL: "https://ledger.example/world/ferry-amara", Title: "Ferry capsizes off Port Amara, at least 11 dead",
		Byline: "Lina Quent", Site: "The Coast Ledger", Language: "en", Published: "2026-03-18", Encoding: "utf-8",
	}, got.Page)
	var tuesday bool
	for _, c := range got.Analysis.Claims {
		tuesday = tuesday || c.When != nil && c.When.From.Format("2006-01-02") == "2026-03-17"
	}
	assert.True(t, tuesday, "“on Tuesday” counts from the day of publication")
}

func TestFormats(t *testing.T) {
	_, text, _ := webpage("", "-format", "text", "testdata/news.html")
	assert.True(t, strings.HasPrefix(text, "Ferry capsizes off Port Amara, at least 11 dead\n\n"))
	_, report, _ := webpage("", "testdata/news.html")
	for _, want := range []string{"published 2026-03-18", "ENTITIES", "José Carvalho", "QUOTES", "CASUALTY CLAIMS", "(2026-03-17)", "["} {
		assert.Contains(t, report, want)
	}
	_, report, _ = webpage("<title>Raid</title><article><p>"+strings.Repeat("The police in Homs\x1b[2J\u202e said two men were hurt. ", 9)+"</p></article>", "-")
	assert.NotContains(t, report, "\x1b", "what a page contains does not steer the terminal")
	assert.NotContains(t, report, "\u202e")
}

// TestMarkedPage: the page with its marks is the same page, and nothing in it
// runs.
func TestMarkedPage(t *testing.T) {
	for _, name := range []string{"news", "broken", "windows-1252"} {
		_, out, _ := webpage("", "-format", "html", "testdata/"+name+".html")
		require.True(t, strings.HasPrefix(out, pageHead))
		assert.Contains(t, out, `<mark class="dateline entity" title="PERSON: `)
		assert.Contains(t, out, `<mark class="dateline quote"`)
		assert.Contains(t, out, `<mark class="dateline claim"`)
		body := content(t, "testdata/"+name+".html")
		p, err := page.Extract(page.Input{Body: []byte(body)})
		require.NoError(t, err)
		assert.Equal(t, shown(t, p.Source), shown(t, strings.TrimPrefix(out, pageHead)), "all of the page's text is there, in order")
	}
	hostile := "<title>Raid</title><META HTTP-Equiv=refresh content='0;url=//a.example/'><Link rel=preconnect href=//a.example><article><p>" + strings.Repeat(`A man named &lt;script&gt; said: “Two men were hurt in Homs.” "><script>alert(1)</script>`, 9) + "</p></article>"
	_, out, _ := webpage(hostile, "-format", "html", "-")
	assert.Contains(t, out, "default-src 'none'")
	body := strings.ToLower(strings.TrimPrefix(out, pageHead))
	assert.NotContains(t, body, "http-equiv", "it leads nowhere by itself")
	assert.NotContains(t, body, "<link", "and calls nobody")
	assert.Equal(t, strings.Count(hostile, "<script"), strings.Count(out, "<script"), "no script that the page did not have")
}

func shown(t *testing.T, source string) string {
	root, err := html.Parse(strings.NewReader(source))
	require.NoError(t, err)
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, body string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o700))
		require.NoError(t, os.WriteFile(path, []byte(body), 0o600))
		return path
	}
	news := content(t, "testdata/news.html")
	archive := fmt.Sprintf("WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/ferry\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(news), news)
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	fmt.Fprint(z, archive)
	require.NoError(t, z.Close())
	write("site/b.HTM", content(t, "testdata/broken.html"))
	write("site/a/news.html", news)
	write("site/notes.txt", "not a page")
	write("site/pages.warc", archive)
	gz := write("site/pages.warc.gz", zipped.String())
	write("empty/notes.txt", "x")
	require.NoError(t, os.Symlink("/", filepath.Join(dir, "site", "link.html")))

	titles := func(out string) (found []string) {
		for l := range strings.Lines(out) {
			var got line
			require.NoError(t, json.Unmarshal([]byte(l), &got))
			found = append(found, got.Page.Title+" "+strings.TrimPrefix(got.Page.Name, dir))
		}
		return found
	}
	ferry, mine := "Ferry capsizes off Port Amara, at least 11 dead ", "Mine shaft fire kills four near Keld "
	status, out, errs := webpage("", "-format", "jsonl", filepath.Join(dir, "site"))
	assert.Zero(t, status, errs)
	assert.Equal(t, []string{ferry + "/site/a/news.html", mine + "/site/b.HTM", ferry + "/site/pages.warc: http://a.example/ferry", ferry + "/site/pages.warc.gz: http://a.example/ferry"}, titles(out), "a folder, in the order of names")

	status, out, errs = webpage(news, "-format", "jsonl", "-", filepath.Join(dir, "missing.html"), "testdata/paywall.html", filepath.Join(dir, "empty"), gz)
	assert.Equal(t, 1, status)
	assert.Equal(t, []string{ferry + "standard input", ferry + "/site/pages.warc.gz: http://a.example/ferry"}, titles(out), "the others are still read")
	assert.Contains(t, errs, "missing.html: no such file")
	assert.Contains(t, errs, "testdata/paywall.html: no article in this page: it asks for a subscription")
	assert.Contains(t, errs, "empty: the folder holds no .html")
	assert.Equal(t, 3, strings.Count(errs, "\n"))

	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/data.json" {
			w.Header().Set("Content-Type", "application/json")
		}
		fmt.Fprint(w, news)
	}))
	defer server.Close()
	status, out, _ = webpage("", "-format", "jsonl", "-allow-private", server.URL+"/ferry")
	assert.Zero(t, status)
	assert.Len(t, titles(out), 1)
	status, out, errs = webpage("", "-format", "jsonl", server.URL+"/ferry")
	assert.Equal(t, 1, status)
	assert.Empty(t, out)
	assert.Contains(t, errs, "-allow-private")
	_, _, errs = webpage("", "-allow-private", server.URL+"/data.json")
	assert.Contains(t, errs, "not a web page")
	_, _, errs = webpage("", "file:///etc/passwd")
	assert.Contains(t, errs, "only http and https")

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var errors bytes.Buffer
	assert.Equal(t, 1, run(ctx, []string{"testdata/news.html"}, strings.NewReader(""), &bytes.Buffer{}, &errors), "an interrupted run has not read everything")
}

func TestWrongUse(t *testing.T) {
	for _, row := range []struct {
		args []string
		want string
	}{
		{nil, "no page"}, {[]string{"-format", "pdf", "x"}, "use report, jsonl, text or html"}, {[]string{"-x"}, "usage: webpage"},
	} {
		status, out, errs := webpage("", row.args...)
		assert.Equal(t, 2, status)
		assert.Empty(t, out)
		assert.Contains(t, errs, row.want)
	}
	status, _, errs := webpage("", "-h")
	assert.Zero(t, status)
	assert.Contains(t, errs, "usage: webpage")
	var errors bytes.Buffer
	assert.Equal(t, 1, run(context.Background(), []string{"testdata/news.html"}, nil, fullDisk{}, &errors))
	assert.Contains(t, errors.String(), "cannot write the output")
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, os.ErrClosed }

func Example() {
	body, err := os.ReadFile("testdata/news.html")
	if err != nil {
		panic(err)
	}
	p, err := page.Extract(page.Input{Name: "news.html", Body: body})
	if err != nil {
		panic(err)
	}
	analyzer, err := dateline.New()
	if err != nil {
		panic(err)
	}
	claim := analyzer.AnalyzeArticle(p.Article()).Claims[1]
	for _, place := range p.Places(claim.Count) {
		fmt.Printf("%s: %s at %d: %q\n", claim.Outcome, claim.Count.Text, place.ByteStart, body[place.ByteStart:place.ByteEnd])
	}
	// Output:
	// killed: At least 11 at 1284: "At least "
	// killed: At least 11 at 1301: "11"
}
