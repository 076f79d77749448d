// Package annotated shows an analysis as HTML: the article with its names,
// quotes and figures marked, beside it the sources with what they say, the
// casualty claims by incident, a map of the places and the names, each tied to
// the words it rests on. Programs put it into a page of their own together
// with [Style] and [Script].
//
// Whatever an article contains, it is shown as text. The markup has no inline
// style and no inline script, so that a page may forbid both.
package annotated
