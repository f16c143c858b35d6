"""One part of the Today page: a heading, a list of rows, what is said where there are none, and a remark beneath.

Signals of DayPart: `go(Place)` when a row is opened.
"""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.ui.kit.into_view import bring_row_into_view
from wellled_desktop.ui.kit.labels import label, paragraph
from wellled_desktop.ui.kit.rows import Row, RowList

LEAST_CHARACTERS = 18


class Column(msgspec.Struct, frozen=True):
    """A header and a sample of what stands under it; the one column without a sample takes the width that is left.

    One that `grows` is wider where longer words stand in it: what is seldom there costs room only when it is.
    """

    header: str
    sample: str = ""
    grows: bool = False


class DayPart(QWidget):
    go = Signal(object)

    def __init__(
        self,
        heading: str,
        columns: tuple[Column, ...],
        *,
        most_rows: int,
        when_empty: str = "",
        name: str = "",
        give_way: tuple[int, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Where there is little room, the columns in `give_way` are hidden, the first of them first."""
        super().__init__(parent)
        self._words = heading
        self._heading = label(heading, "heading", self)
        self._empty = paragraph(when_empty, "muted", self)
        self._remark = paragraph("", "muted", self)
        samples = {at: column.sample for at, column in enumerate(columns) if column.sample}
        wide = next(at for at in range(len(columns)) if at not in samples)
        headers = tuple(column.header for column in columns)
        self.list = RowList(name or heading, headers, wide=wide, most_rows=most_rows, parent=self)
        self._samples, self._give_way = samples, give_way
        self._growing = tuple(at for at, column in enumerate(columns) if column.grows)
        self.list.set_widths(samples, give_way, least=LEAST_CHARACTERS)
        self.list.place_opened.connect(self.go)
        self.list.chosen.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        for widget in (self._heading, self._empty, self.list, self._remark):
            layout.addWidget(widget)
        self.fill(())

    def fill(self, rows: tuple[Row, ...], *, counted: bool = False, remark: str = "") -> None:
        """Shows the rows, with their number in the heading where they are to be `counted`."""
        if self._growing:
            longest = {at: max((self._samples[at], *(row.cells[at] for row in rows)), key=len) for at in self._growing}
            self.list.set_widths({**self._samples, **longest}, self._give_way, least=LEAST_CHARACTERS)
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows and bool(self._empty.text()))
        self._heading.setText(f"{self._words} ({len(rows):,})" if counted and rows else self._words)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_row_into_view(self.list)

    def _follow(self, _row: int) -> None:
        """The list is as tall as its rows: it is the page that scrolls with them."""
        if self.list.hasFocus():
            bring_row_into_view(self.list)
