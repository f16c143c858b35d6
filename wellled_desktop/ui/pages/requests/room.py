"""Where there is little room, as with large text in a small window, the requests come first: what is said of all of them gives
way, and what is known of the chosen one scrolls.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wellled_desktop.ui.kit.record_table import RecordTable
from wellled_desktop.ui.pages.requests.details import Details

ROWS_BEFORE_ALL = 6
"""So many rows are to be seen before what is said of all requests has its room; a second measure, for the chosen one's."""
ROWS_BEFORE_CHOSEN = 5


class Room(QObject):
    """Shares the height of the page's column out among its parts; `about` is what gives way first."""

    def __init__(
        self, page: QWidget, column: QVBoxLayout, about: QWidget, table: RecordTable, details: Details
    ) -> None:
        super().__init__(page)
        self._page = page
        self._column = column
        self._about = about
        self._table = table
        self._details = details
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.share)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A field that comes or goes asks for another layout as well."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._soon.start()
        return False

    def share(self) -> None:
        if self._table.isHidden():
            self._about.show()
            return
        margins = self._column.contentsMargins()
        width = self._page.width() - margins.left() - margins.right()
        left = self._page.height() - margins.top() - margins.bottom() - self._taken(width)
        chosen = self._details.height_wanted(width)
        about = _height(self._about, width) + self._column.spacing()
        shown = left - chosen - about >= self._rows(ROWS_BEFORE_ALL)
        room = left - (about if shown else 0) - self._rows(ROWS_BEFORE_CHOSEN)
        self._about.setVisible(shown)
        self._details.setFixedHeight(min(chosen, max(room, self._details.height_least())))

    def _taken(self, width: int) -> int:
        """By what neither gives way nor scrolls, and by what stands between the parts."""
        items = [self._column.itemAt(at) for at in range(self._column.count())]
        elastic = (self._about, self._table, self._details)
        parts = [one for one in items if one is not None and not one.isEmpty() and one.widget() not in elastic]
        heights = [one.heightForWidth(width) if one.hasHeightForWidth() else one.sizeHint().height() for one in parts]
        return sum(heights) + self._column.spacing() * (len(parts) + 1)

    def _rows(self, count: int) -> int:
        table = self._table
        row = table.verticalHeader().defaultSectionSize()
        return table.horizontalHeader().sizeHint().height() + count * row + 2 * table.frameWidth()


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
