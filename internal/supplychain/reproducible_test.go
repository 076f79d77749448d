package supplychain

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root is the module's folder, from this package's.
const root = "../.."

func goTool(t *testing.T, dir string, env []string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "go %s: %s", strings.Join(args, " "), out)
}

// build makes a program of this module.
func build(t *testing.T, name string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), filepath.Base(name))
	goTool(t, root, nil, "build", "-trimpath", "-buildvcs=false", "-o", out, "./"+name)
	return out
}

// sums are the SHA-256 of a folder's files by name.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		m[name] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	}))
	return m
}

// names that the corpora are made of, by type.
var names = []struct{ kind, name string }{
	{"PERSON", "Amin Rashid"}, {"PERSON", "Lena Ostrow"}, {"PERSON", "Tomas Brandt"}, {"ORG", "Reed Brigade"}, {"ORG", "Interior Ministry"},
	{"ORG", "Corvid News"}, {"GPE", "Marsan"}, {"GPE", "Dabira"}, {"GPE", "Lunde"}, {"NORP", "Lebanese"}, {"LOC", "Tamra River"}, {"FAC", "Qasr Hotel"},
}

// corpora writes small corpora of our own in the layout that the trainers read.
func corpora(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, records []any) {
		var b bytes.Buffer
		for _, r := range records {
			line, err := json.Marshal(r)
			require.NoError(t, err)
			b.Write(append(line, '\n'))
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, b.Bytes(), 0o644))
	}
	type label struct {
		Start  int    `json:"start"`
		End    int    `json:"end"`
		Type   string `json:"type"`
		Entity string `json:"entity"`
	}
	type span struct {
		Start int `json:"start"`
		End   int `json:"end"`
	}
	type quote struct {
		Start  int  `json:"start"`
		End    int  `json:"end"`
		Cue    span `json:"cue"`
		Source span `json:"source"`
	}
	var labelled, tagged, quoted []any
	for i := range 60 {
		a, b := names[i%len(names)], names[(i*5+1)%len(names)]
		var text strings.Builder
		var labels []label
		name := func(n struct{ kind, name string }) {
			labels = append(labels, label{text.Len(), text.Len() + len(n.name), n.kind, n.name})
			text.WriteString(n.name)
		}
		text.WriteString("On Monday ")
		name(a)
		text.WriteString(" met ")
		name(b)
		fmt.Fprintf(&text, ", a witness said. The talks lasted %d hours.", i+2)
		labelled = append(labelled, map[string]any{"id": fmt.Sprint("own-", i), "text": text.String(), "entities": labels})

		words := []string{"On", "Monday", "the", "guard", "said", "that", fmt.Sprint(i + 2), "boats", "had", "left", "Marsan", "."}
		tags := []string{"IN", "NNP", "DT", "NN", "VBD", "IN", "CD", "NNS", "VBD", "VBN", "NNP", "."}
		tagged = append(tagged, map[string]any{"id": fmt.Sprint("own-", i), "tokens": words, "pos": tags,
			"tags": []string{"O", "O", "O", "O", "O", "O", "O", "O", "O", "O", "B-geo", "O"}})

		said := fmt.Sprintf("The guard said that %d boats had left. They will be back.", i+2)
		quoted = append(quoted, map[string]any{"id": fmt.Sprint("own-", i), "text": said,
			"quotes": []quote{{20, strings.Index(said, "."), span{10, 14}, span{0, 9}}}})
	}
	for _, f := range []string{"news_train", "gmb_corrected_train", "gum_train", "re3d_train", "wnut_train"} {
		write("ner/"+f+".jsonl", labelled)
	}
	write("ner/gmb_train.jsonl", tagged)
	write("pos/gum_train.jsonl", tagged)
	write("pos/gum_dev.jsonl", tagged[:10])
	for i := range quoted { // PolNeAR's layout has lists of ranges
		r := quoted[i].(map[string]any)
		q := r["quotes"].([]quote)[0]
		quoted[i] = map[string]any{"id": r["id"], "text": r["text"], "quotes": []any{map[string]any{
			"content": [][2]int{{q.Start, q.End}}, "cue": [][2]int{{q.Cue.Start, q.Cue.End}}, "source": [][2]int{{q.Source.Start, q.Source.End}}, "kind": "indirect"}}}
	}
	write("polnear/train.jsonl", quoted)
	write("quotes/train.jsonl", nil)
	return dir
}

// TestTrainersRepeat: the same corpora and command give the same bytes, on one
// processor and on several.
func TestTrainersRepeat(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs every trainer twice")
	}
	data := corpora(t)
	assert.Contains(t, pos.NNP.String(), "NNP", "the corpora use the tags of package pos")
	for _, row := range []struct {
		program string
		args    func(out string) []string
	}{
		{"internal/cmd/trainpos", func(out string) []string {
			return []string{"-data", data, "-out", filepath.Join(out, "model.bin"), "-epochs", "2", "-keep", "400"}
		}},
		{"internal/cmd/trainner", func(out string) []string {
			return []string{"-data", filepath.Join(data, "ner"), "-out", out, "-epochs", "1", "-keep", "400", "-keep-caseless", "300", "-invented", "1"}
		}},
		{"internal/cmd/trainquotes", func(out string) []string {
			return []string{"-data", data, "-out", out, "-keep", "400", "-own", "0"}
		}},
	} {
		t.Run(filepath.Base(row.program), func(t *testing.T) {
			program := build(t, row.program)
			var first map[string]string
			for _, processors := range []string{"1", "4"} {
				out := t.TempDir()
				cmd := exec.CommandContext(t.Context(), program, row.args(out)...)
				cmd.Dir, cmd.Env = root, append(os.Environ(), "GOMAXPROCS="+processors)
				log, err := cmd.CombinedOutput()
				require.NoError(t, err, "%s", log)
				got := sums(t, out)
				require.NotEmpty(t, got)
				if first == nil {
					first = got
				}
				assert.Equal(t, first, got, "with %s processors", processors)
			}
		})
	}
}

// TestGazetteerRepeats: the same records give the same bytes.
func TestGazetteerRepeats(t *testing.T) {
	var first [2][]byte
	for range 5 { // each time with the maps in another order
		b := gazetteer.NewBuilder()
		for i := range 500 {
			require.NoError(t, b.Add(gazetteer.Entry{Name: fmt.Sprintf("Town %d", i), Class: gazetteer.City, Country: "IQ", Population: i}, fmt.Sprintf("Old Town %d", i), "Town"))
			b.Mark(fmt.Sprintf("Name%d", i), gazetteer.Given)
		}
		p, e, err := b.Files()
		require.NoError(t, err)
		if first[0] == nil {
			first = [2][]byte{p, e}
		}
		require.True(t, bytes.Equal(first[0], p) && bytes.Equal(first[1], e))
	}
}

// TestProgramsRepeat: a program built in two folders is the same file.
func TestProgramsRepeat(t *testing.T) {
	if testing.Short() {
		t.Skip("copies and builds the module twice")
	}
	var first map[string]string
	for range 2 {
		dir := t.TempDir()
		require.NoError(t, os.CopyFS(dir, onlySource{os.DirFS(root)}))
		out := t.TempDir()
		goTool(t, dir, []string{"CGO_ENABLED=0"}, "build", "-trimpath", "-buildvcs=false", "-o", filepath.Join(out, "analyze"), "./examples/analyze")
		got := sums(t, out)
		if first == nil {
			first = got
		}
		assert.Equal(t, first, got)
	}
}
