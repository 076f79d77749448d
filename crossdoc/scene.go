package crossdoc

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// stretch is a stretch of text that tells of an incident: a sentence with a
// claim, or one beside it.
type stretch struct {
	start, end int
	claim      bool
}

// scenes finds for each incident the sentences of its claims, in text order,
// and the sentences beside them in the same paragraph that hold no claim of
// another incident. The headline goes to the first incident.
func scenes(a *dateline.Analysis) [][]stretch {
	type claimed struct {
		stretch
		incident int
	}
	var all []claimed
	for i := range a.Incidents {
		claims := a.Incidents[i].Claims
		for _, k := range claims[:min(len(claims), maxClaims)] {
			c := &a.Claims[k]
			start, end := sentence(a.Text, min(c.Trigger.Start, c.Count.Start), max(c.Trigger.End, c.Count.End))
			all = append(all, claimed{stretch{start, end, true}, i})
		}
	}
	slices.SortStableFunc(all, func(x, y claimed) int { return x.start - y.start })
	told := make([][]stretch, len(a.Incidents))
	if len(all) > 0 && all[0].start > 0 {
		if _, end := sentence(a.Text, 0, 0); end <= all[0].start {
			told[0] = append(told[0], stretch{0, end, false})
		}
	}
	for i, s := range all {
		from := 0
		if i > 0 {
			from = all[i-1].end
		}
		if s.start > from+1 && a.Text[s.start-1] != '\n' {
			if start, _ := sentence(a.Text, s.start-1, s.start-1); start >= from {
				told[s.incident] = append(told[s.incident], stretch{start, s.start, false})
			}
		}
		told[s.incident] = append(told[s.incident], s.stretch)
		to := len(a.Text)
		if i+1 < len(all) {
			to = all[i+1].start
		}
		if s.end+2 < to && a.Text[s.end] != '\n' && a.Text[s.end+1] != '\n' {
			if _, end := sentence(a.Text, s.end+2, s.end+2); end <= to {
				told[s.incident] = append(told[s.incident], stretch{s.end + 1, end, false})
			}
		}
	}
	return told
}

// unnamed is a stretch of text without the names of people, places and
// peoples, whose words say nothing of what happened ("Port-au-Prince").
func unnamed(a *dateline.Analysis, start, end int) string {
	var b strings.Builder
	for i := firstMention(a, start); i < len(a.Mentions) && a.Mentions[i].End <= end; i++ {
		switch m := &a.Mentions[i]; m.Type {
		case entities.Person, entities.GPE, entities.Norp:
			if m.Start >= start {
				b.WriteString(a.Text[start:m.Start])
				b.WriteString(", ")
				start = m.End
			}
		}
	}
	b.WriteString(a.Text[start:end])
	return b.String()
}

func firstMention(a *dateline.Analysis, at int) int {
	i, _ := slices.BinarySearchFunc(a.Mentions, at, func(m entities.Mention, at int) int { return m.Start - at })
	return i
}

// sentence widens a stretch of text to its sentence, roughly: up to a line end,
// or a full stop before a blank, at most maxSentence bytes away.
func sentence(text string, start, end int) (int, int) {
	from := max(0, start-maxSentence)
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from += i + 1
	}
	for i := start - 2; i >= from; i-- {
		if stops(text, i) {
			from = i + 1
			break
		}
	}
	to := min(len(text), end+maxSentence)
	for i := end; i < to; i++ {
		if text[i] == '\n' || stops(text, i) {
			to = i
			break
		}
	}
	return from, to
}

const maxSentence = 400

// stops reports a full stop at i that ends a sentence: before a blank, and not
// behind a single letter or a short title ("U.S. ", "Lt. ").
func stops(text string, i int) bool {
	if text[i] != '.' && text[i] != '!' && text[i] != '?' || i+1 < len(text) && text[i+1] != ' ' {
		return false
	}
	word := i
	for word > 0 && text[word-1] != ' ' && text[word-1] != '.' {
		word--
	}
	return text[i] != '.' || i-word > 3 || i-word > 1 && (text[word] < 'A' || text[word] > 'Z')
}
