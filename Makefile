# Each target is a line or two over a script or tool. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help serve build test test-lts services check format backtest myths changes freshness extensions new-topic new-example new-claim new-myth diff publish-check search audit bench bench-quick sbom weekly lock clean site-env env

export NO_MKDOCS_2_WARNING := 1
BIN := .venv/bin
PORT ?= 8000

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: site-env ## Build the site and serve it with live reload on 127.0.0.1:8000
	$(BIN)/mkdocs serve --dirty --livereload --dev-addr 127.0.0.1:$(PORT)

build: site-env ## Write the site to site/, strictly
	$(BIN)/mkdocs build --strict

test: env services ## Run everything: lint, data, contracts, coverage, site, browser
	sh scripts/test.sh

test-lts: ## Run the contracts on Django LTS
	sh scripts/bootstrap.sh .venv-lts requirements/lts.txt
	.venv-lts/bin/python -m pytest --numprocesses auto --dist loadfile tests/contracts tests/examples tests/migrate tests/myths tests/glossary

services: ## Install PostgreSQL and Redis, which some contracts need, where the system lets us
	sh scripts/services.sh

check: env ## The fast checks: formats, lints, types, Markdown, spelling, workflows, data
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/rumdl check --quiet .
	$(BIN)/codespell
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-issue-forms .github/ISSUE_TEMPLATE/[!c]*.yml
	$(BIN)/zizmor --offline --quiet --no-progress .github
	$(BIN)/python scripts/data.py
	$(BIN)/python scripts/backtest.py --check
	$(BIN)/python scripts/release_dates.py --check
	$(BIN)/python scripts/learning.py --check
	$(BIN)/python scripts/steps.py --check
	$(BIN)/python scripts/changes.py --check

format: env ## Format and mend what can be mended
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

backtest: env ## Hold the tree against the sample and write the result
	$(BIN)/python scripts/backtest.py

myths: env ## Run the programs of the myths and record what they print
	$(BIN)/python scripts/myths.py

changes: env ## Record which claims were added, changed or removed
	$(BIN)/python scripts/changes.py

freshness: env ## List every dated record by age; fail when one is too old
	$(BIN)/python scripts/freshness.py

extensions: env ## Read the releases of the listed extensions again (needs the network and git)
	$(BIN)/python scripts/extensions.py .clones --clone

new-topic: env ## Write the files of a new topic: make new-topic ID=rate-limits
	@$(BIN)/python scripts/new.py topic $(ID)

new-example: env ## Write the files of a new worked decision: make new-example ID=a-case
	@$(BIN)/python scripts/new.py example $(ID)

new-claim: env ## Add a claim to a page: make new-claim ID=a-claim PAGE=docs/….md
	@$(BIN)/python scripts/new.py claim $(ID) $(PAGE)

new-myth: env ## Write the files of a new myth: make new-myth ID=a-statement
	@$(BIN)/python scripts/new.py myth $(ID)

diff: env ## What changes for readers against a commit: make diff BASE=main
	@$(BIN)/python scripts/diff.py $(BASE)

publish-check: site-env ## Walk the built site as a plain host would serve it
	$(BIN)/python scripts/publish_check.py

search: env build ## Ask the search what readers ask, and print recall, size and times
	$(BIN)/python scripts/search.py site

audit: env ## Measure what takes long: build time, growth, every look of every page, Lighthouse
	$(BIN)/python scripts/audit.py

sbom: env ## Write the bill of materials of the build to site/sbom.json
	$(BIN)/cyclonedx-py environment --output-reproducible --of JSON -o site/sbom.json .venv

bench: env ## Measure speed, memory, size and code, and write docs/_data/measurements (half an hour)
	PYTHONPATH=scripts $(BIN)/python -m bench

bench-quick: env ## Measure roughly, and say what lies outside the recorded intervals
	PYTHONPATH=scripts $(BIN)/python -m bench --quick

weekly: env ## What the weekly workflow looks at: old records, links to others
	$(BIN)/python scripts/freshness.py; fresh=$$?; $(BIN)/python scripts/links.py && exit $$fresh

lock: env ## Refresh the locked requirements
	sh scripts/lock.sh

clean: ## Remove what the other targets made
	rm -rf site .venv .venv-lts .uv .cache .coverage* .pytest_cache .ruff_cache

site-env:
	@sh scripts/bootstrap.sh .venv requirements/site.txt

env:
	@sh scripts/bootstrap.sh .venv requirements/all.txt
