package metamorphic

// pools are things that stand for one another. Names are real for places and
// groups, which lists know, and invented for the rest.
var pools = map[string][]string{
	"person": {"Amin Rashid", "Lena Ostrow", "Tomas Brandt", "Carla Mendes", "Peter Oyelaran", "Yusuf Karimi", "Maria Valdez", "John Whitaker", "Fatima Haddad", "Goran Petrovic"},
	"other":  {"Daniel Osei", "Ingrid Solberg", "Rafael Quintana", "Huda Salman", "Marek Nowak", "Grace Mwangi"},
	"city":   {"Mosul", "Aleppo", "Kandahar", "Mogadishu", "Benghazi", "Kabul", "Tripoli", "Peshawar", "Aden", "Bamako"},
	"people": {"Iraqi", "Syrian", "Afghan", "Somali", "Libyan", "Pakistani", "Nigerian", "Turkish"},
	"group":  {"Islamic State", "al-Qaeda", "Boko Haram", "Hezbollah", "the Taliban", "al-Shabaab", "Hamas"},
	"agency": {"Reuters", "Amnesty International", "Human Rights Watch", "Al Jazeera", "the United Nations", "UNICEF"},
	"day":    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
	"number": {"3", "7", "12", "19", "26", "34", "58", "140", "four", "nine", "eleven", "twenty-two"},
	"second": {"5", "8", "14", "23", "41", "six", "ten", "thirty"},
	"victim": {"civilians", "soldiers", "people", "policemen", "villagers", "fighters", "journalists", "students", "women", "miners"},
	"role":   {"official", "commander", "doctor", "diplomat", "officer", "lawmaker", "lawyer", "engineer"},
	"saying": {"said", "announced", "reported", "confirmed", "stated", "claimed"},
	"adding": {"said", "added", "explained", "insisted", "warned"},
	"harm":   {"killed", "wounded", "injured", "kidnapped", "arrested", "abducted", "detained"},
	"reason": {"because he was not authorized to speak to the media", "on condition of anonymity", "for fear of reprisals", "citing the sensitivity of the matter"},
}

// outcomes of the verbs of harm.
var outcomes = map[string]string{
	"killed": "killed", "wounded": "injured", "injured": "injured", "kidnapped": "abducted", "abducted": "abducted", "arrested": "detained", "detained": "detained",
}

// templates are short reports with a place for each thing.
var templates = []string{
	"A bomb killed {number} {victim} in {city} on {day}, police said.",
	"{number} {victim} were {harm} in an attack on a checkpoint near {city} on {day}, the {people} army said.",
	"Gunmen {harm} {number} {victim} in {city} late on {day}, {person}, a spokesman for the ministry, told reporters.",
	"At least {number} {victim} were {harm} and {second} others went missing when a car bomb exploded in {city} on {day}.",
	"{group} fighters {harm} {number} {victim} in the city of {city} on {day}. {person}, the governor, called it an act of cowards.",
	"“We counted {number} bodies,” said Dr. {person}, who runs the hospital in {city}. “{second} more people are missing.”",
	"{person} {saying} on {day} that talks with {group} had failed. “We will try again,” he said.",
	"“The road to {city} is closed,” {person} {saying}. {other} {adding}: “Nobody gets through.”",
	"A senior {role}, who spoke {reason}, said that {person} would leave {city} on {day}.",
	"{agency} {saying} that {people} forces had entered {city}. {person}, a resident, said shops were shut.",
	"“It is over,” the {role} {adding}, speaking {reason}. {person} declined to comment.",
	"{person}, the {people} foreign minister, met {other} in {city} on {day}. {agency} {saying} that the two men signed an agreement.",
	"According to {agency}, {number} {victim} have been {harm} in {city} since the siege began. “It has to stop,” said {person}.",
	"{person} of {agency} {saying} the shelling of {city} had {harm} {number} {victim}. {other} said {second} houses were burnt.",
	"Clashes between {people} troops and {group} left {number} {victim} dead in {city} on {day}, {person} told {agency}.",
	"{other} was arrested in {city} on {day}, {agency} {saying}. His lawyer, {person}, said that he was innocent.",
}

// rewordings are two ways of saying the same.
var rewordings = []struct{ kind, a, b string }{
	{"active and passive", "{group} {harm} {number} {victim} in {city} on {day}, police said.", "{number} {victim} were {harm} by {group} in {city} on {day}, police said."},
	{"active and passive", "A suicide bomber {harm} {number} {victim} in {city} on {day}.", "{number} {victim} were {harm} by a suicide bomber in {city} on {day}."},
	{"active and passive", "{people} soldiers {harm} {number} {victim} near {city} on {day}, {agency} reported.", "{number} {victim} were {harm} by {people} soldiers near {city} on {day}, {agency} reported."},
	{"active and passive", "Police {harm} {number} {victim} in {city} on {day}.", "{number} {victim} were {harm} by police in {city} on {day}."},
	{"active and passive", "Masked gunmen {harm} {number} {victim} on a road near {city} on {day}, {person} said.", "{number} {victim} were {harm} by masked gunmen on a road near {city} on {day}, {person} said."},
	{"active and passive", "On {day}, {group} {harm} {number} {victim} in {city}.", "On {day}, {number} {victim} were {harm} by {group} in {city}."},
	{"active and passive", "{agency} said the {people} army had {harm} {number} {victim} in {city} since {day}.", "{agency} said {number} {victim} had been {harm} by the {people} army in {city} since {day}."},
	{"active and passive", "A rocket fired from {city} {harm} at least {number} {victim} on {day}.", "At least {number} {victim} were {harm} by a rocket fired from {city} on {day}."},
	{"active and passive", "A crowd {harm} {person}, a doctor, in {city} on {day}.", "{person}, a doctor, was {harm} by a crowd in {city} on {day}."},
	{"source before and behind", "Police said that {number} {victim} were {harm} in {city} on {day}.", "{number} {victim} were {harm} in {city} on {day}, police said."},
	{"source before and behind", "{person} said that {group} had left {city}.", "{group} had left {city}, {person} said."},
	{"source before and behind", "According to {agency}, the road to {city} is closed.", "The road to {city} is closed, according to {agency}."},
	{"speaker and verb turned", "“The road to {city} is closed,” {person} said on {day}.", "“The road to {city} is closed,” said {person} on {day}."},
	{"speaker and verb turned", "“We lost {number} {victim},” {person} said.", "“We lost {number} {victim},” said {person}."},
	{"source before and behind", "{person} said: “We have no water.”", "“We have no water,” {person} said."},
	{"time moved", "On {day}, {number} {victim} were {harm} in {city}.", "{number} {victim} were {harm} in {city} on {day}."},
	{"dead or killed", "{number} {victim} were killed in {city} on {day}, the army said.", "{number} {victim} died in {city} on {day}, the army said."},
}
