package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

type config struct {
	maxBytes int64         // of an article
	timeout  time.Duration // for an article
	slots    int           // how many articles are read at the same time
	hosts    []string      // names by which the page may be called, besides localhost
}

// server answers requests. It keeps nothing of them.
type server struct {
	config
	analyzer *dateline.Analyzer
	slot     chan struct{}
	handler  http.Handler
}

func newServer(analyzer *dateline.Analyzer, c config) *server {
	s := &server{config: c, analyzer: analyzer, slot: make(chan struct{}, c.slots)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("POST /{$}", s.read)
	mux.HandleFunc("POST /analysis.json", s.download)
	mux.HandleFunc("/api/analyze", s.api)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "ok")
	})
	for path, f := range files {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", f.contentType)
			fmt.Fprint(w, f.content)
		})
	}
	// A page of another origin must not make a reader's browser post here.
	s.handler = http.NewCrossOriginProtection().Handler(mux)
	return s
}

// policy lets the page load its own style, script and icon and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for name, value := range map[string]string{
		"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store",
	} {
		w.Header().Set(name, value)
	}
	if !s.knows(r.Host) {
		http.Error(w, fmt.Sprintf("This server is not called %q. Use its address, or start it with -host to allow the name.", r.Host), http.StatusMisdirectedRequest)
		return
	}
	s.handler.ServeHTTP(w, r)
}

// knows refuses names that are not the server's. A page of elsewhere can let
// its own name lead to this machine and would then count as the same origin
// (DNS rebinding); it cannot do so with an address.
func (s *server) knows(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil || strings.EqualFold(host, "localhost") {
		return true
	}
	for _, name := range s.hosts {
		if strings.EqualFold(host, name) {
			return true
		}
	}
	return false
}

// failure is an error with the status that tells it.
type failure struct {
	status  int
	message string
}

func (f *failure) Error() string { return f.message }

func fail(status int, format string, args ...any) error {
	return &failure{status, fmt.Sprintf(format, args...)}
}

// analyze reads an article within the time limit. What takes longer cannot be
// stopped: it ends by itself and keeps its slot until then, so that no more
// articles are read at once than there are slots.
func (s *server) analyze(ctx context.Context, article dateline.Article) (*dateline.Analysis, error) {
	if int64(len(article.Text)) > s.maxBytes {
		return nil, s.tooLarge()
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	select {
	case s.slot <- struct{}{}:
	case <-ctx.Done():
		return nil, fail(http.StatusServiceUnavailable, "Other articles are being read. Try again in a moment.")
	}
	result := make(chan *dateline.Analysis, 1)
	go func() {
		defer func() { <-s.slot }()
		result <- s.analyzer.AnalyzeArticle(article)
	}()
	select {
	case a := <-result:
		return a, nil
	case <-ctx.Done():
		return nil, fail(http.StatusServiceUnavailable, "The article could not be read within %v. A shorter part of it may do.", s.timeout)
	}
}

func (s *server) tooLarge() error {
	return fail(http.StatusRequestEntityTooLarge, "The article is longer than %d bytes. Start the reader with -max-bytes to allow more.", s.maxBytes)
}

// bodyError tells why a request's body could not be read.
func (s *server) bodyError(err error) error {
	var timeout net.Error
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return s.tooLarge()
	}
	if errors.As(err, &timeout) && timeout.Timeout() {
		return fail(http.StatusRequestTimeout, "The article did not arrive in time.")
	}
	return fail(http.StatusBadRequest, "The request could not be read: %v.", err)
}

// asFailure gives errors of another kind the status of a server's own fault.
func asFailure(err error) *failure {
	if f, ok := errors.AsType[*failure](err); ok {
		return f
	}
	return &failure{http.StatusInternalServerError, "The page could not be made."}
}

func parseDate(date string) (time.Time, error) {
	if date == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return t, fail(http.StatusBadRequest, "%q is no date. Write it as year-month-day: 2026-11-25.", date)
	}
	return t, nil
}
