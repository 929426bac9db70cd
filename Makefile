# What there is to do here. `make help` lists it.
PYTHON ?= python3
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench evaluate format

help: ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/ready ## try it: everything on this machine, with a chat page in place of LINE
	@$(PY) -m bot demo

test: .venv/ready-dev ## the whole suite
	@$(PY) -m pytest

lint: .venv/ready-dev ## style, types, floors
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

format: .venv/ready-dev ## put the code in shape
	@.venv/bin/ruff check --fix -q .
	@.venv/bin/ruff format -q .

bench: .venv/ready-dev ## benchmarks side by side
	@$(PY) -m tests.bench

LISTS = tests/models/topics/*.jsonl tests/models/places/*.jsonl tests/models/thai/*.jsonl

evaluate: .venv/ready-dev ## how well texts are understood, beside two baselines; LISTS= lists of your own
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-evaluate.txt
	@$(PY) -m bot evaluate --held $(LISTS)

.venv/ready: requirements.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-dev: requirements.txt requirements-dev.txt
	@test -x $(PY) || $(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch .venv/ready $@
