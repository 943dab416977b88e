# Needs only make and Python 3.11 or newer. `make help` lists what there is.
# Every path is relative, so it works from any folder (make -C) and in a folder with spaces in its name.

SHELL := /bin/sh
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTEST ?= -n 2
py := .venv/bin/python
install := $(py) -m pip install --quiet --no-input
lock := $(py) -m uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' --quiet

.DEFAULT_GOAL := help
.PHONY: help test lint kill run check lock clean

help:
	@echo 'make test    lint and all tests, installing what they need into .venv the first time (PYTEST=…: other arguments)'
	@echo 'make lint    ruff and mypy only'
	@echo 'make kill    the whole grid of killed processes, about 30 minutes (MOMENTS=5: fewer of them)'
	@echo 'make run     the bot on Discord if DISCORD_TOKEN is set, else in a simulated Discord in the browser'
	@echo 'make check   validate data/'
	@echo 'make lock    bring requirements/ up to date with pyproject.toml (LOCK=--upgrade: newest versions)'
	@echo 'make clean   remove .venv and all caches; var/ stays'
	@echo 'PYTHON=…     which Python makes .venv (else the first of python3, python3.13, 3.12, 3.11 that is new enough)'

test: lint
	$(py) -m pytest $(PYTEST)

lint: .venv/ready-to-develop
	$(py) -m ruff check .
	$(py) -m ruff format --check .
	$(py) -m mypy --strict

kill: .venv/ready-to-develop
	$(py) -m tests.announcements.kill $(MOMENTS) $(if $(CORNERS),"$(CORNERS)")

run: .venv/ready-to-run
	@if [ -n "$$DISCORD_TOKEN" ]; then exec $(py) -m bot run; else exec $(py) -m bot preview; fi

check: .venv/ready-to-run
	$(py) -m bot check

# Everything is resolved once, in dev.txt; the smaller two take their versions from it.
lock: .venv/ready-to-develop
	$(lock) $(LOCK) pyproject.toml --all-extras --group dev --output-file requirements/dev.txt
	$(lock) pyproject.toml --extra preview --constraints requirements/dev.txt --output-file requirements/preview.txt
	$(lock) pyproject.toml --constraints requirements/dev.txt --output-file requirements/run.txt

clean:
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make a second run skip the install; a changed lock makes the next run repeat it.
.venv/ready-to-develop: requirements/dev.txt pyproject.toml .venv/pyvenv.cfg
	$(install) --require-hashes -r requirements/dev.txt
	$(install) --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-to-run: requirements/preview.txt .venv/pyvenv.cfg
	$(install) --require-hashes -r requirements/preview.txt
	@touch $@

.venv/pyvenv.cfg:
	@for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11); do \
		if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "making .venv with $$("$$python" --version)"; \
			exec "$$python" -m venv --clear .venv; \
		fi; \
	done; \
	echo 'Readout needs Python 3.11 or newer with its venv module; $(if $(PYTHON),$(PYTHON) is not one,none was found)' \
		'(on Debian and Ubuntu: apt-get install python3-venv).' >&2; \
	exit 1
