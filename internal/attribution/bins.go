package attribution

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// bins.txt says how often a lemma is part of a cue: a line is "BIN lemma ...",
// the bin from 1 (sometimes) to 7 (nearly always). The trainer writes it.
//
//go:embed bins.txt
var binTable string

var cueBins = sync.OnceValue(func() map[string]uint8 { return ParseBins(binTable) })

// ParseBins reads a table of bins.
func ParseBins(table string) map[string]uint8 {
	bins := map[string]uint8{}
	for line := range strings.Lines(table) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		n, err := strconv.Atoi(fields[0])
		if err != nil || n < 1 || n > 255 {
			continue
		}
		for _, lemma := range fields[1:] {
			bins[lemma] = uint8(n)
		}
	}
	return bins
}
