// Package ner finds names in a document that was read: a conditional random
// field (package seqtag) over words, shapes, word clusters, gazetteers and what
// the whole document shows of a word.
//
// Two models share the features: one for text in usual case, one that looks at
// no letter's case, for capitals, lower case and headlines. Both are built by
//
//	go run ./internal/cmd/trainner -data ../shared/data/ner
package ner
