// Export writes what dateline finds in articles in the forms of other tools.
//
//	go run ./examples/export -format brat -out DIR FILE...
//
// A file is an article in plain text. For each the folder gets, by the format:
// NAME.txt and NAME.ann with an annotation.conf (brat), NAME.spacy.json (spacy),
// NAME.displacy.json (displacy), NAME.spans.json (displacy-spans), NAME.jsonld
// (webannotation), NAME.conll (conll2003) or NAME.conllu (conllu).
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/interop"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// file is one of the files that an article becomes.
type file struct {
	suffix string
	data   []byte
}

var formats = map[string]func(*dateline.Analysis) ([]file, error){
	"brat": func(a *dateline.Analysis) ([]file, error) {
		var text, ann bytes.Buffer
		err := interop.WriteBrat(&text, &ann, a)
		return []file{{".txt", text.Bytes()}, {".ann", ann.Bytes()}}, err
	},
	"spacy": func(a *dateline.Analysis) ([]file, error) {
		doc, err := interop.SpaCy(a)
		return encode(".spacy.json", doc, err)
	},
	"displacy": func(a *dateline.Analysis) ([]file, error) {
		doc, err := interop.Displacy(a)
		return encode(".displacy.json", doc, err)
	},
	"displacy-spans": func(a *dateline.Analysis) ([]file, error) {
		doc, err := interop.DisplacySpans(a)
		return encode(".spans.json", doc, err)
	},
	"webannotation": func(a *dateline.Analysis) ([]file, error) {
		page, err := interop.WebAnnotations(a, "urn:article:"+url.PathEscape(a.ID))
		return encode(".jsonld", page, err)
	},
	"conll2003": func(a *dateline.Analysis) ([]file, error) {
		var b bytes.Buffer
		err := interop.WriteCoNLL2003(&b, a)
		return []file{{".conll", b.Bytes()}}, err
	},
	"conllu": func(a *dateline.Analysis) ([]file, error) {
		var b bytes.Buffer
		err := interop.WriteCoNLLU(&b, a)
		return []file{{".conllu", b.Bytes()}}, err
	},
}

const formatNames = "brat, spacy, displacy, displacy-spans, webannotation, conll2003 or conllu"

func encode(suffix string, v any, err error) ([]file, error) {
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err = e.Encode(v)
	return []file{{suffix, b.Bytes()}}, err
}

// run is main with its surroundings passed in; it returns the exit status: 1
// if a file could not be read or written, 2 for a wrong command line.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("export", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "brat", formatNames)
	out := flags.String("out", "", "folder to write to; it is made if it is not there")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: export -format FORMAT -out DIR FILE...")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	fail := func(status int, err error) int {
		fmt.Fprintln(stderr, "export:", err)
		return status
	}
	convert, ok := formats[*format]
	switch {
	case !ok:
		return fail(2, fmt.Errorf("-format: unknown format %q: use %s", *format, formatNames))
	case *out == "":
		return fail(2, errors.New("-out: name the folder to write to"))
	case flags.NArg() == 0:
		return fail(2, errors.New("no article: name one file or more"))
	}
	names := map[string]string{} // of outputs, to the files they are made of
	for _, path := range flags.Args() {
		name := baseName(path)
		if other, ok := names[name]; ok {
			return fail(2, fmt.Errorf("%s and %s would both become %s: rename one of them", other, path, name))
		}
		names[name] = path
	}
	analyzer, err := dateline.New(dateline.WithTokens())
	if err != nil {
		return fail(1, err)
	}
	if err := os.MkdirAll(*out, 0o777); err != nil {
		return fail(1, err)
	}
	if *format == "brat" {
		if err := os.WriteFile(filepath.Join(*out, "annotation.conf"), []byte(interop.BratConfig()), 0o666); err != nil {
			return fail(1, err)
		}
	}
	status := 0
	for _, path := range flags.Args() {
		if err := export(analyzer, convert, path, *out, stdout); err != nil {
			status = fail(1, err)
		}
	}
	return status
}

func baseName(path string) string {
	name := filepath.Base(path)
	return strings.TrimSuffix(name, filepath.Ext(name))
}

func export(analyzer *dateline.Analyzer, convert func(*dateline.Analysis) ([]file, error), path, out string, stdout io.Writer) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("cannot read the article: %w", err)
	}
	name := baseName(path)
	files, err := convert(analyzer.AnalyzeArticle(dateline.Article{ID: name, Text: string(text)}))
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, f := range files {
		to := filepath.Join(out, name+f.suffix)
		if same(path, to) {
			if string(f.data) == string(text) {
				continue // brat's text is the article itself
			}
			return fmt.Errorf("%s: would be overwritten; choose another -out", path)
		}
		if err := os.WriteFile(to, f.data, 0o666); err != nil {
			return err
		}
		fmt.Fprintln(stdout, to)
	}
	return nil
}

// same reports two names of one file.
func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
