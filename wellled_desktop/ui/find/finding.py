"""Find anything, as the window has it: what was looked for last, and the way to what is chosen.

Signals of FindAnything: `go(Place)`; `told(str)` with a sentence for the window.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from wellled_desktop.framework.pack import role_titles
from wellled_desktop.inspection.read_models import Attachment, Session
from wellled_desktop.store import weighing_reading
from wellled_desktop.ui.find.commands import Command, Commands
from wellled_desktop.ui.find.dialog import FindDialog
from wellled_desktop.ui.find.looking import Looking
from wellled_desktop.ui.find.page_commands import of_pages
from wellled_desktop.ui.find.results import Naming, Result
from wellled_desktop.ui.page import Opened, Page, Shortcut
from wellled_desktop.ui.pages.evidence.document.places import DocumentPlace
from wellled_desktop.ui.places import Place

_SHOWN_RETRACTED = frozenset(("session", "kloe", "requests"))
"""Pages that show what no longer stands, and say so there."""


class FindAnything(QObject):
    """What was typed last is kept for the next time while the window lives, and nowhere else."""

    go = Signal(object)
    told = Signal(str)

    def __init__(self, opened: Opened, window: QMainWindow, action: QAction) -> None:
        super().__init__(window)
        self._opened = opened
        self._window = window
        self._action = action
        self._last = ""
        self._sessions: dict[str, Session] = {}
        self._dialog: FindDialog | None = None
        self.looking = Looking(opened, self)
        self.looking.sessions_read.connect(self._name_sessions)

    @property
    def dialog(self) -> FindDialog | None:
        """While it is open."""
        return self._dialog

    def open(self, page: Page | None, *, covered: bool) -> None:
        """Over the window. While the page is `covered`, from eyes at the table, what was found last is not put back."""
        if self._dialog is not None:
            self._dialog.field.selectAll()
            return
        elsewhere = of_pages(self._go_for)
        commands = Commands(self._window.menuBar(), page, elsewhere, without=self._action)
        dialog = self._dialog = FindDialog(self.looking, commands, self._naming(), self._window)
        dialog.chosen.connect(self._take)
        dialog.typed.connect(self._keep)
        dialog.finished.connect(self._closed)
        self.looking.read_sessions()
        dialog.begin("" if covered else self._last)
        dialog.open()

    def _go_for(self, shortcut: Shortcut, keys: str, place: Place) -> None:
        """To the page where it is done, with the key that does it there."""
        self.go.emit(place)
        said = self.tr("%1 does it here: %2.").replace("%1", keys)
        self.told.emit(said.replace("%2", shortcut.what.rstrip(".")))

    def _keep(self, typed: str) -> None:
        self._last = typed

    def _closed(self) -> None:
        """The window has the keyboard again, where it had it before."""
        self._dialog = None
        self._window.activateWindow()

    def _naming(self) -> Naming:
        return Naming(self._sessions, role_titles(self._opened.pack))

    def _name_sessions(self, sessions: dict[str, Session]) -> None:
        if sessions != self._sessions:
            self._sessions = sessions
            if self._dialog is not None:
                self._dialog.name_sessions(self._naming())

    # Going there

    def _take(self, result: Result) -> None:
        goes = result.goes
        if isinstance(goes, Command):
            goes.run()
        elif isinstance(goes, Place):
            self._go(result, goes)
        else:
            question = partial(weighing_reading.attachments, attachment_id=goes, retracted=True)
            self._opened.bridge.ask(self, question, partial(self._go_to_entry, result))

    def _go_to_entry(self, result: Result, attachments: tuple[Attachment, ...]) -> None:
        """To the document, at the page, with what was found marked."""
        words = " ".join(dict.fromkeys(result.text[start:end] for start, end in result.marked))
        for attachment in attachments:
            there = DocumentPlace(attachment.entry_id, attachment.id, result.page or 1, words if result.page else "")
            self._go(result, there.place)

    def _go(self, result: Result, place: Place) -> None:
        self.go.emit(place)
        if result.no_longer and place.page not in _SHOWN_RETRACTED:
            said = self.tr("%1 was %2: it stays in the record, though the list here may leave it out.")
            self.told.emit(said.replace("%1", result.short or result.kind).replace("%2", result.no_longer))
