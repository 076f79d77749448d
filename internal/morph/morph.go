// Package morph finds the base form of English verbs and nouns: "said" is a
// form of "say", "shot" of "shoot", "policemen" of "policeman". Irregular forms
// stand in tables, regular ones follow rules; a wrong guess for a rare word is
// a non-word, not another word.
package morph

import (
	_ "embed"
	"strings"

	"github.com/dateline-go/dateline/internal/pos"
)

//go:embed irregular.txt
var verbTable string

//go:embed nouns.txt
var nounTable string

var (
	irregularVerbs = read(verbTable)
	irregularNouns = read(nounTable)
)

// read maps each form of a table to the first word of its line.
func read(table string) map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(table, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		for _, w := range words {
			if _, ok := m[w]; !ok {
				m[w] = words[0]
			}
		}
	}
	return m
}

// Lemma is the base form of a word in lower case by its part of speech; words
// that are neither verb nor common noun are returned as they are.
func Lemma(lower string, tag pos.Tag) string {
	switch tag {
	case pos.VB, pos.VBP:
		if base, ok := irregularVerbs[lower]; ok {
			return base
		}
	case pos.VBD, pos.VBG, pos.VBN, pos.VBZ, pos.MD:
		return Verb(lower)
	case pos.NNS:
		return Noun(lower)
	}
	return lower
}

// Verb is the base form of a verb in any form, whatever its tag: taggers err
// on capitals.
func Verb(w string) string {
	if base, ok := irregularVerbs[w]; ok {
		return base
	}
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 4 && strings.HasSuffix(w, "ied"):
		return w[:n-3] + "y"
	case n > 5 && strings.HasSuffix(w, "ying") && !vowel(w[n-5]) && n > 6:
		return w[:n-3]
	case n > 4 && strings.HasSuffix(w, "ing"):
		if stem := w[:n-3]; hasVowel(stem) {
			return restore(stem)
		}
	case strings.HasSuffix(w, "eed"): // "need", "succeed"; "freed" is in the table
	case n > 3 && strings.HasSuffix(w, "ed"):
		if stem := w[:n-2]; hasVowel(stem) {
			return restore(stem)
		}
	case n > 3 && sibilantS(w):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return w[:n-1]
	}
	return w
}

// Noun is the singular of a noun.
func Noun(w string) string {
	if base, ok := irregularNouns[w]; ok {
		return base
	}
	n := len(w)
	switch {
	case n > 4 && strings.HasSuffix(w, "men"):
		return w[:n-2] + "an"
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case n > 3 && sibilantS(w):
		return w[:n-2]
	case n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		return w[:n-1]
	}
	return w
}

// sibilantS reports an -es that is one ending: "clashes", "boxes", "passes".
func sibilantS(w string) bool {
	return strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "xes") ||
		strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "zzes")
}

// restore makes a base form of what is left before -ed or -ing: it parts
// doubled consonants and puts a lost e back.
func restore(stem string) string {
	n := len(stem)
	last, before := stem[n-1], byte(0)
	if n > 1 {
		before = stem[n-2]
	}
	switch {
	case n > 3 && last == before && !vowel(last):
		// "stopped", but "killed", "missed", "staffed".
		if last == 'l' && !doubledL[stem] || last == 's' || last == 'f' || last == 'z' {
			return stem
		}
		return stem[:n-1]
	case n == 3 && last == before:
		return stem // "add", "err"
	case keepsE(stem):
		return stem + "e"
	}
	return stem
}

// doubledL are stems in which the l of "-elled" was doubled; "killed", "called"
// keep theirs.
var doubledL = map[string]bool{
	"travell": true, "cancell": true, "expell": true, "compell": true, "propell": true, "repell": true, "shovell": true,
	"controll": true, "patroll": true, "modell": true, "labell": true, "signall": true, "quarrell": true, "tunnell": true,
	"fuell": true, "duell": true, "marshall": true, "counsell": true, "channell": true, "levell": true, "rebell": true, "fulfill": false,
}

// keepsE reports a stem that lost its final e: "wound" did not, "abduct" did
// not, "injur", "evacuat", "displac", "strangl" did.
func keepsE(stem string) bool {
	n := len(stem)
	if n < 2 {
		return false
	}
	last, before := stem[n-1], stem[n-2]
	var third byte
	if n > 2 {
		third = stem[n-3]
	}
	switch last {
	case 'v', 'c', 'u':
		return true
	case 'z':
		return before != 't' && before != 'z'
	case 'g':
		// "charg", "judg", "besieg", "rag"; but "bring", "hang", "bomb-ing".
		return before == 'r' || before == 'd' || before == 'e' || before == 'a' || before == 'l' || before == 'n' && (third == 'a' || third == 'e') && !keepNG[stem]
	case 's':
		// "accus", "clos", "rais", "condens", "collaps", "endors"; but "focus", "bias".
		return vowel(before) && !endsAny(stem, "focus", "bias", "canvas") || before == 'n' || before == 'r' || before == 'p'
	case 'l':
		return !vowel(before) && before != 'r' && before != 'l' && before != 'w' // "settl", "struggl"
	case 't':
		// "evacuat", "stat", "unit", "execut"; but "repeat", "report", "want", "visit".
		if before == 'a' {
			return third != 'e' && third != 'o' || third == 'e' && endsAny(stem, "creat")
		}
		return endsAny(stem, "execut", "disput", "prosecut", "persecut", "contribut", "attribut", "distribut", "substitut", "constitut", "institut", "pollut", "comput", "invit", "cit", "writ", "unit", "ignit", "incit", "recit", "promot", "devot", "vot", "quot", "not", "delet", "complet", "compet", "past", "tast", "wast", "hast", "dilut", "salut", "refut", "mut", "commut")
	case 'r':
		// "injur", "fir", "declar", "captur", "ignor", "requir"; but "fear", "offer", "murder", "hear".
		return (before == 'u' || before == 'i' || before == 'a') && !vowel(third) || endsAny(stem, "squar", "requir", "acquir", "inquir", "enquir", "ignor", "restor", "explor", "stor", "scor", "ador", "deplor", "implor", "interfer", "adher")
	case 'n':
		// "combin", "condon", "phon", "undermin", "confin"; but "abandon", "train", "happen".
		return endsAny(stem, "condon", "postpon", "phon", "clon") || before == 'i' && !vowel(third) && !endsAny(stem, "begin", "spin", "win", "pin") || before == 'u' && endsAny(stem, "tun", "immun", "prun")
	case 'd':
		// "provid", "conclud", "ambush", "raid", "includ", "invad", "trad"; but "need", "head", "load", "avoid".
		return (before == 'i' || before == 'u' || before == 'a' || before == 'o') && !vowel(third) && !endsAny(stem, "forbid", "bid")
	case 'k':
		return vowel(before) && !vowel(third) && before != 'o' || endsAny(stem, "provok", "invok", "evok", "revok", "strok", "chok", "smok", "jok", "strik", "tak", "mak", "wak", "lik", "shak")
	case 'm':
		return endsAny(stem, "nam", "blam", "resum", "assum", "consum", "presum", "welcom", "becom", "com", "fram", "sham", "tim", "overcom", "fum")
	case 'p':
		return endsAny(stem, "escap", "hop", "typ", "shap", "rap", "tap", "wip", "cop", "scrap", "landscap", "swip", "grop")
	case 'b':
		return endsAny(stem, "describ", "prescrib", "brib", "prob", "subscrib", "inscrib", "ascrib")
	case 'h':
		return endsAny(stem, "breath", "bath", "soth", "loath", "seeth", "cloth")
	case 'i', 'o':
		return false
	}
	return false
}

// keepNG are verbs in -ang and -eng without e.
var keepNG = map[string]bool{"hang": true, "bang": true, "overhang": true, "clang": true}

func endsAny(s string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }
