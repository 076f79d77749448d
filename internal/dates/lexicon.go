package dates

import (
	_ "embed"

	"github.com/dateline-go/dateline/internal/wordtable"
)

//go:embed words.txt
var wordTable string

// Immutable after init.
var (
	table    = wordtable.Read("dates: words.txt", wordTable)
	weekdays = table.Values("weekdays")
	months   = table.Values("months")
	units    = table.Values("units")
	parts    = table.Values("parts")
	edges    = table.Values("edges")
	deictic  = table.Values("deictic")
	fixed    = table.Values("fixed")
	numbers  = table.Values("numbers")
)
