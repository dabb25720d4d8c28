.DEFAULT_GOAL := help
.PHONY: help setup run test fuzz soak reproducible dev dist configure icons lint size bench clean
MAKEFLAGS += --no-print-directory

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo 'make run takes LISTEN (127.0.0.1:8365), DATABASE (.cache/portal.sqlite3) and DIST (dist).'

setup: ## install what building and testing need
	@tools/setup.sh test

run: ## build everything in release and serve it with a demo
	@tools/run.sh

test: ## run every test
	@tools/test.sh

fuzz: ## look for inputs that break something, RUNS times (100,000)
	@tools/setup.sh run
	@KEEP=yes tools/fuzz.sh

soak: ## load, kill and flood the backend, for as long as it takes
	@tools/soak.sh

reproducible: ## build the page twice, elsewhere, and compare every file
	@tools/reproducible.sh

dev: ## serve with live reload while working on the portal
	@tools/dev.sh

dist: ## build the folder of static files that a web server needs
	@tools/setup.sh run
	@tools/page.sh

configure: ## make the folder that make dist wrote fit its config.json, or CONFIG (a file) in its place
	@node tools/configure.mjs "$${DIST:-dist}" "$(CONFIG)"

icons: ## draw the pictures of the icon anew, from public/icon.svg
	@tools/setup.sh test
	@node tools/icons.mjs

lint: ## check formats, lints and types
	@tools/lint.sh

size: dist ## print what a visit downloads, against the budget, and the largest functions
	@tools/size.sh

bench: dist ## measure bytes and times, RUNS times (9); PARTS="size visit ..." chooses, PLOTS=docs/bench draws
	@tools/bench.sh

clean: ## remove what was built, but not the installed tools
	@rm -rf target dist .cache tests/e2e/node_modules tests/e2e/results tests/bench/node_modules
