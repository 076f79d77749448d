// Package extract finds what a news text claims about people harmed: how many
// were killed, injured, missing, abducted, detained or displaced, who they
// were, who did it, where, when, and on whose word.
//
// [Find] reads a plain text in one call. An [Extractor] that shares tokens,
// entities and quotes with other packages is what package dateline uses.
package extract
