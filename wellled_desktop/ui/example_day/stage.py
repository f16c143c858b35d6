"""Where the day is played: the program, somebody at its keyboard, the camera, and the folder for what the day leaves."""

import datetime as dt
import sys

from wellled_desktop.ui.example_day.leavings import Leavings
from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.pictures import save_picture
from wellled_desktop.ui.example_day.program import Program


class Stage:
    def __init__(self, program: Program, person: Person, leavings: Leavings) -> None:
        self.program = program
        self.person = person
        self.leavings = leavings
        self._pictures = 0

    def tell(self, sentence: str, picture: str = "") -> None:
        """Says what has come to pass and, with a name for it, takes its picture."""
        name = self._take(picture) if picture else ""
        now = dt.datetime.now().astimezone()
        sys.stdout.write(f"{now:%H:%M} {sentence}{f'  [{name}]' if name else ''}\n")
        sys.stdout.flush()

    def _take(self, picture: str) -> str:
        self.person.settle()
        self._pictures += 1
        name = f"{self._pictures:02d}-{picture}.png"
        save_picture(self.person.window(), self.leavings.path(name))
        return name
