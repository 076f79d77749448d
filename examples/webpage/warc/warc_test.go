package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func record(kind, url, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-18T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, contentType, len(block), block)
}

func response(url, header, body string) string {
	return record("response", url, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

func zipped(t *testing.T, parts ...string) string {
	var b bytes.Buffer
	for _, part := range parts {
		w := gzip.NewWriter(&b)
		_, err := io.WriteString(w, part)
		require.NoError(t, err)
		require.NoError(t, w.Close())
	}
	return b.String()
}

func readAll(r io.Reader) (pages []string, errs []string) {
	for p, err := range Pages(r, 1000) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		pages = append(pages, p.URL+" "+string(p.Body))
	}
	return pages, errs
}

func TestPages(t *testing.T) {
	html := "Content-Type: text/html; charset=utf-8\r\n"
	records := []string{
		record("warcinfo", "", "application/warc-fields", "software: test\r\n"),
		record("request", "http://a.example/", "application/http; msgtype=request", "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"),
		response("http://a.example/", html+"Content-Length: 9\r\n", "<p>one</p"),
		response("<http://b.example/>", html+"Transfer-Encoding: chunked\r\n", "4\r\n<p>t\r\n2\r\nwo\r\n0\r\n\r\n"),
		response("http://c.example/", html+"Content-Encoding: gzip\r\n", zipped(t, "<p>three")),
		response("http://img.example/", "Content-Type: image/png\r\n", "PNG"),
		record("response", "http://gone.example/", "application/http", "HTTP/1.1 404 Not Found\r\n"+html+"\r\nno"),
		record("resource", "file://d", "text/html", "<p>four"),
		record("revisit", "http://e.example/", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
		response("http://br.example/", html+"Content-Encoding: br\r\n", "xx"),
		response("http://large.example/", html, strings.Repeat("x", 1001)),
		record("response", "http://bad.example/", "application/http", "nonsense"),
		response("http://z.example/", html, "<p>last"),
	}
	want := []string{"http://a.example/ <p>one</p", "http://b.example/ <p>two", "http://c.example/ <p>three", "file://d <p>four", "http://z.example/ <p>last"}
	for name, file := range map[string]string{
		"plain": strings.Join(records, ""), "a member each": zipped(t, records...), "as a whole": zipped(t, strings.Join(records, "")),
	} {
		pages, errs := readAll(strings.NewReader(file))
		assert.Equal(t, want, pages, name)
		require.Len(t, errs, 3, name)
		assert.Contains(t, errs[0], `record 10 (http://br.example/): its content encoding "br" is not supported`)
		assert.Contains(t, errs[1], "record 11 (http://large.example/): the page has more than 1000 bytes")
		assert.Contains(t, errs[2], "record 12 (http://bad.example/): its HTTP response cannot be read")
	}
}

func TestDamaged(t *testing.T) {
	good := response("http://a.example/", "Content-Type: text/html\r\n", "<p>one")
	for _, row := range []struct{ file, want, reason string }{
		{good + "<html>", "not with WARC/1.0", "something else behind a record"},
		{good[:len(good)-8], "unexpected EOF", "cut in a block"},
		{good + "WARC/1.0\r\nWARC-Type: resp", "unexpected EOF", "cut in a header"},
		{"WARC/1.0\r\nContent-Length: -5\r\n\r\n", "is no length", "a wrong length"},
		{"WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 20000), "header is longer", "an endless header"},
		{"WARC/1.0\r\na: " + strings.Repeat("b", 100000), "header is longer", "an endless line"},
		{zipped(t, good)[:60], "unexpected EOF", "a damaged member"},
		{"\x1f\x8bxx", "", "hardly gzip"},
	} {
		_, errs := readAll(strings.NewReader(row.file))
		require.Len(t, errs, 1, row.reason)
		assert.Contains(t, errs[0], row.want, row.reason)
	}
	pages, errs := readAll(strings.NewReader(""))
	assert.Empty(t, pages)
	assert.Empty(t, errs, "an empty file has no records")
	broken := errors.New("disk on fire")
	_, errs = readAll(io.MultiReader(strings.NewReader(good), errorReader{broken}))
	assert.Len(t, errs, 1)
}

type errorReader struct{ err error }

func (r errorReader) Read([]byte) (int, error) { return 0, r.err }

// TestStreams reads a file of records without end and stops.
func TestStreams(t *testing.T) {
	read := 0
	endless := readerFunc(func(p []byte) (int, error) {
		n := copy(p, response("http://a.example/", "Content-Type: text/html\r\n", "<p>one"))
		read += n
		return n, nil
	})
	n := 0
	for p, err := range Pages(endless, 1000) {
		require.NoError(t, err)
		require.NotNil(t, p)
		if n++; n == 5 {
			break
		}
	}
	assert.Less(t, read, 2*maxHeader)
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func FuzzPages(f *testing.F) {
	f.Add(response("http://a.example/", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", "4\r\n<p>t\r\n0\r\n\r\n"))
	f.Add(record("resource", "x", "text/html", "x"))
	f.Add("WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n")
	f.Fuzz(func(t *testing.T, file string) {
		for p, err := range Pages(strings.NewReader(file), 100) {
			require.True(t, (p == nil) != (err == nil))
			if p != nil {
				require.LessOrEqual(t, len(p.Body), 100)
			}
		}
	})
}
