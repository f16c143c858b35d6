"""The composition root: finds what the two programs need and hands it to them as plain arguments.

Loads nothing heavy: the window's first picture and every command wait for what is imported here.
"""

import os
from collections.abc import Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

LIBRARY_VARIABLE = "WELLLED_LIBRARY"


def command_line(arguments: Sequence[str]) -> int:
    """Runs one command of `wellled` and returns its exit status."""
    from wellled_desktop.cli.app import build
    from wellled_desktop.cli.running import prepare_streams, run

    prepare_streams()
    app = build(default_library, shipped("framework_data"), shipped("resources"))
    return run(app, arguments)


def window(arguments: Sequence[str]) -> int:
    """Opens the window and returns its exit status once it is closed. `--library DIR` is taken off the arguments."""
    library, rest = _library_option(arguments)
    folder = library or _folder_of_variable() or default_library()

    from wellled_desktop.ui.application import run

    return run(folder, shipped("framework_data"), shipped("resources"), rest)


def default_library() -> Path:
    """The folder of this laptop's vault and inspections, where nobody chose another."""
    from platformdirs import user_data_dir

    return Path(user_data_dir("WellLed Desktop", appauthor=False))


def shipped(name: str) -> Traversable:
    """A folder that comes with the app: inside the package when it was installed from a wheel, beside it in a checkout."""
    package = resources.files("wellled_desktop")
    inside = package / name
    if isinstance(package, Path) and not inside.is_dir():
        return package.parent / name
    return inside


def _folder_of_variable() -> Path | None:
    value = os.environ.get(LIBRARY_VARIABLE)
    return Path(value) if value else None


def _library_option(arguments: Sequence[str]) -> tuple[Path | None, list[str]]:
    import argparse

    parser = argparse.ArgumentParser(prog="wellled-desktop", add_help=False, allow_abbrev=False)
    parser.add_argument("--library", type=Path)
    found, rest = parser.parse_known_args(list(arguments))
    return found.library, rest
