package gazetteer

import "strings"

// Class says what a name names.
type Class uint8

const (
	// City is a populated place, from a metropolis to a village.
	City Class = iota
	// Admin is a division of a country: state, governorate, province, district.
	Admin
	// Country is a sovereign state, a territory with a country code, or a
	// state of the past (Soviet Union, Zaire).
	Country
	// Region is a place without a government: river, sea, mountain, continent,
	// "Middle East".
	Region
	// Nationality is a nationality, religion, ethnic or political group, as
	// adjective or noun.
	Nationality
	// Given is a given name. It has no records.
	Given
	// Family is a family name. It has no records.
	Family
	// Group is an armed group, an army, a police or another force with a name.
	Group
	// Org is an organization of no other class: union, league, university,
	// church, think tank.
	Org
	// Media is a news agency, a paper, a broadcaster, a site, a monitor.
	Media
	// Agency is a public body, of one state or of several: ministry, court,
	// parliament, intelligence service, United Nations.
	Agency
	// Party is a political party or movement.
	Party
	// Company is a business.
	Company
	// NGO is a charity, aid or rights organization.
	NGO
	// Facility is a building, base, airport, bridge, camp or prison with a name.
	Facility
	// Event is a war, battle, operation, attack, storm or accord with a name.
	Event
	// Person is a person's whole name; only users' lists have any.
	Person
	// CommonWord marks a phrase whose every word is also a plain English word
	// in lower case ("Of", "Police", "May", "Most"). It has no records.
	CommonWord

	numClasses
)

var classNames = [numClasses]string{
	"city", "admin", "country", "region", "nationality", "given", "family", "group", "org",
	"media", "agency", "party", "company", "ngo", "facility", "event", "person", "common",
}

// idPrefixes are the IDs' parts before the colon.
var idPrefixes = [numClasses]string{
	"place", "place", "country", "loc", "norp", "given", "family", "org", "org",
	"org", "org", "org", "org", "org", "fac", "event", "person", "common",
}

// String is the name that [New] reads too.
func (c Class) String() string {
	if c < numClasses {
		return classNames[c]
	}
	return "unknown"
}

// ParseClass is the inverse of String.
func ParseClass(s string) (Class, bool) {
	for i, n := range classNames {
		if n == s {
			return Class(i), true
		}
	}
	return 0, false
}

// Set is the set of c alone.
func (c Class) Set() Classes { return 1 << c }

// Classes is a bit set of [Class].
type Classes uint32

const (
	// Places are the classes of names that are places with a government.
	Places = Classes(1<<City | 1<<Admin | 1<<Country)
	// Organizations are the classes of names that are organizations.
	Organizations = Classes(1<<Group | 1<<Org | 1<<Media | 1<<Agency | 1<<Party | 1<<Company | 1<<NGO)
	// PersonNames are the classes of the parts of a person's name.
	PersonNames = Classes(1<<Given | 1<<Family)
)

// Has says whether c is in the set.
func (s Classes) Has(c Class) bool { return s&(1<<c) != 0 }

// Any says whether the sets meet.
func (s Classes) Any(of Classes) bool { return s&of != 0 }

// String lists the classes, joined by "|".
func (s Classes) String() string {
	var b strings.Builder
	for c := range numClasses {
		if s.Has(c) {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			b.WriteString(classNames[c])
		}
	}
	return b.String()
}
