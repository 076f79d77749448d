// Package dateline reads a news article the way a careful editor does: who and
// what it names, who said what, and how many people were harmed on whose word.
//
//	analysis := dateline.Analyze(article)
//	for _, q := range analysis.Quotes {
//		fmt.Println(q.Content.Text)
//	}
//
// # What it returns
//
// [Analyze] takes plain text and returns an [Analysis]:
//
//   - Mentions and Entities: the names in the text, and which of them are one
//     and the same thing ("Islamic State", "ISIS" and "Daesh").
//   - Quotes and Sources: everything the text reports as said, direct, indirect
//     or mixed, and who said it: a named person, an organization, or somebody
//     whose name the article withholds, with the words that say why.
//   - Claims and Incidents: how many people were killed, injured, missing,
//     abducted, detained or displaced, with victims, perpetrator, place, time
//     and source; and the claims that speak of one event, put side by side.
//
// Every field that states a fact carries the span of words it rests on. Nothing
// is returned that no words in the text carry.
//
// [Analysis.Sourcing] sums up on whose word the article rests. The packages
// entities, quotes and extract each do their part alone, from plain text, where
// the rest is not wanted. An [Analyzer] made by [New] takes options; an
// [Article] carries the day of publication, from which "on Sunday" counts.
// Package crossdoc joins what several articles tell of one incident, interop
// writes analyses in the forms of other tools, train makes models from a corpus
// of your own.
//
// # Offsets
//
// A [Span] counts bytes of the text as it was given and obeys one law, also
// for invalid UTF-8, NULs and CRLF:
//
//	text[s.Start:s.End] == s.Text
//
// Programs in Python count code points, programs in JavaScript and Java UTF-16
// units: [Analysis.In] gives a copy in those units. An [Analysis] encodes to
// JSON with encoding/json; its form is named by [Schema] and described field by
// field in docs/json.md. JSON cannot hold invalid UTF-8: each invalid byte
// becomes U+FFFD there, so for such texts export code points or UTF-16 units,
// which stay true, and not bytes.
//
// # Labels
//
// Entity types are PERSON, ORG, GPE, LOC, FAC, NORP and EVENT (see
// entities.Type). Quotes are direct, indirect or mixed; sources are named,
// organization, anonymous or none. Outcomes are killed, injured, missing,
// abducted, detained, displaced, released, and casualties where the text does
// not tell dead from injured. Labels are constants of their packages.
//
// # Concurrency and determinism
//
// Models and tables are embedded, loaded at the first call and immutable after
// it. An [Analyzer] may be shared between goroutines; the same text gives the
// same analysis, byte for byte, whatever was read before it. [Analyze] cannot
// fail, takes no context, and its cost is linear in the text.
// [Analyzer.AnalyzeAll] reads a stream of articles on several goroutines, in
// order, with bounded memory.
//
// # Limits
//
// Text is English news prose without markup. Text in capitals, or without
// commas and apostrophes, is read with other eyes and lower accuracy: on fifteen
// articles rewritten in capitals, F1 of names falls from .96 to .87; in small
// letters that of quotes from .94 to .81; like speech to text, names to .83 and
// quotes to .69; claims by no more than .03. Figures are what the article
// claims, not what happened; "dozens" and other words are given bounds by
// convention (see extract.Claim). README has measured scores.
//
// Before version 1 the Go interface may change between minor versions; what
// [Schema] says of the JSON form holds now.
package dateline
