package morph

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/pos"
	"github.com/stretchr/testify/assert"
)

func TestVerb(t *testing.T) {
	for _, row := range strings.Fields(`said:say says:say saying:say told:tell added:add adding:add killed:kill kills:kill killing:kill
		shot:shoot dying:die died:die dies:die wounded:wound injured:injure injuring:injure abducted:abduct kidnapped:kidnap kidnapping:kidnap
		arrested:arrest detained:detain displaced:displace displacing:displace evacuated:evacuate executed:execute slain:slay beheaded:behead
		murdered:murder claimed:claim claims:claim accused:accuse accusing:accuse denied:deny denies:deny confirmed:confirm announced:announce
		announcing:announce stated:state reported:report warned:warn urged:urge argued:argue alleging:allege charged:charge tweeted:tweet
		wrote:write quoted:quote noted:note noting:note declared:declare described:describe believed:believe believes:believe stopped:stop
		planned:plan called:call missed:miss missing:miss passed:pass passes:pass clashed:clash clashes:clash fled:flee taking:take
		held:hold holding:hold captured:capture seized:seize freed:free released:release rescued:rescue struck:strike bombed:bomb
		targeted:target targeting:target provided:provide concluded:conclude invaded:invade raided:raid needed:need settled:settle
		struggled:struggle burned:burn buried:bury perished:perish succumbed:succumb drowned:drown stabbed:stab gunned:gun
		opened:open offered:offer happened:happen repeated:repeat wanted:want visited:visit suffered:suffer suffering:suffer
		claiming:claim explained:explain remained:remain bringing:bring leaving:leave left:leave rose:rise becoming:become
		massacred:massacre hospitalized:hospitalize neutralised:neutralise eliminated:eliminate ambushed:ambush tortured:torture
		besieged:besiege pledged:pledge hanged:hang hoped:hope escaped:escape named:name blamed:blame used:use using:use closed:close
		created:create voted:vote promised:promise released:release collapsed:collapse expelled:expel patrolled:patrol fired:fire
		declined:decline determined:determine examined:examine abandoned:abandon trained:train confined:confine led:lead lost:lose`) {
		form, want, _ := strings.Cut(row, ":")
		assert.Equal(t, want, Verb(form), "the base form of %s", form)
	}
}

func TestNoun(t *testing.T) {
	for _, row := range strings.Fields(`soldiers:soldier policemen:policeman gunmen:gunman women:woman children:child bodies:body
		clashes:clash casualties:casualty wives:wife lives:life buses:bus police:police witnesses:witness crisis:crisis`) {
		form, want, _ := strings.Cut(row, ":")
		assert.Equal(t, want, Noun(form), "the singular of %s", form)
	}
}

func TestLemma(t *testing.T) {
	assert.Equal(t, "wound", Lemma("wounded", pos.VBN), "verb")
	assert.Equal(t, "wound", Lemma("wounds", pos.NNS), "noun")
	assert.Equal(t, "red", Lemma("red", pos.JJ), "neither")
}

func FuzzVerb(f *testing.F) {
	f.Add("killed")
	f.Fuzz(func(t *testing.T, s string) {
		Verb(s)
		Noun(s)
	})
}

func BenchmarkVerb(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Verb("announced")
		Verb("said")
	}
}
