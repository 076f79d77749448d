package quotes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/stress"
	"github.com/stretchr/testify/assert"
)

// TestManySpeakers reads a text in which everybody speaks once.
func TestManySpeakers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds under the race detector")
	}
	var b strings.Builder
	syllables := []string{"ba", "de", "ki", "lo", "mu", "na", "re", "si"}
	for i := range 4_000 {
		name := syllables[i&7] + syllables[i>>3&7] + syllables[i>>6&7] + syllables[i>>9&7]
		fmt.Fprintf(&b, "Tomas %s said it rained. He said it would stop. ", strings.ToUpper(name[:1])+name[1:])
	}
	const most = 1.5 // a search of all speakers for each would be at 10
	assert.LessOrEqual(t, stress.Overrun(b.String(), most, func(s string) { Find(s) }), most)
}
