"""An inspector at the window: hands on the keys alone; a picture of each step; looks past the window at what is on disk."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu

from wellled_desktop.inspection.read_models import FollowUp, FormAnswer, NoteLine, Question, Session
from wellled_desktop.store import reading, session_reading, talk_reading
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.example_day.person import Person
from wellled_desktop.ui.example_day.pictures import picture_of
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow

COMPOSER = "New note line"
_QUICKLY = 80  # packed less: half the time for a picture that is half as large again


class AtWork:
    """`suffix` ends the name of each picture: the look it was taken in."""

    def __init__(self, person: Person, window: MainWindow, folder: Path, suffix: str = "") -> None:
        self.person = person
        self._window = window
        self._folder = folder
        self._suffix = suffix
        self._taken = 0
        self.pictures: list[Path] = []
        self._ended: list[str] = []
        window.ended.connect(self._ended.append)

    @property
    def bridge(self) -> Bridge:
        return self._window.opened.bridge

    # Hands

    def press(self, *keys: str) -> None:
        self.person.press(*keys)

    def type(self, text: str) -> None:
        self.person.type(text)

    def wait(self, what: str, seen: Callable[[], object]) -> None:
        self.person.wait(what, lambda: bool(seen()))

    def see(self, *pieces: str) -> None:
        self.person.see(*pieces)

    def focus_on(self, name: str) -> None:
        """Waits until the keys go to what begins so."""
        self.person.wait(f"Keys to “{name}”", lambda: self.person.focus_name().startswith(name))

    def picture(self, name: str) -> None:
        """In the order they are taken."""
        self.person.settle()
        self._taken += 1
        path = self._folder / f"{self._taken:02d}-{name}{self._suffix}.png"
        self._take().save(str(path), "PNG", _QUICKLY)
        self.pictures.append(path)

    def _take(self) -> QPixmap:
        """What a field offers (Qt's completer) belongs to no window: it is drawn over the window by hand."""
        front = self.person.window()
        if front is not QApplication.activePopupWidget() or front.parentWidget() is not None:
            return picture_of(front)
        picture = picture_of(self._window)
        painter = QPainter(picture)
        painter.drawPixmap(self._window.mapFromGlobal(front.mapToGlobal(QPoint(0, 0))), front.grab())
        painter.end()
        return picture

    def line(self, text: str, *keys: str, tag: str = "") -> None:
        """Keys first (type, speaker, marks), then the words, a tag looked for with #, and Enter for both."""
        before = len(self.lines())
        self.press(*keys)
        self.type(text)
        if tag:
            self.type(f" #{tag}")
        self.press("Return")
        self.wait(f"Line {before + 1} on disk", lambda: len(self.lines()) == before + 1)
        self.wait("The line shown as on disk", lambda: "not yet on disk" not in self.person.words())

    def edit_menu(self) -> tuple[str, ...]:
        """What stands in it now."""
        edit = self._window.menuBar().actions()[1].menu()
        assert isinstance(edit, QMenu)
        return tuple(action.text().replace("&", "") for action in edit.actions())

    # The way to a session

    def plan(self, typed: str, understood: str, picture: str) -> None:
        """From anywhere: the schedule of today, and a session by one typed line."""
        self.press("Ctrl+3")
        self.see("Sessions")
        self.press("Alt+S")
        self.see("Quick &add")
        self.press("Alt+A")
        self.focus_on("Quick add")
        self.type(typed)
        self.see(f"Enter plans: {understood}" if understood else "Enter plans:")
        self.picture(picture)
        before = len(self.sessions())
        self.press("Return")
        self.wait("The session on disk", lambda: len(self.sessions()) == before + 1)
        self.press("Esc")

    def open_planned(self) -> None:
        """The session that was planned last: along the day with Ctrl+Down, and in with Enter."""
        planned = max(self.sessions(), key=lambda one: one.number)
        self.wait(f"{planned.ref} on the schedule", lambda: self._walked_to(planned))
        self.picture("schedule-with-session")
        self.press("Return")
        self.see(f"{planned.ref}  ")
        self.focus_on(COMPOSER)

    def _walked_to(self, session: Session) -> bool:
        self.press("Ctrl+Down")
        return self._place().selected == session.id

    def _place(self) -> Place:
        place = self._window.pages.present_place()
        assert place is not None
        return place

    def leave(self) -> None:
        """The program ends, and gives the inspection back."""
        if not self._ended:
            self.press("Ctrl+Q")
            self.wait("The end of the program", lambda: self._ended)

    # What is on disk

    @property
    def session_id(self) -> str:
        """The session whose page is open."""
        return self._place().key

    def sessions(self) -> tuple[Session, ...]:
        return self.bridge.read_now(reading.sessions)

    def session(self) -> Session:
        return next(one for one in self.sessions() if one.id == self.session_id)

    def lines(self) -> tuple[NoteLine, ...]:
        return self.bridge.read_now(partial(reading.lines, session_id=self.session_id))

    def questions(self) -> tuple[Question, ...]:
        return self.bridge.read_now(partial(talk_reading.questions, session_id=self.session_id))

    def follow_up(self) -> FollowUp:
        return self.bridge.read_now(partial(talk_reading.follow_up, session_id=self.session_id))

    def answers(self) -> dict[str, FormAnswer]:
        found = self.bridge.read_now(partial(talk_reading.form_answers, session_id=self.session_id))
        return {one.field: one for one in found}

    def shares(self) -> dict[str | None, int]:
        """How many lines each speaker has."""
        found = self.bridge.read_now(partial(session_reading.talk, session_id=self.session_id))
        return {one.speaker: one.lines for one in found.shares}
