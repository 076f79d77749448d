package main

import (
	"encoding/json"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/dateline-go/dateline/crossdoc"
)

func init() {
	register.Function3x1(groupFn)
	register.Iter1[string]()
}

// groupFn joins the reports of all articles. Their order, which runners may
// choose, does not matter to crossdoc.
func groupFn(_ int, reports func(*string) bool, emit func(string, string)) error {
	var all []crossdoc.Report
	for line := ""; reports(&line); {
		var r crossdoc.Report
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return err
		}
		all = append(all, r)
	}
	for _, event := range crossdoc.Group(all) {
		emit(event.ID, encode(event))
	}
	return nil
}
