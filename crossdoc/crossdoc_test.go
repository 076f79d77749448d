package crossdoc_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/crossdoc"
	"github.com/dateline-go/dateline/entities"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// labelled is an invented article and the events it tells.
type labelled struct {
	ID        string   `json:"id"`
	Outlet    string   `json:"outlet"`
	Published string   `json:"published"`
	Events    []string `json:"events"`
	Text      string   `json:"text"`
}

var analyzer = sync.OnceValue(func() *dateline.Analyzer {
	a, err := dateline.New()
	if err != nil {
		panic(err)
	}
	return a
})

func load(t testing.TB, name string) []labelled {
	file, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	var articles []labelled
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a labelled
		require.NoError(t, json.Unmarshal(lines.Bytes(), &a))
		articles = append(articles, a)
	}
	return articles
}

func reportsOf(t testing.TB, articles []labelled) []crossdoc.Report {
	var reports []crossdoc.Report
	for _, a := range articles {
		published, err := time.Parse(time.DateOnly, a.Published)
		require.NoError(t, err)
		reports = append(reports, crossdoc.Reports(crossdoc.Article{
			Outlet: a.Outlet, Published: published,
			Analysis: analyzer().AnalyzeArticle(dateline.Article{ID: a.ID, Text: a.Text, Published: published}),
		})...)
	}
	return reports
}

// pairs are the pairs of articles that share an event.
func goldPairs(articles []labelled) map[string]bool {
	pairs := map[string]bool{}
	for i, a := range articles {
		for _, b := range articles[i+1:] {
			for _, e := range a.Events {
				if slices.Contains(b.Events, e) {
					pairs[pair(a.ID, b.ID)] = true
				}
			}
		}
	}
	return pairs
}

func foundPairs(events []crossdoc.Event) map[string]bool {
	pairs := map[string]bool{}
	for _, e := range events {
		for i := range e.Reports {
			for k := range i {
				if a, b := e.Reports[k].Article, e.Reports[i].Article; a != b {
					pairs[pair(a, b)] = true
				}
			}
		}
	}
	return pairs
}

func pair(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return a + " " + b
}

// measure compares the pairs of articles that were joined with those that
// belong together.
func measure(t testing.TB, articles []labelled) (precision, recall float64) {
	gold, found := goldPairs(articles), foundPairs(crossdoc.Group(reportsOf(t, articles)))
	right := 0
	for p := range found {
		if gold[p] {
			right++
		} else {
			t.Log("joined wrongly:", p)
		}
	}
	for p := range gold {
		if !found[p] {
			t.Log("not joined:", p)
		}
	}
	return float64(right) / float64(len(found)), float64(right) / float64(len(gold))
}

// The articles of tuned.jsonl were read while the points were chosen. Those of
// heldout.jsonl were written after that: at first sight precision was 1 and
// recall .41; classes of error ("the Kenyan capital", named victims) were mended
// since. The floors leave room for changes of the analysis below.
func TestAccuracy(t *testing.T) {
	for _, row := range []struct {
		file              string
		precision, recall float64
		reason            string
	}{
		{"tuned.jsonl", .97, .85, "68 articles of nine outlets"},
		{"heldout.jsonl", .9, .6, "28 articles of four outlets"},
	} {
		precision, recall := measure(t, load(t, row.file))
		t.Logf("%s: precision %.3f, recall %.3f of pairs of articles", row.file, precision, recall)
		assert.GreaterOrEqual(t, precision, row.precision, row.reason)
		assert.GreaterOrEqual(t, recall, row.recall, row.reason)
	}
}

func everything(t testing.TB) []crossdoc.Report {
	return reportsOf(t, append(load(t, "tuned.jsonl"), load(t, "heldout.jsonl")...))
}

func asJSON(t testing.TB, v any) string {
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return string(b)
}

func TestOrderDoesNotMatter(t *testing.T) {
	reports := everything(t)
	want := asJSON(t, crossdoc.Group(reports))
	random := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		random.Shuffle(len(reports), func(i, k int) { reports[i], reports[k] = reports[k], reports[i] })
		require.Equal(t, want, asJSON(t, crossdoc.Group(reports)))
	}
}

func TestReportsSurviveJSON(t *testing.T) {
	reports := everything(t)
	var back []crossdoc.Report
	require.NoError(t, json.Unmarshal([]byte(asJSON(t, reports)), &back))
	require.Equal(t, asJSON(t, crossdoc.Group(reports)), asJSON(t, crossdoc.Group(back)))
}

// checkEvents holds what is promised of all events.
func checkEvents(t testing.TB, reports []crossdoc.Report, events []crossdoc.Event) {
	n, ids := 0, map[string]bool{}
	for _, e := range events {
		require.NotEmpty(t, e.Reports)
		require.False(t, ids[e.ID], "an ID is given once: %s", e.ID)
		ids[e.ID] = true
		require.True(t, slices.IsSorted(e.Outlets))
		for i, m := range e.Reports {
			n++
			if i == 0 {
				require.Equal(t, -1, m.With)
				continue
			}
			require.True(t, 0 <= m.With && m.With < i, "joined to an earlier report")
			require.True(t, m.Link.Same())
			require.NotEmpty(t, m.Link.Because)
			sum := 0
			for _, r := range m.Link.Because {
				sum += r.Points
			}
			require.Equal(t, m.Link.Score, sum, "the reasons explain the score")
			require.Equal(t, m.Link, crossdoc.Match(&e.Reports[m.With].Report, &m.Report))
			require.False(t, m.Published.Before(e.Reports[i-1].Published))
		}
		for _, f := range e.Figures {
			require.NotEmpty(t, f.Outlets)
			for _, o := range f.Outlets {
				require.True(t, 0 <= o.Report && o.Report < len(e.Reports))
				require.Equal(t, f.Outcome, o.Figure.Outcome)
				require.Equal(t, e.Reports[o.Report].Outlet, o.Outlet)
			}
		}
	}
	require.Equal(t, len(reports), n, "each report is in one event")
}

func TestEvents(t *testing.T) {
	reports := everything(t)
	checkEvents(t, reports, crossdoc.Group(reports))
	assert.Empty(t, crossdoc.Group(nil))
	assert.Empty(t, crossdoc.Reports(crossdoc.Article{}))
}

func TestWordsAreInTheText(t *testing.T) {
	text := map[string]string{}
	for _, a := range append(load(t, "tuned.jsonl"), load(t, "heldout.jsonl")...) {
		text[a.ID] = a.Text
	}
	for _, r := range everything(t) {
		for _, f := range r.Figures {
			require.Equal(t, f.Words.Text, text[r.Article][f.Words.Start:f.Words.End])
			require.NotEmpty(t, f.Words.Text)
		}
	}
}

func TestMatchIsSymmetric(t *testing.T) {
	reports := everything(t)[:60]
	for i := range reports {
		for k := range i {
			require.Equal(t, crossdoc.Match(&reports[i], &reports[k]), crossdoc.Match(&reports[k], &reports[i]))
		}
	}
}

func TestMatch(t *testing.T) {
	read := func(published, text string) crossdoc.Report {
		reports := reportsOf(t, []labelled{{ID: text, Outlet: "o", Published: published, Text: text}})
		require.NotEmpty(t, reports, text)
		return reports[0]
	}
	const day = "2024-03-12" // a Tuesday
	for _, row := range []struct {
		a, b   [2]string // when published, and the text
		same   bool
		reason string
	}{
		{
			[2]string{day, "A car bomb killed nine people at a market in Mosul on Tuesday."},
			[2]string{day, "Nine people died in Mosul on Tuesday when a car bomb went off, police said."},
			true, "place, day, cause and figure agree",
		},
		{
			[2]string{day, "A car bomb killed nine people at a market in Mosul on Tuesday."},
			[2]string{day, "A car bomb killed nine people at a market in Kirkuk on Tuesday."},
			false, "another city",
		},
		{
			[2]string{day, "A car bomb killed nine people at a market in Mosul on Tuesday."},
			[2]string{day, "A car bomb killed nine people at a market in Mosul on Saturday."},
			false, "another day",
		},
		{
			[2]string{day, "A car bomb killed nine people at a market in Mosul on Tuesday."},
			[2]string{day, "Gunmen killed two people at a mosque in Mosul on Tuesday."},
			false, "another cause, another site, other figures",
		},
		{
			[2]string{day, "A bomb killed four people at a market in Kabul on Tuesday."},
			[2]string{day, "A bomb killed four people at a mosque in Kabul on Tuesday."},
			false, "two sites in one city",
		},
		{
			[2]string{day, "A car bomb killed nine people in Mosul on Tuesday."},
			[2]string{"2024-03-14", "The death toll from Tuesday's car bombing in Mosul rose to 14 on Thursday."},
			true, "a toll that rises",
		},
		{
			[2]string{day, "A car bomb killed nine people in Mosul on Tuesday."},
			[2]string{"2024-04-20", "Nine people were killed in Mosul, police said."},
			false, "undated, published long after",
		},
		{
			[2]string{day, "Gunmen killed the journalist Karim Nadir in Cali on Tuesday."},
			[2]string{day, "Gunmen killed the lawyer Pedro Salas in Cali on Tuesday."},
			false, "other victims",
		},
		{
			[2]string{day, "An earthquake in Nepal killed at least 120 people on Tuesday."},
			[2]string{day, "At least 128 people were killed in Nepal on Tuesday by an earthquake."},
			true, "a country does not have two such earthquakes a day",
		},
	} {
		a, b := read(row.a[0], row.a[1]), read(row.b[0], row.b[1])
		link := crossdoc.Match(&a, &b)
		assert.Equal(t, row.same, link.Same(), "%s: %s", row.reason, asJSON(t, link))
	}
}

func TestKey(t *testing.T) {
	for _, row := range []struct {
		entity entities.Entity
		want   string
		sure   bool
		reason string
	}{
		{entities.Entity{ID: "country:IQ", Name: "Iraq", Type: entities.GPE}, "country:IQ", true, "listed"},
		{entities.Entity{ID: "org:islamic-state", Name: "Islamic State", Type: entities.Org}, "org:islamic-state", true, "listed, though the ID looks made up"},
		{entities.Entity{ID: "mine:7", Name: "Northern Watch", Type: entities.Org}, "mine:7", true, "from a list of the user's"},
		{entities.Entity{ID: "person:mohammed-khalaf", Name: "Mohammed Khalaf", Type: entities.Person}, "person:muhamad kalaf", false, "by name"},
		{entities.Entity{ID: "person:muhammad-khalaf-2", Name: "Muhammad Khalaf", Type: entities.Person}, "person:muhamad kalaf", false, "another romanisation, whatever its number in the article"},
		{entities.Entity{ID: "org:northern-watch", Name: "Northern Watch", Type: entities.Org}, "org:northern watch", false, "unknown organization"},
	} {
		assert.Equal(t, row.sure, crossdoc.Sure(&row.entity), row.reason)
		assert.Equal(t, row.want, crossdoc.Key(&row.entity), row.reason)
	}
	a, b := entities.Entity{ID: "person:a", Name: "Mohammed Khalaf", Type: entities.Person}, entities.Entity{ID: "person:b-2", Name: "Muhammad Khalaf", Type: entities.Person}
	assert.Equal(t, crossdoc.Key(&a), crossdoc.Key(&b), "two romanisations of a name")
}

func Example() {
	day := time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	var reports []crossdoc.Report
	for _, a := range []struct{ outlet, text string }{
		{"Meridian Wire", "A car bomb killed at least nine people at a market in Mosul on Tuesday, police said."},
		{"Harbour Gazette", "Eleven people died in Mosul on Tuesday when a parked car blew up, a doctor said on condition of anonymity."},
		{"Kestrel News", "Gunmen killed two soldiers at a checkpoint in Mosul on Tuesday."},
	} {
		analysis := analyzer().AnalyzeArticle(dateline.Article{ID: a.outlet, Text: a.text, Published: day})
		reports = append(reports, crossdoc.Reports(crossdoc.Article{Outlet: a.outlet, Published: day, Analysis: analysis})...)
	}
	for _, event := range crossdoc.Group(reports) {
		fmt.Println(event.Place.Name, event.When.From.Format(time.DateOnly), strings.Join(event.Causes, ", "))
		for _, figure := range event.Figures {
			for _, o := range figure.Outlets {
				fmt.Printf("  %s %s, %s (%s): %q\n", figure.Outcome, o.String(), o.Outlet, o.SourceKind, o.Words.Text)
			}
		}
	}
	// Output:
	// Mosul 2024-03-12 car bomb
	//   killed 11, Harbour Gazette (anonymous): "Eleven people died"
	//   killed 9+, Meridian Wire (organization): "killed at least nine people"
	// Mosul 2024-03-12 shooting
	//   killed 2, Kestrel News (none): "killed two soldiers"
}

// corpus makes n reports of invented incidents, two of three told by more than
// one outlet.
func corpus(t testing.TB, n int) []crossdoc.Report {
	base := everything(t)
	reports := make([]crossdoc.Report, n)
	for i := range reports {
		r := base[i%len(base)]
		shift := i / len(base) / 2 * 9 // days: the same events again, then later ones
		r.Number, r.Article = int64(i), fmt.Sprint(i)
		r.Published = r.Published.AddDate(0, 0, shift)
		if r.When != nil {
			when := *r.When
			when.From, when.To = when.From.AddDate(0, 0, shift), when.To.AddDate(0, 0, shift)
			r.When = &when
		}
		reports[i] = r
	}
	return reports
}

func BenchmarkGroup(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			reports := corpus(b, n)
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				crossdoc.Group(reports)
			}
		})
	}
}

func BenchmarkReports(b *testing.B) {
	analysis := analyzer().Analyze(load(b, "tuned.jsonl")[0].Text)
	b.SetBytes(int64(len(analysis.Text)))
	b.ReportAllocs()
	for b.Loop() {
		crossdoc.Reports(crossdoc.Article{Analysis: analysis})
	}
}

// FuzzGroup groups the reports of a text cut into articles at its blank lines.
func FuzzGroup(f *testing.F) {
	for _, a := range load(f, "tuned.jsonl")[:12] {
		f.Add(a.Text+"\n\n"+strings.ReplaceAll(a.Text, "nine", "11"), uint8(3))
	}
	f.Add("A bomb killed \xff people in Homs.\n\nTwo died in Homs", uint8(0))
	f.Fuzz(func(t *testing.T, text string, days uint8) {
		var reports []crossdoc.Report
		for i, article := range strings.Split(text, "\n\n") {
			if i > 40 {
				break
			}
			var published time.Time
			if days > 0 {
				published = time.Date(2024, 3, 12+i%int(days), 0, 0, 0, 0, time.UTC)
			}
			analysis := analyzer().AnalyzeArticle(dateline.Article{ID: fmt.Sprint(i), Text: article, Published: published})
			for _, r := range crossdoc.Reports(crossdoc.Article{Outlet: fmt.Sprint(i % 3), Published: published, Analysis: analysis}) {
				for _, f := range r.Figures {
					require.Equal(t, f.Words.Text, article[f.Words.Start:f.Words.End])
				}
				reports = append(reports, r)
			}
		}
		events := crossdoc.Group(reports)
		checkEvents(t, reports, events)
		slices.Reverse(reports)
		require.Equal(t, asJSON(t, events), asJSON(t, crossdoc.Group(reports)), "the order does not matter")
	})
}
