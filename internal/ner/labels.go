package ner

// Type is what a name names, in the order of the model's labels.
type Type uint8

const (
	Person Type = iota
	Org
	GPE
	Loc
	Fac
	Norp
	Event
	numTypes
)

var typeNames = [numTypes]string{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"}

// String is the label of OntoNotes.
func (t Type) String() string { return typeNames[t] }

// ParseType is the inverse of String.
func ParseType(s string) (Type, bool) {
	for t, n := range typeNames {
		if n == s {
			return Type(t), true
		}
	}
	return 0, false
}

// Outside is the label of a token in no name; the labels of a type are its
// beginning and its inside.
const Outside = 0

// Begin is the label of a name's first token.
func Begin(t Type) uint8 { return 1 + 2*uint8(t) }

// Inside is the label of a name's later tokens.
func Inside(t Type) uint8 { return 2 + 2*uint8(t) }

func isInside(l uint8) bool { return l != Outside && l&1 == 0 }
func typeOf(l uint8) Type   { return Type((l - 1) / 2) }

// LabelNames are the labels by number.
func LabelNames() []string {
	names := make([]string, 1, 1+2*len(typeNames))
	names[0] = "O"
	for _, t := range typeNames {
		names = append(names, "B-"+t, "I-"+t)
	}
	return names
}

// Allowed says which label may follow which: an inside only its own type; -1 is
// the start of a sentence.
func Allowed(prev, cur int) bool {
	if !isInside(uint8(cur)) {
		return true
	}
	return prev > 0 && typeOf(uint8(prev)) == typeOf(uint8(cur))
}
