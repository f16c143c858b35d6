"""The list of what was found. The field above keeps the keyboard and hands it the keys that move through it.

Signals of ResultList: `chosen()` on Enter or a click; `typed(str)` with a letter typed while the list has the focus.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.find.result_delegate import ResultDelegate
from wellled_desktop.ui.find.result_model import ResultModel
from wellled_desktop.ui.find.results import Result, Row, first_result
from wellled_desktop.ui.kit.measured_list import MeasuredList

_ESTIMATE = 46
_MOVES = MeasuredList.CursorAction
MOVES = {
    Qt.Key.Key_Down: _MOVES.MoveDown,
    Qt.Key.Key_Up: _MOVES.MoveUp,
    Qt.Key.Key_PageDown: _MOVES.MovePageDown,
    Qt.Key.Key_PageUp: _MOVES.MovePageUp,
}


class ResultList(MeasuredList):
    chosen = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.results = ResultModel(self)
        self.setModel(self.results)
        self.setItemDelegate(ResultDelegate(self.results, self))
        self.setAccessibleName(self.tr("What was found"))
        self.clicked.connect(self._click)

    def show_rows(self, rows: tuple[Row, ...], *, keep: bool) -> None:
        """With `keep` the result that is chosen, and what is in view, stay so; else the best is chosen."""
        chosen, top = self.current(), self.verticalScrollBar().value()
        self.results.show_rows(rows)
        kept = self.results.row_of(chosen.key) if keep and chosen is not None else -1
        self._choose(kept if kept >= 0 else first_result(rows))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top if kept >= 0 else 0)

    def current(self) -> Result | None:
        return self.results.result_at(self.currentIndex().row())

    def step(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether the key moves through the list; with Ctrl from kind to kind."""
        if key not in MOVES:
            return False
        by_kind = modifiers & Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        row = self.currentIndex().row()
        if by_kind:
            row = self.results.next_group(row, 1 if key == Qt.Key.Key_Down else -1)
        else:
            row = self.moveCursor(MOVES[key], Qt.KeyboardModifier.NoModifier).row()
        self._choose(row)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif self.step(Qt.Key(event.key()), event.modifiers()):
            return
        elif event.text().isprintable() and event.text() and not event.modifiers() & _WITH_LETTERS_NOT:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        """With the heading right above it in view: it says what this is."""
        if row < 0:
            return
        for shown in (row - 1, row):
            if shown == row or self.results.result_at(shown) is None:
                self.scrollTo(self.results.index(shown))
        self.selectionModel().setCurrentIndex(self.results.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _click(self, index: QModelIndex) -> None:
        if self.results.result_at(index.row()) is not None:
            self.chosen.emit()


_WITH_LETTERS_NOT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
