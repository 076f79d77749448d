package interop_test

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/interop"
	"github.com/dateline-go/dateline/span"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// These readers follow the forms' descriptions, not the package's own code.

func pythonSpace(r rune) bool { return r >= 0x1C && r <= 0x1F || unicode.IsSpace(r) }

// readSpacy does what spaCy's Doc.from_json does with tokens: they and single
// spaces behind them must give the text, blank tokens being all that lies between.
func readSpacy(t *testing.T, data []byte, a *dateline.Analysis, want string) {
	t.Helper()
	var doc interop.SpacyDoc
	require.NoError(t, json.Unmarshal(data, &doc))
	require.Equal(t, want, doc.Text)
	text := []rune(doc.Text)
	starts, ends := map[int]bool{}, map[int]bool{}
	at, real := 0, 0
	for i, k := range doc.Tokens {
		require.Equal(t, i, k.ID)
		starts[k.Start], ends[k.End] = true, true
		word := string(text[k.Start:k.End])
		blank := strings.TrimFunc(word, pythonSpace) == ""
		if at < k.Start && i > 0 && doc.Tokens[i-1].Tag != "_SP" {
			require.Equal(t, " ", string(text[at:k.Start]), "between tokens is one space")
			at = k.Start
		}
		require.Equal(t, at, k.Start)
		require.Equal(t, blank, k.Pos == "SPACE")
		if blank && i > 0 {
			require.NotEqual(t, "SPACE", doc.Tokens[i-1].Pos, "blank text is one token")
		}
		if !blank {
			require.Empty(t, strings.TrimFunc(word, func(r rune) bool { return !pythonSpace(r) }))
			real++
		}
		at = k.End
	}
	if rest := string(text[at:]); rest != "" {
		require.Equal(t, " ", rest)
	}
	require.GreaterOrEqual(t, real, len(a.Tokens))
	for i, s := range doc.Sents {
		require.True(t, starts[s.Start] && ends[s.End], "sentences are tokens")
		if i > 0 {
			require.LessOrEqual(t, doc.Sents[i-1].End, s.Start)
		}
	}
	if len(a.Sentences) > 0 || len(doc.Tokens) == 0 {
		require.Len(t, doc.Sents, len(a.Sentences))
	}
	require.Len(t, doc.Ents, len(a.Mentions))
	runes := a.In(span.Rune)
	for i, e := range doc.Ents {
		require.True(t, starts[e.Start] && ends[e.End])
		require.Equal(t, string(a.Mentions[i].Type), e.Label)
		require.LessOrEqual(t, e.Start, runes.Mentions[i].Start)
		require.GreaterOrEqual(t, e.End, runes.Mentions[i].End)
	}
	for group, list := range doc.Spans {
		for _, s := range list {
			require.True(t, starts[s.Start] && ends[s.End] && s.Start < s.End, group)
		}
	}
}

func readDisplacy(t *testing.T, data []byte, a *dateline.Analysis, want string) {
	t.Helper()
	var doc interop.DisplacyDoc
	require.NoError(t, json.Unmarshal(data, &doc))
	require.Equal(t, want, doc.Text)
	text, last := []rune(doc.Text), 0
	require.Len(t, doc.Ents, len(a.Mentions))
	for i, e := range doc.Ents {
		require.GreaterOrEqual(t, e.Start, last, "displaCy repeats text where names overlap")
		require.Equal(t, string([]rune(a.Mentions[i].Text)), string(text[e.Start:e.End]))
		last = e.End
	}
}

func readDisplacySpans(t *testing.T, data []byte, want string) {
	t.Helper()
	var doc interop.DisplacySpansDoc
	require.NoError(t, json.Unmarshal(data, &doc))
	strip := func(s string) string { return strings.Join(strings.FieldsFunc(s, pythonSpace), "") }
	require.Equal(t, strip(want), strip(strings.Join(doc.Tokens, "")))
	for _, s := range doc.Spans {
		require.True(t, 0 <= s.StartToken && s.StartToken < s.EndToken && s.EndToken <= len(doc.Tokens))
	}
}

// readWeb checks what the Web Annotation Data Model demands with MUST.
func readWeb(t *testing.T, data []byte, want string) {
	t.Helper()
	text := []rune(want)
	var page map[string]any
	require.NoError(t, json.Unmarshal(data, &page))
	require.Equal(t, "http://www.w3.org/ns/anno.jsonld", page["@context"])
	require.Equal(t, "AnnotationPage", page["type"])
	ids := map[string]bool{}
	for _, item := range page["items"].([]any) {
		a := item.(map[string]any)
		require.Equal(t, "Annotation", a["type"])
		id := a["id"].(string)
		require.False(t, ids[id], "an annotation has exactly one IRI of its own")
		ids[id] = true
		for _, b := range a["body"].([]any) {
			switch body := b.(map[string]any); body["type"] {
			case "TextualBody":
				require.NotEmpty(t, body["value"])
			case "SpecificResource":
				require.NotEmpty(t, body["source"])
			default:
				t.Fatalf("a body of type %v", body["type"])
			}
		}
		targets := a["target"].([]any)
		require.NotEmpty(t, targets, "there is at least one target")
		for _, x := range targets {
			target := x.(map[string]any)
			require.NotEmpty(t, target["source"])
			selectors := target["selector"].([]any)
			position, quote := selectors[0].(map[string]any), selectors[1].(map[string]any)
			require.Equal(t, "TextPositionSelector", position["type"])
			require.Equal(t, "TextQuoteSelector", quote["type"])
			start, end := int(position["start"].(float64)), int(position["end"].(float64))
			require.Equal(t, string(text[start:end]), quote["exact"])
			prefix, _ := quote["prefix"].(string)
			suffix, _ := quote["suffix"].(string)
			require.True(t, strings.HasSuffix(string(text[:start]), prefix))
			require.True(t, strings.HasPrefix(string(text[end:]), suffix))
		}
	}
}

var (
	bratBound    = regexp.MustCompile(`^T\d+\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$`)
	bratRelation = regexp.MustCompile(`^R\d+\t[\w-]+ Arg1:(T\d+) Arg2:(T\d+)$`)
	bratEvent    = regexp.MustCompile(`^E\d+\t([\w-]+:T\d+)((?: \w+:T\d+)*)$`)
	bratAttr     = regexp.MustCompile(`^A\d+\t[\w-]+ ([TE]\d+)(?: [\w-]+)?$`)
	bratNote     = regexp.MustCompile(`^#\d+\tAnnotatorNotes ([TE]\d+)\t(.*)$`)
	bratNorm     = regexp.MustCompile(`^N\d+\tReference (T\d+) \w+:\S+\t(.*)$`)
	bratEquiv    = regexp.MustCompile(`^\*\tEquiv (T\d+(?: T\d+)+)$`)
)

// readBrat reads by the grammar of brat's manual (standoff format).
func readBrat(t *testing.T, text, ann string, a *dateline.Analysis, want string) {
	t.Helper()
	require.Equal(t, want, text)
	runes := []rune(text)
	declared := map[string]bool{}
	for line := range strings.Lines(interop.BratConfig()) {
		if f := strings.Fields(line); len(f) > 0 {
			declared[f[0]] = true
		}
	}
	defined := map[string]string{} // by ID: what it is
	var used []string
	names, events := 0, 0
	splitLines := func(r rune) bool {
		return r >= '\n' && r <= '\r' || r >= 0x1C && r <= 0x1E || r == 0x85 || r == 0x2028 || r == 0x2029
	}
	if ann != "" {
		require.True(t, strings.HasSuffix(ann, "\n"))
	}
	for _, line := range strings.FieldsFunc(ann, splitLines) { // as Python's str.splitlines
		id, _, ok := strings.Cut(line, "\t")
		require.True(t, ok, "%q", line)
		if id != "*" {
			require.NotContains(t, defined, id)
			defined[id] = line
		}
		var m []string
		switch line[0] {
		case 'T':
			require.Regexp(t, bratBound, line)
			m = bratBound.FindStringSubmatch(line)
			require.True(t, declared[m[1]], "annotation.conf lacks %s", m[1])
			var words []string
			last := -1
			for place := range strings.SplitSeq(m[2], ";") {
				from, to, _ := strings.Cut(place, " ")
				start, err := strconv.Atoi(from)
				require.NoError(t, err)
				end, err := strconv.Atoi(to)
				require.NoError(t, err)
				require.True(t, last <= start && start < end && end <= len(runes))
				last = end
				words = append(words, string(runes[start:end]))
			}
			require.Equal(t, strings.Join(words, " "), m[3])
			if !strings.Contains(m[1], "_") && m[1] == strings.ToUpper(m[1]) {
				names++
			}
		case 'R':
			require.Regexp(t, bratRelation, line)
			used = append(used, bratRelation.FindStringSubmatch(line)[1:]...)
		case 'E':
			require.Regexp(t, bratEvent, line)
			events++
			for _, f := range strings.Fields(line)[1:] {
				role, target, _ := strings.Cut(f, ":")
				used = append(used, target)
				require.True(t, declared[role])
			}
		case 'A':
			require.Regexp(t, bratAttr, line)
			used = append(used, bratAttr.FindStringSubmatch(line)[1])
		case '#':
			require.Regexp(t, bratNote, line)
			used = append(used, bratNote.FindStringSubmatch(line)[1])
		case 'N':
			require.Regexp(t, bratNorm, line)
			used = append(used, bratNorm.FindStringSubmatch(line)[1])
		case '*':
			require.Regexp(t, bratEquiv, line)
			used = append(used, strings.Fields(bratEquiv.FindStringSubmatch(line)[1])...)
		default:
			t.Fatalf("no line of brat's: %q", line)
		}
	}
	for _, id := range used {
		require.Contains(t, defined, id)
	}
	assert.Equal(t, len(a.Mentions), names)
	assert.Equal(t, len(a.Claims), events)
}

func readCoNLL2003(t *testing.T, data string, a *dateline.Analysis) {
	t.Helper()
	body, ok := strings.CutPrefix(data, "-DOCSTART- -X- O O\n\n")
	require.True(t, ok)
	sentences, words, names := 0, 0, 0
	for block := range strings.SplitSeq(strings.TrimSuffix(body, "\n"), "\n\n") {
		if block == "" {
			continue
		}
		sentences++
		last := "O"
		for line := range strings.SplitSeq(strings.TrimSuffix(block, "\n"), "\n") {
			f := strings.FieldsFunc(line, pythonSpace)
			require.Len(t, f, 4, "%q", line)
			words++
			if strings.HasPrefix(f[3], "B-") {
				names++
			}
			if inside, ok := strings.CutPrefix(f[3], "I-"); ok {
				require.True(t, strings.HasSuffix(last, "-"+inside), "an inside goes on with its name")
			}
			last = f[3]
		}
	}
	require.Equal(t, len(a.Tokens), words)
	require.Equal(t, len(a.Sentences), sentences)
	require.Equal(t, len(a.Mentions), names)
}

var unescape = strings.NewReplacer(`\\`, `\`, `\s`, " ", `\t`, "\t", `\n`, "\n", `\r`, "\r", `\p`, "|")

// readCoNLLU builds the text again from the words and what stands between.
func readCoNLLU(t *testing.T, data string, a *dateline.Analysis, want string) {
	t.Helper()
	var text strings.Builder
	words, next := 0, 1
	for line := range strings.SplitSeq(data, "\n") {
		if line == "" || line[0] == '#' && !strings.Contains(line, "\t") {
			next = 1
			continue
		}
		f := strings.Split(line, "\t")
		require.Len(t, f, 10, "%q", line)
		require.Equal(t, strconv.Itoa(next), f[0])
		next++
		misc := map[string]string{}
		for pair := range strings.SplitSeq(f[9], "|") {
			k, v, ok := strings.Cut(pair, "=")
			require.True(t, ok, "%q", pair)
			misc[k] = v
		}
		text.WriteString(unescape.Replace(misc["SpacesBefore"]))
		start := len([]rune(text.String()))
		runes := []rune(a.Tokens[words].Text)
		require.Equal(t, strconv.Itoa(start)+":"+strconv.Itoa(start+len(runes)), misc["TokenRange"])
		text.WriteString(f[1])
		switch after, ok := misc["SpacesAfter"]; {
		case ok:
			text.WriteString(unescape.Replace(after))
		case misc["SpaceAfter"] != "No":
			text.WriteString(" ")
		}
		words++
	}
	require.Equal(t, len(a.Tokens), words)
	if words > 0 {
		require.Equal(t, want, text.String())
	}
}
