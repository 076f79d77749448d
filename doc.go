// Package dateline reads a news article the way a careful editor does: who and
// what it names, who said what, and how many people were harmed on whose word.
//
//	analysis := dateline.Analyze(text)
package dateline
