package crossdoc

import (
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// Key is the key by which an entity is known in all articles: its ID where a
// gazetteer knows it ("geonames:98182", "org:islamic-state", or the ID of a list
// of your own), else made of its type and name, so that the usual romanisations
// of a name have one key ("person:muhamad kalaf"). [Sure] tells the two apart:
// two people of one name share the second kind.
func Key(e *entities.Entity) string {
	if Sure(e) {
		return e.ID
	}
	name := gazetteer.Fold(e.Name)
	if e.Type == entities.Person || e.Type.IsPlace() {
		name = gazetteer.FoldName(e.Name)
	}
	return strings.ToLower(string(e.Type)) + ":" + name
}

// Sure reports that an entity's key names one known thing, not only a name.
func Sure(e *entities.Entity) bool {
	prefix, _, _ := strings.Cut(e.ID, ":")
	return e.ID != "" && !strings.EqualFold(prefix, string(e.Type)) ||
		listed(e)
}

// listed reports that the gazetteer lists an entity whose ID looks like one
// made of type and name ("norp:kurdish", "org:islamic-state").
func listed(e *entities.Entity) bool {
	for _, entry := range gazetteer.Default().Lookup(e.Name) {
		if entry.ID == e.ID {
			return true
		}
	}
	return false
}
