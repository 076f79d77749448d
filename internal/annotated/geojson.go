package annotated

import (
	"encoding/json"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/extract"
)

type collection struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	Type       string     `json:"type"`
	Geometry   geometry   `json:"geometry"`
	Properties properties `json:"properties"`
}

type geometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"` // longitude first
}

type properties struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Type      string     `json:"type"`
	Country   string     `json:"country,omitempty"`
	Mentions  int        `json:"mentions"`
	Incidents []incident `json:"incidents,omitempty"`
}

type incident struct {
	When    *extract.Interval `json:"when,omitempty"`
	Words   string            `json:"time,omitempty"`
	Figures []extract.Figure  `json:"figures"`
}

// GeoJSON is the article's places whose position is known, with the incidents
// that happened there, as RFC 7946 has it: a point each.
func GeoJSON(a *dateline.Analysis) []byte {
	c := collection{Type: "FeatureCollection", Features: []feature{}}
	at := map[int]int{} // entity to feature
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Point == nil {
			continue
		}
		at[i] = len(c.Features)
		c.Features = append(c.Features, feature{
			"Feature", geometry{"Point", [2]float64{e.Point.Lon, e.Point.Lat}},
			properties{ID: e.ID, Name: e.Name, Type: string(e.Type), Country: e.Country, Mentions: len(e.Mentions)},
		})
	}
	for i := range a.Incidents {
		in := &a.Incidents[i]
		if f, known := at[in.Place]; known {
			list := &c.Features[f].Properties.Incidents
			*list = append(*list, incident{in.When, words(in.TimeWords), in.Figures})
		}
	}
	out, err := json.Marshal(c)
	if err != nil {
		return []byte(`{"type":"FeatureCollection","features":[]}`) // a coordinate that is no number
	}
	return out
}
