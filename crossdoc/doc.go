// Package crossdoc finds the events that several articles report: the same
// incident told by several outlets becomes one [Event], with each outlet's
// figures, the words they stand in and their source side by side. Scholars call
// the task cross-document event coreference.
//
//	var reports []crossdoc.Report
//	for analysis := range analyses {
//		reports = append(reports, crossdoc.Reports(crossdoc.Article{
//			Outlet: "...", Published: day, Analysis: analysis,
//		})...)
//	}
//	for _, event := range crossdoc.Group(reports) { ... }
//
// # Reports
//
// A [Report] is what one article tells of one incident, in about a kilobyte, so
// that a corpus may be grouped whose texts do not fit into memory. It can be
// kept as JSON and read back.
//
// # When two reports tell of one event
//
// [Match] adds points for what agrees and takes points for what does not: the
// place (the same, near by, one within the other, a quarter of one city), the
// day, what did the harm (a car bomb, an air strike), the figures, the
// perpetrator, who the victims were and what they were called, the kind of site
// (a market, a mosque). Some things exclude: places apart, days apart, other
// names of the dead. [Link.Because] lists every point with its reason. Only
// reports whose points reach [Threshold] are joined: a city and a day alone do
// not. A toll that is corrected on later days is one event if the text says
// that it is a toll that rises, or gives the day of the event.
//
// # Grouping
//
// [Group] compares a report only with reports of the same place, or places next
// to it, around the same days, and with a bounded number of them: its cost grows
// linearly with the number of reports. The result does not depend on the order
// of the reports.
//
// # Keys
//
// [Key] gives an entity the key by which it is known in all articles.
//
// # Limits
//
// A report without a place, or known by its country alone, is joined only on
// strong evidence. Two attacks of one kind in one city on one day with like
// figures are told apart only where the articles name quarters, sites,
// perpetrators or victims. Figures are what the articles claim.
//
// All functions are pure and may be called from several goroutines.
package crossdoc
