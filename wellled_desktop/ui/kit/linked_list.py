"""A list of what is linked to the framework, walked and opened by keyboard.

Signals of LinkedList: `opened(object)` with the record that Enter or a double click opened; `more_wanted(object)` with the
`of` of a row of older records; `left()` when Esc goes back.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from wellled_desktop.ui.kit.linked_delegate import LinkedDelegate
from wellled_desktop.ui.kit.linked_model import LinkedModel
from wellled_desktop.ui.kit.linked_rows import LinkedRow, ListRow, More
from wellled_desktop.ui.kit.measured_list import MeasuredList

_ESTIMATE = 76


class LinkedList(MeasuredList):
    opened = Signal(object)
    more_wanted = Signal(object)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, model: LinkedModel | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.linked = model or LinkedModel()
        self.linked.setParent(self)
        self.setModel(self.linked)
        self.setItemDelegate(LinkedDelegate(self.linked, self))
        self.setAccessibleName(name)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: tuple[ListRow, ...], *, same: bool) -> None:
        """The rows afresh; of the `same` thing, what was current and in view stays so where it is still there."""
        at, top = self.currentIndex().row(), self.verticalScrollBar().value()
        current = self.current_row()
        self.linked.show_rows(rows)
        if same and current is not None:
            key = current.key if isinstance(current, LinkedRow) else ""
            row = self.linked.row_of(key)
            self.choose(row if row >= 0 else self._near(at))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top if same else 0)

    def _near(self, row: int) -> int:
        """What has taken the place of a record that has gone."""
        return self._choosable(min(row, self.linked.rowCount() - 1), 1, self._choosable(row - 1, -1))

    def first_to_choose(self) -> int:
        """The row that is current once the list is entered; -1 for none."""
        return self.linked.first_choosable()

    def choose(self, row: int) -> None:
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.linked.index(row), flags)

    def current_row(self) -> ListRow | None:
        return self.linked.row_at(self.currentIndex().row())

    def current_record(self) -> object:
        """The record of the current row; None where it has none."""
        row = self.current_row()
        return row.record if isinstance(row, LinkedRow) else None

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip() and not event.modifiers():
            event.ignore()  # no search by typing here: letters are the page's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Chooses the first row, if none is: left to itself the list would choose its last."""
        if not self.currentIndex().isValid():
            self.choose(self.first_to_choose())
        super().focusInEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = self.linked.row_at(index.row())
        if isinstance(row, More):
            self.more_wanted.emit(row.of)
        elif isinstance(row, LinkedRow) and row.record is not None:
            self.opened.emit(row.record)
