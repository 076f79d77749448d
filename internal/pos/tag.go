package pos

// Tag is a Penn Treebank part of speech.
type Tag uint8

// The Penn tags. Punctuation keeps the treebank's own symbols.
const (
	None       Tag = iota // not tagged
	CC                    // and, or
	CD                    // number
	DT                    // the, a, this
	EX                    // there
	FW                    // foreign word
	IN                    // preposition, subordinating conjunction
	JJ                    // adjective
	JJR                   // comparative
	JJS                   // superlative
	LS                    // list marker
	MD                    // modal
	NN                    // noun
	NNS                   // plural noun
	NNP                   // proper noun
	NNPS                  // plural proper noun
	PDT                   // all the
	POS                   // 's
	PRP                   // he
	PRPS                  // his (PRP$)
	RB                    // adverb
	RBR                   // comparative adverb
	RBS                   // superlative adverb
	RP                    // particle
	SYM                   // symbol
	TO                    // to
	UH                    // interjection
	VB                    // verb, base form
	VBD                   // past tense
	VBG                   // gerund
	VBN                   // past participle
	VBP                   // present, not third person
	VBZ                   // present, third person
	WDT                   // which
	WP                    // who
	WPS                   // whose (WP$)
	WRB                   // when
	Comma                 // ,
	Period                // . ! ?
	Colon                 // : ; - ...
	Open                  // ( [
	Close                 // ) ]
	QuoteOpen             // ``
	QuoteClose            // ''
	Dollar                // $
	Hash                  // #
	Count                 // how many tags there are
)

var names = [Count]string{
	None: "-", CC: "CC", CD: "CD", DT: "DT", EX: "EX", FW: "FW", IN: "IN", JJ: "JJ", JJR: "JJR", JJS: "JJS",
	LS: "LS", MD: "MD", NN: "NN", NNS: "NNS", NNP: "NNP", NNPS: "NNPS", PDT: "PDT", POS: "POS", PRP: "PRP",
	PRPS: "PRP$", RB: "RB", RBR: "RBR", RBS: "RBS", RP: "RP", SYM: "SYM", TO: "TO", UH: "UH", VB: "VB",
	VBD: "VBD", VBG: "VBG", VBN: "VBN", VBP: "VBP", VBZ: "VBZ", WDT: "WDT", WP: "WP", WPS: "WP$", WRB: "WRB",
	Comma: ",", Period: ".", Colon: ":", Open: "-LRB-", Close: "-RRB-", QuoteOpen: "``", QuoteClose: "''",
	Dollar: "$", Hash: "#",
}

var byName = func() map[string]Tag {
	m := make(map[string]Tag, Count)
	for t, n := range names {
		m[n] = Tag(t)
	}
	m["("], m[")"] = Open, Close
	m["HYPH"], m["NFP"], m["AFX"], m["ADD"], m["GW"] = Colon, Colon, JJ, NNP, FW
	return m
}()

// String is the treebank's name of the tag.
func (t Tag) String() string {
	if t < Count {
		return names[t]
	}
	return "?"
}

// Parse reads a treebank name; unknown names give None.
func Parse(name string) Tag { return byName[name] }

// Noun reports a common or proper noun.
func (t Tag) Noun() bool { return t >= NN && t <= NNPS }

// Proper reports a proper noun.
func (t Tag) Proper() bool { return t == NNP || t == NNPS }

// Verb reports any verb form, modals apart.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Finite reports a verb form that can carry a clause: modals, past and present.
func (t Tag) Finite() bool { return t == MD || t == VBD || t == VBP || t == VBZ }

// Adjective reports JJ, JJR, JJS.
func (t Tag) Adjective() bool { return t >= JJ && t <= JJS }
