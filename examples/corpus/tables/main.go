// Tables is examples/corpus with two formats more, whose libraries the root
// module does not need:
//
//	go run -C examples/corpus/tables . -out /FOLDER -parquet -sqlite [-events] /INPUT
//
// With go run -C, give whole paths: the command changes the folder first.
package main

import (
	"os"

	"github.com/dateline-go/dateline/examples/corpus/runner"
)

func main() {
	os.Exit(runner.Command(os.Args[1:], os.Stdout, os.Stderr, runner.JSONLines, runner.CSV, runner.Analyses, Parquet, SQLite))
}
