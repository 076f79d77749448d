// Package span holds the one span type of dateline and the conversion of
// offsets between bytes, Unicode code points and UTF-16 code units.
//
// Every result of dateline points into the text as it was given. A [Span]
// counts bytes and obeys one law, also on invalid UTF-8:
//
//	text[s.Start:s.End] == s.Text
//
// Programs in Python count code points and programs in JavaScript or Java
// count UTF-16 units; an [Index] translates for them.
package span
