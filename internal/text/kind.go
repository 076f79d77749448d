package text

// KindOf is the kind that this package's tokenizer gives a word within a text.
// Clitics are asked about behind a letter: alone, "'s" would begin with a
// quotation mark.
func KindOf(word string) Kind {
	var few [4]Token
	behind := Own.Tokenize(few[:0], "x"+word, 0, len(word)+1)
	if len(behind) == 2 && behind[0].Text == "x" && behind[1].Text == word {
		return behind[1].Kind
	}
	if alone := Own.Tokenize(few[:0], word, 0, len(word)); len(alone) > 0 {
		return alone[0].Kind
	}
	return Symbol
}
