// Package prosetext puts github.com/jdkato/prose/v2 behind dateline's own
// interfaces: its tokenizer, its part-of-speech tagger and its recognizer, each
// with byte offsets, which prose itself does not give.
//
//	analyzer, err := dateline.New(dateline.WithTokenizer(prosetext.Tokenizer{}))
//
// dateline's default path does not use it. Measured on the same news, prose
// tags at 37,000 and recognizes at 5,500 words a second once its model is
// loaded, needs half a second to load it, and reads a run of 40,000 brackets in
// over a minute; its tagger gives all occurrences of a word in a document one
// tag. Programs that do not import this package do not carry prose's model.
//
// What is mended here: curly quotes, which prose makes straight, are found again
// in the text; stretches that make prose quadratic or silent (runs of brackets
// or of "'s", words of enormous length, invalid UTF-8) are read by dateline's own
// tokenizer; abbreviations keep their period and short words at the end of a
// sentence lose it; the model is decoded once.
package prosetext
