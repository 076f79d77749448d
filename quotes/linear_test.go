package quotes

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/stretchr/testify/assert"
)

// TestManySpeakers reads texts in which everybody speaks once: twice the text
// may take twice the time, with room for a busy machine.
func TestManySpeakers(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds under the race detector")
	}
	took := func(speakers int) time.Duration {
		var b strings.Builder
		syllables := []string{"ba", "de", "ki", "lo", "mu", "na", "re", "si"}
		for i := range speakers {
			name := syllables[i&7] + syllables[i>>3&7] + syllables[i>>6&7] + syllables[i>>9&7]
			fmt.Fprintf(&b, "Tomas %s said it rained. He said it would stop. ", strings.ToUpper(name[:1])+name[1:])
		}
		doc := tagger.Read(b.String())
		ents := entities.Default().Analyze(doc)
		best := time.Hour
		for range 2 {
			begin := time.Now()
			Default().Analyze(doc, ents)
			best = min(best, time.Since(begin))
		}
		return best
	}
	took(100) // loads the model
	small, large := took(1000), took(4000)
	assert.Less(t, large, 10*small+200*time.Millisecond, "four times the text; %v for a quarter", small)
}
