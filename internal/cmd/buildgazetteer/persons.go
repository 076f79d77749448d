package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// persons marks given and family names: the hand-written lists, Faker's
// providers of all locales, the US census.
func (c *collector) persons(sources, tables string) error {
	for _, class := range []gazetteer.Class{gazetteer.Given, gazetteer.Family} {
		lines, err := readLines(filepath.Join(tables, class.String()+"_names.txt"))
		if err != nil {
			return err
		}
		for _, l := range lines {
			for n := range strings.FieldsSeq(l) {
				c.mark(n, class)
				if rest, ok := strings.CutPrefix(n, "al-"); ok {
					c.mark(rest, class)
					c.mark("el-"+rest, class)
				}
			}
		}
	}
	files, err := filepath.Glob(filepath.Join(sources, "python/faker/providers/person/*/__init__.py"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	for _, f := range files {
		if err := c.faker(f); err != nil {
			return err
		}
	}
	for _, f := range []struct {
		file  string
		class gazetteer.Class
		limit int
	}{{"dist.male.first", gazetteer.Given, 1 << 20}, {"dist.female.first", gazetteer.Given, 1 << 20}, {"dist.all.last", gazetteer.Family, surnames}} {
		lines, err := readLines(filepath.Join(sources, "python/names", f.file))
		if err != nil {
			return err
		}
		for i, l := range lines {
			if w := strings.Fields(l); i < f.limit && len(w) > 0 && len(w[0]) > 1 {
				c.mark(w[0], f.class)
			}
		}
	}
	return nil
}

var (
	assignment = regexp.MustCompile(`^    (\w+)(?:\s*:[^=]*)?\s*=`)
	quoted     = regexp.MustCompile(`"([^"]+)"|'([^']+)'`)
)

// faker reads the string literals of a provider's lists of names.
func (c *collector) faker(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	variable := ""
	for l := range strings.SplitSeq(string(data), "\n") {
		if m := assignment.FindStringSubmatch(l); m != nil {
			variable = m[1]
		} else if strings.HasPrefix(l, "    def ") {
			variable = ""
		}
		var class gazetteer.Class
		switch {
		case strings.Contains(variable, "first_name"), strings.Contains(variable, "first_romanized"):
			class = gazetteer.Given
		case strings.Contains(variable, "last_name"), strings.Contains(variable, "last_romanized"):
			class = gazetteer.Family
		default:
			continue
		}
		for _, m := range quoted.FindAllStringSubmatch(l, -1) {
			name := romanize(m[1] + m[2])
			if strings.ContainsAny(name, "{}") || !isLatin(name) {
				continue
			}
			// Of names of several words each word is one; particles are not.
			for w := range strings.FieldsSeq(name) {
				if utf8.RuneCountInString(w) >= 2 && unicode.IsUpper(firstRune(w)) {
					c.mark(w, class)
				}
			}
		}
	}
	return nil
}

// romanize writes Cyrillic and Georgian letters as English-language news does.
func romanize(s string) string {
	if isLatin(s) {
		return s
	}
	upper := unicode.IsUpper(firstRune(s)) || firstRune(s) >= 'ა'
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if l, ok := letters[r]; ok {
			b.WriteString(l)
		} else {
			b.WriteRune(r)
		}
	}
	t := b.String()
	for _, p := range [][2]string{{"iy ", "y "}, {"yy", "y"}, {"iia", "ia"}} {
		t = strings.ReplaceAll(t+" ", p[0], p[1])
	}
	t = strings.TrimSpace(t)
	if upper && t != "" {
		t = strings.ToUpper(t[:1]) + t[1:]
	}
	return t
}

var letters = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'ґ': "g", 'д': "d", 'е': "e", 'ё': "yo", 'є': "ye", 'ж': "zh", 'з': "z",
	'и': "i", 'і': "i", 'ї': "yi", 'й': "y", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r",
	'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "y",
	'ь': "", 'э': "e", 'ю': "yu", 'я': "ya", 'ѓ': "gj", 'ѕ': "dz", 'ј': "j", 'љ': "lj", 'њ': "nj", 'ќ': "kj", 'џ': "dj",
	'ა': "a", 'ბ': "b", 'გ': "g", 'დ': "d", 'ე': "e", 'ვ': "v", 'ზ': "z", 'თ': "t", 'ი': "i", 'კ': "k", 'ლ': "l",
	'მ': "m", 'ნ': "n", 'ო': "o", 'პ': "p", 'ჟ': "zh", 'რ': "r", 'ს': "s", 'ტ': "t", 'უ': "u", 'ფ': "p", 'ქ': "k",
	'ღ': "gh", 'ყ': "q", 'შ': "sh", 'ჩ': "ch", 'ც': "ts", 'ძ': "dz", 'წ': "ts", 'ჭ': "ch", 'ხ': "kh", 'ჯ': "j", 'ჰ': "h",
}
