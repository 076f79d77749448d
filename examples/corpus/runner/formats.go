package runner

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

// JSONLines writes each table as a file of JSON lines.
var JSONLines = Format{
	Name: "jsonl", Usage: "write the tables as JSON lines", On: true, Exists: tableFiles(".jsonl"),
	Open: func(p Place, mark json.RawMessage) (Writer, error) {
		files, err := openFiles(p.Root, tableFiles(".jsonl"), mark)
		if err != nil {
			return nil, err
		}
		return &jsonWriter{fileSet: files}, nil
	},
}

// CSV writes each table as a file of comma-separated values, safe to open in a
// spreadsheet.
var CSV = Format{
	Name: "csv", Usage: "write the tables as CSV", Exists: tableFiles(".csv"),
	Open: func(p Place, mark json.RawMessage) (Writer, error) {
		files, err := openFiles(p.Root, tableFiles(".csv"), mark)
		if err != nil {
			return nil, err
		}
		return newCSVWriter(files)
	},
}

// Analyses writes each article's whole analysis as a JSON line, as docs/json.md
// describes it.
var Analyses = Format{
	Name: "analyses", Usage: "write the whole analysis of each article, a JSON line each", Exists: []string{"analyses.jsonl"},
	Open: func(p Place, mark json.RawMessage) (Writer, error) {
		files, err := openFiles(p.Root, []string{"analyses.jsonl"}, mark)
		if err != nil {
			return nil, err
		}
		return &analysisWriter{fileSet: files}, nil
	},
}

func tableFiles(extension string) []string {
	names := make([]string, len(Tables))
	for i, t := range Tables {
		names[i] = t.Name + extension
	}
	return names
}

type jsonWriter struct {
	*fileSet
	line bytes.Buffer
}

func (w *jsonWriter) Write(r *Rows) error {
	for i := range Tables {
		rows := Tables[i].Of(r)
		for k := range rows.Len() {
			if err := writeLine(&w.line, w.files[i], rows.Index(k).Addr().Interface()); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeLine writes a value as a JSON line.
func writeLine(line *bytes.Buffer, f *appendFile, v any) error {
	line.Reset()
	encoder := json.NewEncoder(line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := f.Write(line.Bytes())
	return err
}

type analysisWriter struct {
	*fileSet
	line bytes.Buffer
}

func (w *analysisWriter) Write(r *Rows) error {
	if r.Analysis == nil {
		return nil
	}
	return writeLine(&w.line, w.files[0], r.Analysis)
}

type csvWriter struct {
	*fileSet
	rows   []*csv.Writer
	fields []string
}

func newCSVWriter(files *fileSet) (*csvWriter, error) {
	w := &csvWriter{fileSet: files}
	for i, f := range files.files {
		c := csv.NewWriter(f)
		w.rows = append(w.rows, c)
		if f.size > 0 {
			continue
		}
		var head []string
		for _, column := range Tables[i].Columns {
			head = append(head, column.Name)
		}
		if err := c.Write(head); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *csvWriter) Write(r *Rows) error {
	for i := range Tables {
		rows := Tables[i].Of(r)
		for k := range rows.Len() {
			w.fields = w.fields[:0]
			row := rows.Index(k)
			for c := range row.NumField() {
				w.fields = append(w.fields, cell(row.Field(c)))
			}
			if err := w.rows[i].Write(w.fields); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *csvWriter) Sync() (json.RawMessage, error) {
	for i, c := range w.rows {
		if c.Flush(); c.Error() != nil {
			return nil, w.files[i].failed(c.Error())
		}
	}
	return w.fileSet.Sync()
}

// cell is a value as CSV has it: nothing for null, numbers as they are, text
// made harmless.
func cell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return cell(v.Elem())
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	return harmless(v.String())
}

// harmless puts an apostrophe before what a spreadsheet would take for a
// formula, and before an apostrophe, so that it can be taken away again.
func harmless(s string) string {
	first, _ := utf8.DecodeRuneInString(s)
	if s != "" && strings.ContainsRune("=+-@\t\r\n'＝＋－＠", first) {
		return "'" + s
	}
	return s
}
