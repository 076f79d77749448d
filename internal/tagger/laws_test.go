package tagger_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleRead() {
	for _, t := range tagger.Read("Police shot two men.").Tokens {
		fmt.Print(t.Text, "/", t.Tag, " ")
	}
	// Output: Police/NNS shot/VBD two/CD men/NNS ./.
}

func TestSharedBetweenGoroutines(t *testing.T) {
	s := strings.Repeat("Gunmen killed two officers near the town, police said. ", 20)
	want := tags(s)
	var group sync.WaitGroup
	got := make([]string, 8)
	for i := range got {
		group.Go(func() { got[i] = tags(s) })
	}
	group.Wait()
	for _, g := range got {
		assert.Equal(t, want, g)
	}
}

func TestAllocations(t *testing.T) {
	doc := text.Read("Gunmen killed two officers near the town, police said.")
	tagger.Default().Tag(doc)
	assert.Less(t, testing.AllocsPerRun(200, func() { tagger.Default().Tag(doc) }), 1.0, "a warm tagger needs no memory")
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "Police shot two men.", "THE ARMY'S MEN", "\xff \x00 “x” 12,5 👩", strings.Repeat("(", 2000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, again := tagger.Read(s), tagger.Read(s)
		require.Equal(t, doc, again, "the same again")
		for i := range doc.Tokens {
			require.NotEqual(t, pos.None, doc.Tokens[i].Tag, "every token has a tag: %q", doc.Tokens[i].Text)
		}
	})
}
