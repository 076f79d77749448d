package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func words(s string) string {
	var b []string
	for _, t := range text.Read(s).Tokens {
		b = append(b, t.Text)
	}
	return strings.Join(b, " ")
}

func TestTokens(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"The army's men don't talk.", "The army 's men do n't talk .", "clitics apart"},
		{"THE ARMY'S MEN DON'T TALK.", "THE ARMY 'S MEN DO N'T TALK .", "clitics in capitals"},
		{"They’ll say he’d gone", "They ’ll say he ’d gone", "curly apostrophes"},
		{"Ra'ad, O'Neill and the Shi'ites", "Ra'ad , O'Neill and the Shi'ites", "apostrophes inside names"},
		{"the U.S. and the U.N.", "the U.S. and the U.N.", "periods of an abbreviation"},
		{"at 5 a.m. on Feb. 28", "at 5 a.m. on Feb. 28", "month and hour"},
		{"Lt. Col. A. B. Haddad", "Lt. Col. A. B. Haddad", "ranks and initials"},
		{"He said no. Then he left.", "He said no . Then he left .", "no abbreviation"},
		{"No. 5 squad", "No. 5 squad", "number abbreviation"},
		{"the war.The end", "the war . The end", "a blank was lost"},
		{"on Rudaw.net and www.site.org today", "on Rudaw.net and www.site.org today", "domains"},
		{"see https://a.example/x?y=1, he said", "see https://a.example/x?y=1 , he said", "address without its comma"},
		{"US-led and anti-ISIS forces", "US -led and anti- ISIS forces", "names out of hyphenated words"},
		{"pro-Assad, Houthi-controlled", "pro- Assad , Houthi -controlled", "the same with marks"},
		{"the al-Nusra-linked cell", "the al-Nusra -linked cell", "a name with a hyphen of its own"},
		{"an 83-member, 42-year-old", "an 83-member , 42-year-old", "number compounds stay whole"},
		{"1,200 people, 3.5 km, 10:30", "1,200 people , 3.5 km , 10:30", "numbers with inner marks"},
		{"9/11 and the 1980s", "9/11 and the 1980s", "dates"},
		{"10-12 men, 9mm, 30km", "10-12 men , 9mm , 30km", "ranges and units"},
		{"cost $2,400 or €5", "cost $ 2,400 or € 5", "currency apart"},
		{"about 50%", "about 50 %", "percent apart"},
		{`"No," he said.`, `" No , " he said .`, "straight marks"},
		{"``No,'' he said.", "`` No , '' he said .", "TeX marks"},
		{"« Non », dit-il", "« Non » , dit-il", "guillemets"},
		{"the soldiers' base", "the soldiers ' base", "possessive plural"},
		{"'It is over,' he said", "' It is over , ' he said", "single marks"},
		{"AT&T and P&O", "AT&T and P&O", "ampersand in a name"},
		{"and/or", "and / or", "slash"},
		{"wait... what -- now", "wait ... what -- now", "runs of one mark"},
		{"(AFP)", "( AFP )", "brackets"},
		{"#Aleppo @user", "#Aleppo @user", "tags and handles"},
		{"👩‍👩‍👧 ran 🇮🇶", "👩‍ 👩‍ 👧 ran 🇮 🇶", "emoji are symbols"},
		{"Büyükanıt’s", "Büyükanıt ’s", "letters beyond ASCII"},
		{"a\x00b", "a b", "NUL is a blank"},
		{"zero\u200bwidth", "zero\u200bwidth", "a character of no width inside a word: a reader sees one word"},
		{"zero \u200bwidth\u200b.", "zero width .", "and at its edges it is blank"},
		{"x\xff\xfey", "x \xff\xfe y", "invalid bytes are a token"},
		{"مرحبا بالعالم", "مرحبا بالعالم", "right-to-left words"},
		{"Inc. and Co., Ltd.", "Inc. and Co. , Ltd.", "company abbreviations"},
		{"can't cannot won't", "ca n't cannot wo n't", "negations"},
		{"St. Louis and Mt. Hermon", "St. Louis and Mt. Hermon", "place abbreviations"},
	} {
		assert.Equal(t, row.want, words(row.text), row.reason)
	}
}

func sentences(s string) []string {
	var out []string
	d := text.Read(s)
	for _, k := range d.Sentences {
		out = append(out, strings.Join(strings.Fields(s[k.Start:k.End]), " "))
	}
	return out
}

func TestSentences(t *testing.T) {
	for _, row := range []struct{ text, reason string }{
		{"He left.|She stayed.", "full stops"},
		{"Lt. Col. Adel Hamid spoke.|He left.", "titles do not end a sentence"},
		{"Brig. Gen. Yusuf said so on Feb. 28.|It ended.", "ranks and months"},
		{"It was J. R. Haddad.|He ran.", "initials of a name"},
		{"He lives in the U.S. The war is far.", "U.S. before a name or an article: undecided, kept"},
		{"The U.S. Army left.|It returned.", "U.S. inside a name"},
		{"They work for Acme Inc. in Erbil.|He agreed.", "Inc. inside"},
		{`"It is over."|He left.`, "a closing quote belongs to its sentence"},
		{"“It is over.”|“We won.”", "curly quotes"},
		{`"Is it over?" he asked.|"Yes."`, "a question inside an attribution"},
		{`"Stop!" he cried.|Nobody did.`, "an exclamation inside an attribution"},
		{"No. 5 squad came.|It left.", "No. before a number"},
		{"He said no.|Then he left.", "no as a word"},
		{"What now?|Nobody knows.", "question mark"},
		{"Wait...|He ran.", "ellipsis before a capital"},
		{"Wait... and he ran.", "ellipsis before lower case"},
		{"It began at 5 a.m. on Sunday.|It ended.", "a.m. inside"},
		{"Prices rose 3.5 percent.|Wages did not.", "decimal point"},
		{"(It was over.)|He left.", "brackets"},
		{"The town of St. Anne fell.|They fled.", "St."},
		{"The war.The end came.", "a lost blank still ends a sentence"},
		{"Mr. Smith vs. Mrs. Jones.|It ended.", "vs."},
	} {
		want := strings.Split(row.text, "|")
		if row.reason == "U.S. before a name or an article: undecided, kept" {
			want = []string{"He lives in the U.S.", "The war is far."}
		}
		if strings.Contains(row.reason, "lost blank") {
			want = []string{"The war.", "The end came."}
		}
		assert.Equal(t, want, sentences(strings.Join(want, map[bool]string{true: "", false: " "}[strings.Contains(row.reason, "lost blank")])), row.reason)
	}
}

func kinds(s string) string {
	var out []string
	for _, p := range text.Read(s).Paragraphs {
		out = append(out, p.Kind.String())
	}
	return strings.Join(out, " ")
}

const prose = "The governor said on Monday that the road to the northern villages would stay closed for two more days because of the snow."

func TestParagraphs(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"Snow closes northern road\n\nBy Lana Aziz\n\n" + prose, "headline byline body", "title, author, text"},
		{"Snow closes northern road\n\nLana Aziz, Zakho\n\n" + prose, "headline byline body", "author and town"},
		{prose + "\n\nRead More\n\n" + prose, "body clutter body", "a link between paragraphs"},
		{prose + "\n\n  • FB\n  • Instagram\n  • YT", "body clutter clutter clutter", "a list of links"},
		{prose + "\n\nVillagers clear a road. Photo by Lana Aziz.", "body caption", "picture credit"},
		{prose + "\nA second line that ends.\nA third.", "body body body", "line breaks are paragraphs"},
		{"THE GOVERNOR SAID ON MONDAY THAT THE ROAD TO THE VILLAGES\nWOULD STAY CLOSED FOR TWO MORE DAYS BECAUSE OF THE SNOW, AND\nTHAT NOBODY WAS HURT.", "body", "wrapped wire text is one paragraph"},
		{prose + "\r\n\r\n" + prose, "body body", "CRLF"},
		{prose + "\u2029" + prose, "body body", "paragraph separator"},
	} {
		assert.Equal(t, row.want, kinds(row.text), row.reason)
	}
}

func TestDateline(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"BAGHDAD (Reuters) - " + prose, "BAGHDAD (Reuters) -", "agency in brackets"},
		{"Zakho, Iraq (AP) — " + prose, "Zakho, Iraq (AP) —", "place and country"},
		{"ERBIL, March 3 - " + prose, "ERBIL, March 3 -", "capitals and a date"},
		{"SAN SALVADOR, 12 JAN 90 (AFP) -- " + prose, "SAN SALVADOR, 12 JAN 90 (AFP) --", "old wire"},
		{"Published April 2 2017 " + prose, "Published April 2 2017", "date stamp without marks"},
		{"Wed 05 Apr 2017 " + prose, "Wed 05 Apr 2017", "weekday first"},
		{"Snow closes road\n\nERBIL, March 3 - " + prose, "ERBIL, March 3 -", "behind the headline"},
		{"Date of publication 5 July 2016 " + prose, "Date of publication 5 July 2016", "several words before the date"},
		{"24.09.2014 " + prose, "24.09.2014", "a date in digits"},
		{"Sat 7 October 2017 21:51 " + prose, "Sat 7 October 2017 21:51", "a time behind the date"},
		{"Snow closes road\n\nERBIL: " + prose, "ERBIL:", "a colon behind a place in capitals"},
		{"Snow closes road\n\nErbil - Two roads were closed by snow, police said.", "Erbil -", "no capitals and no agency"},
		{"Snow closes road\n\nErbil - the city of snow - was closed.", "", "an aside"},
		{"Snow closes road\n\nUPDATE: ALL ROADS ARE CLOSED.", "", "a colon in text in capitals"},
		{"20 November 2016 10 people died in the snow, the governor said.", "20 November 2016", "a number opens the sentence"},
		{"GUARDS TOLD RADIO - NORTE THAT THE ROAD IS CLOSED.", "", "a dash in text in capitals"},
		{"SAN JOSE, 3 MAR 89 -- THE ROAD IS CLOSED.", "SAN JOSE, 3 MAR 89 --", "a date in text in capitals"},
		{prose, "", "none"},
		{"THE POLICE SAID TODAY THAT 30 PERSONS -- GUARDS AND DRIVERS -- WERE MISSING.", "", "dashes of a sentence in capitals"},
		{"The man - a guard - ran away from the northern road.", "", "dashes of a sentence"},
		{"March 3 2017 was a cold day.", "", "a date that the sentence goes on from"},
	} {
		d := text.Read(row.text)
		got := ""
		if d.Dateline[1] > 0 {
			got = d.Span(d.Dateline[0], d.Dateline[1]).Text
		}
		assert.Equal(t, row.want, got, row.reason)
	}
}

func TestCase(t *testing.T) {
	d := text.Read("GUNMEN KILLED TWO OFFICERS IN THE CAPITAL.")
	assert.True(t, d.Upper)
	assert.True(t, d.Sentences[0].Upper)
	d = text.Read("Gunmen Kill Two Officers In Northern Capital\n\nThe gunmen fled before the police came, a witness said on Tuesday.")
	assert.True(t, d.Sentences[0].Title)
	assert.False(t, d.Sentences[1].Title)
}

var odd = []string{
	"", " ", "\x00\x00", "\xff\xfe\xfd", strings.Repeat("a", 1<<16), strings.Repeat(`"`, 10_000), strings.Repeat("(", 10_000),
	strings.Repeat("'s", 5_000), strings.Repeat("a.", 5_000), strings.Repeat("-a", 5_000), strings.Repeat("&A", 5_000), strings.Repeat("\r\n", 500),
	strings.Repeat("1,", 5_000), strings.Repeat("A. ", 5_000), "\u202eabc\u202c def", "Né 🇮🇶 مرحبا «x» ‹y› „z“", strings.Repeat("http://", 2_000), prose,
}

// check holds the package's laws over one text.
func check(t *testing.T, s string) {
	t.Helper()
	d := text.Read(s)
	last := 0
	law := func(holds bool, law string, at int) { // testify would cost more than the reading
		if !holds {
			require.Failf(t, law, "at byte %d of %q", at, s[:min(len(s), 2000)])
		}
	}
	for i := range d.Tokens {
		k := &d.Tokens[i]
		law(k.Start >= last, "tokens in order", k.Start)
		law(k.Start < k.End, "no empty token", k.Start)
		law(s[k.Start:k.End] == k.Text, "offset law", k.Start)
		law(k.End-k.Start <= text.MaxTokenLen+utf8.UTFMax, "no token is too long", k.Start)
		for _, r := range s[last:k.Start] {
			law(r <= ' ' || r >= 0x7f, "no visible character is lost", last)
		}
		sent := &d.Sentences[k.Sentence]
		law(sent.First <= i && i < sent.Last, "a token's sentence holds it", k.Start)
		last = k.End
	}
	n := 0
	for i, sent := range d.Sentences {
		require.Equal(t, n, sent.First, "sentences cover the tokens")
		require.Less(t, sent.First, sent.Last)
		p := d.Paragraphs[sent.Paragraph]
		require.True(t, p.First <= i && i < p.Last, "a sentence's paragraph holds it")
		n = sent.Last
	}
	require.Equal(t, len(d.Tokens), n)
	require.Equal(t, d, text.Read(s), "same text, same document")
}

func TestOddText(t *testing.T) {
	for _, s := range odd {
		check(t, s)
	}
}

func TestLineBreaksDoNotMatter(t *testing.T) {
	s := prose + "\n\n" + `"We wait," he said.` + "\n" + prose
	assert.Equal(t, words(s), words(strings.ReplaceAll(s, "\n", "\r\n")))
}

func FuzzRead(f *testing.F) {
	for _, s := range odd {
		f.Add(s[:min(len(s), 2000)])
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, s) })
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat(prose+"\n\n", 100)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Read(s)
	}
}
