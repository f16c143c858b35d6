"""A part behind a curtain: what is seen, what a screen reader finds, and what drawing it costs."""

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.curtain import Curtain

SECRET = "the deputy is looking for another job"


class Told(QObject):
    """Counts what a widget and all in it are told."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.kinds: Counter[QEvent.Type] = Counter()
        for one in (widget, *widget.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.kinds[event.type()] += 1
        return False


class Table(NamedTuple):
    """`window` is kept so that Python does not throw it away."""

    curtain: Curtain
    part: QWidget
    said: QLabel
    window: QSplitter


def made(qtbot: QtBot) -> Table:
    part = QWidget()
    said = QLabel(SECRET)
    QVBoxLayout(part).addWidget(said)
    curtain = Curtain().hold(part)
    beside = QSplitter(Qt.Orientation.Horizontal)
    beside.addWidget(curtain)
    beside.addWidget(QLabel("beside"))
    beside.resize(600, 300)
    qtbot.addWidget(beside)
    beside.show()
    return Table(curtain, part, said, beside)


def told_to_a_screen_reader(widget: QWidget) -> str:
    here = QAccessible.queryAccessibleInterface(widget)
    words, waiting = "", [here]
    while waiting:
        one = waiting.pop()
        if one is not None:
            words += one.text(QAccessible.Text.Name) + "\n"
            waiting += [one.child(number) for number in range(one.childCount())]
    return words


def test_what_stands_behind_a_drawn_curtain_is_neither_seen_nor_read_out(qtbot: QtBot) -> None:
    curtain, part, said, _window = made(qtbot)
    assert SECRET in told_to_a_screen_reader(curtain.window())
    before = curtain.grab().toImage()
    curtain.draw()
    assert curtain.drawn
    assert not said.isVisible()
    assert SECRET not in told_to_a_screen_reader(curtain.window())
    assert "Hidden" in told_to_a_screen_reader(curtain.window())
    said.setText(f"{SECRET}!")
    part.show()
    assert not part.isVisible(), "whoever brings it up to date does not show it"
    said.setText(SECRET)
    curtain.open()
    assert said.isVisible()
    assert curtain.grab().toImage() == before
    assert SECRET in told_to_a_screen_reader(curtain.window())


def test_a_part_that_was_hidden_or_shown_meanwhile_is_so_afterwards(qtbot: QtBot) -> None:
    curtain, part, _said, _window = made(qtbot)
    curtain.draw()
    part.hide()
    curtain.open()
    assert not part.isVisible()
    curtain.draw()
    part.show()
    assert not part.isVisible()
    curtain.open()
    assert part.isVisible()


def test_drawing_and_opening_it_styles_and_lays_out_nothing_anew(qtbot: QtBot) -> None:
    curtain, part, _said, _window = made(qtbot)
    told = Told(part)
    curtain.draw()
    curtain.open()
    dear = (QEvent.Type.StyleChange, QEvent.Type.Polish, QEvent.Type.ParentChange, QEvent.Type.Resize)
    assert [kind for kind in dear if told.kinds[kind]] == []
    assert told.kinds[QEvent.Type.Hide] == told.kinds[QEvent.Type.Show] == 2


def test_the_bars_follow_the_size_of_the_part(qtbot: QtBot) -> None:
    curtain, part, _said, _window = made(qtbot)
    curtain.draw()
    empty = curtain.grab().toImage()
    curtain.window().resize(800, 400)
    qtbot.waitUntil(lambda: curtain.height() == 400)
    wider = curtain.grab().toImage()
    assert wider.size() != empty.size()
    colours = {wider.pixel(x, wider.height() - 30 + y) for x in range(20, 100, 9) for y in range(30)}
    assert len(colours) > 1, "bars reach down to the end"
    curtain.open()
    assert part.height() == 400
