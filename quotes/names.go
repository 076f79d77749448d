package quotes

import (
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/text"
)

// guessNames makes mentions of runs of proper nouns where a document comes
// without entities.
func guessNames(doc *text.Document) *entities.Result {
	r := &entities.Result{}
	byName := map[string]int{}
	for i := 0; i < len(doc.Tokens); {
		if !doc.Tokens[i].Tag.Proper() || !doc.Tokens[i].Is(text.Capital) {
			i++
			continue
		}
		j := i + 1
		for j < len(doc.Tokens) && doc.Tokens[j].Tag.Proper() && doc.Tokens[j].Is(text.Capital) && doc.Tokens[j].Sentence == doc.Tokens[i].Sentence {
			j++
		}
		first := i
		kind := entities.GPE
		org := false
		for k := i; k < j; k++ {
			h, ok := lexicon.Source(doc.Tokens[k].Lower)
			if ok && h.Class&(lexicon.OrgNoun|lexicon.MediumNoun) != 0 {
				org = true
			}
			if ok && h.Class&lexicon.RoleNoun != 0 && k+1 < j {
				first, kind = k+1, entities.Person
			} else if doc.Tokens[k].Is(text.HasPeriod) && k+1 < j {
				first, kind = k+1, entities.Person
			}
		}
		if org {
			kind = entities.Org
			first = i
		} else if j-first == 1 && doc.Tokens[first].Is(text.AllCaps) && !doc.Upper {
			kind = entities.Org
		} else if j-first == 2 || j-first == 3 {
			kind = entities.Person
		}
		sp := doc.Span(first, j)
		key := sp.Text
		if j-first == 1 {
			for k := len(r.Entities) - 1; k >= 0 && k > len(r.Entities)-40; k-- {
				n := r.Entities[k].Name
				if len(n) > len(key) && n[len(n)-len(key):] == key && n[len(n)-len(key)-1] == ' ' {
					key = n
					break
				}
			}
		}
		e, ok := byName[key]
		if !ok {
			e = len(r.Entities)
			byName[key] = e
			r.Entities = append(r.Entities, entities.Entity{Name: key, Type: kind})
		}
		r.Entities[e].Mentions = append(r.Entities[e].Mentions, len(r.Mentions))
		r.Mentions = append(r.Mentions, entities.Mention{Span: sp, Type: r.Entities[e].Type, Entity: e, First: first, Last: j})
		i = j
	}
	return r
}
