package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Rows hold the sentences of one paragraph, parted by bars.
func TestSentencesOfNews(t *testing.T) {
	for _, row := range []struct{ text, reason string }{
		{"The blast hit at 5 p.m.|Police closed the road.", "p.m. before a word that opens sentences"},
		{"It began at 9 a.m. Sunday near the port.", "a day behind the hour is no opener"},
		{"The U.S. State Department denied it.|Iraq did not.", "a name goes on behind U.S."},
		{"Troops of the U.N. and the E.U. left.|They were not replaced.", "lower case behind an abbreviation"},
		{"Maj. Gen. Qasim Rashid and Capt. Hadi Omar resigned.|Nobody followed.", "ranks in a row"},
		{"Sgt. First Class Ray Dunn died.|He was 31.", "a rank of several words"},
		{"Sen. Ann Bell, D-Ohio, voted no.|So did Rep. Cole.", "politicians"},
		{"Dr. Salma Nasser of St. Mary's hospital treated 12.|Two died.", "Dr. and St."},
		{"The Rev. Paul Lund spoke.|The crowd listened.", "Rev."},
		{"He met Gov. Jan. 5 in Ariz. and left.|It was brief.", "a month, a state"},
		{"They met on Sept. 11, 2001.|It rained.", "a year ends a sentence"},
		{"It happened in 2014.|The war was over.", "a year before an article"},
		{"Acme Corp. and Smith & Sons Ltd. closed.|Workers left.", "companies"},
		{"The group, i.e. its leaders, fled.|Others stayed, e.g. guards.", "Latin abbreviations"},
		{"He said: “We are done.”|Then he left.", "a closing mark ends the sentence before a capital"},
		{`"We are done," he said.|"Go home."`, "speech on both sides"},
		{`"Who did it?" the judge asked.|Nobody spoke.`, "a question mark inside speech before lower case"},
		{`"Get out!" a guard shouted.|They ran.`, "an exclamation mark inside speech before lower case"},
		{"He asked why.|“Because,” she said.", "an opening mark begins a sentence"},
		{"It is over (for now).|Nobody agrees.", "a bracket inside"},
		{"It is over.|(Editing by Jane Roe.)", "a bracketed sentence"},
		{"About 3.5 million fled.|Another 1.2 million stayed.", "decimal points"},
		{"It cost $1.5m.|They paid.", "a number with a unit"},
		{"See www.site.org.|It is free.", "an address at the end"},
		{"He wrote to info@site.org.|Nobody answered.", "a mail address at the end"},
		{"J. P. Walsh and K.C. Moore left.|A. Bell stayed.", "initials with and without a blank"},
		{"They chose plan B.|The army agreed.", "a single letter that ends a sentence"},
		{"They took vitamin C.|But not D.", "a single letter that ends a sentence"},
		{"He has been held since Oct.|The trial begins soon.", "a month that ends a sentence"},
		{"The strike killed 12.|3 were children.", "a number opens a sentence"},
		{"Two died.|al-Nusra claimed it.", "a name that begins in lower case"},
		{"Why now?|Why here?|Nobody knows!", "questions in a row"},
		{"Really?!|Yes.", "two marks"},
		{"He paused…|Then he went on.", "an ellipsis before a capital"},
		{"He paused … and went on.", "an ellipsis inside"},
		{"“It is over.”|He left.|“Good.”", "curly marks on both sides"},
		{"'It is over.'|He left.", "single marks"},
		{"THE ARMY LEFT.|COL. HADI OMAR STAYED.|THE U.S. EMBASSY CLOSED.", "capitals"},
		{"THE MEETING WAS ON 12 JAN.|THE ARMY DID NOT COME.", "a month at a sentence's end in capitals"},
		{"The mission (1994-95) failed.|It was short.", "years in brackets"},
		{"Art. 5 was invoked.|Fig. 2 shows it.", "numbered things"},
		{"The ship, the S.S. Clara, sank.|All were saved.", "letters with periods"},
		{"They fled to Washington, D.C.|The family stayed.", "D.C. before an article"},
		{"She holds a Ph.D. in law.|He does not.", "a degree"},
		{"The Hon. J. Marsh presided.|It was late.", "honorific"},
		{"He is Ahmed Jr.|His father is Ahmed Sr.", "junior and senior"},
		{"Prof. Dr. Lena Vogt spoke.|Amb. Reed agreed.", "titles in a row"},
		{"The No. 2 leader died.|The no. 3 fled.", "numbers of rank"},
		{"Msgr. Leo and Fr. Tom left.|Sr. Maria stayed.", "clergy"},
		{"He denied it, his lawyer, Mr. Khan, said.|Ms. Khan agreed.", "Mr. and Ms."},
		{"Flight No. MH17 fell.|Nobody survived.", "No. before letters and digits"},
		{"It was 10 p.m. when it began.|It ended at 11.", "p.m. before lower case"},
		{"Snow kills two in the north|AFP Wednesday 18 Jun 2014|A storm closed the road.", "a headline, agency and date run into the text"},
		{"The road was closed on Wednesday 18 June 2014 Roads Authority staff said.", "a date that belongs to its sentence"},
		{"A soldier died of his wounds, the army said.|The U.S. said it regretted it.", "U.S. before a verb"},
	} {
		want := strings.Split(row.text, "|")
		assert.Equal(t, want, sentences(strings.Join(want, " ")), row.reason)
	}
}

func TestTokensOfNews(t *testing.T) {
	for _, row := range []struct{ text, want, reason string }{
		{"Hezbollah's, Assad’s and the workers’ union", "Hezbollah 's , Assad ’s and the workers ’ union", "possessives"},
		{"he's they're I'm we've you'd it'll", "he 's they 're I 'm we 've you 'd it 'll", "clitics"},
		{"rock 'n' roll in the '90s", "rock ' n ' roll in the '90s", "a decade keeps its mark"},
		{"Sana'a, Qur'an, Shi'a, Ma'an", "Sana'a , Qur'an , Shi'a , Ma'an", "transcribed letters are no clitics"},
		{"Deir ez-Zor and Abu al-Fadl", "Deir ez-Zor and Abu al-Fadl", "Arabic articles"},
		{"a mother-in-law, a hit-and-run", "a mother-in-law , a hit-and-run", "compounds"},
		{"20-year-old, 3-0, mid-2014", "20-year-old , 3-0 , mid-2014", "numbers in compounds"},
		{"killed 12–15 people — officials", "killed 12–15 people — officials", "a range and a dash"},
		{"US$5m, £3bn, 40%", "US $ 5m , £ 3bn , 40 %", "money and share"},
		{"1st, 2nd, 101st Airborne", "1st , 2nd , 101st Airborne", "ordinals"},
		{"U.S.-backed and U.N.-led", "U.S. -backed and U.N. -led", "an abbreviation in a compound"},
		{"non-European, ex-President", "non- European , ex- President", "prefixes of names"},
		{"[he] left; {x}", "[ he ] left ; { x }", "brackets"},
		{"He said:\"No.\"", "He said : \" No . \"", "marks without blanks"},
		{"killed.Police", "killed . Police", "a lost blank"},
		{"killed,police", "killed , police", "a lost blank behind a comma"},
		{"Gen.Ali", "Gen. Ali", "a lost blank behind a title"},
		{"end.\"", "end . \"", "a period before a mark"},
		{"Baghdad,Iraq(Reuters)-Police", "Baghdad , Iraq ( Reuters ) - Police", "no blanks at all"},
		{"and/or 24/7", "and / or 24/7", "slashes"},
		{"M-16, F-16s, AK-47", "M-16 , F-16s , AK-47", "weapons"},
		{"G.I.s and MPs", "G.I.s and MPs", "plurals of abbreviations"},
		{"user@site.org", "user@site.org", "a mail address"},
		{"……", "… …", "ellipses"},
		{"soft\u00adhyphen", "soft\u00adhyphen", "soft hyphens stay inside"},
		{"non\u00a0breaking", "non breaking", "non-breaking blanks part"},
	} {
		assert.Equal(t, row.want, words(row.text), row.reason)
	}
}
