package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/dateline-go/dateline/internal/terminal"
)

// useColor follows https://no-color.org: colours go to a terminal, and not if
// NO_COLOR is set.
func useColor(w io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && terminal.Is(w)
}

// progress shows on a terminal how much was read, once that takes a while. It
// keeps still where the results themselves go to a terminal.
type progress struct {
	w           io.Writer // nil: shows nothing
	start, last time.Time
	articles    int
	bytes       int
	shown       bool
}

func newProgress(stderr, stdout io.Writer) *progress {
	p := &progress{start: time.Now()}
	p.last = p.start.Add(time.Second) // the first line comes after this
	if terminal.Is(stderr) && !terminal.Is(stdout) {
		p.w = stderr
	}
	return p
}

func (p *progress) add(size int) {
	p.articles++
	p.bytes += size
	if now := time.Now(); p.w != nil && now.Sub(p.last) > 200*time.Millisecond {
		p.last, p.shown = now, true
		seconds := now.Sub(p.start).Seconds()
		fmt.Fprintf(p.w, "\r\x1b[K%d articles, %.1f MB, %.0f articles/s", p.articles, float64(p.bytes)/1e6, float64(p.articles)/seconds)
	}
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
