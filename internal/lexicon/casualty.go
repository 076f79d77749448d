package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// The tables of casualty claims; see the head of each file for its format.
var (
	//go:embed casualty_verbs.txt
	casualtyVerbTable string
	//go:embed casualty_nouns.txt
	casualtyNounTable string
	//go:embed casualty_people.txt
	casualtyPeopleTable string
	//go:embed casualty_causes.txt
	casualtyCauseTable string
	//go:embed casualty_traps.txt
	casualtyTrapTable string
)

// HarmFrame is where a verb of harm has its victims.
type HarmFrame uint8

const (
	NoFrame         HarmFrame = iota
	HarmFrameObject           // the object suffers: "killed ten"
	HarmFrameWeak             // the same, with a person or a number only
	HarmFrameSelf             // the subject suffers: "ten died"
	HarmFrameHold             // with "hostage", "dead", "to death": "took ten hostage"
	HarmFrameFlee             // the subject is displaced
)

// HarmVerb is a word as a form of a verb of harm.
type HarmVerb struct {
	Outcome    string
	Frame      HarmFrame
	Participle bool // can be the past participle
	Gerund     bool
	Past       bool
	Base       bool
}

// HarmNoun is a word as a noun or adjective of harm.
type HarmNoun struct {
	Outcome string
	Plural  bool
}

// Harm is all a word can say about people harmed. The zero Harm is no such word.
type Harm struct {
	Verb    HarmVerb
	Other   HarmVerb // a second reading: "drowned" (killed by somebody, or died)
	Act     HarmNoun
	Tally   HarmNoun
	State   HarmNoun
	Body    HarmNoun
	Toll    HarmNoun
	Captive HarmNoun
	Any     bool
}

// Person is what a noun says about the people it names.
type Person struct {
	Class  string
	Plural bool
}

// Casualties holds the tables of casualty claims, keyed by lower-case words.
// It is immutable.
type Casualties struct {
	Harm     map[string]Harm
	People   map[string]Person
	Attack   map[string]bool
	Accident map[string]bool
	Machine  map[string]bool
	Trap     map[string]map[string]bool // by class, then word
}

// CasualtyTables reads the tables at the first call.
var CasualtyTables = sync.OnceValue(func() *Casualties {
	c := newCasualties()
	for _, table := range []string{casualtyVerbTable, casualtyNounTable, casualtyPeopleTable, casualtyCauseTable, casualtyTrapTable} {
		c.add(table)
	}
	return c
})

func newCasualties() *Casualties {
	return &Casualties{Harm: map[string]Harm{}, People: map[string]Person{}, Attack: map[string]bool{}, Accident: map[string]bool{}, Machine: map[string]bool{}, Trap: map[string]map[string]bool{}}
}

// What can stand before the colon of a line: the first word's class, and behind an
// outcome the frame of verbs or the kind of nouns.
var (
	harmFrames = map[string]HarmFrame{"harm": HarmFrameObject, "weak": HarmFrameWeak, "self": HarmFrameSelf, "hold": HarmFrameHold, "flee": HarmFrameFlee}
	harmKinds  = map[string]func(*Harm) *HarmNoun{
		"act":     func(h *Harm) *HarmNoun { return &h.Act },
		"tally":   func(h *Harm) *HarmNoun { return &h.Tally },
		"state":   func(h *Harm) *HarmNoun { return &h.State },
		"body":    func(h *Harm) *HarmNoun { return &h.Body },
		"toll":    func(h *Harm) *HarmNoun { return &h.Toll },
		"captive": func(h *Harm) *HarmNoun { return &h.Captive },
	}
	victimClasses = []string{"civilian", "combatant", "police", "official", "journalist", "aid worker", "child", "woman"}
)

// add reads a table, whose lines may be of any kind.
func (c *Casualties) add(table string) {
	causes := map[string]map[string]bool{"attack": c.Attack, "accident": c.Accident, "machine": c.Machine}
	for head, words := range entries(table) {
		outcome, kind, _ := strings.Cut(head, " ")
		switch {
		case harmFrames[kind] != NoFrame:
			for _, w := range words {
				addHarmVerb(c.Harm, w, HarmVerb{Outcome: outcome, Frame: harmFrames[kind]})
			}
		case harmKinds[kind] != nil:
			c.addHarmNouns(outcome, kind, words)
		case slices.Contains(victimClasses, head):
			c.addPeople(head, words)
		case causes[head] != nil:
			for _, w := range words {
				one, many := numberForms(w, true)
				causes[head][one], causes[head][many] = true, true
			}
			delete(causes[head], "")
		default:
			if c.Trap[head] == nil {
				c.Trap[head] = map[string]bool{}
			}
			for _, w := range words {
				c.Trap[head][w] = true
			}
		}
	}
}

func (c *Casualties) addHarmNouns(outcome, kind string, words []string) {
	for _, w := range words {
		one, many := numberForms(w, kind != "state")
		for i, form := range []string{one, many} {
			if form == "" {
				continue
			}
			h := c.Harm[form]
			h.Any = true
			*harmKinds[kind](&h) = HarmNoun{Outcome: outcome, Plural: i == 1}
			c.Harm[form] = h
		}
	}
}

// addPeople adds nouns for people; the first line that has a word keeps it.
func (c *Casualties) addPeople(class string, words []string) {
	for _, w := range words {
		one, many := numberForms(w, true)
		if _, ok := c.People[one]; !ok && one != "" {
			c.People[one] = Person{Class: class}
		}
		if _, ok := c.People[many]; !ok && many != "" {
			c.People[many] = Person{Class: class, Plural: true}
		}
	}
}

// numberForms splits "one/many"; an entry without "/" makes its plural.
func numberForms(w string, inflect bool) (one, many string) {
	one, many, ok := strings.Cut(w, "/")
	if ok {
		return strings.Trim(one, "-"), strings.Trim(many, "-")
	}
	if !inflect {
		return w, ""
	}
	n := len(w)
	switch {
	case strings.HasSuffix(w, "y") && n > 2 && !strings.ContainsRune("aeiou", rune(w[n-2])):
		return w, w[:n-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x"):
		return w, w + "es"
	}
	return w, w + "s"
}

// addHarmVerb adds the forms of a verb entry.
func addHarmVerb(m map[string]Harm, entry string, v HarmVerb) {
	double := strings.HasSuffix(entry, "*")
	parts := strings.Split(strings.TrimSuffix(entry, "*"), "/")
	base := parts[0]
	stem, past := base, ""
	third := base + "s"
	n := len(base)
	switch {
	case strings.HasSuffix(base, "ie"):
		stem, past = base[:n-2]+"y", base+"d"
	case strings.HasSuffix(base, "ee"):
		past = base + "d"
	case strings.HasSuffix(base, "e"):
		stem, past = base[:n-1], base+"d"
	case strings.HasSuffix(base, "y") && n > 2 && !strings.ContainsRune("aeiou", rune(base[n-2])):
		third, past = base[:n-1]+"ies", base[:n-1]+"ied"
	case strings.HasSuffix(base, "sh") || strings.HasSuffix(base, "ch") || strings.HasSuffix(base, "ss"):
		third = base + "es"
	}
	if double {
		stem = base + base[n-1:]
	}
	if past == "" {
		past = stem + "ed"
	}
	participle := past
	if len(parts) == 3 {
		past, participle = parts[1], parts[2]
	}
	add := func(form string, set func(*HarmVerb)) {
		h := m[form]
		h.Any = true
		at := &h.Verb
		if at.Frame != NoFrame && (at.Outcome != v.Outcome || at.Frame != v.Frame) {
			at = &h.Other
		}
		if at.Frame == NoFrame {
			at.Outcome, at.Frame = v.Outcome, v.Frame
		}
		set(at)
		m[form] = h
	}
	add(base, func(v *HarmVerb) { v.Base = true })
	add(third, func(*HarmVerb) {})
	add(past, func(v *HarmVerb) { v.Past = true })
	add(participle, func(v *HarmVerb) { v.Participle = true })
	add(stem+"ing", func(v *HarmVerb) { v.Gerund = true })
}
