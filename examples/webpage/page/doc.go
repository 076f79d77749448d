// Package page takes the article out of a web page and knows, for every byte
// of the article's text, where in the page it stands.
//
//	p, err := page.Extract(page.Input{Name: "story.html", Body: body})
//	analysis := analyzer.AnalyzeArticle(p.Article())
//	for _, m := range analysis.Mentions {
//		for _, place := range p.Places(m.Span) {
//			fmt.Println(m.Text, p.Source[place.Start:place.End])
//		}
//	}
//
// # How the places are known
//
// Extractors work on the parsed tree, which has forgotten where its text
// stood. So the page is read by a tokenizer first, which does know, and each
// stretch of text between two tags gets a number, written into the text
// itself between two characters that the page does not contain. The parser
// carries the numbers wherever it moves the text: out of tables, around
// wrongly nested tags. They are taken out of the tree again before the
// extractor sees it and kept as attributes of the text nodes, which
// survive its copying and moving. Text whose place is not sure never gets into
// the article, so that the law below holds without exception.
//
// # The law
//
// For every span of the text, [Normalize] of its places, one after the other,
// is the span's text but for white space between the places; and each place is
// free of tags. Decoding the original bytes of a place gives the same words.
package page
