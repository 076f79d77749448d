package page

import (
	"bytes"
	"errors"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// decoded is a page in UTF-8 that knows the bytes it was made from.
type decoded struct {
	text     string
	encoding string // its name in the WHATWG standard
	shifts   []shift
}

// shift says that from an offset of the text on, the bytes lie at a new
// distance. There is one at 0.
type shift struct{ text, raw int }

// raw is the offset in the original bytes of an offset of the text, which must
// be the start of a character or the end of the text.
func (d *decoded) raw(offset int) int {
	i := sort.Search(len(d.shifts), func(i int) bool { return d.shifts[i].text > offset }) - 1
	return d.shifts[i].raw + offset - d.shifts[i].text
}

// decode finds out the encoding as browsers do: byte order mark, HTTP header,
// the page's own declaration. Where only the page says so or nothing does,
// bytes that are valid UTF-8 throughout are UTF-8; windows-1252 is the rest.
func decode(body []byte, contentType string) decoded {
	e, name, certain := charset.DetermineEncoding(body, contentType)
	if name != "utf-8" && !certain && !strings.HasPrefix(name, "utf-16") && utf8.Valid(body) {
		name = "utf-8"
	}
	skip := 0
	for _, bom := range []struct{ name, bytes string }{{"utf-8", "\xef\xbb\xbf"}, {"utf-16le", "\xff\xfe"}, {"utf-16be", "\xfe\xff"}} {
		if name == bom.name && bytes.HasPrefix(body, []byte(bom.bytes)) {
			skip = len(bom.bytes)
		}
	}
	d := decoded{encoding: name}
	if name == "utf-8" {
		e = encoding.Nop
		if utf8.Valid(body[skip:]) {
			d.text, d.shifts = string(body[skip:]), []shift{{0, skip}}
			return d
		}
	}
	d.convert(body, skip, e)
	return d
}

// convert decodes character by character, to see how many bytes each took.
func (d *decoded) convert(body []byte, at int, e encoding.Encoding) {
	var text strings.Builder
	text.Grow(len(body) + len(body)/4)
	next := character(e)
	d.shifts = []shift{{0, at}}
	for at < len(body) {
		if last := d.shifts[len(d.shifts)-1]; at-text.Len() != last.raw-last.text {
			d.shifts = append(d.shifts, shift{text.Len(), at})
		}
		char, size := next(body[at:])
		text.Write(char)
		at += size
	}
	if last := d.shifts[len(d.shifts)-1]; at-text.Len() != last.raw-last.text {
		d.shifts = append(d.shifts, shift{text.Len(), at})
	}
	d.text = text.String()
}

// character makes a function that decodes the next character and says how many
// bytes it took. Its result is valid until the next call.
func character(e encoding.Encoding) func([]byte) ([]byte, int) {
	replacement := []byte(string(utf8.RuneError))
	if e == encoding.Nop {
		return func(b []byte) ([]byte, int) {
			if r, size := utf8.DecodeRune(b); r != utf8.RuneError || size > 1 {
				return b[:size], size
			}
			return replacement, 1
		}
	}
	decoder := e.NewDecoder().Transformer
	var buffer [16]byte
	return func(b []byte) ([]byte, int) {
		// Room for no more than one character: the smallest that does.
		for room := 1; room <= len(buffer); room++ {
			n, size, err := decoder.Transform(buffer[:room], b, true)
			if n > 0 || size > 0 {
				return buffer[:n], size
			}
			if err == nil || !errors.Is(err, transform.ErrShortDst) {
				break
			}
		}
		return replacement, 1
	}
}
