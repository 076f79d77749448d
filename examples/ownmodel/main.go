// Ownmodel shows what one can bring along in the place of what dateline has: it
// trains a tagger and a recognizer on a small corpus, adds a gazetteer, outcome
// words, reporting verbs and a glossary, and lets a Spanish glossary do what it can.
// docs/own-model.md walks through it.
//
//	go run ./examples/ownmodel
//	go run ./examples/ownmodel -save DIR     keeps the two models
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/train"
)

//go:embed testdata
var files embed.FS

func main() { os.Exit(program(os.Args[1:], os.Stdout, os.Stderr)) }

func program(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("ownmodel", flag.ContinueOnError)
	flags.SetOutput(stderr)
	save := flags.String("save", "", "folder to keep tagger.model and names.model in")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return 2
	}
	if err := run(stdout, *save); err != nil {
		fmt.Fprintln(stderr, "ownmodel:", err)
		return 1
	}
	return 0
}

func run(w io.Writer, save string) error {
	builtin, err := dateline.New(dateline.WithTokens())
	if err != nil {
		return err
	}
	tagger, names, err := trainModels()
	if err != nil {
		return err
	}
	if save != "" {
		if err := keep(save, tagger, names); err != nil {
			return err
		}
	}
	own, err := logAnalyzer(tagger, names)
	if err != nil {
		return err
	}
	heldOut, err := corpus("logs-test.conll")
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "A duty log, sentences kept from training:")
	fmt.Fprintln(w, "  built in:", train.Evaluate(builtin, heldOut))
	fmt.Fprintln(w, "  own:     ", train.Evaluate(own, heldOut))

	log, err := text("log.txt")
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nThe log, built in:")
	show(w, builtin.Analyze(log))
	fmt.Fprintln(w, "\nThe log, own:")
	show(w, own.Analyze(log))

	spanish, err := spanishAnalyzer()
	if err != nil {
		return err
	}
	article, err := text("es-articulo.txt")
	if err != nil {
		return err
	}
	fmt.Fprintln(w, "\nA Spanish article, built in:")
	show(w, builtin.Analyze(article))
	fmt.Fprintln(w, "\nA Spanish article, with the glossary:")
	show(w, spanish.Analyze(article))
	return nil
}

func trainModels() (tagger, names []byte, err error) {
	sentences, err := corpus("logs-train.conll")
	if err != nil {
		return nil, nil, err
	}
	tagger, err = train.Tagger(sentences, train.Options{})
	if err != nil {
		return nil, nil, err
	}
	names, err = train.Recognizer(sentences, train.Options{})
	return tagger, names, err
}

func corpus(name string) ([]train.Sentence, error) {
	f, err := files.Open("testdata/" + name)
	if err != nil {
		return nil, err
	}
	defer f.Close() // was only read
	return train.ReadCoNLL(f, name)
}

func logAnalyzer(tagger, names []byte) (*dateline.Analyzer, error) {
	tables, err := open("places.tsv", "outcomes.txt", "reporting.txt", "jargon.txt")
	if err != nil {
		return nil, err
	}
	return dateline.New(
		dateline.WithTokens(),
		dateline.WithTaggerModel(bytes.NewReader(tagger), "tagger.model"),
		dateline.WithModel(bytes.NewReader(names), "names.model"),
		dateline.WithEntities(entities.WithoutBuiltin()), // KIA is no company here
		dateline.WithGazetteer(tables["places.tsv"], "places.tsv"),
		dateline.WithOutcomes(tables["outcomes.txt"], "outcomes.txt"),
		dateline.WithReportingVerbs(tables["reporting.txt"], "reporting.txt"),
		dateline.WithGlossary(tables["jargon.txt"], "jargon.txt"),
	)
}

func spanishAnalyzer() (*dateline.Analyzer, error) {
	tables, err := open("es-glossary.txt")
	if err != nil {
		return nil, err
	}
	return dateline.New(dateline.WithGlossary(tables["es-glossary.txt"], "es-glossary.txt"))
}

func open(names ...string) (map[string]io.Reader, error) {
	readers := map[string]io.Reader{}
	for _, name := range names {
		data, err := fs.ReadFile(files, "testdata/"+name)
		if err != nil {
			return nil, err
		}
		readers[name] = bytes.NewReader(data)
	}
	return readers, nil
}

func text(name string) (string, error) {
	data, err := fs.ReadFile(files, "testdata/"+name)
	return string(data), err
}

func keep(folder string, tagger, names []byte) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(folder, "tagger.model"), tagger, 0o666),
		os.WriteFile(filepath.Join(folder, "names.model"), names, 0o666),
	)
}

// show prints names, quotes and claims, a line each.
func show(w io.Writer, a *dateline.Analysis) {
	found := false
	for _, m := range a.Mentions {
		found = true
		fmt.Fprintf(w, "  name   %s %s\n", m.Type, m.Text)
	}
	for _, q := range a.Quotes {
		found = true
		source := "nobody"
		if q.Source >= 0 {
			source = a.Sources[q.Source].Name
		}
		fmt.Fprintf(w, "  quote  %s: %s\n", source, q.Content.Text)
	}
	for _, c := range a.Claims {
		found = true
		fmt.Fprintf(w, "  claim  %s: %s\n", c.Outcome, c.Count.Text)
	}
	if !found {
		fmt.Fprintln(w, "  nothing")
	}
}
