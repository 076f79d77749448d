package quotes

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReporting holds whether what is told was said at all.
func TestReporting(t *testing.T) {
	for _, row := range []struct {
		text                 string
		negated, conditional bool
		reason               string
	}{
		{"Police said that the man was armed.", false, false, "plain"},
		{"Police never said that the man was armed.", true, false, "never"},
		{"The army did not say that it had lost the town.", true, false, "did not"},
		{"The army would not confirm that the bridge had been hit.", true, false, "would not: a refusal, no condition"},
		{"The mayor refused to confirm that talks had begun.", true, false, "refused to"},
		{"The spokesman denied that the company had paid the officials.", false, false, "a denial is said"},
		{"If the police say the road is closed, drivers must turn back.", false, true, "if"},
		{"The minister would say that the reform has failed.", false, true, "would"},
		{"The general might admit that the plan was flawed.", false, true, "might"},
		{"The minister will announce that taxes are falling.", false, false, "the future is no condition"},
	} {
		r := Find(row.text)
		require.Len(t, r.Quotes, 1, row.text)
		assert.Equal(t, row.negated, r.Quotes[0].Negated, "negated, %s: %s", row.reason, row.text)
		assert.Equal(t, row.conditional, r.Quotes[0].Conditional, "conditional, %s: %s", row.reason, row.text)
	}
	for text, reason := range map[string]string{
		"The ministry did not say how many soldiers had been wounded.": "nothing is said",
		"Neither the army nor the rebels said how the fire began.":     "nobody says it",
		"The airline could not say when flights would resume.":         "not said",
	} {
		assert.Empty(t, Find(text).Quotes, "%s: %s", reason, text)
	}
}

func TestSourceFields(t *testing.T) {
	for _, row := range []struct {
		text               string
		affiliation, place string
		party              bool
		reason             string
	}{
		{"\"We hold the town,\" said a commander of the Karo Liberation Army in Velim.", "Karo Liberation Army", "Velim", true, "an army is a side"},
		{"A spokesman for the Karo Liberation Front said its fighters had taken the hill.", "Karo Liberation Front", "", true, "so is a front"},
		{"A source in the Interior Ministry in Tarsa said arrests would follow.", "Interior Ministry", "Tarsa", false, "a ministry is none"},
		{"Health official Mira Sol in Port Delen said the clinic was full.", "", "Port Delen", false, "where she is"},
		{"The driver said the brakes had failed.", "", "", false, "nothing is told of him"},
	} {
		r := Find(row.text)
		require.Len(t, r.Sources, 1, row.text)
		s := r.Sources[0]
		assert.Equal(t, row.affiliation, s.Affiliation, "affiliation, %s", row.reason)
		assert.Equal(t, row.place, s.Place, "place, %s", row.reason)
		assert.Equal(t, row.party, s.Party, "party, %s", row.reason)
	}
}

func TestIntroducedBefore(t *testing.T) {
	r := Find("A doctor at the main hospital, who spoke on condition of anonymity because he was not allowed to brief reporters, gave a toll of nine. Two of the dead were children, the doctor said.")
	require.Len(t, r.Quotes, 1)
	s := r.SourceOf(&r.Quotes[0])
	assert.Equal(t, "A doctor at the main hospital", s.Name, "the fullest description")
	assert.Equal(t, NotAuthorized, s.Reason)
	require.NotNil(t, r.Quotes[0].Anonymity)

	for text, name := range map[string]string{
		"Thabo Mokoena won the 200 meters on Sunday. \"I ran for my mother,\" the 46-year-old South African said.":     "Thabo Mokoena",
		"Lena Brandt beat Sofia Ruiz in two sets on Tuesday. The 23-year-old German said she had never served better.": "Lena Brandt",
	} {
		r := Find(text)
		require.Len(t, r.Quotes, 1, text)
		assert.Equal(t, name, r.SourceOf(&r.Quotes[0]).Name, text)
	}
}

func TestReasonInNextSentence(t *testing.T) {
	r := Find("The talks have stalled, two people familiar with them said. They spoke on condition of anonymity because they were not authorized to discuss the matter.")
	require.Len(t, r.Quotes, 1)
	assert.Equal(t, NotAuthorized, r.SourceOf(&r.Quotes[0]).Reason)
	require.NotNil(t, r.Quotes[0].Anonymity)

	r = Find("The plant will close in June, an engineer said. The engineer asked not to be identified because the plans are private.")
	require.Len(t, r.Quotes, 1, "the words about anonymity are no quote")
	assert.Equal(t, Sensitivity, r.SourceOf(&r.Quotes[0]).Reason)
}

// TestTranscript: names in capitals before a colon say who speaks.
func TestTranscript(t *testing.T) {
	r := Find("NASSER: Will the port reopen this year?\n\nHADDAD: It will, and sooner than you think.")
	require.Len(t, r.Quotes, 2)
	for i, want := range [][2]string{{"NASSER", "Will the port reopen this year?"}, {"HADDAD", "It will, and sooner than you think."}} {
		q := r.Quotes[i]
		assert.Equal(t, want[1], q.Content.Text)
		assert.Equal(t, Direct, q.Kind)
		require.NotNil(t, q.Mention)
		assert.Equal(t, want[0], q.Mention.Text)
	}
}

// TestAttitudes: supporting is no saying, and is marked as such.
func TestAttitudes(t *testing.T) {
	r := Find("Residents support the plan to reopen the library. The mayor said the money was gone.")
	require.Len(t, r.Quotes, 2)
	q := r.Quotes[0]
	assert.True(t, q.Attitude)
	assert.Equal(t, "support", q.Cue.Text)
	assert.Equal(t, "the plan to reopen the library", q.Content.Text)
	require.NotNil(t, q.Mention)
	assert.Equal(t, "Residents", q.Mention.Text)
	assert.False(t, r.Quotes[1].Attitude)
}
