"""A table of records: rows walked by keyboard and opened with Enter or a double click; one column is wide.

Signals of RecordTable: `opened(int)` with a row; `chosen(int)` with the row that has become the current one (-1: none).
"""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
LEAST_CHARACTERS = 30
CELL_MARGINS = 24


class RecordTable(QTableView):
    opened = Signal(int)
    chosen = Signal(int)

    def __init__(self, name: str, model: QAbstractItemModel, *, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: dict[int, int] = {}
        self._give_way: tuple[int, ...] = ()
        self._least = LEAST_CHARACTERS
        self._least_beside: dict[int, int] = {}
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        # One height for all: a table that measures its rows measures every one of them.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(self._open)

    def set_widths(
        self,
        samples: dict[int, str],
        give_way: tuple[int, ...] = (),
        *,
        least: int = LEAST_CHARACTERS,
        least_beside: dict[int, int] | None = None,
    ) -> None:
        """Each column as wide as its sample, or its header: widths that do not depend on, or wait for, what is in the table.

        Where the wide column would get narrower than `least` characters, the columns in `give_way` are hidden, the first of
        them first. Beside a column in `least_beside` it may get as narrow as is said there.
        """
        self._widths = {at: self._width_for(at, words) for at, words in samples.items()}
        self._give_way = give_way
        self._least = least
        self._least_beside = least_beside or {}
        for column, width in self._widths.items():
            self.setColumnWidth(column, width)
        self._make_room()

    def _width_for(self, column: int, sample: str) -> int:
        cell = self.fontMetrics().horizontalAdvance(sample) + CELL_MARGINS
        return max(cell, self.horizontalHeader().sectionSizeHint(column))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        left = self.viewport().width() - sum(self._widths.values())
        for column in self._give_way:
            least = self.fontMetrics().averageCharWidth() * self._least_beside.get(column, self._least)
            self.setColumnHidden(column, left < least)
            left += self._widths[column] if left < least else 0

    def choose_row(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.model().index(row, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            # Qt goes to another cell of the row, which nobody sees where rows are chosen.
            self.choose_row(0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1)
        elif event.text().strip() and not event.modifiers():
            event.ignore()  # no search by typing here: letters are the page's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            self.choose_row(
                max(0, self.currentIndex().row())
            )  # Qt makes the first row current without showing that it is

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.row())
