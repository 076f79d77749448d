package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/span"
)

//go:embed testdata/roles.txt
var roleCases string

// showRoles writes a claim with its place, time and perpetrator.
func showRoles(c *Claim) string {
	show := func(s *span.Span) string {
		if s == nil {
			return "-"
		}
		return s.Text
	}
	return fmt.Sprintf("%s %s | %s | %s | %s", c.Outcome, c.Count.Text, show(c.Place), show(c.Time), show(c.Perpetrator))
}

func TestRoles(t *testing.T) {
	reason, text := "", ""
	var want []string
	n := map[string]int{}
	check := func(line int) {
		if text == "" {
			return
		}
		require.NotEmpty(t, reason, "line %d: a case needs its reason", line)
		n[reason]++
		var got []string
		res := Find(strings.ReplaceAll(text, " // ", "\n\n"))
		for i := range res.Claims {
			got = append(got, showRoles(&res.Claims[i]))
		}
		assert.Equal(t, want, got, "before line %d: %s (%s)", line, text, reason)
		text, want = "", nil
	}
	for i, l := range strings.Split(roleCases, "\n") {
		switch l = strings.TrimSpace(l); {
		case l == "" || l[0] == '#':
		case strings.HasPrefix(l, "== "):
			check(i + 1)
			reason = l[3:]
		case strings.HasPrefix(l, "-> "):
			want = append(want, l[3:])
		default:
			check(i + 1)
			text = l
		}
	}
	check(0)
	for reason, n := range n {
		assert.GreaterOrEqual(t, n, 3, "cases of %q", reason)
	}
}
