package dateline_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/internal/cputime"
	"github.com/dateline-go/dateline/prosetext"
	"github.com/dateline-go/dateline/quotes"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sampleArticle(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile("examples/analyze/sample.txt")
	require.NoError(t, err)
	return string(text)
}

// TestGolden shows in a diff what a change does to a whole article. Run
// go test -run Golden . -update to accept it.
func TestGolden(t *testing.T) {
	const golden = "testdata/sample.golden.json"
	a := dateline.Analyze(sampleArticle(t))
	got, err := json.MarshalIndent(a, "", " ")
	require.NoError(t, err)
	got = append(got, '\n')
	if *update {
		require.NoError(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if before, after := change(string(want), string(got)); before != after {
		t.Errorf("the analysis changed; go test -run Golden . -update accepts it\nbefore:\n%s\nafter:\n%s", before, after)
	}
}

// change is the lines that differ between two texts, from the first to the
// last, as far as people read on.
func change(a, b string) (before, after string) {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	const most = 40
	return strings.Join(x[:min(len(x), most)], "\n"), strings.Join(y[:min(len(y), most)], "\n")
}

// odd is input that nobody should send and somebody will.
func odd(t testing.TB) map[string]string {
	sample := sampleArticle(t)
	return map[string]string{
		"empty":             "",
		"blanks":            " \t\r\n\u00a0\u2003\n\n",
		"one letter":        "a",
		"a mark":            "”",
		"invalid UTF-8":     strings.ReplaceAll(sample, "e", "\xff"),
		"cut characters":    strings.ReplaceAll(sample, "”", "\xe2\x80"),
		"NULs":              strings.ReplaceAll(sample, " ", "\x00"),
		"byte order mark":   "\ufeff" + sample,
		"CRLF":              strings.ReplaceAll(sample, "\n", "\r\n"),
		"CR":                strings.ReplaceAll(sample, "\n", "\r"),
		"no line break":     strings.ReplaceAll(sample, "\n", " "),
		"a line a word":     strings.ReplaceAll(sample, " ", "\n"),
		"capitals":          strings.ToUpper(sample),
		"lower case":        strings.ToLower(sample),
		"no punctuation":    strings.NewReplacer(",", "", ".", "", "“", "", "”", "", "'", "").Replace(sample),
		"emoji":             strings.ReplaceAll(sample, " ", " 👩‍🔬🇸🇴 "),
		"right to left":     "قال مصدر أمني \u202e“قتل 10 أشخاص” في ديالى، said Ra'ad. " + sample,
		"combining marks":   strings.ReplaceAll(sample, "a", "a\u0301"),
		"zero width":        strings.ReplaceAll(sample, "l", "l\u200b"),
		"no space":          strings.Repeat("Killed12“", 120_000),
		"one word":          strings.Repeat("a", 1<<20),
		"digits":            strings.Repeat("9", 1<<18),
		"open quotes":       strings.Repeat("“", 10_000),
		"straight quotes":   strings.Repeat(`"`, 10_000),
		"quoted words":      strings.Repeat(`"he said" `, 5_000),
		"apostrophes":       strings.Repeat("'s ", 10_000),
		"brackets":          strings.Repeat("(", 20_000) + strings.Repeat("[)", 20_000),
		"capitalised words": strings.Repeat("Al Hadi Bin ", 20_000),
		"numbers":           strings.Repeat("12 killed, 3 injured and ", 5_000),
		"said":              strings.Repeat("police said that ", 5_000),
		"full stops":        strings.Repeat(". ", 50_000),
		"line breaks":       strings.Repeat("\n", 100_000),
		"hyphens":           strings.Repeat("a-", 50_000),
		"commas":            strings.Repeat("Homs, ", 20_000),
	}
}

func TestOddInput(t *testing.T) {
	for name, text := range odd(t) {
		if testing.Short() || cputime.Raced {
			text = text[:min(len(text), 20_000)]
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkAnalysis(t, text, dateline.Analyze(text))
		})
	}
}

// checkAnalysis holds an analysis to everything that is promised of it.
func checkAnalysis(t *testing.T, text string, a *dateline.Analysis) {
	t.Helper()
	require.Equal(t, dateline.Schema, a.Schema)
	require.Equal(t, text, a.Text)
	eachSpan(reflect.ValueOf(a).Elem(), "", func(path string, s span.Span) {
		if s == (span.Span{}) {
			return
		}
		if s.Start < 0 || s.Start > s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
			t.Fatalf("%s: %+v is not in the text", path, s)
		}
	})
	checkOrder(t, a)
	checkIndices(t, a)
	checkUnits(t, a)
}

// eachSpan visits every span that v holds, with the path to it.
func eachSpan(v reflect.Value, path string, visit func(path string, s span.Span)) {
	switch v.Kind() {
	case reflect.Struct:
		if s, ok := v.Interface().(span.Span); ok {
			visit(path, s)
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				eachSpan(v.Field(i), path+"."+f.Name, visit)
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			eachSpan(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachSpan(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	}
}

func checkOrder(t *testing.T, a *dateline.Analysis) {
	t.Helper()
	for i := range a.Mentions {
		require.False(t, a.Mentions[i].IsZero(), "mention %d is empty", i)
		if i > 0 {
			require.GreaterOrEqual(t, a.Mentions[i].Start, a.Mentions[i-1].End, "mentions are in order and flat")
		}
	}
	for i := range a.Quotes {
		require.False(t, a.Quotes[i].Content.IsZero(), "quote %d is empty", i)
		if i > 0 {
			require.LessOrEqual(t, span.Compare(a.Quotes[i-1].Content, a.Quotes[i].Content), 0, "quotes are in order")
		}
	}
	for i := range a.Claims {
		require.False(t, a.Claims[i].Count.IsZero(), "claim %d has no words", i)
		if i > 0 {
			require.LessOrEqual(t, a.Claims[i-1].Count.Start, a.Claims[i].Count.Start, "claims are in order")
		}
	}
	for i := 1; i < len(a.Entities); i++ {
		require.Less(t, a.Entities[i-1].Mentions[0], a.Entities[i].Mentions[0], "entities are in the order of their first mention")
	}
}

func checkIndices(t *testing.T, a *dateline.Analysis) {
	t.Helper()
	within := func(i, n int, what string) {
		require.True(t, -1 <= i && i < n, "%s %d of %d", what, i, n)
	}
	listed := 0
	for i, e := range a.Entities {
		require.NotEmpty(t, e.ID)
		require.NotEmpty(t, e.Name)
		listed += len(e.Mentions)
		for _, m := range e.Mentions {
			require.Equal(t, i, a.Mentions[m].Entity, "an entity lists its own mentions")
		}
	}
	require.Len(t, a.Mentions, listed, "and every mention is listed")
	voiced, heard := 0, 0
	for _, q := range a.Quotes {
		within(q.Source, len(a.Sources), "source")
		if q.Source >= 0 {
			voiced++
		}
		for _, p := range q.Pieces {
			require.True(t, q.Content.Contains(p), "a piece lies in the content")
		}
	}
	for i, s := range a.Sources {
		within(s.Entity, len(a.Entities), "entity")
		require.NotEmpty(t, s.Quotes, "source %d speaks", i)
		heard += len(s.Quotes)
		for _, q := range s.Quotes {
			require.Equal(t, i, a.Quotes[q].Source, "a source lists its own quotes")
		}
	}
	require.Equal(t, voiced, heard, "and every quote is listed")
	for i, c := range a.Claims {
		within(c.PartOf, len(a.Claims), "part of")
		within(c.Replaces, len(a.Claims), "replaces")
		within(c.PlaceEntity, len(a.Entities), "place")
		within(c.PerpetratorEntity, len(a.Entities), "perpetrator")
		within(c.Source, len(a.Sources), "source")
		within(c.Incident, len(a.Incidents), "incident")
		require.NotEqual(t, i, c.PartOf, "no claim is its own part")
		if c.Min != nil && c.Max != nil {
			require.LessOrEqual(t, *c.Min, *c.Max)
		}
	}
	for _, in := range a.Incidents {
		within(in.Place, len(a.Entities), "place")
		within(in.Perpetrator, len(a.Entities), "perpetrator")
		for _, c := range in.Claims {
			require.True(t, 0 <= c && c < len(a.Claims))
		}
		for _, f := range in.Figures {
			require.NotEmpty(t, f.Claims, "a figure rests on claims")
			for _, c := range f.Claims {
				require.True(t, 0 <= c && c < len(a.Claims))
			}
		}
	}
}

// checkUnits reads the JSON of each unit back the way a program in that unit
// would cut the text.
func checkUnits(t *testing.T, a *dateline.Analysis) {
	t.Helper()
	valid := strings.ToValidUTF8(a.Text, "") == a.Text
	for _, unit := range []span.Unit{span.Byte, span.Rune, span.UTF16} {
		if unit == span.Byte && !valid {
			continue // JSON changes the bytes, as documented
		}
		data, err := json.Marshal(a.In(unit))
		require.NoError(t, err)
		var back dateline.Analysis
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, unit, back.Offsets)
		runes, wide := []rune(back.Text), utf16.Encode([]rune(back.Text))
		eachSpan(reflect.ValueOf(&back).Elem(), "", func(path string, s span.Span) {
			cut := s.Text
			switch unit {
			case span.Byte:
				cut = back.Text[s.Start:s.End]
			case span.Rune:
				cut = string(runes[s.Start:s.End])
			case span.UTF16:
				cut = string(utf16.Decode(wide[s.Start:s.End]))
			}
			if cut != s.Text {
				t.Fatalf("%s in %s: %+v is %q", path, unit, s, cut)
			}
		})
		require.Same(t, a, a.In(unit).In(span.Byte), "and back again")
	}
}

// TestInLeavesNoSpanOut fills an analysis with a span wherever its types have
// room for one: a field added later is converted too.
func TestInLeavesNoSpanOut(t *testing.T) {
	const text = "é🇮🇶 Homs"
	a := &dateline.Analysis{Text: text}
	fill(reflect.ValueOf(a).Elem(), span.Of(text, len("é🇮🇶 "), len(text)))
	a.Text, a.Offsets = text, span.Byte
	n := 0
	eachSpan(reflect.ValueOf(a.In(span.UTF16)).Elem(), "", func(path string, s span.Span) {
		n++
		assert.Equal(t, span.Span{Start: 6, End: 10, Text: "Homs"}, s, path)
	})
	assert.Greater(t, n, 15)
	eachSpan(reflect.ValueOf(a).Elem(), "", func(path string, s span.Span) {
		assert.Equal(t, span.Of(text, len("é🇮🇶 "), len(text)), s, "%s of the receiver is not changed", path)
	})
}

func fill(v reflect.Value, s span.Span) {
	switch v.Kind() {
	case reflect.Struct:
		if _, ok := v.Interface().(span.Span); ok {
			v.Set(reflect.ValueOf(s))
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i), s)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), s)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), s)
		}
	}
}

func TestSameTextSameAnalysis(t *testing.T) {
	text := sampleArticle(t)
	want, err := json.Marshal(dateline.Analyze(text))
	require.NoError(t, err)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for range 4 {
				dateline.Analyze(strings.Repeat("Somebody else was killed in Aden, police said. ", i*3))
				got, err := json.Marshal(dateline.Analyze(text))
				assert.NoError(t, err)
				assert.Equal(t, string(want), string(got))
			}
		})
	}
	group.Wait()
}

func TestNoListIsNull(t *testing.T) {
	for _, text := range []string{"", "Nothing happened.", sampleArticle(t)} {
		data, err := json.Marshal(dateline.Analyze(text))
		require.NoError(t, err)
		var fields map[string]any
		require.NoError(t, json.Unmarshal(data, &fields))
		for _, list := range []string{"mentions", "entities", "quotes", "sources", "claims", "incidents"} {
			assert.IsType(t, []any{}, fields[list], list)
		}
	}
}

// TestJSONIsDocumented compares the description of the JSON form with the types.
func TestJSONIsDocumented(t *testing.T) {
	description, err := os.ReadFile("docs/json.md")
	require.NoError(t, err)
	assert.Contains(t, string(description), dateline.Schema)
	sections := map[string]string{}
	for part := range strings.SplitSeq(string(description), "\n## ") {
		title, body, _ := strings.Cut(part, "\n")
		sections[title] = body
	}
	seen := map[reflect.Type]bool{}
	var check func(reflect.Type)
	check = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] || typ == reflect.TypeFor[time.Time]() {
			return
		}
		seen[typ] = true
		section, ok := sections[typ.Name()]
		assert.True(t, ok, "docs/json.md has no section on %s", typ.Name())
		for i := range typ.NumField() {
			f := typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			switch {
			case !f.IsExported() || name == "-":
				continue
			case f.Anonymous:
				assert.Contains(t, section, "The fields of "+f.Type.Name(), typ.Name())
			default:
				assert.NotEmpty(t, name, "%s.%s has no JSON name", typ.Name(), f.Name)
				assert.Contains(t, section, "\n| `"+name+"` |", "docs/json.md does not say what %s.%s is", typ.Name(), f.Name)
			}
			check(f.Type)
		}
	}
	check(reflect.TypeFor[dateline.Analysis]())
	check(reflect.TypeFor[dateline.Sourcing]())
}

func TestSourcing(t *testing.T) {
	a := &dateline.Analysis{
		Sources: []quotes.Source{
			{Kind: quotes.Named}, {Kind: quotes.Organization},
			{Kind: quotes.Anonymous, Reason: quotes.Fear}, {Kind: quotes.Anonymous},
		},
		Quotes: []quotes.Quote{{Source: 0}, {Source: 2}, {Source: 3}, {Source: -1}},
		Claims: []extract.Claim{{Source: 2}, {Source: 3}, {Source: 1}, {Source: -1}},
		Incidents: []extract.Incident{{Figures: []extract.Figure{
			{Outcome: extract.Killed, Claims: []int{0, 1}},
			{Outcome: extract.Injured, Claims: []int{1, 2}},
			{Outcome: extract.Missing, Claims: []int{3}},
		}}},
	}
	assert.Equal(t, dateline.Sourcing{
		Sources:       dateline.KindCount{Named: 1, Organization: 1, Anonymous: 2},
		Quotes:        dateline.KindCount{Named: 1, Anonymous: 2, None: 1},
		Claims:        dateline.KindCount{Organization: 1, Anonymous: 2, None: 1},
		Reasons:       map[quotes.Reason]int{quotes.Fear: 1, quotes.Unstated: 1},
		AnonymousOnly: []dateline.FigureRef{{Incident: 0, Figure: 0, Outcome: extract.Killed}},
	}, a.Sourcing())
	assert.Equal(t, 4, a.Sourcing().Quotes.Total())
	assert.Equal(t, 2, a.Sourcing().Quotes.Of(quotes.Anonymous))
	assert.Equal(t, dateline.Sourcing{}, dateline.Analyze("").Sourcing(), "nothing rests on nobody")
}

func TestOptionsRefuseNil(t *testing.T) {
	for _, o := range []dateline.Option{dateline.WithTokenizer(nil), dateline.WithTagger(nil), dateline.WithRecognizer(nil)} {
		_, err := dateline.New(o)
		assert.ErrorContains(t, err, "leave the option out")
	}
}

func TestWithGazetteer(t *testing.T) {
	a, err := dateline.New(dateline.WithGazetteer(strings.NewReader("group\tteam:1\tNorthern Reed Brigade\tReed Brigade|NRB\n"), "groups"))
	require.NoError(t, err)
	var names []string
	for _, e := range a.Analyze("The NRB shelled the town. The Reed Brigade said it was sorry.").Entities {
		names = append(names, e.ID+" "+e.Name)
	}
	assert.Contains(t, names, "team:1 Northern Reed Brigade", "a name of one's own, with one's own id")

	_, err = dateline.New(dateline.WithGazetteer(strings.NewReader("group\n"), "groups"))
	require.ErrorContains(t, err, "groups:1", "a list that is wrong, with the line")
	_, err = dateline.New(dateline.WithGazetteer(strings.NewReader(""), "groups"), dateline.WithRecognizer(entities.Default()))
	require.ErrorContains(t, err, "exclude each other")
}

// TestProse: another tokenizer and tagger give the same promises.
func TestProse(t *testing.T) {
	a, err := dateline.New(dateline.WithTokenizer(prosetext.Tokenizer{}), dateline.WithTagger(prosetext.Tagger{}))
	require.NoError(t, err)
	text := sampleArticle(t)
	checkAnalysis(t, text, a.Analyze(text))
}

func FuzzAnalyze(f *testing.F) {
	sample := sampleArticle(f)
	f.Add(sample)
	for _, text := range odd(f) {
		f.Add(text[:min(len(text), 300)])
	}
	for paragraph := range strings.SplitSeq(sample, "\n\n") {
		f.Add(paragraph)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := dateline.Analyze(text)
		checkAnalysis(t, text, a)
		first, err := json.Marshal(a)
		require.NoError(t, err)
		second, err := json.Marshal(dateline.Analyze(text))
		require.NoError(t, err)
		require.Equal(t, string(first), string(second))
	})
}

func BenchmarkAnalyze(b *testing.B) {
	text := sampleArticle(b)
	dateline.Analyze(text) // loads the models
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dateline.Analyze(text)
	}
}
