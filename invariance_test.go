package dateline_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/stretchr/testify/assert"
)

// invariant are the ways of writing under which an analysis never changes; the
// others have a floor for how much of it stays.
var invariant = map[string]bool{"CRLF": true, "byte order mark": true, "blank lines": true, "blanks at line ends": true, "two blanks between sentences": true}

// agreement counts what two ways of writing share.
type agreement struct{ common, all int }

func (g *agreement) add(a, b []string) {
	common, all := sampletext.SharedLines(a, b)
	g.common, g.all = g.common+2*common, g.all+all
}

func (g *agreement) rate() float64 {
	if g.all == 0 {
		return 1
	}
	return float64(g.common) / float64(g.all)
}

// checkVariants compares the analyses of each article with those of its
// variants. floor is for the variants that are not invariant.
func checkVariants(t *testing.T, articles []sampletext.Article, floors map[string]float64) {
	outlines := make([]sampletext.Outline, len(articles))
	for i, a := range articles {
		outlines[i] = sampletext.OutlineOf(dateline.Analyze(a.Text))
	}
	for _, v := range sampletext.Variants() {
		var ents, said, claims agreement
		for i, a := range articles {
			o := sampletext.OutlineOf(dateline.Analyze(v.Write(a.Text)))
			ents.add(outlines[i].Entities, o.Entities)
			said.add(outlines[i].Quotes, o.Quotes)
			claims.add(outlines[i].Claims, o.Claims)
			if invariant[v.Name] {
				assert.Equal(t, outlines[i], o, "%s with %s", a.Name, v.Name)
			} else if testing.Verbose() {
				for _, d := range [][2][]string{{outlines[i].Entities, o.Entities}, {outlines[i].Quotes, o.Quotes}, {outlines[i].Claims, o.Claims}} {
					for _, l := range sampletext.Differences(d[0], d[1]) {
						t.Logf("%s, %s: %s", v.Name, a.Name, l)
					}
				}
			}
		}
		t.Logf("%-30s entities %.3f  quotes %.3f  claims %.3f", v.Name, ents.rate(), said.rate(), claims.rate())
		if !invariant[v.Name] {
			floor := floors[v.Name]
			assert.GreaterOrEqual(t, min(ents.rate(), said.rate(), claims.rate()), floor, v.Name)
		}
	}
}

// TestWritingDoesNotMatter: how a text is written, where no reader sees a
// difference, does not change what is read in it.
func TestWritingDoesNotMatter(t *testing.T) {
	checkVariants(t, sampletext.Own(), ownFloors)
}

var ownFloors = map[string]float64{
	"decomposed accents": 1, "curly apostrophes": 1, "blanks that do not break": 1, "wrapped lines": 0.97, "clutter behind": 1,
	"straight quotes": 0.97, "characters without width": 0.97, "soft hyphens": 0.97, "clutter between": 0.94,
}

func TestWritingDoesNotMatterInSharedData(t *testing.T) {
	if testing.Short() {
		t.Skip("twice as many articles as a short run reads")
	}
	checkVariants(t, sampletext.Shared(t, 20, "gold/dev.jsonl", "data/polnear/dev.jsonl", "data/ner/gumnews_dev.jsonl"), sharedFloors)
}

// Real pages have paragraphs without blank lines, which wrapping hides, and
// straight marks that cannot be told apart.
var sharedFloors = map[string]float64{
	"decomposed accents": 0.995, "curly apostrophes": 0.99, "blanks that do not break": 0.98, "clutter behind": 0.99,
	"straight quotes": 0.96, "characters without width": 0.92, "soft hyphens": 0.92, "wrapped lines": 0.90, "clutter between": 0.94,
}

// FuzzInvariance: what no reader sees changes nothing, whatever the text.
func FuzzInvariance(f *testing.F) {
	for _, a := range sampletext.Own() {
		for p := range strings.SplitSeq(a.Text, "\n\n") {
			f.Add(p)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\r\ufeff") || len(text) > 5_000 {
			return
		}
		want := sampletext.OutlineOf(dateline.Analyze(text))
		for _, v := range sampletext.Variants() {
			if v.Name == "CRLF" || v.Name == "byte order mark" {
				assert.Equal(t, want, sampletext.OutlineOf(dateline.Analyze(v.Write(text))), v.Name)
			}
		}
	})
}
