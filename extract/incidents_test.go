package extract

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

//go:embed testdata/incidents.txt
var incidentCases string

// incidentCase is an article with the incidents it tells of.
type incidentCase struct {
	reason    string
	published time.Time
	text      string
	want      []string
}

func readIncidents(t *testing.T) []incidentCase {
	t.Helper()
	_, table, _ := strings.Cut(incidentCases, "\n== ")
	var cases []incidentCase
	for part := range strings.SplitSeq(table, "\n== ") {
		head, rest, ok := strings.Cut(part, "\npublished: ")
		require.True(t, ok, "%q: no published:", head)
		day, rest, _ := strings.Cut(rest, "\n")
		published, err := time.Parse(time.DateOnly, day)
		require.NoError(t, err, head)
		body, want, ok := strings.Cut(rest, "\n->\n")
		require.True(t, ok, "%q: no ->", head)
		cases = append(cases, incidentCase{head, published, body, strings.Split(strings.TrimSpace(want), "\n")})
	}
	return cases
}

// showIncidents writes incidents in the notation of the table.
func showIncidents(s string, res *Result) []string {
	bound := func(n *int) string {
		if n == nil {
			return "?"
		}
		return fmt.Sprint(*n)
	}
	var out []string
	for _, in := range res.Incidents {
		place, when, by := "-", "-", "-"
		if in.PlaceWords != nil {
			place = in.PlaceWords.Text
		}
		if in.When != nil {
			when = in.When.From.Format(time.DateOnly)
		}
		var figures, claims []string
		for _, f := range in.Figures {
			figures = append(figures, fmt.Sprintf("%s %s/%s/%s", f.Outcome, bound(f.Low), bound(f.Best), bound(f.High)))
		}
		for _, i := range in.Claims {
			c := &res.Claims[i]
			claims = append(claims, fmt.Sprintf("%s %s", c.Outcome, c.Count.Text))
			if by == "-" && c.Perpetrator != nil {
				by = c.Perpetrator.Text
			}
		}
		out = append(out, strings.Join([]string{place, when, by, strings.Join(figures, "; "), strings.Join(claims, "; ")}, " | "))
	}
	return out
}

func TestIncidents(t *testing.T) {
	cases := readIncidents(t)
	assert.GreaterOrEqual(t, len(cases), 12)
	for _, c := range cases {
		assert.Equal(t, strings.Join(c.want, "\n"), strings.Join(showIncidents(c.text, analyze(c.text, c.published)), "\n"), c.reason)
	}
}
