"""Buttons that go on in the next row where there is no room for them in one."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.flow import FlowLayout

WORDS = ("Gathered", "Requested", "Not held", "Not applicable")


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    """Four buttons over something else, in a window."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    flow = FlowLayout(8)
    for word in WORDS:
        flow.addWidget(QPushButton(word))
    column.addLayout(flow)
    column.addStretch(1)
    made.show()
    return made


def shown(row: QWidget) -> list[QPushButton]:
    return [button for button in row.findChildren(QPushButton) if button.isVisible()]


def rows_of(row: QWidget) -> int:
    return len({button.y() for button in shown(row)})


def test_with_room_they_stand_in_one_row_and_each_is_as_wide_as_its_words(row: QWidget, qtbot: QtBot) -> None:
    row.resize(900, 200)
    qtbot.waitUntil(lambda: rows_of(row) == 1)
    assert all(button.size() == button.sizeHint() for button in shown(row))


def test_without_it_they_go_on_below_and_none_is_narrower_than_its_words(row: QWidget, qtbot: QtBot) -> None:
    row.resize(230, 400)
    qtbot.waitUntil(lambda: rows_of(row) > 1)
    assert all(button.size() == button.sizeHint() for button in shown(row))
    assert all(button.geometry().right() < 230 for button in shown(row))
    places = [button.geometry() for button in shown(row)]
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_it_is_never_narrower_than_the_widest(row: QWidget) -> None:
    assert row.minimumSizeHint().width() == max(button.sizeHint().width() for button in shown(row))


def test_one_that_is_hidden_takes_no_room(row: QWidget, qtbot: QtBot) -> None:
    row.resize(900, 200)
    first, second, *_ = shown(row)
    qtbot.waitUntil(lambda: second.x() > 0)
    first.hide()
    qtbot.waitUntil(lambda: second.x() == 0)


def test_a_layout_gives_up_what_is_taken_from_it(row: QWidget) -> None:
    column = row.layout()
    assert column is not None
    item = column.itemAt(0)
    assert item is not None
    flow = item.layout()
    assert isinstance(flow, FlowLayout)
    assert flow.itemAt(len(WORDS)) is None
    taken = flow.takeAt(0)
    assert taken is not None
    assert flow.count() == len(WORDS) - 1
    assert flow.takeAt(len(WORDS)) is None
