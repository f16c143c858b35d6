"""The columns of all KLOEs, one on show: each is built when it is first shown and kept, so that switching back is a repaint.

Signals of Columns: `built(KloeColumn)` with one that is new, before anything is chosen in it.
"""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wellled_desktop.framework.pack import Kloe
from wellled_desktop.ui.kit.column_area import ColumnArea
from wellled_desktop.ui.page import Opened
from wellled_desktop.ui.pages.kloe.column import KloeColumn
from wellled_desktop.ui.pages.kloe.row import NodeRow

_AROUND = 40
"""So many pixels above and below a row come into view with it."""


class Columns(QStackedWidget):
    built = Signal(object)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._kloes: dict[str, Kloe] = {}
        self._columns: dict[str, KloeColumn] = {}
        self._areas: dict[str, ColumnArea] = {}
        self._revealed = ""
        self._take_over()

    def _take_over(self) -> None:
        self._kloes = {kloe.id: kloe for kloe in self._opened.pack.kloes}

    @property
    def order(self) -> list[str]:
        """The KLOEs there are, by id."""
        return list(self._kloes)

    def area(self, kloe: str) -> ColumnArea:
        """What the column scrolls in; built by now."""
        return self._areas[kloe]

    def known(self, kloe: str) -> KloeColumn | None:
        """None for one that was never shown."""
        return self._columns.get(kloe)

    def column(self, kloe: str) -> KloeColumn:
        if kloe not in self._columns:
            column = KloeColumn(self._kloes[kloe], self._opened.pack, self._opened.scope)
            area = ColumnArea(column)
            self.addWidget(area)
            self._columns[kloe], self._areas[kloe] = column, area
            bar = area.verticalScrollBar()
            bar.actionTriggered.connect(self._leave_as_scrolled)
            for changed in (column.laid_out, bar.rangeChanged):
                changed.connect(partial(self._reveal_again, kloe))
            self.built.emit(column)
        return self._columns[kloe]

    @staticmethod
    def last_in_tabs(column: KloeColumn) -> QWidget:
        """The last of it that Tab comes to."""
        last = column.row.target
        following = last.nextInFocusChain()
        while following is not None and column.isAncestorOf(following):
            last, following = following, following.nextInFocusChain()
        return last

    def show_column(self, kloe: str) -> None:
        self.setCurrentWidget(self._areas[kloe])

    def bring_into_view(self, row: NodeRow) -> None:
        """With those around it, so that one can go on past the edge."""
        self._revealed = ""
        for kloe, column in self._columns.items():
            if column.isAncestorOf(row):
                _show_whole(row, column, self._areas[kloe])

    def reveal(self, kloe: str) -> None:
        """Scrolls to the selected row, once its column, which may just have been built or changed, is laid out.

        It stays in view while counts and judgements come in above it, until somebody scrolls or goes on to another row.
        """
        self._revealed = kloe
        column, area = self._columns[kloe], self._areas[kloe]
        column.lay_out(area.viewport().size())
        _show_whole(column.row, column, area)

    def _reveal_again(self, kloe: str, *_range: int) -> None:
        if self._revealed == kloe and kloe in self._columns:
            _show_whole(self._columns[kloe].row, self._columns[kloe], self._areas[kloe])

    def _leave_as_scrolled(self, _action: int) -> None:
        self._revealed = ""

    # A framework that changed

    def build_anew(self, kloe: str, wanted: str) -> tuple[KloeColumn, KloeColumn] | None:
        """Every column is built anew, that of `kloe` at once, and stands where it stood: what it showed before, and what is
        there now. In the new one `wanted` is selected, or what is nearest to what was. None where it was not built yet.
        """
        self._take_over()
        before, areas = self._columns.get(kloe), self._areas
        self._columns, self._areas = {}, {}
        self._revealed = ""
        after = self._in_place_of(before, areas[kloe].verticalScrollBar().value(), wanted) if before else None
        for area in areas.values():
            self.removeWidget(area)
            area.deleteLater()
        return (before, after) if before and after else None

    def _in_place_of(self, before: KloeColumn, scrolled: int, wanted: str) -> KloeColumn:
        kloe = before.kloe.id
        column = self.column(kloe)
        column.show_as(before)
        blocked = column.blockSignals(True)
        column.select(wanted or column.nearest(before))
        column.blockSignals(blocked)
        had_focus = before.hasFocus() or before.isAncestorOf(self.window().focusWidget() or self)
        self.show_column(kloe)
        area = self._areas[kloe]
        column.lay_out(area.viewport().size())
        area.verticalScrollBar().setValue(scrolled)
        if wanted:
            self.reveal(kloe)
        if had_focus or wanted:
            column.row.target.setFocus(Qt.FocusReason.OtherFocusReason)
        return column


def _show_whole(row: NodeRow, column: KloeColumn, area: ColumnArea) -> None:
    """With a little around it where there is room; of one that is taller than what is in view, its beginning."""
    spare = (area.viewport().height() - row.height()) // 2
    if spare < 0:
        area.verticalScrollBar().setValue(row.mapTo(column, QPoint()).y())
    else:
        area.ensureWidgetVisible(row, 0, min(_AROUND, spare))
