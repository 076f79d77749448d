package runner

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/dateline-go/dateline/internal/terminal"
)

// bar shows progress: on a terminal a bar that is drawn again and again, else
// a plain line now and then.
type bar struct {
	w        io.Writer
	drawn    bool // on a terminal
	now      func() time.Time
	begin    time.Time
	first    Status // what was done before this process
	last     time.Time
	rate     float64 // bytes a second, smoothed
	lastRead int64
	shown    bool
}

const (
	redraw   = 200 * time.Millisecond
	plain    = 10 * time.Second
	barWidth = 24
)

// NewProgress shows progress on w.
func NewProgress(w io.Writer) Progress {
	return &bar{w: w, drawn: terminal.Is(w), now: time.Now}
}

func (b *bar) Begin(s Status) {
	b.begin, b.first, b.last, b.lastRead = b.now(), s, b.now(), s.Read
	if s.Articles+s.Errors > 0 {
		fmt.Fprintf(b.w, "going on behind article %d\n", s.Articles)
	}
}

func (b *bar) Update(s Status) {
	now := b.now()
	passed := now.Sub(b.last)
	if wait := plain; passed < redraw || !b.drawn && passed < wait {
		return
	}
	if rate := float64(s.Read-b.lastRead) / passed.Seconds(); b.rate == 0 {
		b.rate = rate
	} else {
		b.rate += .2 * (rate - b.rate)
	}
	b.last, b.lastRead = now, s.Read
	line := b.line(s, now)
	if b.drawn {
		fmt.Fprint(b.w, "\r\x1b[K"+line)
		b.shown = true
		return
	}
	fmt.Fprintln(b.w, line)
}

func (b *bar) line(s Status, now time.Time) string {
	part := 1.
	if s.Bytes > 0 {
		part = min(max(float64(s.Read)/float64(s.Bytes), 0), 1)
	}
	var line strings.Builder
	if b.drawn {
		full := int(part * barWidth)
		fmt.Fprintf(&line, "[%s%s] ", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full))
	}
	fmt.Fprintf(&line, "%3.0f%% %s: %d articles", part*100, s.Step, s.Articles)
	if seconds := now.Sub(b.begin).Seconds(); seconds > 0 {
		fmt.Fprintf(&line, ", %.0f/s", float64(s.Articles-b.first.Articles)/seconds)
	}
	if s.Errors > 0 {
		fmt.Fprintf(&line, ", %d errors", s.Errors)
	}
	if left := s.Bytes - s.Read; b.rate > 0 && left > 0 {
		fmt.Fprintf(&line, ", %s left", time.Duration(float64(left)/b.rate*float64(time.Second)).Round(time.Second))
	}
	return line.String()
}

func (b *bar) End() {
	if b.shown {
		fmt.Fprint(b.w, "\r\x1b[K")
		b.shown = false
	}
}
