package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// FuzzServer: whatever is sent to whatever path, the server answers, never with
// a failure of its own, and what it calls JSON is JSON.
func FuzzServer(f *testing.F) {
	f.Add("/api/analyze", "", "text/plain", "Two people died in Homs, police said.")
	f.Add("/api/analyze", "offsets=utf16&format=geojson&date=2026-11-25", "application/json; charset=utf-8", `{"text":"A\ud800 B","id":"x"}`)
	f.Add("/", "", "application/x-www-form-urlencoded", "text=%3Cscript%3E+killed+two&date=soon")
	f.Add("/analysis.json", "", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a\r\nb\"\r\n\r\n\xff\r\n--x--\r\n")
	server := newServer(analyzer(), config{maxBytes: 2000, timeout: time.Minute, slots: 1})
	f.Fuzz(func(t *testing.T, path, query, contentType, body string) {
		at, err := url.ParseRequestURI(path + "?" + query)
		if err != nil {
			return // no request line that a server would take
		}
		r := &http.Request{
			Method: http.MethodPost, URL: at, Host: "localhost", Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
			Header: http.Header{"Content-Type": {contentType}}, Body: io.NopCloser(strings.NewReader(body)), ContentLength: int64(len(body)),
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, r)
		require.Less(t, w.Code, 500, w.Body.String())
		require.NotEmpty(t, w.Header().Get("Content-Security-Policy"))
		if kind := w.Header().Get("Content-Type"); strings.Contains(kind, "json") {
			require.True(t, json.Valid(w.Body.Bytes()), w.Body.String())
		}
		for name, values := range w.Header() {
			for _, v := range append(values, name) {
				require.False(t, strings.ContainsAny(v, "\r\n"), "a header of more than a line")
			}
		}
	})
}
