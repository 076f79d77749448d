// Package quotes finds what a news text reports as said: every direct,
// indirect and mixed quote, the words that report it, and its source, named,
// an institution, or anonymous with the words that say why.
//
// [Find] reads a plain text in one call. An [Attributor] that shares tokens and
// entities with other packages is what package dateline uses.
//
// # How it works
//
// Quotation marks are paired into segments, paragraph by paragraph. Words that
// may report come from readable tables (internal/lexicon: reporting.txt,
// sources.txt, anonymity.txt). For each, rules find its subject and its
// content: behind it, before it, or around it; a content ends where another
// attribution or the words about a source's anonymity begin. A learned chain
// (internal/attribution) then proposes what the rules missed: one model finds
// cues, a second their sources and contents, a third judges, with what the rules
// found beside it, whether that is an attribution. Hard constraints keep out
// what tells of nothing said. What somebody is told to want, support or expect
// rather than to say is let through if it is more probable than not, and marked
// ([Quote.Attitude]).
// Quoted segments that are left go to the source that goes on speaking. At
// last each mention of a source is resolved: names to entities, pronouns,
// "the spokesman", "the statement" to what they mean.
//
// # What each part is worth
//
// Contents that share at least half their words, and those with the right
// source too, as go run ./internal/cmd/trainquotes -ablate prints them: F1 on 15
// articles annotated to this package's guidelines (A), on 19 others (B, on which
// the chain was trained), and on PolNeAR's 84 development articles, whose notion
// of attribution is wider (wanting, supporting and seeming are in it) and which
// make one quote of an utterance in several pieces.
//
//	                          A     B     PolNeAR  +source
//	rules                    .943  .857   .603     .560
//	rules and chain, reports .939  .880   .621     .583
//	with attitudes           .939  .880   .654     .609
//	chain alone              .808  .883   .701     .656
//	chain, given the cues    .850  .890   .879     .826
//	chain, given the parts   .854  .892   .779     .770
//
// Given the cues that the annotators marked, the chain loses what the second
// model does not delimit; given the parts of each cue it finds, what the first
// misses: the cues are where most is lost. Differences under .01 mean nothing.
// The errors of A were read while the rules were written.
package quotes
