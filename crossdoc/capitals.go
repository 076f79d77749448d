package crossdoc

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

//go:embed capitals.txt
var capitalTable string

// capitals is capitals.txt as places, by country. It is immutable.
var capitals = sync.OnceValue(func() map[string]Place {
	t := map[string]Place{}
	for line := range strings.Lines(capitalTable) {
		country, name, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || country == "#" {
			continue
		}
		for _, entry := range gazetteer.Default().Lookup(name) {
			if entry.Country == country && entry.Class == gazetteer.City {
				t[country] = placeOf(&entities.Entity{
					ID: entry.ID, Name: entry.Name, Type: entities.GPE, Country: country,
					Point: &entities.Point{Lat: float64(entry.Lat), Lon: float64(entry.Lon)},
				})
				break
			}
		}
	}
	return t
})

// capital is the capital of a country, for "the Afghan capital".
func capital(country string) (Place, bool) {
	p, ok := capitals()[country]
	return p, ok
}
