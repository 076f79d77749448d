package lexicon

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOwnTables(t *testing.T) {
	builtin := BuiltinSpeech()
	own, err := builtin.WithReporting(strings.NewReader("\ufeff# mine\nspeech: intone say\nstance: forbid/forbade/forbidden\nnone: read\n"), "mine")
	require.NoError(t, err)
	v, ok := own.Reporting("intoned")
	require.True(t, ok)
	assert.Equal(t, ReportingVerb{Lemma: "intone", Class: Speech, Form: PastForm | ParticipleForm}, v)
	v, _ = own.Reporting("forbade")
	assert.Equal(t, "forbid", v.Lemma)
	_, ok = own.Reporting("read")
	assert.False(t, ok, "taken out")
	_, ok = builtin.Reporting("read")
	assert.True(t, ok, "the built-in table stays")
	_, ok = builtin.Reporting("intoned")
	assert.False(t, ok, "the built-in table stays")

	own, err = builtin.WithSources(strings.NewReader("role female: headwoman/headwomen\norganization: coastguard/-\n"), "mine")
	require.NoError(t, err)
	h, _ := own.Source("headwomen")
	assert.Equal(t, SourceHead{Singular: "headwoman", Class: RoleNoun, Plural: true, Female: true}, h)

	own, err = builtin.WithAnonymity(strings.NewReader("fear: whose (life|family) is? in danger ...\n"), "mine", []string{"fear"})
	require.NoError(t, err)
	require.NotEmpty(t, own.Anonymity("whose"))
	assert.True(t, own.Anonymity("whose")[0].Open)

	casualties := CasualtyTables()
	harm, err := casualties.With(strings.NewReader("abducted harm: capture\nkilled state: kia\ncivilian: boda-rider\nnone: toll\nattack: vbied\n"), "mine")
	require.NoError(t, err)
	assert.Equal(t, "abducted", harm.Harm["captured"].Verb.Outcome, "one's own reading first")
	assert.Equal(t, "detained", harm.Harm["captured"].Other.Outcome, "the built-in one second")
	assert.Equal(t, "killed", harm.Harm["kia"].State.Outcome)
	assert.Equal(t, Person{Class: "civilian", Plural: true}, harm.People["boda-riders"])
	assert.True(t, harm.Attack["vbied"])
	assert.NotContains(t, harm.Harm, "toll")
	assert.Equal(t, "detained", casualties.Harm["captured"].Verb.Outcome, "the built-in table stays")
	assert.Contains(t, casualties.Harm, "toll")
}

func TestOwnTablesRefuse(t *testing.T) {
	reporting := func(s string) error {
		_, err := BuiltinSpeech().WithReporting(strings.NewReader(s), "mine")
		return err
	}
	sources := func(s string) error { _, err := BuiltinSpeech().WithSources(strings.NewReader(s), "mine"); return err }
	phrases := func(s string) error {
		_, err := BuiltinSpeech().WithAnonymity(strings.NewReader(s), "mine", []string{"fear"})
		return err
	}
	harm := func(s string) error { _, err := CasualtyTables().With(strings.NewReader(s), "mine"); return err }
	for _, row := range []struct {
		read        func(string) error
		table, want string
	}{
		{reporting, "speech: say\nspeak: say", `mine:2: unknown class "speak"; want one of accuse`},
		{reporting, "speech", "mine:1: \"speech\" has no colon"},
		{reporting, "speech:", "mine:1: no word behind"},
		{reporting, "speech: Say", "mine:1: capitals"},
		{reporting, "speech: say/said", "mine:1: verb \"say/said\""},
		{reporting, "speech: \xff", "mine:1: invalid UTF-8"},
		{reporting, "speech: " + strings.Repeat("x", maxTableLine), "mine:1: line longer"},
		{sources, "role odd: king", `mine:1: unknown gender "odd"`},
		{sources, "role: -/-", "mine:1: noun"},
		{phrases, "boredom: being bored", `mine:1: unknown reason "boredom"`},
		{phrases, "fear: ...", "mine:1: \"...\" stands"},
		{phrases, "fear: maybe? afraid", "mine:1: the first word"},
		{phrases, "fear: (a|) b", "mine:1:"},
		{phrases, "fear: a * b * c * d * e", "mine:1: phrase of 9 words with 4"},
		{harm, "slain harm: slay", `mine:1: unknown class "slain harm"`},
		{harm, "killed: slay", "mine:1: \"killed\" alone"},
		{harm, "killed hit: slay", `mine:1: unknown frame or kind "hit"`},
		{harm, "killed tally: a/b/c", "mine:1: noun"},
	} {
		assert.ErrorContains(t, row.read(row.table), row.want, row.table[:min(len(row.table), 40)])
	}
	_, err := BuiltinSpeech().WithReporting(nil, "mine")
	assert.ErrorContains(t, err, "no table")
}

func FuzzOwnTables(f *testing.F) {
	f.Add("killed harm: slay*\nspeech: say/said/said\nfear: (a|b)? * c ...\nrole male: king/-\nnone: x")
	f.Fuzz(func(t *testing.T, table string) {
		// Whatever is read must neither panic now nor when it is used.
		if s, err := BuiltinSpeech().WithReporting(strings.NewReader(table), "f"); err == nil {
			s.Reporting("said")
		}
		_, _ = BuiltinSpeech().WithSources(strings.NewReader(table), "f")
		_, _ = CasualtyTables().With(strings.NewReader(table), "f")
		if s, err := BuiltinSpeech().WithAnonymity(strings.NewReader(table), "f", []string{"fear"}); err == nil {
			for _, patterns := range s.anonymity {
				for _, p := range patterns {
					p.Match(func(n int) string { return "a" })
				}
			}
		}
	})
}
