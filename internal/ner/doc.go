// Package ner finds names in a document that was read: a conditional random
// field (package seqtag) over words, shapes, word clusters, gazetteers and what
// the whole document shows of a word.
//
// Two models share the features: one for text in usual case, one that looks at
// no letter's case, for capitals, lower case and headlines. Both are built by
//
//	go run ./internal/cmd/trainner -data ../shared/data/ner
//	go run ./internal/cmd/evalner -data ../shared -calibrate internal/ner/confidence.txt
//
// Besides labelled corpora they learn from texts of invented names
// (internal/cmd/trainner/grammar), which hold the kinds of names that the
// corpora lack: teams, bands, units, companies, parties known by their letters,
// and works and products that are none of our types.
//
// What package entities makes of them, exact F1 in percent with places as one
// type, on the development parts (evalner -data ../shared -copies), and the
// expected calibration error of the confidences (evalner -confidences):
//
//	             as printed  capitals  small  title case   calibration
//	gold articles   91.4       86.2    85.7     86.6          .08
//	re3d            85.1       82.1    82.0     82.2          .06
//	CoNLL-2003      81.4       78.2    77.5     76.3          .03
//	wikigold        74.6       65.0    64.6     65.4          .04
//	GUM news        74.8       71.0    72.0     68.2          .11
//
// The confidences are calibrated on the gold articles, re3d and GUM news
// together (.03): on well-edited news they are somewhat too low.
package ner
