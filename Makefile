.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
UV := .venv/bin/uv
PORT ?= 8000
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE :=
.PHONY: help demo test run check fuzz format bench bench-quality reference lock setup clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: .venv/.runtime ## Tailor the sample resume to the sample posting; the documents go to out/
	@.venv/bin/jobwise demo --out out

test: .venv/.dev ## Run the whole test suite, with the coverage gates
	@.ci/test

run: .venv/.runtime ## Migrate and serve on http://localhost:$(PORT)
	@.venv/bin/jobwise serve --port $(PORT)

check: .venv/.dev ## Format, lint, types, contracts, dead code, dependencies, OpenAPI drift
	@.venv/bin/ruff format --check --quiet . || { echo "make format would change these files"; exit 1; }
	@.venv/bin/ruff check --quiet .
	@.venv/bin/lint-imports --no-cache > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/vulture
	@.venv/bin/deptry . 2> .venv/deptry.log || { cat .venv/deptry.log; exit 1; }
	@$(PY) -m docs.generate --check
	@echo "make check: all good"

fuzz: .venv/.dev ## Try the live API with some 20,000 generated requests
	@FUZZ_EXAMPLES=60 $(PY) -m pytest -q tests/integration/test_schemathesis.py

format: .venv/.dev ## Format and fix what can be fixed
	@.venv/bin/ruff format --quiet . && .venv/bin/ruff check --quiet --fix .

reference: .venv/.dev ## Write openapi.json, .env.example and the reference pages from the code
	@$(PY) -m docs.generate

bench: .venv/.dev ## Run the benchmarks, ratios side by side in one run
	@$(PY) -m bench

bench-quality: .venv/.dev ## Measure reading, matching and verifying on the evaluation data
	@$(PY) -m bench.quality

lock: .venv/bin/uv ## Pin every dependency with its hashes
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --all-extras --group build pyproject.toml -o requirements.lock
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --all-extras --group build --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --all-extras --group build --group dev --group browser pyproject.toml -c requirements-dev.lock \
		-o requirements-browser.lock

setup: .venv/.dev ## Install everything into .venv

clean: ## Remove what the other commands made
	@rm -rf .venv out data .mypy_cache .ruff_cache .pytest_cache .coverage* htmlcov

.venv/bin/uv:
	@command -v python3 >/dev/null || { echo "JobWise needs Python 3.11 or newer"; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "JobWise needs Python 3.11 or newer"; exit 1; }
	@echo "Setting up .venv (once)"
	@python3 -m venv .venv || { echo "The venv module is missing; on Debian: apt install python3-venv"; exit 1; }
	@.venv/bin/pip install --quiet --disable-pip-version-check uv 2>/dev/null || .venv/bin/pip install uv

.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/uv
	@$(UV) pip install --quiet --require-hashes --no-deps -r requirements.lock
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.runtime
	@$(UV) pip install --quiet --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
