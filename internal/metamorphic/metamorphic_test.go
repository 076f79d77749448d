package metamorphic

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/stretchr/testify/assert"
)

// fill puts values in a template's places and begins the sentence with a capital.
func fill(template string, values map[string]string) string {
	for slot, v := range values {
		template = strings.ReplaceAll(template, "{"+slot+"}", v)
	}
	return capitalized(template)
}

// capitalized is a text as it begins a sentence.
func capitalized(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

func draw(rng *rand.Rand) map[string]string {
	values := map[string]string{}
	for _, slot := range slots {
		values[slot] = pools[slot][rng.IntN(len(pools[slot]))]
	}
	return values
}

// slots in a fixed order.
var slots = func() []string {
	var list []string
	for s := range pools {
		list = append(list, s)
	}
	slices.Sort(list)
	return list
}()

// stages are those whose output a swap changes.
var stages = map[string]string{
	"person": "entities", "other": "entities", "city": "entities", "people": "entities", "group": "entities", "agency": "entities",
	"saying": "quotes", "adding": "quotes", "role": "quotes", "reason": "quotes",
	"number": "claims", "second": "claims", "victim": "claims", "harm": "claims", "day": "claims",
}

// facts are what an analysis says in a form that a swap changes only where the
// swapped words stand: spans by their words, numbers and labels by their value.
func facts(text string) sampletext.Outline {
	return sampletext.OutlineOf(dateline.Analyze(text))
}

// swapped is an outline as it should be once one thing is another.
func swapped(o sampletext.Outline, slot, from, to string) sampletext.Outline {
	edit := func(lines []string, label func(string) string) []string {
		out := slices.Clone(lines)
		for i, l := range out {
			head, words, _ := strings.Cut(l, ": ")
			if label == nil {
				head, words = "", l
			} else {
				head = label(head) + ": "
			}
			words = strings.ReplaceAll(words, from, to)
			out[i] = head + strings.ReplaceAll(words, capitalized(from), to)
		}
		return out
	}
	// The label of a claim is its outcome and bounds.
	label := func(head string) string {
		switch slot {
		case "harm":
			// What does not hang on the verb keeps its outcome: "others were
			// injured", the man whose arrest is another's.
			return strings.Replace(head, outcomes[from]+" ", outcomes[to]+" ", 1)
		case "number", "second":
			head = strings.Replace(head, fmt.Sprintf(" %d to %d", value[from], value[from]), fmt.Sprintf(" %d to %d", value[to], value[to]), 1)
			return strings.Replace(head, fmt.Sprintf(" %d to open", value[from]), fmt.Sprintf(" %d to open", value[to]), 1)
		}
		return head
	}
	return sampletext.Outline{Entities: edit(o.Entities, nil), Quotes: edit(o.Quotes, nil), Claims: edit(o.Claims, label)}
}

var value = map[string]int{"3": 3, "7": 7, "12": 12, "19": 19, "26": 26, "34": 34, "58": 58, "140": 140, "four": 4, "nine": 9, "eleven": 11, "twenty-two": 22,
	"5": 5, "8": 8, "14": 14, "23": 23, "41": 41, "six": 6, "ten": 10, "thirty": 30}

// comparable makes names of one kind the same in outlines, so that what a list
// knows of one of them (its canonical name, its article) does not count.
func comparable(o sampletext.Outline, slot, name string) sampletext.Outline {
	if slot != "group" && slot != "agency" && slot != "people" && slot != "city" {
		return lowered(o)
	}
	short := strings.TrimPrefix(name, "the ")
	forms := []string{name, "The" + strings.TrimPrefix(name, "the"), short}
	forms = append(forms, known[short]...)
	edit := func(lines []string) []string {
		out := slices.Clone(lines)
		for i := range out {
			for _, f := range forms {
				out[i] = strings.ReplaceAll(out[i], f, "@")
			}
			out[i] = armies.Replace(out[i])
		}
		return out
	}
	return lowered(sampletext.Outline{Entities: edit(o.Entities), Quotes: edit(o.Quotes), Claims: edit(o.Claims)})
}

// armies: what lists call a country's army is its own.
var armies = strings.NewReplacer("@ Arab Army", "@ army", "@ National Army", "@ army", "@ Armed Forces", "@ army", "@ Army", "@ army")

// known are the canonical names of the lists for names in the pools.
var known = map[string][]string{
	"Islamic State": {"ISIS"}, "al-Qaeda": {"Al-Qaeda", "al-Qaida"}, "al-Shabaab": {"Al-Shabaab"}, "Iraqi": {"Iraq"}, "Syrian": {"Syria"}, "Afghan": {"Afghanistan"},
	"Turkish": {"Turk", "Turkey"}, "Somali": {"Somalia"}, "Libyan": {"Libya"}, "Nigerian": {"Nigeria"}, "Pakistani": {"Pakistan"},
	"Aden": {"'Adan"}, "UNICEF": {"United Nations Children's Fund"}, "Al Jazeera": {"Al-Jazeera"},
}

// lowered: a sentence that begins with the words has them in capitals.
func lowered(o sampletext.Outline) sampletext.Outline {
	edit := func(lines []string) []string {
		out := slices.Clone(lines)
		for i := range out {
			out[i] = strings.ToLower(out[i])
		}
		slices.Sort(out)
		return out
	}
	return sampletext.Outline{Entities: edit(o.Entities), Quotes: edit(o.Quotes), Claims: edit(o.Claims)}
}

// tally counts the pairs of one kind that hold.
type tally struct{ held, pairs int }

func (t *tally) rate() float64 { return float64(t.held) / float64(max(t.pairs, 1)) }

// perSlot is how many swaps are made of each template for each of its places.
const perSlot = 6

// more swaps are made of what few templates hold.
var more = map[string]int{"saying": 15, "adding": 30, "role": 30, "reason": 30}

// TestSwaps: a name, number, place, day, verb or victim for another changes
// that and nothing else.
func TestSwaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 2))
	kinds, byStage := map[string]*tally{}, map[string]*tally{}
	for _, template := range templates {
		for _, slot := range slots {
			if !strings.Contains(template, "{"+slot+"}") {
				continue
			}
			for range max(perSlot, more[slot]) {
				a := draw(rng)
				from, to := a[slot], ""
				for to = from; to == from; {
					to = pools[slot][rng.IntN(len(pools[slot]))]
				}
				before := fill(template, a)
				a[slot] = to
				after := fill(template, a)
				a[slot] = from
				if n := strings.Count(template, "{"+slot+"}"); mentions(before, from) != n || mentions(after, to) != n {
					continue // the word stands for something else too
				}
				want := comparable(swapped(facts(before), slot, from, to), slot, to)
				got := comparable(facts(after), slot, to)
				if slot == "people" || slot == "city" || slot == "group" || slot == "agency" {
					want = comparable(facts(before), slot, from)
				}
				k, s := count(kinds, slot), count(byStage, stages[slot])
				k.pairs, s.pairs = k.pairs+1, s.pairs+1
				if assert.ObjectsAreEqual(want, got) {
					k.held, s.held = k.held+1, s.held+1
				} else {
					logDifference(t, slot+": "+from+" > "+to, after, want, got)
				}
			}
		}
	}
	report(t, kinds, floors)
	for stage, s := range byStage {
		t.Logf("%-12s %.3f of %d pairs", stage, s.rate(), s.pairs)
		assert.GreaterOrEqual(t, s.pairs, 200, "pairs of %s", stage)
	}
}

func mentions(text, words string) int {
	return strings.Count(strings.ToLower(text), strings.ToLower(words))
}

func count(m map[string]*tally, key string) *tally {
	if m[key] == nil {
		m[key] = &tally{}
	}
	return m[key]
}

func logDifference(t *testing.T, kind, text string, want, got sampletext.Outline) {
	if !testing.Verbose() {
		return
	}
	for _, d := range [][2][]string{{want.Entities, got.Entities}, {want.Quotes, got.Quotes}, {want.Claims, got.Claims}} {
		for _, l := range sampletext.Differences(d[0], d[1]) {
			t.Logf("%s | %s | %s", kind, text, l)
		}
	}
}

func report(t *testing.T, kinds map[string]*tally, floors map[string]float64) {
	names := make([]string, 0, len(kinds))
	for k := range kinds {
		names = append(names, k)
	}
	slices.Sort(names)
	for _, k := range names {
		t.Logf("%-26s %.3f of %d pairs", k, kinds[k].rate(), kinds[k].pairs)
		assert.GreaterOrEqual(t, kinds[k].rate(), floors[k], k)
	}
}

// perRewording is how many fillings of each two ways of saying the same.
const perRewording = 25

// TestRewordings: active or passive, the source before or behind, say the same.
func TestRewordings(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 7))
	kinds := map[string]*tally{}
	for _, r := range rewordings {
		for range perRewording {
			values := draw(rng)
			want, got := core(fill(r.a, values)), core(fill(r.b, values))
			k := count(kinds, r.kind)
			k.pairs++
			if assert.ObjectsAreEqual(want, got) {
				k.held++
			} else {
				logDifference(t, r.kind, fill(r.b, values), want, got)
			}
		}
	}
	report(t, kinds, floors)
}

// core is what two wordings must share: names, who said how much of what, and
// the claims, without the words of trigger and count that the wording turns.
func core(text string) sampletext.Outline {
	o := lowered(facts(text))
	for i, q := range o.Quotes {
		_, who, _ := strings.Cut(q, " = ")
		o.Quotes[i] = who
	}
	return o
}

// floors are a little below what is reached.
var floors = map[string]float64{
	"person": 0.98, "other": 0.98, "city": 0.98, "people": 0.9, "group": 0.98, "agency": 0.98,
	"saying": 0.97, "adding": 0.97, "role": 0.97, "reason": 0.97,
	"number": 0.94, "second": 0.94, "victim": 0.95, "harm": 0.94, "day": 0.98,
	"active and passive": 0.97, "dead or killed": 0.95, "source before and behind": 0.95, "speaker and verb turned": 0.95, "time moved": 0.95,
}
