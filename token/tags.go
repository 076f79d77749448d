package token

import "github.com/dateline-go/dateline/internal/pos"

// Tags lists the parts of speech: those of the Penn Treebank, with its own
// names for marks ("," "." ":" "-LRB-" "-RRB-" "“" "”" "$" "#").
func Tags() []string {
	tags := make([]string, 0, pos.Count-1)
	for t := pos.None + 1; t < pos.Count; t++ {
		tags = append(tags, t.String())
	}
	return tags
}

// IsTag reports whether a name is one of [Tags], or one of the variants that
// are read as one of them: "(" and ")" for the brackets, and the treebank's later
// HYPH, NFP, AFX, ADD and GW.
func IsTag(name string) bool { return pos.Parse(name) != pos.None }
