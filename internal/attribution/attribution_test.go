package attribution

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseBins(t *testing.T) {
	bins := ParseBins("7 say tell\n2 see\nx odd\n9\n")
	assert.Equal(t, map[string]uint8{"say": 7, "tell": 7, "see": 2}, bins)
}

func TestEmbedded(t *testing.T) {
	c := Default()
	assert.Equal(t, CueLabels, c.Cues.Labels())
	assert.Equal(t, PartLabels, c.Parts.Labels())
	assert.LessOrEqual(t, len(cueModel)+len(partModel), 6<<20, "the models may take 6 MB")
}
