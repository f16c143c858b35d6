"""What a long column scrolls in: up and down only, so it is never narrower than the column can be.

Its bar is always there: one that comes and goes changes the width, words wrap otherwise, fields grow and shrink, and the bar is
not needed any more; then it begins again.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ColumnArea(QScrollArea):
    def __init__(self, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self.setWidget(column)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        taken = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return QSize(self._column.minimumSizeHint().width() + taken, super().minimumSizeHint().height())
