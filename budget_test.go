package dateline_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/dateline-go/dateline/internal/stress"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// child is the environment variable that makes the test program do one job in
// a process of its own, so that what it costs can be measured from outside.
const child = "DATELINE_TEST_CHILD"

func TestMain(m *testing.M) {
	switch job, argument, _ := strings.Cut(os.Getenv(child), " "); job {
	case "first": // the first analysis of a process
		os.Exit(len(dateline.Analyze("Police said two people died in Homs.").Claims) - 1)
	case "stream": // so many articles, with the memory resident now and then
		readStream(argument)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func childProcess(t *testing.T, job string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), child+"="+job)
	return cmd
}

// TestFirstResult holds the CPU time of a process that reads one sentence to
// 100 ms: models are used where they lie in the program. Wall time would show
// how busy the machine is.
func TestFirstResult(t *testing.T) {
	least := time.Hour
	for range 5 {
		cmd := childProcess(t, "first")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
		least = min(least, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	t.Logf("a process with one analysis takes %s", least)
	assert.Less(t, least, cputime.Bound(100*time.Millisecond))
}

// readStream reads n articles, each another, and prints what is resident after
// each tenth of them.
func readStream(argument string) {
	n, err := strconv.Atoi(argument)
	if err != nil {
		panic(err)
	}
	articles := func(yield func(dateline.Article) bool) {
		for i := range n {
			// Lengths as in a newsroom: mostly some hundred words, rarely many.
			size := 1_500 + i%7*500
			if i%100 == 99 {
				size = 40_000
			}
			if !yield(dateline.Article{Text: stress.News(size, uint64(i))}) {
				return
			}
		}
	}
	a, err := dateline.New()
	if err != nil {
		panic(err)
	}
	read := 0
	for _, err := range a.AnalyzeAll(context.Background(), articles, 2) {
		if err != nil {
			panic(err)
		}
		if read++; read%(n/10) == 0 {
			fmt.Println(status("VmRSS"), status("VmHWM"))
		}
	}
}

// status is a figure of this process in kilobytes.
func status(name string) int {
	data, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			n, _ := strconv.Atoi(strings.Fields(value)[0])
			return n
		}
	}
	return 0
}

// TestMemory holds a process that reads many articles to 120 MB, and to what it
// had after the first tenth of them. DATELINE_ARTICLES sets their number.
func TestMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("resident memory is read from /proc")
	}
	if cputime.Raced {
		t.Skip("the race detector has memory of its own")
	}
	n := 400
	if s := os.Getenv("DATELINE_ARTICLES"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(t, err)
	}
	out, err := childProcess(t, "stream "+strconv.Itoa(n)).CombinedOutput()
	require.NoError(t, err, "%s", out)
	var resident []int
	peak := 0
	for line := range strings.Lines(string(out)) {
		var now int
		_, err := fmt.Sscan(line, &now, &peak)
		require.NoError(t, err, "%s", out)
		resident = append(resident, now)
	}
	require.Len(t, resident, 10)
	t.Logf("%d articles; resident after each tenth: %d KB, at most %d KB", n, resident, peak)
	assert.Less(t, peak, 120_000, "KB")
	assert.Less(t, slices.Max(resident[5:]), max(60_000, slices.Max(resident[:5])*5/4), "flat")
}

// costOf is the CPU time in nanoseconds that a byte of a text takes.
func costOf(text string) float64 {
	begin := cputime.Process()
	dateline.Analyze(text)
	return float64(cputime.Process()-begin) / float64(len(text))
}

// TestCostOfWorstCases holds the dearest text to a multiple of what news costs.
func TestCostOfWorstCases(t *testing.T) {
	if cputime.Raced {
		t.Skip("the race detector has costs of its own")
	}
	const size = 20_000
	cost := func(text string) float64 {
		dateline.Analyze(text)
		return min(costOf(text), costOf(text), costOf(text))
	}
	news := cost(stress.News(size, 1))
	type dear struct {
		name  string
		times float64
	}
	var list []dear
	for _, c := range stress.Cases() {
		list = append(list, dear{c.Name, cost(c.Text(size)) / news})
	}
	slices.SortFunc(list, func(a, b dear) int { return cmp.Compare(b.times, a.times) })
	t.Logf("a byte of the dearest, in those of news: %v", list[:5])
	assert.Less(t, list[0].times, 8.0, list[0].name)
}
