package gazetteer

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Builder collects names and writes the two files of a set. The same calls give
// the same bytes.
type Builder struct {
	entries []Entry
	ids     map[string]int
	phrases map[uint64]*phrase // by mixed hash
}

type phrase struct {
	classes Classes
	more    bool
	entries []int
}

// NewBuilder is an empty Builder.
func NewBuilder() *Builder {
	return &Builder{ids: map[string]int{}, phrases: map[uint64]*phrase{}}
}

var errLong = errors.New("more than 255 bytes")

// Add adds a record under its name and the aliases. An empty ID becomes the
// slug of the name.
func (b *Builder) Add(e Entry, aliases ...string) error {
	if strings.TrimSpace(e.Name) == "" {
		return errors.New("empty name")
	}
	if e.ID == "" {
		e.ID = SlugID(e.Class, e.Name)
	}
	if len(e.Name) > math.MaxUint8 || len(e.ID) > math.MaxUint8 {
		return fmt.Errorf("%.40s...: %w", e.Name, errLong)
	}
	if _, ok := b.ids[e.ID]; ok {
		return fmt.Errorf("%s: second entry with the ID %s", e.Name, e.ID)
	}
	n := len(b.entries)
	b.ids[e.ID] = n
	b.entries = append(b.entries, e)
	b.link(e.Name, e.Class, n)
	for _, a := range aliases {
		b.link(a, e.Class, n)
	}
	return nil
}

// Alias adds a name to the record with that ID.
func (b *Builder) Alias(id, alias string) bool {
	n, ok := b.ids[id]
	if ok {
		b.link(alias, b.entries[n].Class, n)
	}
	return ok
}

// Mark adds the class to a phrase without a record.
func (b *Builder) Mark(name string, c Class) { b.link(name, c, -1) }

// Classes are those of the phrase so far.
func (b *Builder) Classes(name string) Classes {
	if p := b.phrases[hashPhrase(name).mix()]; p != nil {
		return p.classes
	}
	return 0
}

func (b *Builder) link(name string, c Class, entry int) {
	for _, words := range spellings(name) {
		h := Start()
		for i, w := range words {
			h = h.Add(w)
			x := h.mix()
			p := b.phrases[x]
			if p == nil {
				p = &phrase{}
				b.phrases[x] = p
			}
			if i < len(words)-1 {
				p.more = true
				continue
			}
			p.classes |= c.Set()
			if entry >= 0 && !slices.Contains(p.entries, entry) {
				p.entries = append(p.entries, entry)
			}
		}
	}
}

// spellings are the token sequences under which a name may stand in a text: cut
// at blanks, cut as the tokenizer does ("McDonald" "'s", "Washington" ","), and
// without hyphens. Words of nothing but punctuation that folds away are dropped.
func spellings(name string) [][]string {
	keep := func(w []string) []string {
		return slices.DeleteFunc(w, func(s string) bool { return Fold(s) == "" })
	}
	plain := keep(strings.Fields(name))
	if len(plain) == 0 {
		return nil
	}
	list := [][]string{plain}
	add := func(w []string) {
		if len(w) > 0 && !slices.ContainsFunc(list, func(o []string) bool { return slices.Equal(o, w) }) {
			list = append(list, w)
		}
	}
	split := strings.NewReplacer("’s ", " 's ", "'s ", " 's ", ",", " , ", "(", " ( ", ")", " ) ", "/", " / ", "!", " ! ").Replace(name + " ")
	add(keep(strings.Fields(split)))
	if strings.Contains(name, "-") {
		add(keep(strings.Fields(strings.ReplaceAll(name, "-", " "))))
	}
	return list
}

// prominence orders the records of one phrase.
func prominence(e Entry) int64 {
	switch e.Class {
	case Country:
		return int64(e.Population) + 1<<40
	case City, Admin:
		return int64(e.Population)
	case Region:
		return 1_000_000
	}
	return 500_000
}

// Set is the set of what was added.
func (b *Builder) Set() (*Set, error) {
	p, e, err := b.Files()
	if err != nil {
		return nil, err
	}
	t, err := open(string(p), string(e))
	if err != nil {
		return nil, err
	}
	return &Set{layers: []*table{t}}, nil
}

// Files are the bytes of the phrases and of the entries file.
func (b *Builder) Files() (phrases, entries []byte, err error) {
	if entries, err = b.entryFile(); err != nil {
		return nil, nil, err
	}
	if phrases, err = b.phraseFile(); err != nil {
		return nil, nil, err
	}
	entries = seal(entryMagic, 0, entries)
	return seal(phraseMagic, u32(string(entries[:8]), 4), phrases), entries, nil
}

func (b *Builder) phraseFile() ([]byte, error) {
	le := binary.LittleEndian
	combos := []Classes{0}
	comboOf := map[Classes]uint32{0: 0}
	var refs, slots []byte
	hashes := slices.Collect(maps.Keys(b.phrases))
	// Eight slots to a bucket: a lookup reads one or two cache lines.
	nbits := max(0, bits.Len(uint(len(hashes)/8)))
	bucket := func(x uint64) uint64 { return x >> (64 - nbits) }
	slices.SortFunc(hashes, func(a, c uint64) int {
		return cmp.Or(cmp.Compare(bucket(a), bucket(c)), cmp.Compare(uint32(a), uint32(c)))
	})
	starts := make([]uint32, 1<<nbits+1)
	for i, x := range hashes {
		if i > 0 && bucket(x) == bucket(hashes[i-1]) && uint32(x) == uint32(hashes[i-1]) {
			return nil, errors.New("two phrases with one hash")
		}
		starts[bucket(x)+1]++
		p := b.phrases[x]
		combo, ok := comboOf[p.classes]
		if !ok {
			combo = uint32(len(combos))
			comboOf[p.classes] = combo
			combos = append(combos, p.classes)
		}
		payload := combo << comboShift
		if p.more {
			payload |= moreBit
		}
		switch list := slices.Clone(p.entries); len(list) {
		case 0:
		case 1:
			payload |= uint32(list[0] + 1)
		default:
			slices.SortStableFunc(list, func(x, y int) int {
				return cmp.Compare(prominence(b.entries[y]), prominence(b.entries[x]))
			})
			payload |= manyBit | uint32(len(refs)/4)
			for j, e := range list {
				v := uint32(e)
				if j == len(list)-1 {
					v |= lastRef
				}
				refs = le.AppendUint32(refs, v)
			}
		}
		slots = le.AppendUint32(slots, uint32(x))
		slots = le.AppendUint32(slots, payload)
	}
	if len(combos) > comboMask || len(b.entries) >= refMask || len(refs)/4 > refMask {
		return nil, fmt.Errorf("too much for the format: %d class combinations, %d entries, %d references", len(combos), len(b.entries), len(refs)/4)
	}
	var out []byte
	for _, n := range []int{nbits, len(combos), len(refs) / 4, len(hashes)} {
		out = le.AppendUint32(out, uint32(n))
	}
	for _, c := range combos {
		out = le.AppendUint32(out, uint32(c))
	}
	out = append(out, refs...)
	sum := uint32(0)
	for _, n := range starts {
		sum += n
		out = le.AppendUint32(out, sum)
	}
	return append(out, slots...), nil
}

func (b *Builder) entryFile() ([]byte, error) {
	le := binary.LittleEndian
	var text, records bytes.Buffer
	texts := map[string]uint32{}
	put := func(s string) uint32 {
		v, ok := texts[s]
		if !ok {
			v = uint32(text.Len())<<8 | uint32(len(s))
			texts[s] = v
			text.WriteString(s)
		}
		return v
	}
	var subtypes, countries []string
	index := func(list *[]string, s string) (byte, error) {
		i := slices.Index(*list, s)
		if i < 0 {
			i = len(*list)
			*list = append(*list, s)
		}
		if i > math.MaxUint8 || len(s) > math.MaxUint8 {
			return 0, fmt.Errorf("%q: more than 256 subtypes or countries, or %w", s, errLong)
		}
		return byte(i), nil
	}
	for _, e := range b.entries {
		sub, err := index(&subtypes, e.Subtype)
		if err != nil {
			return nil, err
		}
		country, err := index(&countries, e.Country)
		if err != nil {
			return nil, err
		}
		kind, number := idText, uint32(0)
		digits, isGeo := strings.CutPrefix(e.ID, "geonames:")
		n, err := strconv.ParseUint(digits, 10, 32)
		switch {
		case isGeo && err == nil && strconv.FormatUint(n, 10) == digits:
			kind, number = idGeonames, uint32(n)
		case e.ID == "country:"+e.Country:
			kind = idCountry
		case e.ID == SlugID(e.Class, e.Name):
			kind = idSlug
		default:
			number = put(e.ID)
		}
		flags := byte(kind << idShift)
		var lat, lon int16
		if e.HasCoord {
			flags |= hasCoord
			lat, lon = int16(math.Round(float64(e.Lat)*32767/90)), int16(math.Round(float64(e.Lon)*32767/180))
		}
		var r []byte
		r = le.AppendUint32(r, put(e.Name))
		r = append(r, byte(e.Class), sub, country, flags)
		r = le.AppendUint32(r, number)
		r = le.AppendUint16(r, uint16(lat))
		r = le.AppendUint16(r, uint16(lon))
		r = le.AppendUint32(r, uint32(max(e.Population, 0)))
		records.Write(r)
	}
	if text.Len() >= 1<<24 {
		return nil, errors.New("more than 16 MiB of names")
	}
	var out []byte
	for _, n := range []int{len(b.entries), len(subtypes), len(countries), text.Len()} {
		out = le.AppendUint32(out, uint32(n))
	}
	for _, s := range slices.Concat(subtypes, countries) {
		out = append(append(out, byte(len(s))), s...)
	}
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return slices.Concat(out, records.Bytes(), text.Bytes()), nil
}
