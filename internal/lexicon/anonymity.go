package lexicon

import (
	_ "embed"
	"strings"
)

//go:embed anonymity.txt
var anonymityTable string

// Pattern is a phrase with choices and gaps.
type Pattern struct {
	Name  string // what it says
	Open  bool   // it runs on to the end of its clause
	Alias bool   // it speaks of somebody who is called by a name that is not his
	Part  bool   // it speaks of somebody of whose name the text gives a part
	Why   bool   // it says why, of a phrase next to it, and nothing on its own
	steps []step
}

type step struct {
	words    []string
	gap      bool // up to three words of any kind
	optional bool
}

const gapWords = 3

// addAnonymity adds a table's phrases under the words that they may start with.
func addAnonymity(index map[string][]Pattern, text string) {
	for name, words := range entries(text) {
		var p Pattern
		p.Name, p.Alias = strings.CutPrefix(name, "alias ")
		p.Name, p.Part = strings.CutPrefix(p.Name, "partly ")
		p.Name, p.Why = strings.CutPrefix(p.Name, "why ")
		for _, f := range words {
			if f == "..." {
				p.Open = true
				continue
			}
			s := step{optional: strings.HasSuffix(f, "?"), gap: f == "*"}
			f = strings.Trim(f, "?()")
			s.words = strings.Split(f, "|")
			p.steps = append(p.steps, s)
		}
		for _, w := range p.steps[0].words {
			index[w] = append(index[w], p)
		}
	}
}

// Anonymity lists the phrases that may start with a word, in the built-in table's
// order.
func Anonymity(word string) []Pattern { return BuiltinSpeech().Anonymity(word) }

// Match says how many words the pattern covers from the first on, 0 for none.
// word gives the n-th word in lower case, "" behind the last.
func (p *Pattern) Match(word func(n int) string) int { return p.match(p.steps, 0, word) }

func (p *Pattern) match(steps []step, n int, word func(n int) string) int {
	for k, s := range steps {
		if s.gap {
			for skip := 0; skip <= gapWords; skip++ {
				if m := p.match(steps[k+1:], n+skip, word); m > 0 {
					return m
				}
			}
			return 0
		}
		w := word(n)
		switch {
		case w != "" && contains(s.words, w):
			n++
		case s.optional:
		default:
			return 0
		}
	}
	return n
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}
