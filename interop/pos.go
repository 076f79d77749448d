package interop

// universal translates the tags of the Penn Treebank to universal parts of
// speech, as the Universal Dependencies' tables do: subordinating conjunctions
// are not told from prepositions, nor auxiliaries from verbs but for modals.
var universal = map[string]string{
	"CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
	"LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET", "POS": "PART",
	"PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM", "TO": "PART",
	"UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON",
	"WP": "PRON", "WP$": "PRON", "WRB": "ADV", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
	"``": "PUNCT", "''": "PUNCT", "$": "SYM", "#": "SYM",
}

func universalOf(tag string) string {
	if u := universal[tag]; u != "" {
		return u
	}
	return "X"
}
