// Package faults has the errors that tell what was wrong with what a program
// gave, so that all packages say it alike. Package dateline offers them to
// programs.
package faults

import (
	"errors"
	"fmt"
	"strconv"
)

// What can be wrong.
var (
	ErrNil        = errors.New("nil was passed")
	ErrOption     = errors.New("an option that cannot be")
	ErrTooLarge   = errors.New("larger than what is read")
	ErrUTF8       = errors.New("invalid UTF-8")
	ErrOtherModel = errors.New("a model for something else")
)

// Of is an error with words of its own that is of a kind.
func Of(kind error, format string, args ...any) error {
	return &fault{fmt.Errorf(format, args...), kind}
}

type fault struct {
	error
	kind error
}

func (f *fault) Unwrap() []error { return []error{f.kind, f.error} }

// LineError says what is wrong in a line of a list, table, glossary or corpus.
type LineError struct {
	Name string // of the list, as it was given with it
	Line int    // from 1; 0 if the list as a whole is wrong
	Err  error  // the reason; what the reader said if it failed
}

func (e *LineError) Error() string {
	name := e.Name
	if e.Line > 0 {
		name += ":" + strconv.Itoa(e.Line)
	}
	return name + ": " + e.Err.Error()
}

func (e *LineError) Unwrap() error { return e.Err }
