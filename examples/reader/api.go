package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/annotated"
	"github.com/dateline-go/dateline/span"
)

// request is the JSON body of POST /api/analyze.
type request struct {
	ID   string  `json:"id"`
	Text *string `json:"text"`
	Date string  `json:"date"` // of publication: 2026-11-25
}

// api answers POST /api/analyze. The body is the article, as text/plain or in
// a JSON object {"text": ..., "date": ..., "id": ...}. Query parameters:
// offsets (byte, rune, utf16), format (json, geojson), and date for plain text.
func (s *server) api(w http.ResponseWriter, r *http.Request) {
	body, contentType, err := s.answer(w, r)
	if err != nil {
		f := asFailure(err)
		if f.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", http.MethodPost)
		}
		if f.status == http.StatusServiceUnavailable {
			w.Header().Set("Retry-After", "5")
		}
		body, _ = json.Marshal(map[string]string{"error": f.message}) // strings always can
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(f.status)
		_, _ = w.Write(append(body, '\n')) // nobody is left to tell
		return
	}
	w.Header().Set("Content-Type", contentType)
	_, _ = w.Write(append(body, '\n'))
}

func (s *server) answer(w http.ResponseWriter, r *http.Request) (body []byte, contentType string, err error) {
	if r.Method != http.MethodPost {
		return nil, "", fail(http.StatusMethodNotAllowed, "Send the article with POST, as text/plain or application/json.")
	}
	query := r.URL.Query()
	unit := span.Byte
	if name := query.Get("offsets"); name != "" {
		if unit, err = span.ParseUnit(name); err != nil {
			return nil, "", fail(http.StatusBadRequest, "offsets: %v.", err)
		}
	}
	format := query.Get("format")
	if format != "" && format != "json" && format != "geojson" {
		return nil, "", fail(http.StatusBadRequest, "format: unknown format %q: use json or geojson.", format)
	}
	article, err := s.articleOf(w, r)
	if err != nil {
		return nil, "", err
	}
	a, err := s.analyze(r.Context(), article)
	if err != nil {
		return nil, "", err
	}
	if format == "geojson" {
		return annotated.GeoJSON(a), "application/geo+json", nil
	}
	body, err = marshal(a.In(unit))
	return body, "application/json", err
}

func marshal(a *dateline.Analysis) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(a)
	return bytes.TrimSpace(b.Bytes()), err
}

func (s *server) articleOf(w http.ResponseWriter, r *http.Request) (article dateline.Article, err error) {
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != "text/plain" && kind != "application/json" {
		return article, fail(http.StatusUnsupportedMediaType, "Send the article as text/plain or application/json, not as %q.", r.Header.Get("Content-Type"))
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "us-ascii") {
		return article, fail(http.StatusUnsupportedMediaType, "Send the article in UTF-8, not in %q.", charset)
	}
	limit := s.maxBytes
	if kind == "application/json" {
		limit = 6*limit + 4096 // an escaped character may take six bytes
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if err != nil {
		return article, s.bodyError(err)
	}
	if !utf8.Valid(body) {
		return article, fail(http.StatusBadRequest, "The article is not in UTF-8.")
	}
	date := r.URL.Query().Get("date")
	if kind == "text/plain" {
		article.Text = string(body)
	} else {
		var in request
		decoder := json.NewDecoder(bytes.NewReader(body))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&in); err != nil {
			return article, fail(http.StatusBadRequest, `The body is not {"text": "...", "date": "2026-11-25", "id": "..."}: %v.`, err)
		}
		if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
			return article, fail(http.StatusBadRequest, "There is something behind the JSON object.")
		}
		if in.Text == nil {
			return article, fail(http.StatusBadRequest, `There is no "text".`)
		}
		article.ID, article.Text = in.ID, *in.Text
		if in.Date != "" {
			date = in.Date
		}
	}
	article.Published, err = parseDate(date)
	return article, err
}
