package dateline_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/train"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModelErrors: a model that is damaged, foreign or of another version is
// refused, each by its own error, with the name it was given.
func TestModelErrors(t *testing.T) {
	good, err := os.ReadFile("internal/tagger/model.bin")
	require.NoError(t, err)
	changed := func(at int) []byte {
		data := slices.Clone(good)
		data[at] ^= 1
		return data
	}
	for _, row := range []struct {
		data   []byte
		want   error
		reason string
	}{
		{nil, dateline.ErrNotModel, "an empty file"},
		{[]byte("PK\x03\x04 an archive of something else, long enough for a head"), dateline.ErrNotModel, "a file of another kind"},
		{changed(len("DLSEQTAG")), dateline.ErrModelVersion, "of another version"},
		{changed(len(good) / 2), dateline.ErrModelDamaged, "a bit turned"},
	} {
		_, err := dateline.New(dateline.WithTaggerModel(bytes.NewReader(row.data), "own.model"))
		assert.ErrorIs(t, err, row.want, row.reason)
		assert.ErrorContains(t, err, "own.model", row.reason)
		_, err = entities.New(entities.WithModel(bytes.NewReader(row.data), "own.model"))
		assert.ErrorContains(t, err, "own.model", row.reason)
	}
	for reason, data := range map[string][]byte{"an empty file": nil, "a file of another kind": []byte("PK\x03\x04 an archive")} {
		_, err = entities.New(entities.WithModel(bytes.NewReader(data), "own.model"))
		assert.ErrorIs(t, err, dateline.ErrNotModel, reason)
		assert.NotErrorIs(t, err, dateline.ErrOtherModel, reason)
	}
	_, err = dateline.New(dateline.WithModel(bytes.NewReader(good), "own.model"))
	assert.ErrorIs(t, err, dateline.ErrOtherModel, "a tagger is no recognizer")
	_, err = dateline.New(dateline.WithTaggerModel(bytes.NewReader(good[:len(good)-100]), "own.model"))
	assert.Error(t, err, "cut off at the end")
}

// ownModel is a recognizer that learnt one sentence.
func ownModel(t *testing.T) []byte {
	corpus, err := train.ReadCoNLL(strings.NewReader("Ana NNP B-PERSON\nsang VBD O\n. . O\n"), "corpus")
	require.NoError(t, err)
	model, err := train.Recognizer(corpus, train.Options{Epochs: 1, Features: 50})
	require.NoError(t, err)
	return model
}

func TestOwnModelErrors(t *testing.T) {
	good := ownModel(t)
	_, err := dateline.New(dateline.WithModel(bytes.NewReader(good), "own.model"))
	require.NoError(t, err)
	turned := slices.Clone(good)
	turned[len(turned)-20] ^= 1
	older := slices.Clone(good)
	older[bytes.Index(older, []byte("DLSEQTAG"))+len("DLSEQTAG")] = 99
	for _, row := range []struct {
		data   []byte
		want   error
		reason string
	}{
		{turned, dateline.ErrModelDamaged, "a bit turned"},
		{good[:len(good)/3], dateline.ErrModelDamaged, "cut off"},
		{older, dateline.ErrModelVersion, "of another version"},
	} {
		_, err := entities.New(entities.WithModel(bytes.NewReader(row.data), "own.model"))
		assert.ErrorIs(t, err, row.want, row.reason)
		assert.ErrorContains(t, err, "own.model", row.reason)
	}
	_, err = dateline.New(dateline.WithTaggerModel(bytes.NewReader(good), "own.model"))
	assert.ErrorIs(t, err, dateline.ErrOtherModel, "a recognizer is no tagger")
	gone := errors.New("the disk is gone")
	for _, o := range []dateline.Option{
		dateline.WithModel(iotest.ErrReader(gone), "m"), dateline.WithTaggerModel(iotest.ErrReader(gone), "m"), dateline.WithReportingVerbs(iotest.ErrReader(gone), "m"),
	} {
		_, err := dateline.New(o)
		assert.ErrorIs(t, err, gone, "what the reader said is kept")
	}
}

// TestNilErrors: nil is refused, and said so, by everything that takes a thing.
func TestNilErrors(t *testing.T) {
	for i, o := range []dateline.Option{
		dateline.WithTokenizer(nil), dateline.WithTagger(nil), dateline.WithTokenizerFunc(nil), dateline.WithTaggerFunc(nil), dateline.WithRecognizer(nil),
		dateline.WithModel(nil, "x"), dateline.WithTaggerModel(nil, "x"), dateline.WithGazetteer(nil, "x"), dateline.WithGlossary(nil, "x"),
		dateline.WithReportingVerbs(nil, "x"), dateline.WithAnonymityPhrases(nil, "x"), dateline.WithSourceNouns(nil, "x"), dateline.WithOutcomes(nil, "x"),
		dateline.WithEntities(entities.WithFinder(nil)), dateline.WithEntities(entities.WithFinderFunc(nil)),
		dateline.WithQuotes(quotes.WithReportingVerbs(nil, "x")), dateline.WithExtract(extract.WithReportingVerbs(nil, "x")),
	} {
		_, err := dateline.New(o)
		assert.ErrorIs(t, err, dateline.ErrNil, "option %d", i)
		assert.NotErrorIs(t, err, dateline.ErrOption, "option %d", i)
	}
	_, err := train.ReadCoNLL(nil, "x")
	assert.ErrorIs(t, err, dateline.ErrNil)
}

func TestOptionErrors(t *testing.T) {
	_, err := dateline.New(dateline.WithMaxText(0))
	assert.ErrorIs(t, err, dateline.ErrOption)
	_, err = dateline.New(dateline.WithRecognizer(entities.Default()), dateline.WithGazetteer(strings.NewReader(""), "x"))
	assert.ErrorIs(t, err, dateline.ErrOption)
}

// TestLineErrors: of every list that a program brings, the wrong line is told.
func TestLineErrors(t *testing.T) {
	lists := []struct {
		name  string
		read  func(r io.Reader) error
		good  string // a line
		wrong string // another
	}{
		{"names", option(dateline.WithGazetteer), "city\t\tVetropolye", "village\t\tVetropolye"},
		{"glossary", option(dateline.WithGlossary), "murieron = died", "murieron died"},
		{"verbs", option(dateline.WithReportingVerbs), "speech: whinge", "Speech: whinge"},
		{"phrases", option(dateline.WithAnonymityPhrases), "fear: for dread of them", "dread: for dread of them"},
		{"nouns", option(dateline.WithSourceNouns), "role: harpooner", "roles of men: harpooner"},
		{"outcomes", option(dateline.WithOutcomes), "killed harm: vaporize", "vaporize"},
		{"corpus", func(r io.Reader) error { _, err := train.ReadCoNLL(r, "list"); return err }, "Ana NNP B-PERSON", "Ana NNP"},
	}
	for _, l := range lists {
		require.NoError(t, l.read(strings.NewReader(l.good+"\n")), l.name)
		gone := errors.New("the disk is gone")
		for _, row := range []struct {
			r      io.Reader
			want   error
			reason string
		}{
			{strings.NewReader(l.good + "\n" + l.wrong + "\n"), nil, "a line of another form"},
			{strings.NewReader(l.good + "\n\xff" + l.good + "\n"), dateline.ErrUTF8, "no UTF-8"},
			{strings.NewReader(l.good + "\n" + strings.Repeat("x", 1<<21)), dateline.ErrTooLarge, "a line without end"},
			{io.MultiReader(strings.NewReader(l.good+"\n"), iotest.ErrReader(gone)), gone, "a reader that fails"},
		} {
			err := l.read(row.r)
			wrong, ok := errors.AsType[*dateline.LineError](err)
			if !assert.True(t, ok, "%s, %s: %v", l.name, row.reason, err) {
				continue
			}
			assert.Equal(t, 2, wrong.Line, "%s, %s: %v", l.name, row.reason, err)
			assert.Equal(t, "list", wrong.Name, l.name)
			assert.ErrorContains(t, err, "list:2: ", l.name)
			if row.want != nil {
				assert.ErrorIs(t, err, row.want, "%s, %s", l.name, row.reason)
			}
		}
	}
	_, err := train.ReadCoNLL(strings.NewReader("\n"), "list")
	assert.ErrorIs(t, err, train.ErrEmpty)
}

func option(with func(io.Reader, string) dateline.Option) func(io.Reader) error {
	return func(r io.Reader) error {
		_, err := dateline.New(with(r, "list"))
		return err
	}
}
