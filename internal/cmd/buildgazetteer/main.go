// Command buildgazetteer builds the data of internal/gazetteer from the lists
// that fetch.sh installs and from the hand-written tables. The same inputs give
// the same bytes. From the root of the repository:
//
//	internal/cmd/buildgazetteer/fetch.sh DIR
//	go run ./internal/cmd/buildgazetteer -sources DIR
//
// With -words it reads JSON lines with "tokens" or "text" instead and writes the
// table of plain English words that marks ambiguous names.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// surnames is how many of the US census's family names are taken, by rank.
const surnames = 40_000

// calendar: words in capitals that are names of nothing here, most of the time.
const calendar = "january february march april may june july august september october november december " +
	"monday tuesday wednesday thursday friday saturday sunday christmas easter internet god"

// closedClass are words that no text means as a name.
var closedClass = fieldSet("a an the and or but nor if of in on at to for from by with as is are was were be been being am " +
	"has had have do does did not no so than that then this these those there here it its he she him her his they them their " +
	"we us our you your i me my who whom whose which what when where why how all any some each every both few more most other " +
	"such only own same too very can could might must shall should would about after before between into through over under " +
	"again once out off up down back just also now said")

func main() {
	log.SetFlags(0)
	sources := flag.String("sources", "", "folder that fetch.sh filled")
	tables := flag.String("tables", "internal/gazetteer/tables", "folder of the hand-written tables")
	out := flag.String("out", "internal/gazetteer/data", "folder for the data files")
	genders := flag.String("genders", "entities/given_genders.txt", "table of given names that tell a gender")
	words := flag.Bool("words", false, "write tables/common_words.txt from the corpora given as arguments")
	flag.Parse()
	var err error
	switch {
	case *words:
		err = writeCommonWords(filepath.Join(*tables, "common_words.txt"), flag.Args())
	case *sources == "":
		err = errors.New("usage: buildgazetteer -sources DIR | buildgazetteer -words FILE")
	default:
		if err = build(*sources, *tables, *out); err == nil {
			err = writeGenders(*sources, *genders)
		}
	}
	if err != nil {
		log.Fatal(err)
	}
}

func build(sources, tables, out string) error {
	c, err := newCollector(filepath.Join(tables, "common_words.txt"))
	if err != nil {
		return err
	}
	for _, step := range []func() error{
		func() error { return c.countries(sources, tables) },
		func() error { return c.organizations(tables) },
		func() error { return c.places(sources, tables) },
		func() error { return c.persons(sources, tables) },
		func() error { return c.wordnet(sources) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	for w := range strings.FieldsSeq(calendar) {
		c.common[w] = true
	}
	for _, w := range slices.Sorted(maps.Keys(c.common)) {
		if c.b.Classes(w) != 0 {
			c.b.Mark(w, gazetteer.CommonWord)
		}
	}
	phrases, entries, err := c.b.Files()
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{"phrases.bin", phrases}, {"entries.bin", entries}} {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
		log.Printf("%s: %d bytes", f.name, len(f.data))
	}
	for _, k := range slices.Sorted(maps.Keys(c.count)) {
		log.Printf("%-12s %6d records", k, c.count[k])
	}
	for _, k := range slices.Sorted(maps.Keys(c.marks)) {
		log.Printf("%-12s %6d marks without a record", k, c.marks[k])
	}
	return nil
}

// collector fills the builder.
type collector struct {
	b            *gazetteer.Builder
	common       map[string]bool // folded plain English words
	count, marks map[gazetteer.Class]int
	ids          map[string]bool
}

func newCollector(words string) (*collector, error) {
	c := &collector{b: gazetteer.NewBuilder(), common: map[string]bool{}, count: map[gazetteer.Class]int{}, marks: map[gazetteer.Class]int{}, ids: map[string]bool{}}
	lines, err := readLines(words)
	for _, l := range lines {
		for w := range strings.FieldsSeq(l) {
			c.common[w] = true
		}
	}
	return c, err
}

// add adds a record; a name whose every word is a common one is marked.
func (c *collector) add(e gazetteer.Entry, aliases ...string) error {
	if err := c.b.Add(e, aliases...); err != nil {
		return err
	}
	c.count[e.Class]++
	for _, n := range append([]string{e.Name}, aliases...) {
		c.checkCommon(n)
	}
	return nil
}

// mark adds a class to a name without a record. Closed-class words and names of
// one or two letters that are something else already ("US") are left alone.
func (c *collector) mark(name string, class gazetteer.Class) {
	folded := gazetteer.Fold(name)
	if had := c.b.Classes(name); had.Has(class) || folded == "" || closedClass[folded] || len(folded) < 3 && had != 0 {
		return
	}
	c.b.Mark(name, class)
	c.marks[class]++
}

func (c *collector) checkCommon(name string) {
	words := strings.Fields(gazetteer.Fold(strings.ReplaceAll(name, "-", " ")))
	if len(words) == 0 {
		return
	}
	for _, w := range words {
		if !c.common[w] {
			return
		}
	}
	c.b.Mark(name, gazetteer.CommonWord)
}

// subtypes' classes; what is not here is Org.
var subtypeClass = map[string]gazetteer.Class{
	"armed group": gazetteer.Group, "security force": gazetteer.Group,
	"media": gazetteer.Media, "monitor": gazetteer.Media,
	"intergovernmental": gazetteer.Agency, "government": gazetteer.Agency, "agency": gazetteer.Agency,
	"court": gazetteer.Agency, "legislature": gazetteer.Agency,
	"party": gazetteer.Party, "company": gazetteer.Company, "ngo": gazetteer.NGO,
	"territory": gazetteer.Admin, "borough": gazetteer.Admin,
}

// organizations reads the tables of one layout: name, subtype@country, aliases.
func (c *collector) organizations(dir string) error {
	for _, t := range []struct {
		file  string
		class gazetteer.Class
	}{
		{"groups.tsv", gazetteer.Group}, {"organizations.tsv", gazetteer.Org}, {"media.tsv", gazetteer.Media},
		{"companies.tsv", gazetteer.Company}, {"clubs.tsv", gazetteer.Org}, {"bands.tsv", gazetteer.Org},
		{"nationalities.tsv", gazetteer.Nationality},
		{"regions.tsv", gazetteer.Region}, {"events.tsv", gazetteer.Event}, {"facilities.tsv", gazetteer.Facility},
	} {
		rows, err := readTSV(filepath.Join(dir, t.file), 2)
		if err != nil {
			return err
		}
		for _, r := range rows {
			e := gazetteer.Entry{Name: r[0], Class: t.class}
			e.Subtype, e.Country, _ = strings.Cut(r[1], "@")
			if class, ok := subtypeClass[e.Subtype]; ok {
				e.Class = class
			}
			aliases := r[2:]
			// "The Herald (Zimbabwe)" stands in texts without the country.
			if bare, _, ok := strings.Cut(e.Name, " ("); ok {
				aliases = append(aliases, bare)
			}
			if rest, ok := strings.CutPrefix(e.Name, "The "); ok && e.Class == gazetteer.Media {
				aliases = append(aliases, rest)
			}
			e.ID = c.freeID(e)
			if err := c.add(e, aliases...); err != nil {
				return fmt.Errorf("%s: %w", t.file, err)
			}
		}
	}
	return nil
}

// freeID is the ID of the name; a second thing of one name has its class and
// country in it.
func (c *collector) freeID(e gazetteer.Entry) string {
	id := gazetteer.SlugID(e.Class, e.Name)
	if c.ids[id] {
		id += "-" + e.Class.String()
	}
	if c.ids[id] {
		id += "-" + strings.ToLower(e.Country)
	}
	c.ids[id] = true
	return id
}

// readLines reads a text file without comments and empty lines.
func readLines(path string) ([]string, error) {
	data, err := os.ReadFile(path)
	var lines []string
	for l := range strings.SplitSeq(string(data), "\n") {
		if l = strings.TrimRight(l, "\r"); l != "" && l[0] != '#' {
			lines = append(lines, l)
		}
	}
	return lines, err
}

// readTSV reads a table with at least so many fields a line.
func readTSV(path string, fields int) ([][]string, error) {
	lines, err := readLines(path)
	var rows [][]string
	for _, l := range lines {
		f := slices.DeleteFunc(strings.Split(l, "\t"), func(s string) bool { return strings.TrimSpace(s) == "" })
		if len(f) < fields {
			return nil, fmt.Errorf("%s: %q: want %d fields", path, l, fields)
		}
		rows = append(rows, f)
	}
	return rows, err
}

// isLatin says that every letter is a Latin one.
func isLatin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}
