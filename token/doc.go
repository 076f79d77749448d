// Package token holds words with their parts of speech as programs outside
// dateline see them: in an analysis that keeps them (dateline.WithTokens), and
// in taggers, finders and training corpora that a program brings along.
package token
