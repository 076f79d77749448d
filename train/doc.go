// Package train makes models of your own from a corpus of your own: a
// part-of-speech tagger for dateline.WithTaggerModel, a recognizer of names for
// dateline.WithModel. docs/own-model.md is a tutorial.
//
//	corpus, err := train.ReadCoNLL(file, "logs.conll")
//	model, err := train.Recognizer(corpus, train.Options{})
//	analyzer, err := dateline.New(dateline.WithModel(bytes.NewReader(model), "logs"))
//
// A corpus is in the columns that interop.WriteCoNLL2003 writes, so that what
// dateline found, corrected by hand, can train. The same corpus, options and
// version of the module give the same bytes.
//
// Some dozens of sentences teach what one genre does again and again (the call signs
// of a log, the titles of a bulletin); a tagger or recognizer for a language's news at large takes
// tens of thousands. Sentences are learned apart from each other, so no
// training reads more of a text than they give. Training keeps all features in
// memory: about 100 KB a sentence.
package train
