package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
)

// FuzzRun: whatever the input is, every format ends in order: exit status 0 or
// a message, no control character in the report, JSON lines that are JSON.
func FuzzRun(f *testing.F) {
	for _, s := range []string{"", "Two people were killed in Homs, police said.", "\x1b]0;owned\a\x1b[2J killed \u202e12", "{\"id\":\"a\",\"text\":\"b\"}", "\xff\x00\r\r\n", "=cmd|' /C calc'!A0,\"x\"\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, input string) {
		if len(input) > 4_000 {
			return
		}
		status, out, _ := analyze(input, "-format", "report")
		if status == 0 {
			for _, c := range out {
				require.False(t, unicode.IsControl(c) && c != '\n' || c == '\u202e' || c == '\u2066', "%U in the report", c)
			}
		}
		for _, format := range []string{"jsonl", "records"} {
			status, out, errs := analyze(input, "-format", format)
			if status != 0 {
				require.NotEmpty(t, errs, "a failure says what was wrong")
				continue
			}
			for line := range strings.Lines(out) {
				require.True(t, json.Valid([]byte(line)), "%s: %q", format, line)
			}
		}
	})
}
