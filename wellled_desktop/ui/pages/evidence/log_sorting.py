"""Sorting the log by a column, with a click on its header or by key; sorted by none, it is newest first."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView

NEXT_KEY, TURN_KEY = "S", "Shift+S"
_UNSORTED = -1


class LogSorting(QObject):
    """S goes to the next column that shows, and past the last to none; Shift+S turns the order round."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSectionsClickable(True)
        header.setSortIndicator(_UNSORTED, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        for key, to in ((NEXT_KEY, self._next), (TURN_KEY, self._turn)):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(to)

    @property
    def column(self) -> int:
        """The column sorted by; -1 for none."""
        return self._table.horizontalHeader().sortIndicatorSection()

    def _next(self) -> None:
        columns = range(self._table.model().columnCount())
        shown = [at for at in columns if not self._table.isColumnHidden(at)]
        later = [at for at in shown if at > self.column]
        self._table.sortByColumn(later[0] if later else _UNSORTED, Qt.SortOrder.AscendingOrder)
        self._table.scrollTo(self._table.currentIndex())

    def _turn(self) -> None:
        rising = self._table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if rising else Qt.SortOrder.AscendingOrder
        self._table.sortByColumn(max(0, self.column), order)
        self._table.scrollTo(self._table.currentIndex())
