package plug

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/text"
)

// Glossary says for words and phrases of another language, dialect or jargon
// which English words do their work. It is immutable and may be shared between
// goroutines.
type Glossary struct {
	phrases map[string][]gloss // by first word, longest phrase first
}

type gloss struct{ words, english []string }

// Limits of a glossary: words of a phrase, so that reading stays linear in the
// text, and bytes of a line.
const (
	maxPhrase       = 8
	maxGlossaryLine = 1 << 16
)

// ReadGlossary reads lines "word = english word" and adds them to those of g; g
// may be nil. Of two lines for a phrase the later one holds. name stands for the
// list in errors.
func (g *Glossary) ReadGlossary(r io.Reader, name string) (*Glossary, error) {
	out := &Glossary{map[string][]gloss{}}
	if g != nil {
		for w, list := range g.phrases {
			out.phrases[w] = slices.Clone(list)
		}
	}
	err := faults.EachLine(r, name, "glossary", maxGlossaryLine, func(_ int, l string) error {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			return nil
		}
		e, err := parseGloss(l)
		if err == nil {
			out.add(e)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func parseGloss(l string) (gloss, error) {
	if !utf8.ValidString(l) {
		return gloss{}, faults.ErrUTF8
	}
	foreign, english, ok := strings.Cut(l, "=")
	if !ok {
		return gloss{}, fmt.Errorf("%q has no equals sign; want: word = english word", l)
	}
	if strings.ToLower(l) != l {
		return gloss{}, errors.New("capitals; words are looked up in lower case, so write them so")
	}
	e := gloss{strings.Fields(foreign), strings.Fields(english)}
	switch n := len(e.words); {
	case n == 0:
		return gloss{}, errors.New("no word before the equals sign")
	case n != len(e.english):
		return gloss{}, fmt.Errorf("%d words stand for %d; every word needs one English word, or - to keep it as it is", len(e.english), n)
	case n > maxPhrase:
		return gloss{}, fmt.Errorf("phrase of %d words; want at most %d", n, maxPhrase)
	}
	return e, nil
}

func (g *Glossary) add(e gloss) {
	list := g.phrases[e.words[0]]
	for i := range list {
		if slices.Equal(list[i].words, e.words) {
			list[i] = e
			return
		}
	}
	list = append(list, e)
	slices.SortStableFunc(list, func(a, b gloss) int { return len(b.words) - len(a.words) })
	g.phrases[e.words[0]] = list
}

// Tokenizer is t whose tokens carry the glossary's English as their lower-case
// form, which is what taggers and rules look at. The printed form stays.
func (g *Glossary) Tokenizer(t text.Tokenizer) text.Tokenizer { return glossed{t, g} }

type glossed struct {
	text.Tokenizer
	glossary *Glossary
}

func (t glossed) Tokenize(dst []text.Token, source string, start, end int) []text.Token {
	first := len(dst)
	dst = t.Tokenizer.Tokenize(dst, source, start, end)
	for i := first; i < len(dst); {
		i += t.glossary.apply(dst[i:])
	}
	return dst
}

// apply glosses the longest phrase that the tokens begin with and returns its
// length; 1 if there is none.
func (g *Glossary) apply(tokens []text.Token) int {
	for _, e := range g.phrases[tokens[0].Lower] {
		if !begins(tokens, e.words) {
			continue
		}
		for k, w := range e.english {
			if w != "-" {
				tokens[k].Lower = w
			}
		}
		return len(e.words)
	}
	return 1
}

func begins(tokens []text.Token, words []string) bool {
	if len(words) > len(tokens) {
		return false
	}
	for k, w := range words {
		if tokens[k].Lower != w {
			return false
		}
	}
	return true
}
