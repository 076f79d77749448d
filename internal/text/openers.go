package text

import _ "embed"

//go:embed openers.txt
var openerTable string
