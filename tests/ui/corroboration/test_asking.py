"""The little questions of the meeting: whole on the screen however long what is asked, and answered in a field of some lines."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.pages.corroboration.ask_dialog import AskDialog
from wellled_desktop.ui.pages.corroboration.ask_field import AskField
from wellled_desktop.ui.pages.corroboration.sizes import enlarged

LONG = "All of the nineteen ideas that the staff had for the wards were answered within a week by somebody senior. " * 4


Ask = Callable[[str, str, float], AskDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Iterator[Ask]:
    """Asks over a window, about something, with something proposed, in letters of so many points."""
    over = QWidget()
    over.show()
    yield partial(asking, qtbot, over)
    over.close()
    over.deleteLater()


def asking(qtbot: QtBot, over: QWidget, about: str, proposed: str, points: float) -> AskDialog:
    what, of_whom = AskField("What is asked for", proposed, 4), AskField("Of whom, by role", "chief nurse", 1)
    large = enlarged(over.font(), points)
    asked = AskDialog(
        "Find more", about, (what, of_whom), "Make it", over, begin_in=of_whom, sessions=[("S-1", "s1")], large=large
    )
    asked.open()
    qtbot.waitUntil(asked.isVisible, timeout=5_000)
    return asked


def in_dialog(part: QWidget, asked: AskDialog) -> QRect:
    return QRect(part.mapTo(asked, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("points", [16.0, 22.0, 30.0])
def test_the_dialog_is_whole_on_the_screen_and_its_buttons_in_it(qtbot: QtBot, ask: Ask, points: float) -> None:
    asked = ask(LONG, LONG, points)
    screen = asked.screen().availableSize()
    assert asked.height() < screen.height()
    assert asked.width() < screen.width()
    assert asked.rect().contains(in_dialog(asked.go, asked))
    viewport, field = asked.area.viewport(), asked.fields[1]
    qtbot.waitUntil(
        lambda: viewport.rect().contains(QRect(field.mapTo(viewport, QPoint(0, 0)), field.size())), timeout=5_000
    )


def test_where_there_is_room_all_of_it_is_in_view_without_a_bar(ask: Ask) -> None:
    asked = ask("Contradicted, W3.2 Are staff heard?", "The rota", 12)
    assert not asked.area.verticalScrollBar().isVisible()
    assert asked.area.verticalScrollBar().maximum() == 0


def test_a_long_proposal_stands_in_some_lines_from_its_beginning(ask: Ask) -> None:
    asked = ask("W3.2", LONG, 16)
    what, of_whom = asked.fields
    assert what.textCursor().position() == 0
    assert what.cursorRect().top() >= 0
    assert what.height() >= 4 * what.fontMetrics().lineSpacing()
    assert of_whom.height() < 2 * of_whom.fontMetrics().lineSpacing() + 20


def test_what_is_pasted_in_lines_is_one_paragraph_and_enter_is_the_answer(qtbot: QtBot, ask: Ask) -> None:
    asked = ask("W3.2", "", 12)
    pasted = QMimeData()
    pasted.setText(" The rota\n\nof May ")
    asked.fields[0].insertFromMimeData(pasted)
    with qtbot.waitSignal(asked.given) as given:
        QTest.keyClick(asked.fields[0], Qt.Key.Key_Enter)
    assert given.args == [("The rota of May", "chief nurse", "s1")]


def test_what_is_still_empty_is_gone_to_also_where_it_has_scrolled_away(qtbot: QtBot, ask: Ask) -> None:
    asked = ask(LONG * 2, "", 22)
    viewport, (what, of_whom) = asked.area.viewport(), asked.fields

    def is_whole(field: AskField) -> bool:
        return viewport.rect().contains(QRect(field.mapTo(viewport, QPoint(0, 0)), field.size()))

    qtbot.waitUntil(lambda: is_whole(of_whom), timeout=5_000)
    asked.area.verticalScrollBar().setValue(asked.area.verticalScrollBar().maximum())
    with qtbot.assertNotEmitted(asked.given):
        QTest.keyClick(asked.fields[1], Qt.Key.Key_Return)
    assert asked.focusWidget() is what
    qtbot.waitUntil(lambda: is_whole(what), timeout=5_000)
    assert asked.problem.isVisible()


def test_where_room_is_scarce_the_field_has_fewer_lines_before_anything_scrolls(ask: Ask) -> None:
    about = LONG[:200]
    plenty, scarce = ask(about, LONG, 16), ask(about, LONG, 21)
    for asked, lines in ((plenty, 4), (scarce, 2)):
        spacing = asked.fields[0].fontMetrics().lineSpacing()
        assert lines * spacing <= asked.fields[0].height() < (lines + 1) * spacing
        assert asked.area.verticalScrollBar().maximum() == 0
