# Everything a developer runs. `make help` lists the targets.
GO      ?= go
BIN     := bin/clusterlotse
TOOLS   := $(CURDIR)/.cache/tools
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)

# Linters are built from source at these versions, so that every machine says
# the same. golangci-lint runs vet and staticcheck among others.
GOLANGCI    := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

FUZZTIME ?= 20s

.PHONY: help build run test race lint vuln bench fuzz screenshots fit golden check clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

build: ## build the binary
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o $(BIN) ./cmd/clusterlotse

run: build ## build and serve on http://localhost:8080
	$(BIN) serve

# The browser's tests look at every page in every state; beside other work on two
# cores that takes longer than Go allows by default.
test: ## run all tests
	$(GO) test -timeout 20m ./...

race: ## run all tests with the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race -short ./...

lint: $(TOOLS)/golangci-lint ## check the code's form
	@test -z "$$(gofmt -l cmd index internal data)" || { echo "not formatted:"; gofmt -l cmd index internal data; exit 1; }
	$(GO) vet ./...
	$(TOOLS)/golangci-lint run ./...

vuln: $(TOOLS)/govulncheck ## look for known weaknesses, where their database can be reached
	@$(TOOLS)/govulncheck ./... > .cache/vuln.txt 2>&1; status=$$?; \
	if grep -q 'fetching vulnerabilities' .cache/vuln.txt; then \
		echo "govulncheck: its database cannot be reached from here, not checked"; \
	else cat .cache/vuln.txt; exit $$status; fi

bench: build ## measure start, memory, size, and the benchmarks
	./.ci/bench $(BIN)
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## fuzz each target for FUZZTIME
	./.ci/fuzz $(FUZZTIME)

screenshots: ## write pictures of all pages, and the README's, into screenshots/ (needs Chromium)
	$(GO) test ./internal/portal -run 'Screenshot' -count 1 -timeout 20m -screenshots $(CURDIR)/screenshots

fit: build ## fit the numbers of the matching to the judged companies, some minutes
	$(BIN) fit --companies data/judgements/companies-dev.jsonl --companies data/judgements/companies-own.jsonl \
		--folds 5 --rounds 1 --steps 250 --out internal/match/model.json --cases internal/match/experience.jsonl
	$(GO) test ./internal/relevance -run TestScoreboard -update

golden: ## rewrite the files that tests compare with, for review as a diff
	$(GO) test ./internal/api -update
	$(GO) test ./internal/relevance -run TestExperience -update
	$(GO) test ./internal/relevance -run TestScoreboard -update

check: lint vuln race test ## everything that must pass before a change lands

clean: ## remove what was built
	rm -rf bin .cache

$(TOOLS)/golangci-lint:
	GOBIN=$(TOOLS) $(GO) install $(GOLANGCI)

$(TOOLS)/govulncheck:
	GOBIN=$(TOOLS) $(GO) install $(GOVULNCHECK)
