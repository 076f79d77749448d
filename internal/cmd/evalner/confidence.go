package main

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/ner"
	"github.com/dateline-go/dateline/internal/ner/corpus"
	"github.com/dateline-go/dateline/internal/tagger"
)

// calibrated are the sets that the confidences are calibrated on; each counts
// the same. The others show how far that carries.
var calibrated = []string{"gold", "re3d", "gumnews"}

// point is a found name.
type point struct {
	set        string
	origin     ner.Origin
	raw        float64 // the model's probability
	confidence float64
	right      bool
	weight     float64
}

// weigh compares the confidences with what is right and, given a path, writes
// the calibration.
func weigh(data, path string) error {
	var all []point
	for _, s := range sets {
		if s.held {
			continue // the shipped models were trained on it
		}
		articles, err := corpus.Read(filepath.Join(data, s.file))
		if err != nil {
			return err
		}
		points := points(s, articles)
		for i := range points {
			points[i].weight = 1 / float64(len(points))
		}
		sum := 0.0
		for _, p := range points {
			sum += p.confidence
		}
		right := 0
		for _, p := range points {
			if p.right {
				right++
			}
		}
		fmt.Printf("%-10s %5d names, right %.3f, mean confidence %.3f, expected calibration error %.3f\n",
			s.name, len(points), float64(right)/float64(len(points)), sum/float64(len(points)), calibrationError(points))
		if slices.Contains(calibrated, s.name) {
			all = append(all, points...)
		}
	}
	fmt.Printf("together (%s): expected calibration error %.3f\n", strings.Join(calibrated, ", "), calibrationError(all))
	if path == "" {
		return nil
	}
	return os.WriteFile(path, []byte(curves(all)), 0o644)
}

func points(s set, articles []corpus.Article) []point {
	var out []point
	model := ner.Default(ner.BuiltinSet())
	for _, a := range articles {
		doc := tagger.Read(a.Text)
		result := entities.Default().Analyze(doc)
		right := map[found]bool{}
		for _, g := range gold(a) {
			right[found{g.start, g.end, coarse(g.kind)}] = true
		}
		names := make([]ner.Name, len(result.Mentions))
		for i, m := range result.Mentions {
			t, _ := ner.ParseType(string(m.Type))
			names[i] = ner.Name{First: m.First, Last: m.Last, Type: t}
		}
		ner.Origins(model.Tag(nil, doc), names, func(i int, o ner.Origin, p float64) {
			m := &result.Mentions[i]
			kind := coarse(string(m.Type))
			if slices.Contains(strings.Fields(s.types), kind) {
				out = append(out, point{set: s.name, origin: o, raw: p, confidence: m.Confidence, right: right[found{m.Start, m.End, kind}]})
			}
		})
	}
	return out
}

// bins is into how many parts of like size names are sorted by confidence.
const bins = 10

// calibrationError is the mean distance of the confidences from the share of
// right names, over bins of like weight.
func calibrationError(points []point) float64 {
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.confidence, b.confidence) })
	total, sum := 0.0, 0.0
	for _, b := range split(points, bins) {
		total += b.weight
		sum += b.weight * math.Abs(b.mean(func(p point) float64 { return p.confidence })-b.mean(correct))
	}
	return sum / total
}

// bin is a stretch of points in order.
type bin struct {
	points []point
	weight float64
}

func (b bin) mean(f func(point) float64) float64 {
	sum := 0.0
	for _, p := range b.points {
		sum += f(p) * p.weight
	}
	return sum / b.weight
}

func correct(p point) float64 {
	if p.right {
		return 1
	}
	return 0
}

func split(points []point, n int) []bin {
	total := 0.0
	for _, p := range points {
		total += p.weight
	}
	var out []bin
	var b bin
	for _, p := range points {
		b.points, b.weight = append(b.points, p), b.weight+p.weight
		if b.weight >= total/float64(n) {
			out = append(out, b)
			b = bin{}
		}
	}
	if len(b.points) > 0 {
		out = append(out, b)
	}
	return out
}

// curves fits, for each origin, the share of right names that rises with the
// model's probability (bins of like weight, neighbours that fall joined).
func curves(points []point) string {
	var b strings.Builder
	b.WriteString("# Share of names that are right by origin and the model's probability, counted on\n" +
		"# " + strings.Join(calibrated, ", ") + " (development parts): go run ./internal/cmd/evalner -calibrate internal/ner/confidence.txt\n")
	for o, n := range []int{ner.AsModel: 14, ner.Changed: 3, ner.Added: 1} {
		last := ""
		var of []point
		for _, p := range points {
			if int(p.origin) == o {
				of = append(of, p)
			}
		}
		slices.SortStableFunc(of, func(a, b point) int { return cmp.Compare(a.raw, b.raw) })
		parts := split(of, n)
		for i := 1; i < len(parts); {
			if i > 0 && parts[i-1].mean(correct) >= parts[i].mean(correct) {
				parts[i-1].points = append(parts[i-1].points, parts[i].points...)
				parts[i-1].weight += parts[i].weight
				parts = slices.Delete(parts, i, i+1)
				i = max(1, i-1)
				continue
			}
			i++
		}
		for _, p := range parts {
			raw := fmt.Sprintf("%.6f", p.mean(func(p point) float64 { return p.raw }))
			if raw == last {
				continue
			}
			last = raw
			fmt.Fprintf(&b, "%s %s %.3f\n", ner.Origin(o), raw, min(max(p.mean(correct), 0.01), 0.99))
		}
	}
	return b.String()
}
