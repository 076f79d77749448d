package train

import (
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/pos"
)

// Score compares what an analyzer finds with a corpus.
type Score struct {
	Tags, TagsRight     int // words with a tag, and those whose tag is right
	Names, Found, Right int // names of the corpus, names found, those with right words and type
}

// F1 is the harmonic mean of precision and recall of names, from 0 to 1; 0 if
// none is right.
func (s Score) F1() float64 {
	if s.Names+s.Found == 0 {
		return 0
	}
	return 2 * float64(s.Right) / float64(s.Names+s.Found)
}

// Accuracy is the share of right tags, from 0 to 1; 0 without tags.
func (s Score) Accuracy() float64 {
	if s.Tags == 0 {
		return 0
	}
	return float64(s.TagsRight) / float64(s.Tags)
}

// String is the score in percent.
func (s Score) String() string {
	return fmt.Sprintf("tags %.1f %% of %d, names F1 %.1f %% (%d right of %d found and %d listed)",
		100*s.Accuracy(), s.Tags, 100*s.F1(), s.Right, s.Found, s.Names)
}

// Evaluate runs an analyzer over the sentences of a corpus, one by one, and
// compares. The analyzer must keep its tokens (dateline.WithTokens) if tags are to be
// compared. Use a part of the corpus that did not train.
func Evaluate(a *dateline.Analyzer, corpus []Sentence) Score {
	var score Score
	for _, s := range corpus {
		l := lay(s.Words, false)
		found := a.Analyze(l.doc.Text)
		if len(s.Tags) == len(s.Words) && len(found.Tokens) > 0 {
			at := map[int]string{}
			for _, t := range found.Tokens {
				at[t.Start] = t.Tag
			}
			last := -1
			for i := range l.doc.Tokens {
				if l.word[i] == last {
					continue
				}
				last = l.word[i]
				score.Tags++
				if at[l.doc.Tokens[i].Start] == canonical(s.Tags[last]) {
					score.TagsRight++
				}
			}
		}
		if len(s.Names) != len(s.Words) {
			continue
		}
		type name struct {
			start, end int
			kind       entities.Type
		}
		listed := map[name]bool{}
		for _, n := range l.names(s.Names) {
			where := l.doc.Span(n.First, n.Last)
			listed[name{where.Start, where.End, entities.Type(n.Type.String())}] = true
		}
		score.Names += len(listed)
		score.Found += len(found.Mentions)
		for _, m := range found.Mentions {
			if listed[name{m.Start, m.End, m.Type}] {
				score.Right++
			}
		}
	}
	return score
}

// canonical is the name under which the tagger gives a tag.
func canonical(tag string) string { return pos.Parse(tag).String() }
