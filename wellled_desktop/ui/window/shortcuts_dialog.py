"""The one list of shortcuts (F1): the page's own first, then the window's."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wellled_desktop.ui.page import Shortcut


class ShortcutsDialog(QDialog):
    """A table to read, which the arrows walk through."""

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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.table)
        column.addWidget(buttons)


def _table(name: str) -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setMinimumSectionSize(table.fontMetrics().height() + 10)
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
    heading.setSizeHint(QSize(0, table.verticalHeader().minimumSectionSize() + 10))
    table.setItem(row, 0, heading)
    table.setSpan(row, 0, 1, 2)


def _add(table: QTableWidget, shortcut: Shortcut) -> None:
    row = table.rowCount()
    table.insertRow(row)
    keys = QKeySequence(shortcut.keys).toString(QKeySequence.SequenceFormat.NativeText) or shortcut.keys
    table.setItem(row, 0, QTableWidgetItem(f"{keys}    "))
    table.setItem(row, 1, QTableWidgetItem(shortcut.what))
