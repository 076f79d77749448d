package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// A word is a common one that stands in lower case at least commonCount times
// and in one of commonShare of its places.
const (
	commonCount = 3
	commonShare = 8
)

// writeCommonWords counts the words of the corpora and writes the common ones.
func writeCommonWords(path string, corpora []string) error {
	lower, all := map[string]int{}, map[string]int{}
	for _, name := range corpora {
		if err := countWords(name, lower, all); err != nil {
			return err
		}
	}
	var list []string
	for w, n := range lower {
		if n >= commonCount && n*commonShare >= all[w] {
			list = append(list, w)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	var b strings.Builder
	b.WriteString("# Plain English words: those that stand in lower case in running text often enough. Made by\n# buildgazetteer -words; a name of such words alone is marked as ambiguous.\n")
	for i := 0; i < len(list); i += 12 {
		b.WriteString(strings.Join(list[i:min(i+12, len(list))], " ") + "\n")
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func countWords(path string, lower, all map[string]int) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for line := 1; sc.Scan(); line++ {
		var doc struct {
			Tokens []string
			Text   string
		}
		if err := json.Unmarshal(sc.Bytes(), &doc); err != nil {
			return fmt.Errorf("%s:%d: %w", path, line, err)
		}
		words := append(doc.Tokens, strings.FieldsFunc(doc.Text, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' && r != '.'
		})...)
		for _, w := range words {
			w = strings.Trim(w, "'’.-")
			for _, clitic := range []string{"'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d"} {
				w = strings.TrimSuffix(w, clitic)
			}
			key := gazetteer.Fold(w)
			// Hyphens and inner periods make no plain word.
			if key == "" || strings.ContainsFunc(key, func(r rune) bool { return r < 'a' || r > 'z' }) || strings.Contains(w, ".") {
				continue
			}
			all[key]++
			if w == strings.ToLower(w) {
				lower[key]++
			}
		}
	}
	return sc.Err()
}
