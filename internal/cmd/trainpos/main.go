// Trainpos trains the part-of-speech tagger and prints its accuracy.
//
//	go run ./internal/cmd/trainpos -data ../shared/data -certain internal/tagger/certain.txt
//	go run ./internal/cmd/trainpos -data ../shared/data -out internal/tagger/model.bin
//
// It reads GUM (pos/gum_train.jsonl, scored on pos/gum_dev.jsonl) and GMB
// (ner/gmb_train.jsonl). Same data, same bytes. A few minutes on one core.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/tagger"
	"github.com/dateline-go/dateline/internal/text"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data", "folder of the corpora")
	out := flag.String("out", "internal/tagger/model.bin", "file to write")
	epochs := flag.Int("epochs", 8, "passes over the data")
	keep := flag.Int("keep", 36500, "features to keep")
	certain := flag.String("certain", "", "write the table of words with one tag to this file and stop")
	flag.Parse()
	if *certain != "" {
		if err := writeCertain(*data, *certain); err != nil {
			log.Fatal("trainpos: ", err)
		}
		return
	}
	if err := run(*data, *out, *epochs, *keep); err != nil {
		log.Fatal("trainpos: ", err)
	}
}

// sentence is a line of a corpus.
type sentence struct {
	Tokens []string `json:"tokens"`
	Pos    []string `json:"pos"`
}

func read(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentence
	d := json.NewDecoder(bufio.NewReader(f))
	for d.More() {
		var s sentence
		if err := d.Decode(&s); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if len(s.Tokens) == len(s.Pos) && len(s.Tokens) > 0 {
			out = append(out, compound(s))
		}
	}
	return out, nil
}

// compound joins "six" "-" "member" to one word, as our tokenizer has it.
func compound(s sentence) sentence {
	var out sentence
	for i := 0; i < len(s.Tokens); i++ {
		w, t := s.Tokens[i], s.Pos[i]
		for i+2 < len(s.Tokens) && s.Pos[i+1] == "HYPH" {
			w += "-" + s.Tokens[i+2]
			if last := s.Pos[i+2]; !strings.HasPrefix(last, "NNP") && !strings.HasPrefix(t, "NNP") {
				t = last
				if next := i + 3; next < len(s.Pos) && strings.HasPrefix(s.Pos[next], "NN") {
					t = "JJ"
				}
			}
			i += 2
		}
		for _, piece := range pieces(w, t) {
			out.Tokens, out.Pos = append(out.Tokens, piece.word), append(out.Pos, piece.tag)
		}
	}
	return out
}

type tagged struct{ word, tag string }

// pieces parts a compound where our tokenizer does: "US" "-led", "anti-" "ISIS".
func pieces(w, tag string) []tagged {
	tokens := text.Own.Tokenize(nil, w, 0, len(w))
	if len(tokens) < 2 || !strings.Contains(w, "-") {
		return []tagged{{w, tag}}
	}
	var out []tagged
	for i, t := range tokens {
		switch hyphen := strings.Contains(t.Text, "-"); {
		case i > 0 && t.Start != tokens[i-1].End || t.Kind > text.Number:
			return []tagged{{w, tag}}
		case hyphen && strings.HasSuffix(t.Text, "-"), hyphen && strings.HasPrefix(t.Text, "-"):
			out = append(out, tagged{t.Text, "JJ"})
		case t.Is(text.Capital):
			out = append(out, tagged{t.Text, "NNP"})
		default:
			out = append(out, tagged{t.Text, "NN"})
		}
	}
	return out
}

// tokens are the words as our tokenizer would see them.
func tokens(words []string) []text.Token {
	joined := strings.Join(words, " ")
	out, at := make([]text.Token, 0, len(words)), 0
	for _, w := range words {
		out = append(out, text.NewToken(joined, at, at+len(w), text.KindOf(w)))
		at += len(w) + 1
	}
	return out
}

func run(data, out string, epochs, keep int) error {
	gum, err := read(filepath.Join(data, "pos/gum_train.jsonl"))
	if err != nil {
		return err
	}
	gmb, err := read(filepath.Join(data, "ner/gmb_train.jsonl"))
	if err != nil {
		return err
	}
	dev, err := read(filepath.Join(data, "pos/gum_dev.jsonl"))
	if err != nil {
		return err
	}
	var labels []string
	for t := pos.Tag(0); t < pos.Count; t++ {
		labels = append(labels, t.String())
	}
	var examples []seqtag.Example
	add := func(s sentence, upper bool, weight float64) {
		words := s.Tokens
		if upper {
			words = make([]string, len(s.Tokens))
			for i, w := range s.Tokens {
				words[i] = strings.ToUpper(w)
			}
		}
		var y []uint8
		for _, p := range s.Pos {
			y = append(y, uint8(pos.Parse(p)))
		}
		examples = append(examples, seqtag.Example{Features: tagger.Describe(tokens(words), upper), Labels: y, Weight: weight})
	}
	for _, s := range gum {
		add(s, false, 1)
		add(s, true, 1)
	}
	for i, s := range gmb {
		add(s, false, 0.5)
		if i%2 == 0 {
			add(s, true, 0.5)
		}
	}
	model := seqtag.Train(labels, nil, examples, seqtag.Options{Epochs: epochs, Rate: 0.1, MinCount: 3, Dropout: 0.1, Keep: keep, Seed: 1, Log: os.Stderr})
	bytes := model.Marshal()
	log.Printf("%d features, %d bytes; GUM dev: %.2f %% mixed case, %.2f %% capitals", model.Size(), len(bytes), 100*accuracy(model, dev, false), 100*accuracy(model, dev, true))
	return os.WriteFile(out, bytes, 0o644)
}

func accuracy(model *seqtag.Model, dev []sentence, upper bool) float64 {
	var scratch seqtag.Scratch
	right, all := 0, 0
	for _, s := range dev {
		words := s.Tokens
		if upper {
			words = strings.Split(strings.ToUpper(strings.Join(words, "\x00")), "\x00")
		}
		got := model.Decode(nil, tagger.Describe(tokens(words), upper), &scratch)
		for i, l := range got {
			all++
			if pos.Tag(l) == pos.Parse(s.Pos[i]) {
				right++
			}
		}
	}
	return float64(right) / float64(all)
}

// A word is certain if it was seen this often and nearly always with one tag.
const (
	certainCount = 20
	certainShare = 0.995
	certainLen   = 12
)

// writeCertain lists lower-case words that have one tag in both corpora.
func writeCertain(data, out string) error {
	counts := map[string]map[string]int{}
	for _, path := range []string{"pos/gum_train.jsonl", "ner/gmb_train.jsonl"} {
		sentences, err := read(filepath.Join(data, path))
		if err != nil {
			return err
		}
		for _, s := range sentences {
			for i, w := range s.Tokens {
				w = strings.ToLower(w)
				if counts[w] == nil {
					counts[w] = map[string]int{}
				}
				counts[w][s.Pos[i]]++
			}
		}
	}
	var lines []string
	for w, tags := range counts {
		if len(w) > certainLen || !unicode.IsLetter([]rune(w)[0]) {
			continue
		}
		all, most, best := 0, 0, ""
		for tag, n := range tags {
			all += n
			if n > most {
				most, best = n, tag
			}
		}
		// Proper nouns are left out: in capitals any word may be one.
		if all >= certainCount && float64(most) >= certainShare*float64(all) && !strings.HasPrefix(best, "NNP") && pos.Parse(best) != pos.None {
			lines = append(lines, w+" "+best)
		}
	}
	slices.Sort(lines)
	head := "# Frequent words with the one tag they have in training; written by internal/cmd/trainpos -certain.\n"
	return os.WriteFile(out, []byte(head+strings.Join(lines, "\n")+"\n"), 0o644)
}
