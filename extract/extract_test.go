package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dateline-go/dateline/internal/stress"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
)

// analyze reads a text that appeared on a day.
func analyze(s string, published time.Time) *Result {
	doc := tagger.Read(s)
	ents := entities.Default().Analyze(doc)
	return Default().Analyze(doc, ents, quotes.Default().Analyze(doc, ents), Context{Published: published})
}

// invented is an article of our own: nothing in it happened.
const invented = `Bomb kills six in Erbil market

ERBIL, Iraq - A car bomb exploded in a crowded market in Erbil on Sunday, killing six people and wounding at least 20 others, police said.

Among the dead were two children, a hospital official told reporters. Ahmed Karim, 42, a shopkeeper, was also killed.

In a separate attack on Friday, gunmen killed three policemen in Mosul, the Interior Ministry said.

Some 5,000 people have been killed in Iraq since the start of 2014.`

func TestArticle(t *testing.T) {
	res := analyze(invented, time.Date(2015, 6, 10, 0, 0, 0, 0, time.UTC)) // a Wednesday
	assert.Equal(t, "killed 6 -; killed 6 people; injured 20+ people; killed 2 children; killed 1 Ahmed Karim; killed 3 policemen; killed 5000 people",
		showClaims(res.Claims))
	c := res.Claims
	require.Len(t, c, 7)
	for i, want := range map[int]string{1: "2015-06-07", 2: "2015-06-07", 5: "2015-06-05"} {
		require.NotNil(t, c[i].When, "claim %d", i)
		assert.Equal(t, want, c[i].When.From.Format(time.DateOnly), "claim %d", i)
		assert.Equal(t, Day, c[i].When.Precision)
	}
	require.NotNil(t, c[1].Reporter)
	assert.Equal(t, "police", c[1].Reporter.Text)
	require.NotNil(t, c[1].Weapon)
	assert.Contains(t, c[1].Weapon.Text, "bomb")
	require.NotNil(t, c[5].Perpetrator)
	assert.Equal(t, "gunmen", c[5].Perpetrator.Text)
	assert.Equal(t, Police, c[5].Class)
	assert.Equal(t, Child, c[3].Class)
	require.Len(t, c[4].Names, 1)
	assert.Equal(t, Person{Name: c[4].Names[0].Name, Age: 42}, c[4].Names[0])
	assert.True(t, c[6].Cumulative, "a total since 2014")
	assert.Equal(t, -1, c[6].Incident, "totals belong to no incident")
	assert.Equal(t, c[1].Incident, c[2].Incident, "one bomb")
	assert.NotEqual(t, c[1].Incident, c[5].Incident, "another attack elsewhere")
	killed := res.Incidents[c[1].Incident].Figures[0]
	assert.Equal(t, Killed, killed.Outcome)
	require.NotNil(t, killed.Best)
}

func TestUpdateReplacesEarlierToll(t *testing.T) {
	res := Find("The ministry gave a toll of 41, updating an earlier toll of 36.")
	require.Len(t, res.Claims, 2)
	assert.Equal(t, 1, res.Claims[0].Replaces)
	assert.Equal(t, -1, res.Claims[1].Replaces)
	require.Len(t, res.Incidents, 1)
	assert.Equal(t, 41, *res.Incidents[0].Figures[0].Best, "the replaced figure is not the best")
}

func TestPartsAreLinked(t *testing.T) {
	res := Find("The attack killed 18 civilians, including ten children.")
	require.Len(t, res.Claims, 2)
	assert.Equal(t, 0, res.Claims[1].PartOf)
	require.Len(t, res.Incidents, 1)
	assert.Equal(t, 18, *res.Incidents[0].Figures[0].Best, "parts are not added to their whole")
}

func TestVictimsToldApartAreAdded(t *testing.T) {
	res := Find("Gunmen murdered six priests and two women on Thursday.")
	require.Len(t, res.Incidents, 1)
	assert.Equal(t, 8, *res.Incidents[0].Figures[0].Best)
}

// checkResult holds what must be true of every result.
func checkResult(t *testing.T, s string, res *Result) {
	t.Helper()
	spanOK := func(sp *span.Span) {
		if sp != nil {
			require.True(t, 0 <= sp.Start && sp.Start < sp.End && sp.End <= len(s))
			require.Equal(t, s[sp.Start:sp.End], sp.Text)
		}
	}
	at := 0
	for i := range res.Claims {
		c := &res.Claims[i]
		require.GreaterOrEqual(t, c.Count.Start, at, "claims stand in text order")
		at = c.Count.Start
		for _, sp := range []*span.Span{&c.Count, &c.Trigger, c.Victims, c.Perpetrator, c.Place, c.Time, c.Weapon, c.Reporter} {
			spanOK(sp)
		}
		for k := range c.Names {
			spanOK(&c.Names[k].Name)
		}
		require.True(t, c.Min != nil || c.Max != nil, "a claim has a number")
		if c.Min != nil && c.Max != nil {
			require.LessOrEqual(t, *c.Min, *c.Max)
		}
		for _, k := range []int{c.PartOf, c.Replaces} {
			require.True(t, -1 <= k && k < len(res.Claims) && k != i)
		}
		require.True(t, -1 <= c.Incident && c.Incident < len(res.Incidents))
		if c.When != nil {
			require.False(t, c.When.To.Before(c.When.From))
		}
	}
	for k, in := range res.Incidents {
		require.NotEmpty(t, in.Claims)
		for _, i := range in.Claims {
			require.Equal(t, k, res.Claims[i].Incident)
		}
		for _, f := range in.Figures {
			if f.Low != nil && f.High != nil {
				require.LessOrEqual(t, *f.Low, *f.High)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(invented)
	f.Add("9 Killed 14 Injured including two of them, four of whom (three dead and the number of wounded was 83 and toll of from 12 to")
	f.Add("killed killed and wounded or dead -- , , and among the dead were were no casualties without any lives lives lost of the of of")
	f.Add("took held hostage prisoner shot dead to death beaten bodies of the body of a the death of and murder of on Sunday of")
	for _, c := range strings.Split(clauseCases, "\n") {
		if text, _, ok := strings.Cut(c, " ->"); ok && len(c)%7 == 0 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		res := Find(s)
		checkResult(t, s, res)
		require.Equal(t, res, Find(s))
	})
}

func TestManyTriggersCostLinearTime(t *testing.T) {
	for _, s := range []string{"killed ", "dead and wounded, ", "six people, two of them ", "the death of ", "toll of 12 ", "lives of 3 and ", "including two men, ", "took two hostage and "} {
		const most = 1.5 // a quadratic reader would be at 10
		s = strings.Repeat(s, 8000)
		checkResult(t, s, Find(s))
		assert.LessOrEqual(t, stress.Overrun(s, most, func(s string) { Find(s) }), most, "%.20q", s)
	}
}

// A stretch of a sentence without end may end within a name or a number.
func TestStretchesCutNames(t *testing.T) {
	for lead := range 8 {
		s := strings.Repeat("and ", lead) + strings.Repeat("killed General John Carter Smith of the Second Army and 1 million two hundred men ", 60)
		checkResult(t, s, Find(s))
	}
}

// One sentence as long as a stretch, full of what the searches look for.
func TestCrowdedSentencesAreQuick(t *testing.T) {
	for _, s := range []string{
		"killed 3, wounded 4 and ", "two of them, 5 of whom, some of them, ", "a, the, 12, one, and and, ", "died, including two men, a boy and 3 of them ",
		"9 and not 12, not 13 and ", "denied that 3 were killed, denied that ", "the fate of 5 and the number of dead of ", "of the body of the death of the ",
	} {
		s = strings.Repeat(s, 320/len(strings.Fields(s))) + "."
		const most = 2.0 // a search of the sentence for each of its words would be at 10
		checkResult(t, s, Find(s))
		ratio := stress.Overrun(s, most, func(s string) { Find(s) })
		t.Logf("%.2f times its ten parts: %.24q", ratio, s)
		assert.LessOrEqual(t, ratio, most, "%.24q", s)
	}
}

func BenchmarkAnalyze(b *testing.B) {
	s := strings.Repeat(invented+"\n\n", 20)
	doc := tagger.Read(s)
	ents := entities.Default().Analyze(doc)
	said := quotes.Default().Analyze(doc, ents)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	words := 0
	for b.Loop() {
		Default().Analyze(doc, ents, said, Context{})
		words += len(doc.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}

func ExampleFind() {
	res := Find("At least 16 shoppers were killed and 40 hurt when a bomb exploded in Kirkuk on Monday, police said.")
	for _, c := range res.Claims {
		fmt.Printf("%s: %s of %s, %s, says %s\n", c.Outcome, c.Count.Text, c.Victims.Text, c.Place.Text, c.Reporter.Text)
	}
	// Output:
	// killed: At least 16 of shoppers, Kirkuk, says police
	// injured: 40 of shoppers, Kirkuk, says police
}
