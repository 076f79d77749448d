package stress

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Case is a kind of text that is hard for one stage.
type Case struct {
	Name   string
	Stage  string // the stage it is aimed at
	Reason string // what about it is hard
	// Text makes about size bytes of it.
	Text func(size int) string
}

// Parts cuts a text into n parts of about the same length, at spaces where there
// are any. What a text costs more than its parts is what its length costs.
func Parts(text string, n int) []string {
	var parts []string
	for ; n > 1; n-- {
		cut := len(text) / n
		if i := strings.LastIndexAny(text[cut/2:cut], " \n"); i >= 0 {
			cut = cut/2 + i + 1
		}
		for cut > 0 && cut < len(text) && !utf8.RuneStart(text[cut]) {
			cut--
		}
		parts = append(parts, text[:cut])
		text = text[cut:]
	}
	return append(parts, text)
}

// All is the worst cases and news as it is.
func All() []Case {
	return append(Cases(), Case{"news", "all", "an article as they are", func(size int) string { return News(size, 1) }})
}

// disguised is news of which some characters were replaced.
func disguised(pairs ...string) func(size int) string {
	r := strings.NewReplacer(pairs...)
	return func(size int) string { return r.Replace(News(size, 1)) }
}

// Cases lists the worst cases known, stage by stage.
func Cases() []Case {
	return []Case{
		{"letters", "tokens", "one word without end", repeat("a")},
		{"marks", "tokens", "marks without a word", repeat("?!.,;:-")},
		{"hyphens", "tokens", "a compound without end", repeat("a-")},
		{"apostrophes", "tokens", "each may be a quote, a possessive or a letter", repeat("o'n's ")},
		{"digits", "tokens", "one number without end", repeat("1,234.5")},
		{"invalid", "tokens", "bytes that are no UTF-8", repeat("\xff\xfe a ")},
		{"combining", "tokens", "letters under piles of accents", repeat("a\u0301\u0302\u0303")},
		{"addresses", "tokens", "each might be an address", repeat("a@b.c/d:e ")},

		{"no stop", "sentences", "one sentence without end", repeat("the man went to the town and ")},
		{"initials", "sentences", "each stop may end a sentence", repeat("J. K. ")},
		{"stops", "sentences", "sentences of nothing", repeat(". ")},
		{"breaks", "sentences", "paragraphs of nothing", repeat("\n\n")},
		{"lines", "sentences", "each line may be a headline", repeat("Word\n")},
		{"news without stops", "sentences", "all that news has, in one sentence", disguised(". ", ", ", ".\n\n", ", ")},
		{"news without breaks", "sentences", "all that news has, in one paragraph", disguised("\n\n", " ")},
		{"news without marks", "sentences", "all that news has and no comma or quotation mark", disguised(",", "", "\u201c", "", "\u201d", "")},
		{"news in capitals", "entities", "everything may be a name", func(size int) string { return strings.ToUpper(News(size, 1)) }},
		{"news in small letters", "entities", "nothing looks like a name", func(size int) string { return strings.ToLower(News(size, 1)) }},
		{"bullets", "sentences", "each line may be a list's", repeat("- a b\n")},

		{"capitals", "entities", "one name without end", repeat("Al Hadi Bin ")},
		{"shouting", "entities", "everything may be a name", repeat("THE ARMY OF THE NORTH ")},
		{"listed", "entities", "every word begins a listed name", repeat("New York of the United ")},
		{"initialisms", "entities", "each may stand for some name", numbered("the Ab%[1]s Cd%[1]s Ef%[1]s (ACE) and ACE%[1]s ")},

		{"one name", "linking", "all mentions are of one thing", repeat("John Murphy met Murphy. ")},
		{"many names", "linking", "no two mentions are of one thing", numbered("John Mur%[1]s spoke. ")},
		{"one given name", "linking", "all names share their first word", numbered("Ali Wars%[1]s and Ali. ")},
		{"one family name", "linking", "all names share their last word", numbered("Ali%[1]s Warsame. Warsame spoke. ")},
		{"many acronyms", "linking", "each may abbreviate any name", numbered("The Red%[1]s Blue%[1]s Party. RBP spoke. ")},
		{"namesakes", "linking", "many bearers of few last names", numbered("Gen. A%[1]s Khan told Mr. B%[1]s Shah that Khan and Shah left. ")},
		{"romanisations", "linking", "spellings that fold into each other", numbered("Mohammed al-Ra%[1]s, Muhammad Al Ra%[1]sh and Mohamed Ra%[1]s. ")},

		{"open quotes", "quotes", "none is ever closed", repeat("\u201cwe ")},
		{"nested quotes", "quotes", "each opens in another", func(size int) string {
			return strings.Repeat("\u201c\u2018", size/12) + strings.Repeat("\u2019\u201d", size/12)
		}},
		{"straight quotes", "quotes", "each may open or close", repeat(`" a `)},
		{"said", "quotes", "a verb of saying every other word", repeat("he said ")},
		{"said that", "quotes", "each content holds all that follow", repeat("police said that ")},
		{"cues apart", "quotes", "every verb may be of saying", repeat("told warned claimed added ")},
		{"many speakers", "quotes", "each quote has another source", numbered("\u201cWe go,\u201d said Abd%[1]s Khan. ")},
		{"one speaker", "quotes", "each quote goes back to one name", func(size int) string {
			return "Ali Warsame spoke. " + strings.Repeat("\u201cWe go,\u201d he said. ", size/24)
		}},
		{"quote in quote", "quotes", "one direct speech across all paragraphs", repeat("\u201cWe went to the town and saw it.\n\n")},
		{"colons", "quotes", "each may introduce a speech", repeat("Ali: we go. ")},
		{"unnamed", "quotes", "each source may be any that asked not to be named", repeat("officials who spoke on condition of anonymity said it and ")},
		{"unnamed apart", "quotes", "the same in sentences", repeat("An official said on condition of anonymity, because he feared for his family, that it had ended. ")},
		{"wanting", "quotes", "attributions that only the model finds, beside those of the rules", repeat("Khan wants the army to leave, police said. ")},
		{"headlines", "quotes", "each line has its source", numbered("Two held over fire in Mur%[1]s: police\n\n")},
		{"debate", "quotes", "each paragraph has its speaker", repeat("LOPEZ: We will see.\n\nKHAN: \u201cWe saw.\u201d\n\n")},

		{"tolls", "claims", "a claim every few words", repeat("12 killed, 3 injured and ")},
		{"numbers", "claims", "numbers with nothing to count", repeat("12 and 13 or 14 to ")},
		{"one verb", "claims", "one clause with victims without end", func(size int) string { return "A bomb killed " + strings.Repeat("two men, ", size/9) }},
		{"verbs", "claims", "victims for every verb", repeat("killed wounded shot the men ")},
		{"clauses", "claims", "clauses in clauses", repeat("who killed the man who ")},
		{"number words", "claims", "one number without end", repeat("hundred thousand and ")},
		{"dates", "claims", "a date every few words", repeat("on Monday, May 3, 2021, ")},
		{"doubts", "claims", "denials of denials", repeat("it was not denied that nobody was killed or ")},

		{"one incident", "incidents", "all claims are of one event", repeat("A bomb killed 12 people in Homs on Monday. ")},
		{"many incidents", "incidents", "no two claims are of one event", numbered("A bomb killed %[2]d people in Mur%[1]s. ")},
		{"rising toll", "incidents", "each claim corrects all before", numbered("The death toll rose to %[2]d, police said. ")},
		{"attacks", "incidents", "claims with all that may tell events apart", numbered("On Monday the Front of Mur%[1]s killed %[2]d people in a market of Dar%[1]s. ")},
		{"places", "incidents", "each claim has many places", repeat("12 people were killed in Homs, Mosul, Aden, Goma and Juba. ")},
	}
}

func repeat(unit string) func(size int) string {
	return func(size int) string { return strings.Repeat(unit, max(1, size/len(unit))) }
}

// numbered repeats a format with a number that grows: %[1]s is its letters,
// %[2]d itself.
func numbered(format string) func(size int) string {
	return func(size int) string {
		var b strings.Builder
		for n := 0; b.Len() < size; n++ {
			switch strings.Count(format, "%[2]") {
			case 0:
				fmt.Fprintf(&b, format, letters(n))
			default:
				fmt.Fprintf(&b, format, letters(n), n)
			}
		}
		return b.String()
	}
}

// letters writes a number in the letters a to z.
func letters(n int) string {
	var b []byte
	for {
		b = append(b, byte('a'+n%26))
		if n /= 26; n == 0 {
			return string(b)
		}
	}
}
