package annotated_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"testing"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/annotated"
	"github.com/dateline-go/dateline/internal/sampletext"
	"github.com/stretchr/testify/require"
)

// active is markup that could run or load something. The page's own script and
// style stand elsewhere; its own links lead within the page or hold its GeoJSON.
var active = regexp.MustCompile(`(?i)<(script|style|img|iframe|object|embed|link|meta|base|svg[^>]*\son|[a-z]+[^>]*\son[a-z]+\s*=)|(href|src)="\s*(javascript:|https?:|data:(text|image|application/(x|java|ecma)))`)

// FuzzPage: an article's markup is text on its page, and its map is JSON.
func FuzzPage(f *testing.F) {
	for _, a := range sampletext.Own() {
		f.Add(a.Text)
	}
	f.Add("<script>alert(1)</script> killed two people in Homs, \"><img src=x onerror=alert(1)> said.")
	f.Add("Ali </article><svg onload=x> & ' \" \x00 \xff \u202e said: “<a href=javascript:x>”")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 5_000 {
			return
		}
		a := dateline.Analyze(text)
		var page, again bytes.Buffer
		require.NoError(t, annotated.Write(&page, a, 1))
		require.Empty(t, active.FindString(page.String()))
		require.NoError(t, annotated.Write(&again, a, 1))
		require.Equal(t, page.String(), again.String())
		require.True(t, json.Valid(annotated.GeoJSON(a)))
	})
}
