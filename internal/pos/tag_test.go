package pos_test

import (
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesAreTheirTags(t *testing.T) {
	for tag := pos.None + 1; tag < pos.Count; tag++ {
		require.NotEmpty(t, tag.String())
		assert.Equal(t, tag, pos.Parse(tag.String()), tag.String())
	}
	assert.Equal(t, pos.None, pos.Parse("PROPN"), "a tag of another set")
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"NNP", "PRP$", "-LRB-", "(", "", "nnp", "HYPH"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag := pos.Parse(s)
		require.Less(t, tag, pos.Count)
		if tag != pos.None {
			require.Equal(t, tag, pos.Parse(tag.String()), "a variant is read as the tag it stands for")
		}
	})
}
