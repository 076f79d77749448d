// Opcount tells how many statements of this module are executed to read a text
// and to read its ten parts one by one: what its length costs, in a measure that
// no other program and no cache disturbs, the same each time. It counts with the
// coverage counters of the Go toolchain and must be built with them:
//
//	go run -cover -covermode=atomic -coverpkg=github.com/dateline-go/dateline/... ./internal/cmd/opcount
//
// It prints a line for each text of package stress and each size, with tabs
// between stage, name, bytes, statements for the text and for its parts, and bytes
// allocated for both. With -grew, the places follow that cost most more than in
// the parts: where to look when the cost of a text is not linear.
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
	shortest := flag.Int("shortest", 10_000, "bytes of the shortest texts; the next are ten times as long each")
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
		for size := shortest; size <= longest; size *= 10 {
			text := c.Text(size)
			whole, err := counter.count(text)
			if err != nil {
				return err
			}
			parts, err := counter.count(stress.Parts(text, 10)...)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%s\t%s\t%d\t%.0f\t%.0f\t%d\t%d\n", c.Stage, c.Name, len(text), whole.all(), parts.all(), whole.allocated, parts.allocated)
			showGrowth(out, parts, whole, grew, len(text))
		}
	}
	return nil
}

// showGrowth prints the places that cost most more in the whole.
func showGrowth(out io.Writer, parts, whole counts, n, bytes int) {
	var places []string
	for place := range whole.places {
		if whole.places[place] > parts.places[place] {
			places = append(places, place)
		}
	}
	more := func(place string) float64 { return whole.places[place] - parts.places[place] }
	slices.SortFunc(places, func(a, b string) int {
		return cmp.Or(cmp.Compare(more(b), more(a)), cmp.Compare(a, b))
	})
	for _, place := range places[:min(n, len(places))] {
		fmt.Fprintf(out, "#\t%+.2f a byte, from %.2f\t%s\n", more(place)/float64(bytes), parts.places[place]/float64(bytes), place)
	}
}

// counts is what reading some texts cost.
type counts struct {
	places    map[string]float64 // statements executed, by their place
	allocated uint64             // bytes
}

func (c counts) all() (n float64) {
	for _, k := range c.places {
		n += k // whole numbers: the order does not matter
	}
	return n
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

// count analyses texts.
func (c *counter) count(texts ...string) (counts, error) {
	folder := filepath.Join(c.folder, "data")
	defer os.RemoveAll(folder)
	if err := os.Mkdir(folder, 0o700); err != nil {
		return counts{}, err
	}
	if err := coverage.ClearCounters(); err != nil {
		return counts{}, err
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, text := range texts {
		dateline.Analyze(text)
	}
	runtime.ReadMemStats(&after)
	list := filepath.Join(folder, "list")
	if err := errors.Join(coverage.WriteMetaDir(folder), coverage.WriteCountersDir(folder)); err != nil {
		return counts{}, err
	}
	if out, err := exec.Command(c.tool, "textfmt", "-i", folder, "-o", list).CombinedOutput(); err != nil {
		return counts{}, fmt.Errorf("go tool covdata: %w: %s", err, out)
	}
	places, err := readCounts(list)
	return counts{places, after.TotalAlloc - before.TotalAlloc}, err
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
