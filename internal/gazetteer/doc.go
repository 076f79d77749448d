// Package gazetteer looks names up: places, nationalities, given and family
// names, armed groups, agencies, media, companies and more.
//
// A [Set] is read straight from the bytes that the program embeds; opening the
// built-in one with [Default] parses and allocates next to nothing. A caller
// walks its tokens with a rolling [Hash] and never builds a phrase:
//
//	h := gazetteer.Start()
//	for _, t := range tokens {
//		h = h.Add(t.Lower)
//		classes, more, ok := set.Find(h)
//		// ok: the tokens so far are a name; more: a longer name begins so.
//	}
//
// Names are compared folded: lower case, no diacritics, no apostrophes and no
// periods, so "Da'esh" finds Daesh, "U.N." finds UN and "São Paulo" Sao Paulo.
// Hyphens count; hyphenated names are stored with blanks too. [FoldName] goes
// further and maps the romanisations of one name to one key.
//
// The data come from the files of tables, written by hand, and from the lists
// that NOTICE names; internal/cmd/buildgazetteer builds data from them.
// [New] reads a user's own list and [Merge] lays it over the built-in one.
package gazetteer
