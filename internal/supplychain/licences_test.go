package supplychain

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// licences are told by sentences that only they have. All of them allow use and
// passing on in source and binary form, on condition of their notice.
var licences = []struct{ name, sign string }{
	{"Apache-2.0", "Apache License"},
	{"MPL-2.0", "Mozilla Public License Version 2.0"},
	{"BSD", "Redistributions in binary form must reproduce"},
	{"BSD", "redistributions in binary form must reproduce"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining"},
	{"MIT", "The MIT License"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
	{"CC0-1.0", "CC0 1.0 Universal"},
}

// refused are licences that put conditions on programs that use the library.
var refused = []string{"GNU GENERAL PUBLIC LICENSE", "GNU AFFERO GENERAL PUBLIC LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "Business Source License", "Server Side Public License"}

// licenceOf reads the licence of a module in the module cache: its name, "" if
// it has no file that we know; "refused: ..." for those that may not be used.
func licenceOf(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	found := ""
	for _, f := range files {
		name := strings.ToUpper(f.Name())
		if f.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "COPYING") && !strings.HasPrefix(name, "UNLICENSE") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		text := strings.Join(strings.Fields(string(data)), " ")
		for _, r := range refused {
			if strings.HasPrefix(text, r) || strings.Contains(text[:min(len(text), 200)], r) {
				return "refused: " + r
			}
		}
		for _, l := range licences {
			if found == "" && strings.Contains(text, l.sign) {
				found = l.name
			}
		}
	}
	return found
}

type module struct {
	Path, Version, Dir string
	Main               bool
	Replace            *module
}

// needed lists the modules whose packages a build or test of the module in dir
// needs.
func needed(t *testing.T, dir string) []module {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-test", "-mod=readonly", "-f", "{{with .Module}}{{.Path}}{{end}}", "./...")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=readonly", "GOPROXY=off")
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("the dependencies of %s are not in the module cache (go mod download there brings them)", dir)
	}
	paths := strings.Fields(string(out))
	slices.Sort(paths)
	paths = slices.Compact(paths)
	cmd = exec.CommandContext(t.Context(), "go", append([]string{"list", "-m", "-json"}, paths...)...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOFLAGS=-mod=readonly", "GOPROXY=off")
	out, err = cmd.Output()
	require.NoError(t, err, "go list -m in %s", dir)
	var list []module
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var m module
		require.NoError(t, d.Decode(&m))
		if !m.Main && !strings.HasPrefix(m.Path, "github.com/dateline-go/dateline") {
			list = append(list, m)
		}
	}
	return list
}

// TestLicences: every dependency of the library and of the modules nested in
// the repository has a licence that allows all uses of ours, and stands with it
// in LICENSES.tsv.
func TestLicences(t *testing.T) {
	const table = root + "/internal/supplychain/LICENSES.tsv"
	listed := map[string]string{}
	data, err := os.ReadFile(table)
	require.NoError(t, err)
	for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
		path, licence, ok := strings.Cut(line, "\t")
		require.True(t, ok || strings.HasPrefix(line, "#"), line)
		listed[path] = licence
	}
	var missing []string
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() != "go.mod" {
			return err
		}
		dir := filepath.Dir(path)
		t.Run(strings.TrimPrefix(dir, root), func(t *testing.T) {
			for _, m := range needed(t, dir) {
				got := licenceOf(t, m.Dir)
				assert.NotEmpty(t, got, "%s has no licence that this test knows: read %s, and add the licence if it allows all uses", m.Path, m.Dir)
				assert.NotContains(t, got, "refused", m.Path)
				if listed[m.Path] != got {
					missing = append(missing, m.Path+"\t"+got)
				}
			}
		})
		return nil
	}))
	slices.Sort(missing)
	assert.Empty(t, slices.Compact(missing), "these lines belong in internal/supplychain/LICENSES.tsv")
}
