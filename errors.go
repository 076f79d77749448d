package dateline

import "github.com/dateline-go/dateline/internal/seqtag"

// Errors of models that a program brings along ([WithTaggerModel], [WithModel]),
// to be told apart with [errors.Is]. A model is checked in full before it is
// used: nothing is read with half of one.
var (
	ErrNotModel     = seqtag.ErrFormat   // a file of another kind, or cut off in its head
	ErrModelVersion = seqtag.ErrVersion  // of another version of this module
	ErrModelDamaged = seqtag.ErrChecksum // its checksum differs
)
