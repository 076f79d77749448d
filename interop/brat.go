package interop

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/extract"
	"github.com/dateline-go/dateline/span"
)

//go:embed annotation.conf
var bratConfig string

// BratConfig is the annotation.conf that declares the types which [WriteBrat]
// writes; brat wants it in the folder of the files.
func BratConfig() string { return bratConfig }

// WriteBrat writes an analysis in brat's standoff: the text for NAME.txt and the
// annotations for NAME.ann. Both are UTF-8.
//
// Names, quotes, their sources and cues are text-bound annotations (T), pieces of
// an interrupted quote one discontinuous annotation; a span that runs over line
// breaks or tabs, which brat's files cannot hold, is cut into pieces there.
// Relations (R) tie quotes to sources and cues. A claim is an event (E) at its trigger with
// its count, victims, perpetrator, place, time, weapon and reporter; attributes (A) say
// whether a quote is negated or conditional and a claim approximate, vague,
// cumulative, or of which modality; notes (#) hold the bounds of the count and the names of
// sources; normalizations (N) point to GeoNames; mentions of one entity are equivalent (*).
func WriteBrat(text, annotations io.Writer, a *dateline.Analysis) error {
	d, err := open(a)
	if err != nil {
		return err
	}
	b := &brat{article: d, w: bufio.NewWriter(annotations), runes: []rune(d.text), bound: map[string]string{}}
	b.names()
	b.quotes()
	b.claims()
	if d.err != nil {
		return d.err
	}
	if _, err := io.WriteString(text, d.text); err != nil {
		return err
	}
	return b.w.Flush()
}

type brat struct {
	*article
	w       *bufio.Writer
	runes   []rune
	bound   map[string]string // type and place of a text-bound annotation: its ID
	numbers [128]int          // last number by the ID's letter
}

func (b *brat) id(letter byte) string {
	b.numbers[letter]++
	return fmt.Sprintf("%c%d", letter, b.numbers[letter])
}

// textBound writes an annotation of the given type and returns its ID; the same
// words are annotated once with a type. Empty if there is nothing to annotate.
func (b *brat) textBound(kind string, spans ...span.Span) string {
	var pieces [][2]int
	for _, s := range spans {
		if b.check(s) {
			pieces = b.pieces(pieces, s)
		}
	}
	if len(pieces) == 0 {
		return ""
	}
	var places, words []string
	for _, p := range pieces {
		places = append(places, fmt.Sprintf("%d %d", p[0], p[1]))
		words = append(words, string(b.runes[p[0]:p[1]]))
	}
	place := kind + " " + strings.Join(places, ";")
	if id, ok := b.bound[place]; ok {
		return id
	}
	id := b.id('T')
	b.bound[place] = id
	fmt.Fprintf(b.w, "%s\t%s\t%s\n", id, place, strings.Join(words, " "))
	return id
}

// pieces appends the parts of a span between characters that end a line for brat,
// without blanks at their edges.
func (b *brat) pieces(dst [][2]int, s span.Span) [][2]int {
	start, end := b.at(s)
	for start < end {
		at := start
		for at < end && !endsLine(b.runes[at]) {
			at++
		}
		first, last := start, at
		for first < last && b.runes[first] == ' ' {
			first++
		}
		for first < last && b.runes[last-1] == ' ' {
			last--
		}
		if first < last {
			dst = append(dst, [2]int{first, last})
		}
		start = at + 1
	}
	return dst
}

// endsLine reports the tab, which parts brat's fields, and what Python's
// str.splitlines, with which brat reads lines, takes for their end.
func endsLine(r rune) bool {
	return r >= '\t' && r <= '\r' || r >= 0x1C && r <= 0x1E || r == 0x85 || r == 0x2028 || r == 0x2029
}

// oneLine makes what ends a line a blank.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if endsLine(r) {
			return ' '
		}
		return r
	}, valid(s))
}

func (b *brat) note(about, text string) {
	fmt.Fprintf(b.w, "%s\tAnnotatorNotes %s\t%s\n", b.id('#'), about, oneLine(text))
}

func (b *brat) attribute(name, about, value string) {
	if value != "" {
		value = " " + value
	}
	fmt.Fprintf(b.w, "%s\t%s %s%s\n", b.id('A'), name, about, value)
}

func (b *brat) relation(name, from, to string) {
	if from != "" && to != "" {
		fmt.Fprintf(b.w, "%s\t%s Arg1:%s Arg2:%s\n", b.id('R'), name, from, to)
	}
}

func (b *brat) names() {
	mentions := make([]string, len(b.Mentions))
	for i := range b.Mentions {
		m := &b.Mentions[i]
		mentions[i] = b.textBound(string(m.Type), m.Span)
	}
	for i := range b.Entities {
		e := &b.Entities[i]
		var ids []string
		for _, m := range e.Mentions {
			if m >= 0 && m < len(mentions) && mentions[m] != "" {
				ids = append(ids, mentions[m])
			}
		}
		if len(ids) > 1 {
			fmt.Fprintf(b.w, "*\tEquiv %s\n", strings.Join(ids, " "))
		}
		if identity(e.ID) == "" {
			continue
		}
		_, key, _ := strings.Cut(e.ID, ":")
		for _, id := range ids {
			fmt.Fprintf(b.w, "%s\tReference %s GeoNames:%s\t%s\n", b.id('N'), id, key, oneLine(e.Name))
		}
	}
}

func (b *brat) quotes() {
	noted := map[int]bool{} // sources
	for i := range b.Quotes {
		q := &b.Quotes[i]
		pieces := q.Pieces
		if len(pieces) == 0 {
			pieces = []span.Span{q.Content}
		}
		quote := b.textBound("Quote_"+string(q.Kind), pieces...)
		if quote == "" {
			continue
		}
		if q.Negated {
			b.attribute("Negated", quote, "")
		}
		if q.Conditional {
			b.attribute("Conditional", quote, "")
		}
		if q.Cue != nil {
			b.relation("Cue", quote, b.textBound("Cue", *q.Cue))
		}
		if q.Source < 0 || q.Source >= len(b.Sources) {
			continue
		}
		s := &b.Sources[q.Source]
		if q.Mention != nil {
			id := b.textBound("Source_"+string(s.Kind), *q.Mention)
			b.relation("Source", quote, id)
			if id != "" && !noted[q.Source] {
				noted[q.Source] = true
				b.note(id, s.Name)
			}
		}
		if q.Anonymity != nil {
			b.relation("Anonymity", quote, b.textBound("Anonymity", *q.Anonymity))
		}
	}
}

func (b *brat) claims() {
	for i := range b.Claims {
		c := &b.Claims[i]
		kind := "Claim_" + string(c.Outcome)
		trigger := b.textBound(kind, c.Trigger)
		if trigger == "" {
			if trigger = b.textBound(kind, c.Count); trigger == "" {
				continue
			}
		}
		count := c.Count
		var roles []string
		for _, r := range []struct {
			name string
			at   *span.Span
		}{
			{"Count", &count}, {"Victims", c.Victims}, {"Perpetrator", c.Perpetrator}, {"Place", c.Place}, {"Time", c.Time}, {"Weapon", c.Weapon}, {"Reporter", c.Reporter},
		} {
			if r.at == nil {
				continue
			}
			if id := b.textBound(r.name, *r.at); id != "" {
				roles = append(roles, r.name+":"+id)
			}
		}
		event := b.id('E')
		fmt.Fprintf(b.w, "%s\t%s\n", event, strings.Join(slices.Concat([]string{kind + ":" + trigger}, roles), " "))
		for _, flag := range []struct {
			name string
			set  bool
		}{{"Approximate", c.Approximate}, {"Vague", c.Vague}, {"Cumulative", c.Cumulative}} {
			if flag.set {
				b.attribute(flag.name, event, "")
			}
		}
		if c.Modality != extract.Stated {
			b.attribute("Modality", event, string(c.Modality))
		}
		b.note(event, bounds(c.Min, c.Max))
	}
}

// bounds are a count's bounds in words.
func bounds(low, high *int) string {
	switch {
	case low != nil && high != nil && *low == *high:
		return fmt.Sprint(*low)
	case low != nil && high != nil:
		return fmt.Sprintf("%d to %d", *low, *high)
	case low != nil:
		return fmt.Sprintf("at least %d", *low)
	case high != nil:
		return fmt.Sprintf("at most %d", *high)
	}
	return "unknown"
}
