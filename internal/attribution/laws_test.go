package attribution_test

import (
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/dateline-go/dateline/internal/tagger"
	_ "github.com/dateline-go/dateline/quotes" // sets attribution.Stage
	"github.com/stretchr/testify/require"
)

// checkChain holds what the chain finds to what its callers rely on.
func checkChain(t *testing.T, s string) {
	t.Helper()
	doc := tagger.Read(s)
	scene := attribution.Stage(doc, entities.Default().Analyze(doc))
	chain := attribution.Default()
	read := func() ([]attribution.Run, [][]uint8) {
		var x attribution.Scratch
		cues := chain.FindCues(nil, scene, 0, &x)
		var labels [][]uint8
		last := 0
		for _, c := range cues {
			require.Less(t, c.First, c.Last, "a cue has words")
			require.GreaterOrEqual(t, c.First, last, "cues are in order and apart")
			require.LessOrEqual(t, c.Last, len(doc.Tokens))
			last = c.Last
			window, parts := chain.Label(scene, c, &x)
			require.True(t, 0 <= window.First && window.First <= window.Last && window.Last <= len(doc.Tokens))
			require.Len(t, parts, window.Last-window.First, "a label for each word around a cue")
			labels = append(labels, append([]uint8(nil), parts...))
			p := chain.PartsOf(scene, c, &x)
			require.Equal(t, window, p.Window)
			if p.HasSource > 0 {
				require.Contains(t, p.Labels, uint8(attribution.PartSource), "a source is likelier than none")
			}
		}
		return cues, labels
	}
	cues, labels := read()
	again, same := read()
	require.Equal(t, cues, again)
	require.Equal(t, labels, same, "same text, same labels")
}

func TestChainOverArticles(t *testing.T) {
	for _, a := range sampletext.Own() {
		checkChain(t, a.Text)
	}
}

// TestOthersEndContent wants contents to run over another attribution's cue
// less often where the model is told of that cue.
func TestOthersEndContent(t *testing.T) {
	chain := attribution.Default()
	var x attribution.Scratch
	told, untold := 0, 0
	for _, s := range []string{
		"Officials said the bridge was closed, and residents said they had heard an explosion.",
		"The mayor said on Friday that the bridge was closed, but the harbour master said repairs would begin next week.",
		"Police said the driver fled, while witnesses told reporters that he had been taken away by a friend.",
		"The ministry denied that its planes were involved, and the rebels accused it of lying about the raid.",
		"Ms. Okoro said the vote was fair. Her opponent said it had been stolen from him.",
	} {
		doc := tagger.Read(s)
		scene := attribution.Stage(doc, entities.Default().Analyze(doc))
		cues := chain.FindCues(nil, scene, 0.5, &x)
		require.Len(t, cues, 2, s)
		over := func() (n int) {
			p := chain.PartsOf(scene, cues[0], &x)
			for i, l := range p.Labels {
				if l == attribution.PartContent && p.Window.First+i > cues[1].First {
					return 1
				}
			}
			return 0
		}
		told += over()
		scene.NoteCues(cues[:1])
		untold += over()
	}
	t.Log("contents that run over:", told, untold)
	require.LessOrEqual(t, told, untold)
	require.LessOrEqual(t, told, 1)
}

func FuzzChain(f *testing.F) {
	for _, s := range []string{"", "said", "“We won,” said Ana.", "He said she said that it said so.", "according to according to", "\xff said \x00", "said: \n\n “"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 20_000 {
			checkChain(t, s)
		}
	})
}

func FuzzParseBins(f *testing.F) {
	f.Add("7 say tell\n2 see\n")
	f.Fuzz(func(t *testing.T, table string) {
		for lemma, bin := range attribution.ParseBins(table) {
			require.NotZero(t, bin, lemma)
		}
	})
}
