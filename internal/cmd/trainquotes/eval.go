package main

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// said is an attribution as the scorer compares it: the words of its content
// and of its source, by number.
type said struct{ content, source, cue []int }

// wordsOf finds the words of a text: letters and digits, joined by apostrophes.
// It returns the start and end of each, in bytes.
func wordsOf(text string) [][2]int {
	var out [][2]int
	word := func(i int) int {
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' {
				break
			}
			i += n
		}
		return i
	}
	for i := 0; i < len(text); {
		end := word(i)
		if end == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		start := i
		for {
			r, n := utf8.DecodeRuneInString(text[end:])
			if r != '\'' && r != '’' {
				break
			}
			next := word(end + n)
			if next == end+n {
				break
			}
			end = next
		}
		out = append(out, [2]int{start, end})
		i = end
	}
	return out
}

// inWords are the numbers of the words that the token runs touch.
func (a *article) inWords(runs []attribution.Run) []int {
	var out []int
	tok := a.scene.Doc.Tokens
	for _, r := range runs {
		if r.First >= r.Last {
			continue
		}
		start, end := tok[r.First].Start, tok[r.Last-1].End
		k, _ := slices.BinarySearchFunc(a.words, start+1, func(w [2]int, at int) int { return w[1] - at })
		for ; k < len(a.words) && a.words[k][0] < end; k++ {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (a *article) heard(q quote) said {
	s := said{a.inWords(q.content), a.inWords(q.source), a.inWords(q.cue)}
	if len(s.content) > 1 {
		if w := a.words[s.content[0]]; a.scene.Doc.Text[w[0]:w[1]] == "that" {
			s.content = s.content[1:]
		}
	}
	return s
}

func shared(a, b []int) int {
	n, j := 0, 0
	for _, x := range a {
		for j < len(b) && b[j] < x {
			j++
		}
		if j < len(b) && b[j] == x {
			n++
		}
	}
	return n
}

// tally counts what was found.
type tally struct {
	gold, found, right, sourced int
	byKind                      map[string][2]int // gold, right
}

func f1(right, found, gold int) float64 { return 2 * float64(right) / float64(max(1, found+gold)) }

func (t tally) String() string {
	s := fmt.Sprintf("P %.3f R %.3f F %.3f  +source %.3f  found %d", float64(t.right)/float64(max(1, t.found)), float64(t.right)/float64(max(1, t.gold)), f1(t.right, t.found, t.gold), f1(t.sourced, t.found, t.gold), t.found)
	for _, k := range []string{"direct", "mixed", "indirect"} {
		if n := t.byKind[k]; n[0] > 0 {
			s += fmt.Sprintf("  %s %.2f", k, float64(n[1])/float64(n[0]))
		}
	}
	return s
}

// compare matches found to gold attributions one to one, the most alike first.
func (t *tally) compare(a *article, found []quote) []int {
	if t.byKind == nil {
		t.byKind = map[string][2]int{}
	}
	var gold, pred []said
	for _, q := range a.quotes {
		gold = append(gold, a.heard(q))
	}
	for _, q := range found {
		pred = append(pred, a.heard(q))
	}
	type pair struct {
		like float64
		i, j int
	}
	var pairs []pair
	for i := range gold {
		for j := range pred {
			n := shared(gold[i].content, pred[j].content)
			if n == 0 {
				continue
			}
			if like := float64(n) / float64(len(gold[i].content)+len(pred[j].content)-n); like >= 0.5 {
				pairs = append(pairs, pair{like, i, j})
			}
		}
	}
	slices.SortFunc(pairs, func(x, y pair) int {
		switch {
		case x.like != y.like:
			if x.like > y.like {
				return -1
			}
			return 1
		case x.i != y.i:
			return x.i - y.i
		}
		return x.j - y.j
	})
	match := make([]int, len(gold))
	for i := range match {
		match[i] = -1
	}
	used := make([]bool, len(pred))
	for _, p := range pairs {
		if match[p.i] < 0 && !used[p.j] {
			match[p.i], used[p.j] = p.j, true
		}
	}
	for i, g := range gold {
		if len(g.content) == 0 {
			continue
		}
		t.gold++
		k := t.byKind[a.quotes[i].kind]
		k[0]++
		if j := match[i]; j >= 0 {
			t.right++
			k[1]++
			if len(g.source) == 0 && len(pred[j].source) == 0 || shared(g.source, pred[j].source) > 0 {
				t.sourced++
			}
		}
		t.byKind[a.quotes[i].kind] = k
	}
	for _, p := range pred {
		if len(p.content) > 0 {
			t.found++
		}
	}
	return match
}

// chainOf reads the labels of a cue as an attribution.
func chainOf(cue, w attribution.Run, labels []uint8) quote {
	q := quote{cue: []attribution.Run{cue}}
	for i := 0; i < len(labels); {
		j := i + 1
		for j < len(labels) && labels[j] == labels[i] {
			j++
		}
		r := attribution.Run{First: w.First + i, Last: w.First + j}
		switch labels[i] {
		case attribution.PartSource:
			q.source = append(q.source, r)
		case attribution.PartContent:
			q.content = append(q.content, r)
		}
		i = j
	}
	return q
}

// row is one way to find attributions, for the table of what each part is worth.
type row struct {
	name string
	find func(a *article) []quote
}

// ablate prints what each part is worth on the files.
func ablate(chain *attribution.Chain, paths []string, bias float64) error {
	var x attribution.Scratch
	label := func(a *article, cue attribution.Run) (quote, bool) {
		w, labels := chain.Label(a.scene, cue, &x)
		q := chainOf(cue, w, labels)
		return q, len(q.content) > 0
	}
	rows := []row{
		{"rules", func(a *article) (out []quote) {
			for _, h := range attribution.Rules(a.scene.Doc, a.ents) {
				out = append(out, quote{cue: []attribution.Run{h.Cue}, source: []attribution.Run{h.Source}, content: h.Content})
			}
			return out
		}},
		{"rules and chain, reports", func(a *article) []quote { return analyzed(a, false) }},
		{"with attitudes", func(a *article) []quote { return analyzed(a, true) }},
		{"chain alone", func(a *article) (out []quote) {
			for _, c := range chain.FindCues(nil, a.scene, bias, &x) {
				if q, ok := label(a, c); ok {
					out = append(out, q)
				}
			}
			return out
		}},
		{"chain, given the cues", func(a *article) (out []quote) {
			a.scene.NoteCues(a.cues())
			for _, g := range a.quotes {
				if len(g.cue) == 0 {
					continue
				}
				if q, ok := label(a, g.cue[0]); ok {
					out = append(out, q)
				}
			}
			return out
		}},
		{"chain, given the parts", func(a *article) (out []quote) {
			for _, c := range chain.FindCues(nil, a.scene, bias, &x) {
				q, ok := label(a, c)
				for _, g := range a.quotes {
					if len(g.cue) > 0 && c.First < g.cue[0].Last && g.cue[0].First < c.Last {
						q, ok = g, true
						break
					}
				}
				if ok {
					out = append(out, q)
				}
			}
			return out
		}},
	}
	for _, path := range paths {
		articles, err := read(path, 1, 0)
		if err != nil {
			return err
		}
		fmt.Println(path)
		for _, r := range rows {
			var t tally
			for k := range articles {
				t.compare(&articles[k], r.find(&articles[k]))
			}
			fmt.Printf("  %-24s %s\n", r.name, t)
		}
	}
	return nil
}

// analyzed is what the whole package finds.
func analyzed(a *article, attitudes bool) []quote {
	doc := a.scene.Doc
	r := quotes.Default().Analyze(doc, a.ents)
	var out []quote
	add := func(cue, mention, content *span.Span, pieces []span.Span) {
		q := quote{cue: runsOf(doc, cue), source: runsOf(doc, mention)}
		for i := range pieces {
			q.content = append(q.content, runsOf(doc, &pieces[i])...)
		}
		if len(pieces) == 0 {
			q.content = runsOf(doc, content)
		}
		out = append(out, q)
	}
	for i := range r.Quotes {
		q := &r.Quotes[i]
		if q.Attitude && !attitudes {
			continue
		}
		add(q.Cue, q.Mention, &q.Content, q.Pieces)
	}
	return out
}

func runsOf(doc *text.Document, s *span.Span) []attribution.Run {
	if s == nil {
		return nil
	}
	return []attribution.Run{{First: doc.TokenAt(s.Start), Last: doc.TokenAt(s.End-1) + 1}}
}
