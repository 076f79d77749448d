// Package warc reads the web pages of WARC files (ISO 28500, versions 1.0 and
// 1.1), plain or compressed record by record or as a whole, one record at a
// time: memory does not grow with the file.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// Limits of what is read; larger headers are errors, larger pages are given
// as records with an error.
const maxHeader = 64 << 10

// Page is an HTML page of a WARC file.
type Page struct {
	URL         string
	Date        string // WARC-Date: when it was fetched
	ContentType string // the HTTP header
	Body        []byte // without transfer and content encodings
}

// RecordError is a record that cannot be used; reading goes on behind it.
type RecordError struct {
	Record int // counted from 1
	URL    string
	Err    error
}

func (e *RecordError) Error() string {
	if e.URL == "" {
		return fmt.Sprintf("record %d: %v", e.Record, e.Err)
	}
	return fmt.Sprintf("record %d (%s): %v", e.Record, e.URL, e.Err)
}

func (e *RecordError) Unwrap() error { return e.Err }

// Pages yields the HTML pages that were served with status 200, in order, and
// an error for each record that cannot be used. After an error that is no
// [RecordError] there is nothing more to read. Other records (requests,
// metadata, images) are passed over.
func Pages(r io.Reader, maxBody int64) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		in, err := plain(r)
		if err != nil {
			yield(nil, err)
			return
		}
		for n := 1; ; n++ {
			page, err := next(in, maxBody)
			if errors.Is(err, io.EOF) {
				return
			}
			if unusable, ok := errors.AsType[*RecordError](err); ok {
				unusable.Record = n
			} else if err != nil {
				yield(nil, fmt.Errorf("record %d: %w; nothing behind it can be read", n, err))
				return
			}
			if (page != nil || err != nil) && !yield(page, err) {
				return
			}
		}
	}
}

// plain decompresses if there is anything to decompress. A gzip reader takes
// members one after the other, as WARC files have one for each record.
func plain(r io.Reader) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(r, maxHeader)
	switch magic, err := in.Peek(2); {
	case err != nil && len(magic) == 0 && !errors.Is(err, io.EOF):
		return nil, err
	case bytes.Equal(magic, []byte{0x1f, 0x8b}):
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return nil, err
		}
		return bufio.NewReaderSize(unzipped, maxHeader), nil
	}
	return in, nil
}

// next reads one record to its end. The page is nil if the record holds none.
func next(in *bufio.Reader, maxBody int64) (*Page, error) {
	header, err := readHeader(in)
	if err != nil {
		return nil, err
	}
	size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("its Content-Length %q is no length", header.Get("Content-Length"))
	}
	block := &io.LimitedReader{R: in, N: size}
	page, err := readPage(header, block, maxBody)
	if err != nil {
		err = &RecordError{URL: address(header), Err: err}
	}
	if _, wrong := io.Copy(io.Discard, block); wrong != nil {
		return nil, wrong
	}
	if block.N > 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return page, err
}

func readHeader(in *bufio.Reader) (textproto.MIMEHeader, error) {
	version := ""
	for version == "" { // records end with two empty lines
		line, err := in.ReadSlice('\n')
		version = strings.TrimSpace(string(line))
		cut := errors.Is(err, io.EOF) && version != "" || errors.Is(err, bufio.ErrBufferFull)
		switch {
		case cut && strings.HasPrefix(version, "WARC/"):
			return nil, io.ErrUnexpectedEOF
		case err != nil && !cut:
			return nil, err
		}
	}
	if !strings.HasPrefix(version, "WARC/1.") {
		return nil, fmt.Errorf("it begins with %q, not with WARC/1.0 or WARC/1.1: this is no WARC file, or a damaged one", version[:min(len(version), 40)])
	}
	header := textproto.MIMEHeader{}
	for size := 0; ; {
		line, err := in.ReadSlice('\n')
		if errors.Is(err, io.EOF) {
			return nil, io.ErrUnexpectedEOF
		}
		if size += len(line); errors.Is(err, bufio.ErrBufferFull) || size > maxHeader {
			return nil, fmt.Errorf("its header is longer than %d bytes", maxHeader)
		}
		if err != nil {
			return nil, err
		}
		text := strings.TrimSpace(string(line))
		if text == "" {
			return header, nil
		}
		if name, value, found := strings.Cut(text, ":"); found {
			header.Add(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
}

func address(header textproto.MIMEHeader) string {
	return strings.Trim(header.Get("WARC-Target-URI"), "<>") // 1.0 writes them
}

func readPage(header textproto.MIMEHeader, block io.Reader, maxBody int64) (*Page, error) {
	page := &Page{URL: address(header), Date: header.Get("WARC-Date"), ContentType: header.Get("Content-Type")}
	kind, _, _ := mime.ParseMediaType(page.ContentType)
	switch recordType := strings.ToLower(header.Get("WARC-Type")); {
	case recordType == "response" && kind == "application/http":
		response, err := http.ReadResponse(bufio.NewReader(io.LimitReader(block, maxHeader+2*maxBody)), nil)
		if err != nil {
			return nil, fmt.Errorf("its HTTP response cannot be read: %w", err)
		}
		defer response.Body.Close()
		page.ContentType = response.Header.Get("Content-Type")
		if response.StatusCode != http.StatusOK || !IsHTML(page.ContentType) {
			return nil, nil
		}
		block, err = uncompressed(response.Body, response.Header.Get("Content-Encoding"))
		if err != nil {
			return nil, err
		}
	case (recordType == "resource" || recordType == "conversion") && IsHTML(page.ContentType):
	default:
		return nil, nil
	}
	body, err := io.ReadAll(io.LimitReader(block, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("its body cannot be read: %w", err)
	}
	if int64(len(body)) > maxBody {
		return nil, fmt.Errorf("the page has more than %d bytes", maxBody)
	}
	page.Body = body
	return page, nil
}

// uncompressed undoes a content encoding, which crawlers store as it was sent.
func uncompressed(r io.Reader, coding string) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		return gzip.NewReader(r)
	case "deflate":
		return zlib.NewReader(r)
	}
	return nil, fmt.Errorf("its content encoding %q is not supported: gzip and deflate are", coding)
}

// IsHTML reports the content types of web pages; a missing one may be HTML.
func IsHTML(contentType string) bool {
	kind, _, _ := mime.ParseMediaType(contentType)
	return contentType == "" || kind == "text/html" || kind == "application/xhtml+xml"
}
