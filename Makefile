# The tasks of whoever works on the project. A visitor of README needs two:
#   go run ./cmd/kaartenbak serve
#   make test

FUZZTIME ?= 60s
OUT      ?= tests/screenshots
N        ?= 1000

.PHONY: build serve test install format vet go race types browser bench bench-content bench-pages bench-search fuzz soak audit screenshots
.NOTPARALLEL:

build: ## the site in public/
	go run ./cmd/kaartenbak build

serve: ## the site at http://127.0.0.1:8080, made again on every change
	go run ./cmd/kaartenbak serve

test: install format vet go types browser ## every test there is

install: ## what the tests need
	tests/install.sh

format:
	@unformatted=$$(gofmt -l cmd generator search templates tests/bench); \
	if [ -n "$$unformatted" ]; then echo "not formatted by gofmt:"; echo "$$unformatted"; exit 1; fi

vet: ## both modules, as for Linux and for Windows
	@set -e; for module in . tests/bench; do for system in linux windows; do \
		echo "go vet of $$module for $$system"; GOOS=$$system go -C $$module vet ./...; \
	done; done

# The tests of the benches build the program, which go does not see to have changed.
go: ## the Go tests of the program and of the benches
	go test ./...
	go -C tests/bench test -count=1 ./...

race: ## the Go tests of what runs in parallel, with the race detector; needs gcc
	go test -race ./generator ./cmd/...

types: install ## the scripts of the site, by their JSDoc types
	cd tests && node_modules/.bin/tsc --project .

browser: install ## the built site, in Chromium and by the Nu HTML checker
	node tests/run.mjs

bench: ## the speed of a build and of serve, beside Hugo's
	go -C tests/bench run ./site $(FLAGS)

bench-content: ## the made-up content of the bench, of N entries, in the new folder DIR
	go -C tests/bench run ./site -content $(or $(DIR),$(error name the folder: make bench-content DIR=... N=...)) -sizes $(N)

bench-pages: install ## the speed of the main pages on a slow phone, by Lighthouse
	node tests/bench-pages.mjs $(RUNS)

bench-search: ## the search engine, beside others, on Debian's Dutch documentation
	go -C tests/bench run ./search $(if $(WRITE),-write $(WRITE)) $(FLAGS)

# Goroutines make coverage differ from run to run; without a limit go then spends
# its time making inputs smaller that were not new.
fuzz: ## each fuzz function for FUZZTIME
	@set -e; for file in $$(grep -rl --include='*_test.go' '^func Fuzz' cmd generator search); do \
		for name in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9_]*\)(.*/\1/p' $$file); do \
			echo "$$name in $$(dirname $$file)"; \
			go test -run='^$$' -fuzz="^$$name\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=20x ./$$(dirname $$file); \
		done; \
	done

soak: install ## what takes long: kills, a day of edits, every page, Firefox, real web servers under a load, fuzzing
	tests/soak/install.sh
	go test -count=1 -timeout 2h -v ./cmd/kaartenbak -soak
	BROWSER=firefox node tests/run.mjs tests/tasks.test.mjs tests/print.test.mjs
	node --test --test-reporter=spec --test-concurrency=1 tests/soak/*.test.mjs
	$(MAKE) fuzz FUZZTIME=75s

audit: ## the modules in the program, with their licences
	tests/audit.sh

screenshots: install ## pictures of the main pages, in OUT
	node tests/screenshots.mjs $(OUT)
