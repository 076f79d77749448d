// Repack brings stored models into the form that is loaded fastest, whatever
// form and version they have now. The models' answers stay the same.
//
//	go run ./internal/cmd/repack internal/tagger/model.bin internal/attribution/*.model internal/ner/cased.bin
//	go run ./internal/cmd/repack -small internal/ner/caseless.bin
package main

import (
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/dateline-go/dateline/internal/seqtag"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("repack: ")
	small := flag.Bool("small", false, "compress the models: half the size, but some milliseconds and their whole size in memory")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("no model: name the files to repack")
	}
	for _, path := range flag.Args() {
		if err := repack(path, *small); err != nil {
			log.Fatal(err)
		}
	}
}

func repack(path string, small bool) error {
	before, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	m, err := seqtag.Load(before)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	after := m.Marshal()
	if small {
		after = m.MarshalSmall()
	}
	fmt.Printf("%s: %d features, %d bytes before, %d after\n", path, m.Size(), len(before), len(after))
	return os.WriteFile(path, after, 0o644)
}
