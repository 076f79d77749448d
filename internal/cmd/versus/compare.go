package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// result is one round of a system.
type result struct {
	words, wall, cpu, load, memory float64
}

// compare runs the rounds and prints the table.
func compare(o options, out io.Writer) error {
	list := systems()
	results := map[string][]result{}
	for round := range o.rounds {
		for _, s := range list {
			if o.only != "" && !slices.Contains(strings.Split(o.only, ","), s.name) {
				continue
			}
			r, err := measure(s, o)
			if err != nil {
				if round == 0 {
					log.Printf("%s is left out: %v", s.name, err)
				}
				continue
			}
			log.Printf("round %d: %s: %.0f words/s of CPU time", round+1, s.name, r.words/r.cpu)
			results[s.name] = append(results[s.name], r)
		}
	}
	cpuSpeed := func(r result) float64 { return r.words / r.cpu }
	wallSpeed := func(r result) float64 { return r.words / r.wall }
	ours := results["dateline"]
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "system\twhat it does\twords/s CPU: median (spread)\twords/s wall: median (spread)\tloaded in s\tpeak MB\tdateline is faster\t")
	for _, s := range list {
		rs := results[s.name]
		if len(rs) == 0 {
			continue
		}
		times := "-"
		if len(ours) > 0 && !s.ours {
			times = fmt.Sprintf("%.1f times", median(ours, cpuSpeed)/median(rs, cpuSpeed))
		} else if len(ours) > 0 && !s.alone {
			times = fmt.Sprintf("%.2f of one core's", median(rs, wallSpeed)/median(ours, wallSpeed))
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%.2f\t%.0f\t%s\t\n", s.name, s.does, spread(rs, cpuSpeed), spread(rs, wallSpeed),
			median(rs, func(r result) float64 { return r.load }), median(rs, func(r result) float64 { return r.memory }), times)
	}
	return w.Flush()
}

// figures finds what a system prints of its last pass over the texts.
var figures = regexp.MustCompile(`words=(\d+) wall=([\d.]+)s cpu(?:\(thread\))?=([\d.]+)s.* load_wall=([\d.]+)s`)

// measure starts a system once.
func measure(s system, o options) (result, error) {
	cmd, err := s.command(o)
	if err != nil {
		return result{}, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		return result{}, fmt.Errorf("%w: %s", err, lastLine(stderr.String()))
	}
	found := figures.FindAllStringSubmatch(stdout.String(), -1)
	if len(found) == 0 {
		return result{}, fmt.Errorf("it printed no figures: %s", lastLine(stdout.String()))
	}
	var v [4]float64
	for i := range v {
		if v[i], err = strconv.ParseFloat(found[len(found)-1][i+1], 64); err != nil {
			return result{}, err
		}
	}
	return result{v[0], v[1], v[2], v[3], peakMemory(cmd.ProcessState)}, nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

func sorted(rs []result, of func(result) float64) []float64 {
	var v []float64
	for _, r := range rs {
		v = append(v, of(r))
	}
	slices.Sort(v)
	return v
}

func median(rs []result, of func(result) float64) float64 {
	v := sorted(rs, of)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

func spread(rs []result, of func(result) float64) string {
	v := sorted(rs, of)
	return fmt.Sprintf("%.0f (%.0f-%.0f)", median(rs, of), v[0], v[len(v)-1])
}
