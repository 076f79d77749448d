package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"reflect"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"github.com/dateline-go/dateline/examples/corpus/runner"
)

// SQLite writes the tables into one database. All rows of a checkpoint are one
// transaction, and the table run holds how far it got, so that the database
// alone is always whole. The transaction ends before checkpoint.json is
// replaced; if the process ends between the two, a start takes the rows back.
var SQLite = runner.Format{
	Name: "sqlite", Usage: "write the tables into the SQLite database " + databaseFile, Exists: []string{databaseFile},
	Open: func(p runner.Place, mark json.RawMessage) (runner.Writer, error) { return openSQLite(p, mark) },
}

const databaseFile = "corpus.db"

type sqliteWriter struct {
	db      *sql.DB
	tx      *sql.Tx
	inserts []*sql.Stmt
	values  []any
	last    map[string]int64 // by table: the last row's rowid
}

func openSQLite(p runner.Place, mark json.RawMessage) (*sqliteWriter, error) {
	for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
		name := databaseFile + suffix
		info, err := p.Root.Lstat(name)
		if errors.Is(err, fs.ErrNotExist) {
			if suffix == "" && mark != nil {
				return nil, fmt.Errorf("%s, which the checkpoint names, is gone; use -restart to begin anew", name)
			}
			continue
		}
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("cannot write %s: it is not a plain file; choose another -out folder", name)
		}
		if mark == nil {
			if err := p.Root.Remove(name); err != nil {
				return nil, fmt.Errorf("cannot begin %s anew: %w", name, err)
			}
		}
	}
	full, err := filepath.Abs(filepath.Join(p.Path, databaseFile))
	if err != nil {
		return nil, err
	}
	// A rollback journal and full synchronisation: a commit is durable when it
	// returns.
	source := (&url.URL{Scheme: "file", Path: filepath.ToSlash(full), RawQuery: "_pragma=journal_mode(DELETE)&_pragma=synchronous(EXTRA)&_pragma=busy_timeout(5000)"}).String()
	db, err := sql.Open("sqlite", source)
	if err != nil {
		return nil, failed(err)
	}
	db.SetMaxOpenConns(1)
	w := &sqliteWriter{db: db, last: map[string]int64{}}
	if err := w.begin(mark); err != nil {
		return nil, errors.Join(failed(err), w.Close())
	}
	return w, nil
}

func failed(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("cannot write %s: %w", databaseFile, err)
}

// begin makes the tables, or takes back the rows behind the mark.
func (w *sqliteWriter) begin(mark json.RawMessage) error {
	if mark == nil {
		if _, err := w.db.Exec(schema()); err != nil {
			return err
		}
		return w.transaction()
	}
	if err := json.Unmarshal(mark, &w.last); err != nil {
		return fmt.Errorf("checkpoint.json is damaged: %w; use -restart to begin anew", err)
	}
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, t := range runner.Tables {
		var rows int64
		if err := tx.QueryRow("SELECT coalesce(max(rowid), 0) FROM " + t.Name).Scan(&rows); err != nil {
			return err
		}
		if rows < w.last[t.Name] {
			return fmt.Errorf("table %s has %d rows, the checkpoint says %d: it was changed since the last run; use -restart to begin anew", t.Name, rows, w.last[t.Name])
		}
		if _, err := tx.Exec("DELETE FROM "+t.Name+" WHERE rowid > ?", w.last[t.Name]); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return w.transaction()
}

// schema creates the tables, an index for each way from one to the next, and
// the description of each column.
func schema() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE run (id INTEGER PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL);\nCREATE TABLE columns (name TEXT, of_table TEXT, description TEXT);\n")
	for _, t := range runner.Tables {
		fmt.Fprintf(&b, "CREATE TABLE %s (", t.Name)
		for i, c := range t.Columns {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%q %s", c.Name, sqlType(c.Type))
		}
		b.WriteString(");\n")
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "INSERT INTO columns VALUES ('%s', '%s', '%s');\n", c.Name, t.Name, strings.ReplaceAll(c.Doc, "'", "''"))
			switch c.Name {
			case "article", "event", "key", "place_key":
				fmt.Fprintf(&b, "CREATE INDEX %s_%s ON %s (%q);\n", t.Name, c.Name, t.Name, c.Name)
			}
		}
	}
	return b.String()
}

func sqlType(t reflect.Type) string {
	null := " NOT NULL"
	if t.Kind() == reflect.Pointer {
		t, null = t.Elem(), ""
	}
	switch t.Kind() {
	case reflect.Int64, reflect.Bool:
		return "INTEGER" + null
	case reflect.Float64:
		return "REAL" + null
	}
	return "TEXT" + null
}

func (w *sqliteWriter) transaction() error {
	tx, err := w.db.Begin()
	if err != nil {
		return err
	}
	w.tx, w.inserts = tx, w.inserts[:0]
	for _, t := range runner.Tables {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(t.Columns)), ", ")
		insert, err := tx.Prepare("INSERT INTO " + t.Name + " VALUES (" + marks + ")")
		if err != nil {
			return err
		}
		w.inserts = append(w.inserts, insert)
	}
	return nil
}

func (w *sqliteWriter) Write(r *runner.Rows) error {
	for i := range runner.Tables {
		rows := runner.Tables[i].Of(r)
		for k := range rows.Len() {
			row := rows.Index(k)
			w.values = w.values[:0]
			for c := range row.NumField() {
				w.values = append(w.values, value(row.Field(c)))
			}
			if _, err := w.inserts[i].Exec(w.values...); err != nil {
				return failed(err)
			}
			w.last[runner.Tables[i].Name]++
		}
	}
	return nil
}

func value(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	return v.Interface()
}

func (w *sqliteWriter) Sync() (json.RawMessage, error) {
	mark, err := json.Marshal(w.last)
	if err != nil {
		return nil, err
	}
	if _, err := w.tx.Exec("INSERT OR REPLACE INTO run VALUES (1, ?)", string(mark)); err != nil {
		return nil, failed(err)
	}
	if err := w.tx.Commit(); err != nil {
		return nil, failed(err)
	}
	return mark, failed(w.transaction())
}

// Close takes back what was not committed.
func (w *sqliteWriter) Close() error {
	if w.tx != nil {
		w.tx.Rollback()
	}
	return w.db.Close()
}
