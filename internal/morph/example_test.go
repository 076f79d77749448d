package morph_test

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/morph"
	"github.com/dateline-go/dateline/internal/pos"
)

func ExampleLemma() {
	fmt.Println(morph.Lemma("seized", pos.VBD), morph.Lemma("shot", pos.VBN), morph.Lemma("gunmen", pos.NNS))
	// Output: seize shoot gunman
}

func ExampleOf() {
	fmt.Println(morph.Of("flee"))
	// Output: {flee flees fled fled fleeing}
}
