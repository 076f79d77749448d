package main

import (
	"bytes"
	_ "embed"
	"errors"
	"html/template"
	"io"
	"mime"
	"net/http"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/annotated"
)

// sample is an invented article: nothing in it happened.
var (
	//go:embed sample.txt
	sample string
	//go:embed reader.html
	pageTemplates string
	//go:embed reader.css
	readerStyle string
	//go:embed reader.js
	readerScript string
	//go:embed icon.svg
	icon string
)

const sampleDate = "2026-03-20"

var pages = template.Must(template.New("reader").Parse(pageTemplates))

// files are what the page loads.
var files = map[string]struct{ contentType, content string }{
	"/style.css": {"text/css; charset=utf-8", annotated.Style + readerStyle},
	"/script.js": {"text/javascript; charset=utf-8", annotated.Script + readerScript},
	"/icon.svg":  {"image/svg+xml", icon},
}

// form is the page on which an article is given.
type form struct {
	Text, Date, Error string
	MaxBytes          int64
}

func (s *server) home(w http.ResponseWriter, _ *http.Request) {
	s.show(w, http.StatusOK, "form", form{MaxBytes: s.maxBytes})
}

// read shows an article.
func (s *server) read(w http.ResponseWriter, r *http.Request) {
	article, a, err := s.posted(w, r)
	if err != nil {
		s.refuse(w, article, err)
		return
	}
	var main bytes.Buffer
	if err := annotated.Write(&main, a, 1); err != nil {
		s.refuse(w, article, err)
		return
	}
	s.show(w, http.StatusOK, "reading", struct {
		Title, Text, Date string
		Main              template.HTML // our own template's output, which escaped the article
	}{annotated.Title(a, 80), article.Text, dateOf(article), template.HTML(main.String())})
}

// download gives the analysis as a file.
func (s *server) download(w http.ResponseWriter, r *http.Request) {
	article, a, err := s.posted(w, r)
	if err == nil {
		var body []byte
		if body, err = marshal(a); err == nil {
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Content-Disposition", `attachment; filename="analysis.json"`)
			_, _ = w.Write(body) // nobody is left to tell
			return
		}
	}
	s.refuse(w, article, err)
}

// refuse shows the form again with what was given and what was wrong with it.
func (s *server) refuse(w http.ResponseWriter, article dateline.Article, err error) {
	f := asFailure(err)
	s.show(w, f.status, "form", form{Text: article.Text, Date: dateOf(article), Error: f.message, MaxBytes: s.maxBytes})
}

func (s *server) show(w http.ResponseWriter, status int, name string, data any) {
	var page bytes.Buffer
	if err := pages.ExecuteTemplate(&page, name, data); err != nil {
		http.Error(w, "The page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(page.Bytes()) // nobody is left to tell
}

func dateOf(article dateline.Article) string {
	if article.Published.IsZero() {
		return ""
	}
	return article.Published.Format(time.DateOnly)
}

func (s *server) posted(w http.ResponseWriter, r *http.Request) (dateline.Article, *dateline.Analysis, error) {
	article, err := s.formArticle(w, r)
	if err != nil {
		return article, nil, err
	}
	a, err := s.analyze(r.Context(), article)
	return article, a, err
}

// formArticle reads the fields of the form: a file goes before the text.
func (s *server) formArticle(w http.ResponseWriter, r *http.Request) (article dateline.Article, err error) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "multipart/form-data" {
		return article, fail(http.StatusUnsupportedMediaType, "The page's form sends multipart/form-data. Programs may use /api/analyze.")
	}
	// Text, or text and file, with room for the lines around them.
	r.Body = http.MaxBytesReader(w, r.Body, 2*s.maxBytes+1<<16)
	parts, err := r.MultipartReader()
	if err != nil {
		return article, s.bodyError(err)
	}
	fields := map[string]string{}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return article, s.bodyError(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return article, s.bodyError(err)
		}
		name := part.FormName()
		if name == "file" && part.FileName() != "" {
			if ext := strings.ToLower(filepath.Ext(part.FileName())); ext == ".html" || ext == ".htm" {
				return article, errHTML
			}
		}
		fields[name] = string(content)
	}
	article.Text = strings.ReplaceAll(fields["text"], "\r\n", "\n") // forms send every line end so
	if fields["sample"] != "" {
		article.Text, fields["date"] = sample, sampleDate
	}
	if fields["file"] != "" {
		article.Text = strings.TrimPrefix(fields["file"], "\ufeff")
	}
	switch {
	case !utf8.ValidString(article.Text):
		article.Text = ""
		return article, fail(http.StatusBadRequest, "The file is not text in UTF-8. Save it as UTF-8, or paste the article.")
	case strings.TrimSpace(article.Text) == "":
		return article, fail(http.StatusBadRequest, "There is no article yet: paste one, or choose a text file.")
	case looksLikeHTML(article.Text):
		return article, errHTML
	}
	article.Published, err = parseDate(fields["date"])
	return article, err
}

var errHTML = fail(http.StatusUnsupportedMediaType, "This is a web page with its markup. Paste the article's text without tags; examples/webpage reads pages as they are.")

// looksLikeHTML finds a page's source by how it begins.
func looksLikeHTML(text string) bool {
	begin := strings.ToLower(strings.TrimSpace(text[:min(len(text), 2048)]))
	return strings.HasPrefix(begin, "<!doctype html") || strings.HasPrefix(begin, "<html") || strings.Contains(begin, "</head>") || strings.Count(begin, "</p>") > 2
}
