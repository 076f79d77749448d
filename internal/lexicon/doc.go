// Package lexicon holds the words that the rules of quotes and claims need:
// reporting verbs, nouns of sources, words about anonymity, words of harm. They
// stand in readable tables (*.txt), over which a program can put its own.
package lexicon
