// Package sampletext holds the articles that tests of several packages read:
// its own, invented, one for each manner of writing; and those of the
// measuring data that stand beside the repository, where they do.
package sampletext

import (
	"bufio"
	"embed"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

//go:embed articles/*.txt
var articles embed.FS

// Article is a text and the name under which a failed test tells of it.
type Article struct{ Name, Text string }

// Own lists the package's articles in the order of their names.
func Own() []Article {
	files, err := articles.ReadDir("articles")
	if err != nil {
		panic(err) // the folder is embedded
	}
	list := make([]Article, 0, len(files))
	for _, f := range files {
		data, err := articles.ReadFile("articles/" + f.Name())
		if err != nil {
			panic(err)
		}
		list = append(list, Article{Name: strings.TrimSuffix(f.Name(), ".txt"), Text: string(data)})
	}
	return list
}

// maxLine is the longest line of a data file in bytes.
const maxLine = 1 << 24

// Shared lists the texts of data files beside the repository, given relative
// to that folder ("gold/dev.jsonl"), at most limit of each; 0 means all. A test
// that needs a file which is not there is skipped with its name.
func Shared(t testing.TB, limit int, files ...string) []Article {
	t.Helper()
	root := moduleRoot(t)
	var list []Article
	for _, name := range files {
		f, err := os.Open(filepath.Join(root, "..", "shared", filepath.FromSlash(name)))
		if os.IsNotExist(err) {
			t.Skipf("../shared/%s is not beside the repository", name)
		}
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, maxLine)
		for n := 0; lines.Scan() && (limit == 0 || n < limit); n++ {
			var record struct{ ID, Text string }
			if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
				t.Fatalf("%s:%d: %v", name, n+1, err)
			}
			list = append(list, Article{Name: name + ":" + record.ID, Text: record.Text})
		}
		err = lines.Err()
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return list
}

// moduleRoot is the folder of the go.mod above the test.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the test")
		}
		dir = up
	}
}
