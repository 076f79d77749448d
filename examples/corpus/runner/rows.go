package runner

import (
	"reflect"
	"strings"

	"github.com/dateline-go/dateline"
)

// Rows is what an article, or the events at the end, add to the tables.
type Rows struct {
	Articles  []ArticleRow
	Entities  []EntityRow
	Mentions  []MentionRow
	Sources   []SourceRow
	Quotes    []QuoteRow
	Claims    []ClaimRow
	Incidents []IncidentRow
	Figures   []FigureRow

	Events       []EventRow
	EventReports []EventReportRow
	EventFigures []EventFigureRow

	// Analysis is the whole analysis, nil for events.
	Analysis *dateline.Analysis
}

// ArticleRow is an article. Its number is the key to which all tables refer:
// IDs are the corpus's own and need not be unique.
type ArticleRow struct {
	Article   int64   `json:"article" parquet:"article" doc:"number of the article, from 1, in the order of the input"`
	ID        string  `json:"id" parquet:"id" doc:"the input's ID, else the file's path and the number in it"`
	Outlet    string  `json:"outlet" parquet:"outlet" doc:"who published it"`
	Published string  `json:"published" parquet:"published" doc:"day, yyyy-mm-dd, empty if unknown"`
	Title     string  `json:"title" parquet:"title" doc:"as given"`
	URL       string  `json:"url" parquet:"url" doc:"as given"`
	Input     string  `json:"input" parquet:"input" doc:"path of the file within the input folder"`
	Record    int64   `json:"record" parquet:"record" doc:"number in its file, from 1"`
	Bytes     int64   `json:"bytes" parquet:"bytes" doc:"length of the text"`
	SHA256    string  `json:"sha256" parquet:"sha256" doc:"of the text, in hexadecimal digits: offsets count in this very text"`
	Entities  int64   `json:"entities" parquet:"entities" doc:"number of entities"`
	Quotes    int64   `json:"quotes" parquet:"quotes" doc:"number of quotes"`
	Claims    int64   `json:"claims" parquet:"claims" doc:"number of claims"`
	Incidents int64   `json:"incidents" parquet:"incidents" doc:"number of incidents"`
	Text      *string `json:"text" parquet:"text" doc:"the text, if asked for"`
}

// EntityRow is an entity of an article.
type EntityRow struct {
	Article  int64    `json:"article" parquet:"article" doc:"number of the article"`
	Entity   int64    `json:"entity" parquet:"entity" doc:"number in the article, from 0"`
	Key      string   `json:"key" parquet:"key" doc:"the same in all articles"`
	Sure     bool     `json:"sure" parquet:"sure" doc:"the key names a known thing, not only a name"`
	Name     string   `json:"name" parquet:"name" doc:"canonical name"`
	Type     string   `json:"type" parquet:"type" doc:"PERSON, ORG, GPE, LOC, FAC, NORP, EVENT"`
	Subtype  string   `json:"subtype" parquet:"subtype" doc:"of an ORG"`
	Aliases  string   `json:"aliases" parquet:"aliases" doc:"forms in the text, between vertical bars"`
	Country  string   `json:"country" parquet:"country" doc:"ISO 3166-1 alpha-2"`
	Lat      *float64 `json:"lat" parquet:"lat" doc:"degrees north"`
	Lon      *float64 `json:"lon" parquet:"lon" doc:"degrees east"`
	Gender   string   `json:"gender" parquet:"gender" doc:"male, female or empty"`
	Mentions int64    `json:"mentions" parquet:"mentions" doc:"number of mentions"`
}

// MentionRow is an occurrence of a name.
type MentionRow struct {
	Article    int64   `json:"article" parquet:"article" doc:"number of the article"`
	Mention    int64   `json:"mention" parquet:"mention" doc:"number in the article, from 0"`
	Entity     int64   `json:"entity" parquet:"entity" doc:"its entity"`
	Type       string  `json:"type" parquet:"type" doc:"as of the entity"`
	Start      int64   `json:"start" parquet:"start" doc:"offset of the first unit"`
	End        int64   `json:"end" parquet:"end" doc:"offset behind the last unit"`
	Text       string  `json:"text" parquet:"text" doc:"the words"`
	Title      string  `json:"title" parquet:"title" doc:"title or rank before a person's name"`
	Role       string  `json:"role" parquet:"role" doc:"what the text says a person is"`
	Confidence float64 `json:"confidence" parquet:"confidence" doc:"probability, 0 where not estimated"`
}

// SourceRow is a speaker of an article.
type SourceRow struct {
	Article     int64  `json:"article" parquet:"article" doc:"number of the article"`
	Source      int64  `json:"source" parquet:"source" doc:"number in the article, from 0"`
	Kind        string `json:"kind" parquet:"kind" doc:"named, organization, anonymous, none"`
	Name        string `json:"name" parquet:"name" doc:"name, or the fullest description"`
	Entity      *int64 `json:"entity" parquet:"entity" doc:"its entity"`
	Key         string `json:"key" parquet:"key" doc:"the entity's key"`
	Description string `json:"description" parquet:"description" doc:"fullest noun phrase"`
	Affiliation string `json:"affiliation" parquet:"affiliation" doc:"whom it speaks for"`
	Place       string `json:"place" parquet:"place" doc:"where it is"`
	Party       bool   `json:"party" parquet:"party" doc:"belongs to a side of the conflict"`
	Reason      string `json:"reason" parquet:"reason" doc:"why it is not named"`
	Anonymity   string `json:"anonymity" parquet:"anonymity" doc:"the words behind the reason"`
	Quotes      int64  `json:"quotes" parquet:"quotes" doc:"number of quotes"`
}

// QuoteRow is something a source said.
type QuoteRow struct {
	Article      int64  `json:"article" parquet:"article" doc:"number of the article"`
	Quote        int64  `json:"quote" parquet:"quote" doc:"number in the article, from 0"`
	Kind         string `json:"kind" parquet:"kind" doc:"direct, indirect, mixed"`
	Start        int64  `json:"start" parquet:"start" doc:"offset of the content"`
	End          int64  `json:"end" parquet:"end" doc:"offset behind the content"`
	Content      string `json:"content" parquet:"content" doc:"what was said"`
	Cue          string `json:"cue" parquet:"cue" doc:"the words that report"`
	Source       *int64 `json:"source" parquet:"source" doc:"its source"`
	Speaker      string `json:"speaker" parquet:"speaker" doc:"the source as it stands here"`
	SpeakerStart *int64 `json:"speaker_start" parquet:"speaker_start" doc:"offset of the speaker"`
	SpeakerEnd   *int64 `json:"speaker_end" parquet:"speaker_end" doc:"offset behind the speaker"`
	Continues    *int64 `json:"continues" parquet:"continues" doc:"quote of which this is a further part"`
	Anonymity    string `json:"anonymity" parquet:"anonymity" doc:"why the source stays unnamed, or that it does, as the article puts it"`
	Negated      bool   `json:"negated" parquet:"negated" doc:"the source did not say so"`
	Conditional  bool   `json:"conditional" parquet:"conditional" doc:"the reporting itself is hypothetical"`
}

// ClaimRow is a statement of how many people suffered an outcome.
type ClaimRow struct {
	Article           int64  `json:"article" parquet:"article" doc:"number of the article"`
	Claim             int64  `json:"claim" parquet:"claim" doc:"number in the article, from 0"`
	Incident          *int64 `json:"incident" parquet:"incident" doc:"its incident"`
	Outcome           string `json:"outcome" parquet:"outcome" doc:"killed, injured, missing, abducted, detained, displaced, released, casualties"`
	Min               *int64 `json:"min" parquet:"min" doc:"least number, null if open"`
	Max               *int64 `json:"max" parquet:"max" doc:"greatest number, null if open"`
	Approximate       bool   `json:"approximate" parquet:"approximate" doc:"about that many"`
	Vague             bool   `json:"vague" parquet:"vague" doc:"a number in words: dozens"`
	Count             string `json:"count" parquet:"count" doc:"the words of the quantity"`
	CountStart        int64  `json:"count_start" parquet:"count_start" doc:"offset of the quantity"`
	CountEnd          int64  `json:"count_end" parquet:"count_end" doc:"offset behind the quantity"`
	Trigger           string `json:"trigger" parquet:"trigger" doc:"the words that state the outcome"`
	TriggerStart      int64  `json:"trigger_start" parquet:"trigger_start" doc:"offset of the trigger"`
	TriggerEnd        int64  `json:"trigger_end" parquet:"trigger_end" doc:"offset behind the trigger"`
	Victims           string `json:"victims" parquet:"victims" doc:"who suffered it"`
	VictimsStart      *int64 `json:"victims_start" parquet:"victims_start" doc:"offset of the victims"`
	VictimsEnd        *int64 `json:"victims_end" parquet:"victims_end" doc:"offset behind the victims"`
	VictimClass       string `json:"victim_class" parquet:"victim_class" doc:"civilian, combatant, police, official, journalist, aid worker, child, woman"`
	Side              string `json:"side" parquet:"side" doc:"the victims' force or group"`
	Names             string `json:"names" parquet:"names" doc:"victims whom the text names, between vertical bars"`
	Perpetrator       string `json:"perpetrator" parquet:"perpetrator" doc:"who did it, as the text has it"`
	PerpetratorStart  *int64 `json:"perpetrator_start" parquet:"perpetrator_start" doc:"offset of the perpetrator"`
	PerpetratorEnd    *int64 `json:"perpetrator_end" parquet:"perpetrator_end" doc:"offset behind the perpetrator"`
	PerpetratorEntity *int64 `json:"perpetrator_entity" parquet:"perpetrator_entity" doc:"its entity"`
	PerpetratorKey    string `json:"perpetrator_key" parquet:"perpetrator_key" doc:"the entity's key"`
	Place             string `json:"place" parquet:"place" doc:"where, as the text has it"`
	PlaceStart        *int64 `json:"place_start" parquet:"place_start" doc:"offset of the place"`
	PlaceEnd          *int64 `json:"place_end" parquet:"place_end" doc:"offset behind the place"`
	PlaceEntity       *int64 `json:"place_entity" parquet:"place_entity" doc:"its entity"`
	PlaceKey          string `json:"place_key" parquet:"place_key" doc:"the entity's key"`
	Time              string `json:"time" parquet:"time" doc:"when, as the text has it"`
	TimeStart         *int64 `json:"time_start" parquet:"time_start" doc:"offset of the time"`
	TimeEnd           *int64 `json:"time_end" parquet:"time_end" doc:"offset behind the time"`
	FromDay           string `json:"from_day" parquet:"from_day" doc:"first day, yyyy-mm-dd"`
	ToDay             string `json:"to_day" parquet:"to_day" doc:"last day"`
	Precision         string `json:"precision" parquet:"precision" doc:"day, week, month, year, range"`
	Weapon            string `json:"weapon" parquet:"weapon" doc:"weapon or cause"`
	WeaponStart       *int64 `json:"weapon_start" parquet:"weapon_start" doc:"offset of the weapon"`
	WeaponEnd         *int64 `json:"weapon_end" parquet:"weapon_end" doc:"offset behind the weapon"`
	Reporter          string `json:"reporter" parquet:"reporter" doc:"who reports it, as the text has it"`
	ReporterStart     *int64 `json:"reporter_start" parquet:"reporter_start" doc:"offset of the reporter"`
	ReporterEnd       *int64 `json:"reporter_end" parquet:"reporter_end" doc:"offset behind the reporter"`
	Source            *int64 `json:"source" parquet:"source" doc:"its source"`
	SourceName        string `json:"source_name" parquet:"source_name" doc:"the source's name"`
	SourceKind        string `json:"source_kind" parquet:"source_kind" doc:"named, organization, anonymous, none"`
	Modality          string `json:"modality" parquet:"modality" doc:"hedged, alleged, denied, hypothetical; empty: plainly stated"`
	Cumulative        bool   `json:"cumulative" parquet:"cumulative" doc:"counts several events over a period"`
	PartOf            *int64 `json:"part_of" parquet:"part_of" doc:"claim of which this counts a part"`
	Replaces          *int64 `json:"replaces" parquet:"replaces" doc:"earlier claim that this one updates"`
}

// IncidentRow is an event as one article tells it.
type IncidentRow struct {
	Article        int64    `json:"article" parquet:"article" doc:"number of the article"`
	Incident       int64    `json:"incident" parquet:"incident" doc:"number in the article, from 0"`
	PlaceEntity    *int64   `json:"place_entity" parquet:"place_entity" doc:"entity of its place"`
	PlaceKey       string   `json:"place_key" parquet:"place_key" doc:"the entity's key"`
	Place          string   `json:"place" parquet:"place" doc:"name of the place, else its words"`
	Country        string   `json:"country" parquet:"country" doc:"ISO 3166-1 alpha-2"`
	Lat            *float64 `json:"lat" parquet:"lat" doc:"degrees north"`
	Lon            *float64 `json:"lon" parquet:"lon" doc:"degrees east"`
	FromDay        string   `json:"from_day" parquet:"from_day" doc:"first day, yyyy-mm-dd"`
	ToDay          string   `json:"to_day" parquet:"to_day" doc:"last day"`
	Precision      string   `json:"precision" parquet:"precision" doc:"day, week, month, year, range"`
	PerpetratorKey string   `json:"perpetrator_key" parquet:"perpetrator_key" doc:"key of the perpetrator"`
	Perpetrator    string   `json:"perpetrator" parquet:"perpetrator" doc:"name of the perpetrator"`
	Claims         int64    `json:"claims" parquet:"claims" doc:"number of claims"`
}

// FigureRow is the number of people with one outcome in an incident.
type FigureRow struct {
	Article       int64  `json:"article" parquet:"article" doc:"number of the article"`
	Incident      int64  `json:"incident" parquet:"incident" doc:"its incident"`
	Outcome       string `json:"outcome" parquet:"outcome" doc:"as of the claims"`
	Low           *int64 `json:"low" parquet:"low" doc:"lowest number claimed"`
	Best          *int64 `json:"best" parquet:"best" doc:"latest figure of the strongest source"`
	High          *int64 `json:"high" parquet:"high" doc:"highest number claimed, null if open"`
	Words         string `json:"words" parquet:"words" doc:"where the text states the best"`
	Start         int64  `json:"start" parquet:"start" doc:"offset of the words"`
	End           int64  `json:"end" parquet:"end" doc:"offset behind the words"`
	SourceName    string `json:"source_name" parquet:"source_name" doc:"whose word the best is"`
	SourceKind    string `json:"source_kind" parquet:"source_kind" doc:"named, organization, anonymous, none"`
	Claims        int64  `json:"claims" parquet:"claims" doc:"number of claims"`
	AnonymousOnly bool   `json:"anonymous_only" parquet:"anonymous_only" doc:"nobody but anonymous sources reports it"`
}

// EventRow is an incident over all articles.
type EventRow struct {
	Event       int64    `json:"event" parquet:"event" doc:"number of the event, from 1"`
	ID          string   `json:"id" parquet:"id" doc:"day, place and first report"`
	PlaceKey    string   `json:"place_key" parquet:"place_key" doc:"key of the place"`
	Place       string   `json:"place" parquet:"place" doc:"name of the place"`
	Country     string   `json:"country" parquet:"country" doc:"ISO 3166-1 alpha-2"`
	Lat         *float64 `json:"lat" parquet:"lat" doc:"degrees north"`
	Lon         *float64 `json:"lon" parquet:"lon" doc:"degrees east"`
	FromDay     string   `json:"from_day" parquet:"from_day" doc:"first day, yyyy-mm-dd"`
	ToDay       string   `json:"to_day" parquet:"to_day" doc:"last day"`
	Precision   string   `json:"precision" parquet:"precision" doc:"day, week, month, year, range"`
	Perpetrator string   `json:"perpetrator" parquet:"perpetrator" doc:"key that most reports give"`
	Causes      string   `json:"causes" parquet:"causes" doc:"what did the harm, between vertical bars"`
	Sites       string   `json:"sites" parquet:"sites" doc:"where it happened, between vertical bars"`
	Outlets     string   `json:"outlets" parquet:"outlets" doc:"who reports it, between vertical bars"`
	Reports     int64    `json:"reports" parquet:"reports" doc:"number of reports"`
	KilledLow   *int64   `json:"killed_low" parquet:"killed_low" doc:"lowest number killed"`
	KilledBest  *int64   `json:"killed_best" parquet:"killed_best" doc:"best number killed"`
	KilledHigh  *int64   `json:"killed_high" parquet:"killed_high" doc:"highest number killed, null if open"`
	InjuredLow  *int64   `json:"injured_low" parquet:"injured_low" doc:"lowest number injured"`
	InjuredBest *int64   `json:"injured_best" parquet:"injured_best" doc:"best number injured"`
	InjuredHigh *int64   `json:"injured_high" parquet:"injured_high" doc:"highest number injured, null if open"`
}

// EventReportRow is an article's incident in its event.
type EventReportRow struct {
	Event     int64  `json:"event" parquet:"event" doc:"number of the event"`
	Report    int64  `json:"report" parquet:"report" doc:"number in the event, from 0"`
	Article   int64  `json:"article" parquet:"article" doc:"number of the article"`
	Incident  int64  `json:"incident" parquet:"incident" doc:"number of the incident in the article"`
	Outlet    string `json:"outlet" parquet:"outlet" doc:"who published it"`
	Published string `json:"published" parquet:"published" doc:"day, yyyy-mm-dd"`
	JoinedTo  *int64 `json:"joined_to" parquet:"joined_to" doc:"report that it was joined to"`
	Score     int64  `json:"score" parquet:"score" doc:"points of that link"`
	Because   string `json:"because" parquet:"because" doc:"what speaks for and against it, with the points"`
}

// EventFigureRow is one outlet's figure of an event.
type EventFigureRow struct {
	Event      int64  `json:"event" parquet:"event" doc:"number of the event"`
	Outcome    string `json:"outcome" parquet:"outcome" doc:"as of the claims"`
	Report     int64  `json:"report" parquet:"report" doc:"number of the report in the event"`
	Article    int64  `json:"article" parquet:"article" doc:"number of the article"`
	Outlet     string `json:"outlet" parquet:"outlet" doc:"who published it"`
	Low        *int64 `json:"low" parquet:"low" doc:"lowest number in the article"`
	Best       *int64 `json:"best" parquet:"best" doc:"best number in the article"`
	High       *int64 `json:"high" parquet:"high" doc:"highest number in the article, null if open"`
	Vague      bool   `json:"vague" parquet:"vague" doc:"a number in words: dozens"`
	Words      string `json:"words" parquet:"words" doc:"where the article states it"`
	Start      int64  `json:"start" parquet:"start" doc:"offset of the words in the article"`
	End        int64  `json:"end" parquet:"end" doc:"offset behind the words"`
	SourceName string `json:"source_name" parquet:"source_name" doc:"whose word it is, empty: the outlet's"`
	SourceKind string `json:"source_kind" parquet:"source_kind" doc:"named, organization, anonymous, none"`
	Party      bool   `json:"party" parquet:"party" doc:"the source belongs to a side of the conflict"`
}

// Table is one table of the output.
type Table struct {
	Name    string
	Doc     string
	Columns []Column

	field int // of Rows
}

// Column is a column of a table: its fields are of type string, int64,
// float64, bool, or a pointer to one, which is null for nothing.
type Column struct {
	Name string
	Type reflect.Type
	Doc  string
}

// Tables lists the tables. In the fields of a row stand the values of its
// columns, in their order.
var Tables = tables(map[string]string{
	"articles":      "the articles",
	"entities":      "people, organizations, places and other things that an article names",
	"mentions":      "every occurrence of a name",
	"sources":       "who speaks in an article",
	"quotes":        "what they say",
	"claims":        "statements of how many people were harmed",
	"incidents":     "the events that an article's claims speak of",
	"figures":       "numbers of each incident",
	"events":        "incidents over all articles",
	"event_reports": "the articles that report an event, and why they were joined",
	"event_figures": "each outlet's figures of an event side by side",
})

func tables(docs map[string]string) []Table {
	var list []Table
	rows := reflect.TypeFor[Rows]()
	for i := range rows.NumField() {
		f := rows.Field(i)
		if f.Type.Kind() != reflect.Slice {
			continue
		}
		t := Table{Name: snake(f.Name), field: i}
		t.Doc = docs[t.Name]
		row := f.Type.Elem()
		for k := range row.NumField() {
			c := row.Field(k)
			t.Columns = append(t.Columns, Column{c.Tag.Get("json"), c.Type, c.Tag.Get("doc")})
		}
		list = append(list, t)
	}
	return list
}

// snake is a Go name as the name of a table: "EventFigures", "event_figures".
func snake(name string) string {
	var b strings.Builder
	for i, r := range name {
		if r >= 'A' && r <= 'Z' && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// Of is the slice of a table's rows.
func (t *Table) Of(r *Rows) reflect.Value { return reflect.ValueOf(r).Elem().Field(t.field) }
