package dateline_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
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
		assert.ErrorContains(t, err, "own.model", "and no tagger is a recognizer")
	}
	_, err = dateline.New(dateline.WithTaggerModel(bytes.NewReader(good[:len(good)-100]), "own.model"))
	assert.Error(t, err, "cut off at the end")
}
