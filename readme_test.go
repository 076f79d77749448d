package dateline_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadme holds the program and the output in README to the example that
// the tests run. Run go test -run Readme . -update to copy it there.
func TestReadme(t *testing.T) {
	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(source), "func Example() {\n")
	require.True(t, found)
	code, rest, found := strings.Cut(rest, "\t// Output:\n")
	require.True(t, found)
	output, _, _ := strings.Cut(rest, "}\n")
	code = strings.TrimPrefix(strings.ReplaceAll("\n"+code, "\n\t", "\n"), "\n")
	output = strings.TrimPrefix(strings.ReplaceAll("\n"+output, "\n\t// ", "\n"), "\n")

	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	parts := strings.SplitN(string(readme), "```", 5)
	require.Len(t, parts, 5, "README begins with the program and its output, each between ``` and ```")
	if *update {
		parts[1], parts[3] = "go\n"+code, "\n"+output
		require.NoError(t, os.WriteFile("README.md", []byte(strings.Join(parts, "```")), 0o644))
	}
	assert.Equal(t, "go\n"+code, parts[1], "go test -run Readme . -update copies it")
	assert.Equal(t, "\n"+output, parts[3], "go test -run Readme . -update copies it")
}
