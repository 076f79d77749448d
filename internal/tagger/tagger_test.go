package tagger_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
)

func tags(s string) string {
	var b []string
	for _, t := range tagger.Read(s).Tokens {
		b = append(b, t.Tag.String())
	}
	return strings.Join(b, " ")
}

func TestTags(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"Gunmen killed two officers near Mosul on Sunday.", "NNS VBD CD NNS IN NNP IN NNP .", "plain news"},
		{"GUNMEN KILLED TWO OFFICERS NEAR MOSUL ON SUNDAY.", "NNS VBD CD NNS IN NNP IN NNP .", "the same in capitals"},
		{"They can fish. A can of fish.", "PRP MD VB . DT NN IN NN .", "a word's tag depends on its place"},
		{"The army's chief left; Iraq’s did not.", "DT NN POS NN VBD : NNP POS VBD RB .", "possessives are no verbs"},
		{"The US-led raid killed IS fighters, and WHO staff left.", "DT NNP JJ NN VBD NNP NNS , CC NNP NN VBD .", "compounds parted, acronyms that are words"},
		{"The wounded were taken to hospital, she said.", "DT VBN VBD VBN IN NN , PRP VBD .", "participle as noun"},
	} {
		got := strings.Fields(tags(row.text))
		want := strings.Fields(row.want)
		wrong := 0
		for i := range want {
			if i >= len(got) || got[i] != want[i] {
				wrong++
			}
		}
		assert.LessOrEqual(t, wrong, 1, "%s: %v for %v", row.reason, got, want)
	}
}

func BenchmarkTag(b *testing.B) {
	doc := text.Read(strings.Repeat("Gunmen killed two police officers near the northern city of Mosul on Sunday, a security source said. ", 40))
	tagger.Default().Tag(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		tagger.Default().Tag(doc)
	}
	b.ReportMetric(float64(b.N*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
