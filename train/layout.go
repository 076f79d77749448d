package train

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// laid is a sentence as text, read by the built-in tokenizer.
type laid struct {
	doc  *text.Document
	word []int // for each token, the word that it begins in
}

// lay writes a sentence's words as they would be printed and reads them. upper
// prints them in capitals.
func lay(words []string, upper bool) laid {
	var b strings.Builder
	starts := make([]int, 0, len(words))
	for i, w := range words {
		if upper {
			w = strings.ToUpper(w)
		}
		if i > 0 && !touches(words[i-1], words[i]) {
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(w)
	}
	l := laid{doc: text.Read(b.String())}
	k := 0
	for i := range l.doc.Tokens {
		for k+1 < len(starts) && starts[k+1] <= l.doc.Tokens[i].Start {
			k++
		}
		l.word = append(l.word, k)
	}
	return l
}

// touches reports that no blank stands between two words.
func touches(a, b string) bool {
	switch b {
	case ",", ".", ";", ":", "!", "?", ")", "]", "%", "”", "''", "n't":
		return true
	}
	if strings.HasPrefix(b, "'") || strings.HasPrefix(b, "’") {
		return len(b) > 1
	}
	switch a {
	case "(", "[", "$", "“", "``":
		return true
	}
	return false
}

// names are the sentence's names as tokens.
func (l *laid) names(labels []string) []ner.Name {
	var names []ner.Name
	for i := 0; i < len(l.word); {
		kind, begins := label(labels, l.word[i])
		t, ok := ner.ParseType(kind)
		if !ok || !begins && i > 0 && l.word[i] == l.word[i-1] {
			i++
			continue
		}
		j := i + 1
		for j < len(l.word) {
			if l.word[j] != l.word[j-1] {
				if next, begins := label(labels, l.word[j]); next != kind || begins {
					break
				}
			}
			j++
		}
		names = append(names, ner.Name{First: i, Last: j, Type: t})
		i = j
	}
	return names
}

// label is a word's type of name, and whether a name begins there in any case.
func label(labels []string, word int) (kind string, begins bool) {
	edge, kind, _ := strings.Cut(labels[word], "-")
	return kind, edge == "B"
}

// shouts reports a word that capitals would change.
func shouts(words []string) bool {
	return strings.ContainsFunc(strings.Join(words, ""), unicode.IsLower)
}
