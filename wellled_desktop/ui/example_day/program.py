"""The real program on one library, begun and ended as often as one likes, and what can be learned of it from outside.

The application hands in its own parts, because it is what plays the day when it is asked to.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QApplication

from wellled_desktop.store import session_reading
from wellled_desktop.store.store import StoreReader
from wellled_desktop.ui.entrance.entrance import Entrance
from wellled_desktop.ui.entrance.opening import Prepared
from wellled_desktop.ui.example_day.person import NotSeen, Person
from wellled_desktop.ui.kit.appearance import Appearance
from wellled_desktop.ui.kit.settings import SettingsFile
from wellled_desktop.ui.kit.theme import Scheme
from wellled_desktop.ui.places import Place
from wellled_desktop.ui.window.main_window import MainWindow


class Sits(Protocol):
    """What is needed of a sitting, from the lock screen to the window and back."""

    entrance: Entrance

    @property
    def window(self) -> MainWindow | None: ...
    def finish(self) -> None: ...
    def deleteLater(self) -> None: ...  # noqa: N802


class BeginsSitting(Protocol):
    def __call__(
        self,
        library_folder: Path,
        packs: Traversable,
        resources: Traversable,
        *,
        appearance: Appearance,
        settings: SettingsFile,
    ) -> Sits: ...


class Parts(NamedTuple):
    """The parts of the program that is played: its Qt application, and a sitting at it."""

    make_application: Callable[[Sequence[str]], QApplication]
    sitting: BeginsSitting


class Program:
    """`person` sits at it, and waits where there is something to wait for."""

    def __init__(
        self,
        application: QApplication,
        packs: Traversable,
        resources: Traversable,
        library: Path,
        *,
        sitting: BeginsSitting,
        person: Person,
        scheme: Scheme = "light",
    ) -> None:
        self.library = library
        self._begin_sitting = sitting
        self._person = person
        self._packs = packs
        self._resources = resources
        self._settings = SettingsFile(library)
        self._appearance = Appearance(application, resources, self._settings)
        self._appearance.begin(scheme)
        self._sitting: Sits | None = None
        self._prepared: Prepared | None = None

    def begin(self) -> None:
        """The program is begun, and ready for keys."""
        self._sitting = self._begin_sitting(
            self.library, self._packs, self._resources, appearance=self._appearance, settings=self._settings
        )
        self._sitting.entrance.opened.connect(self._on_opened)
        self._person.wait("The first window", QApplication.focusWidget)

    def end(self) -> None:
        """The program ends, as when its window is closed; one that was not begun need not end."""
        if self._sitting is None:
            return
        sitting = self._sitting
        if sitting.window is not None:
            sitting.window.quit()
            self._person.wait("The end of the program", lambda: sitting.window is None)
        self._sitting, self._prepared = None, None
        sitting.finish()
        sitting.deleteLater()
        self._person.settle()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def window_is_open(self) -> bool:
        return self._sitting is not None and self._sitting.window is not None

    def place(self) -> Place | None:
        """Where in the app the window is."""
        window = self._sitting.window if self._sitting is not None else None
        return window.pages.present_place() if window is not None else None

    @property
    def prepared(self) -> Prepared:
        """The inspection that was opened last. Raises NotSeen."""
        if self._prepared is None:
            raise NotSeen("No inspection is open")
        return self._prepared

    def reader(self) -> StoreReader:
        """For a look at what is on the disk, past the window; whoever asks closes it."""
        return self.prepared.inspection.reader()

    def draft_on_disk(self, session_id: str) -> str:
        """The text of the session's composer as the journal has it."""
        reader = self.reader()
        device = self.prepared.inspection.device
        question = partial(session_reading.session_opening, session_id=session_id, device=device, newest=1)
        try:
            opening = reader.read(question)
        finally:
            reader.close()
        return opening.draft.text if opening is not None and opening.draft is not None else ""

    def _on_opened(self, prepared: Prepared) -> None:
        self._prepared = prepared
