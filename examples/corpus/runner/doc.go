// Package runner analyses a corpus of any size and writes what it finds as
// tables. Package main in examples/corpus runs it with JSON lines and CSV, the
// module in examples/corpus/tables with Parquet and SQLite as well.
//
// # Input
//
// A folder, read with all folders in it in lexical order, or a single file:
// .txt (an article each), .jsonl or .ndjson (an article a line), .json (an
// article, several one after another, or an array), each also as .gz. An article
// is {"id", "text", "published", "outlet", "title", "url"}; "date" may stand for
// "published", "source" or "publisher" for "outlet". Files are streamed: memory
// does not grow with the corpus, but for the events (see below). Symbolic links
// are not followed.
//
// # Output
//
// Every table of [Tables] (TABLES.md lists the columns) in every format asked
// for, errors.jsonl (the dead letters: what could not be read, where it stands
// and why), summary.json, and checkpoint.json. Output files have fixed names: nothing that an article says,
// nor an ID or a file name, ever becomes a path. Files are opened within the
// output folder only; a symbolic link there that leads out of it is refused.
//
// # No record is lost or doubled
//
// A run may be killed at any moment, or the machine lose power, and be started
// again by the same command. It is safe by the order of its writes. At a
// checkpoint:
//
//  1. every writer flushes its files and makes them durable (fsync; the folder
//     too, if files were created), or commits its transaction, and says how far
//     it got: its mark (file lengths, numbers of parts, last rows);
//  2. the marks and the position in the input go into checkpoint.json.tmp,
//     which is made durable and renamed to checkpoint.json; then the folder is
//     made durable.
//
// Before the rename the old checkpoint counts, behind it the new one; what a
// checkpoint names is durable before it is. A start rewinds every writer to its
// mark, cutting off whatever came later, a torn last line included, and goes on
// at the position. Articles since the last checkpoint are read again: none is
// lost, none is there twice. Checkpoints come every so many articles or bytes of
// text, never by the clock. The first one is written before any output is.
//
// A run goes on only with the input, options and analyzer that it began with:
// each file's name, size and time of change, the options that matter for the
// output, and the analysis of a sample article are compared, and what differs is
// said. One process at a time works in an output folder.
//
// If an output cannot be written (the disk is full), the run stops, cuts what
// is behind the last checkpoint, and can be started again when there is room.
//
// # Events
//
// With Options.Events the reports of incidents are kept in a working file and
// grouped by package crossdoc at the end. This takes about two kilobytes of
// memory an incident.
//
// # Spreadsheets
//
// A text cell of a CSV file that begins with one of = + - @, their full-width
// forms, a tab, a line end or an apostrophe gets an apostrophe put before it, so
// that no spreadsheet takes it for a formula. Taking one leading apostrophe away
// gives back the words. Numbers are written as they are.
package runner
