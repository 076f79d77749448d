package quotes

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWithheld: of which source the words about anonymity speak, and which of its
// quotes carry them.
func TestWithheld(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   []string // per quote: "name: words about its anonymity"
		reason string
	}{
		{"A nurse at the clinic in Velim refused to give her name. \"We have no blood left,\" she said.",
			[]string{"A nurse at the clinic in Velim: refused to give her name"}, "a sentence before, taken up by a pronoun"},
		{"An old man stopped the car. He declined to give his name. \"They are thieves,\" he said.",
			[]string{"An old man: declined to give his name"}, "two sentences before"},
		{"A carpenter from Olmo did not want his name published. The mill, he said, owed him two years of wages.",
			[]string{"A carpenter from Olmo: did not want his name published"}, "before, by the noun's pronoun"},

		{"The plant will close in June, two engineers and a foreman said. All three spoke on condition of anonymity because the plans are private.",
			[]string{"two engineers and a foreman: on condition of anonymity because the plans are private"}, "a sentence behind, for a group"},
		{"The vote was rigged, a clerk said. A guard said the boxes were opened at night. Both asked not to be identified.",
			[]string{"a clerk: asked not to be identified", "A guard: asked not to be identified"}, "both of two sources"},
		{"The bank will be sold, a person with knowledge of the talks said. The person asked not to be named discussing private matters.",
			[]string{"a person with knowledge of the talks: asked not to be named discussing private matters"}, "the noun again"},

		{"Residents interviewed for this story asked that their names not be used. \"We sleep in the cellar,\" one woman said. A baker said flour had run out.",
			[]string{"one woman: asked that their names not be used", "A baker: asked that their names not be used"}, "all that were interviewed"},
		{"Editor's note: The names of the interviewees have been changed.\n\n\"I left in March,\" said Amina. Her brother stayed. \"I could not go,\" Yusuf told the paper.",
			[]string{"Amina: names of the interviewees have been changed", "Yusuf: names of the interviewees have been changed"}, "an editor's note"},
		{"The miners all spoke on condition of anonymity because they fear the owners. \"The shafts flood every spring,\" one miner said.",
			[]string{"one miner: on condition of anonymity because they fear the owners"}, "the group that he is of"},

		{"\"They came at night,\" said Fatma, whose name has been changed to protect her family.",
			[]string{"Fatma: whose name has been changed to protect her family"}, "a changed name is no name"},
		{"\"I saw the fire,\" said Mariam (not her real name), 34.",
			[]string{"Mariam: not her real name"}, "nor is one that is not real"},
		{"\"I was paid in rice,\" Tomas, a pseudonym, told the tribunal.",
			[]string{"Tomas: a pseudonym"}, "a pseudonym"},

		{"\"The dam will hold,\" said Karim, a fisherman who gave only his first name for fear of reprisals.",
			[]string{"Karim: who gave only his first name for fear of reprisals"}, "a part of the name"},
		{"\"The dam will hold,\" said Karim, who asked to be identified only by his first name.",
			[]string{"Karim: who asked to be identified only by his first name"}, "the same, asked for"},
		{"\"I fled,\" said the driver, who identified himself only as Abu Omar.",
			[]string{"the driver: who identified himself only as Abu Omar"}, "a byname"},

		{"\"We are afraid,\" a farmer who asked that his name not be used said.",
			[]string{"a farmer: who asked that his name not be used"}, "between source and verb"},
		{"A doctor, speaking on the phone on condition his name was not published, said the wards were full.",
			[]string{"A doctor: on condition his name was not published"}, "between commas"},
		{"A senior diplomat, speaking on background, said the talks had failed.",
			[]string{"A senior diplomat: speaking on background"}, "on background"},
		{"Two guards, who were not allowed to talk to the press, said the door had been forced.",
			[]string{"Two guards: who were not allowed to talk to the press"}, "no leave to speak"},
		{"The minister was furious, said an aide who requested anonymity to discuss internal talks.",
			[]string{"an aide: who requested anonymity to discuss internal talks"}, "behind the source"},
		{"\"I was beaten,\" said a student whose identity is being withheld for his safety.",
			[]string{"a student: whose identity is being withheld for his safety"}, "withheld by the paper"},
		{"The raid failed, a security source who preferred to remain anonymous told the agency.",
			[]string{"a security source: who preferred to remain anonymous"}, "preferring it"},

		{"Two people close to the talks said a deal was near, asking not to be named. One of them said it would be signed on Friday.",
			[]string{"Two people close to the talks: asking not to be named", "Two people close to the talks: asking not to be named"}, "one of a group"},
		{"\"We lost everything,\" said one trader who did not want to be named. Another trader said the rains were late.",
			[]string{"one trader: who did not want to be named", "Another trader: "}, "another source is none of his"},
		{"The police closed the road for security reasons, residents said.",
			[]string{"residents: "}, "a reason for something else"},
		{"Farmers, who were not allowed to return to their fields, said the harvest was lost.",
			[]string{"Farmers: "}, "leave to do something else"},
		{"Police said a nurse who asked not to be named had been hurt.",
			[]string{"Police: "}, "somebody who does not speak"},
	} {
		r := Find(row.text)
		var got []string
		for i := range r.Quotes {
			q := &r.Quotes[i]
			words := ""
			if q.Anonymity != nil {
				words = q.Anonymity.Text
			}
			require.NotNil(t, r.SourceOf(q), row.text)
			got = append(got, r.SourceOf(q).Name+": "+words)
		}
		assert.Equal(t, row.want, got, row.reason)
	}
}
