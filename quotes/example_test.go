package quotes_test

import (
	"fmt"

	"github.com/dateline-go/dateline/quotes"
)

func ExampleFind() {
	text := `"They left before dawn," a border guard said on condition of anonymity. The mayor, Ana Lopez, denied that anyone had crossed.`
	r := quotes.Find(text)
	for i := range r.Quotes {
		q := &r.Quotes[i]
		source := r.SourceOf(q)
		fmt.Printf("%s: %s\n  %s (%s)\n", q.Kind, q.Content.Text, source.Name, source.Kind)
		if q.Anonymity != nil {
			fmt.Println("  why:", q.Anonymity.Text)
		}
	}
	// Output:
	// direct: They left before dawn,
	//   a border guard (anonymous)
	//   why: on condition of anonymity
	// indirect: anyone had crossed
	//   Ana Lopez (named)
}
