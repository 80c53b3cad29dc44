# What a newcomer types: `make demo` and `make test` do all of their own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= dist

.PHONY: demo test check compiled speed clean

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q ingest extract search
	touch $@

$(VENV)/ocr: $(VENV)/ready
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[ocr]'
	touch $@

demo: $(VENV)/ready
	$(BIN)/notices demo

test: $(VENV)/ocr
	$(BIN)/python -m pytest

check: $(VENV)/ready
	.ci/run

# By way of the source distribution: a compiled module beside its source would hide what is edited there.
compiled: $(VENV)/ready
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 PIP_CONSTRAINT=$(CURDIR)/constraints.txt $(BIN)/python -m build --outdir $(OUT) .

# Text in, records out, against jieba on the same text: as installed, then compiled.
speed: compiled
	$(PYTHON) -m venv --clear build/compiled
	build/compiled/bin/pip install --quiet --constraint constraints.txt $(OUT)/policy_notices-*-cp*.whl
	$(BIN)/python tests/bench/bench_extract.py
	build/compiled/bin/python tests/bench/bench_extract.py

clean:
	rm -rf $(VENV) demo-output build dist
