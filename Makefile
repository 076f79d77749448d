FUZZTIME ?= 1m

.PHONY: test lint bench fuzz generate
test:
	go test ./...

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	@if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: skipped"; fi

bench:
	go test -run '^$$' -bench . -benchmem -count 6 ./...

fuzz:
	.ci/fuzz $(FUZZTIME)

# Models from the corpora in DATA (NOTICE names them). The word groups and the
# gazetteer need sources of their own: see internal/clusters and internal/gazetteer.
DATA ?= ../shared/data
generate:
	go run ./internal/cmd/trainpos -data $(DATA) -certain internal/tagger/certain.txt
	go run ./internal/cmd/trainpos -data $(DATA)
	go run ./internal/cmd/trainner -data $(DATA)/ner
	go run ./internal/cmd/trainquotes -data $(DATA)
