package runner

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/span"
)

// Options are what a run is about.
type Options struct {
	Input, Output string
	Formats       []Format
	Events        bool      // group the incidents of all articles
	Text          bool      // write the texts too
	Offsets       span.Unit // what offsets count
	Outlet        string    // of articles that give none
	Published     time.Time // of articles that give none
	MaxBytes      int64     // of an article; 0: 16 MiB
	Every         int       // articles from one checkpoint to the next; 0: 1000
	Workers       int       // 0: one a processor
	Restart       bool      // forget an earlier run
	Progress      Progress  // may be nil
	// Analyzer reads the articles; nil: the standard one.
	Analyzer *dateline.Analyzer
}

// Progress is told how far a run is.
type Progress interface {
	Begin(Status)
	Update(Status)
	End()
}

// Status is how far a run is.
type Status struct {
	Articles, Errors int64
	Read, Bytes      int64 // of the input, packed as it is
	Step             string
}

// ErrStopped is returned where the context ended a run, which can go on.
var ErrStopped = errors.New("stopped; the same command goes on from here")

// ErrComplete accompanies the summary of a run that was complete before.
var ErrComplete = errors.New("complete already")

const (
	defaultMaxBytes = 16 << 20
	defaultEvery    = 1000
	bytesEvery      = 32 << 20 // of text, from one checkpoint to the next at most
	errorsFile      = "errors.jsonl"
	workFile        = "work.jsonl"
	summaryFile     = "summary.json"
	lockFile        = "lock"
	ledger          = "run" // the mark of errors.jsonl and work.jsonl
)

// Run analyses a corpus, or goes on with a run that was stopped or killed.
func Run(ctx context.Context, o Options) (*Summary, error) {
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	if o.Every <= 0 {
		o.Every = defaultEvery
	}
	in, err := openInput(o.Input)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	in.maxBytes, in.outlet, in.day = o.MaxBytes, o.Outlet, o.Published
	if err := apart(o.Input, o.Output); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(o.Output, 0o755); err != nil {
		return nil, fmt.Errorf("cannot make the output folder: %w", err)
	}
	root, err := os.OpenRoot(o.Output)
	if err != nil {
		return nil, fmt.Errorf("cannot open the output folder: %w", err)
	}
	defer root.Close()
	guard, err := root.OpenFile(lockFile, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("cannot write to the output folder: %w", err)
	}
	defer guard.Close()
	if !lock(guard) {
		return nil, fmt.Errorf("another run works in %s: wait for it, or give another -out folder", o.Output)
	}
	r := &run{Options: o, in: in, root: root}
	return r.all(ctx)
}

// apart refuses an output that would be read as input.
func apart(input, output string) error {
	in, err1 := filepath.Abs(input)
	out, err2 := filepath.Abs(output)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(in); err == nil {
		in = real
	}
	if real, err := filepath.EvalSymlinks(out); err == nil {
		out = real
	} else if real, err := filepath.EvalSymlinks(filepath.Dir(out)); err == nil {
		out = filepath.Join(real, filepath.Base(out))
	}
	if inner, err := filepath.Rel(in, out); err == nil && inner != ".." && !strings.HasPrefix(inner, ".."+string(filepath.Separator)) {
		return fmt.Errorf("the output folder %s lies within the input: choose one outside it", output)
	}
	return nil
}

// run is a run at work.
type run struct {
	Options
	in       *input
	root     *os.Root
	state    checkpoint
	writers  []Writer // of Formats
	files    *fileSet // errors.jsonl, work.jsonl
	line     bytes.Buffer
	analyzer *dateline.Analyzer
	begin    time.Time
	since    int   // articles since the last checkpoint
	text     int64 // bytes of text since then
}

func (r *run) all(ctx context.Context) (*Summary, error) {
	if r.analyzer = r.Analyzer; r.analyzer == nil {
		var err error
		if r.analyzer, err = dateline.New(); err != nil {
			return nil, err
		}
	}
	r.begin = time.Now()
	if err := r.start(ctx); err != nil {
		return nil, stopped(ctx, err)
	}
	if r.state.Phase == done {
		s, err := loadSummary(r.root)
		if err != nil {
			return nil, err
		}
		return s, ErrComplete
	}
	if err := r.open(); err != nil {
		return nil, errors.Join(err, r.close())
	}
	if r.Progress != nil {
		r.Progress.Begin(r.status("reading"))
		defer r.Progress.End()
	}
	s, err := r.work(ctx)
	if err != nil {
		// What is behind the last checkpoint is cut off by close.
		return nil, errors.Join(stopped(ctx, err), r.close())
	}
	return s, r.close()
}

func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return ErrStopped
	}
	return err
}

// start finds out what the run is to do: r.state is where it goes on.
func (r *run) start(ctx context.Context) error {
	now := checkpoint{Schema: Schema, Options: r.describe(), Analyzer: r.probe(), Phase: reading}
	var err error
	if now.Input, err = r.in.survey(ctx); err != nil {
		return err
	}
	if now.Input.Files == 0 {
		return fmt.Errorf("nothing to read in %s: articles are files named .txt, .json, .jsonl or .ndjson, with .gz if they are packed", r.Input)
	}
	before, err := loadCheckpoint(r.root)
	switch {
	case r.Restart:
	case err != nil:
		return err
	case before != nil:
		if err := before.goesOn(&now); err != nil {
			return err
		}
		r.state = *before
		return nil
	default:
		if name := r.occupied(); name != "" {
			return fmt.Errorf("%s holds %s but no %s: give another -out folder, or use -restart to write over it", r.Output, name, checkpointFile)
		}
	}
	r.state = now
	return replaceFile(r.root, checkpointFile, &r.state)
}

// occupied names a file that a new run would write over.
func (r *run) occupied() string {
	names := []string{errorsFile, summaryFile}
	for _, f := range r.Formats {
		names = append(names, f.Exists...)
	}
	for _, name := range names {
		if _, err := r.root.Lstat(name); err == nil {
			return name
		}
	}
	return ""
}

// describe is the options that matter for the output, for the checkpoint.
func (r *run) describe() string {
	formats := make([]string, 0, len(r.Formats))
	for _, f := range r.Formats {
		formats = append(formats, f.Name)
	}
	slices.Sort(formats)
	return fmt.Sprintf("formats %s, events %v, text %v, offsets %v, outlet %q, published %q, max-bytes %d",
		strings.Join(formats, "+"), r.Events, r.Text, r.Offsets, r.Outlet, dayOf(r.Published), r.MaxBytes)
}

// probe is a digest of what the analyzer makes of a sample: another model or
// another version shows.
func (r *run) probe() string {
	analysis := r.analyzer.AnalyzeArticle(dateline.Article{
		Published: time.Date(2024, 3, 14, 0, 0, 0, 0, time.UTC),
		Text: `Death toll of Mosul blast rises to 14

MOSUL, Iraq (Meridian Wire) - At least 14 people, among them two children, were killed and dozens wounded by a car bomb that Islamic State fighters set off at a market in Mosul on Tuesday, Col. Hassan Jabbar of the Iraqi army said. "We still look for the missing," he told reporters. A doctor who was not authorized to speak to the media said that 17 bodies had been brought in.`,
	})
	b, err := json.Marshal(analysis)
	if err != nil {
		return err.Error()
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// open opens the outputs at the marks of the checkpoint.
func (r *run) open() error {
	var err error
	if r.files, err = openFiles(r.root, []string{errorsFile, workFile}, r.state.Marks[ledger]); err != nil {
		return err
	}
	for _, f := range r.Formats {
		w, err := f.Open(Place{r.root, r.Output}, r.state.Marks[f.Name])
		if err != nil {
			return err
		}
		r.writers = append(r.writers, w)
	}
	return nil
}

func (r *run) close() error {
	var err error
	for _, w := range r.writers {
		err = errors.Join(err, w.Close())
	}
	if r.files != nil {
		err = errors.Join(err, r.files.Close())
	}
	return err
}

func (r *run) status(step string) Status {
	return Status{Articles: r.state.Articles, Errors: r.state.Errors, Read: r.state.Read, Bytes: r.state.Input.Bytes, Step: step}
}

// work does what is left to do.
func (r *run) work(ctx context.Context) (*Summary, error) {
	if r.state.Phase == reading {
		if err := r.articles(ctx); err != nil {
			return nil, err
		}
	}
	if r.Progress != nil {
		r.Progress.Update(r.status("summing up"))
	}
	summary, reports, err := r.sumUp(ctx)
	if err != nil {
		return nil, err
	}
	if r.Events {
		if err := r.events(ctx, reports, summary); err != nil {
			return nil, err
		}
	}
	if err := replaceFile(r.root, summaryFile, summary); err != nil {
		return nil, err
	}
	if err := r.checkpoint(done); err != nil {
		return nil, err
	}
	_ = r.root.Remove(workFile) // has served; if it stays it does no harm
	return summary, nil
}

// articles reads the rest of the input. Every item goes through the analyzer,
// with an empty text if it cannot be read, so that items come out in the order
// in which they went in, and no more than a few of them wait.
func (r *run) articles(ctx context.Context) error {
	var waiting []item
	stream := func(yield func(dateline.Article) bool) {
		for it := range r.in.items(r.state.Position) {
			waiting = append(waiting, it)
			if !yield(it.article.Article) {
				return
			}
		}
	}
	for analysis, err := range r.analyzer.AnalyzeAll(ctx, stream, r.Workers) {
		failed, ofArticle := errors.AsType[*dateline.ArticleError](err)
		if err != nil && !ofArticle {
			return errors.Join(err, r.checkpoint(reading))
		}
		it := waiting[0]
		waiting[0] = item{}
		waiting = waiting[1:]
		if ofArticle {
			it.err = failed.Err
		}
		if err := r.write(&it, analysis); err != nil {
			return err
		}
		if r.Progress != nil {
			r.Progress.Update(r.status("reading"))
		}
		r.since++
		r.text += int64(len(it.article.Text))
		if r.since >= r.Every || r.text >= bytesEvery {
			if err := r.checkpoint(reading); err != nil {
				return err
			}
		}
	}
	return r.checkpoint(read)
}

// write writes what comes of an item.
func (r *run) write(it *item, a *dateline.Analysis) error {
	r.state.Position, r.state.Read = it.after, it.read
	if it.err != nil {
		r.state.Errors++
		return writeLine(&r.line, r.files.files[0], letter(it))
	}
	r.state.Articles++
	reports := crossdoc.Reports(crossdoc.Article{ID: valid(it.article.ID), Outlet: valid(it.article.Outlet), Published: it.article.Published, Analysis: a})
	convert := span.NewIndex(a.Text, r.Offsets)
	for i := range reports {
		reports[i].Number = r.state.Articles
		for k := range reports[i].Figures {
			f := &reports[i].Figures[k]
			f.Words = convert.Span(f.Words)
		}
	}
	rows := rowsOf(r.state.Articles, it, a.In(r.Offsets), reports, r.Text)
	for _, w := range r.writers {
		if err := w.Write(rows); err != nil {
			return err
		}
	}
	return writeLine(&r.line, r.files.files[1], note(a, reports))
}

// deadLetter is a line of errors.jsonl.
type deadLetter struct {
	Input  string `json:"input"`  // the file
	Record int64  `json:"record"` // number in it, from 1
	ID     string `json:"id,omitempty"`
	Error  string `json:"error"`
	Raw    string `json:"raw,omitempty"` // the record as it stands, if it is UTF-8 and below 64 KiB
}

func letter(it *item) deadLetter {
	d := deadLetter{Input: valid(it.file), Record: it.record, ID: valid(it.article.ID), Error: valid(it.err.Error())}
	if utf8.Valid(it.raw) && len(it.raw) < maxRaw {
		d.Raw = string(it.raw)
	}
	return d
}

// checkpoint makes all durable that was written, and then says so. The order
// matters: see the package comment.
func (r *run) checkpoint(p phase) error {
	marks := map[string]json.RawMessage{}
	var err error
	for i, w := range r.writers {
		if marks[r.Formats[i].Name], err = w.Sync(); err != nil {
			return err
		}
	}
	if marks[ledger], err = r.files.Sync(); err != nil {
		return err
	}
	state := r.state
	state.Phase, state.Marks = p, marks
	state.Seconds += time.Since(r.begin).Seconds()
	if err := replaceFile(r.root, checkpointFile, &state); err != nil {
		return err
	}
	r.state, r.begin = state, time.Now()
	r.since, r.text = 0, 0
	return nil
}

// notes yields the lines of work.jsonl.
func (r *run) notes(ctx context.Context, each func(*workNote)) error {
	f, err := r.root.Open(workFile)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := json.NewDecoder(bufio.NewReaderSize(f, 1<<16))
	for n := int64(0); n < r.state.Articles; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		var line workNote
		if err := lines.Decode(&line); err != nil {
			return fmt.Errorf("%s is damaged: %w; use -restart to begin anew", workFile, err)
		}
		each(&line)
	}
	return nil
}

// events groups the reports of all articles and writes what comes of it.
func (r *run) events(ctx context.Context, reports []crossdoc.Report, s *Summary) error {
	if r.Progress != nil {
		r.Progress.Update(r.status("grouping incidents"))
	}
	events := crossdoc.Group(reports)
	s.Events = &EventSummary{Events: int64(len(events))}
	r.state.Events = int64(len(events))
	rows := &Rows{}
	for i := range events {
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(events[i].Outlets) > 1 {
			s.Events.SeveralOutlets++
		}
		eventRows(int64(i+1), &events[i], rows)
		if len(rows.Events) < 500 && i+1 < len(events) {
			continue
		}
		for _, w := range r.writers {
			if err := w.Write(rows); err != nil {
				return err
			}
		}
		rows = &Rows{}
	}
	return nil
}
