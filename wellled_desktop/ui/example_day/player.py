"""Plays the example day: `wellled-desktop --example-day FOLDER`. What is played is in the acts; here they are put together."""

import sys
from importlib.resources.abc import Traversable
from pathlib import Path

from wellled_desktop.store.errors import StoreError
from wellled_desktop.ui.example_day import arrival, evening, fieldwork, interview, next_morning, tour
from wellled_desktop.ui.example_day.leavings import InTheWay, Leavings
from wellled_desktop.ui.example_day.person import NotSeen, Person
from wellled_desktop.ui.example_day.program import Parts, Program
from wellled_desktop.ui.example_day.screen import drawing_application
from wellled_desktop.ui.example_day.stage import Stage
from wellled_desktop.ui.unexpected import SENTENCE
from wellled_desktop.vault.errors import VaultError


def play(
    library_folder: Path,
    packs: Traversable,
    resources: Traversable,
    folder: Path,
    parts: Parts,
    *,
    with_tour: bool = True,
) -> int:
    """Plays the day on a new library inside `folder`, never on the user's own; 0 when all came to pass, else 1.

    `with_tour` goes on to the example inspection, which takes some ten seconds more.
    """
    folder = folder.absolute()
    library = folder / "library"
    if library.resolve() == library_folder.resolve():
        return _refused(
            f"{library} is your own library, and the example day is never played on it; choose another folder."
        )
    leavings = Leavings(folder)
    try:
        leavings.clear()
        leavings.path(library.name)
        person = Person(alarm=SENTENCE)
        application = drawing_application(parts.make_application)
        program = Program(application, packs, resources, library, sitting=parts.sitting, person=person)
        _play(Stage(program, person, leavings), with_tour=with_tour)
    except NotSeen as missing:
        return _refused(f"The example day stopped: {missing}. What it left so far is in {folder}.")
    except (InTheWay, StoreError, VaultError) as problem:
        return _refused(str(problem))
    except OSError as error:
        return _refused(f"The example day could not write in {folder} ({error.strerror}); choose another folder.")
    return 0


def _play(stage: Stage, *, with_tour: bool) -> None:
    try:
        for act in (arrival, fieldwork, interview, evening, next_morning):
            act.play(stage)
        if with_tour:
            tour.play(stage)
    finally:
        stage.program.end()
    stage.tell(f"The day is over: pictures, day report and journal are in {stage.leavings.folder}")


def _refused(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
