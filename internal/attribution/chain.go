package attribution

import (
	_ "embed"
	"sync"

	"github.com/dateline-go/dateline/internal/seqtag"
)

//go:embed cues.model
var cueModel []byte

//go:embed parts.model
var partModel []byte

// Chain is the two trained models. It is immutable and may be shared between
// goroutines.
type Chain struct {
	Cues, Parts *seqtag.Model
}

// Default is the embedded chain, loaded at the first call; nil if none is
// embedded.
var Default = sync.OnceValue(func() *Chain {
	if len(cueModel) == 0 || len(partModel) == 0 {
		return nil
	}
	return &Chain{Cues: seqtag.MustLoad(cueModel), Parts: seqtag.MustLoad(partModel)}
})

// Scratch is the working memory of one goroutine.
type Scratch struct {
	features seqtag.Features
	decode   seqtag.Scratch
	labels   []uint8
	codes    []uint64
}

// FindCues appends the cues of the document to dst, in text order. bias is
// added to the score of every cue's first token: above 0 for more cues.
func (c *Chain) FindCues(dst []Run, s *Scene, bias float64, x *Scratch) []Run {
	for k := range s.Doc.Sentences {
		sn := &s.Doc.Sentences[k]
		s.CueFeatures(&x.features, k)
		c.Cues.Score(&x.features, &x.decode)
		if bias != 0 {
			for i := range sn.Last - sn.First {
				x.decode.Bias(i, cueBegin, bias)
			}
		}
		x.labels = c.Cues.Viterbi(x.labels[:0], &x.decode)
		for i := 0; i < len(x.labels); i++ {
			if x.labels[i] != cueBegin {
				continue
			}
			j := i + 1
			for j < len(x.labels) && x.labels[j] == cueIn {
				j++
			}
			dst = append(dst, Run{sn.First + i, sn.First + j})
			i = j - 1
		}
	}
	return dst
}

// Label gives each token of the cue's window its part. The result is valid
// until the next call.
func (c *Chain) Label(s *Scene, cue Run, x *Scratch) (Run, []uint8) {
	w := s.WindowOf(cue)
	s.PartFeatures(&x.features, w, cue, &x.codes)
	c.Parts.Score(&x.features, &x.decode)
	x.labels = c.Parts.Viterbi(x.labels[:0], &x.decode)
	plain(x.labels)
	return w, x.labels
}
