// Package corpus reads the files of labelled names that the models are trained
// and measured on, and makes the copies of them that differ in case.
package corpus

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/text"
)

// Label is a labelled span in code points.
type Label struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Type   string `json:"type"`
	Entity string `json:"entity"`
}

// Article is a text with its names.
type Article struct {
	ID     string  `json:"id"`
	Text   string  `json:"text"`
	Source string  `json:"source"`
	Labels []Label `json:"entities"`
}

// Read reads a file of JSON lines.
func Read(path string) ([]Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []Article
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<26)
	for line := 1; sc.Scan(); line++ {
		var a Article
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		list = append(list, a)
	}
	return list, sc.Err()
}

// Map is the article with each character replaced; f must give one for one.
func (a Article) Map(f func(rune) rune) Article {
	a.Text = strings.Map(f, a.Text)
	return a
}

// Upper is the article in capitals.
func (a Article) Upper() Article { return a.Map(unicode.ToUpper) }

// Lower is the article in small letters.
func (a Article) Lower() Article { return a.Map(unicode.ToLower) }

// Title is the article with every word capitalised.
func (a Article) Title() Article {
	last := ' '
	return a.Map(func(r rune) rune {
		before := last
		last = r
		if unicode.IsLetter(before) || unicode.IsDigit(before) || before == '\'' || before == '’' {
			return r
		}
		return unicode.ToUpper(r)
	})
}

// Bare is the article without commas and apostrophes, as texts are that lost
// them on their way; a name keeps the s of its genitive then.
func (a Article) Bare() Article {
	runes := []rune(a.Text)
	at := make([]int, len(runes)+1)
	var out []rune
	for i, r := range runes {
		at[i] = len(out)
		if r == ',' || r == '\'' || r == '’' {
			continue
		}
		out = append(out, r)
	}
	at[len(runes)] = len(out)
	labels := make([]Label, 0, len(a.Labels))
	for _, l := range a.Labels {
		end := l.End
		if end+1 < len(runes) && (runes[end] == '\'' || runes[end] == '’') && runes[end+1] == 's' {
			end += 2
		}
		l.Start, l.End = at[l.Start], at[end]
		labels = append(labels, l)
	}
	a.Text, a.Labels = string(out), labels
	return a
}

// Sort orders labels by their start.
func Sort(labels []Label) {
	slices.SortStableFunc(labels, func(a, b Label) int { return a.Start - b.Start })
}

// split parts a place that a corpus joins with the place it lies in ("Mosul,
// Iraq") and drops the blanks around the parts.
func split(text []rune, l Label) []Label {
	var out []Label
	start := l.Start
	for i := l.Start; i <= l.End; i++ {
		if i < l.End && text[i] != ',' {
			continue
		}
		p := l
		p.Start, p.End = start, i
		for p.Start < p.End && text[p.Start] == ' ' {
			p.Start++
		}
		for p.Start < p.End && text[p.End-1] == ' ' {
			p.End--
		}
		if p.Start < p.End {
			out = append(out, p)
		}
		start = i + 1
	}
	return out
}

// Names finds the tokens of the labels. PLACE becomes one of the three kinds of
// places by its words and the gazetteer; labels of other types are left out.
func (a *Article) Names(doc *text.Document, set *gazetteer.Set) []ner.Name {
	bytes := make([]int, 0, len(a.Text)+1)
	for i := range a.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(a.Text))
	var names []ner.Name
	var labels []Label
	runes := []rune(a.Text)
	for _, l := range a.Labels {
		if l.Type == "PLACE" || l.Type == "GPE" {
			labels = append(labels, split(runes, l)...)
		} else {
			labels = append(labels, l)
		}
	}
	for _, l := range labels {
		start, end := bytes[l.Start], bytes[l.End]
		t, ok := ner.ParseType(l.Type)
		if l.Type == "PLACE" {
			t, ok = placeType(a.Text[start:end], set), true
		}
		if !ok {
			continue
		}
		first, last := doc.TokenAt(start), doc.TokenAt(end-1)
		if first > last || last >= len(doc.Tokens) || doc.Tokens[first].Start >= end {
			continue
		}
		if len(names) > 0 && names[len(names)-1].Last > first {
			continue
		}
		names = append(names, ner.Name{First: first, Last: last + 1, Type: t})
	}
	return names
}

var (
	natural  = set("river lake sea ocean gulf bay strait straits mountain mountains mount mt. hills valley desert island islands peninsula coast basin east west north south africa europe asia america canal heights")
	facility = set("airport airbase base camp prison jail hospital clinic mosque church cathedral temple palace stadium arena hall tower building hotel mall square bridge dam tunnel highway road street st. avenue boulevard station terminal port library museum theater theatre house park zoo university school college center centre garden gardens cafe restaurant")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

func placeType(name string, g *gazetteer.Set) ner.Type {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return ner.GPE
	}
	if m, ok := g.Longest(len(words), func(i int) string { return words[i] }); ok && m.Len == len(words) {
		switch {
		case m.Classes.Any(gazetteer.Places):
			return ner.GPE
		case m.Classes.Has(gazetteer.Region):
			return ner.Loc
		case m.Classes.Has(gazetteer.Facility):
			return ner.Fac
		}
	}
	first, last := words[0], words[len(words)-1]
	switch {
	case facility[last] || first == "camp" || first == "university" || first == "fort":
		return ner.Fac
	case natural[last] || first == "mount" || first == "lake" || first == "gulf":
		return ner.Loc
	}
	return ner.GPE
}

// HeldOut says which articles of news_train are kept from a training with -holdout.
func HeldOut(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%5 == 0
}
