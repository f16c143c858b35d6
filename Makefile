# The commands of the project; `make run` and `make test` are the two to know. Each works from a fresh clone.
.PHONY: setup run test check shots bench drills reached qt-libraries clean
.DEFAULT_GOAL := run

PYTHON := .venv/bin/python
BUILD := build

setup: .venv/.complete qt-libraries

.venv/.complete: uv.lock pyproject.toml
	@uv=$$(sh packaging/linux/get-uv.sh) && "$$uv" sync --frozen --compile-bytecode --no-python-downloads --python python3
	@touch $@

qt-libraries:
	@sh packaging/linux/install-qt-libraries.sh

run: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec .venv/bin/wellled-desktop; \
	else \
		echo "There is no display here, so an example day is played without one; see $(BUILD)/example-day/."; \
		QT_QPA_PLATFORM=offscreen exec .venv/bin/wellled-desktop --example-day $(BUILD)/example-day; \
	fi

check: setup
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

test: export QT_QPA_PLATFORM = offscreen
test: check
	@mkdir -p $(BUILD)/coverage && rm -f $(BUILD)/coverage/data*
	.venv/bin/coverage run -m pytest -n 2
	$(PYTHON) -m tests.architecture.ratchet

# Writes down the coverage newly reached, after a green `make test`.
reached:
	$(PYTHON) -m tests.architecture.ratchet --raise

shots: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.shots $(BUILD)/shots

# The offscreen platform has no size hints, and says so at each one.
bench: export QT_LOGGING_RULES = default.warning=false
bench: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

drills: setup
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -p no:randomly tests/drills --drills

clean:
	rm -rf .venv $(BUILD) dist
