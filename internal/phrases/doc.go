// Package phrases finds the noun phrases and verb groups of a tagged document
// and how they hang together, by rules over tags in one pass: no parser, no
// model, cost linear in the text.
//
// [Read] gives a [Layer]. Its base noun phrases do not nest: "the chief of
// police" is two of them. [Layer.Extend] ties a noun phrase to what belongs to
// it ("the chief of police in Mosul", "the army and the police", "Ali Hassan, a
// farmer"). [Layer.Subject], [Layer.Inverted], [Layer.Object] and [Layer.Agent]
// find the noun phrases around a verb group: across appositions and relative
// clauses between commas, coordinated verbs, and prepositional phrases.
//
// All searches stay in the sentence and look at a bounded number of tokens.
// Phrases are named by their index; -1 means none.
package phrases
