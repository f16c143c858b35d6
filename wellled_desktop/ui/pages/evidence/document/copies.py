"""A private, read-only copy of an attachment, opened in another program; gone when the inspection is closed.

Signals of Copies: `notice(str)` with a sentence.
"""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from wellled_desktop.exchange.file_names import runs_when_opened, shown_name
from wellled_desktop.exchange.macros import may_hold_macros
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.vault.errors import CopyCancelled, VaultError

OpenUrl = Callable[[QUrl], bool]


class Copies(QObject):
    """`open_url` hands the copy to the system, which chooses the program."""

    notice = Signal(str)

    def __init__(self, bridge: Bridge, over: QWidget, open_url: OpenUrl = QDesktopServices.openUrl) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._over = over
        self.open_url = open_url
        self._at_work = False
        self._closing = threading.Event()
        bridge.closing.connect(self._closing.set)

    def open(self, attachment: Attachment) -> None:
        """Nothing that would be run is opened; of what may hold macros one is asked first."""
        name = shown_name(attachment.name)
        if runs_when_opened(attachment.name):
            words = self.tr("“%1” is a program or a script, so it is not opened. It is kept as it is; X exports it.")
            self.notice.emit(words.replace("%1", name))
        elif may_hold_macros(attachment.name, attachment.media_type):
            self._ask_first(attachment, name)
        else:
            self._make(attachment)

    def _ask_first(self, attachment: Attachment, name: str) -> None:
        box = QMessageBox(self._over)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("It may hold macros"))
        words = self.tr(
            "“%1” is of a kind that may hold macros: small programs that run in Word, Excel and the like. "
            "Open it only if you know who sent it, and leave macros off."
        )
        box.setText(words.replace("%1", name))
        opens = box.addButton(self.tr("&Open a copy"), QMessageBox.ButtonRole.AcceptRole)
        stays = box.addButton(self.tr("&Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stays)
        box.setEscapeButton(stays)
        opens.clicked.connect(partial(self._make, attachment))
        box.finished.connect(box.deleteLater)
        box.open()

    def _make(self, attachment: Attachment, _clicked: bool = False) -> None:
        if self._at_work:
            self.notice.emit(self.tr("A copy is still being made; try again when it has opened."))
            return
        self._at_work = True
        job = partial(_copied, self._bridge, attachment, self._closing.is_set)
        self._bridge.work(self, job, partial(self._opened, attachment), self._failed, lane="files")

    def _opened(self, attachment: Attachment, path: Path) -> None:
        self._at_work = False
        name = shown_name(attachment.name)
        if self.open_url(QUrl.fromLocalFile(str(path))):
            words = self.tr(
                "A read-only copy of “%1” is opened. It is removed when the inspection is closed; close it there before."
            )
        else:
            words = self.tr("No program on this laptop opens “%1”. It is kept as it is; X exports it.")
        self.notice.emit(words.replace("%1", name))

    def _failed(self, problem: Exception) -> None:
        self._at_work = False
        if not isinstance(problem, VaultError):
            raise problem
        if not isinstance(problem, CopyCancelled):
            self.notice.emit(str(problem))


def _copied(bridge: Bridge, attachment: Attachment, cancelled: Callable[[], bool]) -> Path:
    """On the thread for files. The inspection removes the copy when it is closed."""
    attachments = bridge.inspection.attachments
    return attachments.private_copy(attachment.sha256, attachment.name, cancelled=cancelled).path
