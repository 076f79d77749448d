package crossdoc

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// Level is how much ground a place covers.
type Level string

const (
	Spot     Level = "spot"     // a quarter, village or site that no list has
	City     Level = "city"     // a city, town or village that is listed
	Province Level = "province" // a province or district
	Country  Level = "country"
	Region   Level = "region" // a region, river, mountains
)

// Place is a place as all articles know it.
type Place struct {
	Key     string          `json:"key"`
	Name    string          `json:"name"`
	Level   Level           `json:"level"`
	Country string          `json:"country,omitempty"` // ISO 3166-1 alpha-2
	Point   *entities.Point `json:"point,omitempty"`
}

// placeOf is an entity as a place. A province that carries the name of its
// capital counts as the city: articles rarely say which of them they mean.
func placeOf(e *entities.Entity) Place {
	p := Place{Key: Key(e), Name: e.Name, Level: Spot, Country: e.Country, Point: e.Point}
	var city *gazetteer.Entry
	entries := gazetteer.Default().Lookup(e.Name)
	for _, entry := range entries {
		if entry.ID == e.ID {
			p.Level = level(entry.Class)
		}
	}
	if i := strings.LastIndexByte(e.Name, ' '); p.Level == Province && i > 0 && table().divisions[strings.ToLower(e.Name[i+1:])] {
		// "Nairobi County" is about Nairobi.
		entries = append(entries[:len(entries):len(entries)], gazetteer.Default().Lookup(e.Name[:i])...)
	}
	for _, entry := range entries {
		if entry.Class == gazetteer.City && entry.Country == e.Country && (city == nil || entry.Population > city.Population) {
			city = &entry
		}
	}
	switch {
	case p.Level == Province && city != nil:
		p.Key, p.Name, p.Level = city.ID, city.Name, City
		if city.HasCoord {
			p.Point = &entities.Point{Lat: float64(city.Lat), Lon: float64(city.Lon)}
		}
	case p.Level == Spot && e.Point != nil:
		p.Level = City // from a list of the user's
	case p.Level == Spot && e.Type == entities.Loc:
		p.Level = Region
	}
	return p
}

func level(c gazetteer.Class) Level {
	switch c {
	case gazetteer.City:
		return City
	case gazetteer.Admin:
		return Province
	case gazetteer.Country:
		return Country
	case gazetteer.Region:
		return Region
	}
	return Spot
}

// kilometres is the distance between two points, false if one is not known.
func kilometres(a, b *entities.Point) (float64, bool) {
	if a == nil || b == nil {
		return 0, false
	}
	const radius, degree = 6371, math.Pi / 180
	dLat, dLon := (b.Lat-a.Lat)*degree, (b.Lon-a.Lon)*degree
	h := math.Sin(dLat/2)*math.Sin(dLat/2) + math.Cos(a.Lat*degree)*math.Cos(b.Lat*degree)*math.Sin(dLon/2)*math.Sin(dLon/2)
	return 2 * radius * math.Asin(math.Sqrt(min(h, 1))), true
}

// What two places are to each other.
type nearness uint8

const (
	unrelated nearness = iota // nothing is known
	apart
	holds // one may lie within the other: a country, a province, a quarter
	near
	same
)

const (
	nearKM     = 25
	farKM      = 60 // too far for a city and its surroundings
	provinceKM = 250
)

func relate(a, b *Place) nearness {
	switch {
	case a.Key == "" || b.Key == "":
		return unrelated
	case a.Key == b.Key:
		return same
	case a.Country != "" && b.Country != "" && a.Country != b.Country:
		return apart
	case a.Level == Region || b.Level == Region:
		return unrelated
	case a.Level == Country || b.Level == Country:
		if a.Country != "" && a.Country == b.Country {
			return holds
		}
		return unrelated
	}
	if km, ok := kilometres(a.Point, b.Point); ok {
		switch {
		case km <= nearKM:
			return near
		case a.Level == Province || b.Level == Province:
			if km <= provinceKM {
				return holds
			}
		}
		return apart
	}
	switch {
	case a.Level == Province && b.Level == Province, a.Level == City && b.Level == City:
		return apart
	}
	return unrelated
}
