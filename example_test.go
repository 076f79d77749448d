package dateline_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/span"
)

// One call reads an article; what it found are plain slices.
func Example() {
	analysis := dateline.Analyze(`A car bomb killed at least nine people in Beledweyne on Thursday, police said.
“We have received 14 bodies,” a doctor said on condition of anonymity.
“Al-Shabaab is behind this,” Col. Abdirahman Nur told reporters.`)
	for _, e := range analysis.Entities {
		fmt.Println(e.Type, e.Name)
	}
	for _, s := range analysis.Sources {
		for _, q := range s.Quotes {
			fmt.Printf("%s (%s): %s\n", s.Name, s.Kind, analysis.Quotes[q].Content.Text)
		}
	}
	for _, c := range analysis.Claims {
		fmt.Println(c.Outcome, c.Count.Text)
	}
	// Output:
	// GPE Beledweyne
	// ORG Al-Shabaab
	// PERSON Abdirahman Nur
	// police (organization): A car bomb killed at least nine people in Beledweyne on Thursday
	// a doctor (anonymous): We have received 14 bodies,
	// Abdirahman Nur (named): Al-Shabaab is behind this,
	// killed at least nine
	// killed 14
}

// Whose word does the article rest on? Here a figure has nobody behind it but
// a source without a name.
func ExampleAnalysis_Sourcing() {
	analysis := dateline.Analyze("A doctor said on condition of anonymity that 14 people were killed in Beledweyne.")
	s := analysis.Sourcing()
	fmt.Printf("%d of %d sources anonymous\n", s.Sources.Anonymous, s.Sources.Total())
	for _, ref := range s.AnonymousOnly {
		figure := analysis.Incidents[ref.Incident].Figures[ref.Figure]
		fmt.Println("on anonymous word alone:", *figure.Low, figure.Outcome)
	}
	// Output:
	// 1 of 1 sources anonymous
	// on anonymous word alone: 14 killed
}

// A program in JavaScript counts UTF-16 units: In gives offsets for it.
func ExampleAnalysis_In() {
	analysis := dateline.Analyze("🚨🚨 Police in Homs said nothing.")
	for _, unit := range []span.Unit{span.Byte, span.Rune, span.UTF16} {
		for _, m := range analysis.In(unit).Mentions {
			place, _ := json.Marshal(m.Span)
			fmt.Println(unit, string(place))
		}
	}
	// Output:
	// byte {"start":19,"end":23,"text":"Homs"}
	// rune {"start":13,"end":17,"text":"Homs"}
	// utf16 {"start":15,"end":19,"text":"Homs"}
}

// A stream of articles is read on several goroutines and comes back in order.
func ExampleAnalyzer_AnalyzeAll() {
	analyzer, err := dateline.New()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	articles := slices.Values([]dateline.Article{
		{ID: "one", Text: "Two people were killed in Homs, police said."},
		{ID: "two", Text: "Three soldiers were wounded in Aden on Sunday.", Published: time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)},
	})
	for analysis, err := range analyzer.AnalyzeAll(context.Background(), articles, 4) {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		for _, c := range analysis.Claims {
			fmt.Println(analysis.ID, c.Outcome, c.Count.Text)
		}
	}
	// Output:
	// one killed Two
	// two injured Three
}
