// Package attribution holds the learned half of quote attribution: a chain of
// two conditional random fields. The first finds the words that report, the
// cues, sentence by sentence. The second, for each cue, labels the words
// around it as its source and its content. Both see what the rules of package
// quotes made of the same text, so that they learn where to trust them.
package attribution
