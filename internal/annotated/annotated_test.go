package annotated

import (
	"bytes"
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const news = `Blast at Market Kills Nine in Homs

HOMS, Syria (March 3) — At least nine people were killed in Homs on Sunday, police said. “We saw 12 bodies,” a doctor said on condition of anonymity.

Sami Haddad, the mayor of Aleppo, said nobody was hurt there.`

func page(t testing.TB, a *dateline.Analysis) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Write(&b, a, 1))
	return b.String()
}

var (
	articleElement = regexp.MustCompile(`(?s)<article [^>]*>(.*?)</article>`)
	tag            = regexp.MustCompile(`<[^>]*>`)
)

// shown is the article's text in a page.
func shown(page string) string {
	return html.UnescapeString(tag.ReplaceAllString(articleElement.FindStringSubmatch(page)[1], ""))
}

func TestHeadline(t *testing.T) {
	for _, row := range []struct {
		text     string
		headline bool
		reason   string
	}{
		{news, true, "a first line of its own"},
		{"Police said two people died in Homs.", false, "one paragraph"},
		{"\nPolice said.\nMore.", false, "an empty first line"},
		{strings.Repeat("Police said two died. ", 20) + "\nMore.", false, "a first paragraph"},
		{"Homs\n", false, "nothing behind it"},
		{"", false, "no text"},
	} {
		got := page(t, dateline.Analyze(row.text))
		assert.Equal(t, row.headline, strings.Contains(got, "<h1>"), row.reason)
		assert.Equal(t, row.text, shown(got), row.reason)
	}
}

func TestFiguresHoldTheirIncidents(t *testing.T) {
	a := dateline.Analyze(news)
	require.NotEmpty(t, a.Claims)
	v := newView(a, 1)
	rows := 0
	for _, in := range v.Incidents {
		rows += len(in.Rows)
	}
	assert.Equal(t, len(a.Claims), rows, "each claim once")
	require.NotNil(t, v.Map)
	assert.NotNil(t, v.Map.Map)
}

func TestGeoJSON(t *testing.T) {
	a := dateline.Analyze(news)
	var got collection
	require.NoError(t, json.Unmarshal(GeoJSON(a), &got))
	require.Len(t, got.Features, 2)
	homs := got.Features[0]
	assert.Equal(t, "Homs", homs.Properties.Name)
	assert.InDelta(t, 36.7, homs.Geometry.Coordinates[0], .1, "longitude first")
	assert.InDelta(t, 34.7, homs.Geometry.Coordinates[1], .1)
	assert.NotEmpty(t, homs.Properties.Incidents)
	assert.JSONEq(t, `{"type":"FeatureCollection","features":[]}`, string(GeoJSON(dateline.Analyze(""))))
}

func TestPlacesWithoutPosition(t *testing.T) {
	a := &dateline.Analysis{Entities: []entities.Entity{{Name: "Vetropolye", Type: entities.GPE}}}
	got := page(t, a)
	assert.Contains(t, got, "Position not known")
	assert.NotContains(t, got, `class="world"`)
}

// FuzzWrite: whatever the text, the page shows it to the letter, and holds no
// markup but its own.
func FuzzWrite(f *testing.F) {
	f.Add(news)
	f.Add("</article><script>alert(1)</script> Ali Hadi said “<b>12 died</b>” in \"Homs'.")
	f.Add("\xff\x00\r\n\u202e{{.}} Police in Homs said two died.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5_000 {
			return
		}
		got := page(t, dateline.Analyze(text))
		want := strings.ReplaceAll(string([]rune(text)), "\x00", "\uFFFD")
		require.Equal(t, want, shown(got))
		require.Empty(t, runs(got))
	})
}
