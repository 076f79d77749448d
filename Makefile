FUZZTIME ?= 1m

.PHONY: test lint bench fuzz generate
test:
	go test ./...

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	@if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: skipped"; fi

# The benchmarks of the working tree beside those of BASE, the last tag unless
# told otherwise (make bench BASE=HEAD), by turns and then side by side. Nothing
# is written within the repository.
BASE ?= $(shell git describe --tags --abbrev=0 2>/dev/null)
BENCH ?= Stages|AnalyzeAll|BenchmarkAnalyze$$|Decode|Find
COUNT ?= 6
BENCHSTAT = golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
bench:
	@set -e; work=$$(mktemp -d); trap 'git worktree remove --force $$work/base 2>/dev/null; rm -rf $$work' EXIT; \
	run() { (cd $$1 && go test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime 0.5s -count 1 ./... | grep -v 'no test files' >>$$work/$$2); }; \
	if [ -n "$(BASE)" ]; then git worktree add -q --detach $$work/base $(BASE); \
	else echo "no tag to compare with: only the working tree is measured (BASE=REVISION names another)"; fi; \
	for i in $$(seq $(COUNT)); do \
		if [ -n "$(BASE)" ]; then run $$work/base before.txt || echo "some benchmarks of $(BASE) failed"; fi; \
		run . now.txt; \
	done; \
	go run $(BENCHSTAT) $$(cd $$work && ls -d $$PWD/before.txt $$PWD/now.txt 2>/dev/null)

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
