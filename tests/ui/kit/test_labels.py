"""Paragraphs: no wider than can be read, and never with their last line cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.labels import LabelKind, paragraph


@pytest.mark.usefixtures("the_look")
@pytest.mark.parametrize("kind", ["", "muted", "warning"])
def test_all_of_a_paragraph_is_seen_in_a_column_wider_than_the_paragraph(qtbot: QtBot, kind: LabelKind) -> None:
    """Where the column is wide enough for two lines and the paragraph needs three."""
    window = QWidget()
    qtbot.addWidget(window)
    outer = QVBoxLayout(window)
    head = QWidget()
    outer.addWidget(head)
    outer.addWidget(QWidget(), 1)
    said = paragraph("The clock was put back. " * 8, kind)
    QVBoxLayout(head).addWidget(said)
    window.resize(1_200, 300)
    window.show()
    needed = said.fontMetrics().boundingRect(said.contentsRect(), int(Qt.TextFlag.TextWordWrap), said.text()).height()
    assert said.width() <= said.maximumWidth() < 1_100
    assert said.contentsRect().height() >= needed
    assert needed > 2 * said.fontMetrics().height()
