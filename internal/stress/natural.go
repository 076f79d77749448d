package stress

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// News is an article of about the given number of bytes as agencies write them:
// names that come again, quotes, figures of dead and injured, paragraphs. Other
// seeds give other articles.
func News(size int, seed uint64) string {
	w := writer{rng: rand.New(rand.NewPCG(seed, 0x6e657773))}
	w.Grow(size + 400)
	w.cast()
	fmt.Fprintf(&w, "%s, %s (Newswire) - ", strings.ToUpper(w.places[0]), w.pick(days))
	for sentences := 1; w.Len() < size; sentences++ {
		w.sentence()
		if sentences%3 == 0 {
			w.WriteString("\n\n")
			if sentences%24 == 0 {
				w.cast() // the report turns to another event
			}
		} else {
			w.WriteByte(' ')
		}
	}
	return w.String()
}

type writer struct {
	strings.Builder
	rng             *rand.Rand
	places, persons []string
	groups          []string
}

func (w *writer) pick(list []string) string { return list[w.rng.IntN(len(list))] }

// cast chooses who and what the next paragraphs are about.
func (w *writer) cast() {
	w.places, w.persons, w.groups = w.places[:0], w.persons[:0], w.groups[:0]
	for range 4 {
		w.places = append(w.places, w.pick(towns))
		w.persons = append(w.persons, w.pick(givenNames)+" "+w.pick(familyNames))
		w.groups = append(w.groups, w.pick(bodies))
	}
}

// sentence writes one sentence. In a pattern, P is a place, N a full name, L a
// last name, G an organization, D a day, # a number, C what was used, S a verb
// of saying.
func (w *writer) sentence() {
	for _, c := range w.pick(patterns) {
		switch c {
		case 'P':
			w.WriteString(w.pick(w.places))
		case 'N':
			w.WriteString(w.pick(w.persons))
		case 'L':
			_, last, _ := strings.Cut(w.pick(w.persons), " ")
			w.WriteString(last)
		case 'G':
			w.WriteString(w.pick(w.groups))
		case 'D':
			w.WriteString(w.pick(days))
		case 'C':
			w.WriteString(w.pick(causes))
		case 'S':
			w.WriteString(w.pick(sayings))
		case '#':
			fmt.Fprint(w, 2+w.rng.IntN(60))
		default:
			w.WriteRune(c)
		}
	}
}

var (
	days        = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	towns       = []string{"Baidoa", "Mosul", "Kandahar", "Maiduguri", "Goma", "Quetta", "Aden", "Homs", "Zamboanga", "Culiacan", "Belfast", "Marseille", "Kharkiv", "Juba", "Gao"}
	givenNames  = []string{"Abdirahman", "Maria", "John", "Fatima", "Igor", "Chen", "Amina", "Carlos", "Samuel", "Leila", "Robert", "Nadia", "Joseph", "Elena"}
	familyNames = []string{"Warsame", "Hernandez", "Murphy", "Haddad", "Petrov", "Okafor", "Rahimi", "Santos", "Keller", "Mwangi", "Aziz", "Novak", "Dubois", "Tanaka"}
	bodies      = []string{"the Interior Ministry", "Al-Shabaab", "the Red Cross", "the National Police", "the Islamic State group", "United Nations", "the Northern Front", "Doctors Without Borders", "the district hospital", "the army"}
	causes      = []string{"car bomb", "mortar attack", "gunfight", "bus crash", "landslide", "market fire", "roadside bomb", "flood"}
	sayings     = []string{"said", "told reporters", "added", "said in a statement", "warned", "confirmed"}
	patterns    = []string{
		"A C killed at least # people and wounded # others in P on D, N, a spokesman for G, S.",
		"\u201cWe have received # bodies and the hospital is full,\u201d L S.",
		"N, the governor of P, S that # families had left their homes since D.",
		"G denied that its fighters were behind the C in P.",
		"Witnesses said the C happened near a school north of P, where N and his brother were at work.",
		"\u201cNobody came to help us,\u201d a resident S on condition of anonymity, because he feared for his family.",
		"The death toll from the C rose to #, including # children, according to G.",
		"Trade between P and P has grown for years, and prices in the market were higher than last year.",
		"L, who has led G since 2019, is expected to travel to P next week for talks with N.",
		"It was not immediately clear who was responsible.",
		"Officials at G S the roads around P would stay closed until D, but the airport was open.",
		"# suspects were arrested and # soldiers were missing after the C, G S.",
	}
)
