// Package attribution holds the learned half of quote attribution: a chain of
// three conditional random fields. The first finds the words that report, the
// cues, sentence by sentence. The second, for each cue, labels the words
// around it as its source and its content; it is told which other cues there
// are. The third judges over a whole text which of these, and of what the rules
// found, are attributions. All see what the rules of package quotes made of the
// same text, so that they learn where to trust them.
package attribution
