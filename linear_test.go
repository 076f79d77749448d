package dateline_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/dateline-go/dateline/internal/stress"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// eleventh is what a text may cost more than its ten parts read one by one: a
// text of ten times the length costs at most eleven times as much.
const eleventh = 1.1

// longestText is how many bytes the longest texts have that are compared with
// their parts. DATELINE_LONGEST sets it: 10000000 takes an hour of CPU time.
func longestText(t *testing.T) int {
	if s := os.Getenv("DATELINE_LONGEST"); s != "" {
		n, err := strconv.Atoi(s)
		require.NoError(t, err, "DATELINE_LONGEST is a number of bytes")
		return n
	}
	if testing.Short() {
		return 10_000
	}
	return 100_000
}

// Hard texts of 10 KB may cost more than a tenth more than parts of 1 KB, which
// are too short to fill the windows of tokens that are read around each cue. They
// are known not to hold the promise for such short pages; news does.
const unfilled = 1.75

// filledLate are hard texts of which parts of 10 KB do not fill them either.
var filledLate = map[string]float64{"cues apart": 1.35}

// TestStatementsAreLinear counts the statements executed for a text and for its
// parts, of each kind of text that is hard for a stage, from 1 KB on in steps of
// ten. The count is the same on every machine, however busy; a search through all
// of a text for each of its names shows in it long before it can be measured.
func TestStatementsAreLinear(t *testing.T) {
	if cputime.Raced {
		t.Skip("the race detector has costs of its own")
	}
	program := filepath.Join(t.TempDir(), "opcount.exe")
	out, err := exec.Command("go", "build", "-cover", "-covermode=atomic", "-coverpkg=github.com/dateline-go/dateline/...", "-o", program, "./internal/cmd/opcount").CombinedOutput()
	require.NoError(t, err, "%s", out)
	cmd := exec.Command(program, "-longest", strconv.Itoa(longestText(t)))
	cmd.Env = append(os.Environ(), "GOCOVERDIR="+t.TempDir())
	cmd.Stderr = os.Stderr
	out, err = cmd.Output()
	require.NoError(t, err)

	cheap := 0.0 // a quarter of what a byte of news costs
	var lines [][]string
	for line := range strings.Lines(string(out)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		require.Len(t, fields, 7, line)
		lines = append(lines, fields)
		if fields[1] == "news" {
			cheap = number(t, fields[3]) / number(t, fields[2]) / 4
		}
	}
	require.Greater(t, cheap, 0.0)
	worst, at := 0.0, ""
	for _, f := range lines {
		bytes, whole, parts := number(t, f[2]), number(t, f[3]), number(t, f[4])
		ratio := whole / max(parts, cheap*bytes)
		bound := eleventh
		if b, ok := filledLate[f[1]]; ok {
			bound = b
		}
		if bytes <= 10_000 && f[1] != "news" {
			bound = unfilled
		}
		assert.Less(t, ratio, bound, "%s/%s, %s bytes: %.0f statements a byte, in ten parts %.0f; go run -cover ... ./internal/cmd/opcount -grew 20 tells where", f[0], f[1], f[2], whole/bytes, parts/bytes)
		if ratio > worst {
			worst, at = ratio, fmt.Sprintf("%s/%s, %s bytes", f[0], f[1], f[2])
		}
	}
	t.Logf("%d texts; the most that one costs of its parts is %.3f times: %s", len(lines), worst, at)
}

func number(t *testing.T, s string) float64 {
	n, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return n
}

// TestTimeIsLinear compares the CPU time of a text and of its parts: what
// statements do not show, as searches in the standard library, sorting and memory.
// A long text also meets emptier caches, the more so beside other programs: up to
// 1.5 was measured on a machine with 20 programs for each core. What is quadratic
// is at 10.
func TestTimeIsLinear(t *testing.T) {
	if cputime.Raced {
		t.Skip("the race detector has costs of its own")
	}
	const most = 2
	longest := longestText(t)
	dateline.Analyze(stress.News(10_000, 1)) // loads the models
	cheap := costOf(stress.News(100_000, 1)) / 4
	cases := stress.All()
	for name, text := range odd(t) {
		cases = append(cases, stress.Case{Name: name, Stage: "odd", Reason: "odd input", Text: func(size int) string {
			return strings.Repeat(text, max(1, size/max(1, len(text))))
		}})
	}
	for _, c := range cases {
		t.Run(c.Stage+"/"+c.Name, func(t *testing.T) {
			text := c.Text(longest)
			if len(text) < 1_000 || costOf(text) < cheap {
				return // the cost of memory
			}
			ratio := stress.Overrun(text, most, func(s string) { dateline.Analyze(s) })
			t.Logf("%.2f", ratio)
			assert.LessOrEqual(t, ratio, float64(most), "%s: the times that %d bytes take what ten parts of them do", c.Reason, len(text))
		})
	}
}
