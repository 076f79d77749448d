// Package quotes finds what a news text reports as said: every direct,
// indirect and mixed quote, the words that report it, and its source, named,
// an institution, or anonymous with the words that say why.
//
// [Find] reads a plain text in one call. An [Attributor] that shares tokens and
// entities with other packages is what package dateline uses.
package quotes
