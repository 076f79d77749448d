package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/clauses.txt
var clauseCases string

//go:embed testdata/distractors.txt
var distractorCases string

// clauseCase is a sentence with the claims that it makes.
type clauseCase struct{ line, kind, text, want string }

func readClauses(t *testing.T) []clauseCase {
	var cases []clauseCase
	kind := ""
	seen := map[string]bool{}
	for n, l := range strings.Split(clauseCases, "\n") {
		switch l = strings.TrimSpace(l); {
		case l == "" || l[0] == '#':
		case strings.HasPrefix(l, "== "):
			kind = l[3:]
		default:
			text, want, ok := strings.Cut(l, " ->")
			require.True(t, ok, "line %d: no -> in %q", n+1, l)
			require.NotEmpty(t, kind, "line %d: a case needs its kind", n+1)
			require.False(t, seen[text], "line %d: %q stands there twice", n+1, text)
			seen[text] = true
			cases = append(cases, clauseCase{fmt.Sprintf("line %d", n+1), kind, text, strings.TrimSpace(want)})
		}
	}
	return cases
}

// showClaims writes claims in the notation of the table.
func showClaims(claims []Claim) string {
	var out []string
	for _, c := range claims {
		var n string
		switch {
		case c.Min != nil && c.Max != nil && *c.Min == *c.Max:
			n = fmt.Sprint(*c.Min)
		case c.Min != nil && c.Max != nil:
			n = fmt.Sprintf("%d-%d", *c.Min, *c.Max)
		case c.Min != nil:
			n = fmt.Sprintf("%d+", *c.Min)
		case c.Max != nil:
			n = fmt.Sprintf("-%d", *c.Max)
		}
		victims := "-"
		if c.Victims != nil {
			victims = c.Victims.Text
		}
		s := fmt.Sprintf("%s %s %s", c.Outcome, n, victims)
		if c.Modality != Stated && c.Modality != Alleged {
			s = fmt.Sprintf("(%s) %s", c.Modality, s)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestClauses(t *testing.T) {
	for _, c := range readClauses(t) {
		assert.Equal(t, c.want, showClaims(Find(c.text).Claims), "%s: %s (%s)", c.line, c.text, c.kind)
	}
}

func TestClausesAreMany(t *testing.T) {
	cases := readClauses(t)
	assert.GreaterOrEqual(t, len(cases), 400)
	kinds := map[string]int{}
	for _, c := range cases {
		kinds[c.kind]++
	}
	for kind, n := range kinds {
		assert.GreaterOrEqual(t, n, 3, "cases of %q", kind)
	}
}

func TestDistractorsHoldNoClaims(t *testing.T) {
	n, reason := 0, ""
	for _, l := range strings.Split(distractorCases, "\n") {
		switch l = strings.TrimSpace(l); {
		case l == "" || l[0] == '#':
		case strings.HasPrefix(l, "== "):
			reason = l[3:]
		default:
			n++
			assert.Empty(t, showClaims(Find(l).Claims), "%s (%s)", l, reason)
		}
	}
	assert.GreaterOrEqual(t, n, 60)
}

// Wire copy in capitals says the same: nearly every case must hold there.
func TestClausesInCapitals(t *testing.T) {
	cases := readClauses(t)
	same := 0
	for _, c := range cases {
		if strings.EqualFold(c.want, showClaims(Find(strings.ToUpper(c.text)).Claims)) {
			same++
		}
	}
	t.Logf("%d of %d", same, len(cases))
	assert.GreaterOrEqual(t, same*100, len(cases)*97)
}
