// Reader is a local web page that shows what an article says: paste it or drop
// a file, and read it with its names, quotes and figures marked, each tied to
// the words it rests on. Beside the page there is a JSON endpoint.
//
//	go run ./examples/reader
//
// It listens on the loopback interface only, keeps nothing and sends nothing
// anywhere.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/dateline-go/dateline"
)

func main() {
	// The first signal ends the server when its answers are given, the second
	// one at once.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// Limits that protect the server; those of an article are flags.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	graceTimeout  = 10 * time.Second
)

// run serves until ctx ends; it returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("reader", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8765", "address to listen on; port 0 takes a free one")
	hosts := flags.String("host", "", "further host names by which the page may be called, with commas between them")
	maxBytes := flags.Int64("max-bytes", 1<<20, "longest article in bytes")
	timeout := flags.Duration("timeout", 20*time.Second, "longest time for an article")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if flags.NArg() > 0 || *maxBytes < 1 || *timeout <= 0 {
		fmt.Fprintln(stderr, "reader: takes flags alone; -max-bytes and -timeout must be positive")
		return 2
	}
	analyzer, err := dateline.New()
	if err != nil {
		fmt.Fprintln(stderr, "reader:", err)
		return 2
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		fmt.Fprintf(stderr, "reader: %v: choose another address with -addr\n", err)
		return 1
	}
	if ip, ok := listener.Addr().(*net.TCPAddr); ok && !ip.IP.IsLoopback() {
		fmt.Fprintln(stderr, "reader: listening beyond this machine: whoever reaches the address can use it")
	}
	s := newServer(analyzer, config{
		maxBytes: *maxBytes, timeout: *timeout, slots: runtime.GOMAXPROCS(0),
		hosts: strings.FieldsFunc(*hosts, func(r rune) bool { return r == ',' || r == ' ' }),
	})
	go analyzer.Analyze("") // loads the models before the first reader waits for them
	server := &http.Server{
		Handler: s, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		WriteTimeout: readTimeout + *timeout + readTimeout, IdleTimeout: time.Minute, MaxHeaderBytes: 32 << 10,
	}
	fmt.Fprintf(stderr, "reader: http://%s/ (Ctrl-C ends it)\n", listener.Addr())
	done := make(chan error, 1)
	go func() { done <- server.Serve(listener) }()
	select {
	case err := <-done:
		fmt.Fprintln(stderr, "reader:", err)
		return 1
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), graceTimeout)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		fmt.Fprintln(stderr, "reader: ended before all answers were given:", err)
		return 1
	}
	return 0
}
