package runner

import "github.com/dateline-go/dateline/internal/articleline"

// parse reads an article from its JSON form. Of what is wrong, raw keeps the
// words.
func parse(line []byte) item {
	article, err := articleline.Parse(line)
	it := item{article: article, err: err}
	if err != nil {
		it.raw = append([]byte(nil), line[:min(len(line), maxRaw)]...)
	}
	return it
}

const maxRaw = 64 << 10
