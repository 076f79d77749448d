package ner

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/faults"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// pairMagic begins the file of a recognizer trained outside: the length of the
// cased model as a varint, that model, the caseless one.
const pairMagic = "DLNAMES1"

// ErrPair says that data are no recognizer.
var ErrPair = faults.Of(faults.ErrOtherModel, "not a recognizer's model; want what train.Recognizer made")

// MarshalPair writes two models into one file.
func MarshalPair(cased, caseless *seqtag.Model) []byte {
	first := cased.MarshalSmall()
	out := binary.AppendUvarint([]byte(pairMagic), uint64(len(first)))
	return append(append(out, first...), caseless.MarshalSmall()...)
}

// IsPair reports that data begin as what [MarshalPair] writes.
func IsPair(data []byte) bool {
	return strings.HasPrefix(string(data[:min(len(data), len(pairMagic))]), pairMagic)
}

// LoadPair makes a tagger of what [MarshalPair] wrote.
func LoadPair(data []byte, set *gazetteer.Set) (*Tagger, error) {
	if !IsPair(data) {
		if seqtag.IsModel(data) {
			return nil, ErrPair
		}
		return nil, fmt.Errorf("%w; want what train.Recognizer made", seqtag.ErrFormat)
	}
	data = data[len(pairMagic):]
	n, size := binary.Uvarint(data)
	if size <= 0 || n > uint64(len(data)-size) {
		return nil, fmt.Errorf("%w: it is cut off", seqtag.ErrChecksum)
	}
	data = data[size:]
	var models [2]*seqtag.Model
	for i, part := range [][]byte{data[:n], data[n:]} {
		m, err := seqtag.Load(part)
		if err != nil {
			return nil, err
		}
		if !slices.Equal(m.Labels(), LabelNames()) {
			return nil, fmt.Errorf("%w (its labels are %q)", ErrPair, m.Labels())
		}
		models[i] = m
	}
	return New(models[0], models[1], set), nil
}
