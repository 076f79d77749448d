package gazetteer

import (
	_ "embed"
	"sync"
)

//go:embed data/phrases.bin
var phraseData string

//go:embed data/entries.bin
var entryData string

var builtin = sync.OnceValue(func() *Set {
	t, err := open(phraseData, entryData)
	if err != nil {
		panic(err) // the embedded files are checked by the tests
	}
	return &Set{layers: []*table{t}}
})

// Default is the built-in set. Opening it reads a few headers; it is shared.
func Default() *Set { return builtin() }
