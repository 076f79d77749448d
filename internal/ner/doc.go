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
// hospitals, roads and prisons, valleys and straits, villages, ministries and
// forces, and works and products that are none of our types.
//
// What package entities makes of them, exact F1 in percent with places as one
// type, on the development parts (evalner -data ../shared -copies), and the
// expected calibration error of the confidences (evalner -confidences):
//
//	             as printed  capitals  small  title case   calibration
//	gold articles   95.8       87.3    87.0     87.4          .10
//	re3d            87.5       80.9    80.7     80.9          .06
//	CoNLL-2003      81.9       78.3    77.5     75.7          .06
//	wikigold        74.8       65.9    65.8     66.3          .07
//	GUM news        74.8       71.3    71.7     69.6          .13
//
// The confidences are calibrated on the gold articles, re3d and GUM news
// together (.04): on well-edited news they are somewhat too low. The model that
// looks at case is the average of two that differ in the order of the examples.
package ner
