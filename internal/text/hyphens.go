package text

import _ "embed"

// Words that stand before or behind a name with a hyphen and are no part of it.
var (
	//go:embed hyphen_prefixes.txt
	hyphenPrefixTable string
	//go:embed hyphen_suffixes.txt
	hyphenSuffixTable string
	//go:embed hyphen_names.txt
	hyphenNameTable string

	hyphenPrefixes = tableSet(hyphenPrefixTable)
	hyphenSuffixes = tableSet(hyphenSuffixTable)
	hyphenNames    = tableSet(hyphenNameTable)
)
