// Package text reads raw text once: tokens, sentences and paragraphs, all with
// byte offsets into the text as given. Later stages read its [Document] and
// never split the text again.
//
// Tokens follow the Penn Treebank: clitics apart ("do" "n't", "army" "'s"),
// abbreviations with their period ("Gen.", "U.S."), hyphenated words whole but
// where a name meets what is said of it ("US" "-led", "anti-" "ISIS").
//
// A dateline or date stamp is a sentence of its own and kept in
// [Document.Dateline]; paragraphs are told apart by [ParagraphKind].
//
// A token is never longer than [MaxTokenLen] bytes, so no page can make a
// later stage pay for a megabyte without a blank.
//
// All of it costs time linear in the text, whatever the text.
package text
