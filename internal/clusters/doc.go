// Package clusters groups words that occur in like contexts: "Iraqi" with
// "Syrian", "colonel" with "sergeant". A tagger that saw one of them in training
// knows something about all.
//
// The groups are k-means clusters of word vectors published under CC0; NOTICE
// names them, and internal/cmd/buildclusters builds words.bin again.
package clusters
