"""The pictures of one look: place-light.png, place-dark.png, place-200.png."""

from pathlib import Path

from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.pictures import save_picture


class Album:
    def __init__(self, folder: Path, look: str, person: Person) -> None:
        self._folder = folder
        self._look = look
        self.person = person

    def take(self, place: str) -> None:
        self.person.settle()
        save_picture(self.person.window(), self._folder / f"{place}-{self._look}.png")
