package runner

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/dateline-go/dateline/internal/articleline"
	"github.com/dateline-go/dateline/internal/terminal"
	"github.com/dateline-go/dateline/span"
)

// tablesModule holds the program with the formats that need libraries.
const tablesModule = "examples/corpus/tables"

var heavy = []string{"parquet", "sqlite"}

// Command is the program with some formats; it returns the exit status: 0 for
// a complete run, 1 if it failed, 2 for a wrong command line, 130 if it was
// interrupted.
func Command(args []string, stdout, stderr io.Writer, formats ...Format) int {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: corpus -out FOLDER [flags] INPUT\n\nINPUT is a folder of articles, or a file: .txt, .json, .jsonl, .ndjson, each also as .gz.\nThe same command goes on with a run that was stopped or killed.")
		flags.PrintDefaults()
	}
	var o Options
	asked := map[string]*bool{}
	for _, f := range formats {
		asked[f.Name] = flags.Bool(f.Name, f.On, f.Usage)
	}
	missing := map[string]*bool{}
	for _, name := range heavy {
		if asked[name] == nil {
			missing[name] = flags.Bool(name, false, "write "+name+": in the module "+tablesModule)
		}
	}
	flags.StringVar(&o.Output, "out", "", "output `folder`")
	flags.BoolVar(&o.Events, "events", false, "join the incidents that several articles report (memory: 2 kB an incident)")
	flags.BoolVar(&o.Text, "text", false, "write the texts into the table of articles")
	offsets := flags.String("offsets", "byte", "what offsets count: byte, rune (code points) or utf16")
	flags.StringVar(&o.Outlet, "outlet", "", "outlet of articles that give none")
	published := flags.String("published", "", "`day` of articles that give none, yyyy-mm-dd")
	flags.Int64Var(&o.MaxBytes, "max-bytes", defaultMaxBytes, "longest article")
	flags.IntVar(&o.Every, "checkpoint", defaultEvery, "articles from one checkpoint to the next")
	flags.IntVar(&o.Workers, "workers", 0, "goroutines; 0: one a processor")
	flags.BoolVar(&o.Restart, "restart", false, "forget an earlier run in the output folder and write over it")
	quiet := flags.Bool("quiet", false, "show no progress")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "corpus:", terminal.Clean(err.Error()))
		return status
	}
	for _, name := range heavy {
		if want := missing[name]; want != nil && *want {
			return fail(2, fmt.Errorf("-%s needs a library and is in a module of its own: %s", name, moduleCommand(flags)))
		}
	}
	if flags.NArg() != 1 || o.Output == "" {
		if flags.NArg() > 1 {
			return fail(2, fmt.Errorf("one input is wanted, not %d; flags come before it", flags.NArg()))
		}
		flags.Usage()
		return 2
	}
	o.Input = flags.Arg(0)
	var err error
	if o.Offsets, err = span.ParseUnit(*offsets); err != nil {
		return fail(2, fmt.Errorf("-offsets: %w", err))
	}
	if *published != "" {
		if o.Published, err = articleline.ParseDay(*published); err != nil {
			return fail(2, fmt.Errorf("-published: %w", err))
		}
	}
	for _, f := range formats {
		if *asked[f.Name] {
			o.Formats = append(o.Formats, f)
		}
	}
	if len(o.Formats) == 0 {
		return fail(2, errors.New("no format is asked for: use -jsonl or -csv"))
	}
	if !*quiet {
		o.Progress = NewProgress(stderr)
	}

	ignoreFileLimit()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	summary, err := Run(ctx, o)
	switch {
	case errors.Is(err, ErrStopped):
		return fail(130, err)
	case errors.Is(err, ErrComplete):
		if !*quiet {
			fmt.Fprintln(stderr, "this run was complete already; -restart begins anew")
		}
	case err != nil:
		if isFull(err) {
			err = fmt.Errorf("%w; what the last checkpoint names is kept: make room and give the same command again", err)
		}
		return fail(1, err)
	}
	if err := summary.Print(stdout); err != nil {
		return fail(1, fmt.Errorf("cannot write the summary: %w", err))
	}
	return 0
}

// moduleCommand is the command that asks the nested module for the same. Its
// paths are absolute, since go run -C changes the folder.
func moduleCommand(flags *flag.FlagSet) string {
	words := []string{"go", "run", "-C", tablesModule, "."}
	flags.Visit(func(f *flag.Flag) {
		value := f.Value.String()
		if f.Name == "out" {
			value = absolute(value)
		}
		if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() && value == "true" {
			words = append(words, "-"+f.Name)
		} else {
			words = append(words, "-"+f.Name+"="+quoted(value))
		}
	})
	for _, arg := range flags.Args() {
		words = append(words, quoted(absolute(arg)))
	}
	return strings.Join(words, " ")
}

func absolute(name string) string {
	if a, err := filepath.Abs(name); err == nil {
		return a
	}
	return name
}

func quoted(s string) string {
	if strings.ContainsAny(s, " \t\"'$\\&;()<>|*?`") {
		return strconv.Quote(s)
	}
	return s
}

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) || errors.Is(err, syscall.EDQUOT) || strings.Contains(err.Error(), "disk is full") // SQLite
}
