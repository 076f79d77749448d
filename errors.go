package dateline

import (
	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// Errors of models that a program brings along ([WithTaggerModel], [WithModel],
// and the same of package entities), to be told apart with [errors.Is]. A model
// is checked in full before it is used: nothing is read with half of one.
var (
	ErrNotModel     = seqtag.ErrFormat     // a file of another kind, or cut off in its head
	ErrOtherModel   = faults.ErrOtherModel // a model for something else: a tagger's for a recognizer's
	ErrModelVersion = seqtag.ErrVersion    // of another version of this module
	ErrModelDamaged = seqtag.ErrChecksum   // its checksum differs
)

// Errors of constructors and options, here and in packages entities, quotes,
// extract and train.
var (
	ErrNil      = faults.ErrNil      // nil in the place of a reader, a function or a part
	ErrOption   = faults.ErrOption   // a value that an option cannot have, or options that exclude each other
	ErrTooLarge = faults.ErrTooLarge // a model, list, line or word beyond the size that is read
	ErrUTF8     = faults.ErrUTF8     // a line that is not UTF-8
)

// LineError says which line of a list, table, glossary or corpus that a program
// brings is wrong, and why: a line that is none of its form, but also a reader
// that fails, whose own error is in Err. It is found with [errors.As].
type LineError = faults.LineError
