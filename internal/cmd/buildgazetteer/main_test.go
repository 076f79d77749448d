package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

const tables = "../../gazetteer/tables"

// The hand-written tables are well formed and name no thing twice.
func TestTables(t *testing.T) {
	c, err := newCollector(tables + "/common_words.txt")
	require.NoError(t, err)
	require.NoError(t, c.organizations(tables))
	for class, least := range map[gazetteer.Class]int{gazetteer.Group: 500, gazetteer.Media: 600, gazetteer.Company: 600, gazetteer.Nationality: 400} {
		assert.Greater(t, c.count[class], least, class)
	}
	assert.True(t, c.b.Classes("IS").Has(gazetteer.CommonWord))
	assert.False(t, c.b.Classes("ISIS").Has(gazetteer.CommonWord))
	for _, f := range []string{"countries.tsv", "places.tsv", "divisions.tsv"} {
		_, err := readTSV(tables+"/"+f, 2)
		assert.NoError(t, err, f)
	}
}

func TestOwnName(t *testing.T) {
	for _, row := range []struct{ in, want, reason string }{
		{"Diyala Governorate", "Diyala", "kind behind the name"},
		{"Qaḑā’ Kifrī", "Kifrī", "kind before the name"},
		{"Eastern Province", "Eastern Province", "the rest is no name"},
		{"Northern Ireland", "Northern Ireland", "no kind"},
	} {
		assert.Equal(t, row.want, ownName(row.in), row.reason)
	}
}

func TestWithArticles(t *testing.T) {
	got := withArticles("SY", []string{"Ar Raqqah"})
	for _, want := range []string{"Ar Raqqah", "al-Raqqah", "ar-Raqqah", "Raqqah", "al-Raqqa", "Raqqa"} {
		assert.Contains(t, got, want)
	}
	assert.Equal(t, []string{"Al Raqqah"}, withArticles("FR", []string{"Al Raqqah"}), "only where Arabic is spoken")
	assert.NotContains(t, withArticles("SY", []string{"As Raqqah"}), "Raqqah", "the article takes the next letter's sound")
}

func TestAlternates(t *testing.T) {
	p := city{Name: "Kyiv", Population: 2_000_000, Alternates: []string{"IEV", "Kiev", "Kijow", "Kænugarður", "Киев", "kyiv", "Kiew"}}
	assert.Equal(t, []string{"Kiev", "Kiew"}, alternates(p, false), "spellings with the same consonants")
	p = city{Name: "Frankfurt am Main", Population: 700_000, Alternates: []string{"Frankfurt", "Francoforte"}}
	assert.Equal(t, []string{"Frankfurt"}, alternates(p, false), "short form")
}

func TestRomanize(t *testing.T) {
	for in, want := range map[string]string{"Щербаков": "Shcherbakov", "Дмитрий": "Dmitry", "გიორგი": "Giorgi", "José": "José"} {
		assert.Equal(t, want, romanize(in))
	}
}
