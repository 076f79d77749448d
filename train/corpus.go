package train

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/token"
)

// Sentence is a sentence of a corpus: its words, and for each a tag and a label
// of names. A corpus without tags has none in Tags, one without names none in
// Names.
type Sentence struct {
	Words []string
	Tags  []string // Penn tags, see [token.Tags]
	Names []string // O, or B-TYPE and I-TYPE with the types of entities.Types
}

// maxLine is the longest line of a corpus in bytes.
const maxLine = 1 << 16

// ReadCoNLL reads a corpus: a word a line, its tag and the label of its name
// between blanks or tabs, an empty line behind each sentence. "_" in the place of
// all tags, or of all labels, of a sentence says that it has none. With four
// columns, as CoNLL-2003 has them, the third (chunks) is not looked at; lines that
// begin with -DOCSTART- or "# " end a sentence. A name may begin with I- where no
// name of its type goes before. name stands for the corpus in errors, which tell
// line and reason.
func ReadCoNLL(r io.Reader, name string) ([]Sentence, error) {
	var corpus []Sentence
	var s Sentence
	end := func() {
		if len(s.Words) > 0 {
			corpus = append(corpus, s)
		}
		s = Sentence{}
	}
	columns := 0
	err := faults.EachLine(r, name, "corpus", maxLine, func(_ int, l string) error {
		if !utf8.ValidString(l) {
			return faults.ErrUTF8
		}
		f := strings.Fields(l)
		if len(f) == 0 || f[0] == "-DOCSTART-" || strings.HasPrefix(l, "# ") {
			end()
			return nil
		}
		if columns == 0 {
			columns = len(f)
		}
		if len(f) != columns || columns != 3 && columns != 4 {
			return fmt.Errorf("%d columns; want 3 (word, tag, name) or 4 (word, tag, chunk, name), the same on all lines", len(f))
		}
		tag, label := f[1], f[len(f)-1]
		if tag != "_" && !token.IsTag(tag) {
			return fmt.Errorf("unknown tag %q; want one of the Penn Treebank (%s)", tag, strings.Join(token.Tags(), " "))
		}
		if err := checkLabel(label); err != nil {
			return err
		}
		if len(f[0]) > text.MaxTokenLen {
			return faults.Of(faults.ErrTooLarge, "word of %d bytes; want at most %d", len(f[0]), text.MaxTokenLen)
		}
		s.Words = append(s.Words, f[0])
		for _, c := range []struct {
			list *[]string
			what string
			of   string
		}{{&s.Tags, "tag", tag}, {&s.Names, "name's label", label}} {
			if c.of != "_" {
				*c.list = append(*c.list, c.of)
			}
			if n := len(*c.list); n != 0 && n != len(s.Words) {
				return fmt.Errorf("some words of the sentence have a %s and some have none", c.what)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	end()
	if len(corpus) == 0 {
		return nil, fmt.Errorf("train: %w", &faults.LineError{Name: name, Err: ErrEmpty})
	}
	return corpus, nil
}

func checkLabel(label string) error {
	if label == "O" || label == "_" {
		return nil
	}
	edge, kind, _ := strings.Cut(label, "-")
	if edge == "B" || edge == "I" {
		for _, t := range entities.Types {
			if string(t) == kind {
				return nil
			}
		}
	}
	return fmt.Errorf("unknown label %q; want O, B-TYPE or I-TYPE with a type of %v", label, entities.Types)
}
