package quotes

import (
	"github.com/dateline-go/dateline/entities"
	learned "github.com/dateline-go/dateline/internal/attribution"
	"github.com/dateline-go/dateline/internal/lexicon"
	"github.com/dateline-go/dateline/internal/text"
)

// reader is the working memory of one analysis.
type reader struct {
	doc  *text.Document
	tok  []text.Token
	ents *entities.Result

	words *lexicon.SpeechTables

	inside   []int32 // per token: index of its segment, -1
	named    []int32 // per token: index of its mention, -1
	segments []segment
	cues     []cue
	found    []attribution
	phrases  []anonymityPhrase
	more     []attribution // quoted segments without a cue of their own
	blocks   []attribution // paragraphs behind a colon
	noCommas bool
	below    int // headlines whose words were looked for

	reported  []bool        // per token: it is part of what the rules found reported
	limits    limits        // where what the rules found ends
	attitudes []attribution // what the chain found that is no saying

	order      []int32 // found with a cue, by cue
	scene      learned.Scene
	scratch    learned.Scratch
	candidates []learned.Candidate
	probs      []float64 // how probable each is to be an attribution
}

// attribution is something said, before its source is known by name.
type attribution struct {
	cue      run
	source   run
	pieces   [4]run
	n        int // pieces in use
	lemma    string
	class    lexicon.VerbClass
	sharing  int // 1 + index of the attribution whose source it shares; 0: its own
	negated  bool
	maybe    bool
	block    run  // the words of the attribution itself: source, cue and what belongs to them
	attitude bool // told without a word of saying
	orphan   bool // no cue of its own
	isBlock  bool // a paragraph printed as a statement, without marks
}

func (a *attribution) add(p run) {
	if p.empty() {
		return
	}
	if a.n == len(a.pieces) {
		a.pieces[a.n-1].last = p.last
		return
	}
	a.pieces[a.n] = p
	a.n++
}

func (a *attribution) first() int { return a.pieces[0].first }
func (a *attribution) last() int  { return a.pieces[a.n-1].last }

// cue is a word that may report.
type cue struct {
	run
	group   run // its verb group: "has not yet said"
	verb    lexicon.ReportingVerb
	prep    bool // "according to", "per"
	passive bool
	gerund  bool
	infin   bool
	negated bool
	maybe   bool
	done    bool
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
