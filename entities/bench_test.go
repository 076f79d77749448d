package entities_test

import (
	"strings"
	"testing"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/text"
)

// article is made up in the manner of a short news report.
const article = `Car bomb kills nine in northern Iraq

BAGHDAD (Reuters) - A car bomb killed at least nine people on Tuesday in the town of Tuz Khurmatu, Col. Hassan al-Jabouri of the Salahuddin police said, and the Islamic State claimed the attack.

The blast struck a market near the Imam Ali mosque, 170 km north of Baghdad. "We heard a huge explosion and ran," said Karim Nuri, 34, a baker. Jabouri told reporters that the Iraqi army and Kurdish Peshmerga fighters had closed the road to Kirkuk.

The U.N. Assistance Mission for Iraq (UNAMI) condemned the bombing. Its spokeswoman, Samira Khalil, said the United Nations would help the families. In Washington, a State Department official blamed ISIS, which lost most of its land along the Tigris River in 2017.
`

func BenchmarkAnalyze(b *testing.B) {
	doc := text.Read(strings.Repeat(article+"\n", 4))
	r := entities.Default()
	words := 0
	for i := range doc.Tokens {
		if doc.Tokens[i].Kind == text.Word {
			words++
		}
	}
	r.Analyze(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Analyze(doc)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
