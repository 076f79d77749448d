package train

import (
	"errors"
	"io"
	"math"

	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
	"github.com/dateline-go/dateline/internal/tagger"
)

// Options of a training. The zero value will do for a small corpus.
type Options struct {
	Epochs int // passes over the corpus [20]
	// Dropout is the share of features left out at each look, below 1; 0 stands
	// for the default, and a negative share for none left out [0.1].
	Dropout float64
	// Features is the most that are kept, those with the largest weights [100000]:
	// about 15 bytes of the file each.
	Features int
	Seed     uint64
	Log      io.Writer // progress, a line an epoch; nil for none
}

func (o Options) engine() seqtag.Options {
	e := seqtag.Options{Epochs: o.Epochs, Rate: 0.1, Dropout: o.Dropout, Keep: o.Features, MinCount: 1, Seed: o.Seed, Log: o.Log}
	if e.Epochs <= 0 {
		e.Epochs = 20
	}
	switch {
	case e.Dropout < 0:
		e.Dropout = 0
	case e.Dropout == 0 || e.Dropout >= 1 || math.IsNaN(e.Dropout):
		e.Dropout = 0.1
	}
	if e.Keep <= 0 {
		e.Keep = 100_000
	}
	return e
}

// Errors of a corpus that cannot train. What is wrong in a line is a
// dateline.LineError; a reader that is nil is dateline.ErrNil.
var (
	ErrEmpty   = errors.New("no sentence in it")
	ErrNoTags  = errors.New("train: no sentence of the corpus has tags")
	ErrNoNames = errors.New("train: no sentence of the corpus has a name")
)

// Tagger trains a part-of-speech tagger on the sentences that have tags, in
// mixed case and in capitals, and returns the model's file.
func Tagger(corpus []Sentence, o Options) ([]byte, error) {
	var examples []seqtag.Example
	for _, s := range corpus {
		if len(s.Tags) != len(s.Words) {
			continue
		}
		for _, upper := range []bool{false, true} {
			l := lay(s.Words, upper)
			for k := range l.doc.Sentences {
				sent := &l.doc.Sentences[k]
				tags := make([]uint8, 0, sent.Last-sent.First)
				for i := sent.First; i < sent.Last; i++ {
					tags = append(tags, uint8(pos.Parse(s.Tags[l.word[i]])))
				}
				caseless := upper || sent.Upper || sent.Title
				examples = append(examples, seqtag.Example{Features: tagger.Describe(l.doc.Tokens[sent.First:sent.Last], caseless), Labels: tags})
			}
		}
	}
	if len(examples) == 0 {
		return nil, ErrNoTags
	}
	return seqtag.Train(tagger.Labels(), nil, examples, o.engine()).MarshalSmall(), nil
}

// Recognizer trains a recognizer of names on the sentences that have labels of
// names, once as they are and once without looking at case, and returns the
// models' file. Sentences without a name teach it where there is none.
func Recognizer(corpus []Sentence, o Options) ([]byte, error) {
	set := ner.BuiltinSet()
	var examples [2][]seqtag.Example
	any := false
	for _, s := range corpus {
		if len(s.Names) != len(s.Words) {
			continue
		}
		for k, caseless := range []bool{false, true} {
			l := lay(s.Words, caseless && shouts(s.Words))
			tagger.Default().Tag(l.doc)
			names := l.names(s.Names)
			any = any || len(names) > 0
			examples[k] = ner.Examples(examples[k], l.doc, names, set, caseless, 1)
		}
	}
	if !any {
		return nil, ErrNoNames
	}
	var models [2]*seqtag.Model
	for k := range models {
		models[k] = seqtag.Train(ner.LabelNames(), ner.Allowed, examples[k], o.engine())
	}
	return ner.MarshalPair(models[0], models[1]), nil
}
