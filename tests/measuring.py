"""Under coverage only the tests of the record, its reports and its commands are measured: to watch the window's as well took a
quarter more time, and brought nothing that those do not run themselves.
"""

import importlib
import os
import pkgutil
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from tests.architecture.ratchet import KEPT

if TYPE_CHECKING:
    from coverage import Coverage

MEASURED = (
    "unit/example", "unit/exchange/test_file_names.py", "unit/framework", "unit/inspection", "unit/vault", "store",
    "reports", "e2e/cli",
)  # fmt: skip
_KEEPING = type(cache(str))
_RUN_ANEW = ".migrations."  # alembic does, at each migration; and on being imported they look for one that is under way


class Measuring:
    """Measuring goes on and off between tests: on for those in `places`, files or folders. `packages` are what is measured."""

    def __init__(self, coverage: "Coverage", places: tuple[Path, ...], packages: tuple[str, ...]) -> None:
        self._coverage = coverage
        self._packages = packages
        self._places = places
        self._modules: list[ModuleType] = []
        self._is_on = True

    def for_test_in(self, file: Path) -> None:
        wanted = any(file.is_relative_to(place) for place in self._places)
        if wanted and not self._is_on:
            self._forget_what_was_worked_out()
            self._coverage.start()
            spare_the_programs()
        elif self._is_on and not wanted:
            self._modules = self._modules or self._everything_measured()
            self._coverage.stop()
        self._is_on = wanted

    def _everything_measured(self) -> list[ModuleType]:
        """Imported while it is measured: a module first imported by another test would have no line of its own run."""
        packages = [importlib.import_module(name) for name in self._packages]
        found = [
            module.name
            for package in packages
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
            if _RUN_ANEW not in module.name
        ]
        return [*packages, *map(importlib.import_module, found)]

    def _forget_what_was_worked_out(self) -> None:
        """What a function keeps of its answers it would not work out again for a test that is measured."""
        for module in self._modules:
            for thing in vars(module).values():
                if isinstance(thing, _KEEPING):
                    thing.cache_clear()


def measuring() -> Measuring | None:
    """Of this process, when it is measured."""
    if "coverage" not in sys.modules:
        return None
    from coverage import Coverage

    coverage = Coverage.current()
    if coverage is None:
        return None
    places = tuple(Path(__file__).parent / name for name in MEASURED)
    return Measuring(coverage, places, tuple(f"wellled_desktop.{name}" for name in KEPT))


def spare_the_programs() -> None:
    """The workers are measured; the programs that tests start are not: coverage's own files and words would get in their way."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
            os.environ.pop(name, None)
