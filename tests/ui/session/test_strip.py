"""The strip under the composer: what the next line will be can be read in full."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.ui.session.desk import PANEL, Desk
from wellled_desktop.inspection.commands import AddParticipant, NewParticipant

# What the window leaves the page at 1280 by 800; more; and less than it is made for.
AT_1280, WIDE, NARROW = 1040, 1500, 800
ALT = Qt.KeyboardModifier.AltModifier


def squeeze(desk: Desk, width: int) -> None:
    desk.page.resize(width, 700)
    desk.until(lambda: desk.page.width() == width)
    QTest.qWait(1)


def cut(desk: Desk) -> list[str]:
    """The words of the strip that are not seen in full."""
    strip = desk.page.composer.strip
    label = strip.speaker_label
    buttons = [one for one in strip.findChildren(QToolButton) if one.property("word")]
    too_narrow = [one.text() for one in buttons if one.width() < one.sizeHint().width()]
    return too_narrow + ([label.seen] if "…" in label.seen else [])


@pytest.mark.parametrize("width", [AT_1280, WIDE, NARROW])
@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_0])
def test_type_marks_and_speaker_are_read_in_full(unshown_desk: Desk, width: int, key: Qt.Key) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    squeeze(desk, width)
    desk.press(key, ALT)
    assert cut(desk) == []


def test_the_chief_executive_fits_beside_the_types_at_1280(desk: Desk) -> None:
    squeeze(desk, AT_1280)
    strip = desk.page.composer.strip
    assert strip.speaker_label.seen == "chief executive"
    assert strip.speaker_label.accessibleName() == "speaker: chief executive"
    assert cut(desk) == []
    squeeze(desk, WIDE)
    assert strip.speaker_label.seen == "speaker: chief executive"


def test_a_long_title_gets_a_row_and_choosing_somebody_else_moves_nothing(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.do(AddParticipant(PANEL, NewParticipant("ipc", "director-of-infection-prevention-and-control")))
    desk.show(PANEL)
    squeeze(desk, AT_1280)
    heights = set()
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_S, Qt.Key.Key_0):
        desk.press(key, ALT)
        heights.add(desk.page.composer.strip.sizeHint().height())
        assert cut(desk) == []
    assert len(heights) == 1


def test_larger_text_is_read_in_full_too(unshown_desk: Desk) -> None:
    desk = unshown_desk
    desk.show(PANEL)
    font = QFont(desk.page.font())
    font.setPointSizeF(font.pointSizeF() * 1.3)
    desk.page.composer.strip.setFont(font)
    squeeze(desk, AT_1280)
    desk.press(Qt.Key.Key_1, ALT)
    assert cut(desk) == []
