package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitSentences cuts the tokens [first, last) of one paragraph into sentences.
func (d *Document) splitSentences(first, last int) {
	begin := first
	for i := first; i < last; i++ {
		if !d.endsAt(i, last) {
			if stamp, end, ok := d.stampInside(begin, i, last); ok {
				if begin < stamp {
					d.addSentence(begin, stamp)
				}
				d.addSentence(stamp, end)
				if d.Dateline[1] == 0 && len(d.Paragraphs) <= maxDatelineParagraph {
					d.Dateline = [2]int{stamp, end}
				}
				begin, i = end, end-1
			}
			continue
		}
		end := i + 1
		for end < last && d.closes(end) {
			end++
		}
		if end < last && !d.opensSentence(i, end, last) {
			continue
		}
		d.addSentence(begin, end)
		begin, i = end, end-1
	}
	if begin < last {
		d.addSentence(begin, last)
	}
}

// MaxSentenceLen is the longest sentence in tokens. Longer ones, which no
// editor lets pass, are cut, so that a page without full stops cannot make
// what reads sentence by sentence slow.
const MaxSentenceLen = 400

func (d *Document) addSentence(first, last int) {
	for ; last-first > MaxSentenceLen; first += MaxSentenceLen {
		d.addSentence(first, first+MaxSentenceLen)
	}
	n := len(d.Sentences)
	for i := first; i < last; i++ {
		d.Tokens[i].Sentence = int32(n)
	}
	d.Sentences = append(d.Sentences, Sentence{
		Start: d.Tokens[first].Start, End: d.Tokens[last-1].End,
		First: first, Last: last, Paragraph: len(d.Paragraphs) - 1,
	})
}

// endsAt reports that token i can end a sentence.
func (d *Document) endsAt(i, last int) bool {
	t := &d.Tokens[i]
	switch t.Kind {
	case Punct:
		return t.Text == "." || t.Text == "!" || t.Text == "?" || t.Text == "…" ||
			len(t.Text) >= 3 && t.Text[0] == '.'
	case Word:
		if !t.Is(HasPeriod) || t.Text[len(t.Text)-1] != '.' {
			return false
		}
		w := t.Lower[:len(t.Lower)-1]
		if utf8.RuneCountInString(w) == 1 {
			// An initial; it ends a sentence only where it is no initial of a
			// name: "Plan B. The", "vitamin C. But".
			return i > 0 && !d.Tokens[i-1].Is(Capital) && i+1 < last && sentenceOpeners[d.Tokens[i+1].Lower]
		}
		switch abbreviations[w] {
		case numberAbbreviation:
			return months[w] // "since Oct. The trial"
		case titleAbbreviation, innerAbbreviation:
			return false
		}
		return true // "Inc.", "U.S.", "a.m." if what follows opens a sentence
	}
	return false
}

// closes reports that token i, behind the end of a sentence, still belongs to it.
func (d *Document) closes(i int) bool {
	t := &d.Tokens[i]
	switch t.Kind {
	case Quote:
		if t.Text == "”" || t.Text == "»" || t.Text == "›" || t.Text == "’" || t.Text == "''" {
			return true
		}
		// A straight mark closes if it touches the sentence.
		return (t.Text == `"` || t.Text == "'") && !t.Is(SpaceBefore)
	case Punct:
		return (t.Text == ")" || t.Text == "]" || t.Text == "!" || t.Text == "?" || t.Text == ".") && !t.Is(SpaceBefore)
	}
	return false
}

// opensSentence reports that the token at next can open a sentence behind the
// one that ends at token end.
func (d *Document) opensSentence(end, next, last int) bool {
	t, e := &d.Tokens[next], &d.Tokens[end]
	if e.Kind == Word { // an abbreviation: only a clear opener ends the sentence
		if t.Kind == Quote || t.Text == "(" {
			if next+1 >= last {
				return false
			}
			t = &d.Tokens[next+1]
		}
		return t.Is(Capital) && (sentenceOpeners[t.Lower] || t.Is(LineBefore))
	}
	if t.Is(LineBefore) && e.Text != "…" {
		return true
	}
	for t.Kind == Quote || t.Text == "(" || t.Text == "[" || t.Text == "-" || t.Text == "--" || t.Text == "–" || t.Text == "—" {
		if next+1 >= last {
			return true
		}
		next++
		t = &d.Tokens[next]
		if next-end > 6 {
			return true
		}
	}
	if t.Kind == Word {
		r, _ := utf8.DecodeRuneInString(t.Text)
		if unicode.IsUpper(r) || !unicode.IsLower(r) || t.Text[0] == '@' || t.Text[0] == '#' {
			return true
		}
		// Lower case after a full stop: an abbreviation that no table knows, or
		// careless typing; "!" and "?" inside quotes go on in lower case. Names
		// may begin so: "al-Nusra", "iPhone".
		return e.Text == "." && (t.Is(MixedCaps) || t.Is(HasHyphen) && articleName(t.Text))
	}
	return t.Kind == Number && t.Is(SpaceBefore) || t.Kind == Symbol && t.Is(SpaceBefore)
}

// articleName reports a name with the Arabic article in lower case: "al-Nusra".
func articleName(s string) bool {
	article, name, _ := strings.Cut(s, "-")
	r, _ := utf8.DecodeRuneInString(name)
	return len(article) == 2 && unicode.IsUpper(r)
}

// sentenceOpeners are words that, capitalised behind an abbreviation, begin a
// new sentence.
var sentenceOpeners = tableSet(openerTable)
