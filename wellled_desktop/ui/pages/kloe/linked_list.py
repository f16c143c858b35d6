"""The list of what is linked to the selected node, walked and opened by keyboard.

Signals of LinkedList: `opened(object)` with the line or entry that Enter or a double click opened; `more_wanted()`.
"""

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.read_models import LinkedToNode
from wellled_desktop.ui.kit.measured_list import MeasuredList
from wellled_desktop.ui.pages.kloe.linked_delegate import LinkedDelegate
from wellled_desktop.ui.pages.kloe.linked_model import LinkedModel, LinkedRow, More, record_of

_ESTIMATE = 76


class LinkedList(MeasuredList):
    opened = Signal(object)
    more_wanted = Signal()

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.linked = LinkedModel(titles, self)
        self.setModel(self.linked)
        self.setItemDelegate(LinkedDelegate(self.linked, self))
        self.setAccessibleName(self.tr("Evidence entries and note lines linked to the selected item"))
        self.doubleClicked.connect(self._open)

    def show_linked(self, linked: LinkedToNode, *, same_node: bool) -> None:
        """The rows afresh; of the same node, what was current and in view stays so where it is still there."""
        current, top = self._current_record(), self.verticalScrollBar().value()
        self.linked.show_linked(linked)
        row = self.linked.row_of(current) if current else -1
        if same_node and row >= 0:
            self.setCurrentIndex(self.linked.index(row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top if same_node else 0)

    def current_row(self) -> LinkedRow | None:
        return self.linked.row_at(self.currentIndex().row())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.linked.first_choosable() >= 0:
            self.setCurrentIndex(self.linked.index(self.linked.first_choosable()))

    def _open(self, index: QModelIndex) -> None:
        row = self.linked.row_at(index.row())
        if isinstance(row, More):
            self.more_wanted.emit()
        elif record_of(row):
            self.opened.emit(row)

    def _current_record(self) -> str:
        return record_of(self.current_row())
