package main

import (
	"context"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// results are the names of what a run writes.
var results = regexp.MustCompile(`^(claims|incidents|dead-letters|events)-\d{5}-of-\d{5}\.jsonl$`)

// makeRoom sees that the output folder holds no results of an earlier run, which
// would stand beside the new ones where the numbers of shards differ: it refuses
// such a folder, or with overwrite removes them, and them alone. A folder on
// storage that this machine, unlike the workers, cannot list is not looked into.
func makeRoom(ctx context.Context, folder string, overwrite bool) error {
	folder = strings.TrimSuffix(folder, "/")
	fs, err := filesystem.New(ctx, folder)
	if err != nil {
		return fmt.Errorf("--output %s: %w", folder, err)
	}
	defer fs.Close() // was only read
	names, err := fs.List(ctx, folder+"/*.jsonl")
	if err != nil {
		if strings.Contains(folder, "://") {
			return nil
		}
		return fmt.Errorf("--output %s: %w", folder, err)
	}
	var old []string
	for _, name := range names {
		if results.MatchString(path.Base(strings.ReplaceAll(name, `\`, "/"))) {
			old = append(old, name)
		}
	}
	if len(old) == 0 {
		return nil
	}
	if !overwrite {
		return fmt.Errorf("--output %s holds %d files of an earlier run (%s): name another folder, or remove them with --overwrite", folder, len(old), path.Base(old[0]))
	}
	remover, ok := fs.(filesystem.Remover)
	if !ok {
		return fmt.Errorf("--overwrite: files cannot be removed from %s: name another folder", folder)
	}
	for _, name := range old {
		if err := remover.Remove(ctx, name); err != nil {
			return fmt.Errorf("--overwrite: %w", err)
		}
	}
	return nil
}
