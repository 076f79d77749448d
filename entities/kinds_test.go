package entities

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// mark prints a text with its names in brackets: "in [GPE Basra]".
func mark(s string) string {
	var b strings.Builder
	at := 0
	for _, m := range Find(s).Mentions {
		b.WriteString(s[at:m.Start])
		b.WriteString("[" + string(m.Type) + " " + m.Text + "]")
		at = m.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// unmark takes the brackets of mark away.
func unmark(s string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, after, _ = strings.Cut(after, " ")
		name, rest, _ := strings.Cut(after, "]")
		b.WriteString(name)
		s = rest
	}
}

// TestKinds holds the words around a name that say what kind of thing it names.
func TestKinds(t *testing.T) {
	for _, c := range []struct{ reason, marked string }{
		// Works.
		{"a jail with its county", "He was booked into the [FAC Wasco County Jail] on Friday, deputies said."},
		{"a prison, its kind in small letters", "Four men escaped from [FAC Tarmin prison] on Friday, the [ORG Interior Ministry] said."},
		{"a hospital with a saint's name", "The wounded were taken to [FAC Saint Agnes Hospital], where one of them died."},
		{"a camp", "Families at [FAC Belet camp] said they had not eaten for days."},
		{"a generic hospital of a city", "She died at a [GPE Nairobi] hospital on Monday, her family said."},
		{"a generic prison of a city", "He is held in a [GPE Lagos] prison, his lawyer said."},
		{"an avenue in a city", "The crash happened at [FAC 14th Street] and [FAC Harmon Avenue] about 3 a.m., police said."},
		{"a numbered street with its side of the town", "Officers found the car on [FAC 52nd Street South], near a school."},
		{"a highway by number", "A truck overturned on [FAC Highway 61] near [GPE Natchez] on Sunday."},
		{"an interstate", "Two lanes of [FAC Interstate 40] were closed for hours, the [ORG Oklahoma Highway Patrol] said."},
		{"a crossing", "Aid trucks waited at the [FAC Karem crossing] on Sunday, drivers said."},
		{"a bridge named for a person", "The bodies were found under the [FAC Tom Garrity Bridge] in [GPE Boston]."},
		{"a square", "Thousands gathered in [FAC Azadi Square] on Friday, witnesses said."},
		{"a market", "Shells hit the [FAC Bab al-Hawa market] in [GPE Aleppo] at noon."},
		{"a station", "Police evacuated [FAC Lindfield station] after the blast."},
		{"an institute as a hospital of a city", "Three of the injured were airlifted to [FAC AIIMS Bhopal], doctors said."},
		{"a high school as a place", "He taught history at [FAC Roosevelt High School], where students laid flowers, a teacher said."},
		{"a university as an employer", "“It is a mistake,” said [PERSON Anna Keller], a lecturer at [FAC Lund University]."},
		{"capitals: hospital and avenue", "[GPE SAN SALVADOR], 4 MAY 89 ([ORG ACAN]) -- THE BOMB EXPLODED ON [FAC RUBEN ESPINAL AVENUE]. THE WOUNDED ARE AT THE [FAC ROSALES HOSPITAL], POLICE SAID."},
		// Places without a government.
		{"a peninsula, its kind in small letters", "The prison will be built on the [LOC San Telmo] peninsula, the minister said."},
		{"a river", "The boat sank in the [LOC Kalung] river on Sunday, police said."},
		{"a river with its kind", "Villages along the [LOC Limari River] were flooded, officials said."},
		{"a region behind its article", "Violence in the [LOC Sahel] has driven thousands from their homes."},
		{"mountains", "Troops searched the [LOC Makhoul Mountains] for militants, a commander said."},
		{"a strait", "A tanker was seized in the [LOC Strait of Hormuz], the navy said."},
		{"an island", "A ferry sank off [LOC Ukara Island] with 60 people on board, the police said."},
		// Places with one.
		{"villages of", "Gunmen attacked the villages of [GPE Komara] and [GPE Tene-Dugu] at dawn, a mayor said."},
		{"districts of", "Curfews are in force in the districts of [GPE Balrampur], [GPE Sontipur] and [GPE Lakhnauri], police said."},
		{"village of, a name that sounds like a person's", "Rebels took the village of [GPE Tulul Karim], the monitor said."},
		{"a district of two words", "The bus fell into a gorge in [GPE Tehra Sonwal] district on Sunday, officials said."},
		{"a neighbourhood with an Arab name", "[PERSON Rana Khoury], who lives in [GPE Ras al-Jabal], said the windows broke."},
		{"a province with its kind in capitals", "Twelve of the deaths were in [GPE Manica] Province, the report says."},
		{"an American state, shortened", "[GPE LAWTON], [GPE Okla.] — A man was arrested Thursday in the shooting of two teenagers, police said."},
		{"an American state within the text", "He was born in [GPE Dayton], [GPE Ohio], and lived in [GPE Reno], [GPE Nev.], for years, friends said."},
		{"capitals: hamlet of", "GUERRILLAS ENTERED THE HAMLET OF [GPE CHUPAMARCA], [GPE HUANTA] PROVINCE, AND KILLED 12 PEASANTS, POLICE REPORTED."},
		{"capitals: districts of", "THEY WERE SEIZED IN RAIDS IN THE DISTRICTS OF [GPE VILLA LOS PINOS] AND [GPE SURCO], THE MINISTER SAID."},
		// Organizations.
		{"an agency of the United Nations", "The [ORG UN refugee agency] said food would run out by June."},
		{"an office of the United Nations", "More than 900 people were killed, the [ORG UN human rights office] said."},
		{"the United Nations alone", "The [ORG UN] peacekeeping force said two soldiers were hurt."},
		{"a committee for the something of something", "The [ORG National Committee for the Protection of Child Workers] said the state had failed."},
		{"a ministry behind a genitive", "[GPE Lebanon]'s [ORG health ministry] said 12 people were killed."},
		{"a ministry behind a genitive, in a list", "- [GPE Sudan]'s [ORG interior ministry] says 22 people were killed in [GPE Omdurman]"},
		{"a generic military", "[GPE Israel]'s military has not commented on the strike."},
		{"a national police before a rank", "“We found rifles,” [ORG National Police] Col. [PERSON Hugo Paredes] told reporters."},
		{"an office behind an organization", "[PERSON Marta Nhaca], [ORG OCHA] Head of Office in [GPE Mozambique], said roads were cut."},
		{"an organization that reads like a word", "• [ORG WHO] delivered 20 kits to [GPE Beira].\n• [ORG MSF] opened a ward in the town."},
		{"a wire's letters behind told", "\"I ran,\" [PERSON Sunita Rao], a resident, told [ORG TNX] over phone."},
		{"a wire's correspondent", "[ORG TNX] Correspondent\n[GPE Bhopal]\n\nNine people were killed when a bus fell into a river on Sunday, officials said."},
		{"a network of one letter", "In a post on [ORG X], the minister said he was saddened."},
		{"a picture's credit", "Photo: Candles line the street. [PERSON Ana Ruiz] / [ORG Fresno Ledger]"},
		{"a newspaper of a town", "He told the [ORG Reno Examiner] that he would appeal."},
		{"capitals: an agency in the dateline", "[GPE LIMA], 3 APR 89 ([ORG AGENCIA CORDILLERA]) -- TWELVE PEASANTS WERE KILLED LAST NIGHT, POLICE SAID."},
		{"capitals: a board", "THE [ORG NATIONAL HUMAN RIGHTS WATCH BOARD] DEMANDED THEIR RELEASE, A SPOKESMAN SAID."},
		{"a mosque behind an article", "A bomb went off outside the [FAC al-Rashidin mosque] in [GPE Kirkuk], police said."},
		{"an air base", "Rockets landed near the [FAC Balad air base] north of [GPE Baghdad], the army said."},
		{"a region that is nothing else", "Rockets fell in [LOC Galilee] on Monday, the army said."},
		{"farmers are none", "• Farmers' associations told the team that the crop is lost."},
		{"capitals: a branch of a bank", "A BOMB EXPLODED IN FRONT OF THE [ORG BANCO DEL VALLE] BRANCH THIS MORNING, POLICE SAID."},
		// Second look.
		{"mosque, unlisted", "Four people were shot at the [FAC Nurul Huda mosque] in [GPE Lagos], police said."},
		{"a camp with its people", "Fire swept through the [FAC Mavrin refugee camp] on the island, officials said."},
		{"a power plant", "Shells landed near the [FAC Zelen nuclear power plant] on Monday, the operator said."},
		{"a court building", "Guards closed the [FAC Harris County Courthouse] after shots were fired."},
		{"a hospital of a university", "He was taken to [FAC Oslo University Hospital], where doctors said he would live."},
		{"a school shot at", "Gunmen took 40 pupils from [FAC Bethel Baptist High School] on Monday, parents said."},
		{"a general's airport", "A plane slid off the runway at [FAC Murtala Hassan International Airport] on Sunday, officials said."},
		{"a hotel", "Gunmen stormed the [FAC Hayat Hotel] in [GPE Mogadishu], police said."},
		{"a motorway", "Four cars burned on the [FAC M6 motorway] near [GPE Birmingham], police said."},
		{"a canal", "A ship ran aground in the [LOC Suez Canal], the agency said."},
		{"a lake", "Eleven fishermen drowned in [LOC Lake Albert] on Tuesday, officials said."},
		{"a mountain", "Two climbers died on [LOC Mount Elbrus], rescuers said."},
		{"a valley behind a people", "Police searched the [LOC Tirah] valley for the gunmen, officials said."},
		{"a sea", "The boat sank in the [LOC Aegean Sea] off [LOC Lesbos], the [ORG Hellenic Coast Guard] said."},
		{"the gulf", "A drone was shot down over the [LOC Gulf of Aden], the military said."},
		{"a park", "Rangers found the body in [LOC Kruger National Park], officials said."},
		{"a police of a state", "The [ORG Texas Department of Public Safety] said the driver fled."},
		{"a sheriff", "[ORG Kern County Sheriff's Office] deputies found the boy, officials said."},
		{"a fire brigade", "The [ORG London Fire Brigade] sent ten engines."},
		{"a police of a city", "The [ORG Los Angeles Police Department] ([ORG LAPD]) said it was looking for a man."},
		{"a brigade with a number", "Soldiers of the [ORG 47th Mechanized Brigade] left the town, a spokesman said."},
		{"a militia in Arabic", "Fighters of [ORG Harakat al-Sabah] claimed the attack, the group said."},
		{"a party in Spanish", "The leader of the [ORG Partido Verde] said he would vote against it."},
		{"a ministry in French form", "The [ORG Ministry of the Interior] said three people were held."},
		{"a court", "The [ORG Supreme Court] of [GPE India] ordered an inquiry."},
		{"a disaster agency", "The [ORG National Disaster Management Authority] said 90 houses fell."},
		{"a weather service", "The [ORG National Weather Service] warned of more storms."},
		{"a union", "The [ORG Ghana Medical Association] called a strike."},
		{"an aid group", "Doctors of [ORG Doctors Without Borders] treated 40 people."},
		{"a wire in brackets", "[GPE NAIROBI], [GPE Kenya] ([ORG AP]) — Police said on Sunday that four men were dead."},
		{"a spokesman's ministry", "[ORG Interior Ministry] spokesman [PERSON Saad Maan] said two were held."},
		{"a minister is no ministry", "Interior Minister [PERSON Jorge Paz] said two were held."},
		{"a rank and a surname", "Maj. Gen. [PERSON Tahsin Ibrahim] said the road was open."},
		{"an Indian officer", "SP (rural) [PERSON Anil Kumar Yadav] said the driver fled."},
		{"a Burmese name", "[PERSON Daw Khin Nwe], 45, said soldiers burned the houses."},
		{"a Chinese name", "[PERSON Zhang Weimin], a miner, said the roof fell."},
		{"brothers by their family name", "[PERSON Mahmoud Abu Salem], 30, and his brother [PERSON Yasser] were killed."},
		{"a day is none", "On Saturday, police said, gunmen fled toward the border."},
		{"a headline's country", "[GPE Ecuador] prison riot kills 12\n\n[GPE QUITO], [GPE Ecuador] ([ORG AP]) — Twelve inmates were killed on Monday, officials said."},
		{"a village behind its name", "A source from [GPE Qaramin] village said the road was mined."},
		{"a district of a town", "Shells fell on [GPE Ras al-Tin] district on Sunday, residents said."},
		{"an abbreviation that is no name", "An NGO said on Friday that the CEO of the company had fled."},
		{"a university that was stormed", "Soldiers have taken full control of [FAC Basra University], a commander said."},
		{"a university that speaks", "The [ORG University of Michigan] said on Friday that it would appeal."},
		{"a motorway by letter", "Four cars burned on the [FAC M6 motorway] near [GPE Birmingham], police said."},
		{"a state that closes the sentence", "She teaches in [GPE Dayton], [GPE Ohio], he in [GPE Muncie], [GPE Ind]."},
		{"a people of a side of its continent", "The [NORP Central American] presidents met in [GPE Managua]."},
		{"letters before their meaning", "Members of [ORG FUTRALA] ([ORG National Federation of Farm Workers]) marched to the square."},
		{"capitals: a school", "THE EXPLOSION DAMAGED THE [FAC SAN JOSE DE ANCON SCHOOL], WITNESSES SAID."},
		{"capitals: an area", "REBELS FLED TO THE AREA OF [GPE CUYANTEPEQUE] AFTER THE CLASH, THE ARMY SAID."},
		{"a union of two trades", "The [ORG Union of Rural Nurses and Midwives] called a strike."},
		{"a party's side", "Voters chose the pro-[GPE Beijing] [ORG New Hope Party] on Sunday."},
		{"a nearby place", "The dead were buried in nearby [GPE Kandagara], a mayor said."},
		{"a place that rebels hold", "Planes bombed rebel-held [GPE Karabish] on Sunday. Hundreds fled [GPE Karabish] before dawn, the monitor said."},
		{"a river that the model may pass over", "Officials expect the [LOC Pace River] to rise."},
		{"a storm", "[EVENT Tropical Cyclone Anita] made landfall on Friday. [EVENT Cyclone Anita] cut power to the coast."},
		{"capitals: a police", "POLICE REPORTED THAT THE [ORG NATIONAL POLICE] SEIZED 40 RIFLES NEAR [GPE MEDELLIN]."},
		{"a given name that could be any word, first in its sentence", "[PERSON Grace Mwangi] said the road was closed."},
		{"capitals: an airport with its article", "THE SENATOR LANDED AT THE [FAC PALO VERDE AIRPORT] THIS MORNING, OFFICIALS SAID."},
		{"capitals: an army of liberation", "MEMBERS OF THE [ORG ARMY OF NATIONAL LIBERATION] BLEW UP A BRIDGE, THE MINISTER SAID."},
		{"capitals: a river", "THE BODIES WERE FOUND NEAR THE [LOC SUMPUL RIVER], RESIDENTS SAID."},
		{"capitals: a department", "SOLDIERS SEARCHED EVERY FARM IN [GPE CHALATENANGO] DEPARTMENT, THE ARMY SAID."},
	} {
		t.Run(c.reason, func(t *testing.T) { assert.Equal(t, c.marked, mark(unmark(c.marked))) })
	}
}
