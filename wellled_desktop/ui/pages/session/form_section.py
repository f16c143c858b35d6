"""A part of the right panel under a heading that folds it away; what is folded is remembered on this laptop.

Signals of FoldSection: `folded_changed()` after it was folded or opened by hand.
"""

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from wellled_desktop.ui.bridge import Bridge

NAME = "session-panel"


class FoldHead(QToolButton):
    """Space, Enter or a click folds and opens; Left folds, Right opens."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setText(title)
        self.setProperty("kind", "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{title}\n{self.tr('Fold away or open (Space; Left, Right)')}")
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def show_folded(self, folded: bool) -> None:
        self.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        self.setAccessibleName(f"{self.title}, {self.tr('folded') if folded else self.tr('open')}")

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It gives way: a title is cut sooner than the panel made wider."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 2 * self.fontMetrics().averageCharWidth()
        self.setText(self.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        opened = self.arrowType() == Qt.ArrowType.DownArrow
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or event.key() == (Qt.Key.Key_Left if opened else Qt.Key.Key_Right):
            self.click()
            return
        super().keyPressEvent(event)


class FoldSection(QWidget):
    folded_changed = Signal()

    def __init__(self, key: str, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.content = content
        self.head = FoldHead(title)
        self.head.clicked.connect(self._toggle)
        self.folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(content)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        self.folded = folded
        self.content.setVisible(not folded)
        self.head.show_folded(folded)

    def _toggle(self) -> None:
        self.fold(not self.folded)
        self.folded_changed.emit()


class Folds(QObject):
    """Which sections are folded: read once, and kept sealed beside the inspection whenever one changes."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._folded: dict[str, None] = dict.fromkeys(_decoded(bridge.remembered(NAME)))

    def keep(self, section: FoldSection) -> FoldSection:
        section.fold(section.key in self._folded)
        section.folded_changed.connect(self._changed)
        return section

    def _changed(self) -> None:
        section = self.sender()
        if isinstance(section, FoldSection):
            self._folded.pop(section.key, None)
            if section.folded:
                self._folded[section.key] = None
            self._bridge.remember(NAME, msgspec.json.encode(tuple(self._folded)))


def _decoded(content: bytes | None) -> tuple[str, ...]:
    """Nothing is folded where nothing was remembered, or where an older version wrote it otherwise."""
    try:
        return msgspec.json.decode(content or b"[]", type=tuple[str, ...])
    except msgspec.MsgspecError:
        return ()
