// Package terminal prints words of other people's texts on a terminal.
package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Is reports a terminal: a character device other than the null device.
func Is(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// Clean makes words from an article safe and readable on one line of a
// terminal: white space becomes a blank, and whatever could steer the terminal
// or turn the direction of writing becomes visible.
func Clean(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case c == utf8.RuneError && size == 1:
			b.WriteRune(utf8.RuneError)
		case unicode.IsSpace(c):
			b.WriteByte(' ')
		case unicode.IsControl(c), unicode.Is(unicode.Cf, c) && c != '\u200d', c == '\u2028', c == '\u2029':
			fmt.Fprintf(&b, "<%04X>", c)
		default:
			b.WriteRune(c)
		}
		i += size
	}
	return b.String()
}
