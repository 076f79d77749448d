package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const userList = "# my list\n" +
	"group/militia\torg:wolves\tWolf Brigade\tWolves|al-Dhib Brigade\n" +
	"\n" +
	"city\t\tIslah\tal-Islah village\t34.25\t45.125\tIQ\n" +
	"person\tp:1\tQassem Soleimani\n" +
	"family\t\tJalawlai\n"

func TestNew(t *testing.T) {
	s, err := New(strings.NewReader(userList), "mine.tsv")
	require.NoError(t, err)
	wolves := s.Lookup("the wolves")
	assert.Empty(t, wolves, "only whole names")
	wolves = s.Lookup("AL-DHIB brigade")
	require.Len(t, wolves, 1)
	assert.Equal(t, Entry{ID: "org:wolves", Name: "Wolf Brigade", Class: Group, Subtype: "militia"}, wolves[0])
	islah := s.Lookup("Islah")[0]
	assert.Equal(t, "place:islah", islah.ID, "made from the name")
	assert.InDelta(t, 45.125, islah.Lon, 0.005)
	c, _, ok := s.Find(Start().Add("jalawlai"))
	assert.True(t, ok)
	assert.Equal(t, Family.Set(), c)
}

func TestMerge(t *testing.T) {
	mine, err := New(strings.NewReader(userList), "mine.tsv")
	require.NoError(t, err)
	both := Merge(mine, Default())
	assert.Equal(t, "place:islah", both.Lookup("Islah")[0].ID, "the user's own wins")
	assert.Equal(t, "country:IQ", both.Lookup("Iraq")[0].ID, "the rest is still there")
	c, _, _ := both.Find(Start().Add("islah"))
	assert.Equal(t, City.Set(), c, "its classes win too")
	_, more, ok := both.Find(Start().Add("wolf"))
	assert.True(t, more && ok, "longer names of any layer, classes of the first that has some")
	assert.Equal(t, 0, len(Merge(nil).Lookup("Iraq")))
}

func TestNewErrors(t *testing.T) {
	for _, row := range []struct{ list, want, reason string }{
		{"villain\t\tX\n", "list:1: unknown type \"villain\"", "type"},
		{"common\t\tX\n", "unknown type \"common\"", "a mark, not a type"},
		{"city\t\t \n", "list:1: empty name", "name"},
		{"# c\n\ncity\t\t'..'\n", "list:3: the name \"'..'\"", "nothing is left of the name"},
		{"city\t\tA\tB||C\n", "empty alias of A", "alias"},
		{"city\t\tA\tB\norg\t\tC\tb\n", "list:2: \"b\" is a name of C and, on line 1, of A", "overlap, folded"},
		{"city\tx\tA\ncity\tx\tB\n", "list:2: B: second entry with the ID x", "ID"},
		{"city\t\tA\xff\n", "list:1: invalid UTF-8", "encoding"},
		{"city\tA\n", "list:1: 2 fields", "too few fields"},
		{"city\t\tA\t\t1\t2\tIQ\tx\n", "list:1: 8 fields", "too many"},
		{"city\t\tA\t\t91\t2\n", "latitude \"91\"", "range"},
		{"city\t\tA\t\t1\t\n", "longitude \"\"", "one of two"},
		{"city\t\tA\t\tNaN\t1\n", "latitude \"NaN\"", "not a number"},
		{"city\t\tA\t\t1\t2\tIraq\n", "country \"Iraq\"", "code"},
		{"city\t\t" + strings.Repeat("A", 300) + "\n", "more than 255 bytes", "length"},
		{strings.Repeat("A", 2<<20), "list:1: line longer than", "line"},
	} {
		_, err := New(strings.NewReader(row.list), "list")
		assert.ErrorContains(t, err, row.want, row.reason)
	}
	_, err := New(strings.NewReader("\ufeffcity\t\tA\r\n"), "list")
	assert.NoError(t, err, "byte order mark and CRLF")
}

func FuzzNew(f *testing.F) {
	f.Add(userList)
	f.Fuzz(func(t *testing.T, list string) {
		s, err := New(strings.NewReader(list), "list")
		if err != nil {
			return
		}
		for e := range s.All {
			if len(s.Lookup(e.Name)) == 0 {
				t.Fatalf("%+v is not found", e)
			}
		}
	})
}
