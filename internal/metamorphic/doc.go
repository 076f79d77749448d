// Package metamorphic has only tests: a text in which one thing is swapped for
// another of its kind is read as before but for that thing. No annotation is
// needed to tell whether that holds, so it can be asked of any number of texts.
package metamorphic
