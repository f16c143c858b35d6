"""The Evidence page with two entries, and files to attach to them."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.exchange.media_types import media_type_of_content
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.page import EvidencePage
from wellled_desktop.ui.places import Place

Attach = Callable[..., None]


@pytest.fixture
def page(qtbot: QtBot, opened: Opened, show_evidence: ShowEvidence) -> EvidencePage:
    """The first of two entries is chosen."""
    record(qtbot, opened, entry(1, "Board papers"), entry(2, "Minutes"))
    return show_evidence(Place("evidence", selected=entry_id(1)), 2)


@pytest.fixture
def attach(qtbot: QtBot, opened: Opened) -> Attach:
    """Keeps a content and records it, without the window."""

    def attach_it(attachment_id: str, name: str, content: bytes, to: int = 1) -> None:
        kept = opened.bridge.inspection.attachments.keep(io.BytesIO(content))
        kind = media_type_of_content(content)
        record(qtbot, opened, AttachFile(attachment_id, entry_id(to), kept.sha256, kept.size, name, kind))

    return attach_it


def files_in(paths: tuple[Path, ...]) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


class Drag:
    """Files dragged over a widget, as the window system would tell of it."""

    def __init__(self, over: QWidget, paths: tuple[Path, ...]) -> None:
        self._over = over
        self._mime = files_in(paths)

    def enter(self, at: QPoint) -> bool:
        event = QDragEnterEvent(at, Qt.DropAction.CopyAction, self._mime, *_HELD)
        QApplication.sendEvent(self._over, event)
        return event.isAccepted()

    def drop(self, at: QPoint) -> bool:
        event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, self._mime, *_HELD)
        QApplication.sendEvent(self._over, event)
        return event.isAccepted()

    def dropped(self, at: QPoint) -> bool:
        """Brought there and let go."""
        self.enter(at)
        return self.drop(at)

    def leave(self) -> None:
        QApplication.sendEvent(self._over, QDragLeaveEvent())


_HELD = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
