FUZZTIME ?= 1m

.PHONY: test lint bench fuzz generate
test:
	go test ./...

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	go vet ./...
	@if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: skipped"; fi

# The benchmarks of the working tree beside those of BASE, by turns and then side
# by side. BASE is the last tag; without one the commit where this branch left
# origin's, or the one before if nothing was changed since. `make bench BASE=HEAD`
# names another. Nothing is written within the repository.
BASE ?=
BENCH ?= Stages|AnalyzeAll|BenchmarkAnalyze$$|Decode|Find
COUNT ?= 6
BENCHTIME ?= 0.5s
BENCHSTAT = golang.org/x/perf/cmd/benchstat@v0.0.0-20260908200009-22c9c6c9d4da
bench:
	@work=$$(mktemp -d); trap 'git worktree remove --force $$work/base 2>/dev/null; rm -rf $$work' EXIT; \
	base='$(BASE)'; \
	if [ -z "$$base" ] && base=$$(git describe --tags --abbrev=0 2>/dev/null); then echo "the last tag is $$base"; \
	elif [ -z "$$base" ]; then \
		for upstream in origin/HEAD origin/main main; do base=$$(git merge-base HEAD $$upstream 2>/dev/null) && break; done; \
		if [ "$$base" = "$$(git rev-parse HEAD)" ] && git diff --quiet HEAD; then base=$$(git rev-parse -q --verify HEAD~1); fi; \
		if [ -n "$$base" ]; then echo "no tag: compared with $$(git log -1 --format='%h %s' $$base)"; \
		else echo "no tag and no earlier commit: only the working tree is measured (BASE=REVISION names another)"; fi; \
	fi; \
	if [ -n "$$base" ]; then git worktree add -q --detach $$work/base "$$base" || exit 1; fi; \
	run() { (cd $$1 && go test -run '^$$' -bench '$(BENCH)' -benchmem -benchtime $(BENCHTIME) -count 1 ./... >$$work/out 2>&1); status=$$?; \
		grep -E '^(Benchmark|goos|goarch|cpu|pkg)' $$work/out >>$$work/$$2; [ $$status = 0 ] || { grep -vE '^(ok|Benchmark|goos|goarch|cpu|pkg|PASS|\?)' $$work/out; return $$status; }; }; \
	for i in $$(seq $(COUNT)); do \
		echo "round $$i of $(COUNT)"; \
		if [ -n "$$base" ]; then run $$work/base before.txt || echo "some benchmarks of $$base failed"; fi; \
		run . now.txt || exit 1; \
	done; \
	cd $$work && files=$$(ls before.txt now.txt 2>/dev/null) && \
	{ GOFLAGS= go run $(BENCHSTAT) $$files || { echo "benchstat is not here and cannot be fetched: the figures as they are"; cat $$files; }; }

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
