"""The window before an inspection is open. Which page it shows is decided by `unlocking` and `choosing`.

Signals of Entrance: `painted()` after its first picture; `opened(Prepared)` when an inspection is open and the main window may
take over; `left()` when it is closed.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QStackedWidget

from wellled_desktop.ui.entrance.opening import Opening, Unlocked
from wellled_desktop.ui.entrance.sheet import Sheet
from wellled_desktop.ui.entrance.unlocking import Unlocking
from wellled_desktop.ui.kit.background import Background

if TYPE_CHECKING:
    from wellled_desktop.ui.entrance.choosing import Choosing
    from wellled_desktop.ui.entrance.preload import Preload
    from wellled_desktop.ui.kit.settings import SettingsFile
    from wellled_desktop.vault.library import Vault

_STEP_EVERY_MS = 12


class Entrance(QStackedWidget):
    """Holds the vault from unlocking until `close_vault`. What is slow to load is loaded after the first picture."""

    painted = Signal()
    opened = Signal(object)
    left = Signal()

    def __init__(
        self, library_folder: Path, opening: Opening, preload: "Preload", settings: "SettingsFile", about: str = ""
    ) -> None:
        """`about` is what the lock screen says, where there is something to say."""
        super().__init__()
        self._folder = library_folder
        self._opening = opening
        self._preload = preload
        self._preload_steps = QTimer(self)
        self._preload_steps.setInterval(_STEP_EVERY_MS)
        self._preload_steps.timeout.connect(self._preload_a_little)
        self._settings = settings
        self._background = Background(self)
        self._vault: Vault | None = None
        self._choosing: Choosing | None = None
        self._painted = False
        self._settled = False
        self.setObjectName("entrance")
        self.setProperty("kind", "page")
        self.setWindowTitle("WellLed Desktop")
        self.resize(880, 660)
        self.setMinimumSize(640, 480)
        self._unlocking = Unlocking(library_folder, opening, self._background, settings, about)
        self._unlocking.page_wanted.connect(self._turn_to)
        self._unlocking.page_done.connect(self._drop)
        self._unlocking.unlocked.connect(self._choose)
        self._unlocking.begin()

    def choose_again(self, sentence: str = "") -> None:
        """Back from an inspection to the list, with something to say or nothing."""
        if self._choosing is not None:
            self._choosing.choose_again(sentence)

    def say(self, sentence: str) -> None:
        """Shows a sentence on the page there is."""
        page = self.currentWidget()
        if isinstance(page, Sheet):
            page.say(sentence)

    def close_vault(self) -> None:
        """Waits for what is running and drops the keys. No answer comes after it."""
        self._background.close()
        self._preload_steps.stop()
        self._preload.close()
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_picture)

    def _preload_a_little(self) -> None:
        if not self._preload.step():
            self._preload_steps.stop()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        super().closeEvent(event)
        self.left.emit()

    def _after_first_picture(self) -> None:
        self._preload.start()
        self._preload_steps.start()
        page = self.currentWidget()
        if isinstance(page, Sheet):
            page.settle()
        self._settled = True
        self.painted.emit()

    def _choose(self, unlocked: Unlocked) -> None:
        from wellled_desktop.ui.entrance.choosing import Choosing

        self._vault = unlocked.vault
        self._choosing = Choosing(self._folder, self._opening, self._background, self._settings, unlocked)
        self._choosing.page_wanted.connect(self._turn_to)
        self._choosing.page_done.connect(self._drop)
        self._choosing.opened.connect(self.opened)
        self._choosing.begin()

    def _turn_to(self, page: Sheet) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        if self._settled:
            page.settle()
        self.setCurrentWidget(page)
        page.setFocus()

    def _drop(self, page: Sheet) -> None:
        self.removeWidget(page)
        page.deleteLater()
