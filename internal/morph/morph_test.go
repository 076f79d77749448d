package morph_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/internal/morph"
	"github.com/dateline-go/dateline/internal/pos"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLemma(t *testing.T) {
	for _, row := range []struct {
		words, lemma string
		tag          pos.Tag
		reason       string
	}{
		{"killed wounded attacked bombed claimed detained warned opened entered threatened mentioned visited targeted feared played", "", pos.VBD, "a bare stem"},
		{"killing wounding attacking bombing claiming detaining warning opening entering threatening visiting fearing playing falling", "", pos.VBG, "a bare stem"},
		{"stated=state seized=seize announced=announce used=use released=release accused=accuse charged=charge changed=change arranged=arrange engaged=engage", "", pos.VBD, "a lost e"},
		{"fired=fire injured=injure captured=capture declared=declare ignored=ignore stored=store shared=share decided=decide invaded=invade exploded=explode included=include", "", pos.VBD, "a lost e behind a vowel"},
		{"described=describe named=name assumed=assume welcomed=welcome escaped=escape shaped=shape examined=examine postponed=postpone evacuated=evacuate initiated=initiate executed=execute invited=invite voted=vote quoted=quote", "", pos.VBN, "a lost e behind a vowel"},
		{"settled=settle trampled=trample rescued=rescue argued=argue proved=prove argued=argue judged=judge emerged=emerge massacred=massacre avenged=avenge", "", pos.VBN, "a lost e behind consonants"},
		{"seizing=seize using=use firing=fire injuring=injure making=make taking=take writing=write coming=come having=have giving=give striking=strike hiding=hide acquiring=acquire", "", pos.VBG, "a lost e"},
		{"planned=plan stopped=stop kidnapped=kidnap robbed=rob committed=commit occurred=occur referred=refer controlled=control patrolled=patrol travelled=travel equipped=equip added=add", "", pos.VBD, "a doubled letter"},
		{"planning=plan stopping=stop running=run getting=get hitting=hit sitting=sit cutting=cut beginning=begin putting=put digging=dig adding=add calling=call passing=pass", "", pos.VBG, "a doubled letter or a base with one"},
		{"denied=deny tried=try buried=bury carried=carry died=die lied=lie fled=flee freed=free agreed=agree panicked=panic trafficked=traffic focused=focus", "", pos.VBD, "y, ie, ee, c"},
		{"dying=die lying=lie fleeing=flee seeing=see agreeing=agree denying=deny carrying=carry panicking=panic", "", pos.VBG, "y, ie, ee, c"},
		{"said=say told=tell shot=shoot struck=strike took=take fought=fight found=find held=hold was=be were=be had=have did=do went=go blew=blow led=lead left=leave", "", pos.VBD, "irregular"},
		{"slain=slay shot=shoot beaten=beat stricken=strike been=be had=have done=do gone=go born=bear", "", pos.VBN, "irregular"},
		{"says=say kills=kill denies=deny dies=die attacks=attack reaches=reach passes=pass goes=go accuses=accuse focuses=focus is=be has=have seizes=seize", "", pos.VBZ, "third person"},
		{"say kill be have fire lie", "", pos.VB, "the base form"},
		{"'ll=will ca=can wo=will 'd=would could=could must=must", "", pos.MD, "modals"},
		{"soldiers=soldier bodies=body men=man gunmen=gunman policewomen=policewoman children=child wives=wife churches=church boxes=box viruses=virus buses=bus houses=house crises=crisis heroes=hero days=day forces=force people=people police=police headquarters=headquarters series=series corps=corps states=state causes=cause attacks=attack glasses=glass movies=movie", "", pos.NNS, "plurals"},
		{"bus=bus killed=killed boss=boss", "", pos.NN, "singulars stay"},
	} {
		for pair := range strings.FieldsSeq(row.words) {
			word, want, ok := strings.Cut(pair, "=")
			if !ok {
				want = word
				if row.tag == pos.VBD || row.tag == pos.VBN {
					want = strings.TrimSuffix(word, "ed")
				} else if row.tag == pos.VBG {
					want = strings.TrimSuffix(word, "ing")
				}
			}
			assert.Equal(t, want, morph.Lemma(word, row.tag), "%s as %s: %s", word, row.tag, row.reason)
		}
	}
}

func TestFormsAndBack(t *testing.T) {
	for base := range strings.FieldsSeq(`kill wound injure shoot stab bomb fire attack strike hit seize kidnap abduct capture arrest detain
release free rescue evacuate displace flee die bury execute behead burn crash collide drown hang explode detonate plant ambush raid storm
shell destroy damage rape torture beat murder assassinate massacre claim say tell state announce declare report confirm deny admit add
note warn accuse allege insist argue urge call ask reply write quote promise vow pledge condemn welcome praise blame criticize suggest
believe think fear hope expect estimate know plan stop occur commit refer prefer control travel equip study try carry apply agree see be have do
make take give come go leave lead meet hold stand win lose pay buy sell send spend build find feel hear keep put set cut let run begin
use close cause raise choose prove move save serve solve engage manage charge change arrange challenge emerge judge pledge merge surge
settle handle struggle cancel target visit open happen threaten focus panic free acquire require retire prepare compare explore restore
ignore examine determine decline join remain explain obtain complain train decide provide invade include conclude explode exceed proceed
name blame assume resume escape shape provoke evoke describe bribe vote promote execute contribute pursue continue rescue issue argue`) {
		f := morph.Of(base)
		for form, tag := range map[string]pos.Tag{f.Third: pos.VBZ, f.Past: pos.VBD, f.Participle: pos.VBN, f.Gerund: pos.VBG, f.Base: pos.VB} {
			if form == "lay" || base == "hang" && form == "hung" {
				continue
			}
			assert.Equal(t, base, morph.Lemma(form, tag), "%s as %s", form, tag)
		}
	}
	assert.Equal(t, morph.Forms{Base: "plan", Third: "plans", Past: "planned", Participle: "planned", Gerund: "planning"}, morph.Of("plan"))
	assert.Equal(t, morph.Forms{Base: "seize", Third: "seizes", Past: "seized", Participle: "seized", Gerund: "seizing"}, morph.Of("seize"))
	assert.Equal(t, morph.Forms{Base: "deny", Third: "denies", Past: "denied", Participle: "denied", Gerund: "denying"}, morph.Of("deny"))
	assert.Equal(t, "visited", morph.Of("visit").Past)
	assert.Equal(t, "forgetting", morph.Of("forget").Gerund)
}

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
		declined:decline determined:determine examined:examine abandoned:abandon trained:train confined:confine led:lead lost:lose need:need freed:free exceeded:exceed
		warned:warn entered:enter threatened:threaten mentioned:mention engaged:engage arranged:arrange stored:store shared:share
		postponed:postpone initiated:initiate evacuated:evacuate trampled:trample judged:judge begging:beg trafficked:traffic goes:go
		echoes:echo focuses:focus evoked:evoke smoked:smoke looked:look aimed:aim scheduled:schedule ruled:rule smiled:smile
		compiled:compile failed:fail exiled:exile boiled:boil revealed:reveal signaled:signal inhaled:inhale prepared:prepare
		appeared:appear repaired:repair interfered:interfere monitored:monitor honored:honor poured:pour murmured:murmur
		investigated:investigate treated:treat defeated:defeat combated:combat competed:compete limited:limit recruited:recruit
		reunited:reunite piloted:pilot debated:debate divided:divide avoided:avoid eroded:erode applauded:applaud convened:convene
		intervened:intervene combined:combine imagined:imagine ruined:ruin questioned:question telephoned:telephone imprisoned:imprison
		tuned:tune framed:frame proclaimed:proclaim exhumed:exhume hiked:hike taped:tape typed:type developed:develop worshipped:worship
		helped:help grasped:grasp eclipsed:eclipse inscribed:inscribe absorbed:absorb breathed:breathe queued:queue skiing:ski vying:vie
		relied:rely copied:copy plunged:plunge belonged:belong merged:merge obliged:oblige bulged:bulge tackled:tackle crawled:crawl
		hurled:hurl quizzed:quiz fizzled:fizzle apologized:apologize criticised:criticise increased:increase discussed:discuss based:base
		biased:bias dispersed:disperse rinsed:rinse reinforced:reinforce sentenced:sentence solved:solve`) {
		form, want, _ := strings.Cut(row, ":")
		assert.Equal(t, want, morph.Verb(form), "the base form of %s", form)
	}
}

func TestNoun(t *testing.T) {
	for _, row := range strings.Fields(`soldiers:soldier policemen:policeman gunmen:gunman women:woman children:child bodies:body
		clashes:clash casualties:casualty wives:wife lives:life buses:bus police:police witnesses:witness crisis:crisis`) {
		form, want, _ := strings.Cut(row, ":")
		assert.Equal(t, want, morph.Noun(form), "the singular of %s", form)
	}
}

func TestNoAllocation(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		morph.Lemma("seized", pos.VBD)
		morph.Lemma("said", pos.VBD)
		morph.Lemma("killing", pos.VBG)
		morph.Lemma("soldiers", pos.NNS)
	}), "a base that begins the word is cut out of it")
}

func FuzzLemma(f *testing.F) {
	for _, s := range []string{"killed", "ing", "ed", "s", "ies", "\xff", "quizzed", "ééd"} {
		f.Add(s, uint8(pos.VBD))
	}
	f.Fuzz(func(t *testing.T, w string, tag uint8) {
		got := morph.Lemma(w, pos.Tag(tag%uint8(pos.Count)))
		require.Equal(t, got, morph.Lemma(w, pos.Tag(tag%uint8(pos.Count))), "the same again")
		require.LessOrEqual(t, len(got), len(w)+3)
		morph.Of(w)
		morph.Verb(w)
	})
}

func BenchmarkLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		morph.Lemma("announced", pos.VBD)
		morph.Lemma("said", pos.VBD)
	}
}
