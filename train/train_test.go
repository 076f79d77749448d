package train_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/interop"
	"github.com/dateline-go/dateline/train"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const corpus = `# invented
The DT O
tug NN O
Bold NNP B-ORG
Ann NNP I-ORG
sank VBD O
. . O

-DOCSTART- -X- O
Tug NN O
Calm NNP B-ORG
Eve NNP I-ORG
left VBD O
Bay NNP B-GPE
Town NNP I-GPE
. . O
`

func read(t testing.TB, s string) []train.Sentence {
	t.Helper()
	c, err := train.ReadCoNLL(strings.NewReader(s), "mine")
	require.NoError(t, err)
	return c
}

func TestReadCoNLL(t *testing.T) {
	c := read(t, corpus)
	require.Len(t, c, 2)
	assert.Equal(t, train.Sentence{
		Words: []string{"The", "tug", "Bold", "Ann", "sank", "."}, Tags: []string{"DT", "NN", "NNP", "NNP", "VBD", "."},
		Names: []string{"O", "O", "B-ORG", "I-ORG", "O", "O"},
	}, c[0])
	assert.Empty(t, read(t, "Two _ O\n")[0].Tags)
	assert.Empty(t, read(t, "Two CD _\n")[0].Names)
	for _, row := range []struct{ text, want string }{
		{"a DT O\nb XX O", `mine:2: unknown tag "XX"`},
		{"a DT B-SHIP", `mine:1: unknown label "B-SHIP"`},
		{"a DT", "mine:1: 2 columns"},
		{"a DT O\nb DT O O", "mine:2: 4 columns"},
		{"a DT O\nb _ O", "mine:2: some words of the sentence have a tag"},
		{"\xff DT O", "mine:1: invalid UTF-8"},
		{"\n\n", "no sentence"},
		{strings.Repeat("a", 300) + " DT O", "mine:1: word of 300 bytes"},
	} {
		_, err := train.ReadCoNLL(strings.NewReader(row.text), "mine")
		assert.ErrorContains(t, err, row.want)
	}
}

func TestExportsTrain(t *testing.T) {
	a, err := dateline.New(dateline.WithTokens())
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, interop.WriteCoNLL2003(&b, a.Analyze("Police in Homs said two men died. Ana Silva agreed.")))
	c := read(t, b.String())
	require.Len(t, c, 2)
	score := train.Evaluate(a, c)
	assert.Equal(t, 1.0, score.Accuracy(), "an analyzer agrees with itself")
	assert.Equal(t, 1.0, score.F1())
}

func TestTrain(t *testing.T) {
	c := read(t, strings.Repeat(corpus+"\n", 3))
	tagger, err := train.Tagger(c, train.Options{})
	require.NoError(t, err)
	names, err := train.Recognizer(c, train.Options{})
	require.NoError(t, err)
	again, err := train.Recognizer(c, train.Options{})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(names, again), "the same corpus gives the same bytes")
	whole, err := train.Recognizer(c, train.Options{Dropout: -1})
	require.NoError(t, err)
	assert.False(t, bytes.Equal(names, whole), "without dropout another model is learnt")
	same, err := train.Recognizer(c, train.Options{Dropout: .1})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(names, same), "a tenth is the default")
	own, err := dateline.New(dateline.WithTokens(), dateline.WithTaggerModel(bytes.NewReader(tagger), "t"), dateline.WithModel(bytes.NewReader(names), "n"))
	require.NoError(t, err)
	score := train.Evaluate(own, c)
	assert.Greater(t, score.Accuracy(), .9)
	assert.Greater(t, score.F1(), .95)

	_, err = train.Tagger(read(t, "Two _ O\n"), train.Options{})
	assert.ErrorIs(t, err, train.ErrNoTags)
	_, err = train.Recognizer(read(t, "Two CD O\n"), train.Options{})
	assert.ErrorIs(t, err, train.ErrNoNames)

	for name, damaged := range map[string][]byte{
		"empty": nil, "other": []byte("a text"), "cut": names[:len(names)/2], "swapped": tagger, "flipped": flip(names),
	} {
		_, err = dateline.New(dateline.WithModel(bytes.NewReader(damaged), "my.model"))
		assert.ErrorContains(t, err, "my.model", name)
	}
	for name, damaged := range map[string][]byte{"empty": nil, "cut": tagger[:len(tagger)/2], "swapped": names, "flipped": flip(tagger)} {
		_, err = dateline.New(dateline.WithTaggerModel(bytes.NewReader(damaged), "my.model"))
		assert.ErrorContains(t, err, "my.model", name)
	}
}

func flip(b []byte) []byte {
	b = bytes.Clone(b)
	b[len(b)-20] ^= 0x55
	return b
}

func FuzzReadCoNLL(f *testing.F) {
	f.Add(corpus)
	f.Fuzz(func(t *testing.T, s string) {
		c, err := train.ReadCoNLL(strings.NewReader(s), "fuzz")
		if err != nil {
			return
		}
		for _, x := range c {
			require.NotEmpty(t, x.Words)
			require.Contains(t, []int{0, len(x.Words)}, len(x.Tags))
			require.Contains(t, []int{0, len(x.Words)}, len(x.Names))
		}
	})
}

func ExampleReadCoNLL() {
	corpus, err := train.ReadCoNLL(strings.NewReader("Tug NN O\nCalm NNP B-ORG\nEve NNP I-ORG\n"), "tugs.conll")
	fmt.Println(corpus[0].Words, corpus[0].Names, err)
	_, err = train.ReadCoNLL(strings.NewReader("Calm NNP B-SHIP\n"), "tugs.conll")
	fmt.Println(err)
	// Output:
	// [Tug Calm Eve] [O B-ORG I-ORG] <nil>
	// train: tugs.conll:1: unknown label "B-SHIP"; want O, B-TYPE or I-TYPE with a type of [PERSON ORG GPE LOC FAC NORP EVENT]
}
