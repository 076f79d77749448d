package gazetteer

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFind(t *testing.T) {
	for _, row := range []struct {
		phrase string
		want   Classes
		reason string
	}{
		{"ISIS", Group.Set(), "acronym"},
		{"Da'esh", Group.Set(), "apostrophe does not count"},
		{"Da’esh", Group.Set(), "nor a curly one"},
		{"IS", Group.Set() | CommonWord.Set(), "a name that is also a plain word says so"},
		{"al-Qaeda", Group.Set(), "hyphenated article"},
		{"al Qaeda", Group.Set(), "the same as two tokens"},
		{"Al-Qa'ida", Group.Set(), "other spelling"},
		{"Hashd al-Shaabi", Group.Set(), "alias of three words"},
		{"Shi'ites", Nationality.Set(), "plural noun"},
		{"Spaniards", Nationality.Set(), "noun unlike the adjective"},
		{"U.N.", Agency.Set(), "periods do not count"},
		{"UN", Agency.Set(), "without periods"},
		{"McDonald's", Company.Set(), "one word between blanks"},
		{"McDonald 's", Company.Set(), "as the tokenizer cuts it"},
		{"Washington , D.C.", City.Set(), "comma as a token"},
		{"São Paulo", City.Set(), "diacritics do not count"},
		{"Sao Paulo", City.Set(), "without them"},
		{"Port au Prince", City.Set(), "hyphens as blanks"},
		{"Diyala", Admin.Set(), "governorate"},
		{"Rural Damascus", Admin.Set(), "division under its English name"},
		{"Ar Raqqah", City.Set(), "GeoNames name"},
		{"al-Raqqa", City.Set(), "article and ending as in news"},
		{"Deir Ezzor", City.Set(), "city and governorate"},
		{"Iraq", Country.Set(), "country"},
		{"Soviet Union", Country.Set(), "state of the past"},
		{"Middle East", Region.Set(), "region"},
		{"Hamrin Mountains", Region.Set(), "mountains"},
		{"Reuters", Media.Set(), "agency"},
		{"BBC", Media.Set(), "broadcaster"},
		{"World War II", Event.Set(), "war"},
		{"Heathrow Airport", Facility.Set(), "airport"},
		{"Netanyahu", Family.Set(), "family name"},
		{"Muhammad", Given.Set(), "given name"},
		{"Of", City.Set() | CommonWord.Set(), "a Turkish town, hardly ever meant"},
		{"March", City.Set() | CommonWord.Set(), "a month"},
	} {
		got, _, ok := Default().Find(hashPhrase(row.phrase))
		assert.True(t, ok, "%s: %s", row.phrase, row.reason)
		assert.Equal(t, row.want, got&row.want, "%s: %s: got %s", row.phrase, row.reason, got)
	}
	for _, phrase := range []string{"", ".", "'s", "qwertyuiop", "the", "said on Monday"} {
		_, _, ok := Default().Find(hashPhrase(phrase))
		assert.False(t, ok, phrase)
	}
}

func TestFindMore(t *testing.T) {
	h := Start().Add("Islamic").Add("State")
	c, more, ok := Default().Find(h)
	assert.True(t, ok && more && c.Has(Group), "Islamic State, and Islamic State of Iraq")
	_, more, ok = Default().Find(Start().Add("Syrian").Add("Observatory").Add("for"))
	assert.True(t, more, "the start of a name")
	assert.False(t, ok, "which is none itself")
}

func TestLongest(t *testing.T) {
	tokens := strings.Fields("Syrian Observatory for Human Rights said")
	m, ok := Default().Longest(len(tokens), func(i int) string { return tokens[i] })
	require.True(t, ok)
	assert.Equal(t, 5, m.Len)
	assert.True(t, m.Classes.Has(Media))
}

func TestLookup(t *testing.T) {
	for _, row := range []struct {
		phrase, id, country string
		class               Class
		reason              string
	}{
		{"Daesh", "org:islamic-state", "", Group, "slug of the canonical name"},
		{"Britons", "norp:british", "GB", Nationality, "noun to adjective, with the country"},
		{"Georgia", "country:GE", "GE", Country, "countries first"},
		{"Paris", "geonames:2988507", "FR", City, "then by population"},
		{"Khanaqin", "geonames:94591", "IQ", City, "small places too"},
		{"Burma", "country:MM", "MM", Country, "former name"},
	} {
		list := Default().Lookup(row.phrase)
		require.NotEmpty(t, list, row.phrase)
		e := list[0]
		assert.Equal(t, row.id, e.ID, row.reason)
		assert.Equal(t, row.country, e.Country, row.reason)
		assert.Equal(t, row.class, e.Class, row.reason)
	}
	kirkuk := Default().Lookup("Khanaqin")[0]
	assert.True(t, kirkuk.HasCoord)
	assert.InDelta(t, 34.35, kirkuk.Lat, 0.01)
	assert.InDelta(t, 45.39, kirkuk.Lon, 0.01)
	assert.Empty(t, Default().Lookup("Netanyahu"), "family names have no record")
}

// Every record is found under its canonical name, has an ID of its own and a
// class of records.
func TestAll(t *testing.T) {
	ids := map[string]bool{}
	n := 0
	for e := range Default().All {
		n++
		if ids[e.ID] {
			assert.Fail(t, "second entry", e.ID)
		}
		ids[e.ID] = true
		found := false
		for _, o := range Default().Lookup(e.Name) {
			found = found || o.ID == e.ID
		}
		if !found || e.Name == "" || e.Class >= Person {
			assert.Fail(t, "not under its own name", "%+v", e)
		}
	}
	assert.Greater(t, n, 50_000)
	assert.Less(t, len(phraseData)+len(entryData), 4_000_000, "what every program that imports this pays")
}

func TestClassNames(t *testing.T) {
	for c := range numClasses {
		got, ok := ParseClass(c.String())
		assert.True(t, ok)
		assert.Equal(t, c, got)
	}
	assert.Equal(t, "city|group", (City.Set() | Group.Set()).String())
	assert.Equal(t, "unknown", Class(200).String())
}

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want, reason string }{
		{"Ştefan", "stefan", "capital with cedilla"},
		{"ŁÓDŹ", "lodz", "stroke and acute"},
		{"Þórr", "thorr", "letter of two"},
		{"Straße", "strasse", "sharp s"},
		{"İstanbul", "istanbul", "dotted capital I"},
		{"Diyarbakır", "diyarbakir", "dotless small i"},
		{"Dayr az Zawr", "dayr az zawr", "blanks stay"},
		{"Ḩawījah", "hawijah", "romanised Arabic"},
		{"Việt Nam", "viet nam", "two marks on one letter"},
		{"Vie\u0302\u0323t", "viet", "combining marks"},
		{"Əliyev", "eliyev", "schwa"},
		{"Raʿad", "raad", "ayn"},
		{"Мосул", "Мосул", "other scripts stay"},
	} {
		assert.Equal(t, row.want, Fold(row.in), row.reason)
		assert.Equal(t, Start().Add(row.want), Start().Add(row.in), "hash: %s", row.reason)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Islamic State", "St. Louis", "\xff\xfe", "a\u0301 b", "''", strings.Repeat("x ", 100)} {
		f.Add(s)
	}
	s := Default()
	f.Fuzz(func(t *testing.T, phrase string) {
		c, _, ok := s.Find(hashPhrase(phrase))
		if ok != (c != 0) {
			t.Fatalf("%q: %v without its classes", phrase, c)
		}
		for _, e := range s.Lookup(phrase) {
			if !c.Has(e.Class) {
				t.Fatalf("%q: %s is not %s", phrase, e.ID, c)
			}
		}
		FoldName(phrase)
	})
}

// TestOpenRefuses: a file that is damaged, foreign, of another version or of
// another build is told from a good one, each by its own error.
func TestOpenRefuses(t *testing.T) {
	files := func(name string) (string, string) {
		b := NewBuilder()
		require.NoError(t, b.Add(Entry{Name: name, Class: City, Country: "IQ"}, "Karkuk"))
		p, e, err := b.Files()
		require.NoError(t, err)
		return string(p), string(e)
	}
	p, e := files("Kirkuk")
	_, other := files("Mosul")
	_, err := open(p, e)
	require.NoError(t, err)
	flip := func(s string, i int) string { return s[:i] + string(s[i]^1) + s[i+1:] }
	for _, row := range []struct {
		p, e   string
		want   error
		reason string
	}{
		{"", e, ErrFormat, "an empty file"},
		{p, e[:10], ErrFormat, "cut off in the head"},
		{"PK\x03\x04" + p[4:], e, ErrFormat, "a file of another kind"},
		{p, p, ErrFormat, "the wrong one of the two"},
		{"DGP1" + p[4:], e, ErrVersion, "of an older version"},
		{p, e[:len(e)-1], ErrChecksum, "cut off at the end"},
		{p + "\x00", e, ErrChecksum, "a byte too many"},
		{flip(p, len(p)-2), e, ErrChecksum, "a bit turned"},
		{p, flip(e, 14), ErrChecksum, "a bit turned in the numbers"},
		{p, other, ErrPair, "files of two builds"},
	} {
		_, err := open(row.p, row.e)
		assert.ErrorIs(t, err, row.want, row.reason)
	}
	for i := range len(p) {
		_, err := open(flip(p, i), e)
		assert.Error(t, err, "any bit of the phrases")
	}
}

func FuzzOpen(f *testing.F) {
	b := NewBuilder()
	if err := b.Add(Entry{Name: "Kirkuk", Class: City}); err != nil {
		f.Fatal(err)
	}
	p, e, err := b.Files()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(p), string(e))
	f.Fuzz(func(_ *testing.T, p, e string) {
		_, _ = open(p, e)
		if len(p) >= headSize && len(e) >= headSize {
			_, _ = read(p[headSize:], e[headSize:]) // as if the checksums were right
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := Default()
	words := strings.Fields("the islamic state group said a commander of the popular mobilization forces was killed near khanaqin in diyala governorate on friday")
	b.Run("add", func(b *testing.B) {
		b.ReportAllocs()
		var h Hash
		for i := 0; b.Loop(); i++ {
			h ^= Start().Add(words[i%len(words)])
		}
		_ = h
	})
	b.Run("add and find", func(b *testing.B) {
		b.ReportAllocs()
		n := 0
		for i := 0; b.Loop(); i++ {
			if _, _, ok := s.Find(Start().Add(words[i%len(words)])); ok {
				n++
			}
		}
		_ = n
	})
	b.Run("walk", func(b *testing.B) {
		// Every start of a phrase in a text of the words: ns per token.
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			at := i % len(words)
			_, _ = s.Longest(min(len(words)-at, 6), func(j int) string { return words[at+j] })
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := open(phraseData, entryData); err != nil {
			b.Fatal(err)
		}
	}
}
