package gazetteer

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
	"unsafe"
)

// Entry is one named thing. Given and family names and common words have none.
type Entry struct {
	// ID is stable: "geonames:ID", "country:IQ", "org:islamic-state",
	// "norp:kurdish", "loc:middle-east", or what a user's list says.
	ID    string
	Name  string // canonical
	Class Class
	// Subtype is finer than Class and free text: "armed group", "security
	// force", "governorate", "river".
	Subtype string
	// Country is the ISO 3166-1 alpha-2 code, "" if none or several.
	Country string
	// Lat and Lon are in degrees, good to 500 m, if HasCoord.
	Lat, Lon float32
	HasCoord bool
	// Population is 0 where it is not known.
	Population int
}

// Match is the longest name that starts at a token.
type Match struct {
	Len     int // tokens
	Classes Classes
}

// Set is a gazetteer. It is immutable and safe for concurrent use.
type Set struct {
	layers []*table // the first that knows a phrase answers
}

// Find says what the phrase names. ok: it is a name; more: some longer name
// starts with it. It allocates nothing.
func (s *Set) Find(h Hash) (classes Classes, more, ok bool) {
	x := h.mix()
	for _, t := range s.layers {
		p, found := t.find(x)
		if !found {
			continue
		}
		more = more || p&moreBit != 0
		if c := t.combo(p); !ok && c != 0 {
			classes, ok = c, true
		}
	}
	return classes, more, ok
}

// Longest is the longest name that starts at token 0, reading at most n tokens
// through the function token.
func (s *Set) Longest(n int, token func(i int) string) (m Match, ok bool) {
	h := Start()
	for i := range n {
		h = h.Add(token(i))
		c, more, found := s.Find(h)
		if found {
			m, ok = Match{i + 1, c}, true
		}
		if !more {
			break
		}
	}
	return m, ok
}

// Entries are the records behind the phrase, the most prominent first: by
// population, and countries and organizations before small places. It is empty
// for a phrase that is only a given name, a family name or a common word.
func (s *Set) Entries(h Hash) []Entry {
	x := h.mix()
	for _, t := range s.layers {
		if p, found := t.find(x); found && t.combo(p) != 0 {
			return t.entriesOf(p)
		}
	}
	return nil
}

// Lookup is Entries of a phrase whose tokens stand between blanks.
func (s *Set) Lookup(phrase string) []Entry { return s.Entries(hashPhrase(phrase)) }

// All calls yield for each record of the set, until it returns false.
func (s *Set) All(yield func(Entry) bool) {
	for _, t := range s.layers {
		for i := range t.nEntries {
			if !yield(t.entry(i)) {
				return
			}
		}
	}
}

// Merge lays sets over each other: the first that knows a phrase answers for
// it, so a user's own set stands first. It copies no data.
func Merge(sets ...*Set) *Set {
	m := &Set{}
	for _, s := range sets {
		if s != nil {
			m.layers = append(m.layers, s.layers...)
		}
	}
	return m
}

// The two files of a set, all numbers little endian. Each has a head of three
// bytes of magic and one of version, the CRC-32 (IEEE) of all that follows it,
// and the checksum of the file it belongs to (0 in the entries). Then:
//
// phrases ("DGP"): as uint32 the bits of the bucket number, the
// numbers of combinations, references and slots; combinations (Classes, the
// first is empty); references (an entry's index, with lastRef on the last of
// one phrase); bucket starts, one more than buckets; slots of 8 bytes, by
// bucket (high bits of the mixed hash), then by check (low 32 bits): check,
// payload.
//
// entries ("DGE"): as uint32 the numbers of entries, subtypes and
// countries and the size of the text; subtypes and countries as length byte and
// text, padded to 4 bytes; entries of 20 bytes; text.
const (
	phraseMagic = "DGP"
	entryMagic  = "DGE"
	version     = '2'
	headSize    = 12

	// A payload: moreBit, manyBit, 10 bits of combination, 20 bits that are 0,
	// an entry's index plus 1 or, with manyBit, a place in the references.
	moreBit    = 1 << 31
	manyBit    = 1 << 30
	comboShift = 20
	comboMask  = 1<<10 - 1
	refMask    = 1<<20 - 1
	lastRef    = 1 << 31

	slotSize  = 8
	entrySize = 20

	// An entry's flags.
	hasCoord   = 1 << 0
	idShift    = 1 // how the ID is kept, 2 bits
	idGeonames = 0 // "geonames:" and the number
	idCountry  = 1 // "country:" and the country code
	idSlug     = 2 // prefix of the class and the name's slug
	idText     = 3 // number: place and length in the text
)

// table is one pair of files, not decoded.
type table struct {
	phrases, entries string

	bucketShift                   uint
	combos, refs, starts, slots   int // offsets in phrases
	nEntries, records, text       int // number of entries; offsets in entries
	subtypes, countries           []string
	nSlots, nBuckets, nRefs, nCmb int
}

func u32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func u16(s string, i int) uint16 { return uint16(s[i]) | uint16(s[i+1])<<8 }

// Errors of opening a set, to be told apart with errors.Is.
var (
	ErrFormat   = errors.New("not a gazetteer file, or cut off")
	ErrVersion  = errors.New("gazetteer file of another version; build it again with internal/cmd/buildgazetteer")
	ErrChecksum = errors.New("gazetteer file is damaged: its checksum differs")
	ErrPair     = errors.New("the phrases are not those of the entries; build both again with internal/cmd/buildgazetteer")
)

// verify checks magic, version and checksum of a file.
func verify(file, magic string) error {
	switch {
	case len(file) < headSize+16 || file[:len(magic)] != magic:
		return ErrFormat
	case file[len(magic)] != version:
		return ErrVersion
	case u32(file, 4) != checksum(file[8:]):
		return ErrChecksum
	}
	return nil
}

// checksum is the CRC-32 (IEEE) of s.
func checksum(s string) uint32 {
	return crc32.ChecksumIEEE(unsafe.Slice(unsafe.StringData(s), len(s))) // only read
}

// seal writes the head of a file before its body. pair is the checksum of the
// file that it belongs to, 0 for none.
func seal(magic string, pair uint32, body []byte) []byte {
	out := append([]byte(magic), version, 0, 0, 0, 0)
	out = binary.LittleEndian.AppendUint32(out, pair)
	out = append(out, body...)
	binary.LittleEndian.PutUint32(out[4:], crc32.ChecksumIEEE(out[8:]))
	return out
}

// open checks the files and reads their numbers.
func open(phrases, entries string) (*table, error) {
	if err := verify(phrases, phraseMagic); err != nil {
		return nil, fmt.Errorf("phrases: %w", err)
	}
	if err := verify(entries, entryMagic); err != nil {
		return nil, fmt.Errorf("entries: %w", err)
	}
	if u32(phrases, 8) != u32(entries, 4) {
		return nil, ErrPair
	}
	return read(phrases[headSize:], entries[headSize:])
}

// read reads the numbers at the beginning of the files' bodies.
func read(phrases, entries string) (*table, error) {
	if len(phrases) < 16 || len(entries) < 16 {
		return nil, ErrFormat
	}
	bits := uint(u32(phrases, 0))
	if bits > 24 {
		return nil, ErrFormat
	}
	t := &table{phrases: phrases, entries: entries, bucketShift: 64 - bits}
	t.nBuckets = 1 << bits
	t.nCmb, t.nRefs, t.nSlots = int(u32(phrases, 4)), int(u32(phrases, 8)), int(u32(phrases, 12))
	t.combos = 16
	t.refs = t.combos + 4*t.nCmb
	t.starts = t.refs + 4*t.nRefs
	t.slots = t.starts + 4*(t.nBuckets+1)
	if len(phrases) != t.slots+slotSize*t.nSlots {
		return nil, ErrFormat
	}

	t.nEntries = int(u32(entries, 0))
	nSub, nCountry, nText := int(u32(entries, 4)), int(u32(entries, 8)), int(u32(entries, 12))
	i := 16
	names := func(n int) (list []string, ok bool) {
		list = make([]string, 0, min(n, 256))
		for range n {
			if i >= len(entries) || i+1+int(entries[i]) > len(entries) {
				return nil, false
			}
			list = append(list, entries[i+1:i+1+int(entries[i])])
			i += 1 + int(entries[i])
		}
		return list, true
	}
	var ok1, ok2 bool
	t.subtypes, ok1 = names(nSub)
	t.countries, ok2 = names(nCountry)
	t.records = (i + 3) &^ 3
	t.text = t.records + entrySize*t.nEntries
	if !ok1 || !ok2 || len(entries) != t.text+nText {
		return nil, ErrFormat
	}
	return t, nil
}

// find is the payload of the phrase with that mixed hash.
func (t *table) find(x uint64) (payload uint32, ok bool) {
	b := t.starts + 4*int(x>>t.bucketShift)
	lo, hi := t.slots+slotSize*int(u32(t.phrases, b)), t.slots+slotSize*int(u32(t.phrases, b+4))
	check := uint32(x)
	for i := lo; i < hi; i += slotSize {
		if c := u32(t.phrases, i); c >= check {
			if c == check {
				return u32(t.phrases, i+4), true
			}
			return 0, false
		}
	}
	return 0, false
}

func (t *table) combo(payload uint32) Classes {
	return Classes(u32(t.phrases, t.combos+4*int(payload>>comboShift&comboMask)))
}

func (t *table) entriesOf(payload uint32) []Entry {
	r := int(payload & refMask)
	if payload&manyBit == 0 {
		if r == 0 {
			return nil
		}
		return []Entry{t.entry(r - 1)}
	}
	var list []Entry
	for {
		e := u32(t.phrases, t.refs+4*r)
		list = append(list, t.entry(int(e&^lastRef)))
		if e&lastRef != 0 {
			return list
		}
		r++
	}
}

// entry decodes the record: name place and length, class, subtype, country,
// flags, number, latitude, longitude, population.
func (t *table) entry(i int) Entry {
	s, p := t.entries, t.records+entrySize*i
	name := u32(s, p)
	flags := s[p+7]
	e := Entry{
		Name:       t.textAt(name),
		Class:      Class(s[p+4]),
		Subtype:    t.subtypes[s[p+5]],
		Country:    t.countries[s[p+6]],
		Population: int(u32(s, p+16)),
	}
	if flags&hasCoord != 0 {
		e.HasCoord = true
		e.Lat = float32(int16(u16(s, p+12))) * 90 / 32767
		e.Lon = float32(int16(u16(s, p+14))) * 180 / 32767
	}
	number := u32(s, p+8)
	switch flags >> idShift & 3 {
	case idGeonames:
		e.ID = "geonames:" + strconv.FormatUint(uint64(number), 10)
	case idCountry:
		e.ID = "country:" + e.Country
	case idSlug:
		e.ID = SlugID(e.Class, e.Name)
	case idText:
		e.ID = t.textAt(number)
	}
	return e
}

// textAt reads a place (24 bits) and a length (8 bits) in the text.
func (t *table) textAt(v uint32) string {
	i := t.text + int(v>>8)
	return t.entries[i : i+int(v&0xFF)]
}

// SlugID is the ID of a thing that only its name identifies.
func SlugID(c Class, name string) string {
	var b strings.Builder
	b.WriteString(idPrefixes[c])
	b.WriteByte(':')
	gap := false
	for _, r := range Fold(name) {
		if r < 0x80 && (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			gap = true
			continue
		}
		if gap && b.Len() > len(idPrefixes[c])+1 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
