package runner

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/articleline"
)

// Position is how far the input was read.
type Position struct {
	File    string `json:"file"`    // path within the input
	Records int64  `json:"records"` // read of this file
	Offset  int64  `json:"offset"`  // behind the last record of JSON lines, in the unpacked file
}

// item is an article with what is known about it, or why it cannot be read.
type item struct {
	article articleline.Record
	file    string
	record  int64 // from 1
	err     error
	raw     []byte   // of what is wrong, to find it again
	after   Position // the item being done
	read    int64    // bytes of all files read so far, packed as they are
}

// input is a folder or a file.
type input struct {
	root     *os.Root
	single   string // the file's name, "" for a folder
	maxBytes int64
	outlet   string    // of articles that give none
	day      time.Time // of articles that give none
	read     atomic.Int64
}

// survey is what an input holds, before it is read.
type survey struct {
	Files   int64  `json:"files"`
	Bytes   int64  `json:"bytes"`
	Ignored int64  `json:"ignored"` // files of other kinds
	Digest  string `json:"digest"`  // of all names, sizes and times of change
}

func openInput(name string) (*input, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the corpus: %w", err)
	}
	in := &input{}
	folder := name
	if !info.IsDir() {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("cannot read the corpus: %s is neither a folder nor a plain file", name)
		}
		// The user may name a link; within a folder none is followed.
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return nil, fmt.Errorf("cannot read the corpus: %w", err)
		}
		folder, in.single = filepath.Split(name)
		if folder == "" {
			folder = "."
		}
		if kindOfFile(in.single) == otherFile {
			return nil, fmt.Errorf("cannot read the corpus: %s is of no known kind; name it .txt, .json, .jsonl or .ndjson, with .gz if it is packed", name)
		}
	}
	if in.root, err = os.OpenRoot(folder); err != nil {
		return nil, fmt.Errorf("cannot read the corpus: %w", err)
	}
	return in, nil
}

func (in *input) Close() error { return in.root.Close() }

type fileKind uint8

const (
	otherFile fileKind = iota
	textFile
	linesFile
	jsonFile
)

func kindOfFile(name string) fileKind {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	switch path.Ext(name) {
	case ".txt":
		return textFile
	case ".jsonl", ".ndjson":
		return linesFile
	case ".json":
		return jsonFile
	}
	return otherFile
}

// file is an entry of the input; err says why it cannot be read.
type file struct {
	name string
	kind fileKind
	info fs.FileInfo
	err  error
}

// files yields the files in lexical order, folder by folder.
func (in *input) files() iter.Seq[file] {
	return func(yield func(file) bool) {
		if in.single != "" {
			info, err := in.root.Lstat(in.single)
			yield(file{in.single, kindOfFile(in.single), info, err})
			return
		}
		_ = fs.WalkDir(in.root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
			f := file{name: name, err: err}
			switch {
			case err != nil:
				if d != nil && d.IsDir() {
					err = fs.SkipDir
				} else {
					err = nil
				}
			case d.IsDir():
				return nil
			default:
				if f.kind = kindOfFile(name); f.kind != otherFile {
					f.info, f.err = d.Info()
					switch {
					case f.err != nil:
					case d.Type()&fs.ModeSymlink != 0:
						f.err = errors.New("a symbolic link, which is not followed")
					case !f.info.Mode().IsRegular():
						f.err = errors.New("not a plain file")
					}
				}
			}
			if !yield(f) {
				return fs.SkipAll
			}
			return err
		})
	}
}

// survey counts the input and takes its fingerprint.
func (in *input) survey(ctx context.Context) (survey, error) {
	var s survey
	digest := sha256.New()
	for f := range in.files() {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		switch {
		case f.err == nil && f.kind == otherFile:
			s.Ignored++
			continue
		case f.err == nil:
			s.Files++
			s.Bytes += f.info.Size()
		}
		_, _ = io.WriteString(digest, f.name)
		var numbers [17]byte
		if f.info != nil {
			binary.LittleEndian.PutUint64(numbers[1:], uint64(f.info.Size()))
			binary.LittleEndian.PutUint64(numbers[9:], uint64(f.info.ModTime().UnixNano()))
		}
		if f.err != nil {
			numbers[0] = 1
		}
		digest.Write(numbers[:])
	}
	s.Digest = hex.EncodeToString(digest.Sum(nil))
	return s, nil
}

// items yields every article behind a position, and what cannot be read.
func (in *input) items(from Position) iter.Seq[item] {
	return func(yield func(item) bool) {
		skipping := from.File != ""
		for f := range in.files() {
			if f.err == nil && f.kind == otherFile {
				continue
			}
			at := Position{File: f.name}
			if skipping {
				if f.name != from.File {
					if f.info != nil {
						in.read.Add(f.info.Size())
					}
					continue
				}
				skipping, at = false, from
			}
			if !in.file(f, at, yield) {
				return
			}
		}
		if skipping {
			yield(item{file: from.File, record: from.Records, after: from, err: errors.New("the file at which the last run stopped is gone: use -restart")})
		}
	}
}

// file yields the articles of one file behind a position.
func (in *input) file(f file, at Position, yield func(item) bool) bool {
	emit := func(it item) bool {
		at.Records++
		it.file, it.record, it.after, it.read = f.name, at.Records, at, in.read.Load()
		if it.err == nil {
			if it.article.ID == "" {
				it.article.ID = f.name
				if f.kind != textFile {
					it.article.ID += fmt.Sprint("#", it.record)
				}
			}
			if it.article.Outlet == "" {
				it.article.Outlet = in.outlet
			}
			if it.article.Published.IsZero() {
				it.article.Published = in.day
			}
			if strings.TrimSpace(it.article.Text) == "" {
				it.err = errors.New("the article has no text")
			}
		}
		if it.err != nil {
			it.article.Text = ""
		}
		return yield(it)
	}
	broken := func(err error) bool { // and nothing behind it can be read
		if f.kind != linesFile && f.kind != jsonFile && at.Records > 0 {
			return true
		}
		return emit(item{err: err})
	}
	if f.err != nil {
		return at.Records > 0 || broken(fmt.Errorf("cannot be read: %w", f.err))
	}
	raw, err := in.root.Open(f.name)
	if err != nil {
		return at.Records > 0 || broken(fmt.Errorf("cannot be read: %w", err))
	}
	defer raw.Close()
	counted := &countingReader{r: raw, n: &in.read}
	var r io.Reader = counted
	packed := strings.HasSuffix(strings.ToLower(f.name), ".gz")
	if packed {
		unpacked, err := gzip.NewReader(bufio.NewReaderSize(counted, 1<<16))
		if err != nil {
			return at.Records > 0 || broken(fmt.Errorf("cannot be unpacked: %w", err))
		}
		r = unpacked
	}
	switch f.kind {
	case textFile:
		if at.Records > 0 {
			return true
		}
		return in.text(r, emit)
	case linesFile:
		if at.Offset == unreadable {
			return true
		}
		if at.Offset > 0 {
			if packed {
				_, err = io.CopyN(io.Discard, r, at.Offset)
			} else {
				_, err = raw.Seek(at.Offset, io.SeekStart)
				in.read.Add(at.Offset)
			}
			if errors.Is(err, io.EOF) {
				return true // the file ended in what could not be read
			}
			if err != nil {
				at.Offset = unreadable
				return broken(fmt.Errorf("cannot be read: %w", err))
			}
		}
		return in.lines(r, &at, emit)
	}
	return in.json(r, at.Records, emit)
}

// unreadable is the offset in a file behind which nothing can be read.
const unreadable = 1 << 62

type countingReader struct {
	r io.Reader
	n *atomic.Int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n.Add(int64(n))
	return n, err
}

func (in *input) tooLarge() error {
	return fmt.Errorf("longer than %d bytes; raise -max-bytes to read it", in.maxBytes)
}

func (in *input) text(r io.Reader, emit func(item) bool) bool {
	text, err := io.ReadAll(io.LimitReader(r, in.maxBytes+1))
	switch {
	case err != nil:
		return emit(item{err: fmt.Errorf("cannot be read: %w", err)})
	case int64(len(text)) > in.maxBytes:
		return emit(item{err: in.tooLarge()})
	case bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")):
		return emit(item{err: errors.New("UTF-16 text; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)")})
	}
	return emit(item{article: articleline.Record{Article: dateline.Article{Text: string(text)}}})
}

// lines reads JSON lines. A line that is too long is passed over without being
// kept.
func (in *input) lines(r io.Reader, at *Position, emit func(item) bool) bool {
	buffered := bufio.NewReaderSize(r, 1<<16)
	var line []byte
	for {
		line = line[:0]
		size := int64(0)
		var err error
		for {
			var piece []byte
			piece, err = buffered.ReadSlice('\n')
			if size += int64(len(piece)); size <= in.maxBytes+1 {
				line = append(line, piece...)
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				break
			}
		}
		first := at.Offset == 0
		at.Offset += size
		switch content := bytes.TrimSpace(line); {
		case err != nil && !errors.Is(err, io.EOF):
			at.Offset = unreadable
			return emit(item{err: fmt.Errorf("cannot be read: %w", err)})
		case size > in.maxBytes+1:
			if !emit(item{err: in.tooLarge()}) {
				return false
			}
		case len(content) > 0:
			if first {
				content = bytes.TrimPrefix(content, []byte("\ufeff"))
			}
			if !emit(parse(content)) {
				return false
			}
		}
		if err != nil {
			return true
		}
	}
}

// json reads values one after another, or an array of them. skip of them were
// read before.
func (in *input) json(r io.Reader, skip int64, emit func(item) bool) bool {
	limited := &limitedReader{r: r}
	buffered := bufio.NewReaderSize(limited, 1<<16)
	limited.left = in.maxBytes + 1<<17
	if mark, _ := buffered.Peek(3); string(mark) == "\ufeff" {
		_, _ = buffered.Discard(3)
	}
	for {
		c, _, err := buffered.ReadRune()
		if err != nil {
			break
		}
		if !unicode.IsSpace(c) {
			_ = buffered.UnreadRune()
			break
		}
	}
	decoder := json.NewDecoder(buffered)
	array := false
	if first, err := buffered.Peek(1); err == nil && first[0] == '[' {
		array = true
		_, _ = decoder.Token()
	}
	for n := int64(0); ; n++ {
		limited.left = in.maxBytes + 1<<17
		if array && !decoder.More() {
			if _, err := decoder.Token(); err != nil && n >= skip {
				return emit(item{err: fmt.Errorf("cut off: %w", err)})
			}
			if _, err := decoder.Token(); !errors.Is(err, io.EOF) && n >= skip {
				return emit(item{err: errors.New("there is more behind the array, which is not read; write one array, or a value after the other")})
			}
			return true
		}
		var value json.RawMessage
		err := decoder.Decode(&value)
		switch {
		case !array && errors.Is(err, io.EOF):
			return true
		case n < skip && err != nil:
			return true // was said before
		case n < skip:
			continue
		case errors.Is(err, errLimit):
			return emit(item{err: in.tooLarge()})
		case err != nil:
			return emit(item{err: fmt.Errorf("not JSON, and nothing behind it can be read: %w", err)})
		}
		it := item{err: in.tooLarge()}
		if int64(len(value)) <= in.maxBytes {
			it = parse(value)
		}
		if !emit(it) {
			return false
		}
	}
}

var errLimit = errors.New("too long")

// limitedReader fails where a single value would fill the memory.
type limitedReader struct {
	r    io.Reader
	left int64
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLimit
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}
