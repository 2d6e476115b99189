.DEFAULT_GOAL := help
PY := .venv/bin/python
.PHONY: help setup check format test

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

check: ## Format, lint, types, contracts
	@.venv/bin/ruff format --check -q . && .venv/bin/ruff check -q .
	@.venv/bin/lint-imports --no-cache >/dev/null || .venv/bin/lint-imports
	@.venv/bin/mypy --no-error-summary

format: ## Format and fix what can be fixed
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix .

test: ## Run the test suite
	@.venv/bin/pytest -q
