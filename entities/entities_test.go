package entities_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleFind() {
	r := entities.Find("The Islamic State claimed the attack in Mosul. Iraqi officials said ISIS fighters had fled.")
	for i := range r.Mentions {
		m := &r.Mentions[i]
		fmt.Println(m.Text, m.Type, "=", r.Of(m).Name)
	}
	// Output:
	// Islamic State ORG = Islamic State
	// Mosul GPE = Mosul
	// Iraqi NORP = Iraqi
	// ISIS ORG = Islamic State
}

// found lists the mentions as "text/TYPE".
func found(r *entities.Result) []string {
	list := []string{}
	for _, m := range r.Mentions {
		list = append(list, m.Text+"/"+string(m.Type))
	}
	return list
}

func TestFind(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   []string
		reason string
	}{
		{"President Vladimir Putin met the governor in Moscow.", []string{"Vladimir Putin/PERSON", "Moscow/GPE"}, "titles stay outside"},
		{"The Iraqi army entered Fallujah, a Reuters reporter said.", []string{"Iraqi army/ORG", "Fallujah/GPE", "Reuters/ORG"}, "an army is an organization with its adjective"},
		{"Iraqi forces closed the road.", []string{"Iraqi/NORP"}, "forces are none"},
		{"The army and the police closed the road.", []string{}, "generic forces have no name"},
		{"An attack in Baqubah, Iraq, killed two.", []string{"Baqubah/GPE", "Iraq/GPE"}, "a place and the place it lies in are two"},
		{"He took part in Operation Northern Star in 2004.", []string{"Operation Northern Star/EVENT"}, "operations are events"},
		{"A spokesman for the German foreign ministry declined to comment.", []string{"German foreign ministry/ORG"}, "a ministry with its adjective"},
		{"The anti-ISIS coalition struck Raqqa.", []string{"ISIS/ORG", "Raqqa/GPE"}, "prefixes stay outside"},
		{"Road closed\n\nHALVORSEN, Ohio (AP) — Snow closed the road on Friday, police said.", []string{"HALVORSEN/GPE", "Ohio/GPE", "AP/ORG"}, "the places of a dateline, even if they are named like people"},
		{"", []string{}, "nothing"},
		{"...", []string{}, "no word"},
	} {
		assert.Equal(t, row.want, found(entities.Find(row.text)), row.reason)
	}
}

func TestLinks(t *testing.T) {
	for _, row := range []struct {
		text   string
		a, b   string // two mentions' texts
		same   bool
		reason string
	}{
		{"Gen. Karim Nuri spoke in Baghdad. Nuri said the road was open.", "Karim Nuri", "Nuri", true, "the last name after the full one"},
		{"Peter Adams and Mary Adams left London. Peter Adams said nothing.", "Peter Adams", "Mary Adams", false, "two people of one last name"},
		{"Human Rights Watch said so. HRW called for an inquiry in Syria.", "Human Rights Watch", "HRW", true, "an abbreviation"},
		{"The U.S. said so. The United States sent ships to Iran.", "U.S.", "United States", true, "two names of a country"},
		{"Kurdish officials in Iraq agreed. The Kurds were divided.", "Kurdish", "Kurds", true, "adjective and noun of one people"},
		{"Iraq closed the border. Iraqi officials told Reuters.", "Iraq", "Iraqi", false, "a people is not its country"},
		{"The Kurdistan Workers' Party is banned. The Kurdistan Workers Party denied it in Ankara.", "Kurdistan Workers' Party", "Kurdistan Workers Party", true, "an apostrophe lost"},
		{"Shells hit Kyiv on Monday. Kiev was hit again on Friday.", "Kyiv", "Kiev", true, "two romanisations of a city"},
		{"Mohammed Deif was killed. Muhammad Deif led the Qassam Brigades.", "Mohammed Deif", "Muhammad Deif", true, "two romanisations of a man"},
		{"Lebanon's health ministry said so. The Lebanese health ministry said 12 died.", "health ministry", "Lebanese health ministry", true, "a ministry by country and by people"},
		{"The Ministry of Health in Nampula said so. Later the Health Ministry denied it.", "Ministry of Health", "Health Ministry", true, "two orders of a ministry's name"},
		{"Israel's foreign ministry said so. The Iranian foreign ministry denied it.", "foreign ministry", "Iranian foreign ministry", false, "ministries of two countries"},
		{"Tropical Cyclone Anita made landfall. Cyclone Anita killed nine, police said.", "Tropical Cyclone Anita", "Cyclone Anita", true, "a storm by its name"},
		{"Daesh held the town near Mosul. Islamic State fighters fled Mosul.", "Daesh", "Islamic State", true, "two names of one group"},
	} {
		r := entities.Find(row.text)
		entity := func(text string) int {
			for _, m := range r.Mentions {
				if m.Text == text {
					return m.Entity
				}
			}
			t.Errorf("%s: %q not found among %v", row.reason, text, found(r))
			return -1
		}
		assert.Equal(t, row.same, entity(row.a) == entity(row.b), row.reason)
	}
}

func TestDescription(t *testing.T) {
	r := entities.Find("Brig. Gen. Karim Nuri, the commander of the northern brigade, spoke in Baghdad. Ms. Anna Berger said she had left.")
	var nuri, berger *entities.Mention
	for i := range r.Mentions {
		switch m := &r.Mentions[i]; m.Text {
		case "Karim Nuri":
			nuri = m
		case "Anna Berger":
			berger = m
		}
	}
	require.NotNil(t, nuri, "%v", found(r))
	require.NotNil(t, berger, "%v", found(r))
	require.NotNil(t, nuri.Title)
	assert.Equal(t, "Brig. Gen.", nuri.Title.Text)
	require.NotNil(t, nuri.Role)
	assert.Equal(t, "the commander of the northern brigade", nuri.Role.Text)
	assert.Equal(t, entities.Female, r.Of(berger).Gender)
	iraq := entities.Find("He flew to Iraq.")
	require.Len(t, iraq.Entities, 1)
	assert.Equal(t, "country:IQ", iraq.Entities[0].ID)
	assert.Equal(t, "IQ", iraq.Entities[0].Country)
	mosul := entities.Find("He flew to Mosul.")
	require.Len(t, mosul.Entities, 1)
	require.NotNil(t, mosul.Entities[0].Point)
	assert.InDelta(t, 36.3, mosul.Entities[0].Point.Lat, 0.5)
	assert.InDelta(t, 43.1, mosul.Entities[0].Point.Lon, 0.5)
}

func TestWithGazetteer(t *testing.T) {
	list := "group/militia\tmy:tigers\tHill Tigers\tTigers of the Hills|HT\ncity\t\tObanville\t\t1.5\t2.5\tXK\n"
	r, err := entities.New(entities.WithGazetteer(strings.NewReader(list), "mine.tsv"))
	require.NoError(t, err)
	result := r.Analyze(tagger.Read("The Tigers of the Hills left obanville."))
	require.Equal(t, []string{"Tigers of the Hills/ORG", "obanville/GPE"}, found(result), "listed names are found as listed, also in small letters")
	assert.Equal(t, "my:tigers", result.Entities[0].ID)
	assert.Equal(t, "Hill Tigers", result.Entities[0].Name)
	assert.Equal(t, &entities.Point{Lat: 1.5, Lon: 2.5}, roundPoint(result.Entities[1].Point))
	for _, row := range []struct{ list, want, reason string }{
		{"spaceship\t\tEnterprise\n", "mine.tsv:1: unknown type", "line and reason"},
		{"city\t\tA\n\ncity\t\t\n", "mine.tsv:3: empty name", "empty names"},
		{"city\tx:1\tA\ncity\tx:2\tA\n", "mine.tsv:2", "one name of two things"},
		{"city\t\tA\t\t91\t0\n", "mine.tsv:1: latitude", "off the globe"},
		{"city\n", "mine.tsv:1", "fields are missing"},
	} {
		_, err := entities.New(entities.WithGazetteer(strings.NewReader(row.list), "mine.tsv"))
		assert.ErrorContains(t, err, row.want, row.reason)
	}
	_, err = entities.New(entities.WithGazetteer(nil, "mine.tsv"))
	assert.ErrorContains(t, err, "pass the list", "nil")
}

// capitals finds every capitalised word, and some nonsense.
type capitals struct{}

func (capitals) FindNames(doc *text.Document) []entities.Name {
	list := []entities.Name{{First: -1, Last: 2, Type: entities.Org}}
	for i := range doc.Tokens {
		if doc.Tokens[i].Is(text.Capital) {
			list = append(list, entities.Name{First: i, Last: i + 1, Type: entities.Person}, entities.Name{First: i, Last: i + 1, Type: "TITLE"})
		}
	}
	return append(list, entities.Name{First: 0, Last: 1 << 20, Type: entities.GPE})
}

func TestWithFinder(t *testing.T) {
	r, err := entities.New(entities.WithFinder(capitals{}))
	require.NoError(t, err)
	assert.Equal(t, []string{"Then/PERSON", "Nuri/PERSON", "Nuri/PERSON"}, found(r.Analyze(text.Read("Then Nuri left. yes Nuri did."))), "only what is fit")
	_, err = entities.New(entities.WithFinder(nil))
	assert.ErrorContains(t, err, "pass a finder")
}

// roundPoint rounds to what gazetteers keep.
func roundPoint(p *entities.Point) *entities.Point {
	if p == nil {
		return nil
	}
	return &entities.Point{Lat: math.Round(p.Lat*20) / 20, Lon: math.Round(p.Lon*20) / 20}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{article, "", "A", strings.ToUpper(article), strings.ToLower(article), "IS IS IS (IS) 's 's", "\xff\xfe Mr. \x00", "Operation: : : A", strings.Repeat("Ali Hassan, ", 50), "Popular Front PF (PF) (PF)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := entities.Find(s)
		last := 0
		for i, m := range r.Mentions {
			require.Equal(t, s[m.Start:m.End], m.Text, "the span is what it says")
			require.NotEmpty(t, m.Text)
			require.GreaterOrEqual(t, m.Start, last, "in order, without overlap")
			last = m.End
			require.Less(t, m.First, m.Last)
			require.Contains(t, r.Entities[m.Entity].Mentions, i)
			require.Equal(t, i, r.AtToken(m.First))
		}
		first := -1
		for _, e := range r.Entities {
			require.NotEmpty(t, e.Mentions)
			require.Greater(t, e.Mentions[0], first, "entities in the order of their first mention")
			first = e.Mentions[0]
			require.NotEmpty(t, e.Name)
			require.NotEmpty(t, e.ID)
		}
		require.Equal(t, r, entities.Find(s), "the same text gives the same result")
	})
}

// TestAccuracy holds what the recognizer reaches on the annotated articles.
func TestAccuracy(t *testing.T) {
	file, err := os.Open("../../shared/gold/dev.jsonl")
	if err != nil {
		t.Skip("no annotated articles beside the repository: ", err)
	}
	defer file.Close()
	gold, pred, right := 0, 0, 0
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct {
			Text     string
			Entities []struct {
				Start, End int
				Type       entities.Type
			}
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &a))
		type key struct {
			text  string
			start int
			kind  entities.Type
		}
		want := map[key]bool{}
		runes := []rune(a.Text)
		for _, e := range a.Entities {
			want[key{string(runes[e.Start:e.End]), len(string(runes[:e.Start])), e.Type}] = true
		}
		for _, m := range entities.Find(a.Text).Mentions {
			pred++
			if want[key{m.Text, m.Start, m.Type}] {
				right++
			}
		}
		gold += len(want)
	}
	f1 := 2 * float64(right) / float64(gold+pred)
	t.Logf("span and type F1 %.3f", f1)
	assert.Greater(t, f1, 0.86)
}
