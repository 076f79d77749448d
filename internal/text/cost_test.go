package text_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/stress"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
)

// Units that a careless reader would go over again and again.
var repeated = []struct{ unit, reason string }{
	{"x", "no blank"}, {`"`, "quotation marks"}, {"(", "brackets"}, {"'s", "clitics"}, {"a.", "periods of initials"},
	{"A. ", "initials"}, {"-a", "hyphens"}, {"http://", "addresses"}, {"1,", "digits"}, {"\n", "blank lines"}, {"a\n", "short lines"},
	{"! ", "full stops alone"}, {`." `, "closing marks"}, {"\xff", "invalid bytes"}, {"\x00", "NUL"}, {"\u0301", "combining marks"},
	{"Mon ", "days"}, {"BAGHDAD ", "capitals"}, {"U.S.-", "abbreviations in compounds"}, {prose + " ", "prose"},
}

// A quadratic reader would need ten times the time for any of these.
func TestOddTextIsCheap(t *testing.T) {
	const size, most = 200_000, 2
	for _, row := range repeated {
		s := strings.Repeat(row.unit, size/len(row.unit))
		assert.LessOrEqual(t, stress.Overrun(s, most, func(s string) { text.Read(s) }), float64(most), row.reason)
	}
}

// Memory is counted, not timed: so it is the same on every machine.
func TestMemoryIsLinear(t *testing.T) {
	short := strings.Repeat(prose+"\n\n", 50)
	long := strings.Repeat(short, 10)
	assert.Less(t, len(text.Read(long).Tokens), 10*len(text.Read(short).Tokens)+1)
	once := testing.AllocsPerRun(3, func() { text.Read(short) })
	tenfold := testing.AllocsPerRun(3, func() { text.Read(long) })
	assert.Less(t, tenfold, 10*once, "allocations")
	assert.Less(t, tenfold/float64(len(text.Read(long).Tokens)), 0.5, "most tokens cost no allocation")
}

func BenchmarkTokenize(b *testing.B) {
	s := strings.Repeat(prose+" ", 100)
	var tokens []text.Token
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = text.Own.Tokenize(tokens[:0], s, 0, len(s))
	}
}
