package crossdoc

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"
)

//go:embed words.txt
var wordTable string

type wordKind uint8

const (
	causeWord wordKind = iota
	siteWord
	updateWord
)

// word is what a phrase of words.txt says.
type word struct {
	kind  wordKind
	class string
}

// words is words.txt. It is immutable.
type words struct {
	phrases map[string]word
	longest map[string]int    // by first word: words of the longest phrase
	wider   map[string]string // cause to the next wider cause
	rare    map[string]bool   // causes
	weak    map[string]bool   // sites

	divisions map[string]bool // words that end the names of provinces
}

var table = sync.OnceValue(func() *words {
	t := &words{
		phrases: map[string]word{}, longest: map[string]int{}, wider: map[string]string{}, rare: map[string]bool{}, weak: map[string]bool{},
		divisions: map[string]bool{},
	}
	for line := range strings.Lines(wordTable) {
		line = strings.TrimSpace(line)
		head, phrases, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		kind, class, _ := strings.Cut(head, " ")
		class, wider, _ := strings.Cut(class, " < ")
		w := word{updateWord, class}
		switch kind {
		case "cause", "rare":
			w.kind = causeWord
			t.rare[class] = kind == "rare"
			if wider != "" {
				t.wider[class] = wider
			}
		case "site", "weak":
			w.kind = siteWord
			t.weak[class] = kind == "weak"
		}
		for phrase := range strings.SplitSeq(phrases, ",") {
			phrase = strings.TrimSpace(phrase)
			if kind == "division" {
				t.divisions[phrase] = true
				continue
			}
			t.phrases[phrase] = w
			first, _, _ := strings.Cut(phrase, " ")
			t.longest[first] = max(t.longest[first], 1+strings.Count(phrase, " "))
		}
	}
	return t
})

// find yields what the phrases in a text say, in linear time.
func (t *words) find(text string) iter.Seq[word] {
	tokens := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	return func(yield func(word) bool) {
		for i := 0; i < len(tokens); {
			w, n := t.longestAt(tokens[i:])
			if n > 0 && !yield(w) {
				return
			}
			// "bus overturned" is a cause, and its bus a site.
			for k := i; w.kind == causeWord && k < i+n; k++ {
				if site, _ := t.longestAt(tokens[k : k+1]); n > 1 && site.kind == siteWord && !yield(site) {
					return
				}
			}
			i += max(n, 1)
		}
	}
}

// longestAt is the longest phrase that tokens begin with, and its number of
// words; the last word may stand in the plural.
func (t *words) longestAt(tokens []string) (word, int) {
	first := tokens[0]
	for n := min(max(t.longest[first], 1), len(tokens)); n > 0; n-- {
		phrase := strings.Join(tokens[:n], " ")
		if w, ok := t.phrases[phrase]; ok {
			return w, n
		}
		for _, plural := range [...]string{"s", "es", "'s"} {
			if one, ok := strings.CutSuffix(phrase, plural); ok {
				if w, ok := t.phrases[one]; ok {
					return w, n
				}
			}
		}
	}
	return word{}, 0
}

// isA reports that cause a is b or a kind of it.
func (t *words) isA(a, b string) bool {
	for range 8 {
		if a == b {
			return true
		}
		wider, ok := t.wider[a]
		if !ok {
			return false
		}
		a = wider
	}
	return false
}

// root is the widest cause above a.
func (t *words) root(a string) string {
	for range 8 {
		wider, ok := t.wider[a]
		if !ok {
			break
		}
		a = wider
	}
	return a
}
