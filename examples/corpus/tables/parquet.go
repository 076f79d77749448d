package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go"

	"github.com/dateline-go/dateline/examples/corpus/runner"
)

// Parquet writes each table as a folder of Parquet files, a part for each
// checkpoint that has rows of it: readers take the folder as one table
// (parquet/claims/*.parquet). A part is written under another name, made
// durable and renamed, so that there never is half a part.
var Parquet = runner.Format{
	Name: "parquet", Usage: "write the tables as Parquet, a folder of parts each", Exists: []string{parquetFolder},
	Open: func(p runner.Place, mark json.RawMessage) (runner.Writer, error) { return openParquet(p.Root, mark) },
}

const parquetFolder = "parquet"

type parquetWriter struct {
	root  *os.Root
	parts map[string]int // by table: the number of parts
	rows  runner.Rows    // since the last part
}

// openParquet takes away the parts behind the mark.
func openParquet(root *os.Root, mark json.RawMessage) (*parquetWriter, error) {
	w := &parquetWriter{root: root, parts: map[string]int{}}
	if mark != nil {
		if err := json.Unmarshal(mark, &w.parts); err != nil {
			return nil, fmt.Errorf("checkpoint.json is damaged: %w; use -restart to begin anew", err)
		}
	}
	for _, t := range runner.Tables {
		folder := path.Join(parquetFolder, t.Name)
		if err := root.MkdirAll(folder, 0o755); err != nil {
			return nil, fmt.Errorf("cannot make %s: %w", folder, err)
		}
		kept := map[string]bool{}
		for n := range w.parts[t.Name] {
			kept[partName(n)] = true
		}
		entries, err := fs.ReadDir(root.FS(), folder)
		if err != nil {
			return nil, fmt.Errorf("cannot read %s: %w", folder, err)
		}
		for _, e := range entries {
			name := e.Name()
			if kept[name] || !strings.HasPrefix(name, "part-") {
				delete(kept, name)
				continue
			}
			if err := root.Remove(path.Join(folder, name)); err != nil {
				return nil, fmt.Errorf("cannot take back %s: %w", name, err)
			}
		}
		for name := range kept {
			return nil, fmt.Errorf("%s/%s, which the checkpoint names, is gone; use -restart to begin anew", folder, name)
		}
		if err := runner.SyncDir(root, folder); err != nil {
			return nil, err
		}
	}
	return w, errors.Join(runner.SyncDir(root, parquetFolder), runner.SyncDir(root, "."))
}

func partName(n int) string { return fmt.Sprintf("part-%06d.parquet", n) }

func (w *parquetWriter) Write(r *runner.Rows) error {
	for i := range runner.Tables {
		kept := runner.Tables[i].Of(&w.rows)
		kept.Set(reflect.AppendSlice(kept, runner.Tables[i].Of(r)))
	}
	return nil
}

func (w *parquetWriter) Sync() (json.RawMessage, error) {
	r := &w.rows
	err := errors.Join(
		part(w, "articles", &r.Articles), part(w, "entities", &r.Entities), part(w, "mentions", &r.Mentions),
		part(w, "sources", &r.Sources), part(w, "quotes", &r.Quotes), part(w, "claims", &r.Claims),
		part(w, "incidents", &r.Incidents), part(w, "figures", &r.Figures),
		part(w, "events", &r.Events), part(w, "event_reports", &r.EventReports), part(w, "event_figures", &r.EventFigures),
	)
	if err != nil {
		return nil, err
	}
	return json.Marshal(w.parts)
}

// part writes the rows of a table as its next part.
func part[T any](w *parquetWriter, table string, rows *[]T) error {
	if len(*rows) == 0 {
		return nil
	}
	folder, name := path.Join(parquetFolder, table), partName(w.parts[table])
	target := path.Join(folder, name)
	err := func() error {
		f, err := w.root.OpenFile(target+".tmp", os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
		if err != nil {
			return err
		}
		defer f.Close()
		out := parquet.NewGenericWriter[T](f, parquet.Compression(&parquet.Zstd))
		if _, err := out.Write(*rows); err != nil {
			return err
		}
		if err := out.Close(); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
		if err := w.root.Rename(target+".tmp", target); err != nil {
			return err
		}
		return runner.SyncDir(w.root, folder)
	}()
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", target, err)
	}
	w.parts[table]++
	*rows = (*rows)[:0]
	return nil
}

// Close leaves what a start takes away.
func (w *parquetWriter) Close() error { return nil }
