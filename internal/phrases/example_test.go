package phrases_test

import (
	"fmt"

	"github.com/dateline-go/dateline/internal/phrases"
	"github.com/dateline-go/dateline/internal/tagger"
)

func ExampleLayer_Subject() {
	doc := tagger.Read("The chief of police, who asked not to be named, said two men had been shot by gunmen.")
	layer := phrases.Read(doc)
	for i, g := range layer.VGs {
		if !g.Finite {
			continue
		}
		subject := layer.Subject(i)
		first, last := layer.Extend(subject, phrases.Of)
		fmt.Printf("%s: %s\n", doc.Span(g.First, g.Last).Text, doc.Span(first, last).Text)
		if agent := layer.Agent(i); agent >= 0 {
			p := layer.NPs[agent]
			fmt.Println("by", doc.Span(p.First, p.Last).Text)
		}
	}
	// Output:
	// asked: The chief of police
	// said: The chief of police
	// had been shot: two men
	// by gunmen
}
