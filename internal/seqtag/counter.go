package seqtag

import "slices"

// counter counts hashes: a table with open addressing, several times as fast
// as a map for keys that are random already.
type counter struct {
	keys   []uint64
	values []int32 // 0: the place is free
	used   int
}

func newCounter() *counter {
	return &counter{keys: make([]uint64, 1<<16), values: make([]int32, 1<<16)}
}

// find is the place of a hash, or the free one where it would go.
func (c *counter) find(h uint64) (at int, ok bool) {
	mask := len(c.keys) - 1
	for at = int(h) & mask; c.values[at] != 0; at = (at + 1) & mask {
		if c.keys[at] == h {
			return at, true
		}
	}
	return at, false
}

func (c *counter) add(h uint64) {
	at, ok := c.find(h)
	if ok {
		c.values[at]++
		return
	}
	if 2*c.used >= len(c.keys) {
		c.grow()
		at, _ = c.find(h)
	}
	c.keys[at], c.values[at] = h, 1
	c.used++
}

func (c *counter) grow() {
	old := counter{slices.Clone(c.keys), slices.Clone(c.values), 0}
	c.keys, c.values = make([]uint64, 2*len(old.keys)), make([]int32, 2*len(old.keys))
	for k, n := range old.values {
		if n != 0 {
			at, _ := c.find(old.keys[k])
			c.keys[at], c.values[at] = old.keys[k], n
		}
	}
}
