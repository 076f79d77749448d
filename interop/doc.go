// Package interop writes an analysis in the forms that other tools read: spaCy's
// Doc JSON and displaCy, brat standoff, the W3C's Web Annotation, and the columns of
// CoNLL-2003 and CoNLL-U.
//
// All of these count Unicode code points, and so do the offsets written here. None
// of them can hold invalid UTF-8: each invalid byte becomes one U+FFFD, which
// keeps the offsets true. An analysis is read as [dateline.Analyze] returned it;
// one decoded from JSON will do if its offsets are bytes and its text is valid. A
// span that does not cut its words out of the text is an error, since a tool would
// mark the wrong words.
//
// What the forms carry:
//
//	                  names  quotes  sources  claims  tokens needed
//	SpaCy             ents   spans   spans    spans   yes
//	Displacy          yes    –       –        –       no
//	DisplacySpans     yes    yes     yes      yes     yes
//	WriteBrat         yes    yes     yes      yes     no
//	WebAnnotations    yes    yes     yes      yes     no
//	WriteCoNLL2003    yes    –       –        –       yes
//	WriteCoNLLU       yes    yes     –        yes     yes
//
// Those that need tokens need an analyzer made with [dateline.WithTokens]; without
// them they return [ErrNoTokens]. The functions do not change the analysis and may
// be called from many goroutines at once.
package interop
