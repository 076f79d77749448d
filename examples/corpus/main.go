// Corpus analyses a folder of articles, or a file of JSON lines of any size,
// and writes entities, quotes, claims, incidents and events as tables.
//
//	go run ./examples/corpus -out FOLDER [-csv] [-events] INPUT
//
// A run that was stopped or killed goes on where it was when the same command
// is given again. Package runner says how, and what input is read. Parquet and
// SQLite are written by the same program in a module of its own:
//
//	go run -C examples/corpus/tables . -out FOLDER -parquet -sqlite INPUT
package main

import (
	"os"

	"github.com/dateline-go/dateline/examples/corpus/runner"
)

func main() {
	os.Exit(runner.Command(os.Args[1:], os.Stdout, os.Stderr, runner.JSONLines, runner.CSV, runner.Analyses))
}
