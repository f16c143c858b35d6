"""Words that change many times a second."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.passing_words import PassingWords


def test_they_ask_for_no_more_room_when_they_get_longer_and_are_whole_in_the_tip(qtbot: QtBot) -> None:
    line = PassingWords()
    qtbot.addWidget(line)
    line.resize(120, line.sizeHint().height())
    line.set_words("Attaching 1 of 330 files")
    hint, before = line.sizeHint(), line.grab().toImage()
    line.set_words("Attaching 22 of 330 files, 0.1 of 2.0 GB, about 12 min left")
    assert line.sizeHint() == hint
    assert line.minimumSizeHint().width() < hint.width()
    assert line.accessibleName() == line.words
    assert line.grab().toImage() != before
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert line.toolTip() == line.words
