"""The matrix, walked cell by cell with the arrow keys.

Signals of MatrixView: `chosen(str, object)` with the prompt and the source (None: all of them) of the cell that has become the
current one; `entered()` on Enter or a double click.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wellled_desktop.inspection.triangulation.sources import SOURCES, Source
from wellled_desktop.ui.pages.triangulation.matrix_delegate import PAD, MatrixDelegate, number_width
from wellled_desktop.ui.pages.triangulation.matrix_header import MatrixHeader
from wellled_desktop.ui.pages.triangulation.matrix_model import PROMPT, MatrixModel, column_of, source_of

Index = QModelIndex | QPersistentModelIndex
_LEAST_CHARACTERS = 24
_LEAST_BAR = 18
_ROWS_BESIDES = 6


class MatrixView(QTableView):
    chosen = Signal(str, object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self._delegate = MatrixDelegate(self.matrix, self)
        self._opened = -1
        self.setHorizontalHeader(MatrixHeader(self))
        self.setModel(self.matrix)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Prompts by sources: how many support, how many point the other way"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._enter)
        self.matrix.modelReset.connect(self._fit)
        self.matrix.dataChanged.connect(self._fit)
        self._fit()

    # Where one is

    @property
    def node(self) -> str:
        one = self.matrix.row_at(self.currentIndex().row())
        return one.node if one else ""

    @property
    def source(self) -> Source | None:
        return source_of(max(PROMPT, self.currentIndex().column()))

    def choose(self, node: str, source: Source | None = None) -> None:
        """Makes a cell the current one; where the prompt is not in the table, the first row's."""
        row = max(0, self.matrix.row_of(node))
        index = self.matrix.index(row, column_of(source))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def next_advice(self) -> bool:
        """To the next prompt with advice, in the same column; False where there is none."""
        row = self.matrix.next_with_advice(self.currentIndex().row())
        if row >= 0:
            self.choose(self.matrix.rows[row].node, self.source)
        return row >= 0

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        self._delegate.current_row = current.row()
        self._open_current()
        self.scrollTo(current)
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(self.node, self.source)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(self.currentIndex())
        elif event.text().strip() and not event.modifiers():
            event.ignore()  # no search by typing here: letters are the page's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self.matrix.rowCount() and not self.selectionModel().hasSelection():
            self.choose(self.node, self.source)

    def _enter(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The sources are as wide as a number and a bar; the prompts have the rest, and never too little to be read."""
        metrics = self.fontMetrics()
        narrow = max(number_width(metrics, self.matrix.most) + _LEAST_BAR + 3 * PAD, 2 * metrics.height() + PAD)
        for column in range(1, 1 + len(SOURCES)):
            self.setColumnWidth(column, narrow)
        left = self.viewport().width() - narrow * len(SOURCES)
        self.setColumnWidth(PROMPT, max(left, metrics.averageCharWidth() * _LEAST_CHARACTERS))
        self._open_current()

    def _open_current(self) -> None:
        """With room for several rows besides, the current one is as tall as its words in full; the others have two lines.

        Without, its words stand in full beside the matrix alone.
        """
        plain = 2 * self.fontMetrics().height() + 2 * PAD
        if self.verticalHeader().defaultSectionSize() != plain:
            self.verticalHeader().setDefaultSectionSize(plain)
        row = self._delegate.current_row
        if 0 <= self._opened < self.matrix.rowCount() and self._opened != row:
            self.setRowHeight(self._opened, plain)
        self._opened = row
        self._delegate.in_full = False
        if 0 <= row < self.matrix.rowCount():
            in_full = self._delegate.height_in_full(row, self.font(), self.columnWidth(PROMPT))
            self._delegate.in_full = in_full + _ROWS_BESIDES * plain <= self.viewport().height()
            self.setRowHeight(row, max(plain, in_full) if self._delegate.in_full else plain)
