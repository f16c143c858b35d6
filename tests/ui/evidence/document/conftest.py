"""The Evidence page with a document in the vault, ready to be looked at."""

import io
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.evidence.conftest import ShowEvidence
from tests.ui.kloe.records import entry, entry_id, record
from wellled_desktop.exchange.media_types import media_type_of_content
from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.evidence.document.places import DocumentPlace
from wellled_desktop.ui.pages.evidence.document.view import DocumentView
from wellled_desktop.ui.pages.evidence.page import EvidencePage

Attach = Callable[[str, bytes], str]
ATTACHMENT = "01900000-0000-7000-a000-000000000001"


@pytest.fixture
def attach(qtbot: QtBot, opened: Opened) -> Attach:
    """Attaches a content, under a name, to the one entry that is there, which is linked to two nodes; the attachment's id."""

    def attach_it(name: str, content: bytes) -> str:
        kept = opened.bridge.inspection.attachments.keep(io.BytesIO(content))
        file = AttachFile(ATTACHMENT, entry_id(1), kept.sha256, kept.size, name, media_type_of_content(content))
        record(qtbot, opened, entry(1, "Board papers", "W4.E7", "W4.2"), file)
        return ATTACHMENT

    return attach_it


class Looking:
    """The page with a document on show, and the keys to walk through it."""

    def __init__(self, qtbot: QtBot, page: EvidencePage) -> None:
        self.qtbot = qtbot
        self.page = page
        self.notices: list[str] = []
        page.notice.connect(self.notices.append)

    @property
    def view(self) -> DocumentView:
        shown = self.page.desk.view
        assert shown is not None
        return shown

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, held)

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def see_page(self, words: str) -> None:
        """Waits until the page so called has its words on show."""
        self.qtbot.waitUntil(lambda: self.view.text.accessibleName().startswith(words))

    def see_sentence(self, piece: str) -> None:
        self.qtbot.waitUntil(lambda: self.notices != [] and piece in self.notices[-1])


Look = Callable[..., Looking]


@pytest.fixture
def look(qtbot: QtBot, show_evidence: ShowEvidence) -> Look:
    """Goes to the place of the attached document, and waits for it."""

    def go_there(page: int = 1, words: str = "", *, told: bool = False) -> Looking:
        wanted = DocumentPlace(entry_id(1), ATTACHMENT, page, words)
        looking = Looking(qtbot, show_evidence(wanted.place, 1))
        qtbot.waitUntil(lambda: looking.page.desk.is_shown)
        if told:
            qtbot.waitUntil(lambda: not looking.view.reading.is_open)
        else:
            qtbot.waitUntil(lambda: not looking.view.text.accessibleName().startswith("Words, being read"))
        return looking

    return go_there
