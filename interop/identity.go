package interop

import (
	"strings"
)

// identity is the address of a known entity in a public register, empty if its
// ID names none.
func identity(id string) string {
	register, key, _ := strings.Cut(id, ":")
	if register == "geonames" && key != "" {
		return "https://sws.geonames.org/" + key + "/"
	}
	return ""
}
