# Each target is a line or two over a script or tool. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help serve build test test-lts services check format backtest myths changes freshness lock clean site-env env

export NO_MKDOCS_2_WARNING := 1
BIN := .venv/bin
PORT ?= 8000

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

serve: site-env ## Build the site and serve it with live reload on 127.0.0.1:8000
	$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: site-env ## Write the site to site/, strictly
	$(BIN)/mkdocs build --strict

test: env ## Run everything: lint, data, contracts, coverage, site, browser
	sh scripts/test.sh

test-lts: ## Run the contracts on Django LTS
	sh scripts/bootstrap.sh .venv-lts requirements/lts.txt
	.venv-lts/bin/python -m pytest tests/contracts tests/examples tests/myths

services: ## Install PostgreSQL and Redis, which the contracts use where they are there
	sh scripts/services.sh

check: env ## The fast checks: lint, format, data
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/python scripts/backtest.py --check
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

lock: env ## Refresh the locked requirements
	sh scripts/lock.sh

clean: ## Remove what the other targets made
	rm -rf site .venv .venv-lts .uv .coverage* .pytest_cache .ruff_cache

site-env:
	@sh scripts/bootstrap.sh .venv requirements/site.txt

env:
	@sh scripts/bootstrap.sh .venv requirements/all.txt
