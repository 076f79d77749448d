package gazetteer

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/faults"
)

// maxLine is the longest line of a list in bytes.
const maxLine = 1 << 20

// New reads a list of names; name stands for it in errors. It is UTF-8, one
// thing a line, fields between tabs:
//
//	TYPE  ID  NAME  [ALIAS|ALIAS|...  [LAT  LON  [COUNTRY]]]
//
// TYPE is the name of a [Class] but common, with a finer type of one's own
// after a slash: "city", "group/armed group". An empty ID is made from the
// name. LAT and LON are degrees, both or neither; COUNTRY an ISO 3166-1 code of
// two letters. Empty lines and lines that begin with # count for nothing.
//
// A name or alias that two things share is an error, since nothing tells then
// which one a text means. Errors name the list, the line and the reason.
func New(r io.Reader, name string) (*Set, error) {
	b := NewBuilder()
	type owner struct {
		name string
		line int
	}
	owners := map[string]owner{}
	err := faults.EachLine(r, name, "list of names", maxLine, func(line int, text string) error {
		if strings.TrimSpace(text) == "" || text[0] == '#' {
			return nil
		}
		e, aliases, err := parseLine(text)
		if err != nil {
			return err
		}
		for _, a := range append([]string{e.Name}, aliases...) {
			key := strings.Join(strings.Fields(Fold(a)), " ")
			if key == "" {
				return fmt.Errorf("the name %q of %s has no letter", a, e.Name)
			}
			if o, ok := owners[key]; ok && o.line != line {
				return fmt.Errorf("%q is a name of %s and, on line %d, of %s", a, e.Name, o.line, o.name)
			}
			owners[key] = owner{e.Name, line}
		}
		if e.Class == Given || e.Class == Family {
			for _, a := range append([]string{e.Name}, aliases...) {
				b.Mark(a, e.Class)
			}
			return nil
		}
		return b.Add(e, aliases...)
	})
	if err != nil {
		return nil, err
	}
	s, err := b.Set()
	if err != nil {
		return nil, &faults.LineError{Name: name, Err: err}
	}
	return s, nil
}

func parseLine(text string) (e Entry, aliases []string, err error) {
	if !utf8.ValidString(text) {
		return e, nil, faults.ErrUTF8
	}
	f := strings.Split(text, "\t")
	if len(f) < 3 || len(f) > 7 {
		return e, nil, fmt.Errorf("%d fields between tabs; want type, ID, name, aliases, latitude, longitude, country, at least the first three", len(f))
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	f = append(f, "", "", "", "")
	class, subtype, _ := strings.Cut(f[0], "/")
	c, ok := ParseClass(class)
	if !ok || c == CommonWord {
		return e, nil, fmt.Errorf("unknown type %q; want one of %s", class, strings.Join(classNames[:CommonWord], ", "))
	}
	e = Entry{ID: f[1], Name: f[2], Class: c, Subtype: subtype, Country: f[6]}
	if e.Name == "" {
		return e, nil, errors.New("empty name")
	}
	if f[3] != "" {
		for a := range strings.SplitSeq(f[3], "|") {
			if a = strings.TrimSpace(a); a == "" {
				return e, nil, fmt.Errorf("empty alias of %s", e.Name)
			}
			aliases = append(aliases, a)
		}
	}
	if e.Country != "" && (len(e.Country) != 2 || !upper(e.Country[0]) || !upper(e.Country[1])) {
		return e, nil, fmt.Errorf("country %q; want two capital letters (ISO 3166-1)", e.Country)
	}
	if f[4] == "" && f[5] == "" {
		return e, aliases, nil
	}
	if e.Lat, err = degrees(f[4], 90, "latitude"); err != nil {
		return e, nil, err
	}
	if e.Lon, err = degrees(f[5], 180, "longitude"); err != nil {
		return e, nil, err
	}
	e.HasCoord = true
	return e, aliases, nil
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

func degrees(s string, limit float64, what string) (float32, error) {
	v, err := strconv.ParseFloat(s, 32)
	if err != nil || math.IsNaN(v) || math.Abs(v) > limit {
		return 0, fmt.Errorf("%s %q; want degrees from -%g to %g", what, s, limit, limit)
	}
	return float32(v), nil
}
