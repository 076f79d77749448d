// Versus measures this module and its peers side by side, on the same texts,
// in one run:
//
//	go run ./internal/cmd/versus -setup     once: fetches spaCy and CoreNLP into a cache folder
//	go run ./internal/cmd/versus
//
// Each round starts every system once, as a process of its own, one after the
// other, so that what slows the machine down slows down all of them; the table
// has the median of the rounds and their spread, and so for the ratios, which
// are taken within a round. A system counts what it takes
// to read all texts after it was loaded and warmed up: CPU time, from which
// words a second are computed, and wall time. Memory is the most that its
// process had resident.
//
// The peers' programs are read from -peers and not part of this module. What
// is missing is said and left out.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/stress"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("versus: ")
	var o options
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	flag.StringVar(&o.cache, "cache", filepath.Join(cache, "dateline-peers"), "folder where the peers are installed")
	flag.StringVar(&o.peers, "peers", "../shared/peers", "folder with the peers' programs")
	flag.StringVar(&o.texts, "texts", "", "folder of text files to read; empty: articles from -articles, or invented ones if there are none")
	articles := flag.String("articles", "../shared/gold/dev.jsonl,../shared/data/ner/gumnews_dev.jsonl,../shared/data/polnear/dev.jsonl", "files of JSON lines with a text")
	flag.IntVar(&o.words, "words", 12_000, "how many words of them")
	flag.IntVar(&o.rounds, "rounds", 3, "how often each system is started")
	flag.StringVar(&o.only, "only", "", "systems to measure, by their names; empty: all")
	doSetup := flag.Bool("setup", false, "install what the peers need into -cache, then stop")
	inside := flag.String("inside", "", "for its own use: measure this system in this process")
	flag.Parse()

	switch {
	case *inside != "":
		err = runInside(*inside, o.texts, os.Stdout)
	case *doSetup:
		err = setup(o)
	default:
		if o.texts == "" {
			if o.texts, err = writeTexts(strings.Split(*articles, ","), o.words); err != nil {
				break
			}
			defer os.RemoveAll(o.texts)
		}
		err = compare(o, os.Stdout)
	}
	if err != nil {
		log.Print(err)
		defer os.Exit(1)
	}
}

type options struct {
	cache, peers, texts, only string
	words, rounds             int
}

// writeTexts writes articles with so many words to a new folder, a file each.
func writeTexts(files []string, words int) (folder string, err error) {
	texts, err := readArticles(files, words)
	if err != nil {
		return "", err
	}
	if len(texts) == 0 {
		log.Print("no articles beside the repository: invented ones are read")
		for seed := uint64(1); words > 0; seed++ {
			text := stress.News(4_000, seed)
			texts = append(texts, text)
			words -= len(strings.Fields(text))
		}
	}
	if folder, err = os.MkdirTemp("", "versus"); err != nil {
		return "", err
	}
	for i, text := range texts {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.txt", i)), []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	return folder, nil
}

// readArticles takes articles from the files by turns until there are so many
// words. Files that do not exist are passed over.
func readArticles(files []string, words int) (texts []string, err error) {
	var readers []*bufio.Reader
	for _, name := range files {
		f, err := os.Open(name)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		readers = append(readers, bufio.NewReader(f))
	}
	for words > 0 && len(readers) > 0 {
		next := readers[:0]
		for _, r := range readers {
			line, err := r.ReadBytes('\n')
			if err != nil && err != io.EOF {
				return nil, err
			}
			var record struct{ Text string }
			if len(line) == 0 || json.Unmarshal(line, &record) != nil {
				continue // the end of this file
			}
			texts = append(texts, record.Text)
			words -= len(strings.Fields(record.Text))
			next = append(next, r)
		}
		readers = next
	}
	return texts, nil
}
