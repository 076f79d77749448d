package lexicon

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/faults"
)

// none is the class that takes words out of the built-in tables.
const none = "none"

// maxTableLine is the longest line of a table in bytes, maxTable the longest
// table.
const (
	maxTableLine = 1 << 20
	maxTable     = 1 << 26
)

// entries yields the "head: word word" lines of a table.
func entries(table string) func(func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		for l := range strings.SplitSeq(table, "\n") {
			l = strings.TrimSpace(l)
			if l == "" || l[0] == '#' {
				continue
			}
			head, rest, _ := strings.Cut(l, ":")
			if !yield(head, strings.Fields(rest)) {
				return
			}
		}
	}
}

// readTable reads a table that a user brings and returns its lines with the words
// of class none apart. check judges a line; its errors get the table's name and
// the line.
func readTable(r io.Reader, name string, check func(head string, words []string) error) (text string, dropped []string, err error) {
	var b strings.Builder
	err = faults.EachLine(r, name, "table", maxTableLine, func(_ int, l string) error {
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			return nil
		}
		if !utf8.ValidString(l) {
			return faults.ErrUTF8
		}
		head, rest, ok := strings.Cut(l, ":")
		if !ok {
			return fmt.Errorf("%q has no colon; want CLASS: word word", l)
		}
		if strings.ToLower(l) != l {
			return errors.New("capitals; words are looked up in lower case, so write them so")
		}
		head = strings.Join(strings.Fields(head), " ")
		words := strings.Fields(rest)
		if len(words) == 0 {
			return fmt.Errorf("no word behind %q", head+":")
		}
		if head == none {
			dropped = append(dropped, words...)
			return nil
		}
		if err := check(head, words); err != nil {
			return err
		}
		if b.Len() > maxTable {
			return faults.Of(faults.ErrTooLarge, "the table is longer than %d bytes", maxTable)
		}
		fmt.Fprintf(&b, "%s: %s\n", head, strings.Join(words, " "))
		return nil
	})
	if err != nil {
		return "", nil, err
	}
	return b.String(), dropped, nil
}

func unknown(what, got string, want []string) error {
	return fmt.Errorf("unknown %s %q; want one of %s", what, got, strings.Join(want, ", "))
}

func each(words []string, check func(string) error) error {
	for _, w := range words {
		if err := check(w); err != nil {
			return err
		}
	}
	return nil
}

// verbEntry accepts "verb" and "verb/past/participle".
func verbEntry(w string) error {
	parts := strings.Split(strings.TrimSuffix(w, "*"), "/")
	if len(parts) != 1 && len(parts) != 3 {
		return fmt.Errorf("verb %q; want verb, or verb/past/participle if it is irregular", w)
	}
	for _, p := range parts {
		if p == "" || p[0] == '-' || len(p) < 2 {
			return fmt.Errorf("verb %q has an empty form, or one of a single byte", w)
		}
	}
	return nil
}

// nounEntry accepts "noun", "one/many", "one/-" and "-/many".
func nounEntry(w string) error {
	one, many, given := strings.Cut(w, "/")
	if one == "" || given && many == "" || strings.Contains(many, "/") || one == "-" && (many == "-" || !given) {
		return fmt.Errorf("noun %q; want noun, singular/plural, singular/- or -/plural", w)
	}
	return nil
}

// Limits of a phrase, of which every gap multiplies the ways to match it.
const (
	maxPhraseWords = 32
	maxGaps        = 3
)

// phraseEntry accepts a phrase of words, choices and gaps that starts with a word.
func phraseEntry(words []string) error {
	gaps := 0
	for _, w := range words {
		if w == "*" {
			gaps++
		}
	}
	if len(words) > maxPhraseWords || gaps > maxGaps {
		return fmt.Errorf(`phrase of %d words with %d "*"; want at most %d with at most %d`, len(words), gaps, maxPhraseWords, maxGaps)
	}
	for i, w := range words {
		switch {
		case w == "...":
			if i == 0 || i != len(words)-1 {
				return errors.New(`"..." stands behind the last word`)
			}
		case w == "*":
			if i == 0 || i == len(words)-1 || words[i+1] == "..." {
				return errors.New(`"*" stands between words`)
			}
		default:
			if i == 0 && strings.HasSuffix(w, "?") {
				return fmt.Errorf("the first word %q may not be optional", w)
			}
			for choice := range strings.SplitSeq(strings.Trim(w, "?()"), "|") {
				if choice == "" || strings.ContainsAny(choice, "()?*") {
					return fmt.Errorf("%q; want word, word?, (one|two) or (one|two)?", w)
				}
			}
		}
	}
	return nil
}
