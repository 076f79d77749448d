package token_test

import (
	"encoding/json"
	"testing"

	"github.com/dateline-go/dateline/span"
	"github.com/dateline-go/dateline/token"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTags(t *testing.T) {
	tags := token.Tags()
	assert.Len(t, tags, 45, "36 words' tags and 9 marks'")
	for _, name := range tags {
		assert.True(t, token.IsTag(name), name)
	}
	for _, row := range []struct {
		name   string
		want   bool
		reason string
	}{
		{"NNP", true, "a tag of the treebank"},
		{"(", true, "the bracket itself is read as its tag"},
		{"HYPH", true, "of the treebank's later guidelines"},
		{"PROPN", false, "a universal tag"},
		{"-", false, "how an untagged word is printed"},
		{"", false, "nothing"},
	} {
		assert.Equal(t, row.want, token.IsTag(row.name), row.reason)
	}
}

func TestJSON(t *testing.T) {
	b, err := json.Marshal(token.Token{Span: span.Of("in Homs", 3, 7), Tag: "NNP"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"start":3,"end":7,"text":"Homs","tag":"NNP"}`, string(b))
}
