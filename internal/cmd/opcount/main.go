// Opcount tells how many statements of this module are executed for each byte of
// a text, for texts of growing length: the cost of an analysis in a measure that
// no other program and no cache disturbs, the same each time. It counts with the
// coverage counters of the Go toolchain and must be built with them:
//
//	go run -cover -covermode=atomic -coverpkg=github.com/dateline-go/dateline/... ./internal/cmd/opcount
//
// It prints a line for each text of package stress and each size, with tabs
// between stage, name, size, bytes, statements and bytes allocated. With -grew,
// the functions follow whose share of a byte grew most from a size to the next:
// where to look when the cost of a text is not linear.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/coverage"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stress"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("opcount: ")
	shortest := flag.Int("shortest", 1_000, "bytes of the shortest texts; the next are ten times as long each")
	longest := flag.Int("longest", 100_000, "bytes of the longest texts")
	only := flag.String("case", "", "names of texts, with commas between; empty: all")
	grew := flag.Int("grew", 0, "how many places to show whose cost grew most")
	flag.Parse()
	if err := run(os.Stdout, *shortest, *longest, *only, *grew); err != nil {
		log.Print(err)
		os.Exit(1)
	}
}

func run(out io.Writer, shortest, longest int, only string, grew int) error {
	counter, err := newCounter()
	if err != nil {
		return err
	}
	defer os.RemoveAll(counter.folder)
	dateline.Analyze(stress.News(10_000, 1)) // loads the models
	for _, c := range stress.All() {
		if only != "" && !slices.Contains(strings.Split(only, ","), c.Name) {
			continue
		}
		var before map[string]float64
		for size := shortest; size <= longest; size *= 10 {
			text := c.Text(size)
			var m0, m1 runtime.MemStats
			runtime.ReadMemStats(&m0)
			places, err := counter.count(func() { dateline.Analyze(text) })
			if err != nil {
				return err
			}
			runtime.ReadMemStats(&m1)
			all := 0.0
			for place, n := range places {
				all += n
				places[place] = n / float64(len(text))
			}
			fmt.Fprintf(out, "%s\t%s\t%d\t%d\t%.0f\t%d\n", c.Stage, c.Name, size, len(text), all, m1.TotalAlloc-m0.TotalAlloc)
			if before != nil && grew > 0 {
				showGrowth(out, before, places, grew)
			}
			before = places
		}
	}
	return nil
}

// showGrowth prints the places that cost more a byte than before.
func showGrowth(out io.Writer, before, now map[string]float64, n int) {
	var places []string
	for place := range now {
		places = append(places, place)
	}
	slices.SortFunc(places, func(a, b string) int {
		return cmp.Or(cmp.Compare(now[b]-before[b], now[a]-before[a]), cmp.Compare(a, b))
	})
	for _, place := range places[:min(n, len(places))] {
		if now[place] > before[place] {
			fmt.Fprintf(out, "#\t%+.2f a byte, from %.2f\t%s\n", now[place]-before[place], before[place], place)
		}
	}
}

// counter counts statements.
type counter struct {
	tool   string // reads coverage data
	folder string
}

func newCounter() (*counter, error) {
	if err := coverage.ClearCounters(); err != nil {
		return nil, fmt.Errorf("this program must be built with -cover -covermode=atomic -coverpkg=github.com/dateline-go/dateline/...: %w", err)
	}
	path, err := exec.Command("go", "tool", "-n", "covdata").Output()
	if err != nil {
		return nil, fmt.Errorf("the Go toolchain reads the counters, and go tool covdata failed: %w", err)
	}
	folder, err := os.MkdirTemp("", "opcount")
	return &counter{strings.TrimSpace(string(path)), folder}, err
}

// count tells how often the statements of each block were executed by a function.
func (c *counter) count(f func()) (map[string]float64, error) {
	folder := filepath.Join(c.folder, "data")
	defer os.RemoveAll(folder)
	if err := os.Mkdir(folder, 0o700); err != nil {
		return nil, err
	}
	if err := coverage.ClearCounters(); err != nil {
		return nil, err
	}
	f()
	list := filepath.Join(folder, "list")
	if err := errors.Join(coverage.WriteMetaDir(folder), coverage.WriteCountersDir(folder)); err != nil {
		return nil, err
	}
	if out, err := exec.Command(c.tool, "textfmt", "-i", folder, "-o", list).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go tool covdata: %w: %s", err, out)
	}
	return readCounts(list)
}

// readCounts reads the text form of coverage data: a line for each block, with
// its place, its statements and how often it was entered.
func readCounts(file string) (map[string]float64, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	places := map[string]float64{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 {
			continue // the mode
		}
		statements, err1 := strconv.Atoi(fields[1])
		entered, err2 := strconv.Atoi(fields[2])
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("coverage data of another form than known: %q: %w", lines.Text(), err)
		}
		if entered > 0 {
			places[fields[0]] += float64(statements) * float64(entered)
		}
	}
	return places, lines.Err()
}
