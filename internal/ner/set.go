package ner

import "github.com/dateline-go/dateline/internal/gazetteer"

// BuiltinSet is the built-in gazetteer; an empty one while its data are not built.
func BuiltinSet() (s *gazetteer.Set) {
	defer func() {
		if recover() != nil {
			s, _ = gazetteer.NewBuilder().Set()
		}
	}()
	return gazetteer.Default()
}
