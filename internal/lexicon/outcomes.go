package lexicon

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// outcomes are what a claim can say happened, as package extract names it.
var outcomes = []string{"killed", "injured", "missing", "abducted", "detained", "displaced", "released", "casualties"}

// With is c with a table over it whose lines are in the formats of the
// casualty_*.txt files, in any order. What the table says of a word goes before
// what c says; a verb that c reads otherwise keeps that as its second reading.
// Words of the class "none" are in no table any longer. name stands for the
// table in errors.
func (c *Casualties) With(r io.Reader, name string) (*Casualties, error) {
	text, dropped, err := readTable(r, name, c.checkLine)
	if err != nil {
		return nil, err
	}
	own := newCasualties()
	own.add(text)
	out := &Casualties{
		Harm: maps.Clone(c.Harm), People: maps.Clone(c.People),
		Attack: maps.Clone(c.Attack), Accident: maps.Clone(c.Accident), Machine: maps.Clone(c.Machine),
		Trap: map[string]map[string]bool{},
	}
	for class, words := range c.Trap {
		out.Trap[class] = maps.Clone(words)
	}
	for _, w := range dropped {
		delete(out.Harm, w)
		delete(out.People, w)
		for _, set := range []map[string]bool{out.Attack, out.Accident, out.Machine} {
			delete(set, w)
		}
		for _, set := range out.Trap {
			delete(set, w)
		}
	}
	for w, h := range own.Harm {
		out.Harm[w] = out.Harm[w].under(h)
	}
	maps.Copy(out.People, own.People)
	maps.Copy(out.Attack, own.Attack)
	maps.Copy(out.Accident, own.Accident)
	maps.Copy(out.Machine, own.Machine)
	for class, words := range own.Trap {
		maps.Copy(out.Trap[class], words)
	}
	return out, nil
}

// under is h with what another table says of the word over it.
func (h Harm) under(over Harm) Harm {
	h.Any = true
	if v := over.Verb; v.Frame != NoFrame {
		old := h.Verb
		h.Verb = v
		switch {
		case over.Other.Frame != NoFrame:
			h.Other = over.Other
		case old.Frame != NoFrame && (old.Outcome != v.Outcome || old.Frame != v.Frame):
			h.Other = old
		}
	}
	for _, kind := range harmKinds {
		if n := *kind(&over); n.Outcome != "" {
			*kind(&h) = n
		}
	}
	return h
}

func (c *Casualties) checkLine(head string, words []string) error {
	outcome, kind, two := strings.Cut(head, " ")
	if slices.Contains(victimClasses, head) || head == "attack" || head == "accident" || head == "machine" {
		return each(words, nounEntry)
	}
	if c.Trap[head] != nil {
		return nil
	}
	if !slices.Contains(outcomes, outcome) {
		classes := slices.Concat(victimClasses, []string{"attack", "accident", "machine"}, slices.Sorted(maps.Keys(c.Trap)), []string{none})
		return fmt.Errorf("unknown class %q; want an outcome (%s) with a frame or kind, or one of %s", head, strings.Join(outcomes, ", "), strings.Join(classes, ", "))
	}
	frames := slices.Sorted(maps.Keys(harmFrames))
	kinds := slices.Sorted(maps.Keys(harmKinds))
	switch {
	case harmFrames[kind] != NoFrame:
		return each(words, verbEntry)
	case harmKinds[kind] != nil:
		return each(words, nounEntry)
	case !two:
		return fmt.Errorf("%q alone does not say how the words are used; put a frame of verbs (%s) or a kind of nouns (%s) behind it", outcome, strings.Join(frames, ", "), strings.Join(kinds, ", "))
	}
	return fmt.Errorf("unknown frame or kind %q; want a frame of verbs (%s) or a kind of nouns (%s)", kind, strings.Join(frames, ", "), strings.Join(kinds, ", "))
}
