package interop_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPeers has the exports read by spaCy and by the conllu package. It is asked
// for by DATELINE_PEERS: the path of a Python that has both, or "install" to make
// one with pip in the user's cache folder, some 300 MB and minutes at the first time.
func TestPeers(t *testing.T) {
	python := os.Getenv("DATELINE_PEERS")
	if python == "" {
		t.Skip("set DATELINE_PEERS to a Python with spacy and conllu, or to install, to have the exports read by the tools themselves")
	}
	if python == "install" {
		python = install(t)
	}
	folder := t.TempDir()
	for name, text := range odd(t) {
		into := filepath.Join(folder, strings.ReplaceAll(name, " ", "-"))
		require.NoError(t, os.Mkdir(into, 0o755))
		for file, data := range export(t, analyze(text)) {
			require.NoError(t, os.WriteFile(filepath.Join(into, file), data, 0o644))
		}
	}
	out, err := exec.Command(python, "testdata/peers.py", folder).CombinedOutput()
	t.Logf("%s", out)
	require.NoError(t, err)
}

func install(t *testing.T) (python string) {
	t.Helper()
	cache, err := os.UserCacheDir()
	require.NoError(t, err)
	folder := filepath.Join(cache, "dateline-peers")
	python = filepath.Join(folder, "bin", "python")
	if exec.Command(python, "-c", "import spacy, conllu").Run() == nil {
		return python
	}
	for _, command := range [][]string{
		{"python3", "-m", "venv", folder},
		{python, "-m", "pip", "install", "--quiet", "spacy>=3.7,<4", "conllu>=4.5,<7"},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Skipf("%s: %v\n%s", strings.Join(command, " "), err, out)
		}
	}
	return python
}
