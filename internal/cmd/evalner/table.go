package main

import (
	"fmt"
	"strings"

	"github.com/dateline-go/dateline/internal/ner/corpus"
)

type counts struct{ gold, pred, right int }

func (c counts) f1() float64 {
	if c.gold+c.pred == 0 {
		return 0
	}
	return 200 * float64(c.right) / float64(c.gold+c.pred)
}

func (c counts) String() string {
	share := func(n int) float64 {
		if n == 0 {
			return 0
		}
		return 100 * float64(c.right) / float64(n)
	}
	return fmt.Sprintf("P %5.1f R %5.1f F1 %5.1f (%d)", share(c.pred), share(c.gold), c.f1(), c.gold)
}

// table counts right names and errors by class, with places as one type; fine
// keeps the places apart.
type table struct {
	types  []string
	all    counts
	fine   counts
	byType map[string]*counts
	errors map[[2]string]int // class and type
}

var errorClasses = []string{"boundary", "type", "both", "missed", "spurious"}

func newTable(types string) *table {
	t := &table{types: strings.Fields(types), byType: map[string]*counts{}, errors: map[[2]string]int{}}
	for _, k := range t.types {
		t.byType[k] = &counts{}
	}
	return t
}

func coarse(kind string) string {
	switch kind {
	case "GPE", "LOC", "FAC":
		return "PLACE"
	}
	return kind
}

func (t *table) add(a corpus.Article, gold, pred []found, list bool) {
	keep := func(in []found) (out, fine []found) {
		for _, f := range in {
			k := coarse(f.kind)
			if t.byType[k] != nil {
				fine = append(fine, f)
				out = append(out, found{f.start, f.end, k})
			}
		}
		return out, fine
	}
	g, gf := keep(gold)
	p, pf := keep(pred)
	count := func(g, p []found) (n int) {
		set := map[found]bool{}
		for _, f := range g {
			set[f] = true
		}
		for _, f := range p {
			if set[f] {
				n++
			}
		}
		return n
	}
	t.all.gold, t.all.pred, t.all.right = t.all.gold+len(g), t.all.pred+len(p), t.all.right+count(g, p)
	t.fine.gold, t.fine.pred, t.fine.right = t.fine.gold+len(gf), t.fine.pred+len(pf), t.fine.right+count(gf, pf)
	right := map[found]bool{}
	for _, f := range g {
		t.byType[f.kind].gold++
		right[f] = true
	}
	hit := map[found]bool{}
	for _, f := range p {
		c := t.byType[f.kind]
		c.pred++
		if right[f] {
			c.right++
			hit[f] = true
		}
	}
	say := func(class string, f found, other *found) {
		t.errors[[2]string{class, f.kind}]++
		if !list {
			return
		}
		context := a.Text[max(0, f.start-30):min(len(a.Text), f.end+30)]
		fmt.Printf("  %-9s %-6s %q", class, f.kind, a.Text[f.start:f.end])
		if other != nil {
			fmt.Printf(" <- %s %q", other.kind, a.Text[other.start:other.end])
		}
		fmt.Printf("   | %q\n", context)
	}
	used := map[found]bool{}
	for _, f := range g {
		if hit[f] {
			continue
		}
		class, other := "missed", (*found)(nil)
		for i := range p {
			q := &p[i]
			if hit[*q] || q.start >= f.end || f.start >= q.end {
				continue
			}
			used[*q] = true
			other = q
			switch {
			case q.start == f.start && q.end == f.end:
				class = "type"
			case q.kind == f.kind:
				class = "boundary"
			default:
				class = "both"
			}
			break
		}
		say(class, f, other)
	}
	for _, f := range p {
		if !hit[f] && !used[f] {
			say("spurious", f, nil)
		}
	}
}

func (t *table) line() string {
	s := t.all.String() + fmt.Sprintf(" fine %4.1f |", t.fine.f1())
	for _, k := range t.types {
		s += fmt.Sprintf(" %s %4.1f", k, t.byType[k].f1())
	}
	return s
}

func (t *table) print() {
	fmt.Printf("  %-10s", "errors")
	for _, c := range errorClasses {
		fmt.Printf("%10s", c)
	}
	fmt.Println()
	for _, k := range t.types {
		fmt.Printf("  %-10s", k)
		for _, c := range errorClasses {
			fmt.Printf("%10d", t.errors[[2]string{c, k}])
		}
		fmt.Println()
	}
}
