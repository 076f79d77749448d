package span

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Unit is what an offset counts.
type Unit uint8

const (
	Byte  Unit = iota // bytes of the Go string, as in all results of this module
	Rune              // Unicode code points, as in Python; an invalid byte counts as one
	UTF16             // UTF-16 code units, as in JavaScript and Java; an invalid byte counts as one
)

var unitNames = [...]string{Byte: "byte", Rune: "rune", UTF16: "utf16"}

// String is the name that [ParseUnit] reads.
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return fmt.Sprintf("Unit(%d)", uint8(u))
}

// ErrUnit says that a name is none of a unit.
var ErrUnit = errors.New("unknown offset unit")

// ParseUnit reads "byte", "rune" or "utf16"; the error of another name is
// [ErrUnit].
func ParseUnit(name string) (Unit, error) {
	for u, n := range unitNames {
		if n == name {
			return Unit(u), nil
		}
	}
	return Byte, fmt.Errorf("%w %q: use byte, rune or utf16", ErrUnit, name)
}

// MarshalText is the unit's name, for JSON.
func (u Unit) MarshalText() ([]byte, error) { return []byte(u.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (u *Unit) UnmarshalText(name []byte) error {
	unit, err := ParseUnit(string(name))
	if err == nil {
		*u = unit
	}
	return err
}

// indexStep is the distance in bytes between two remembered offsets: a
// conversion decodes at most this many bytes.
const indexStep = 256

// Index converts byte offsets of one text into another [Unit] in constant
// time. It is immutable and may be shared between goroutines.
type Index struct {
	text  string
	unit  Unit
	marks []int // units before byte i*indexStep (of the first rune starting there or later)
	at    []int // the byte offset that marks[i] speaks of
}

// NewIndex reads text once. For [Byte], and for text in plain ASCII, it holds
// nothing and converts nothing.
func NewIndex(text string, unit Unit) *Index {
	x := &Index{text: text, unit: unit}
	if unit == Byte || isASCII(text) {
		x.unit = Byte
		return x
	}
	n, next := 0, 0
	for i, r := range text {
		if i >= next {
			x.marks, x.at = append(x.marks, n), append(x.at, i)
			next = (i/indexStep + 1) * indexStep
		}
		n += units(r, unit)
	}
	return x
}

// Convert translates a byte offset. Offsets are clamped to the text; one in
// the middle of a character counts as the character's start.
func (x *Index) Convert(offset int) int {
	offset = min(max(offset, 0), len(x.text))
	if x.unit == Byte {
		return offset
	}
	i := min(offset/indexStep, len(x.marks)-1)
	for i > 0 && x.at[i] > offset {
		i--
	}
	n := x.marks[i]
	for p := x.at[i]; p < offset; {
		r, size := utf8.DecodeRuneInString(x.text[p:])
		if p+size > offset {
			break
		}
		n += units(r, x.unit)
		p += size
	}
	return n
}

// Span translates both ends; the words stay as they are.
func (x *Index) Span(s Span) Span {
	s.Start, s.End = x.Convert(s.Start), x.Convert(s.End)
	return s
}

func units(r rune, unit Unit) int {
	if unit == UTF16 && r > 0xFFFF {
		return 2
	}
	return 1
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
