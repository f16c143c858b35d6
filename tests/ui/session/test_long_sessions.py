"""A session of five thousand lines: opened at its end, fetched a page at a time, measured only where one looks."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import INSPECTION, PASSPHRASE, HandClock, Templates
from tests.ui.session.desk import SESSION, Desk, two_sessions
from wellled_desktop.inspection.commands import WriteLine
from wellled_desktop.ui.kit.row_heights import RowHeights
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.session.line_model import PAGE
from wellled_desktop.vault.library import Library

LINES = 5_000


@pytest.fixture(scope="module")
def templates(templates: Templates, tmp_path_factory: pytest.TempPathFactory) -> Templates:
    """The inspection that is copied for each test of this module has the long session in it."""
    folder = Path(shutil.copytree(templates.inspection, tmp_path_factory.mktemp("long") / "library"))
    words = "Every ward has its own page of the strategy, and the sisters can say what is on it. "
    with (
        closing(Library(folder).unlock(PASSPHRASE)) as vault,
        closing(vault.open_inspection(INSPECTION, HandClock())) as opened,
    ):
        numbers = range(1, LINES + 1)
        lines = (WriteLine(f"l{number}", SESSION, f"{number} {words * (1 + number % 3)}") for number in numbers)
        opened.store.execute(*two_sessions(), *lines)
    return msgspec.structs.replace(templates, inspection=folder)


@pytest.fixture
def long_desk(opened: Opened, clock: HandClock, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(opened, clock, qtbot)
    qtbot.addWidget(desk.page)
    desk.show()
    yield desk
    desk.close()


def test_a_long_session_opens_at_its_end_and_scrolls_to_its_beginning(long_desk: Desk) -> None:
    desk = long_desk
    model, lines = desk.page.presenter.lines, desk.page.lines
    assert model.rowCount() == LINES
    assert lines.rows_in_view().stop == LINES
    assert model.line_at(0) is None, "only the newest page is read before one looks further"
    assert model.line_at(LINES - PAGE) is not None
    lines.setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.until(lambda: model.line_at(0) is not None)
    assert lines.rows_in_view().start == 0
    assert lines.currentIndex().row() == 0
    assert model.line_at(LINES // 2) is None
    lines.verticalScrollBar().setValue(lines.verticalScrollBar().maximum() // 2)
    middle = lines.rows_in_view().start
    desk.until(lambda: model.line_at(middle) is not None)


def test_typing_and_keeping_a_line_leaves_the_rest_alone(long_desk: Desk) -> None:
    desk = long_desk
    before = desk.page.lines.verticalScrollBar().value()
    desk.type("Short")
    assert desk.page.lines.verticalScrollBar().value() == before
    desk.enter(" line.")
    assert desk.page.lines.rows_in_view().stop == LINES + 1
    assert desk.lines()[-1].number == LINES + 1


def test_what_one_reads_stays_in_place_while_rows_above_are_measured(long_desk: Desk) -> None:
    desk = long_desk
    lines = desk.page.lines
    bar = lines.verticalScrollBar()
    for _ in range(30):
        first = lines.rows_in_view().start
        index = lines.model().index(first + 1, 0)
        top = lines.visualRect(index).top()
        bar.setValue(bar.value() - 40)
        assert lines.visualRect(index).top() == top + 40


def test_a_place_in_a_long_session_is_found(long_desk: Desk) -> None:
    desk = long_desk
    desk.show(selected="l1234")
    desk.until(lambda: desk.page.present_place().selected == "l1234")
    assert 1_233 in desk.page.lines.rows_in_view()


def test_heights_are_estimated_until_they_are_known() -> None:
    heights = RowHeights(10)
    heights.reset(3)
    heights.set(1, 30)
    assert [heights.offset(row) for row in range(4)] == [0, 10, 40, 50]
    assert [heights.row_at(offset) for offset in (0, 9, 10, 39, 40, 99)] == [0, 0, 1, 1, 2, 2]
    heights.insert(3, 1)
    heights.remove(0, 1)
    assert heights.total == 50
    assert (heights.is_measured(0), heights.is_measured(1)) == (True, False)
    heights.forget(0)
    assert (heights.height(0), heights.is_measured(0)) == (30, False)
    assert RowHeights(10).row_at(0) == -1
