package terminal

import (
	"bytes"
	"os"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClean(t *testing.T) {
	assert.Equal(t, "a<001B>[31mb <202E>c<0000><009B>\uFFFD 👩\u200d🔬", Clean("a\x1b[31mb\n\u202ec\x00\u009b\xff\t👩\u200d🔬"))
}

func TestIs(t *testing.T) {
	assert.False(t, Is(&bytes.Buffer{}), "no file")
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	require.NoError(t, err)
	defer null.Close()
	assert.False(t, Is(null), "the null device is a character device too")
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b]0;x\x07\u2066")
	f.Fuzz(func(t *testing.T, s string) {
		clean := Clean(s)
		for _, r := range clean {
			assert.False(t, unicode.IsControl(r))
		}
		assert.Equal(t, clean, Clean(clean), "clean stays clean")
	})
}
