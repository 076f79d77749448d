package seqtag

// Features describes the tokens of one sequence. The zero value is ready;
// Reset makes it reusable without allocation. Not for concurrent use.
type Features struct {
	hashes []uint64
	ends   []int32 // hashes[ends[i-1]:ends[i]] are token i's
	fixed  []int16 // the label a token is pinned to, or -1
}

// Reset forgets all tokens and keeps the memory.
func (f *Features) Reset() {
	f.hashes, f.ends, f.fixed = f.hashes[:0], f.ends[:0], f.fixed[:0]
}

// Add gives the token under construction one more feature.
func (f *Features) Add(h uint64) { f.hashes = append(f.hashes, h) }

// Next ends the token under construction.
func (f *Features) Next() {
	f.ends = append(f.ends, int32(len(f.hashes)))
	f.fixed = append(f.fixed, -1)
}

// NextFixed ends a token whose label is known; its features are not looked at.
func (f *Features) NextFixed(label int) {
	f.ends = append(f.ends, int32(len(f.hashes)))
	f.fixed = append(f.fixed, int16(label))
}

// Len is the number of finished tokens.
func (f *Features) Len() int { return len(f.ends) }

func (f *Features) of(i int) []uint64 {
	start := int32(0)
	if i > 0 {
		start = f.ends[i-1]
	}
	return f.hashes[start:f.ends[i]]
}

// Clone copies the features, for keeping as an [Example].
func (f *Features) Clone() *Features {
	return &Features{
		hashes: append([]uint64(nil), f.hashes...),
		ends:   append([]int32(nil), f.ends...),
		fixed:  append([]int16(nil), f.fixed...),
	}
}

// Hash is the 64-bit FNV-1a hash of s, with its bits mixed.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// Mix makes a feature of a template's number and a value's hash.
func Mix(template int, value uint64) uint64 {
	return mix(value ^ (uint64(template)+1)*0x9E3779B97F4A7C15)
}

// Mix2 makes a feature of a template's number and two values.
func Mix2(template int, a, b uint64) uint64 { return Mix(template, a^mix(b+0x632BE59BD9B4E019)) }

// mix is the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 27
	h *= 0x94D049BB133111EB
	return h ^ h>>31
}
