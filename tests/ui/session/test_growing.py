"""Fields that grow with their words, in a column that scrolls: they come to rest at every width and height."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.kit.growing_text import GrowingText
from wellled_desktop.ui.kit.labels import paragraph

WORDS = "Ask for the last quality impact assessment that was refused, who refused it, and what became of it. "
MOST_TURNS = 12


class Resizes(QObject):
    """Stops a field that does not come to rest, so that the test ends."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self.count += 1
        return self.count > 10 * MOST_TURNS


def test_a_growing_field_comes_to_rest_at_every_size(qtbot: QtBot) -> None:
    column = QWidget()
    rows = QVBoxLayout(column)
    field, resizes = GrowingText(2), Resizes()
    field.setPlainText(WORDS * 2)
    field.installEventFilter(resizes)
    rows.addWidget(paragraph(WORDS))
    rows.addWidget(field)
    rows.addStretch(1)
    area = ColumnArea(column)
    qtbot.addWidget(area)
    area.show()
    restless = []
    for width in range(220, 262, 3):
        for height in range(120, 330, 2):
            resizes.count = 0
            area.resize(width, height)
            for _ in range(MOST_TURNS):
                QApplication.processEvents()
            if resizes.count > MOST_TURNS:
                restless.append((width, height, resizes.count))
    assert restless == []
    area.hide()
