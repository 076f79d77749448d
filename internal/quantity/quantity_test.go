package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/text"
)

// find reads all sentences of a text.
func find(s string) ([]Quantity, *text.Document) {
	doc := text.Read(s)
	var qs []Quantity
	for _, s := range doc.Sentences {
		qs = Find(qs, doc.Tokens, s.First, s.Last)
	}
	return qs, doc
}

// show writes a quantity as "words=min..max", with ~ for approximate, ? for
// vague and the kind of what counts nothing.
func show(q Quantity, doc *text.Document) string {
	end := func(n int) string {
		if n == Open {
			return ""
		}
		return fmt.Sprint(n)
	}
	s := doc.Span(q.First, q.Last).Text + "=" + end(q.Min) + ".." + end(q.Max)
	if q.Approximate {
		s += "~"
	}
	if q.Vague {
		s += "?"
	}
	if q.Kind != Count {
		s += "!"
	}
	return s
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"10 people died", "10=10..10", "digits"},
		{"Ten people died", "Ten=10..10", "a number word"},
		{"1,200 people died", "1,200=1200..1200", "thousands separator"},
		{"2,352 DEAD", "2,352=2352..2352", "capitals"},
		{"470000 people died", "470000=470000..470000", "no separator"},
		{"1.9 million injured", "1.9 million=1900000..1900000", "decimal with a scale"},
		{"thirteen thousand people", "thirteen thousand=13000..13000", "scaled word"},
		{"TWENTY-SIX PEOPLE", "TWENTY-SIX=26..26", "hyphenated"},
		{"twenty six people", "twenty six=26..26", "hyphen lost"},
		{"two hundred and six people", "two hundred and six=206..206", "hundred and"},
		{"one million two hundred thousand people", "one million two hundred thousand=1200000..1200000", "two scales"},
		{"at least 12 people", "at least 12=12..", "lower bound"},
		{"no fewer than 12 people", "no fewer than 12=12..", "lower bound in three words"},
		{"more than 50 people", "more than 50=51..", "strict lower bound"},
		{"over 140 wounded", "over 140=141..", "over"},
		{"nearly 40 people", "nearly 40=..39", "strict upper bound"},
		{"fewer than 40 people", "fewer than 40=..39", "fewer than"},
		{"up to 30 people", "up to 30=..30", "upper bound"},
		{"as many as 200 people", "as many as 200=..200", "as many as"},
		{"about 40 people", "about 40=40..40~", "approximate"},
		{"some 300 people", "some 300=300..300~", "some before a number"},
		{"an estimated 827 troops", "an estimated 827=827..827~", "estimated"},
		{"between 229 and 425 civilians", "between 229 and 425=229..425", "between"},
		{"10 to 12 people", "10 to 12=10..12", "to"},
		{"10-12 people", "10-12=10..12", "hyphen range"},
		{"two or three men", "two or three=2..3", "or"},
		{"two to three thousand people", "two to three thousand=2000..3000", "the scale holds for both ends"},
		{"50 or more people", "50 or more=50..", "or more"},
		{"dozens of people", "dozens=24..?", "dozens"},
		{"Hundreds, if not thousands, of people", "Hundreds, if not thousands,=200..?", "a second thought opens the upper end"},
		{"ten, if not twelve, men", "ten, if not twelve,=10..12", "a second thought is the upper end"},
		{"many, if any", "many=2..?", "if any is no second thought"},
		{"12 out of 40 passengers", "12 out of 40=12..12", "so many out of so many"},
		{"eight out of ten dentists", "eight out of ten=8..8!", "a share"},
		{"As a result numbers of rebels died", "numbers of=2..?", "numbers of"},
		{"On 3 May 40 settlers left", "3=3..3!|40=40..40", "no month has 40 days"},
		{"tens of victims", "tens=20..?", "tens"},
		{"scores of people", "scores=40..?", "scores"},
		{"hundreds of people", "hundreds=200..?", "hundreds"},
		{"thousands fled", "thousands=2000..?", "thousands"},
		{"hundreds of thousands of settlers", "hundreds of thousands=200000..?", "a vague number that is scaled"},
		{"tens of thousands fled", "tens of thousands=20000..?", "tens of thousands"},
		{"a dozen people", "a dozen=12..12", "a dozen"},
		{"half a dozen people", "half a dozen=6..6", "half a dozen"},
		{"two dozen people", "two dozen=24..24", "two dozen"},
		{"more than a dozen men", "more than a dozen=13..", "bound and dozen"},
		{"several dozen people", "several dozen=24..?", "several dozen"},
		{"a hundred people", "a hundred=100..100", "a hundred"},
		{"over a quarter of a million settlers", "over a quarter of a million=250001..", "a fraction of a million"},
		{"half a million people", "half a million=500000..500000", "half a million"},
		{"a couple of men", "a couple of=2..2", "a couple"},
		{"several people", "several=2..?", "several"},
		{"many people", "many=2..?", "many"},
		{"a few people", "a few=2..?", "a few"},
		{"a number of people", "a number of=2..?", "a number of"},
		{"an undetermined number of dead", "an undetermined number of=2..?", "unknown number"},
		{"a large number of people", "a large number of=2..?", "large number"},
		{"Most were executed", "Most=2..?", "most as a pronoun"},
		{"some of them fled", "some=2..?", "some as a pronoun"},
		{"some men fled", "", "some before a noun is no quantity"},
		{"no casualties", "no=0..0", "none"},
		{"No one was hurt", "No one=0..0", "no one"},
		{"nobody was hurt", "nobody=0..0", "nobody"},
		{"200+ dead", "200+=200..", "plus sign"},
		{"a 42-year-old man", "42-year-old=42..42!", "age in one word"},
		{"he is 42 years old", "42=42..42!", "age in words"},
		{"a man aged 42", "42=42..42!", "aged"},
		{"on 23 SEPTEMBER 28 BODIES were found", "23=23..23!|28=28..28", "date beside a count"},
		{"in 2017 he left", "2017=2017..2017!", "a year"},
		{"February 28, 2021", "28=28..28!|2021=2021..2021!", "a date"},
		{"AT 0500, THE POLICE came", "0500=500..500!", "clock time"},
		{"at 6:30 a.m.", "6:30=6..6!", "clock time with a colon"},
		{"40 km south of here", "40=40..40!", "distance"},
		{"a 9-mm pistol", "9-mm=9..9!", "calibre"},
		{"$5 million", "5 million=5000000..5000000!", "money"},
		{"60 percent of the city", "60=60..60!", "share"},
		{"three weeks ago", "three=3..3!", "stretch of time"},
		{"the past few hours", "few=2..?!", "vague stretch of time"},
		{"the 6th Infantry Brigade", "6th=6..6!", "name of a unit"},
		{"a 17-man patrol", "17-man=17..17!", "size in a compound"},
		{"Resolution 1701 was adopted", "1701=1701..1701!", "label"},
		{"No. 4 troops", "4=4..4!", "label with number sign"},
		{"three times", "three=3..3!", "times"},
		{"nothing to see here", "", "no quantity"},
	} {
		qs, doc := find(c.text)
		var got []string
		for _, q := range qs {
			got = append(got, show(q, doc))
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), "%s: %s", c.text, c.reason)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("At least 12 to 15 thousand people, 3.5 million dollars, two hundred and a half")
	f.Add("a a a half of a quarter of a million million billion billion 99999999999999999999")
	f.Add("one hundred thousand million billion hundred dozen 1,234,567 12:30 1/2/3 4-5-6")
	f.Fuzz(func(t *testing.T, s string) {
		qs, doc := find(s)
		end := 0
		for _, q := range qs {
			require.GreaterOrEqual(t, q.First, end)
			require.Less(t, q.First, q.Last)
			require.LessOrEqual(t, q.Last, len(doc.Tokens))
			require.GreaterOrEqual(t, q.Number, q.First)
			require.Less(t, q.Number, q.Last)
			require.GreaterOrEqual(t, q.Min, Open)
			require.GreaterOrEqual(t, q.Max, Open)
			if q.Min != Open && q.Max != Open {
				require.LessOrEqual(t, q.Min, q.Max)
			}
			end = q.Last
		}
		again, _ := find(s)
		require.Equal(t, qs, again)
	})
}

func BenchmarkFind(b *testing.B) {
	doc := text.Read(strings.Repeat("At least 12 people, among them two children, were killed on 5 May in a raid 40 km north of the city. ", 200))
	var qs []Quantity
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		qs = qs[:0]
		for _, s := range doc.Sentences {
			qs = Find(qs, doc.Tokens, s.First, s.Last)
		}
	}
}

func ExampleFind() {
	doc := text.Read("More than 50 people died and dozens were hurt.")
	for _, q := range Find(nil, doc.Tokens, 0, len(doc.Tokens)) {
		fmt.Println(doc.Span(q.First, q.Last).Text, q.Min, q.Max)
	}
	// Output:
	// More than 50 51 -1
	// dozens 24 -1
}
