package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"
)

// packed is text without any white space.
func packed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// requireLaw checks that the words at text[start:end] stand in the page where
// the page says they do.
func requireLaw(t testing.TB, p *Page, body []byte, start, end int) {
	t.Helper()
	want := p.Text[start:end]
	var got, fromBytes string
	found := p.Places(span.Of(p.Text, start, end))
	for _, place := range found {
		require.LessOrEqual(t, place.Start, place.End)
		require.LessOrEqual(t, place.End, len(p.Source))
		got += Normalize(p.Source[place.Start:place.End])
		raw := body[place.ByteStart:place.ByteEnd]
		fromBytes += Normalize(reencoded(t, raw, p.Encoding))
	}
	require.Equal(t, packed(want), packed(got), "text[%d:%d]", start, end)
	require.Equal(t, packed(want), packed(fromBytes), "text[%d:%d] in the original bytes", start, end)
	if len(found) == 1 {
		require.Equal(t, strings.Join(strings.Fields(want), " "), got, "in one place white space holds too")
	}
}

func reencoded(t testing.TB, raw []byte, encoding string) string {
	if encoding == "utf-8" {
		return string([]rune(string(raw))) // each byte that is no character on its own, as the page has it
	}
	e, _ := charset.Lookup(encoding)
	text, err := e.NewDecoder().Bytes(raw)
	require.NoError(t, err)
	return string(text)
}

// wholeCharacters moves an offset out of what stands for two characters at once
// and out of the middle of a character.
func wholeCharacters(p *Page, offset int) int {
	for _, s := range p.segments {
		if !s.verbatim && s.text.start < offset && offset < s.text.end {
			return s.text.start
		}
	}
	for offset < len(p.Text) && offset > 0 && !utf8.RuneStart(p.Text[offset]) {
		offset--
	}
	return offset
}

func TestLaw(t *testing.T) {
	for _, name := range []string{"news", "broken", "windows-1252"} {
		t.Run(name, func(t *testing.T) {
			body, err := os.ReadFile(filepath.Join("..", "testdata", name+".html"))
			require.NoError(t, err)
			p, err := Extract(Input{Name: name, Body: body})
			require.NoError(t, err)
			require.Zero(t, p.Lost)
			for start := range len(p.Text) {
				start := wholeCharacters(p, start)
				for _, size := range []int{1, 7, 40, 300} {
					if end := wholeCharacters(p, min(start+size, len(p.Text))); end > start {
						requireLaw(t, p, body, start, end)
					}
				}
			}
			for _, s := range p.Segments() {
				requireLaw(t, p, body, s.TextStart, s.TextEnd)
			}
		})
	}
}

// FuzzLaw holds the law for any page around a real article, and for spans
// anywhere in it.
func FuzzLaw(f *testing.F) {
	for _, s := range []string{
		"<p>a &amp; b &notit; &ampamp &#0; &#x2019;&#13;&NotEqualTilde; &bogus; &", "<table>x<tr>y<td>z</table>", "<b><p>one<i>two</b>three</i>",
		"<svg><title>a<b>c</b></title><style><p>d</p></style></svg>e", "<script><!--<p>x</script>y", "<textarea>a</textarea><title>b</title>c", "<plaintext>x<p>y",
		"\x00a\r\nb\rc\xff", "<pre>\n\na  b\r\nc</pre>", "soft&shy;hy\u200bphen &nbsp;&#160; x\u00a0y", "\U000F0000&#xF0001;7\U000F0000", "<a href=javascript:x>link</a>", "<![CDATA[ x > y ]]><math><![CDATA[ x > y ]]></math>",
		"<frameset><p>x", "<select><option>x<textarea>y", "<noscript><p>no", "<template><p>x</template>", "<p>&#128;&#xD800;&#x110000;&#999999999999;", "</p></div></body></html>after", "<h1>Tank&shy;er <b>burns</b></h1>",
		"<br><br>a<br>b<br><br>c", "<!-- a --><?x><!y>z</ z>", "<p hidden>x<p aria-hidden=true>y", "<img alt='<p>x'>a<math><annotation-xml encoding=text/html><p>x",
	} {
		f.Add(s, 0, 10, uint8(0))
	}
	for _, name := range []string{"news", "broken"} {
		body, err := os.ReadFile(filepath.Join("..", "testdata", name+".html"))
		require.NoError(f, err)
		f.Add(string(body), 100, 50, uint8(1))
	}
	const story = "<p>A tanker burned in the harbour of Port Amara on Monday and three of its crew were hurt, the harbour master said, while tugs pulled the ship away from the pier and the town’s hospital called its doctors back from leave.</p>"
	encodings := []string{"", "text/html; charset=windows-1252", "text/html; charset=shift_jis", "text/html; charset=gb18030", "text/html; charset=utf-16le", "text/html; charset=iso-2022-jp"}
	f.Fuzz(func(t *testing.T, markup string, start, size int, encoding uint8) {
		if len(markup) > 1<<14 {
			return
		}
		body := []byte(markup + story + markup + story)
		contentType := encodings[int(encoding)%len(encodings)]
		p, err := Extract(Input{Body: body, ContentType: contentType})
		if err != nil {
			return
		}
		require.True(t, utf8.ValidString(p.Text))
		if p.Encoding == "iso-2022-jp" {
			return // its bytes mean nothing without the escapes before them
		}
		for i := range 8 {
			from := wholeCharacters(p, abs(start+i*31)%(len(p.Text)+1))
			to := wholeCharacters(p, min(len(p.Text), from+abs(size)%400))
			if from < to {
				requireLaw(t, p, body, from, to)
			}
		}
		requireLaw(t, p, body, 0, len(p.Text))
		// What is not traced is white space that the page need not contain.
		at := 0
		for _, s := range p.segments {
			require.GreaterOrEqual(t, s.text.start, at)
			require.Empty(t, packed(p.Text[at:s.text.start]))
			at = s.text.end
		}
		require.Equal(t, at, len(p.Text))
	})
}

func abs(n int) int {
	if n < 0 {
		n = -n
	}
	return max(n, 0)
}
