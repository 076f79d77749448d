package interop

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
)

// WriteCoNLL2003 writes the columns of the CoNLL-2003 shared task: word, Penn tag,
// chunk (always O: dateline makes none) and the name's label, B-TYPE and I-TYPE or
// O, between blanks; sentences are parted by empty lines, articles begin with
// -DOCSTART-. Package train reads the form, so that corrected exports can train a
// model of your own. The columns hold neither the text between words nor
// quotes and claims; [WriteCoNLLU] does.
//
// A blank within a word, which only a tokenizer of your own can make, becomes "_".
func WriteCoNLL2003(w io.Writer, a *dateline.Analysis) error {
	d, err := openTokens(a)
	if err != nil {
		return err
	}
	names := d.columns(func(m *mark) bool { return m.group == groupEntities })
	out := bufio.NewWriter(w)
	out.WriteString("-DOCSTART- -X- O O\n\n")
	for _, s := range d.Sentences {
		for i := max(s.First, 0); i < s.Last && i < len(d.Tokens); i++ {
			t := &d.Tokens[i]
			if d.check(t.Span) {
				fmt.Fprintf(out, "%s %s O %s\n", column(t.Text), column(t.Tag), names[i])
			}
		}
		out.WriteByte('\n')
	}
	if d.err != nil {
		return d.err
	}
	return out.Flush()
}

// WriteCoNLLU writes CoNLL-U (https://universaldependencies.org/format.html) with
// universal and Penn tags and without lemmas and syntax ("_"). MISC holds
// NER, Quote (the kind) and Claim (the outcome, on the count's words) as B-, I-
// labels where there are some, of overlapping quotes the one that begins first;
// TokenRange, the word's code points; SpaceAfter=No or SpacesAfter and SpacesBefore as UDPipe writes them, from which the text can be
// built again: \s is a blank, \t a tab, \n and \r line ends, \p a vertical bar, \\
// a backslash, and any other character itself.
func WriteCoNLLU(w io.Writer, a *dateline.Analysis) error {
	d, err := openTokens(a)
	if err != nil {
		return err
	}
	features := []struct {
		name  string
		group string
	}{{"NER", groupEntities}, {"Quote", groupQuotes}, {"Claim", groupClaims}}
	labels := make([][]string, len(features))
	for k, f := range features {
		labels[k] = d.columns(func(m *mark) bool { return m.group == f.group })
	}
	out := bufio.NewWriter(w)
	id := "article"
	if d.ID != "" {
		id = oneLine(d.ID)
	}
	begun := false // the article's comment stands in its first sentence
	paragraph := -1
	for n, s := range d.Sentences {
		first, last := max(s.First, 0), min(s.Last, len(d.Tokens))
		if first >= last {
			continue
		}
		if !begun {
			begun = true
			fmt.Fprintf(out, "# newdoc id = %s\n", id)
		}
		if s.Paragraph != paragraph {
			paragraph = s.Paragraph
			out.WriteString("# newpar\n")
		}
		if !d.check(d.Tokens[first].Span) || !d.check(d.Tokens[last-1].Span) || d.Tokens[first].Start > d.Tokens[last-1].End {
			break
		}
		fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n", n+1, oneLine(d.Text[d.Tokens[first].Start:d.Tokens[last-1].End]))
		for i := first; i < last; i++ {
			t := &d.Tokens[i]
			if !d.check(t.Span) {
				break
			}
			var misc []string
			for k, f := range features {
				if labels[k][i] != "O" {
					misc = append(misc, f.name+"="+labels[k][i])
				}
			}
			if before := d.Text[:t.Start]; i == 0 && before != "" {
				misc = append(misc, "SpacesBefore="+escapeBlanks(before))
			}
			end := len(d.Text)
			if i+1 < len(d.Tokens) {
				end = min(d.Tokens[i+1].Start, end)
			}
			switch after := d.Text[t.End:max(end, t.End)]; after {
			case "":
				misc = append(misc, "SpaceAfter=No")
			case " ":
			default:
				misc = append(misc, "SpacesAfter="+escapeBlanks(after))
			}
			from, to := d.at(t.Span)
			misc = append(misc, fmt.Sprintf("TokenRange=%d:%d", from, to))
			tag := column(t.Tag)
			fmt.Fprintf(out, "%d\t%s\t_\t%s\t%s\t_\t_\t_\t_\t%s\n", i-first+1, word(t.Text), universalOf(t.Tag), tag, strings.Join(misc, "|"))
		}
		out.WriteByte('\n')
	}
	if d.err != nil {
		return d.err
	}
	return out.Flush()
}

// columns are the B-, I- and O labels of the tokens for the marks of a sort. A
// mark that overlaps an earlier one is left out.
func (d *article) columns(of func(*mark) bool) []string {
	labels := make([]string, len(d.Tokens))
	for i := range labels {
		labels[i] = "O"
	}
	for _, m := range d.marks() {
		if !of(&m) {
			continue
		}
		for _, s := range m.spans {
			first := d.tokenAt(s.Start)
			last := first
			free := true
			for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
				free = free && labels[last] == "O"
				last++
			}
			for i := first; free && i < last; i++ {
				labels[i] = "I-" + m.label
				if i == first {
					labels[i] = "B-" + m.label
				}
			}
		}
	}
	return labels
}

// tokenAt is the first token that ends behind an offset.
func (d *article) tokenAt(offset int) int {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); d.Tokens[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// column makes a word fit between blanks.
func column(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x1C && r <= 0x1F {
			return '_'
		}
		return r
	}, valid(s))
}

// word makes a word fit between tabs.
func word(s string) string { return oneLine(s) }

var blankEscapes = strings.NewReplacer(`\`, `\\`, " ", `\s`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "|", `\p`)

// escapeBlanks writes the text between words so that it stays on its line and in
// its field.
func escapeBlanks(s string) string { return blankEscapes.Replace(valid(s)) }
