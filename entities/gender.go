package entities

// maleTitles and femaleTitles tell a person's gender.
var titleGenders = map[string]Gender{
	"mr": Male, "mr.": Male, "sir": Male, "lord": Male, "king": Male, "prince": Male, "father": Male, "brother": Male, "sheikh": Male,
	"imam": Male, "ayatollah": Male, "mullah": Male, "pope": Male, "baron": Male, "emir": Male, "sultan": Male, "congressman": Male,
	"chairman": Male, "spokesman": Male, "actor": Male,
	"mrs": Female, "mrs.": Female, "ms": Female, "ms.": Female, "miss": Female, "dame": Female, "lady": Female, "queen": Female,
	"princess": Female, "sister": Female, "congresswoman": Female, "chairwoman": Female, "spokeswoman": Female, "actress": Female,
	"baroness": Female,
}

// genders reads the gender of persons from their titles, else from the pronouns
// that follow them before another person is named.
func (l *linker) genders(out []Entity) {
	votes := make([][2]int, len(out))
	for i := range l.mentions {
		m := &l.mentions[i]
		if m.Type != Person {
			continue
		}
		v := &votes[m.Entity]
		vote := func(g Gender, weight int) {
			switch g {
			case Male:
				v[0] += weight
			case Female:
				v[1] += weight
			}
		}
		for k := m.First - 1; k >= 0 && m.First-k <= 2; k-- {
			vote(titleGenders[l.doc.Tokens[k].Lower], 10)
			if titleGenders[l.doc.Tokens[k].Lower] != Unknown {
				break
			}
		}
		end := min(len(l.doc.Tokens), m.Last+40)
		for k := i + 1; k < len(l.mentions); k++ {
			if o := &l.mentions[k]; o.Type == Person && o.Entity != m.Entity {
				end = min(end, o.First)
				break
			} else if o.First >= end {
				break
			}
		}
		for k := m.Last; k < end; k++ {
			switch l.doc.Tokens[k].Lower {
			case "he", "his", "him", "himself":
				vote(Male, 1)
			case "she", "her", "herself":
				vote(Female, 1)
			}
		}
	}
	for i, v := range votes {
		switch {
		case v[0] > 2*v[1]:
			out[i].Gender = Male
		case v[1] > 2*v[0]:
			out[i].Gender = Female
		}
	}
}
