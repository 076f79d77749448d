package tagger

import (
	"fmt"
	"slices"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// ErrLabels says that a model is none of a tagger.
var ErrLabels = faults.Of(faults.ErrOtherModel, "not a tagger's model; want what train.Tagger made")

// Labels are the labels of a tagger's model: the tags, each at its own number.
func Labels() []string {
	labels := make([]string, pos.Count)
	for t := range pos.Count {
		labels[t] = t.String()
	}
	return labels
}

// Load makes a tagger of a stored model.
func Load(data []byte) (*CRF, error) {
	m, err := seqtag.Load(data)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(m.Labels(), Labels()) {
		return nil, fmt.Errorf("%w (its labels are %q)", ErrLabels, m.Labels())
	}
	return New(m), nil
}
