# Two commands do all their own set-up on a fresh Debian machine with make and Python 3.11:
#   make site   builds the site of the articles in seeds/ into build/
#   make test   passes all tests, in a real browser too

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Files that decide what is installed: when one changes, the next command sets up again.
INPUTS := pyproject.toml constraints.txt
KILLS  ?= 300
EXAMPLES ?= 3000
MINUTES ?= 1
ARTICLES ?= 1000

.PHONY: help site test lint format types soak fuzz bench browser audit constraints screenshots clean

help:  ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

site: $(VENV)/.ready-site  ## Build the site from seeds/ into build/
	@$(BIN)/roundtable build

test: $(VENV)/.ready-test browser lint types  ## Lint, check types, run all tests (in a real browser too)
	@$(BIN)/python -m pytest -n logical --dist loadfile

soak: $(VENV)/.ready-test  ## Kill builds hundreds of times (KILLS=500), try the laws of reading on thousands of articles
	@ROUNDTABLE_KILLS=$(KILLS) $(BIN)/python -m pytest -q --timeout 0 tests/publishing
	@ROUNDTABLE_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -q --timeout 0 tests/parsing/test_nothing_lost.py

fuzz: $(VENV)/.ready-fuzz  ## Fuzz every reader for MINUTES each (MINUTES=1), or TARGET alone
	@nice -n 10 $(BIN)/python fuzzing/run.py $(TARGET) --minutes $(MINUTES)

bench: $(VENV)/.ready-test  ## Build ARTICLES articles with ours and other generators, write benchmarks/RESULTS.md (ARTICLES=1000)
	@$(BIN)/python benchmarks/peers.py --articles $(ARTICLES)

$(VENV)/.ready-fuzz: $(VENV)/.ready-test
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[fuzz]'
	@touch $@

lint: $(VENV)/.ready-test
	@$(BIN)/ruff format --check --quiet . || { echo "run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .

format: $(VENV)/.ready-test  ## Put all Python files into the project's form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

types: $(VENV)/.ready-test
	@$(BIN)/mypy --no-error-summary

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "venv is missing: apt-get install python3-venv"; exit 1; }

# jieba is published as source only, so the tools that build a package come first, at their pinned versions.
$(VENV)/.ready-site: $(VENV)/bin/python $(INPUTS)
	@echo "Setting up $(VENV) (once) …"
	@$(PIP) install -c constraints.txt setuptools wheel hatchling editables
	@$(PIP) install -c constraints.txt --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready-site $(INPUTS)
	@echo "Setting up the test tools (once) …"
	@$(PIP) install -c constraints.txt --no-build-isolation -e '.[fast,test]'
	@touch $@

# Chromium and a Chinese font: installed when root, else one line says what to install and the browser tests are skipped.
browser:
	@sh scripts/browser.sh

# The release check. Its tools are JavaScript and Java at fixed versions, and none of them is needed for anything else.
audit: $(VENV)/.ready-test browser scripts/audit/node_modules/.ready  ## Let other validators and Lighthouse judge the site (needs Node 20 and Java)
	@CHROME_PATH="$${CHROME_PATH:-$$(command -v chromium)}" $(BIN)/python scripts/audit/run.py

scripts/audit/node_modules/.ready: scripts/audit/package.json scripts/audit/package-lock.json
	@command -v npm >/dev/null && command -v java >/dev/null || { echo "The release check needs: apt-get install nodejs npm default-jre-headless"; exit 1; }
	@npm --prefix scripts/audit ci --no-progress
	@touch $@

screenshots: $(VENV)/.ready-test browser  ## Take pictures of every kind of page into docs/screenshots/
	@$(BIN)/python scripts/screenshots.py

constraints: $(VENV)/.ready-test  ## Write constraints.txt anew from what is installed
	@{ sed -n 1p constraints.txt; $(BIN)/python -m pip freeze --all --exclude-editable; } > constraints.new && mv constraints.new constraints.txt

clean:  ## Remove what can be made again
	@rm -rf build dist scripts/audit/node_modules $(VENV) .roundtable .mypy_cache .ruff_cache .pytest_cache .hypothesis
