package text_test

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/text"
)

func ExampleRead() {
	doc := text.Read("ERBIL, March 3 - Lt. Col. Hadi Omar's men don't talk. They left.")
	fmt.Println(doc.Span(doc.Dateline[0], doc.Dateline[1]).Text)
	for _, s := range doc.Sentences {
		for _, t := range doc.Tokens[s.First:s.Last] {
			fmt.Print("[", t.Text, "]")
		}
		fmt.Println()
	}
	// Output:
	// ERBIL, March 3 -
	// [ERBIL][,][March][3][-]
	// [Lt.][Col.][Hadi][Omar]['s][men][do][n't][talk][.]
	// [They][left][.]
}
