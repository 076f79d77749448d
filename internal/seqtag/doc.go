// Package seqtag is a linear-chain conditional random field over hashed
// features (Lafferty, McCallum and Pereira 2001): one engine for part-of-speech
// tags, names and attributions.
//
// A caller describes each token by 64-bit feature hashes ([Features]); a
// [Model] gives the best label sequence ([Model.Decode]) or probabilities
// ([Model.Posterior]). [Train] learns a model by stochastic gradient descent
// with AdaGrad, feature dropout and averaging; the same examples, options and
// seed give the same bytes.
//
// At run time weights are 16-bit integers in one flat array behind an open
// hash table, scores are integer sums and so the same on every processor, and
// a warm [Scratch] makes decoding free of allocation. Cost is linear in the
// number of tokens.
package seqtag
