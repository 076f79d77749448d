package text

import _ "embed"

//go:embed furniture.txt
var furnitureTable string
