// Package pos names the parts of speech of the Penn Treebank.
package pos
