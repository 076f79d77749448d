package faults_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOf(t *testing.T) {
	err := faults.Of(faults.ErrTooLarge, "a line of %d bytes: %w", 7, io.ErrUnexpectedEOF)
	assert.EqualError(t, err, "a line of 7 bytes: unexpected EOF")
	assert.ErrorIs(t, err, faults.ErrTooLarge)
	assert.ErrorIs(t, err, io.ErrUnexpectedEOF)
	assert.NotErrorIs(t, err, faults.ErrNil)
}

func TestEachLine(t *testing.T) {
	broken := errors.New("the disk is gone")
	wrong := errors.New("wrong")
	for _, row := range []struct {
		r      io.Reader
		lines  string
		err    error
		at     int
		reason string
	}{
		{strings.NewReader("\ufeffa\r\nb\n\nc"), "a|b||c", nil, 0, "lines of any kind, the last without an end"},
		{strings.NewReader("a\n\ufeffx"), "a", wrong, 2, "a mark within is no mark"},
		{strings.NewReader("a\nx\nb"), "a", wrong, 2, "what the caller refuses"},
		{strings.NewReader("a\n" + strings.Repeat("l", 50)), "a", faults.ErrTooLarge, 2, "a line too long"},
		{io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken)), "a|b", broken, 3, "a reader that fails"},
	} {
		var lines []string
		err := faults.EachLine(row.r, "list", "list", 40, func(_ int, line string) error {
			if strings.HasSuffix(line, "x") {
				return wrong
			}
			lines = append(lines, line)
			return nil
		})
		assert.Equal(t, row.lines, strings.Join(lines, "|"), row.reason)
		if row.err == nil {
			require.NoError(t, err, row.reason)
			continue
		}
		require.ErrorIs(t, err, row.err, row.reason)
		at, ok := errors.AsType[*faults.LineError](err)
		require.True(t, ok, row.reason)
		assert.Equal(t, row.at, at.Line, row.reason)
		assert.ErrorContains(t, err, "list:", row.reason)
	}
	assert.ErrorIs(t, faults.EachLine(nil, "list", "glossary", 9, nil), faults.ErrNil)
	assert.EqualError(t, &faults.LineError{Name: "list", Err: wrong}, "list: wrong", "the list as a whole")
}

func TestReadAll(t *testing.T) {
	data, err := faults.ReadAll(strings.NewReader("four"), 4)
	require.NoError(t, err)
	assert.Equal(t, "four", string(data))
	_, err = faults.ReadAll(strings.NewReader("fives"), 4)
	assert.ErrorIs(t, err, faults.ErrTooLarge)
}

// FuzzEachLine: the lines, put together again, are the list.
func FuzzEachLine(f *testing.F) {
	f.Add([]byte("a\r\n\nb"))
	f.Add([]byte("\ufeff\n\xff"))
	f.Fuzz(func(t *testing.T, list []byte) {
		var again []byte
		n := 0
		err := faults.EachLine(bytes.NewReader(list), "list", "list", 1000, func(number int, line string) error {
			n++
			require.Equal(t, n, number)
			again = append(append(again, line...), '\n')
			return nil
		})
		if err != nil {
			require.ErrorIs(t, err, faults.ErrTooLarge)
			return
		}
		want := bytes.ReplaceAll(bytes.TrimPrefix(list, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
		require.Equal(t, string(bytes.TrimRight(want, "\r\n")), string(bytes.TrimRight(again, "\r\n")))
	})
}
