package prosetext_test

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/text"
	"github.com/dateline-go/dateline/prosetext"
)

func ExampleRecognize() {
	doc := text.Read("He met Barack Obama in Washington.")
	for _, m := range prosetext.Recognize(doc).Mentions {
		fmt.Println(m.Type, m.Start, m.End, m.Text)
	}
	// Output:
	// PERSON 7 19 Barack Obama
	// GPE 23 33 Washington
}
