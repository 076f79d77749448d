package corpus_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/ner/corpus"
	"github.com/dateline-go/dateline/internal/text"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// texts are the labelled words of an article.
func texts(a corpus.Article) []string {
	var list []string
	for _, l := range a.Labels {
		list = append(list, string([]rune(a.Text)[l.Start:l.End]))
	}
	return list
}

func TestCopies(t *testing.T) {
	a := corpus.Article{Text: "In Zaïre, Syria's army fled.", Labels: []corpus.Label{{Start: 3, End: 8, Type: "GPE"}, {Start: 10, End: 15, Type: "GPE"}}}
	assert.Equal(t, []string{"Zaïre", "Syria"}, texts(a))
	assert.Equal(t, []string{"ZAÏRE", "SYRIA"}, texts(a.Upper()))
	assert.Equal(t, []string{"zaïre", "syria"}, texts(a.Lower()))
	assert.Equal(t, "In Zaïre, Syria's Army Fled.", a.Title().Text, "the s of a genitive stays small")
	bare := a.Bare()
	assert.Equal(t, "In Zaïre Syrias army fled.", bare.Text)
	assert.Equal(t, []string{"Zaïre", "Syrias"}, texts(bare), "a name keeps the s of its genitive")
}

func TestNames(t *testing.T) {
	a := corpus.Article{Text: "Gunmen fled Basra, Iraq along the Tigris River to Camp Eagle.", Labels: []corpus.Label{
		{Start: 12, End: 23, Type: "PLACE"}, {Start: 34, End: 46, Type: "PLACE"}, {Start: 50, End: 60, Type: "PLACE"},
	}}
	doc := text.Read(a.Text)
	var got []string
	for _, n := range a.Names(doc, ner.BuiltinSet()) {
		got = append(got, doc.Span(n.First, n.Last).Text+"/"+n.Type.String())
	}
	assert.Equal(t, []string{"Basra/GPE", "Iraq/GPE", "Tigris River/LOC", "Camp Eagle/FAC"}, got)
}

func TestReadTellsTheLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(path, []byte("{\"id\":\"1\"}\n{oops\n"), 0o600))
	_, err := corpus.Read(path)
	assert.ErrorContains(t, err, "a.jsonl:2:")
}

// FuzzCases: a copy in another case, or without commas, keeps each label on its
// words.
func FuzzCases(f *testing.F) {
	f.Add("Ana Sılva, of Ḣoms’s ǅ ﬁrst ẞ", 0, 9)
	f.Add("a\xffb, 'c's", 2, 3)
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		runes := []rune(s)
		if from < 0 || from >= to || to > len(runes) {
			return
		}
		a := corpus.Article{Text: s, Labels: []corpus.Label{{Start: from, End: to, Type: "PERSON"}}}
		for _, b := range []corpus.Article{a.Upper(), a.Lower(), a.Title()} {
			copied := []rune(b.Text)
			require.Len(t, copied, len(runes))
			require.Equal(t, strings.Map(unicode.ToUpper, strings.ToLower(string(runes[from:to]))), strings.Map(unicode.ToUpper, strings.ToLower(string(copied[from:to]))))
		}
		bare := a.Bare()
		l := bare.Labels[0]
		words := strings.NewReplacer(",", "", "'", "", "’", "").Replace(string(runes[from:to]))
		require.True(t, strings.HasPrefix(string([]rune(bare.Text)[l.Start:l.End]), words), "%q at %v", bare.Text, l)
	})
}
