package faults

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// EachLine reads a list that a program brings and calls each for its lines,
// without a byte order mark, numbered from 1, until it returns an error. what is
// what the list is, name what it is called: errors are a [*LineError] with it,
// or [ErrNil] for no reader. No line may be longer than limit bytes.
func EachLine(r io.Reader, name, what string, limit int, each func(number int, line string) error) error {
	if r == nil {
		return Of(ErrNil, "%s: no %s: pass the reader of one", name, what)
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, limit)
	number := 0
	for sc.Scan() {
		number++
		line := sc.Text()
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if err := each(number, line); err != nil {
			return &LineError{name, number, err}
		}
	}
	err := sc.Err()
	if errors.Is(err, bufio.ErrTooLong) {
		err = Of(ErrTooLarge, "line longer than %d bytes", limit)
	}
	if err != nil {
		return &LineError{name, number + 1, err}
	}
	return nil
}

// ReadAll reads what holds at most limit bytes.
func ReadAll(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		return nil, Of(ErrTooLarge, "longer than %d bytes", limit)
	}
	return data, err
}
