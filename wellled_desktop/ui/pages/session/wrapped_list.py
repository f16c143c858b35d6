"""A short list of rows that each have a head, some words that wrap, and a quiet remark: as tall as its rows are. The first of
rows that belong together can have words over it.

Signals of WrappedList: `opened(int)` on Enter or a double click on a row; `chosen(int)` with the row that is current now.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wellled_desktop.ui.kit.row_text import RowText, RowTexts

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAD = 6


class WrappedRow(msgspec.Struct, frozen=True):
    head: str
    words: str
    quiet: str = ""
    over: str = ""

    @property
    def spoken(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self.over, self.head, self.words, self.quiet) if part)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[WrappedRow, ...] = ()

    def show_rows(self, rows: Sequence[WrappedRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) else None


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Rows, view: "WrappedList") -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._texts = RowTexts()

    def parts(self, row: int, font: QFont) -> tuple[tuple[RowText, QPalette.ColorRole], ...]:
        shown, width = self._model.rows[row], self._view.viewport().width() - 2 * _PAD
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        pieces = (
            ("over", shown.over, font, QPalette.ColorRole.PlaceholderText),
            ("head", shown.head, bold, QPalette.ColorRole.Link),
            ("words", shown.words, font, QPalette.ColorRole.Text),
            ("quiet", shown.quiet, font, QPalette.ColorRole.PlaceholderText),
        )
        return tuple(
            (self._texts.laid_out(f"{row} {name}", text, a_font, width), role)
            for name, text, a_font, role in pieces
            if text
        )

    def height(self, row: int, font: QFont) -> int:
        return sum(text.height for text, _ in self.parts(row, font)) + 2 * _PAD

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(0, self.height(index.row(), option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, rect = QGuiApplication.palette(), option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), palette.color(QPalette.ColorRole.Accent))
        y = rect.top() + _PAD
        for text, role in self.parts(index.row(), option.font):
            text.draw(painter, rect.left() + _PAD, y, palette.color(role))
            y += text.height


class WrappedList(QListView):
    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._delegate = _Delegate(self._rows, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @property
    def rows(self) -> tuple[WrappedRow, ...]:
        return self._rows.rows

    def show_rows(self, rows: Sequence[WrappedRow]) -> None:
        """The row that was current stays so."""
        row = self.currentIndex().row()
        if tuple(rows) != self._rows.rows:
            self._rows.show_rows(rows)
            self.choose(min(row, len(rows) - 1))
        self._fit()

    def choose(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self._rows.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.choose(max(0, self.currentIndex().row()) if self._rows.rows else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        elif event.text().strip() and not event.modifiers():
            event.ignore()  # letters and digits are the panel's: no search by typing here
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        rows = sum(self._delegate.height(row, self.font()) for row in range(len(self._rows.rows)))
        self.setFixedHeight(rows + 2 * self.frameWidth())
