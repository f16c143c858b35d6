"""The one list of shortcuts (F1): the page's own first, then the window's; words typed above narrow it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.ui.kit.labels import paragraph
from wellled_desktop.ui.page import Shortcut

_AROUND = 10
"""Pixels above and below the words of a row, together."""
_NO_LIMIT = 10_000
_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ShortcutsDialog(QDialog):
    """A table to read, which the arrows walk through, also from the field above it."""

    def __init__(self, of_page: Sequence[Shortcut], of_window: Sequence[Shortcut], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 640)
        self.table = _table(self.tr("Shortcuts"))
        for title, shortcuts in ((self.tr("On this page"), of_page), (self.tr("Everywhere"), of_window)):
            if shortcuts:
                _add_heading(self.table, title)
                for shortcut in shortcuts:
                    _add(self.table, shortcut)
        self.table.setCurrentCell(1, 0)
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.words.setPlaceholderText(self.tr("Show only the keys for…, for example “retract” or “Ctrl+M”"))
        self.words.setAccessibleName(self.tr("Filter the shortcuts"))
        self.words.textChanged.connect(self._show_matching)
        self.words.installEventFilter(self)
        self._none: QLabel = paragraph(self.tr("No key does that; Ctrl+K finds actions as well."), "muted")
        self._none.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.words)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Up and Down walk through the table while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _WALK:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(self.table, event)
            return True
        return super().eventFilter(watched, event)

    def _show_matching(self, typed: str) -> None:
        """Shortcuts with every word typed, in their keys or in what they do; headings of those alone."""
        words = typed.casefold().split()
        heading, first = -1, -1
        for row in range(self.table.rowCount()):
            if self.table.columnSpan(row, 0) > 1:
                heading = row
                self.table.setRowHidden(row, bool(words))
                continue
            matches = all(word in _words_of(self.table, row) for word in words)
            self.table.setRowHidden(row, not matches)
            if matches:
                self.table.setRowHidden(heading, False)
                first = row if first < 0 else first
        self._none.setVisible(first < 0)
        if first >= 0:
            self.table.setCurrentCell(first, 0)


class _Wrapped(QStyledItemDelegate):
    """As high as what is drawn needs: the style measures words in a little more room than it draws them in, and cuts the last."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        hint = super().sizeHint(option, index)
        if index.column() == 0:
            return hint
        room = QRect(0, 0, option.rect.width() - option.fontMetrics.averageCharWidth() * 2, _NO_LIMIT)
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(hint.width(), max(hint.height(), words.height() + _AROUND))


def _words_of(table: QTableWidget, row: int) -> str:
    return " ".join(item.text() for column in (0, 1) if (item := table.item(row, column))).casefold()


def _table(name: str) -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setItemDelegate(_Wrapped(table))
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(table.fontMetrics().height() + _AROUND)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # a long entry wraps
    table.horizontalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def _add_heading(table: QTableWidget, title: str) -> None:
    row = table.rowCount()
    table.insertRow(row)
    heading = QTableWidgetItem(title)
    heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = QFont(table.font())
    font.setWeight(QFont.Weight.DemiBold)
    heading.setFont(font)
    heading.setSizeHint(QSize(0, table.verticalHeader().minimumSectionSize() + _AROUND))
    table.setItem(row, 0, heading)
    table.setSpan(row, 0, 1, 2)


def _add(table: QTableWidget, shortcut: Shortcut) -> None:
    row = table.rowCount()
    table.insertRow(row)
    keys = QKeySequence(shortcut.keys).toString(QKeySequence.SequenceFormat.NativeText) or shortcut.keys
    table.setItem(row, 0, QTableWidgetItem(f"{keys}    "))
    table.setItem(row, 1, QTableWidgetItem(shortcut.what))
