"""Photographs every place in one look: `python -m tests.shots.photograph FOLDER LOOK LIBRARY`."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.shots.album import Album
from tests.shots.entrance import photograph_entrance, photograph_first_run
from tests.shots.looks import LOOKS
from tests.shots.window import photograph_window
from wellled_desktop import bootstrap
from wellled_desktop.ui.application import Sitting, make_application
from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.program import Program
from wellled_desktop.ui.example_day.screen import drawing_application
from wellled_desktop.ui.unexpected import SENTENCE


def main(folder: Path, look: str, library: Path) -> None:
    application = drawing_application(make_application)
    person = Person(alarm=SENTENCE)
    album = Album(folder, look, person)
    with tempfile.TemporaryDirectory() as scratch:
        first_run = _program(application, person, look, Path(scratch) / "library")
        first_run.begin()
        photograph_first_run(album)
        first_run.end()
    program = _program(application, person, look, library)
    program.begin()
    photograph_entrance(album, program)
    photograph_window(album, program)
    program.end()


def _program(application: QApplication, person: Person, look: str, library: Path) -> Program:
    packs, resources = bootstrap.shipped("framework_data"), bootstrap.shipped("resources")
    return Program(application, packs, resources, library, sitting=Sitting, person=person, scheme=LOOKS[look].scheme)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
