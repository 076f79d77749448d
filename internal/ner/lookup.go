package ner

import "github.com/dateline-go/dateline/internal/seqtag"

// IsTitle reports a word in lower case that stands before persons' names as a
// title, rank or office.
func IsTitle(lower string) bool { return words[seqtag.Hash(lower)]&titleWord != 0 }

// IsConnector reports a small word that stands within names: "of", "al-".
func IsConnector(lower string) bool { return words[seqtag.Hash(lower)]&connector != 0 }

// TypeOfHead is the type that a name's last word, in lower case, gives it:
// "board" an organization's, "airport" a building's, "festival" an event's.
func TypeOfHead(lower string) (Type, bool) {
	switch c := words[seqtag.Hash(lower)]; {
	case c&facilityWord != 0 && c&orgWord == 0:
		return Fac, true
	case c&orgWord != 0:
		return Org, true
	case c&eventWord != 0:
		return Event, true
	}
	return 0, false
}
