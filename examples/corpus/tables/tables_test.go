package main

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/examples/corpus/runner"
)

// program is the real program, built once.
var program string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "tables")
	if err == nil {
		program = filepath.Join(folder, "tables")
		command := exec.Command("go", "build", "-o", program, ".")
		command.Stderr = os.Stderr
		err = command.Run()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "cannot build the program:", err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}

func makeCorpus(t *testing.T, n int) string {
	cities := [...]string{"Mosul", "Homs", "Kabul", "Cali", "Goma", "Lagos", "Manila"}
	var lines strings.Builder
	for i := range n {
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprint("=", i), "published": fmt.Sprintf("2024-03-%02d", 12+i%7), "outlet": fmt.Sprint("Outlet ", i%3),
			"text": fmt.Sprintf("A car bomb killed at least %d people and wounded %d at a market in %s on Tuesday, police said.\n\nA doctor, speaking on condition of anonymity, said %d bodies had come in.", i%17+2, i%31+3, cities[i%len(cities)], i%17+3),
		})
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
	}
	name := filepath.Join(t.TempDir(), "in.jsonl")
	require.NoError(t, os.WriteFile(name, []byte(lines.String()), 0o644))
	return name
}

func args(in, out string) []string {
	return []string{"-out", out, "-parquet", "-sqlite", "-events", "-checkpoint", "10", "-quiet", in}
}

// jsonRows are a table's rows as the JSON lines have them.
func jsonRows(t *testing.T, out, table string) []string {
	content, err := os.ReadFile(filepath.Join(out, table+".jsonl"))
	require.NoError(t, err)
	var rows []string
	for line := range bytes.Lines(content) {
		rows = append(rows, strings.TrimSuffix(string(line), "\n"))
	}
	return rows
}

// parquetRows are the same from all parts of a table.
func parquetRows[T any](t *testing.T, out, table string) []string {
	parts, err := filepath.Glob(filepath.Join(out, parquetFolder, table, "*"))
	require.NoError(t, err)
	slices.Sort(parts)
	var rows []string
	for _, part := range parts {
		read, err := parquet.ReadFile[T](part)
		require.NoError(t, err, part)
		for i := range read {
			rows = append(rows, asLine(t, &read[i]))
		}
	}
	return rows
}

func asLine(t *testing.T, v any) string {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	require.NoError(t, encoder.Encode(v))
	return strings.TrimSuffix(line.String(), "\n")
}

// check compares Parquet and SQLite, row for row, with the JSON lines.
func check(t *testing.T, out string) {
	for table, rows := range map[string]func(*testing.T, string, string) []string{
		"articles": parquetRows[runner.ArticleRow], "entities": parquetRows[runner.EntityRow], "mentions": parquetRows[runner.MentionRow],
		"sources": parquetRows[runner.SourceRow], "quotes": parquetRows[runner.QuoteRow], "claims": parquetRows[runner.ClaimRow],
		"incidents": parquetRows[runner.IncidentRow], "figures": parquetRows[runner.FigureRow], "events": parquetRows[runner.EventRow],
		"event_reports": parquetRows[runner.EventReportRow], "event_figures": parquetRows[runner.EventFigureRow],
	} {
		want := jsonRows(t, out, table)
		require.NotEmpty(t, want, table)
		require.Equal(t, want, rows(t, out, table), "parquet: %s", table)
	}
	db, err := sql.Open("sqlite", filepath.Join(out, databaseFile))
	require.NoError(t, err)
	defer db.Close()
	for _, table := range runner.Tables {
		require.Equal(t, jsonRows(t, out, table.Name), sqliteRows(t, db, &table), "sqlite: %s", table.Name)
	}
}

// sqliteRows are a table's rows in the form of the JSON lines.
func sqliteRows(t *testing.T, db *sql.DB, table *runner.Table) []string {
	rows, err := db.Query("SELECT * FROM " + table.Name + " ORDER BY rowid")
	require.NoError(t, err)
	defer rows.Close()
	var lines []string
	for rows.Next() {
		values := make([]any, len(table.Columns))
		pointers := make([]any, len(values))
		for i := range values {
			pointers[i] = &values[i]
		}
		require.NoError(t, rows.Scan(pointers...))
		var line strings.Builder
		for i, c := range table.Columns {
			v := values[i]
			if c.Type.Kind().String() == "bool" {
				v = v == int64(1)
			}
			line.WriteString(map[bool]string{true: "{", false: ","}[i == 0] + strconv.Quote(c.Name) + ":" + asLine(t, v))
		}
		lines = append(lines, line.String()+"}")
	}
	require.NoError(t, rows.Err())
	return lines
}

func run(t *testing.T, args []string) {
	output, err := exec.Command(program, args...).CombinedOutput()
	require.NoError(t, err, "%s", output)
}

func TestTables(t *testing.T) {
	in, out := makeCorpus(t, 45), filepath.Join(t.TempDir(), "out")
	run(t, args(in, out))
	check(t, out)
	db, err := sql.Open("sqlite", filepath.Join(out, databaseFile))
	require.NoError(t, err)
	defer db.Close()
	var told int
	require.NoError(t, db.QueryRow(`SELECT count(*) FROM columns WHERE of_table = 'claims' AND description <> ''`).Scan(&told))
	require.Equal(t, len(runner.Tables[5].Columns), told, "each column is described in the database")
	run(t, append([]string{"-restart"}, args(in, out)...))
	check(t, out)
}

// TestKill kills the program at random moments; CORPUS_KILLS says how often.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signal 9")
	}
	kills := 5
	if n, err := strconv.Atoi(os.Getenv("CORPUS_KILLS")); err == nil {
		kills = n
	}
	in, whole := makeCorpus(t, 120), filepath.Join(t.TempDir(), "whole")
	begin := time.Now()
	run(t, args(in, whole))
	took := time.Since(begin)
	want := map[string][]string{}
	for _, table := range runner.Tables {
		want[table.Name] = jsonRows(t, whole, table.Name)
	}
	seed := uint64(begin.UnixNano())
	t.Logf("seed %d, a whole run takes %v", seed, took)
	random := rand.New(rand.NewPCG(seed, 1))
	for killed := 0; killed < kills; {
		out := filepath.Join(t.TempDir(), "out")
		for within := took; ; within += took / 4 { // or a machine that slowed down would never come through
			command := exec.Command(program, args(in, out)...)
			var said strings.Builder
			command.Stderr = &said
			require.NoError(t, command.Start())
			timer := time.AfterFunc(time.Duration(random.Int64N(int64(within))), func() { command.Process.Kill() })
			err := command.Wait()
			timer.Stop()
			if err == nil {
				break
			}
			require.Equal(t, -1, command.ProcessState.ExitCode(), "ended by itself: %s", said.String())
			killed++
		}
		check(t, out)
		for _, table := range runner.Tables {
			require.Equal(t, want[table.Name], jsonRows(t, out, table.Name))
		}
	}
}

func TestLinkIsRefused(t *testing.T) {
	in, out := makeCorpus(t, 3), t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret")
	require.NoError(t, os.WriteFile(secret, []byte("mine"), 0o644))
	require.NoError(t, os.Symlink(secret, filepath.Join(out, databaseFile)))
	output, err := exec.Command(program, append([]string{"-restart"}, args(in, out)...)...).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(output), "not a plain file")
	content, err := os.ReadFile(secret)
	require.NoError(t, err)
	require.Equal(t, "mine", string(content))
}
