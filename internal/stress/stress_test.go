package stress_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/stress"
	"github.com/stretchr/testify/assert"
)

func TestSizes(t *testing.T) {
	for _, size := range []int{1_000, 100_000} {
		for _, c := range stress.Cases() {
			n := len(c.Text(size))
			assert.True(t, n > size/2 && n < size*3/2, "%s: %d bytes for %d", c.Name, n, size)
			assert.Equal(t, c.Text(size), c.Text(size), c.Name)
		}
		n := len(stress.News(size, 1))
		assert.True(t, n >= size && n < size+400, "news: %d bytes for %d", n, size)
	}
	assert.NotEqual(t, stress.News(1_000, 1), stress.News(1_000, 2))
}

func TestParts(t *testing.T) {
	for _, c := range stress.All() {
		text := c.Text(10_000)
		parts := stress.Parts(text, 10)
		assert.Len(t, parts, 10)
		assert.Equal(t, text, strings.Join(parts, ""), c.Name)
		for _, p := range parts {
			assert.True(t, len(p) > 300 && len(p) < 3_000, "%s: %d bytes", c.Name, len(p))
		}
	}
}
