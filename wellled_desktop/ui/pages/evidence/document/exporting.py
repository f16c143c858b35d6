"""Writing an attachment to a place of one's choice, a picture without the place where it was taken.

Signals of Exporting: `notice(str)` with how it ended; `left()` when the bar has gone, so that the focus can go back.
"""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wellled_desktop.exchange.documents.without_position import (
    PositionNotRemoved,
    may_hold_position,
    without_position,
)
from wellled_desktop.exchange.file_names import safe_name, shown_name
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.ui.bridge import Bridge
from wellled_desktop.ui.pages.evidence.document.export_bar import ExportBar
from wellled_desktop.vault.attachments import unaltered
from wellled_desktop.vault.errors import CopyCancelled, VaultError


class Exporting(QObject):
    notice = Signal(str)
    left = Signal()

    def __init__(self, bridge: Bridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._over = over
        self._closing = threading.Event()
        self.bar = ExportBar()
        self.bar.wanted.connect(self.choose)
        self.bar.left.connect(self.left)
        bridge.closing.connect(self._closing.set)

    def begin(self, attachment: Attachment) -> None:
        """Of a picture one is asked first whether its position goes with it."""
        if may_hold_position(attachment.media_type):
            self.bar.ask(attachment)
        else:
            self.choose(attachment, without=False)

    def choose(self, attachment: Attachment, without: bool) -> None:
        dialog = QFileDialog(self._over, self.tr("Export a copy"), str(_documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(attachment.name))
        dialog.fileSelected.connect(lambda path: self.write(attachment, Path(path), without=without))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, attachment: Attachment, target: Path, *, without: bool) -> None:
        """All of it, or nothing; several are written one after the other."""
        job = partial(_write, self._bridge, attachment, target, self._closing.is_set, without=without)
        self._bridge.work(self, job, partial(self._tell, target, without), self._failed, lane="files")

    def _tell(self, target: Path, without: bool, _size: int) -> None:
        words = self.tr("A copy is written: %1. The original is kept as it was.")
        if without:
            words = self.tr(
                "A copy without the place where it was taken is written: %1. The original is kept as it was."
            )
        self.notice.emit(words.replace("%1", shown_name(target.name)))

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, PositionNotRemoved):
            self.notice.emit(problem.sentence)
        elif not isinstance(problem, VaultError):
            raise problem
        elif not isinstance(problem, CopyCancelled):
            self.notice.emit(str(problem))


def _write(
    bridge: Bridge, attachment: Attachment, target: Path, cancelled: Callable[[], bool], *, without: bool
) -> int:
    """On the thread for files."""
    through = partial(without_position, media_type=attachment.media_type) if without else unaltered
    attachments = bridge.inspection.attachments
    return attachments.export(attachment.sha256, target, cancelled=cancelled, through=through)


def _documents() -> Path:
    """The documents' folder where there is one, and the person's own otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
