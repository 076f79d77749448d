// Package morph gives the base forms of English verbs and nouns and, the other
// way, a verb's forms: "seized" and "seizing" are forms of "seize".
//
// Irregular words come from tables; the rest follows the rules of spelling
// (the doubled letter of "planned", the lost e of "seizing", the y of "denied"),
// with tables of the words that break them.
package morph
