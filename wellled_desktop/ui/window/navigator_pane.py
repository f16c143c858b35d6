"""The left of the window: the way to Find anything, over the navigator."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wellled_desktop.framework.pack import Pack
from wellled_desktop.ui.window.actions import FIND_KEYS
from wellled_desktop.ui.window.navigator import Navigator

_MARGIN = 8


class FindButton(QPushButton):
    """Looks like a field to type in, and opens the one that is; its key stands at the right, where there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find-anything")
        self._words = self.tr("Find anything")
        self.setAccessibleName(self._words)
        self.setToolTip(
            self.tr("Notes, evidence, documents, the framework, people, commands (%1)").replace("%1", FIND_KEYS)
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        area, metrics = self.rect().adjusted(_MARGIN + 2, 0, -_MARGIN - 2, 0), self.fontMetrics()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        if metrics.horizontalAdvance(f"{self._words}  {FIND_KEYS}") <= area.width():
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, FIND_KEYS)
        painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 12)


class NavigatorPane(QWidget):
    def __init__(self, pack: Pack, parent: QWidget) -> None:
        super().__init__(parent)
        self.find_button = FindButton(self)
        self.navigator = Navigator(pack, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QVBoxLayout()
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.addWidget(self.find_button)
        column.addLayout(row)
        column.addWidget(self.navigator, 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.navigator.sizeHint().width(), super().sizeHint().height())
