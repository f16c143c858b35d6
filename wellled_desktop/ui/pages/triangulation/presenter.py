"""What the Triangulation page asks of the record; no widget, and nothing is recorded here.

Signals of TriangulationPresenter: `matrix_read(Matrix)`; `behind_read(Behind)` with what stands behind a cell.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wellled_desktop.inspection.triangulation.proving import Proofs
from wellled_desktop.inspection.triangulation.sources import Source
from wellled_desktop.store import triangulation_reading
from wellled_desktop.store.triangulation_reading import Behind, Matrix
from wellled_desktop.ui.page import Opened

PAGE = 40


class TriangulationPresenter(QObject):
    matrix_read = Signal(object)
    behind_read = Signal(object)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._proofs = Proofs(opened.pack, opened.scope)
        self._cell: tuple[str, Source | None] | None = None
        self._lines = PAGE
        self._asking = self._again = False
        self._asking_cell = self._cell_again = False

    def read(self) -> None:
        """The matrix, and what is behind the cell that was asked for last. While one is on its way, one more at most."""
        if self._asking:
            self._again = True
            return
        self._asking = True
        question = partial(triangulation_reading.whole_matrix, pack=self._opened.pack, proofs=self._proofs)
        self._opened.bridge.ask(self, question, self._read)
        if self._cell is not None:
            self._ask_cell()

    def show_cell(self, node: str, source: Source | None) -> None:
        """Of cells passed over quickly only the last is asked for."""
        if (node, source) != self._cell:
            self._cell, self._lines = (node, source), PAGE
            self._ask_cell()

    def show_more(self) -> None:
        self._lines += PAGE
        self._ask_cell()

    def _read(self, found: Matrix) -> None:
        """Prompts that do not apply are left out unless something is held on them."""
        self._asking = False
        if self._again:
            self._again = False
            self.read()
        scope = self._opened.scope
        self.matrix_read.emit(
            Matrix(tuple(one for one in found.prompts if one.row.cells or scope.applies(one.node)), found.elsewhere)
        )

    def _ask_cell(self) -> None:
        if self._cell is None:
            return
        if self._asking_cell:
            self._cell_again = True
            return
        self._asking_cell = True
        node, source = self._cell
        question = partial(
            triangulation_reading.behind, pack=self._opened.pack, node=node, source=source, lines=self._lines
        )
        self._opened.bridge.ask(self, question, self._read_cell)

    def _read_cell(self, behind: Behind) -> None:
        self._asking_cell = False
        if self._cell_again:
            self._cell_again = False
            self._ask_cell()
        if (behind.node, behind.source) == self._cell:
            self.behind_read.emit(behind)
