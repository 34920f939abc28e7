# `make demo` and `make test` do everything on a fresh machine with Python, make and the network.
PYTHON ?= $(shell for p in python3.12 python3.11 python3; do $$p -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] <= (3,12))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
ARTICLES ?= seeds/wires

.DEFAULT_GOAL := help
.PHONY: help setup demo test soak bench lint format lock clean

help:  ## list these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/.installed  ## make .venv with the command and all it needs

.venv/.installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "pledgewire needs Python 3.11 or 3.12 on the PATH (or make PYTHON=...)"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --progress-bar off --no-compile --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup  ## run the main job on embedded services: articles in, a ledger of pledges out
	$(BIN)/pledgewire demo $(ARTICLES)

test: setup  ## run the tests on an embedded Kafka and Postgres (PYTEST="..." adds options)
	$(BIN)/python -m pytest $(PYTEST)

soak: setup  ## the long fault and order tests: kill -9 in 2,000 articles, ten shuffles, fed twice
	$(BIN)/python -m pytest -m soak $(PYTEST)

bench: setup  ## speed as ratios inside one run
	$(BIN)/pledgewire bench --dense --articles 2000 --rate 20

lint: setup  ## format, lint, types and import rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## rewrite the code as ruff formats it
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  ## pin the newest allowed dependencies (needs uv)
	uv pip compile pyproject.toml --upgrade --quiet --universal --python-version 3.11 --extra sandbox --extra dev \
	  --generate-hashes --no-header --output-file requirements.lock
	uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --constraint requirements.lock \
	  --generate-hashes --no-header --no-annotate --output-file deploy/requirements.lock

clean:  ## remove the environment and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
