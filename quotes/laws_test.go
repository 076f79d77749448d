package quotes

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/dateline-go/dateline/internal/stress"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// checkLaws asserts what holds of the quotes of any text.
func checkLaws(t *testing.T, text string) {
	t.Helper()
	r := Find(text)
	require.Equal(t, r, Find(text), "the same text gives the same quotes")
	isSpan := func(s *span.Span) {
		if s != nil {
			require.Equal(t, span.Of(text, s.Start, s.End), *s)
			require.False(t, s.IsZero())
		}
	}
	require.True(t, slices.IsSortedFunc(r.Quotes, func(a, b Quote) int { return span.Compare(a.Content, b.Content) }), "text order")
	for i := range r.Quotes {
		q := &r.Quotes[i]
		isSpan(&q.Content)
		isSpan(q.Cue)
		isSpan(q.Mention)
		isSpan(q.Anonymity)
		for k := range q.Pieces {
			isSpan(&q.Pieces[k])
			require.True(t, q.Content.Contains(q.Pieces[k]))
		}
		require.Contains(t, []Kind{Direct, Indirect, Mixed}, q.Kind)
		require.Less(t, q.Source, len(r.Sources))
		require.Less(t, q.Continues, len(r.Quotes))
		if q.Source >= 0 {
			require.Contains(t, r.Sources[q.Source].Quotes, i)
		}
	}
	for i := range r.Sources {
		s := &r.Sources[i]
		require.NotEmpty(t, s.Name)
		require.NotEmpty(t, s.Quotes)
		isSpan(s.Anonymity)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "\"", "“", "said", "he said", "\"\"\"", "according to", "said: \"", "''\n''", "‘a' “b” said",
		"\"We won,\" said Ana. \"You cheated,\" he added, \"", "The army said the rebels said the army said it, Reuters said.",
		"A: B\n\nC said:\n\n\"D.\n\n\"E.\"", "on condition of", "\xff said \xfe", "which it said showed", "Ana, who said, said: said said",
		"A shaky film put about by students showed that tanks entered the town.", "“A.\n\n“B.\n\n“C,” Ana said.", "He said so; she said said; said.",
	} {
		f.Add(s)
	}
	f.Fuzz(checkLaws)
}

// TestHostile reads texts made to be slow: the time may only grow with the text.
func TestHostile(t *testing.T) {
	size := 40_000
	if testing.Short() || cputime.Raced {
		size = 8_000
	}
	for _, piece := range []string{"\" ", "' a", "he said, ", "according to x, ", "said: \"a\" ", "who said that which it said ", "“a” ", "( ", "said and "} {
		text := strings.Repeat(piece, size/len(piece))
		const most = 1.5 // a quadratic reader would be at 10
		assert.LessOrEqual(t, stress.Overrun(text, most, func(s string) { Find(s) }), most, "%q", piece)
	}
}

// TestAccuracy holds the floor on the articles annotated by hand, if they are
// there: contents that share half their words or more, and their sources.
func TestAccuracy(t *testing.T) {
	for _, set := range []struct {
		path            string
		content, source float64
	}{
		{"../../shared/gold/dev.jsonl", 0.88, 0.78},
		{"../../shared/data/quotes/train.jsonl", 0.80, 0.60},
	} {
		f, err := os.Open(set.path)
		if err != nil {
			t.Skip("no annotated articles to score on:", err)
		}
		defer f.Close()
		var right, sourced, gold, found float64
		d := json.NewDecoder(bufio.NewReader(f))
		for d.More() {
			var a struct {
				Text   string
				Quotes []struct {
					Text       string
					SourceName string `json:"source_name"`
					SourceKind string `json:"source_kind"`
				}
			}
			require.NoError(t, d.Decode(&a))
			doc := tagger.Read(a.Text)
			r := Default().Analyze(doc, entities.Default().Analyze(doc))
			gold += float64(len(a.Quotes))
			found += float64(len(r.Quotes))
			used := make([]bool, len(r.Quotes))
			for _, g := range a.Quotes {
				for i := range r.Quotes {
					if used[i] || !similar(g.Text, r.Quotes[i].Content.Text) {
						continue
					}
					used[i] = true
					right++
					kind, name := NoSource, ""
					if s := r.SourceOf(&r.Quotes[i]); s != nil {
						kind, name = s.Kind, strings.ToLower(s.Name)
					}
					want := strings.ToLower(g.SourceName)
					if string(kind) == g.SourceKind && (strings.Contains(name, want) || strings.Contains(want, name)) {
						sourced++
					}
					break
				}
			}
		}
		assert.GreaterOrEqual(t, 2*right/(gold+found), set.content, "contents of %s", set.path)
		assert.GreaterOrEqual(t, 2*sourced/(gold+found), set.source, "contents and sources of %s", set.path)
	}
}

// similar reports that two contents share at least half their words.
func similar(a, b string) bool {
	counts := map[string]int{}
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" \n\t.,;:!?\"'“”‘’()-", r) })
	}
	x, y := words(a), words(b)
	for _, w := range x {
		counts[w]++
	}
	shared := 0
	for _, w := range y {
		if counts[w] > 0 {
			counts[w]--
			shared++
		}
	}
	return shared > 0 && 2*shared >= len(x)+len(y)-shared
}
