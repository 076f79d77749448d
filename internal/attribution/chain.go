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

//go:embed accept.model
var acceptModel []byte

// Chain is the trained models: of cues, of the parts around one, and of whether
// what was found is an attribution. It is immutable and may be shared between
// goroutines.
type Chain struct {
	Cues, Parts, Accepts *seqtag.Model
}

// Default is the embedded chain, loaded at the first call; nil if none is
// embedded.
var Default = sync.OnceValue(func() *Chain {
	if len(cueModel) == 0 || len(partModel) == 0 || len(acceptModel) == 0 {
		return nil
	}
	return &Chain{Cues: seqtag.MustLoad(cueModel), Parts: seqtag.MustLoad(partModel), Accepts: seqtag.MustLoad(acceptModel)}
})

// Scratch is the working memory of one goroutine.
type Scratch struct {
	features seqtag.Features
	decode   seqtag.Scratch
	labels   []uint8
	beside   Beside
	likely   []likelyCue
	noted    []Run
	runs     []Run
}

// FindCues appends the cues of the document to dst, in text order, and notes
// them in the scene for the second model. bias is added to the score of every
// cue's first token: above 0 for more cues.
func (c *Chain) FindCues(dst []Run, s *Scene, bias float64, x *Scratch) []Run {
	before := len(dst)
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
	s.NoteCues(dst[before:])
	return dst
}

// Parts is what the second model makes of the words around a cue.
type Parts struct {
	Window Run     // the tokens that were labelled
	Labels []uint8 // of these: PartOut, PartSource or PartContent

	// By how many nats the best labelling that has a content, or a source, is
	// above the best without: below 0 where the model would rather see none.
	HasContent, HasSource float64
}

// sourceBias is by how much a labelling without a source must be above one with
// a source to be chosen, in nats: few attributions have none, and the words of
// a far one are each uncertain where that there is one is not.
const sourceBias = 3

// contentBias is by how much a labelling with a content must be above one
// without, in nats: many cues that are none ("known as") come with a content
// hardly likelier than none.
const contentBias = 1.5

// partSets are the labels of the two parts, for [seqtag.Model.Having].
var partSets = [...]uint8{PartContent: hasContent, PartSource: hasSource, partContentIn: hasContent, partContentEnd: hasContent, partSourceIn: hasSource}

const (
	hasContent = 1 << iota
	hasSource
)

// PartsOf finds the parts of an attribution around its cue, with the cues that
// were noted last as the other ones. Labels are valid until the next call with
// the same scratch.
func (c *Chain) PartsOf(s *Scene, cue Run, x *Scratch) Parts {
	p := Parts{Window: s.WindowOf(cue)}
	s.PartFeatures(&x.features, p.Window, cue, &x.beside)
	c.Parts.Score(&x.features, &x.decode)
	best := c.Parts.Having(partSets[:], &x.decode)
	p.HasContent = max(best[hasContent], best[hasContent|hasSource]) - max(best[0], best[hasSource])
	p.HasSource = max(best[hasSource], best[hasContent|hasSource]) - max(best[0], best[hasContent])
	best[hasContent] -= contentBias
	best[hasSource] += sourceBias
	best[hasContent|hasSource] += sourceBias - contentBias
	kind := 0
	for k, score := range best {
		if score > best[kind] {
			kind = k
		}
	}
	x.labels = c.Parts.Best(x.labels[:0], kind, &x.decode)
	plain(x.labels)
	p.Labels = x.labels
	return p
}

// Label gives each token of the cue's window its part. The result is valid
// until the next call.
func (c *Chain) Label(s *Scene, cue Run, x *Scratch) (Run, []uint8) {
	p := c.PartsOf(s, cue, x)
	return p.Window, p.Labels
}
