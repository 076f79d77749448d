package quotes

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestContents: what is reported, by the way in which a sentence goes on or is
// built. Each way has three sentences.
func TestContents(t *testing.T) {
	for _, row := range []struct {
		text   string
		want   []string // the contents
		reason string
	}{
		{"The army confirmed a strike on the port but gave no toll.", []string{"a strike on the port"}, "what the subject did next"},
		{"The airline confirmed the delay but put it at two hours.", []string{"the delay", "it at two hours"}, "what it reported next"},
		{"The agency reported that 14 patients had died, but later lowered the figure to 13.", []string{"14 patients had died"}, "a past behind a past perfect"},
		{"The governor said the dam was safe, but experts disagreed.", []string{"the dam was safe, but experts disagreed"}, "a clause with a subject of its own stays"},

		{"The ministry denies jailing reporters, although dozens are behind bars.", []string{"jailing reporters"}, "set against a denial"},
		{"The firm announced the closure of the mill, while unions planned a march.", []string{"the closure of the mill"}, "set against an announcement"},
		{"The club announced the sale of its stadium, raising hopes among fans.", []string{"the sale of its stadium"}, "a consequence"},

		{"The union confirmed the strike in a statement without naming a date.", []string{"the strike"}, "where it was said"},
		{"The ministry announced the arrest of six men in a post on Telegram.", []string{"the arrest of six men"}, "where it was said"},
		{"The court confirmed the verdict without giving reasons.", []string{"the verdict"}, "how it was said"},

		{"The regulator expects fares to rise by a tenth.", []string{"fares to rise by a tenth"}, "foreseeing"},
		{"Farmers expect the river to fall next week.", []string{"the river to fall next week"}, "foreseeing"},
		{"The mayor expects to be in office by June.", []string{"to be in office by June"}, "foreseeing of oneself"},
		{"The envoy wants the two sides to talk.", []string{"the two sides to talk"}, "wanting somebody to"},
		{"Some teachers doubt whether the school will reopen.", []string{"whether the school will reopen"}, "doubting"},
		{"Traders fear that prices will double.", []string{"prices will double"}, "fearing"},

		{"The coach did not rule out a move to Spain.", []string{"a move to Spain"}, "not ruling out"},
		{"The minister has not ruled out new elections.", []string{"new elections"}, "not ruling out"},
		{"The president did not rule out sending troops.", []string{"sending troops"}, "not ruling out"},

		{"If rains fail again, the agency said, a million people will need food.", []string{"If rains fail again", "a million people will need food"}, "a condition before the attribution"},
		{"Unless wages go up, the union said, trains will stop.", []string{"Unless wages go up", "trains will stop"}, "a condition before the attribution"},
		{"When the guards left, the baker said, the gates were open.", []string{"When the guards left", "the gates were open"}, "a time before the attribution"},

		{"In the court's opinion, the law was too broad.", []string{"the law was too broad"}, "a view"},
		{"In the view of many analysts, the bank acted too late.", []string{"the bank acted too late"}, "a view of somebody"},
		{"As per the police, three shops burned.", []string{"three shops burned"}, "as per"},

		{"The claim by the rebels that the bridge had fallen was false.", []string{"the bridge had fallen"}, "a noun that reports"},
		{"The allegation of the opposition that ballots were burned has shaken the town.", []string{"ballots were burned"}, "a noun that reports"},
		{"The assessment of the agency is that the dam will hold.", []string{"the dam will hold"}, "a noun that reports"},

		{"Twelve miners are trapped, it was announced by the ministry on Friday.", []string{"Twelve miners are trapped"}, "impersonal with a source"},
		{"Three villages burned down, it was reported on Tuesday.", []string{"Three villages burned down"}, "impersonal without"},
		{"A bus fell into a river, it was reported today by the police in Olmo.", []string{"A bus fell into a river"}, "impersonal with a source"},

		{"Too little too late, the union says.", []string{"Too little too late"}, "words without a verb"},
		{"Not a chance, the coach said.", []string{"Not a chance"}, "words without a verb"},
		{"The tower leans and, the engineer says, will fall.", []string{"will fall"}, "the second half only"},
		{"He hates the city, and he says so often.", nil, "saying so"},

		{"The company documented the loss of 40 trucks.", []string{"the loss of 40 trucks"}, "documenting"},
		{"The mayor ordered the market to close.", []string{"the market to close"}, "ordering somebody to"},
		{"The mayor ordered an inquiry.", nil, "ordering a thing is a deed"},
		{"The driver later asked for a doctor.", nil, "asking for a thing is a deed"},
		{"Relatives pressed against the gate.", nil, "pressing against a thing is a deed"},

		{"Port City says attack on depot kills nine\n\nThe attack began at dawn.", []string{"attack on depot kills nine"}, "a headline's verb taken for a noun"},
		{"Minister urges calm\n\nThe talks go on.", []string{"calm"}, "a headline's single word"},
		{"The talks go on.\n\nMilitary: Six soldiers hurt in ambush\n\nThe ambush was near Olmo.", []string{"Six soldiers hurt in ambush"}, "a line of a live page"},
	} {
		var got []string
		r := Find(row.text)
		for i := range r.Quotes {
			if !r.Quotes[i].Attitude {
				got = append(got, r.Quotes[i].Content.Text)
			}
		}
		assert.Equal(t, row.want, got, "%s: %s", row.reason, row.text)
	}
}

// TestMeant: whom a mention means.
func TestMeant(t *testing.T) {
	for _, row := range []struct {
		text, want string // want is the source of the last quote
		reason     string
	}{
		{"The prison agency, known as SNAI, said two men fled. It also said a guard was hurt.", "SNAI", "a name behind a description"},
		{"The militants of Boko Haram fled north. The militants said they had killed ten soldiers.", "Boko Haram", "fighters of the one group"},
		{"Juventus lost on Sunday. The club said in a statement that the coach would stay.", "Juventus", "the club"},
		{"A strike hit Gaza. The IDF closed the road. The military said a tunnel was destroyed.", "IDF", "the army"},
		{"FM announces talks\n\nThe talks begin on Monday, Foreign Minister Lena Ortiz told the paper.", "Lena Ortiz", "initials of an office"},
		{"Among the mourners was Clara Voss, whose son died in the fire. \"He was nine,\" she said.", "Clara Voss", "introduced behind the verb"},
		{"Police Inspector (PI) Ravi Nair said the bus had no brakes.", "Ravi Nair", "initials of an office in brackets"},
		{"The Farm Workers Coordinating Board charged that wages were cut.", "Farm Workers Coordinating Board", "a participle within a name"},
		{"The Karo Rights Network opened a file. The rights group said nine men were missing.", "Karo Rights Network", "a description of a name"},
		{"IOM closed its camp. IOM said the camp was flooded.", "IOM", "by the name that the text gives"},
	} {
		r := Find(row.text)
		require.NotEmpty(t, r.Quotes, row.text)
		src := r.SourceOf(&r.Quotes[len(r.Quotes)-1])
		require.NotNil(t, src, row.text)
		assert.Equal(t, row.want, src.Name, row.reason)
	}

	// The beginning of an article calls by an office or a description who is named later.
	for text, want := range map[string]string{
		"A police chief said two men fled the jail.\n\nPolice Chief Omar Diaz told reporters the search would go on.":                                  "Omar Diaz",
		"Six inmates fled the prison, a rights group said on Monday. The Karo Human Rights Network said the guards had opened fire.":                   "Karo Human Rights Network",
		"'Nobody warned us about it' – resident\n\nThe flood came at night.\n\n\"Nobody warned us about it, nobody came,\" said Ana Ruiz, 41, a cook.": "Ana Ruiz",
	} {
		r := Find(text)
		require.NotEmpty(t, r.Quotes, text)
		assert.Equal(t, want, r.SourceOf(&r.Quotes[0]).Name, text)
	}
}

// TestParty: a source that is met first by a pronoun or a description is marked as
// a side of the conflict too.
func TestParty(t *testing.T) {
	r := Find("Boko Haram attacked the town. The group said it had taken the barracks.")
	require.Len(t, r.Sources, 1)
	assert.True(t, r.Sources[0].Party)
}
