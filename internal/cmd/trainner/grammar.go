package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/ner/corpus"
)

var (
	//go:embed grammar/names.txt
	nameForms string
	//go:embed grammar/sentences.txt
	sentenceForms string
)

// grammar makes texts of invented names, for the kinds of names and of context
// that the corpora hold little of: teams, bands, units, companies, parties known
// by their letters, works and products that are no names of our types.
type grammar struct {
	forms     map[string][]string
	types     map[string]string
	sentences []string
	lists     map[string][]string // from the gazetteer and the corpora
	rng       *rand.Rand
}

// newGrammar reads the tables of grammar. known gives names of persons.
func newGrammar(set *gazetteer.Set, persons []string, tables string) (*grammar, error) {
	g := &grammar{forms: map[string][]string{}, types: map[string]string{}, lists: map[string][]string{}, rng: rand.New(rand.NewPCG(7, 11))}
	for line := range strings.Lines(nameForms) {
		line = strings.TrimSpace(line)
		head, forms, ok := strings.Cut(line, ":")
		if !ok || line[0] == '#' {
			continue
		}
		symbol, kind, _ := strings.Cut(head, " ")
		if kind != "" {
			g.types[symbol] = kind
		}
		for f := range strings.SplitSeq(forms, ";") {
			g.forms[symbol] = append(g.forms[symbol], strings.TrimSpace(f))
		}
	}
	for line := range strings.Lines(sentenceForms) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			g.sentences = append(g.sentences, strings.ReplaceAll(line, `\n`, "\n"))
		}
	}
	for e := range set.All {
		switch {
		case e.Class == gazetteer.City && e.Population > 50000:
			g.lists["city"] = append(g.lists["city"], e.Name)
		case e.Class == gazetteer.Country:
			g.lists["country"] = append(g.lists["country"], e.Name)
		case e.Class == gazetteer.Admin && strings.Contains("US GB IN AU CA DE NG PK BR", e.Country) && e.Country != "":
			g.lists["state"] = append(g.lists["state"], e.Name)
		case e.Class == gazetteer.Nationality && !strings.Contains(e.Name, " "):
			g.lists["nationality"] = append(g.lists["nationality"], e.Name)
		}
	}
	for _, p := range persons {
		w := strings.Fields(p)
		if len(w) < 2 {
			continue
		}
		for name, word := range map[string]string{"given": w[0], "family": w[len(w)-1]} {
			if c, _, ok := set.Find(gazetteer.Start().Add(strings.ToLower(word))); ok && c.Any(gazetteer.PersonNames) && len(word) > 2 {
				g.lists[name] = append(g.lists[name], word)
			}
		}
	}
	for list, file := range map[string]string{"given": "given_names.txt", "family": "family_names.txt"} {
		data, err := os.ReadFile(tables + "/" + file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(data)) {
			if line[0] != '#' {
				g.lists[list] = append(g.lists[list], strings.Fields(line)...)
			}
		}
	}
	for _, l := range g.lists {
		slices.Sort(l)
	}
	for _, s := range []string{"city", "country", "state", "nationality", "given", "family"} {
		if len(g.lists[s]) == 0 {
			return nil, fmt.Errorf("grammar: no %s to choose from", s)
		}
	}
	return g, nil
}

// article makes one text of a line of the sentences.
func (g *grammar) article(line int) (corpus.Article, error) {
	a := corpus.Article{ID: fmt.Sprintf("invented-%d", line)}
	chosen := map[string][2]string{} // the name and what is short for it
	used := map[string]bool{}
	var b strings.Builder
	at := 0
	write := func(s string) {
		b.WriteString(s)
		at += utf8.RuneCountInString(s)
	}
	rest := g.sentences[line]
	for {
		before, after, ok := strings.Cut(rest, "{")
		write(before)
		if !ok {
			break
		}
		key, tail, _ := strings.Cut(after, "}")
		rest = tail
		name, isShort := strings.CutSuffix(key, ".s")
		symbol := strings.TrimRightFunc(name, unicode.IsDigit)
		pair, ok := chosen[name]
		for tries := 0; !ok; tries++ {
			pair = g.form(symbol)
			if !used[pair[0]] || tries == 20 {
				ok = true
			}
		}
		chosen[name] = pair
		used[pair[0]] = true
		text := pair[0]
		if isShort {
			text = pair[1]
		}
		if text == "" {
			return a, fmt.Errorf("grammar: no form of %q in %q", key, g.sentences[line])
		}
		if kind := g.types[symbol]; kind != "" {
			start, s := at, text
			if strings.HasSuffix(b.String(), "the ") || strings.HasSuffix(b.String(), "The ") {
				s = strings.TrimPrefix(text, "The ")
			}
			a.Labels = append(a.Labels, corpus.Label{Start: start, End: start + utf8.RuneCountInString(s), Type: kind})
			text = s
		}
		write(text)
	}
	a.Text = b.String()
	return a, nil
}

// form chooses a form of a symbol, and what is short for it.
func (g *grammar) form(symbol string) [2]string {
	if symbol == "Coined" || symbol == "coined" {
		w := g.coin()
		if symbol == "Coined" {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		return [2]string{w, w}
	}
	if l := g.lists[symbol]; l != nil {
		w := l[g.rng.IntN(len(l))]
		return [2]string{w, w}
	}
	l := g.forms[symbol]
	if len(l) == 0 {
		return [2]string{}
	}
	long, short, both := strings.Cut(l[g.rng.IntN(len(l))], " | ")
	parts := map[string]string{} // the short form has the words of the long one
	fill := func(form string) string {
		var b strings.Builder
		local := map[string]int{}
		for {
			before, after, ok := strings.Cut(form, "{")
			b.WriteString(before)
			if !ok {
				return b.String()
			}
			key, tail, _ := strings.Cut(after, "}")
			form = tail
			local[key]++
			place := fmt.Sprint(key, local[key])
			if _, ok := parts[place]; !ok {
				parts[place] = g.form(key)[0]
			}
			b.WriteString(parts[place])
		}
	}
	name := fill(long)
	if !both {
		return [2]string{name, name}
	}
	return [2]string{name, fill(short)}
}

var (
	onsets = strings.Fields("b br c ch d dr f fl g gr h j k kr l m n p pr r s sh st t tr v w y z zh th")
	vowels = strings.Fields("a e i o u a e i o u ai ei ou ia")
	codas  = strings.Fields("- - - - n r l s m k t nd rt x sk ng")
)

// coin makes a word up.
func (g *grammar) coin() string {
	var b strings.Builder
	for range 2 + g.rng.IntN(2) {
		for _, list := range [][]string{onsets, vowels, codas} {
			if s := list[g.rng.IntN(len(list))]; s != "-" {
				b.WriteString(s)
			}
		}
	}
	return b.String()
}

// articles makes so many texts of each line.
func (g *grammar) articles(copies int) ([]corpus.Article, error) {
	var list []corpus.Article
	for range copies {
		for i := range g.sentences {
			a, err := g.article(i)
			if err != nil {
				return nil, err
			}
			list = append(list, a)
		}
	}
	return list, nil
}
