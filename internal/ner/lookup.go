package ner

import "github.com/dateline-go/dateline/internal/seqtag"

// IsTitle reports a word in lower case that stands before persons' names as a
// title, rank or office.
func IsTitle(lower string) bool { return words[seqtag.Hash(lower)]&titleWord != 0 }

// IsConnector reports a small word that stands within names: "of", "al-".
func IsConnector(lower string) bool { return words[seqtag.Hash(lower)]&connector != 0 }
