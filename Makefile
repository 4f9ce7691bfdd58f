# Needs Python 3.11 with venv and pip, nothing else. Everything goes into .venv.
PYTHON ?= python3.11
BIN := .venv/bin
FACTCHECK := $(BIN)/factcheck
DEMO := demo
ARTICLE := examples/harbour.md

.PHONY: demo desk test kills check install clean train-claims train-references train-duplicates

install: .venv/installed

# The stamp is older than pyproject.toml when a dependency may have changed.
.venv/installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || python3 -m venv .venv
	@echo "Installing into .venv ..."
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# lint and scan exit with 1 when they find something, which is what the demo is about.
demo: .venv/installed
	@rm -rf $(DEMO) && mkdir $(DEMO)
	@echo; echo '$$ factcheck lint $(ARTICLE)'
	@$(FACTCHECK) lint $(ARTICLE) || test $$? -eq 1
	@echo; echo '$$ factcheck scan $(ARTICLE) --db $(DEMO)/queue.db'
	@$(FACTCHECK) scan $(ARTICLE) --db $(DEMO)/queue.db --by demo || test $$? -eq 1
	@echo; echo '$$ factcheck queue list --db $(DEMO)/queue.db'
	@$(FACTCHECK) queue list --db $(DEMO)/queue.db
	@echo; echo '$$ factcheck queue confirm 1 --note "ask the writer" --db $(DEMO)/queue.db'
	@$(FACTCHECK) queue confirm 1 --note "ask the writer" --by demo --db $(DEMO)/queue.db
	@echo; echo '$$ factcheck bib $(ARTICLE) -o $(DEMO)/references.bib'
	@$(FACTCHECK) bib $(ARTICLE) -o $(DEMO)/references.bib && cat $(DEMO)/references.bib
	@echo
	@echo "Try next: $(FACTCHECK) lint YOUR-ARTICLE (a URL, or an HTML, Markdown, DOCX or text file)"
	@echo "and:      $(FACTCHECK) rule explain REF001, or $(FACTCHECK) queue --help"

# The review desk on the demo's queue; Ctrl-C ends it.
desk: .venv/installed
	@mkdir -p $(DEMO)
	@$(FACTCHECK) scan $(ARTICLE) --db $(DEMO)/queue.db --by demo || test $$? -eq 1
	@$(FACTCHECK) serve --db $(DEMO)/queue.db

test: .venv/installed
	$(BIN)/pytest -q -n 2

# Kill processes 200 times on each database, in the middle of whatever they do to a queue.
kills: .venv/installed
	FACTCHECK_KILLS=200 $(BIN)/pytest -q -n 2 tests/factcheck/queue/test_queue_processes.py -k killed

check: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes factcheck/data/claims*. About an hour on one core; wants ../shared/data/claims.
train-claims: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python benchmarks/training/claims/train_linear.py
	$(BIN)/python benchmarks/training/claims/train_encoder.py .venv/claims.pt
	$(BIN)/python benchmarks/training/claims/export.py .venv/claims.pt
	$(BIN)/python -m benchmarks.training.claims.train_asking
	$(BIN)/python benchmarks/claims.py --worth

# Rebuilds citations/data/references.* from ../shared/data by a fixed seed; needs the extra [train].
train-references: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	OMP_NUM_THREADS=1 $(BIN)/python -m benchmarks.training.references

# Rebuilds citations/data/duplicates.* by a fixed seed (about 3 minutes); needs the extra [train].
train-duplicates: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	OMP_NUM_THREADS=1 PYTHONHASHSEED=0 $(BIN)/python -m benchmarks.train_duplicates ../shared/data/duplicates

clean:
	rm -rf .venv $(DEMO) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
