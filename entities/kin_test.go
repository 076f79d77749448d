package entities_test

import (
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// nameOf is the canonical name of the mention with that number.
func nameOf(r *entities.Result, mention int) string { return r.Of(&r.Mentions[mention]).Name }

func TestNamesakes(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   []string // canonical name of each mention
		reason string
	}{
		{
			"Peter Adams and Mary Adams arrived in Oslo. Mrs. Adams smiled. Mr. Adams left early.",
			[]string{"Peter Adams", "Mary Adams", "Oslo", "Mary Adams", "Peter Adams"},
			"the title says which of two",
		},
		{
			"Mrs. Adams spoke. Peter Adams and Mary Adams left London.",
			[]string{"Mary Adams", "Peter Adams", "Mary Adams", "London"},
			"also before both are named",
		},
		{
			"John Harker arrived in Oslo. Mrs. Harker stayed at home.",
			[]string{"John Harker", "Oslo", "Harker"},
			"a wife whose own name is not given is not her husband",
		},
		{
			"Gen. Ali Hassan, better known as Abu Omar, left Mosul. Abu Omar had lied. Hassan was angry.",
			[]string{"Ali Hassan", "Ali Hassan", "Mosul", "Ali Hassan", "Ali Hassan"},
			"a name by which a man is known too",
		},
		{
			"Pope Francis came to Rome. Francis prayed.",
			[]string{"Pope Francis", "Rome", "Pope Francis"},
			"a name that is hardly said without its title",
		},
		{
			"police in mosul arrested john f. harker on monday. harker denied it. a judge sent harker to prison in baghdad, and officials said the trial would begin next month.",
			[]string{"Mosul", "john f. harker", "john f. harker", "john f. harker", "Baghdad"},
			"small letters: an initial keeps its period, a last name is found again",
		},
		{
			"Shells hit Kiev on Monday.",
			[]string{"Kiev"},
			"the town as the article spells it",
		},
	} {
		r := entities.Find(row.text)
		got := []string{}
		for i := range r.Mentions {
			got = append(got, nameOf(r, i))
		}
		assert.Equal(t, row.want, got, row.reason)
	}
}

func TestSubtypesByName(t *testing.T) {
	for name, want := range map[string]entities.Subtype{
		"Port Alden Police Department": entities.SecurityForce,
		"Sorvan Liberation Army":       entities.ArmedGroup,
		"Dalvik Foundation":            entities.NGO,
		"Zentrix Airlines":             entities.Company,
		"Norland Ministry of Health":   entities.Government,
		"Port Alden Gazette":           entities.Media,
	} {
		r := entities.Find("A spokesman for the " + name + " told reporters so on Monday.")
		require.NotEmpty(t, r.Mentions, name)
		assert.Equal(t, want, r.Of(&r.Mentions[0]).Subtype, name)
	}
}
