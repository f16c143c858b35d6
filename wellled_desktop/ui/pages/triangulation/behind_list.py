"""The list beside the matrix, walked and opened by keyboard.

Signals of BehindList: `opened(object)` with the advice, line, entry or finding that Enter or a double click opened;
`more_wanted()`; `left()` when Esc goes back to the matrix.
"""

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from wellled_desktop.inspection.triangulation.advice import Advice
from wellled_desktop.store.triangulation_reading import Behind
from wellled_desktop.ui.kit.measured_list import MeasuredList
from wellled_desktop.ui.pages.triangulation.behind_delegate import BehindDelegate
from wellled_desktop.ui.pages.triangulation.behind_model import BehindModel, More, key_of

_ESTIMATE = 76


class BehindList(MeasuredList):
    opened = Signal(object)
    more_wanted = Signal()
    left = Signal()

    def __init__(self, titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(_ESTIMATE, parent)
        self.behind = BehindModel(titles, self)
        self._shown = ("", "")
        self.setModel(self.behind)
        self.setItemDelegate(BehindDelegate(self.behind, self))
        self.setAccessibleName(self.tr("Advice on the selected prompt, and what is behind the selected cell"))
        self.doubleClicked.connect(self._open)

    def show_behind(self, advice: tuple[Advice, ...], behind: Behind) -> None:
        """The rows afresh; of the same cell, what was current and in view stays so where it is still there."""
        now = (behind.node, behind.source or "")
        same, self._shown = now == self._shown, now
        current, top = key_of(self.behind.row_at(self.currentIndex().row())), self.verticalScrollBar().value()
        self.behind.show_behind(advice, behind)
        row = self.behind.row_of(current) if same and current else -1
        if row >= 0:
            self.setCurrentIndex(self.behind.index(row))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(top if same else 0)

    def take_focus(self) -> None:
        """To the first of what is behind the cell."""
        self.setCurrentIndex(self.behind.index(self.behind.first_record()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

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
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.behind.first_record() >= 0:
            self.setCurrentIndex(self.behind.index(self.behind.first_record()))

    def _open(self, index: QModelIndex) -> None:
        row = self.behind.row_at(index.row())
        if isinstance(row, More):
            self.more_wanted.emit()
        elif row is not None and key_of(row):
            self.opened.emit(row)
