"""A list of rows of different heights that stays quick with thousands of them: only rows that come into view are measured.

QListView measures every row before it shows one (1.7 s for 10,000 wrapped rows); here a row that was never seen counts with
an estimate. It stays a QListView, so that selection, keys and screen readers find what they expect of a list.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from wellled_desktop.ui.kit.row_heights import RowHeights
from wellled_desktop.ui.kit.row_pictures import RowPictures

Index = QModelIndex | QPersistentModelIndex


class MeasuredList(QListView):
    """The delegate's `sizeHint` is asked for rows in view only, with the width in `option.rect`.

    The row at the top of the view stays where it is when rows above it turn out taller or shorter than estimated; a list
    that shows its end goes on showing its end when rows are added or the view gets smaller.
    """

    def __init__(self, estimate: int, parent: QWidget | None = None, *, starts_at_end: bool = False) -> None:
        super().__init__(parent)
        self._starts_at_end = starts_at_end
        self._rows = RowHeights(estimate)
        self._pictures = RowPictures()
        self._width = 0
        self._settling = False
        self._afresh = True
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    # What stands where

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return QRect()
        top = self._rows.offset(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._rows.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        offset = point.y() + self.verticalOffset()
        if not 0 <= offset < self._rows.total:
            return QModelIndex()
        return self.model().index(self._rows.row_at(offset), 0)

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:  # noqa: N802
        return 0

    def rows_in_view(self) -> range:
        """The rows of which anything can be seen."""
        if not len(self._rows) or self.model() is None:
            return range(0)
        top = self.verticalOffset()
        first = self._rows.row_at(top)
        return range(first, self._rows.row_at(top + max(0, self.viewport().height() - 1)) + 1)

    def shows_end(self) -> bool:
        if self._afresh:
            return self._starts_at_end
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum()

    # Measuring

    def doItemsLayout(self) -> None:  # noqa: N802
        if self.model() is not None and len(self._rows) != self.model().rowCount():
            self._rows.reset(self.model().rowCount())
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:  # noqa: N802
        with self._settled() as first:
            if first:
                self._settle(self.shows_end())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        at_end = self.shows_end() and len(self._rows) > 0
        with self._settled() as first:
            if not first:
                return
            if self.viewport().width() != self._width:
                self._width = self.viewport().width()
                self._forget_all()
            self._settle(at_end)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_all()
            self.updateGeometries()

    def _forget_all(self) -> None:
        for row in range(len(self._rows)):
            self._rows.forget(row)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        with self._settled() as first:
            if first:
                self._settle(self.shows_end())
        self.viewport().update()

    @contextmanager
    def _settled(self) -> Iterator[bool]:
        """Setting the scroll bar scrolls, which would settle again: only the outermost call does."""
        first = not self._settling
        self._settling = True
        try:
            yield first
        finally:
            self._settling = not first

    def _settle(self, at_end: bool) -> None:
        """Measures what is in view until nothing changes, keeping in place what the eye is on."""
        self._afresh = self._afresh and not len(self._rows)
        if at_end:
            self._set_range()
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        for _ in range(12):
            in_view = self.rows_in_view()
            unmeasured = [row for row in in_view if not self._rows.is_measured(row)]
            if not unmeasured:
                break
            anchor = next((row for row in in_view if self._rows.is_measured(row)), in_view.start)
            before = self._rows.offset(anchor)
            for row in unmeasured:
                self._rows.set(row, self._measure(row))
            self._set_range()
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if at_end else bar.value() + self._rows.offset(anchor) - before)
        self._set_range()
        if at_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(self.fontMetrics().height())
        bar.setRange(0, max(0, self._rows.total - page))

    def _measure(self, row: int) -> int:
        option = self._option()
        option.rect = QRect(0, 0, self.viewport().width(), 0)
        return self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    # What the model says

    def reset(self) -> None:
        super().reset()
        self._rows.reset(self.model().rowCount() if self.model() is not None else 0)
        self._afresh = True
        self.scheduleDelayedItemsLayout()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        self._rows.insert(start, end - start + 1)
        QAbstractItemView.rowsInserted(self, parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:  # noqa: N802
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)
        self._rows.remove(start, end - start + 1)
        self.scheduleDelayedItemsLayout()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: list[int] | None = None) -> None:  # type: ignore[override]  # noqa: N802
        changed = range(top_left.row(), min(bottom_right.row() + 1, len(self._rows)))
        for row in changed:
            self._rows.forget(row)
        in_view = self.rows_in_view()
        if (
            changed.start < in_view.stop and in_view.start < changed.stop
        ):  # what is out of view is measured once it is in it
            self.updateGeometries()
            self.viewport().update()

    # Moving about and choosing

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return
        for _ in range(3):  # rows measured on the way move the target a little
            self.verticalScrollBar().setValue(self._value_showing(row, hint))

    def _value_showing(self, row: int, hint: QAbstractItemView.ScrollHint) -> int:
        now, page = self.verticalOffset(), self.viewport().height()
        top, height = self._rows.offset(row), self._rows.height(row)
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            return top - max(0, (page - height) // 2)
        if top < now or height > page or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            return top
        return max(now, top + height - page)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last = len(self._rows) - 1
        if last < 0:
            return QModelIndex()
        row = self.currentIndex().row()
        return self.model().index(self._next_row(action, row, last), 0)

    def _next_row(self, action: QAbstractItemView.CursorAction, row: int, last: int) -> int:
        moves = QAbstractItemView.CursorAction
        if action == moves.MoveHome:
            return self._choosable(0, 1)
        if action == moves.MoveEnd or row < 0:
            return self._choosable(last, -1)
        if action in (moves.MoveUp, moves.MovePrevious, moves.MoveLeft):
            return self._choosable(max(0, row - 1), -1, row)
        if action in (moves.MoveDown, moves.MoveNext, moves.MoveRight):
            return self._choosable(min(last, row + 1), 1, row)
        page = self.viewport().height() * (1 if action == moves.MovePageDown else -1)
        there = self._rows.row_at(max(0, self._rows.offset(row) + page))
        return self._choosable(there, -1 if page < 0 else 1, row)

    def _choosable(self, row: int, step: int, otherwise: int = -1) -> int:
        """The first row from `row` on, in steps, that can be chosen: headings cannot."""
        while 0 <= row < len(self._rows):
            if self.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsSelectable:
                return row
            row += step
        return otherwise

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        at = self.indexAt(QPoint(0, rect.top()))
        self.selectionModel().select(QItemSelection(at, at), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    # Drawing

    def looks(self, row: int) -> Hashable | None:
        """All that the delegate draws of the row, beside its size, its state, font and colours; None: it is drawn each time."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        chosen, current = self.selectionModel(), self.currentIndex()
        option = self._option()
        plain = option.state
        for row in self.rows_in_view():
            index = self.model().index(row, 0)
            rect = self.visualRect(index)
            if not event.rect().intersects(rect):
                continue
            option.rect, option.state = rect, plain
            if chosen.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self._pictures.draw(painter, self, option, index, self.looks(row))
        painter.end()
