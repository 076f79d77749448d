package main

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/annotated"
)

//go:embed page.html
var pageTemplate string

var page = template.Must(template.New("page").Parse(pageTemplate))

// pagePolicy lets the page run its own style and script, known by their
// digests, and nothing else: it loads nothing and sends nothing, whatever an
// article contains.
var pagePolicy = "default-src 'none'; style-src '" + digest(annotated.Style) + "'; script-src '" + digest(annotated.Script) +
	"'; base-uri 'none'; form-action 'none'"

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// htmlWriter writes one self-contained page with all articles.
type htmlWriter struct {
	w        *bufio.Writer
	analyzer *dateline.Analyzer
	articles int
}

func (h *htmlWriter) write(article dateline.Article) error {
	return h.page(h.analyzer.AnalyzeArticle(article))
}

func (h *htmlWriter) page(a *dateline.Analysis) error {
	if err := h.head(); err != nil {
		return err
	}
	h.articles++
	return annotated.Write(h.w, a, h.articles)
}

// head writes the beginning of the page before the first article.
func (h *htmlWriter) head() error {
	if h.articles > 0 {
		return nil
	}
	return page.ExecuteTemplate(h.w, "head", struct {
		Policy string
		Style  template.CSS
	}{pagePolicy, template.CSS(annotated.Style)})
}

func (h *htmlWriter) close() error {
	if err := h.head(); err != nil {
		return err
	}
	return page.ExecuteTemplate(h.w, "foot", template.JS(annotated.Script))
}
