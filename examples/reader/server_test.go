package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/annotated"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var analyzer = sync.OnceValue(func() *dateline.Analyzer {
	a, err := dateline.New()
	if err != nil {
		panic(err)
	}
	return a
})

func testServer(t *testing.T, c config) *httptest.Server {
	t.Helper()
	c.slots = max(c.slots, 2)
	if c.maxBytes == 0 {
		c.maxBytes = 100_000
	}
	if c.timeout == 0 {
		c.timeout = time.Minute
	}
	server := httptest.NewServer(newServer(analyzer(), c))
	t.Cleanup(server.Close)
	return server
}

type reply struct {
	status int
	header http.Header
	body   string
}

func ask(t *testing.T, method, url, contentType, body string, headers ...string) reply {
	t.Helper()
	request, err := http.NewRequest(method, url, strings.NewReader(body))
	require.NoError(t, err)
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return reply{response.StatusCode, response.Header, string(content)}
}

func TestAPI(t *testing.T) {
	server := testServer(t, config{maxBytes: 2000})
	const news = "“É”. Police said two people died in Homs on Sunday."
	for _, row := range []struct {
		method, query, contentType, body string
		status                           int
		want, reason                     string
	}{
		{"POST", "", "text/plain", news, 200, `"offsets":"byte"`, "plain text"},
		{"POST", "", "text/plain; charset=utf-8", news, 200, `"schema":"dateline/1"`, "with its charset"},
		{"POST", "?offsets=utf16", "application/json", `{"text":"` + news + `"}`, 200, `"offsets":"utf16"`, "the unit that is asked for"},
		{"POST", "", "application/json", `{"text":"` + news + `","date":"2026-11-25","id":"x"}`, 200, `"from":"2026-11-22T00:00:00Z"`, "Sunday has a date"},
		{"POST", "?date=2026-11-25", "text/plain", news, 200, `"from":"2026-11-22T00:00:00Z"`, "also for plain text"},
		{"POST", "?format=geojson", "text/plain", news, 200, `"FeatureCollection"`, "the places"},
		{"POST", "", "application/json", `{"text":""}`, 200, `"mentions":[]`, "nothing is said in no text"},
		{"GET", "", "", "", 405, "POST", "another method"},
		{"DELETE", "", "", "", 405, "POST", "another method"},
		{"POST", "?offsets=word", "text/plain", news, 400, "use byte, rune or utf16", "an unknown unit"},
		{"POST", "?format=xml", "text/plain", news, 400, "use json or geojson", "an unknown format"},
		{"POST", "?date=yesterday", "text/plain", news, 400, "year-month-day", "no date"},
		{"POST", "", "", news, 415, "text/plain or application/json", "no type"},
		{"POST", "", "text/html", news, 415, "text/plain or application/json", "another type"},
		{"POST", "", "text/plain; charset=latin1", news, 415, "UTF-8", "another encoding"},
		{"POST", "", "text/plain", "caf\xe9", 400, "UTF-8", "not what it says"},
		{"POST", "", "application/json", `{"text":`, 400, "The body is not", "broken JSON"},
		{"POST", "", "application/json", `{"text":7}`, 400, "The body is not", "a text that is none"},
		{"POST", "", "application/json", `{"txt":"x"}`, 400, "unknown field", "a slip of the pen"},
		{"POST", "", "application/json", `{}`, 400, `no \"text\"`, "no text"},
		{"POST", "", "application/json", `{"text":"x"} {"text":"y"}`, 400, "behind the JSON", "two articles"},
		{"POST", "", "text/plain", strings.Repeat("x", 2001), 413, "2000 bytes", "a long text"},
		{"POST", "", "application/json", `{"text":"` + strings.Repeat("x", 2001) + `"}`, 413, "2000 bytes", "a long text in JSON"},
		{"POST", "", "application/json", `{"text":"` + strings.Repeat("x", 50_000) + `"}`, 413, "2000 bytes", "a long body"},
	} {
		got := ask(t, row.method, server.URL+"/api/analyze"+row.query, row.contentType, row.body)
		assert.Equal(t, row.status, got.status, row.reason)
		assert.Contains(t, got.body, row.want, row.reason)
		assert.True(t, json.Valid([]byte(got.body)), "%s: an answer is JSON, also of what went wrong", row.reason)
		assert.Contains(t, []string{"application/json", "application/geo+json"}, got.header.Get("Content-Type"))
		assert.Empty(t, got.header.Get("Access-Control-Allow-Origin"), "pages of elsewhere read nothing")
		if row.status == 405 {
			assert.Equal(t, "POST", got.header.Get("Allow"))
		}
	}
	var a dateline.Analysis
	got := ask(t, "POST", server.URL+"/api/analyze", "text/plain", news)
	require.NoError(t, json.Unmarshal([]byte(got.body), &a))
	require.NotEmpty(t, a.Claims)
	for _, m := range a.Mentions {
		assert.Equal(t, m.Text, news[m.Start:m.End])
	}
}

func TestLimitsOfTime(t *testing.T) {
	server := testServer(t, config{maxBytes: 10 << 20, timeout: time.Nanosecond})
	got := ask(t, "POST", server.URL+"/api/analyze", "text/plain", strings.Repeat(sample, 50))
	assert.Equal(t, http.StatusServiceUnavailable, got.status)
	assert.NotEmpty(t, got.header.Get("Retry-After"))

	s := newServer(analyzer(), config{maxBytes: 1000, timeout: 20 * time.Millisecond, slots: 1})
	s.slot <- struct{}{} // another article is being read
	_, err := s.analyze(context.Background(), dateline.Article{Text: "x"})
	require.ErrorContains(t, err, "Other articles are being read")
	<-s.slot
	s.timeout = time.Minute
	_, err = s.analyze(context.Background(), dateline.Article{Text: "x"})
	require.NoError(t, err, "the slot is free again")
	assert.Eventually(t, func() bool { return len(s.slot) == 0 }, 10*time.Second, time.Millisecond)

	// A body that does not come.
	slow := httptest.NewUnstartedServer(newServer(analyzer(), config{maxBytes: 1000, timeout: time.Second, slots: 1}))
	slow.Config.ReadTimeout = time.Second
	slow.Start()
	defer slow.Close()
	conn, err := net.Dial("tcp", slow.Listener.Addr().String())
	require.NoError(t, err)
	defer conn.Close()
	_, err = io.WriteString(conn, "POST /api/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 500\r\n\r\nPolice")
	require.NoError(t, err)
	answer, err := io.ReadAll(conn)
	require.NoError(t, err)
	assert.Contains(t, string(answer), "408 Request Timeout")
}

func TestHosts(t *testing.T) {
	server := testServer(t, config{hosts: []string{"news.example"}})
	for host, status := range map[string]int{
		"localhost:80": 200, "LOCALHOST": 200, "127.0.0.1:8765": 200, "[::1]:8765": 200, "[::1]": 200, "192.168.7.7": 200, "news.example:1": 200,
		"evil.example": 421, "localhost.evil.example": 421, "127.0.0.1.evil.example": 421,
	} {
		for _, path := range []string{"/", "/healthz", "/style.css"} {
			assert.Equal(t, status, ask(t, "GET", server.URL+path, "", "", "Host", host).status, host)
		}
	}
	got := ask(t, "POST", server.URL+"/api/analyze", "text/plain", "x", "Origin", "http://evil.example", "Sec-Fetch-Site", "cross-site")
	assert.Equal(t, http.StatusForbidden, got.status, "a page of elsewhere cannot post")
}

func TestPages(t *testing.T) {
	server := testServer(t, config{})
	for path, contentType := range map[string]string{
		"/": "text/html; charset=utf-8", "/style.css": "text/css; charset=utf-8", "/script.js": "text/javascript; charset=utf-8", "/icon.svg": "image/svg+xml", "/healthz": "text/plain; charset=utf-8",
	} {
		got := ask(t, "GET", server.URL+path, "", "")
		assert.Equal(t, 200, got.status, path)
		assert.Equal(t, contentType, got.header.Get("Content-Type"), path)
		assert.Equal(t, policy, got.header.Get("Content-Security-Policy"), path)
		assert.Equal(t, "nosniff", got.header.Get("X-Content-Type-Options"), path)
		assert.Equal(t, "no-store", got.header.Get("Cache-Control"), path)
		assert.NotEmpty(t, got.body)
	}
	assert.Equal(t, 404, ask(t, "GET", server.URL+"/none", "", "").status)
	assert.Equal(t, 405, ask(t, "PUT", server.URL+"/", "", "").status)
	assert.Equal(t, 405, ask(t, "GET", server.URL+"/analysis.json", "", "").status)
}

// upload sends the form: fields, and a file if it has a name.
func upload(t *testing.T, url, fileName, file string, fields map[string]string) reply {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, value := range fields {
		require.NoError(t, w.WriteField(name, value))
	}
	part, err := w.CreateFormFile("file", fileName)
	require.NoError(t, err)
	_, err = io.WriteString(part, file)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return ask(t, "POST", url, w.FormDataContentType(), body.String())
}

func TestForm(t *testing.T) {
	server := testServer(t, config{maxBytes: 5000})
	const news = "Police said two people died in Homs on Sunday."
	for _, row := range []struct {
		fileName, file string
		fields         map[string]string
		status         int
		want, reason   string
	}{
		{"", "", map[string]string{"text": news}, 200, `<article class="text"`, "pasted text"},
		{"a.txt", "\ufeff" + news, map[string]string{"text": "", "date": "2026-11-25"}, 200, `<article class="text"`, "a file"},
		{"", "", map[string]string{"sample": "1"}, 200, "Shelling of Bus Station", "the sample"},
		{"", "", map[string]string{"text": " \r\n"}, 400, "There is no article yet", "nothing"},
		{"", "", map[string]string{"text": "<!DOCTYPE html><p>x"}, 415, "examples/webpage", "a page's source"},
		{"page.html", "<p>x", nil, 415, "examples/webpage", "a page's file"},
		{"a.txt", "caf\xe9", nil, 400, "not text in UTF-8", "a file in another encoding"},
		{"a.pdf", "%PDF-1.7\x00\xff", nil, 400, "not text in UTF-8", "no text at all"},
		{"", "", map[string]string{"text": news, "date": "soon"}, 400, "is no date", "a date by hand"},
		{"", "", map[string]string{"text": strings.Repeat("word ", 1200)}, 413, "longer than 5000 bytes", "a long text"},
		{"a.txt", strings.Repeat("word ", 90_000), nil, 413, "longer than 5000 bytes", "a long file"},
	} {
		got := upload(t, server.URL+"/", row.fileName, row.file, row.fields)
		assert.Equal(t, row.status, got.status, row.reason)
		assert.Contains(t, got.body, row.want, row.reason)
		assert.Equal(t, row.status != 200, strings.Contains(got.body, `role="alert"`), row.reason)
	}
	got := upload(t, server.URL+"/", "", "", map[string]string{"text": "a < b & </textarea><script>alert(1)</script>", "date": "x"})
	assert.Contains(t, got.body, "a &lt; b &amp; &lt;/textarea&gt;", "what was given is there to be mended")
	assert.Equal(t, 415, ask(t, "POST", server.URL+"/", "application/x-www-form-urlencoded", "text=x").status)
	assert.Equal(t, 400, ask(t, "POST", server.URL+"/", "multipart/form-data; boundary=x", "--x\r\nbroken").status)

	got = upload(t, server.URL+"/analysis.json", "", "", map[string]string{"text": "One.\r\n" + news})
	assert.Equal(t, `attachment; filename="analysis.json"`, got.header.Get("Content-Disposition"))
	var a dateline.Analysis
	require.NoError(t, json.Unmarshal([]byte(got.body), &a))
	assert.Equal(t, "One.\n"+news, a.Text, "the line ends of the article, not of the form")
}

// TestNothingInline: nothing in the page needs more than its policy allows, and
// nothing in an article adds to it.
func TestNothingInline(t *testing.T) {
	server := testServer(t, config{})
	got := upload(t, server.URL+"/", "", "", map[string]string{"text": "Raid\n\n<script>alert(1)</script> <img src=x onerror=alert(1)> Police in Homs said “<b onclick=x>two people died</b>”. " + sample})
	require.Equal(t, 200, got.status)
	assert.Equal(t, 1, strings.Count(got.body, "<script"), "the page's own, from a file")
	assert.NotContains(t, got.body, "<img")
	assert.NotContains(t, got.body, "<style")
	assert.NotContains(t, got.body, ` style="`)
	assert.NotContains(t, got.body, " onclick=x>two")
	assert.NotContains(t, annotated.Script+readerScript, "innerHTML")
}

func TestRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	out := &lockedBuffer{}
	done := make(chan int, 1)
	go func() { done <- run(ctx, []string{"-addr", "127.0.0.1:0"}, out) }()
	var url string
	require.Eventually(t, func() bool {
		_, rest, found := strings.Cut(out.String(), "http://")
		url, _, _ = strings.Cut(rest, "/")
		return found
	}, time.Minute, 10*time.Millisecond)
	assert.Equal(t, "ok\n", ask(t, "GET", "http://"+url+"/healthz", "", "").body)

	var errs bytes.Buffer
	assert.Equal(t, 1, run(context.Background(), []string{"-addr", url}, &errs))
	assert.Contains(t, errs.String(), "choose another address with -addr")
	cancel()
	assert.Zero(t, <-done, "an end that was asked for is none in error")
	for _, args := range [][]string{{"-max-bytes", "0"}, {"-timeout", "-1s"}, {"file.txt"}, {"-x"}} {
		assert.Equal(t, 2, run(context.Background(), args, io.Discard))
	}
	assert.Zero(t, run(context.Background(), []string{"-h"}, io.Discard))
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
