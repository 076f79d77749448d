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
	round int

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
			r.round = round
			log.Printf("round %d: %s: %.0f words/s of CPU time", round+1, s.name, r.words/r.cpu)
			results[s.name] = append(results[s.name], r)
		}
	}
	cpuSpeed := func(r result) float64 { return r.words / r.cpu }
	wallSpeed := func(r result) float64 { return r.words / r.wall }
	ours := results["dateline"]
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "system\twhat it does\twords/s CPU: median (spread)\twords/s wall: median (spread)\tloaded in s\tpeak MB\tdateline is faster, in CPU time: median of the rounds (spread)\t")
	for _, s := range list {
		rs := results[s.name]
		if len(rs) == 0 {
			continue
		}
		times := "-"
		if !s.ours {
			times = ratios(ours, rs, func(our, other result) float64 { return cpuSpeed(our) / cpuSpeed(other) }, "%.1f (%.1f-%.1f) times")
		} else if !s.alone {
			times = ratios(ours, rs, func(our, other result) float64 { return wallSpeed(other) / wallSpeed(our) }, "%.2f (%.2f-%.2f) of one core's, in wall time")
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%.2f\t%.0f\t%s\t\n", s.name, s.does, spread(rs, cpuSpeed), spread(rs, wallSpeed),
			median(rs, func(r result) float64 { return r.load }), median(rs, func(r result) float64 { return r.memory }), times)
	}
	return w.Flush()
}

// ratios compares two systems round by round, since what slows the machine down
// slows down what runs next to each other alike.
func ratios(ours, others []result, of func(our, other result) float64, format string) string {
	var v []float64
	for _, other := range others {
		for _, our := range ours {
			if our.round == other.round {
				v = append(v, of(our, other))
			}
		}
	}
	if len(v) == 0 {
		return "-"
	}
	slices.Sort(v)
	return fmt.Sprintf(format, middle(v), v[0], v[len(v)-1])
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
	return result{words: v[0], wall: v[1], cpu: v[2], load: v[3], memory: peakMemory(cmd.ProcessState)}, nil
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
	return middle(sorted(rs, of))
}

// middle is the median of numbers in order.
func middle(v []float64) float64 { return (v[(len(v)-1)/2] + v[len(v)/2]) / 2 }

func spread(rs []result, of func(result) float64) string {
	v := sorted(rs, of)
	return fmt.Sprintf("%.0f (%.0f-%.0f)", median(rs, of), v[0], v[len(v)-1])
}
