package main

import (
	"os"
	"slices"
	"sync"

	"github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/seqtag"
)

// folds is how many parts the articles are cut into for the third model: it has
// to see what the other two make of articles that they were not trained on.
const folds = 3

// trainAccept trains the third model on what the first two find in each fold
// after training on the others.
func trainAccept(articles []article, keep int) *seqtag.Model {
	var found [folds][]seqtag.Example
	var wait sync.WaitGroup
	var reading sync.Mutex // of scenes, in which the cues to tell of are noted
	for k := range folds {
		var others, held []article
		for i := range articles {
			if i%folds == k {
				held = append(held, articles[i])
			} else {
				others = append(others, articles[i])
			}
		}
		wait.Go(func() {
			reading.Lock()
			examples := partExamples(others)
			reading.Unlock()
			parts := trainParts(examples, keep)
			reading.Lock()
			cues := cueExamples(others)
			reading.Unlock()
			chain := &attribution.Chain{Cues: trainCues(cues, keep), Parts: parts}
			reading.Lock()
			defer reading.Unlock()
			found[k] = acceptExamples(chain, held)
		})
	}
	wait.Wait()
	examples := slices.Concat(found[:]...)
	o := seqtag.Options{Epochs: 10, Keep: 20000, Dropout: 0.2, Seed: 1, Log: os.Stderr}
	return seqtag.Train(attribution.AcceptLabels, nil, examples, o)
}

func acceptExamples(chain *attribution.Chain, articles []article) []seqtag.Example {
	var out []seqtag.Example
	var x attribution.Scratch
	var f seqtag.Features
	for k := range articles {
		a := &articles[k]
		cands := chain.Propose(nil, a.scene, &x)
		if len(cands) == 0 {
			continue
		}
		a.scene.AcceptFeatures(&f, cands)
		labels := make([]uint8, len(cands))
		for i := range cands {
			labels[i] = a.annotated(&cands[i])
		}
		out = append(out, seqtag.Example{Features: f.Clone(), Labels: labels, Weight: a.weight})
	}
	return out
}

// annotated is 1 if an annotator marked an attribution with the same cue whose
// content shares half its words.
func (a *article) annotated(c *attribution.Candidate) uint8 {
	same := func(q quote) bool {
		return len(q.content) > 0 && len(q.cue) > 0 && q.cue[0].First < c.Cue.Last && c.Cue.First < q.cue[0].Last &&
			attribution.Shared(q.content, c.Content) >= 0.5
	}
	if slices.ContainsFunc(a.quotes, same) {
		return 1
	}
	return 0
}
