package fetch

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGet(t *testing.T) {
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	defer server.Close()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=koi8-r")
		fmt.Fprint(w, r.Header.Get("User-Agent"))
	})
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, strings.Repeat("x", 2001)) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		fmt.Fprint(z, strings.Repeat("x", 1<<20))
		z.Close()
	})
	mux.HandleFunc("/slow", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })

	f := New(true, 2000)
	p, err := f.Get(context.Background(), server.URL+"/moved")
	require.NoError(t, err)
	assert.Equal(t, server.URL+"/page", p.URL, "the address behind the redirect")
	assert.Equal(t, "text/html; charset=koi8-r", p.ContentType)
	assert.Contains(t, string(p.Body), "dateline-webpage", "servers are told who asks")
	for path, want := range map[string]string{
		"/none": "404 Not Found", "/loop": "more than 5 redirects", "/file": "only http and https",
		"/large": "more than 2000 bytes", "/bomb": "more than 2000 bytes",
	} {
		_, err := f.Get(context.Background(), server.URL+path)
		assert.ErrorContains(t, err, want, path)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err = f.Get(ctx, server.URL+"/slow")
	require.Error(t, err)

	_, err = New(false, 2000).Get(context.Background(), server.URL+"/page")
	require.ErrorContains(t, err, "127.0.0.1 is not on the public internet; -allow-private", "the test server is local")
	_, err = New(false, 2000).Get(context.Background(), strings.Replace(server.URL, "127.0.0.1", "localhost", 1)+"/page")
	require.ErrorContains(t, err, "not on the public internet", "whatever name leads there")
}

func TestAddresses(t *testing.T) {
	for _, private := range []string{
		"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "198.18.0.1", "192.0.2.7",
		"[::1]", "[::]", "[fe80::1%eth0]", "[fd00::1]", "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[2001:db8::1]",
	} {
		assert.Error(t, checkAddress(private+":80"), private)
	}
	for _, public := range []string{"93.184.216.34", "[2606:2800:220:1::1]"} {
		assert.NoError(t, checkAddress(public+":443"), public)
	}
	for _, wrong := range []string{"file:///etc/passwd", "ftp://a.example/", "https:///x", "gopher://x", "://"} {
		_, err := New(true, 1).Get(context.Background(), wrong)
		assert.Error(t, err, wrong)
	}
	assert.True(t, IsURL("https://a.example/x"))
	assert.True(t, IsURL("ftp://x"), "an address, though one that is refused")
	assert.False(t, IsURL("dir/http://x"))
	assert.False(t, IsURL("page.html"))
}
