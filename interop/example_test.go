package interop_test

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/interop"
)

const short = "“Two men drowned,” Ana Silva said."

func ExampleSpaCy() {
	analyzer, err := dateline.New(dateline.WithTokens())
	if err != nil {
		panic(err)
	}
	doc, err := interop.SpaCy(analyzer.Analyze(short))
	if err != nil {
		panic(err)
	}
	ents, _ := json.Marshal(doc.Ents)
	quotes, _ := json.Marshal(doc.Spans["quotes"])
	fmt.Printf("%s\n%s\n", ents, quotes)
	// Output:
	// [{"start":19,"end":28,"label":"PERSON","kb_id":"person:ana-silva"}]
	// [{"start":1,"end":17,"label":"direct","kb_id":"Q0"}]
}

func ExampleDisplacy() {
	doc, err := interop.Displacy(dateline.Analyze(short))
	if err != nil {
		panic(err)
	}
	json.NewEncoder(os.Stdout).Encode(doc)
	// Output:
	// {"text":"“Two men drowned,” Ana Silva said.","ents":[{"start":19,"end":28,"label":"PERSON"}],"title":null}
}

func ExampleWriteBrat() {
	text, err := os.CreateTemp("", "*.txt")
	if err != nil {
		panic(err)
	}
	defer os.Remove(text.Name())
	defer text.Close()
	if err := interop.WriteBrat(text, os.Stdout, dateline.Analyze(short)); err != nil {
		panic(err)
	}
	// Output:
	// T1	PERSON 19 28	Ana Silva
	// T2	Quote_direct 1 17	Two men drowned,
	// T3	Cue 29 33	said
	// R1	Cue Arg1:T2 Arg2:T3
	// T4	Source_named 19 28	Ana Silva
	// R2	Source Arg1:T2 Arg2:T4
	// #1	AnnotatorNotes T4	Ana Silva
	// T5	Claim_killed 9 16	drowned
	// T6	Count 1 4	Two
	// T7	Victims 5 8	men
	// T8	Reporter 19 28	Ana Silva
	// E1	Claim_killed:T5 Count:T6 Victims:T7 Reporter:T8
	// #2	AnnotatorNotes E1	2
}

func ExampleWebAnnotations() {
	page, err := interop.WebAnnotations(dateline.Analyze(short), "https://news.example/17.txt")
	if err != nil {
		panic(err)
	}
	for _, a := range page.Items {
		position, quote := a.Targets[0].Selectors[0], a.Targets[0].Selectors[1]
		fmt.Println(a.Bodies[0].Value, *position.Start, *position.End, quote.Exact)
	}
	// Output:
	// PERSON 19 28 Ana Silva
	// quote direct 1 17 Two men drowned,
	// cue 29 33 said
	// source named 19 28 Ana Silva
	// claim killed 1 4 Two
	// trigger 9 16 drowned
	// victims 5 8 men
	// reporter 19 28 Ana Silva
}

func ExampleWriteCoNLL2003() {
	analyzer, err := dateline.New(dateline.WithTokens())
	if err != nil {
		panic(err)
	}
	if err := interop.WriteCoNLL2003(os.Stdout, analyzer.Analyze(short)); err != nil {
		panic(err)
	}
	// Output:
	// -DOCSTART- -X- O O
	//
	// “ `` O O
	// Two CD O O
	// men NNS O O
	// drowned VBD O O
	// , , O O
	// ” '' O O
	// Ana NNP O B-PERSON
	// Silva NNP O I-PERSON
	// said VBD O O
	// . . O O
}
