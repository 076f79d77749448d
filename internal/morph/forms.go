package morph

import "strings"

// Forms are the forms of a verb.
type Forms struct {
	Base, Third, Past, Participle, Gerund string
}

// Of gives the forms of a verb's base form.
func Of(base string) Forms {
	if f, ok := irregular[base]; ok {
		return f
	}
	past := base + "ed"
	switch {
	case strings.HasSuffix(base, "e"):
		past = base + "d"
	case endsConsonantY(base):
		past = base[:len(base)-1] + "ied"
	case is(takesK, base):
		past = base + "ked"
	case doubles(base):
		past = base + base[len(base)-1:] + "ed"
	}
	return Forms{Base: base, Third: third(base), Past: past, Participle: past, Gerund: gerund(base)}
}

func third(base string) string {
	switch {
	case endsConsonantY(base):
		return base[:len(base)-1] + "ies"
	case sibilant(base, "") || strings.HasSuffix(base, "s") || strings.HasSuffix(base, "o") && len(base) > 1:
		return base + "es"
	}
	return base + "s"
}

func gerund(base string) string {
	n := len(base)
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:n-2] + "ying"
	case n > 2 && base[n-1] == 'e' && strings.IndexByte("eoy", base[n-2]) < 0:
		return base[:n-1] + "ing"
	case is(takesK, base):
		return base + "king"
	case doubles(base):
		return base + base[n-1:] + "ing"
	}
	return base + "ing"
}

func endsConsonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && (!isVowel(w[n-2]) || n > 2 && w[n-2] == 'u' && w[n-3] == 'q')
}

// doubles reports that a verb doubles its last letter before -ed and -ing: one
// syllable that ends in one consonant behind one vowel, or a verb of the table.
func doubles(w string) bool {
	if is(doublesLast, w) {
		return true
	}
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || strings.IndexByte("wxh", w[n-1]) >= 0 || !isVowel(w[n-2]) || w[n-2] == 'y' {
		return false
	}
	if isVowel(w[n-3]) && !(w[n-3] == 'u' && n > 3 && w[n-4] == 'q') {
		return false
	}
	for _, c := range []byte(w[:n-3]) {
		if isVowel(c) {
			return false
		}
	}
	return true
}
