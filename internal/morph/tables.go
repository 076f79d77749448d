package morph

import (
	_ "embed"
	"strings"
)

var (
	//go:embed verbs.txt
	verbTable string
	//go:embed nouns.txt
	nounTable string
	//go:embed exceptions.txt
	exceptionTable string
)

// The tables are read once at start and never change.
var (
	pasts      = map[string]string{} // past and participle forms to bases
	irregular  = map[string]Forms{}
	singulars  = map[string]string{}
	exceptions = map[string]class{}
)

func init() {
	for f := range rows(exceptionTable) {
		if len(f) != 2 {
			continue
		}
		exceptions[f[1]] |= classes[f[0]]
	}
	for f := range rows(verbTable) {
		if len(f) < 3 {
			continue
		}
		base := f[0]
		past, participle := strings.Split(f[1], "/"), strings.Split(f[2], "/")
		irregular[base] = Forms{Base: base, Third: third(base), Past: past[0], Participle: participle[0], Gerund: gerund(base)}
		for _, form := range append(past, participle...) {
			// "lay" is a base itself: the first verb to claim a form keeps it.
			if _, taken := pasts[form]; !taken {
				pasts[form] = base
			}
		}
	}
	for f := range rows(nounTable) {
		if len(f) == 2 {
			singulars[f[0]] = f[1]
		}
	}
	irregular["be"] = Forms{Base: "be", Third: "is", Past: "was", Participle: "been", Gerund: "being"}
	irregular["have"] = Forms{Base: "have", Third: "has", Past: "had", Participle: "had", Gerund: "having"}
	irregular["do"] = Forms{Base: "do", Third: "does", Past: "did", Participle: "done", Gerund: "doing"}
	for base, forms := range map[string]string{
		"be":   "am is are was were been being 's 're 'm be",
		"have": "has had having 've have 'd",
		"do":   "does did done doing do", "go": "goes",
		"die": "dying", "lie": "lying", "tie": "tying", "vie": "vying", "untie": "untying",
	} {
		for form := range strings.FieldsSeq(forms) {
			closed[form] = base
		}
	}
}

// closed holds the forms of the auxiliaries and of verbs in -ie.
var closed = map[string]string{}

// modals are the bases of modals as the treebank splits them.
var modals = map[string]string{"'ll": "will", "'d": "would", "ca": "can", "wo": "will", "sha": "shall", "could": "could", "might": "might"}

func rows(table string) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.SplitSeq(table, "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Fields(line)) {
				return
			}
		}
	}
}

// class is a set of classes of the table of exceptions.
type class uint8

const (
	doublesLast class = 1 << iota
	keepsDouble
	takesFinalE
	takesNone
	takesK
	itself
	losesES
	oneForm
)

var classes = map[string]class{
	"double": doublesLast, "plain": keepsDouble, "e": takesFinalE, "bare": takesNone,
	"k": takesK, "base": itself, "us": losesES, "same": oneForm,
}

func is(c class, word string) bool { return exceptions[word]&c != 0 }
