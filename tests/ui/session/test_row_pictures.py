"""Lines are kept as pictures while they are in view: what is shown is what drawing them would show."""

from collections.abc import Hashable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem

from tests.ui.session.desk import SESSION, Desk
from wellled_desktop.inspection.commands import RetractLine, WriteLine
from wellled_desktop.ui.kit.row_pictures import RowPictures
from wellled_desktop.ui.pages.session.line_list import LineList


@pytest.fixture
def talked(desk: Desk) -> Desk:
    desk.do(
        WriteLine("l1", SESSION, "The board hears of harm within a week.", speaker="ceo", tags=("W5.1",)),
        WriteLine("l2", SESSION, "Nobody on the ward had seen the answer. " * 12, line_type="seen", claim=True),
        WriteLine("l3", SESSION, "So it stays a plan.", line_type="inference", weight="concern"),
    )
    desk.wait_until_shown()
    return desk


@pytest.fixture
def own_palette() -> Iterator[None]:
    before = QGuiApplication.palette()
    yield
    QApplication.setPalette(before)


def shown(lines: LineList) -> QImage:
    """As it looks with pictures, and no less so when they were not made yet."""
    looks = [lines.viewport().grab().toImage() for _ in range(3)]
    assert looks[0] == looks[1] == looks[2]
    return looks[-1]


def drawn(lines: LineList) -> QImage:
    """As without any picture."""
    kept, lines._pictures = lines._pictures, NoPictures()
    try:
        return shown(lines)
    finally:
        lines._pictures = kept


class NoPictures(RowPictures):
    def draw(
        self,
        painter: QPainter,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex,
        looks: Hashable | None,
    ) -> None:
        assert looks is not None, "what is to be seen of every line here is known"
        super().draw(painter, view, option, index, None)


def test_a_picture_shows_what_drawing_shows(talked: Desk) -> None:
    lines = talked.page.lines
    assert shown(lines) == shown(lines) == drawn(lines)


def test_a_line_that_has_changed_is_drawn_anew(talked: Desk) -> None:
    lines = talked.page.lines
    before = shown(lines)
    talked.do(RetractLine("l1", "Said of another trust."))
    talked.until(lambda: (line := lines._lines.line_at(0)) is not None and line.retracted_at is not None)
    assert shown(lines) == drawn(lines) != before


def test_the_selected_line_and_the_focus_are_seen(talked: Desk) -> None:
    lines = talked.page.lines
    before = shown(lines)
    lines.setFocus()
    lines.select_line("l2")
    selected = shown(lines)
    assert selected == drawn(lines) != before
    talked.press(Qt.Key.Key_Escape)
    assert shown(lines) == drawn(lines) != selected


@pytest.mark.usefixtures("own_palette")
def test_other_colours_and_another_size_of_text_are_seen(talked: Desk) -> None:
    lines = talked.page.lines
    before = shown(lines)
    palette = QGuiApplication.palette()
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.darkGreen)
    QApplication.setPalette(palette)
    green = shown(lines)
    assert green == drawn(lines) != before
    font = lines.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    lines.setFont(font)
    assert shown(lines) == drawn(lines) != green


def test_a_line_on_its_way_to_the_disk_shows_its_number_once_it_is_there(talked: Desk) -> None:
    lines = talked.page.lines
    talked.type("One more.")
    talked.press(Qt.Key.Key_Return)
    on_its_way = shown(lines)
    assert on_its_way == drawn(lines)
    talked.until(lambda: len(talked.lines()) == 4)
    talked.wait_until_shown()
    assert shown(lines) == drawn(lines) != on_its_way
