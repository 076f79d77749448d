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

# Models and tables from their sources; each command's comment says what it needs.
generate:
	go generate ./...
