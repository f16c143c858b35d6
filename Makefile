# The commands of the project; `make run` and `make test` are the two to know. Each works from a fresh clone.
.PHONY: setup run test check shots bench drills qt-libraries clean
.DEFAULT_GOAL := run

PYTHON := .venv/bin/python
export QT_QPA_PLATFORM ?= $(if $(DISPLAY)$(WAYLAND_DISPLAY),,offscreen)

setup: .venv/.complete qt-libraries

.venv/.complete: uv.lock pyproject.toml
	@uv=$$(sh packaging/linux/get-uv.sh) && "$$uv" sync --frozen --no-python-downloads --python python3
	@touch $@

qt-libraries:
	@sh packaging/linux/install-qt-libraries.sh

check: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy

test: export QT_QPA_PLATFORM = offscreen
test: check
	$(PYTHON) -m pytest -n 2

clean:
	rm -rf .venv build dist
