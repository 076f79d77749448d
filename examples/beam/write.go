package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn2x2[string, string, int, string](&shardFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
}

// write spreads lines over files NAME-00000-of-00004.jsonl by their key, so that
// an article's lines stay together; textio writes one file only. Lines are
// sorted, so that the same input gives the same files on every runner. A
// shard without lines gets no file.
func write(s beam.Scope, keyed beam.PCollection, o options, name string) {
	sharded := beam.ParDo(s, &shardFn{o.shards}, keyed)
	prefix := strings.TrimSuffix(o.output, "/") + "/" + name
	beam.ParDo0(s, &writeFn{prefix, o.shards}, beam.GroupByKey(s, sharded))
}

type shardFn struct {
	Shards int
}

func (f *shardFn) ProcessElement(key, line string) (int, string) {
	h := fnv.New32a()
	h.Write([]byte(key))
	return int(h.Sum32() % uint32(f.Shards)), line
}

type writeFn struct {
	Prefix string
	Shards int
}

// ProcessElement writes one shard; it holds its lines in memory to sort them.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	var all []string
	for line := ""; lines(&line); {
		all = append(all, line)
	}
	slices.Sort(all)
	name := fmt.Sprintf("%s-%05d-of-%05d.jsonl", f.Prefix, shard, f.Shards)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, fs.Close()) }()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, 1<<16)
	for _, line := range all {
		w.WriteString(line)
		w.WriteByte('\n')
	}
	if err := w.Flush(); err != nil {
		return errors.Join(err, file.Close())
	}
	return file.Close()
}
