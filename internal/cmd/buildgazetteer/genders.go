package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Of the bearers of a given name, how many times more must be of one gender for
// it to tell, and the share in percent that bearers must have of that gender.
const (
	genderRatio = 25
	genderShare = 0.006
)

// writeGenders writes the table of given names that tell a gender, by the US
// census of 1990.
func writeGenders(sources, path string) error {
	shares := map[string]map[string]float64{}
	genders := []string{"female", "male"}
	for _, g := range genders {
		lines, err := readLines(filepath.Join(sources, "python/names", "dist."+g+".first"))
		if err != nil {
			return err
		}
		shares[g] = map[string]float64{}
		for _, l := range lines {
			f := strings.Fields(l)
			if len(f) < 2 {
				continue
			}
			share, err := strconv.ParseFloat(f[1], 64)
			if err != nil {
				return fmt.Errorf("%q: %w", l, err)
			}
			shares[g][strings.ToLower(f[0])] = share
		}
	}
	var b strings.Builder
	b.WriteString("# Given names that nearly always tell a gender, from the US census of 1990 (public domain), made by\n" +
		"# go run ./internal/cmd/buildgazetteer -sources DIR. A line: gender, colon, names in lower case.\n")
	for i, g := range genders {
		other := shares[genders[1-i]]
		n := 0
		for _, name := range slices.Sorted(maps.Keys(shares[g])) {
			if s := shares[g][name]; s < genderShare || s < genderRatio*other[name] {
				continue
			}
			if n%16 == 0 {
				if n > 0 {
					b.WriteByte('\n')
				}
				b.WriteString(g + ":")
			}
			n++
			b.WriteString(" " + name)
		}
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
