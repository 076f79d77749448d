package morph

import (
	"strings"

	"github.com/dateline-go/dateline/internal/pos"
)

// Lemma is the base form of a lower-case word with the given tag. Words other
// than verbs, modals and plural nouns are returned as they are. It allocates
// only where a regular base is no beginning of the word ("seizing", "denied").
func Lemma(lower string, tag pos.Tag) string {
	switch {
	case tag == pos.MD:
		if m, ok := modals[lower]; ok {
			return m
		}
	case tag == pos.VB || tag == pos.VBP:
		if base, ok := closed[lower]; ok {
			return base
		}
	case tag.Verb():
		return Verb(lower)
	case tag == pos.NNS || tag == pos.NNPS:
		return Noun(lower)
	case tag == pos.RB && lower == "n't":
		return "not"
	}
	return lower
}

// Verb is the base form of a verb in any form, whatever its tag: taggers err on
// capitals.
func Verb(lower string) string {
	if base, ok := closed[lower]; ok {
		return base
	}
	if base, ok := pasts[lower]; ok {
		return base
	}
	if _, ok := irregular[lower]; ok || is(itself, lower) {
		return lower
	}
	switch {
	case strings.HasSuffix(lower, "ing"):
		return regularGerund(lower)
	case strings.HasSuffix(lower, "s"):
		return regularThird(lower)
	}
	return regularPast(lower)
}

func regularPast(w string) string {
	if len(w) < 4 || !strings.HasSuffix(w, "ed") {
		return w
	}
	stem := w[:len(w)-2]
	if strings.HasSuffix(stem, "i") {
		if len(stem) == 2 {
			return w[:len(w)-1] // died, lied
		}
		return stem[:len(stem)-1] + "y"
	}
	if s := undoubled(stem); s != "" {
		return s
	}
	if strings.HasSuffix(stem, "e") || takesE(stem) {
		return w[:len(w)-1]
	}
	return stem
}

func regularGerund(w string) string {
	if len(w) < 5 || !strings.HasSuffix(w, "ing") || !hasVowel(w[:len(w)-3]) {
		return w
	}
	stem := w[:len(w)-3]
	if _, ok := irregular[stem]; ok {
		return stem
	}
	if s := undoubled(stem); s != "" {
		return s
	}
	if _, ok := irregular[stem+"e"]; ok || takesE(stem) {
		return stem + "e"
	}
	return stem
}

func regularThird(w string) string {
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's' || w[n-2] == 's':
		return w
	case strings.HasSuffix(w, "ies"):
		if n == 4 {
			return w[:n-1]
		}
		return w[:n-3] + "y"
	case sibilant(w[:n-1], "e") && !is(takesFinalE, w[:n-2]) || n > 4 && strings.HasSuffix(w, "oes"):
		return w[:n-2]
	case strings.HasSuffix(w, "ses") && is(takesNone, w[:n-2]):
		return w[:n-2]
	}
	return w[:n-1]
}

// sibilant reports a word that ends in -ss, -sh, -ch, -x or -zz and the suffix.
func sibilant(w, suffix string) bool {
	w, ok := strings.CutSuffix(w, suffix)
	return ok && (strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "zz"))
}

// undoubled is the base of a stem that doubled its last letter, or "".
func undoubled(stem string) string {
	n := len(stem)
	if n > 2 && stem[n-1] == 'k' && stem[n-2] == 'c' && is(takesK, stem[:n-1]) {
		return stem[:n-1]
	}
	if n < 3 || stem[n-1] != stem[n-2] || is(keepsDouble, stem) {
		return ""
	}
	switch stem[n-1] {
	case 'b', 'd', 'g', 'm', 'n', 'p', 'r', 't':
		return stem[:n-1]
	case 'l', 'z', 's':
		if is(doublesLast, stem[:n-1]) || stem[n-1] == 's' && is(takesNone, stem[:n-1]) {
			return stem[:n-1]
		}
		if stem == "quizz" {
			return "quiz"
		}
	}
	return ""
}

// takesE reports that a verb's stem before -ed or -ing lost an e: by the letters
// it ends in, for a stem with one vowel before them ("stat", "seiz", "forc").
func takesE(stem string) bool {
	n := len(stem)
	if n < 2 || is(takesNone, stem) {
		return false
	}
	if is(takesFinalE, stem) {
		return true
	}
	last, before := stem[n-1], stem[n-2]
	single := isVowel(before) && (n < 3 || !isVowel(stem[n-3]) || n > 3 && stem[n-3] == 'u' && stem[n-4] == 'q')
	switch last {
	case 'c', 'v':
		return true
	case 'u':
		return before != 'o' && before != 'a'
	case 'z':
		return before != 'z'
	case 's':
		return before != 's'
	case 'g':
		return before == 'r' || before == 'd' || before == 'l' || isVowel(before) || before == 'n' && n > 3 && stem[n-3] == 'e'
	case 'l':
		if isVowel(before) {
			return single && (before == 'i' || before == 'u' || before == 'y')
		}
		return before != 'l' && before != 'r' && before != 'w'
	case 'r':
		switch before {
		case 'a', 'i', 'u', 'y':
			return single
		case 'e', 'o', 'r', 'h':
			return false
		}
		return before == 'c' || before == 't'
	case 't':
		switch before {
		case 'a':
			return single || n > 3 && (stem[n-3] == 'i' || stem[n-3] == 'u') // initiate, evacuate
		case 'u':
			return single
		}
		return false
	case 'd':
		return single
	case 'n':
		return single && (before == 'i' || before == 'u')
	case 'm':
		return single && before != 'o' && before != 'e'
	case 'k', 'p', 'b':
		return single
	case 'h':
		return false
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// Noun is the singular of a lower-case plural noun; other words are
// returned as they are.
func Noun(w string) string {
	if s, ok := singulars[w]; ok {
		return s
	}
	n := len(w)
	switch {
	case n < 3 || is(oneForm, w):
		return w
	case n > 4 && strings.HasSuffix(w, "men") && w != "specimen" && w != "regimen":
		return w[:n-2] + "an"
	case w[n-1] != 's' || w[n-2] == 's' || w[n-2] == 'u' || w[n-2] == 'i' && n > 4:
		return w
	case n > 4 && strings.HasSuffix(w, "ies"):
		return w[:n-3] + "y"
	case sibilant(w[:n-1], "e") || n > 5 && strings.HasSuffix(w, "oes") || strings.HasSuffix(w, "es") && is(losesES, w[:n-2]):
		return w[:n-2]
	}
	return w[:n-1]
}
