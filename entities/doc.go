// Package entities finds the names in a news text and tells which of them are
// one and the same: people, organizations and armed groups, places,
// nationalities, events.
//
// [Find] reads a plain text in one call. A [Recognizer] that shares its tokens
// with other packages is what package dateline uses.
package entities
